//! A walk over a screen as people take it who have no mouse, or who see it twice as large.

use std::time::Duration;

use fantoccini::key::Key;
use serde_json::Value;

use crate::Window;
use crate::window::script as scripted;

const WALKED: &str = include_str!("walked.js");
const TOO_WIDE: &str = include_str!("too_wide.js");
/// How often Tab is struck before the page is asked what it passed.
const STEPS: usize = 40;
/// No screen has more places for the focus.
const MOST_STEPS: usize = 400;

impl Window {
    /// Goes through the whole screen with the Tab key; fails where something has no name, cannot be reached or left, or comes before
    /// what is read first.
    pub async fn walk_by_keyboard(&self, screen: &str) {
        self.walk(Duration::ZERO).await;
        self.without_faults(&format!("by keyboard, {screen}"), WALKED).await;
    }

    /// Strikes Tab, with a pause after each stroke, until the focus comes to a place for the second time. The page notes what it passed.
    pub(crate) async fn walk(&self, pause: Duration) {
        self.ask(
            "window.walked = [];
             if (!window.walking) { window.walking = true; document.addEventListener('focusin', (event) => window.walked.push(event.target)); }",
        )
        .await;
        let mut steps = 0;
        while steps < MOST_STEPS {
            self.strike_in_turn(&[Key::Tab.into(); STEPS], pause).await;
            steps += STEPS;
            // Whoever comes to a place a second time has been everywhere, or is held in a trap.
            let again = self.ask("return new Set(window.walked).size < window.walked.length").await;
            if again == true {
                break;
            }
        }
    }

    /// Fails where something does not fit the width of the window.
    pub async fn fits_its_width(&self, screen: &str) {
        self.without_faults(&format!("the width of {screen}"), TOO_WIDE).await;
    }

    async fn without_faults(&self, screen: &str, script: &str) {
        let found = self.ask(&scripted(script)).await;
        for fault in found.as_array().into_iter().flatten().filter_map(Value::as_str) {
            self.find_fault(format!("{screen}: {fault}"));
        }
    }
}
