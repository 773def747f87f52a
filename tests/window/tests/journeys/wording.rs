//! The office words its letters: a clause written anew, shown on every letter, approved by another person, and read in the next
//! letter; and a letter in Spanish, which waits for an official translator.

use docket_window_tests::{Computer, Window};

use crate::staff;

#[allow(dead_code, reason = "other tests use more of it")]
#[path = "../../../support/pictures.rs"]
mod drawn;

const OWN: &str = "The office's words";
const LANGUAGE: &str = "Language of the letter";

/// Takes a request for access in, and opens its case.
async fn takes_a_request_in(window: &Window) {
    window.follow("New").await;
    window.choose("For", "USPS").await;
    window.fill("Received", "2026-09-14").await;
    window.fill("Requester's name", "Thảo Nguyễn").await;
    window.fill("Postal address", "880 Sallow Court\nDuluth, MN 55899").await;
    window
        .fill(
            "Their words",
            "I am a customer of your sales office. Please send me a copy of your sales and marketing records on me.",
        )
        .await;
    window.tick("Access: to see a record or have a copy").await;
}

/// Goes to the letters from wherever one is.
async fn goes_to_the_letters(window: &Window) {
    window.follow("Rules").await;
    window.see_heading("Rules").await;
    window.follow("Letters").await;
    window.see_heading("The office's letters").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clause_is_worded_anew_approved_by_another_person_and_read_in_the_next_letter() {
    let mut computer = Computer::new();
    let window = staff::sets_up_a_desk(&mut computer).await;
    staff::adds_an_approver(&window).await;

    goes_to_the_letters(&window).await;
    window.choose("Agency", "USPS").await;
    window.see("The office has no wording of its own").await;
    window.see("The letterhead has no seal.").await;
    window.see("letters leave room for a signature by hand").await;
    window.photograph("90-letters").await;
    let seal = computer.papers().join("seal.png");
    std::fs::write(&seal, drawn::seal()).expect("a picture can be saved");
    window.give("Put in a seal", &seal).await;
    window.see("Put in by your draft.").await;
    window.photograph("90b-letters-seal").await;
    window.choose("Letter", "Acknowledgement").await;
    window.press_marked("clause-row-acknowledgement.office").await;
    window.see("39 CFR 266.5(a)(1)").await;
    let program = window.value(OWN).await;
    assert!(program.starts_with("Your case number is {{ case_number }}."), "{program}");

    // A fact that no letter has stops every letter with the clause, and the preview says so before anybody proposes it.
    window.fill(OWN, "Your case number is {{ case_numbre }}.").await;
    window.see("Changed in your draft").await;
    window.press("Preview").await;
    window.see_heading("What would read differently").await;
    window.see("could not be issued. Put that right first.").await;
    window.photograph("91-letters-broken").await;

    window.follow("acknowledgement.office").await;
    window.fill(OWN, &format!("{program} You need not call us.")).await;
    window.see("Changed in your draft").await;
    window.photograph("92-letters-clause").await;
    window.press("Preview").await;
    window.see_heading("What would read differently").await;
    window.see("Each of them could be issued.").await;
    window.see("You need not call us.").await;
    window.see("A sample letter as it would print").await;
    window.see_drawn_page().await;
    window.photograph("93-letters-preview").await;
    window.send_form("Propose").await;
    window.see("waits for approval").await;
    window.see("the seal").await;

    // Whoever wrote it does not approve it.
    window.press("Approve version 1").await;
    window.see("Approve version 1?").await;
    window.press_marked("confirm").await;
    window.see("Let somebody else approve it").await;
    window.photograph("94-letters-not-by-the-author").await;

    staff::hands_over_to_the_approver(&window).await;
    goes_to_the_letters(&window).await;
    window.choose("Agency", "USPS").await;
    window.press("Preview version 1").await;
    window.see_heading("What would read differently with version 1").await;
    window.press("Approve version 1").await;
    window.press_marked("confirm").await;
    window.see(&format!("approved by {}", staff::APPROVER)).await;
    window.see("This seal is in force.").await;
    window.photograph("95-letters-in-force").await;

    window.follow("Settings").await;
    window.press("Work as Ayşe Łukasiewicz").await;
    window.see("Ayşe Łukasiewicz works at this window now.").await;
    takes_a_request_in(&window).await;
    window.tick("a completed Certification of Identity form").await;
    window.see("USPS 890.000").await;
    window.press("Open case").await;
    window.see("USPS-2026-00001").await;
    window.press("Confirm identity").await;
    window.send_form("Confirm identity").await;
    window.press("Choose the system and office").await;
    window.send_form("Use this system and office").await;
    window.choose_tab("Letters").await;
    window.follow("Write: Acknowledgement").await;
    window.see("You need not call us.").await;
    window.see_drawn_page().await;

    // The Spanish is a translation of the program's words, and of no others.
    window.choose(LANGUAGE, "Spanish beside the English").await;
    window.see("has no Spanish text").await;
    window.choose(LANGUAGE, "English").await;
    window.see("You need not call us.").await;
    window.photograph("96-letter-in-the-offices-words").await;
    staff::issues_the_letter(&window).await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_in_spanish_waits_for_a_translator_and_its_form_is_saved_in_spanish() {
    let mut computer = Computer::new();
    let papers = computer.papers();
    computer.will_choose(&[&papers]);
    let window = staff::sets_up_a_desk(&mut computer).await;
    takes_a_request_in(&window).await;
    window.see("USPS 890.000").await;
    window.press("Open case").await;
    window.see("USPS-2026-00001").await;
    window.choose_tab("Letters").await;
    window.see_heading("Blank forms").await;
    window.photograph("97-blank-forms").await;

    window.follow("Write: Request for what is missing").await;
    window.choose(LANGUAGE, "Spanish beside the English").await;
    window.see("Estimado/a Thảo Nguyễn").await;
    window.see("No official translator has approved the Spanish words.").await;
    window.see_drawn_page().await;
    window.photograph("98-letter-in-spanish").await;
    window.press("Save a blank form: Certification of identity").await;
    window.see("usps-certification-of-identity-es.pdf").await;
    assert!(
        papers.join("usps-certification-of-identity-es.pdf").is_file(),
        "the form lies where it was saved"
    );

    window.follow("Record a translator's approval").await;
    window.see_heading("Spanish beside the English").await;
    window.fill("Official translator", "Inés Quiroga").await;
    window.send_form("Record the approval").await;
    window.see("Inés Quiroga approved the Spanish").await;
    window.photograph("99-translation-approved").await;

    window.follow("Worklist").await;
    window.follow("USPS-2026-00001").await;
    window.choose_tab("Letters").await;
    window.follow("Write: Request for what is missing").await;
    window.see("Dear Thảo Nguyễn").await;
    staff::issues_the_letter(&window).await;

    window.follow("Worklist").await;
    window.follow("USPS-2026-00001").await;
    window.choose_tab("Letters").await;
    window.follow("Write it in Spanish: Request for what is missing").await;
    window.see("Estimado/a Thảo Nguyễn").await;
    staff::issues_the_letter(&window).await;
    window.follow("Worklist").await;
    window.follow("USPS-2026-00001").await;
    window.choose_tab("Letters").await;
    window.see("Request for what is missing, in Spanish").await;
    window.photograph("99b-letter-in-two-languages").await;
    window.close().await;
}
