//! The office corrects a rule: shown before it is taken, in force at once, withdrawn again.

use docket_window_tests::Computer;

const TEXT: &str = "The rule from then on (TOML)";
const ACKNOWLEDGE: &str = "rule-row-usps-acknowledge, notification, access, amendment, accounting";

#[tokio::test(flavor = "multi_thread")]
async fn a_rule_is_corrected_on_the_practice_desk_and_requests_that_come_in_follow_it() {
    let mut computer = Computer::new();
    let window = computer.open().await;
    window.press("Open a practice desk").await;
    window.see_heading("Worklist").await;
    window.follow("Rules").await;
    window.see_heading("Rules").await;
    window.see_heading("Clocks").await;
    window.see("The office has taken no correction").await;
    window.photograph("70-rules").await;

    window.choose("Kind", "Offices").await;
    window.press_marked("rule-row-general-counsel").await;
    window.see("475 L'Enfant Plaza SW").await;
    window.see("39 CFR 266.6(a)(1)").await;
    window.see("Earlier and later versions").await;
    window.photograph("71-rule").await;

    window.choose("Kind", "Every kind").await;
    window.press_marked(ACKNOWLEDGE).await;
    window.press("Correct this rule").await;
    window.see_heading("Correct a rule: Acknowledge the request").await;
    let draft = window.value(TEXT).await;
    assert!(draft.contains("count = 10\n") && draft.contains("effective_from = \"2026-09-16\"\n"), "{draft}");
    window.press("Show what changes").await;
    window.see("who read it where").await;
    window.photograph("72-correction-refused").await;

    let text =
        draft.replace("count = 10", "count = 5").replace("source = \"\"", "source = \"our own order 7\"");
    window.fill(TEXT, &text).await;
    window.fill("Why", "The privacy officer wants an answer within five days.").await;
    window.press("Show what changes").await;
    window.see_heading("What changes").await;
    window.see("our own order 7").await;
    window.photograph("73-correction-shown").await;
    window.send_form("Take the correction").await;
    window.see("Correction 1 of this office").await;
    window.photograph("74-corrected-rule").await;

    // A request that comes in today is acknowledged five days on, and not ten.
    window.follow("New").await;
    window.choose("For", "USPS").await;
    window.fill("Received", "2026-09-16").await;
    window.fill("Requester's name", "Thảo Nguyễn").await;
    window.fill("Their words", "I ask for a copy of what your sales office wrote about me.").await;
    window.tick("Access: to see a record or have a copy").await;
    window.see("Mon 21 Sep 2026").await;
    window.photograph("75-request-under-it").await;

    window.follow("Rules").await;
    window.press_marked("corrections-row").await;
    window.see("The privacy officer wants an answer within five days.").await;
    window.photograph("76-corrections").await;
    window.press("Withdraw correction 1").await;
    window.see("Withdraw correction 1?").await;
    window.fill("Why", "Ten days are enough after all.").await;
    window.press_marked("confirm").await;
    window.see("Withdrawn by Robin Blake").await;
    window.photograph("77-withdrawn").await;
    window.follow("New").await;
    window.see("Fri 25 Sep 2026").await;
    window.close().await;
}
