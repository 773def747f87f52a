//! The screens as a screen reader gets them: by the accessibility tree of the window.

use docket_window_tests::{Computer, Key};

use crate::every_screen::{ROOMS, an_issued_letter, go, one_case_at_each_step};
use crate::{practice, staff};

#[tokio::test(flavor = "multi_thread")]
async fn every_room_is_told_with_its_names_and_roles_in_the_order_of_the_focus() {
    let mut computer = Computer::new();
    let reader = computer.with_a_screen_reader();
    let window = practice::opens(&mut computer).await;
    for (name, address, heading) in ROOMS {
        go(&window, address).await;
        window.see_heading(heading).await;
        reader.goes_through(&window, name).await;
    }
    practice::opens_a_message(&window).await;
    reader.goes_through(&window, "a message").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_its_dialog_its_letter_and_the_palette_are_told() {
    let mut computer = Computer::new();
    let reader = computer.with_a_screen_reader();
    let window = practice::opens(&mut computer).await;
    let cases = one_case_at_each_step(&window).await;
    let (number, letter) = an_issued_letter(&window, &cases).await;
    go(&window, &format!("/case/{number}")).await;
    window.see_heading("What the rule asks next").await;
    for tab in ["Request", "Identity", "Search", "Decision", "Letters", "After", "File", "History"] {
        window.choose_tab(tab).await;
        reader.goes_through(&window, &format!("a case, {tab}")).await;
    }
    window.key('m').await;
    window.focus_on("Note for the file").await;
    reader.goes_through(&window, "a dialog").await;
    window.fill("Note for the file", "Called; nobody answered.").await;
    window.press_marked("confirm").await;
    reader.announces(&window, "The note is in the file.").await;
    window.control('k').await;
    window.see("Go to systems of records").await;
    reader.goes_through(&window, "the palette").await;
    window.key(Key::Escape).await;
    go(&window, &format!("/case/{number}/letter/{letter}")).await;
    window.see_drawn_page().await;
    reader.goes_through(&window, "an issued letter").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_start_and_the_locked_desk_are_told() {
    let mut computer = Computer::new();
    let reader = computer.with_a_screen_reader();
    let window = computer.open().await;
    window.see_heading("Set up your desk").await;
    reader.goes_through(&window, "the first start").await;
    window.close().await;
    let window = staff::sets_up_a_desk(&mut computer).await;
    window.press("Lock").await;
    window.see_heading("Open your desk").await;
    reader.goes_through(&window, "the locked desk").await;
    window.close().await;
}
