//! The first start, the next one, and what a person sees who mistypes.

use docket_window_tests::Computer;

use crate::staff;

#[tokio::test(flavor = "multi_thread")]
async fn the_first_start_makes_a_desk_and_the_next_asks_for_the_passphrase_only() {
    let mut computer = Computer::with_a_mouse();
    let window = computer.open().await;
    window.see_heading("Set up your desk").await;
    window.photograph("01-first-start").await;

    window.press("Make the desk").await;
    window.see("Choose at least one agency.").await;
    window.see("Write your name.").await;
    window.see("The passphrase needs 12 more characters.").await;
    window.photograph("02-first-start-what-is-missing").await;
    window.close().await;

    let window = staff::sets_up_a_desk(&mut computer).await;
    window.see("No case is open.").await;
    window.photograph("03-empty-worklist").await;
    window.close().await;

    let window = computer.open().await;
    window.see_heading("Open your desk").await;
    window.photograph("04-locked").await;
    window.fill("Passphrase", "lamps along the river").await;
    window.press("Open the desk").await;
    window.see("passphrase").await;
    window.see_heading("Open your desk").await;
    assert_eq!(window.value("Passphrase").await, "lamps along the river", "the person may mend it");
    window.photograph("05-wrong-passphrase").await;
    window.fill("Passphrase", staff::PASSPHRASE).await;
    window.press("Open the desk").await;
    window.see_heading("Worklist").await;
    window.press("Lock").await;
    window.see_heading("Open your desk").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_practice_desk_has_cases_in_every_state_and_no_screen_has_an_accessibility_fault() {
    let mut computer = Computer::with_a_mouse();
    let window = computer.open().await;
    window.press("Open a practice desk").await;
    window.see_heading("Worklist").await;
    window.see("every person and case here is fictitious").await;
    window.see("Overdue").await;
    for style in ["", "dark-"] {
        if !style.is_empty() {
            window.follow("Settings").await;
            window.tick("Dark").await;
            window.follow("Worklist").await;
            window.see("Overdue").await;
        }
        window.photograph(&format!("30-{style}practice-worklist")).await;
        for (number, room, heading) in [
            (31, "New", "Take in a request"),
            (32, "Systems", "Systems of records"),
            (33, "Mail", "Mail"),
            (34, "Settings", "Settings"),
            (35, "Help", "Help"),
        ] {
            window.follow(room).await;
            window.see_heading(heading).await;
            window.photograph(&format!("{number}-{style}{}", room.to_lowercase())).await;
        }
        window.follow("Worklist").await;
        window.see("Overdue").await;
        window.follow("USPS-2026-…").await;
        window.see_heading("What the rule asks next").await;
        for tab in ["Request", "Identity", "Search", "Decision", "Letters", "History"] {
            window.choose_tab(tab).await;
            window.photograph(&format!("36-{style}case-{}", tab.to_lowercase())).await;
        }
    }
    window.close().await;
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn a_desk_file_that_is_cut_short_is_named_and_left_as_it_is() {
    let mut computer = Computer::with_a_mouse();
    let window = staff::sets_up_a_desk(&mut computer).await;
    window.close().await;
    let desk = computer.data().join("office.desk");
    let whole = std::fs::read(&desk).unwrap();
    std::fs::write(&desk, &whole[..whole.len() / 3]).unwrap();

    let window = computer.open().await;
    window.see_heading("Open your desk").await;
    window.fill("Passphrase", staff::PASSPHRASE).await;
    window.press("Open the desk").await;
    window.see("This was not done").await;
    window.photograph("06-desk-cut-short").await;
    window.close().await;
    assert_eq!(
        std::fs::read(&desk).unwrap(),
        whole[..whole.len() / 3],
        "nothing may be written into a damaged desk"
    );
}
