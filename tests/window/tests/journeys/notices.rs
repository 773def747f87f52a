//! Notices come into the catalogue, and two revisions stand side by side.

use docket_window_tests::{Computer, checkout};

use crate::staff;

#[tokio::test(flavor = "multi_thread")]
async fn notices_are_imported_word_for_word_and_their_revisions_compared() {
    let fixtures = checkout().join("tests/window/fixtures");
    let mut computer = Computer::new();
    computer.will_choose(&[
        &fixtures.join("usps-990.552-first.txt"),
        &fixtures.join("usps-990.552-second.txt"),
        &fixtures.join("no-notice.txt"),
        &fixtures.join("gone.txt"),
    ]);
    let window = staff::sets_up_a_desk(&mut computer).await;
    window.follow("Systems").await;
    window.see("USPS 890.000").await;
    window.see("60-0383").await;
    window.photograph("10-catalogue-built-in").await;

    window.press("Import notices").await;
    window.see("What the import did").await;
    window.see("USPS 990.552").await;
    window.see("Not imported").await;
    window.photograph("11-import").await;

    window.press_marked("system-row-USPS 990.552").await;
    window.see("1 Nowhere Quay").await;
    window.see("People who walk with a lantern, and people who carry one on a bicycle.").await;
    window.photograph("12-system").await;
    window.press("Compare").await;
    window.see_heading("Compare USPS 990.552").await;
    window.see("carry one on a bicycle").await;
    window.photograph("13-compare").await;
    window.close().await;

    let window = staff::comes_back(&mut computer).await;
    window.follow("Systems").await;
    window.see("USPS 990.552").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_agencys_notice_is_found_and_a_misread_fact_is_put_right() {
    let fixtures = checkout().join("tests/window/fixtures");
    let mut computer = Computer::new();
    computer.will_choose(&[&fixtures.join("tob-7.txt")]);
    let window = staff::sets_up_a_desk(&mut computer).await;
    window.follow("Systems").await;
    window.press("Import notices").await;
    window.see("TOB-7, Tide Gauge Observers").await;

    window.fill("Search the notices", "brass gauges").await;
    window.see("No notice has these words").await;
    window.choose("Agency", "Every agency").await;
    window.see("Volunteers who read brass gauges for the Board.").await;
    window.photograph("14-library-search").await;

    window.press_marked("system-row-TOB-7").await;
    window.see("Chief Observer").await;
    window.see("Volunteers who read brass gauges for the Board.").await;
    assert_eq!(window.value("Agency").await, "every", "the list stays as it was");
    window.press("Put right System manager").await;
    window.fill("Title or office", "Keeper of the Gauges").await;
    window.fill("Why", "The Board renamed the office.").await;
    window.photograph("15-put-right").await;
    window.press_marked("confirm").await;
    window.see("Put right by hand by").await;
    window.see("As the program read it: Chief Observer").await;
    window.photograph("16-put-right-shown").await;
    window.close().await;
}
