//! The whole way of an access request without a mouse.

use docket_window_tests::{Computer, Key, Window};

use crate::staff::PASSPHRASE;

async fn writes(window: &Window, field: &str, text: &str) {
    window.tab_to(field).await;
    window.keys(text).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_access_request_goes_its_whole_way_by_keyboard_alone() {
    let mut computer = Computer::new();
    let window = computer.open().await;
    window.see_heading("Set up your desk").await;
    window.tab_to("Social Security Administration (SSA)").await;
    window.key(' ').await;
    writes(&window, "Your name", "Ayşe Łukasiewicz").await;
    writes(&window, "Passphrase", PASSPHRASE).await;
    writes(&window, "Passphrase once more", PASSPHRASE).await;
    window.key(Key::Enter).await;
    window.see_heading("Worklist").await;

    window.key('n').await;
    window.see_heading("Take in a request").await;
    writes(&window, "Requester's name", "Suharto").await;
    writes(&window, "Postal address", "3 Quince Passage, Baltimore, MD 21299").await;
    writes(
        &window,
        "Their words",
        "Please send me the transcript of my Click-to-Chat conversation about my benefits.",
    )
    .await;
    window.tab_to("Access: to see a record or have a copy").await;
    window.key(' ').await;
    window.tab_to("+ Add a particular").await;
    window.key(Key::Enter).await;
    window.focus_on("Particular 1").await;
    window.keys("topic").await;
    writes(&window, "Its value 1", "benefits").await;
    window.see("60-0383").await;
    for proof in ["a signed certification of identity", "the signed false-pretenses statement"] {
        window.tab_to(proof).await;
        window.key(' ').await;
    }
    window.see("Complete").await;
    window.control_enter().await;

    window.see("SSA-2026-00001").await;
    window.see("Confirm identity").await;
    window.key('a').await;
    window.focus_on("Note").await;
    window.control_enter().await;
    window.see("Identity is confirmed.").await;
    window.focus_on("Choose the system and office").await;
    window.key(Key::Enter).await;
    window.see_heading("Which system, which office").await;
    window.control_enter().await;
    window.see("The system and office are confirmed.").await;
    window.focus_on("Send to the office").await;
    window.key(Key::Enter).await;
    window.focus_on("Answer expected by").await;
    window.keys("2026-09-28").await;
    window.control_enter().await;
    window.see("The request is with the office.").await;
    window.focus_on("Record what the office found").await;
    window.key(Key::Enter).await;
    window.focus_on("Who searched").await;
    window.keys("Dana Whitlock, IT Specialist").await;
    writes(&window, "Where they searched", "the Customer Engagement Tools Record System").await;
    writes(&window, "How they searched", "by your name and the topic of the chat").await;
    writes(&window, "Record 1", "the transcript of your chat").await;
    window.control_enter().await;
    window.see("The office's answer is recorded.").await;
    window.focus_on("Record the decision").await;
    window.key(Key::Enter).await;
    window.see_heading("Record the decision").await;
    writes(&window, "Official responsible", "Morgan Ellery").await;
    writes(&window, "Their title", "Director, Office of IT Enterprise Business Support").await;
    window.control_enter().await;
    window.see("The decision is recorded.").await;
    window.focus_on("Write: Grant of access").await;
    window.key(Key::Enter).await;
    window.see("Every check passes.").await;
    window.control_enter().await;
    window.see("Issue this letter?").await;
    window.key(Key::Enter).await;
    window.see_heading("Send it out").await;
    window.tab_to("Mark as posted").await;
    window.key(Key::Enter).await;
    window.see("Posted Wed 16 Sep 2026").await;
    window.photograph("50-keyboard-posted").await;
    window.close().await;
}
