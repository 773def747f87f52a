//! Working without a mouse: real keys, and nothing else, bring the focus to a thing and act on it.
//!
//! A script may say how many stops lie between, so that Tab is struck that often at once; it never moves the focus itself.

use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;
use serde_json::{Value, json};
use tokio::time::{sleep, timeout};

use crate::Window;
use crate::window::{LOOK, PATIENCE, Sought, script};

const REACH: &str = include_str!("reach.js");
/// How often the way may be asked for anew: where the page changes underway, the count was wrong.
const MOST_TURNS: usize = 40;
/// How long the page may take over what is struck at once, and over each stroke of it.
const TAKEN: Duration = Duration::from_secs(20);
const STROKE: Duration = Duration::from_millis(100);
/// How long the page lets go by before a list takes the next letter for a new word.
const TYPED_AHEAD: Duration = Duration::from_millis(1100);

impl Window {
    /// Brings the focus to a thing and strikes a key there, unless the arrows that led to it chose it already.
    pub(crate) async fn act(&self, any: &[&Sought<'_>], key: impl Into<char>) {
        if !self.reach(any).await {
            self.key(key).await;
        }
    }

    /// Brings the focus to a thing with Tab and Shift+Tab, and with arrows inside a group. Says whether it is chosen with that.
    async fn reach(&self, any: &[&Sought<'_>]) -> bool {
        let until = Instant::now() + PATIENCE;
        let (mut turns, mut passed) = (0, Vec::new());
        loop {
            let way = self.way_to(any).await;
            if way["here"] == true && self.rests_on(any).await {
                return way["chosen"] == true;
            }
            passed.push(way["at"].as_str().unwrap_or("(it is not on the screen)").to_owned());
            let times = usize::try_from(way["times"].as_u64().unwrap_or_default()).unwrap_or_default();
            let key = match way["key"].as_str() {
                Some("Tab") => Some(Key::Tab),
                Some("BackTab") => None,
                Some("Left") => Some(Key::Left),
                Some("Right") => Some(Key::Right),
                Some("Up") => Some(Key::Up),
                Some("Down") => Some(Key::Down),
                _ => {
                    if Instant::now() > until {
                        self.gave_up(&format!("{any:?} to be where keys lead to")).await;
                    }
                    sleep(Duration::from_millis(50)).await;
                    continue;
                }
            };
            turns += 1;
            assert!(turns < MOST_TURNS, "keys did not lead to {any:?}; they passed: {}", passed.join(" | "));
            match key {
                Some(key) => self.strike_often(key, times).await,
                None => self.strike_held(Key::Shift, Key::Tab, times).await,
            }
        }
    }

    /// Whether the focus stays: the program itself may be about to move it.
    async fn rests_on(&self, any: &[&Sought<'_>]) -> bool {
        sleep(Duration::from_millis(30)).await;
        self.way_to(any).await["here"] == true
    }

    /// Where the focus is, and by which key it comes nearer to a thing.
    async fn way_to(&self, any: &[&Sought<'_>]) -> Value {
        let asked = script(&format!(
            "const look = function () {{ {LOOK} }};
             const found = arguments[0].map((sought) => look(...sought)).find((some) => some.length > 0) ?? [];
             {REACH}"
        ));
        let way = self.client().execute(&asked, vec![json!(any)]).await;
        way.unwrap_or_else(|cause| panic!("the page did not say the way to {any:?}: {cause}"))
    }

    /// Writes into a field in place of what stands there.
    pub(crate) async fn type_into(&self, field: &Sought<'_>, text: &str) {
        self.reach(&[field]).await;
        self.control('a').await;
        self.key(Key::Delete).await;
        self.type_out(text).await;
    }

    /// Chooses an entry of a list as one types ahead: letter by letter of its first word, and then its first letter again, until it is
    /// this one. Not a letter more is struck: when the choice moves the focus, the next would be a command.
    pub(crate) async fn type_ahead(&self, field: &Sought<'_>, entry: &str) {
        let word: Vec<char> = entry.chars().take_while(|letter| !letter.is_whitespace()).collect();
        let mut passed = Vec::new();
        for turn in 0..MOST_TURNS {
            // What was chosen before may have moved the focus, so the list is asked, and not what has the focus.
            let list = self.one_of(&[field]).await;
            let shown = "return arguments[0].selectedOptions?.[0]?.label.replace(/\\s+/g, ' ').trim();";
            let shown = self.client().execute(shown, vec![json!(list)]).await.unwrap_or_default();
            if shown == entry {
                return;
            }
            passed.push(shown.as_str().unwrap_or_default().to_owned());
            if turn == word.len() {
                sleep(TYPED_AHEAD).await;
            }
            self.reach(&[field]).await;
            self.key(*word.get(turn).unwrap_or(&word[0])).await;
        }
        panic!("typing did not choose “{entry}”; it chose: {}", passed.join(" | "));
    }

    /// Holds Control and strikes a letter or sign.
    pub async fn control(&self, key: char) {
        self.strike(&[Key::Control.into(), key]).await;
    }

    /// Holds Control and strikes Enter.
    pub async fn control_enter(&self) {
        self.strike(&[Key::Control, Key::Enter].map(char::from)).await;
    }

    /// Strikes one key, such as the letter of a shortcut.
    pub async fn key(&self, key: impl Into<char>) {
        self.strike(&[key.into()]).await;
    }

    /// Strikes one key many times.
    async fn strike_often(&self, key: Key, times: usize) {
        self.strike_in_turn(&[key.into()].repeat(times), Duration::ZERO).await;
    }

    /// Strikes keys one after the other, with a pause after each.
    pub(crate) async fn strike_in_turn(&self, keys: &[char], pause: Duration) {
        let stroke = |key: &char| {
            let pause = (!pause.is_zero()).then_some(KeyAction::Pause { duration: pause });
            [KeyAction::Down { value: *key }, KeyAction::Up { value: *key }].into_iter().chain(pause)
        };
        self.perform(keys.iter().flat_map(stroke)).await;
    }

    /// Strikes keys that are all held down together.
    async fn strike(&self, keys: &[char]) {
        let pressed = keys.iter().map(|key| KeyAction::Down { value: *key });
        self.perform(pressed.chain(keys.iter().rev().map(|key| KeyAction::Up { value: *key }))).await;
    }

    /// Holds one key and strikes another many times.
    async fn strike_held(&self, held: Key, key: Key, times: usize) {
        let (held, key) = (char::from(held), char::from(key));
        let stroke = [KeyAction::Down { value: key }, KeyAction::Up { value: key }];
        let strokes = std::iter::repeat_n(stroke, times).flatten();
        let held = |action: fn(char) -> KeyAction| std::iter::once(action(held));
        self.perform(
            held(|value| KeyAction::Down { value })
                .chain(strokes)
                .chain(held(|value| KeyAction::Up { value })),
        )
        .await;
    }

    async fn perform(&self, strokes: impl IntoIterator<Item = KeyAction>) {
        let strokes: Vec<KeyAction> = strokes.into_iter().collect();
        let patience = TAKEN + u32::try_from(strokes.len()).unwrap_or(u32::MAX) * STROKE;
        let actions = strokes.into_iter().fold(KeyActions::new("keyboard".to_owned()), KeyActions::then);
        // Where a key draws the page anew, WebKitWebDriver now and then misses that the key was taken, and waits for it for ever.
        match timeout(patience, self.client().perform_actions(actions)).await {
            Ok(struck) => struck.expect("a key can be struck"),
            Err(_) => {
                let let_go = timeout(TAKEN, self.client().release_actions()).await;
                let_go.expect("the keyboard answers").expect("the keys can be let go");
            }
        }
    }

    /// Types as on a keyboard, to whatever has the focus.
    pub async fn type_out(&self, text: &str) {
        let keys: Vec<char> =
            text.chars().map(|sign| if sign == '\n' { Key::Enter.into() } else { sign }).collect();
        self.strike_in_turn(&keys, Duration::ZERO).await;
    }

    /// Waits until the program itself has moved the focus here.
    pub async fn focus_on(&self, name: &str) {
        self.wait(&format!("the focus to be on “{name}”"), async |window| {
            (window.focused().await == name).then_some(())
        })
        .await;
    }

    /// The name of what has the focus.
    pub async fn focused(&self) -> String {
        let name =
            "const focused = document.activeElement; if (!focused || focused === document.body) return '';
            return nameOf(focused).replace(/ \\(optional\\)$/, '');";
        self.ask(&script(name)).await.as_str().unwrap_or_default().to_owned()
    }
}
