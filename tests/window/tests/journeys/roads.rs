//! A request that the procedure does not fit as it stands: the margin names the road, and nothing is decided by it.

use docket_window_tests::Computer;

use crate::staff;

#[tokio::test(flavor = "multi_thread")]
async fn a_guardian_who_asks_for_everything_is_shown_the_road_and_what_is_asked() {
    let mut computer = Computer::new();
    let window = staff::sets_up_a_desk(&mut computer).await;

    window.follow("New").await;
    window.choose("For", "SSA").await;
    window.fill("Received", "2026-09-14").await;
    window.fill("Requester's name", "Soledad de la Cruz").await;
    window.choose("The requester is", "a legal guardian").await;
    window.choose("The guardian is of", "a minor").await;
    window.fill("Postal address", "3 Wren Hollow\nErie, PA 16599").await;
    window.fill("Whose records", "Thị Nguyễn").await;
    window.fill("Their words", "Send everything you have on my ward, the online chat too.").await;
    window.tick("Access: to see a record or have a copy").await;
    window.choose("The record is", "medical").await;
    window.see("“everything you have”").await;
    window.see("None of this is a denial").await;
    window.see("outside the family").await;
    window.photograph("60-road-intake").await;
    window.press("Open case").await;

    window.see("SSA-2026-00001").await;
    window.choose_tab("Identity").await;
    window.see("What the notice also asks").await;
    window.see("no rule lets the case wait for it").await;
    window.photograph("61-road-identity").await;
    window.close().await;
}
