//! The keys of the program itself: one key for a step, Ctrl+Enter for the form, and where each step leaves the focus.

use docket_window_tests::{Computer, Key};

use crate::staff::PASSPHRASE;

#[tokio::test(flavor = "multi_thread")]
async fn an_access_request_goes_its_whole_way_by_the_keys_of_the_program() {
    let mut computer = Computer::new();
    let window = computer.open().await;
    window.see_heading("Set up your desk").await;
    window.tick("Social Security Administration (SSA)").await;
    window.fill("Your name", "Ayşe Łukasiewicz").await;
    window.fill("Passphrase", PASSPHRASE).await;
    window.fill("Passphrase once more", PASSPHRASE).await;
    window.key(Key::Enter).await;
    window.see_heading("Worklist").await;

    window.key('n').await;
    window.see_heading("Take in a request").await;
    window.fill("Requester's name", "Suharto").await;
    window.fill("Postal address", "3 Quince Passage, Baltimore, MD 21299").await;
    window
        .fill(
            "Their words",
            "Please send me the transcript of my Click-to-Chat conversation about my benefits.",
        )
        .await;
    window.tick("Access: to see a record or have a copy").await;
    window.press("+ Add a particular").await;
    window.focus_on("Particular 1").await;
    window.type_out("topic").await;
    window.fill("Its value 1", "benefits").await;
    window.see("60-0383").await;
    for proof in ["a signed certification of identity", "the signed false-pretenses statement"] {
        window.tick(proof).await;
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
    window.type_out("2026-09-28").await;
    window.control_enter().await;
    window.see("The request is with the office.").await;
    window.focus_on("Record what the office found").await;
    window.key(Key::Enter).await;
    window.focus_on("Who searched").await;
    window.type_out("Dana Whitlock, IT Specialist").await;
    window.fill("Where they searched", "the Customer Engagement Tools Record System").await;
    window.fill("How they searched", "by your name and the topic of the chat").await;
    window.fill("Record 1", "the transcript of your chat").await;
    window.control_enter().await;
    window.see("The office's answer is recorded.").await;
    window.focus_on("Record the decision").await;
    window.key(Key::Enter).await;
    window.see_heading("Record the decision").await;
    window.fill("Official responsible", "Morgan Ellery").await;
    window.fill("Their title", "Director, Office of IT Enterprise Business Support").await;
    window.control_enter().await;
    window.see("The decision is recorded.").await;
    window.focus_on("Write: Grant of access").await;
    window.key(Key::Enter).await;
    window.see("Every check passes.").await;
    window.control_enter().await;
    window.see("Issue this letter?").await;
    window.key(Key::Enter).await;
    window.see_heading("Send it out").await;
    window.press("Mark as posted").await;
    window.see("Posted Wed 16 Sep 2026").await;
    window.photograph("50-keyboard-posted").await;
    window.close().await;
}
