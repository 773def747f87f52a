//! What every staff member does in every journey.

use docket_window_tests::{Computer, Window};

/// The passphrase of the desk.
pub const PASSPHRASE: &str = "lamps along the quay";

/// The colleague who approves.
pub const APPROVER: &str = "Siân O'Neill";

/// Sets up a desk for both agencies, as at the first start.
pub async fn sets_up_a_desk(computer: &mut Computer) -> Window {
    let window = computer.open().await;
    window.see_heading("Set up your desk").await;
    window.tick("U.S. Postal Service (USPS)").await;
    window.tick("Social Security Administration (SSA)").await;
    window.fill("Your name", "Ayşe Łukasiewicz").await;
    window.fill("Your title", "Privacy Specialist").await;
    window.fill("Passphrase", PASSPHRASE).await;
    window.fill("Passphrase once more", PASSPHRASE).await;
    window.press("Make the desk").await;
    window.see_heading("Worklist").await;
    window
}

/// Adds the colleague who approves what the first person drafts.
pub async fn adds_an_approver(window: &Window) {
    window.follow("Settings").await;
    window.press("Add a member of the staff").await;
    window.fill("Name", APPROVER).await;
    window.fill("Title", "Privacy Officer").await;
    window.tick("approving official").await;
    window.send_form("Add").await;
    window.see("The new member of the staff is added.").await;
}

/// Lets the colleague work at the window.
pub async fn hands_over_to_the_approver(window: &Window) {
    window.follow("Settings").await;
    window.press(&format!("Work as {APPROVER}")).await;
    window.see(&format!("{APPROVER} works at this window now.")).await;
}

/// Opens the program again, unlocks the desk, and goes from wherever one was to the worklist.
pub async fn comes_back(computer: &mut Computer) -> Window {
    let window = computer.open().await;
    window.see_heading("Open your desk").await;
    window.fill("Passphrase", PASSPHRASE).await;
    window.press("Open the desk").await;
    window.follow("Worklist").await;
    window.see_heading("Worklist").await;
    window
}

/// Issues the letter that the composer shows, after its checks passed.
pub async fn issues_the_letter(window: &Window) {
    window.see("Every check passes.").await;
    window.press_marked("issue-letter").await;
    window.see("Issue this letter?").await;
    window.press_marked("confirm").await;
    window.see_heading("Send it out").await;
}
