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
