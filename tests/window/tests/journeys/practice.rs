//! The practice desk, where a journey finds cases at every step.

use docket_window_tests::{Computer, Window};
use serde_json::Value;

/// Opens the practice desk at its worklist.
pub async fn opens(computer: &mut Computer) -> Window {
    let window = computer.open().await;
    enters(&window).await;
    window.see_heading("Worklist").await;
    window.see("Overdue").await;
    window
}

/// Goes from the start to the practice desk, to wherever one was.
pub async fn enters(window: &Window) {
    window.press("Open a practice desk").await;
    window.see("every person and case here is fictitious").await;
}

/// What the desk answers to a question of the page: for finding out where to look, not for acting.
pub async fn answer(window: &Window, call: &str) -> Value {
    let answer = window
        .ask_later(&format!(
            "window.__TAURI_INTERNALS__.invoke({call}).then((answer) => JSON.stringify(answer))"
        ))
        .await;
    serde_json::from_str(&answer).unwrap_or_else(|_| panic!("the desk did not answer {call}: {answer}"))
}

/// Opens a message of the inbox that has an attachment.
pub async fn opens_a_message(window: &Window) {
    window.follow("Mail").await;
    window.follow("Privacy Act request: my chat transcript").await;
    window.see_heading("What to do with it").await;
}
