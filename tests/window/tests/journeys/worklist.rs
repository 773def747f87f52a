//! The worklist as a day at the desk uses it: filters, one key for a row, many cases at once; accounts and people.

use std::time::{Duration, Instant};

use docket_window_tests::{Computer, Key, Window};

use crate::staff;

async fn opens_the_practice_desk(computer: &mut Computer) -> Window {
    let window = computer.open().await;
    window.press("Open a practice desk").await;
    window.see_heading("Worklist").await;
    window.see("Overdue").await;
    window
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_are_previewed_watched_chosen_and_assigned_together_and_a_filter_is_kept() {
    let mut computer = Computer::new();
    let window = opens_the_practice_desk(&mut computer).await;
    window.key('j').await;
    window.key(' ').await;
    window.see("Close the preview").await;
    window.photograph("60-worklist-preview").await;
    window.key(' ').await;
    window.see_no_more("Close the preview").await;
    window.key('w').await;
    window.see("You watch").await;
    window.key('x').await;
    window.key('j').await;
    window.key('x').await;
    window.see("2 cases chosen").await;
    window.key('m').await;
    window.see_heading("Assign 2 cases").await;
    window.fill("Note", "While you are here this week.").await;
    window.press("Preview").await;
    window.see_heading("What would happen").await;
    window.photograph("61-worklist-together").await;
    window.press("Assign 2 cases").await;
    window.see("Recorded for 2 cases.").await;
    window.press("Close").await;
    window.control('z').await;
    window.see("Taken back in 2 cases.").await;
    window.tick("Watched").await;
    window.see("1 case").await;
    window.key(Key::Escape).await;
    window.press("Save this filter").await;
    window.fill("Name of the filter", "Mine to look at").await;
    window.press("Save").await;
    window.see("Forget the filter “Mine to look at”").await;
    window.photograph("62-worklist-filters").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slip_goes_back_by_its_key_and_the_history_keeps_both() {
    let mut computer = Computer::new();
    let window = opens_the_practice_desk(&mut computer).await;
    window.key('j').await;
    window.key(Key::Enter).await;
    window.see("What the rule asks next").await;
    window.key('m').await;
    window.fill("Note for the file", "Meant for another case.").await;
    window.press_marked("confirm").await;
    window.see("You noted: Meant for another case.").await;
    window.photograph("68-last-step").await;
    window.control('z').await;
    window.see("taken back. You had noted: Meant for another case.").await;
    window.key('8').await;
    window.see("took back entry").await;
    window.photograph("69-taken-back").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_disclosure_is_entered_found_and_struck_and_a_person_is_looked_at_across_cases() {
    let mut computer = Computer::new();
    let window = opens_the_practice_desk(&mut computer).await;
    window.follow("Accounting").await;
    window.see_heading("Accounting of disclosures").await;
    window.press("Enter a disclosure").await;
    for (field, text) in [
        ("Whose record it is › Subject", "Thảo Nguyễn"),
        ("System", "USPS 890.000"),
        ("What was disclosed", "the customer record"),
        ("Purpose", "an inquiry by the agency"),
        ("Person or agency", "Bureau of Invented Inquiries"),
        ("Address", "9 Fennel Steps, Duluth, MN 55899"),
    ] {
        window.fill(field, text).await;
    }
    window.press("Enter the disclosure").await;
    window.see("1 entry.").await;
    window.photograph("63-accounting").await;
    window.press("Strike the disclosure to Bureau of Invented Inquiries of …").await;
    window.fill("Why it is wrong", "It was never sent.").await;
    window.press("Strike").await;
    window.see("Struck: It was never sent.").await;
    window.follow("Worklist").await;
    window.see("Overdue").await;
    window.follow("USPS-2026-…").await;
    window.follow("Look at the requester across cases").await;
    window.see_heading("Names and addresses").await;
    window.photograph("64-person").await;
    window.close().await;
}

/// Waits until the desk has kept this much of what is typed, and not only the window.
async fn a_moment() {
    tokio::time::sleep(Duration::from_millis(1500)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_outlives_a_lock_and_a_crash() {
    let mut computer = Computer::new();
    let window = staff::sets_up_a_desk(&mut computer).await;
    window.key('n').await;
    window.see_heading("Take in a request").await;
    window.fill("Requester's name", "Renée Okonkwo-Hašek").await;
    window.press("Lock").await;
    window.see_heading("Open your desk").await;
    window.fill("Passphrase", staff::PASSPHRASE).await;
    window.press("Open the desk").await;
    window.see("Found again as it was typed").await;
    assert_eq!(window.value("Requester's name").await, "Renée Okonkwo-Hašek");
    window.fill("Their words", "Please send me the transcript of my chat.").await;
    a_moment().await;
    computer.pull_the_plug(window);

    // The program comes back to the room that was left, with the form as it was.
    let window = computer.open().await;
    window.see_heading("Open your desk").await;
    window.fill("Passphrase", staff::PASSPHRASE).await;
    window.press("Open the desk").await;
    window.see("Found again as it was typed").await;
    assert_eq!(window.value("Their words").await, "Please send me the transcript of my chat.");
    window.photograph("65-found-again").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plain_request_is_taken_in_verified_routed_and_acknowledged_by_keyboard_within_a_minute() {
    let mut computer = Computer::new();
    let window = staff::sets_up_a_desk(&mut computer).await;
    let begun = Instant::now();
    window.key('n').await;
    window.see_heading("Take in a request").await;
    for (field, text) in [
        ("Requester's name", "Thảo Nguyễn"),
        ("Postal address", "880 Sallow Court, Duluth, MN 55899"),
        ("Their words", "Your sales office has my customer record. Please send me a copy."),
    ] {
        window.fill(field, text).await;
    }
    window.tick("Access: to see a record or have a copy").await;
    window.see("890.000").await;
    window.tick("a completed Certification of Identity form").await;
    window.see("Complete").await;
    window.control_enter().await;
    window.see("USPS-2026-00001").await;
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
    window.key('5').await;
    window.follow("Write: Acknowledgement").await;
    window.see("Every check passes.").await;
    window.control_enter().await;
    window.see("Issue this letter?").await;
    window.key(Key::Enter).await;
    window.see_heading("Send it out").await;
    let took = begun.elapsed();
    println!("taken in, verified, routed and acknowledged by keyboard in {:.1} s", took.as_secs_f64());
    assert!(took < Duration::from_secs(60), "it took {took:?}");
    window.close().await;
}
