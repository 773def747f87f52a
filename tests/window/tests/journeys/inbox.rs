//! What comes by e-mail: from the file that the mail program saved to the papers of a case.

use docket_window_tests::{Computer, checkout};

use crate::every_screen::portray;
use crate::{practice, staff};

#[tokio::test(flavor = "multi_thread")]
async fn a_message_becomes_a_request_with_its_words_and_attachments_in_the_file() {
    let mut computer = Computer::new();
    computer.will_choose(&[
        &checkout().join("tests/window/fixtures/message.eml"),
        &checkout().join("tests/window/fixtures/no-notice.txt"),
    ]);
    let window = staff::sets_up_a_desk(&mut computer).await;
    window.follow("Mail").await;
    window.see("Nothing waits in the inbox.").await;
    window.press("Take in mail or scans…").await;
    window.see("1 file came into the inbox.").await;
    window.see("“no-notice.txt” was not taken in.").await;
    window.photograph("90-inbox-what-came").await;

    window.follow("What do you keep about me?").await;
    window.see_heading("What do you keep about me?").await;
    window.see("and send me a copy of it.").await;
    window.see("certification.txt").await;
    window.tick("Shows identity certification.txt").await;
    window.photograph("91-message").await;
    window.press("Take in as a request").await;

    window.see_heading("Take in a request").await;
    assert_eq!(window.value("Requester's name").await, "Aslı Şahin");
    assert_eq!(window.value("E-mail").await, "asli.sahin@example.org");
    assert!(window.value("Their words").await.starts_with("Please tell me whether you have a transcript"));
    window.see("Came with it").await;
    window.choose("For", "SSA").await;
    window.tick("Access: to see a record or have a copy").await;
    window.see("60-0383").await;
    window.photograph("92-intake-from-a-message").await;
    window.press("Open case").await;

    window.see("SSA-2026-00001").await;
    window.choose_tab("File").await;
    window.see("e-mail message of 2026-09-15.txt").await;
    window.see("certification.txt").await;
    window.see("Fri 16 Oct 2026").await;
    window.photograph("93-papers-of-a-message").await;
    window.follow("Mail").await;
    window.see("Nothing waits in the inbox.").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn mail_is_accessible_in_every_theme_set_aside_and_put_into_the_case_that_it_names() {
    let mut computer = Computer::new();
    let window = practice::opens(&mut computer).await;
    window.resize(1280, 720).await;
    window.follow("Mail").await;
    window.see("Privacy Act request: my chat transcript").await;

    window.follow("Desk lamps for your whole office").await;
    window.see("every second lamp is half the price").await;
    window.press_marked("set-aside").await;
    window.see("Set “Desk lamps for your whole office” aside?").await;
    portray(&window, "set-aside").await;
    window.fill("Why", "An advertisement.").await;
    window.press_marked("confirm").await;
    window.see_heading("Mail").await;
    window.see("Set aside: 1").await;

    practice::opens_a_message(&window).await;
    portray(&window, "message").await;
    window.walk_by_keyboard("a message").await;
    window.press("Take in as a request").await;
    window.see("Came with it").await;
    portray(&window, "new-from-a-message").await;

    window.follow("Mail").await;
    window.follow("USPS-2026-…").await;
    window.see("I have not heard from you").await;
    window.press_marked("put-into-case").await;
    window.see_heading("What the rule asks next").await;
    window.see("e-mail message of 2026-09-14.txt").await;
    window.close().await;
}
