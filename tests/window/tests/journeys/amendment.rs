//! An amendment request to the Postal Service, refused in part; the letter gives the choice of an appeal or a statement.

use docket_window_tests::{Computer, MailServer};

use crate::staff;

#[tokio::test(flavor = "multi_thread")]
async fn an_amendment_is_refused_in_part_and_the_letter_goes_out_by_e_mail() {
    let server = MailServer::start();
    let mut computer = Computer::new();
    let window = staff::sets_up_a_desk(&mut computer).await;
    staff::adds_an_approver(&window).await;
    window.photograph("39-staff").await;

    window.follow("New").await;
    window.choose("For", "USPS").await;
    window.fill("Received", "2026-09-14").await;
    window.fill("Requester's name", "Thảo Nguyễn").await;
    window.fill("Postal address", "880 Sallow Court\nDuluth, MN 55899").await;
    window.fill("E-mail", "thao.nguyen@example.org").await;
    window
        .fill(
            "Their words",
            "I am a customer of your sales office. Your sales and marketing records show the wrong e-mail address for me, \
             and the note of your sales call says that I cancelled. I did not. Please correct both.",
        )
        .await;
    window.tick("Amendment: to have a record corrected").await;
    window.tick("a completed Certification of Identity form").await;
    window.see("USPS 890.000").await;
    window.see("39 CFR 266.").await;
    window.photograph("40-usps-intake").await;
    window.press("Open case").await;

    window.see("USPS-2026-00001").await;
    window.press("Confirm identity").await;
    window.send_form("Confirm identity").await;
    window.press("Choose the system and office").await;
    window.send_form("Use this system and office").await;

    // The requester first hears that the request came (39 CFR 266.5(a)(2)).
    window.press("Write: Acknowledgement").await;
    staff::issues_the_letter(&window).await;
    window.press("Mark as posted").await;
    window.see("Posted Wed 16 Sep 2026").await;
    window.follow("← Back to the case").await;

    window.choose_tab("Search").await;
    window.press("Send to the office").await;
    window.fill("Answer expected by", "2026-09-28").await;
    window.send_form("Record as sent").await;
    window.press("Record what the office found").await;
    window.fill("Who searched", "Chris Adeyemi, Sales Operations Specialist").await;
    window.fill("Where they searched", "the sales contact records of Sales and Customer Relations").await;
    window.fill("How they searched", "by your name and your mailing address").await;
    window.fill("Record 1", "the e-mail address in your customer record").await;
    window.press("+ Add a record").await;
    window.fill("Record 2", "the note of the sales call").await;
    window.send_form("Record the answer").await;
    window.press("Record the decision").await;
    window.choose("Decision on the e-mail address in your customer record", "Amended as asked").await;
    window.fill("What was changed", "We replaced the e-mail address with the one in your letter.").await;
    window.choose("Decision on the note of the sales call", "Refused").await;
    window
        .fill(
            "Reason for the refusal",
            "The note records what our employee heard, and the recording of the call agrees with it.",
        )
        .await;
    window.fill("Official responsible", "Jordan Pryce").await;
    window.fill("Their title", "Manager, Sales and Customer Relations").await;
    window.photograph("41-usps-decision").await;
    window.send_form("Record the decision").await;

    // Whoever drafted a refusal does not approve it: the letter waits for a second person.
    window.see("an approving official other than").await;
    window.photograph("41a-usps-waits-for-approval").await;
    staff::hands_over_to_the_approver(&window).await;
    window.follow("Worklist").await;
    window.follow("USPS-2026-00001").await;
    window.press("Have the decision approved").await;
    window.photograph("41b-usps-approval").await;
    window.send_form("Approve the decision").await;

    window.press("Write: Refusal of amendment").await;
    window.see("appeal").await;
    window.see("statement of disagreement").await;
    window.see_drawn_page().await;
    window.photograph("42-usps-letter").await;
    staff::issues_the_letter(&window).await;

    window.follow("Mail").await;
    window.fill("Host", "127.0.0.1").await;
    window.fill("Port", &server.port()).await;
    window.choose("Protection", "None: a server on this machine only").await;
    window.fill("Letters come from", "privacy-office@example.org").await;
    window.press("Save the settings").await;
    window.see_no_more("No mail server is set up").await;
    window.follow("Worklist").await;
    window.follow("USPS-2026-00001").await;
    window.choose_tab("Letters").await;
    window.follow("Refusal of amendment").await;
    window.press("E-mail").await;
    window.press("Queue and send").await;
    window.see("E-mailed Wed 16 Sep 2026").await;
    window.photograph("43-usps-e-mailed").await;
    window.follow("Mail").await;
    window.see("Sent").await;
    window.photograph("44-outbox").await;
    window.close().await;

    let message = server.the_message();
    for line in [
        "thao.nguyen@example.org",
        "privacy-office@example.org",
        "application/pdf",
        "USPS-2026-00001-amendment-refused.pdf",
    ] {
        assert!(message.contains(line), "the message lacks {line}:\n{message}");
    }
    let subject = message.lines().find(|line| line.starts_with("Subject:")).unwrap_or_default();
    assert!(!subject.contains("Nguy"), "the subject names the requester: {subject}");
}
