//! An access request by mail to the Social Security Administration for a chat transcript, from intake to the letter.

use std::process::Command;

use docket_window_tests::Computer;

use crate::staff;

#[tokio::test(flavor = "multi_thread")]
async fn a_chat_transcript_is_asked_for_by_mail_granted_and_posted() {
    let mut computer = Computer::new();
    let papers = computer.papers();
    computer.will_choose(&[&papers]);
    let window = staff::sets_up_a_desk(&mut computer).await;

    window.follow("New").await;
    window.choose("For", "SSA").await;
    window.fill("Received", "2026-09-14").await;
    window.fill("Requester's name", "Renée Okonkwo-Hašek").await;
    window.fill("Postal address", "14 Larkmoor Row\nBaltimore, MD 21299").await;
    window
        .fill("Their words", "Please send me a copy of the transcript of my Click-to-Chat conversation with your employee about my benefits.")
        .await;
    window.tick("Access: to see a record or have a copy").await;
    for (n, name, value) in
        [(1, "ssn", "987-65-4321"), (2, "chat_date", "2 September"), (3, "topic", "benefits")]
    {
        window.press("+ Add a particular").await;
        window.fill(&format!("Particular {n}"), name).await;
        window.fill(&format!("Its value {n}"), value).await;
    }
    window.tick("a signed certification of identity").await;
    window.tick("the signed false-pretenses statement").await;
    window.see("60-0383").await;
    window.see("20 CFR 401.").await;
    window.photograph("20-ssa-intake").await;
    window.press("Open case").await;

    window.see("SSA-2026-00001").await;
    window.photograph("21-ssa-case").await;
    window.press("Confirm identity").await;
    window.send_form("Confirm identity").await;
    window.press("Choose the system and office").await;
    window.see("Which system, which office").await;
    window.photograph("22-ssa-route").await;
    window.send_form("Use this system and office").await;
    window.press("Send to the office").await;
    window.fill("Answer expected by", "2026-09-28").await;
    window.send_form("Record as sent").await;
    window.press("Record what the office found").await;
    window.fill("Who searched", "Dana Whitlock, IT Specialist").await;
    window.fill("Where they searched", "the Customer Engagement Tools Record System").await;
    window
        .fill(
            "How they searched",
            "by your name, your Social Security number, and the topic and date of the chat",
        )
        .await;
    window.fill("Record 1", "the transcript of your chat of September 2").await;
    window.fill("Pages of record 1", "3").await;
    window.photograph("23-ssa-search").await;
    window.send_form("Record the answer").await;
    window.press("Record the decision").await;
    window.fill("Official responsible", "Morgan Ellery").await;
    window.fill("Their title", "Director, Office of IT Enterprise Business Support").await;
    window.send_form("Record the decision").await;
    window.press("Write: Grant of access").await;
    window.see_drawn_page().await;
    window.photograph("24-ssa-letter").await;
    staff::issues_the_letter(&window).await;
    window.see_drawn_page().await;
    window.photograph("25-ssa-issued").await;

    window.press("Save as PDF").await;
    window.see("SSA-2026-00001-grant.pdf").await;
    let letter = papers.join("SSA-2026-00001-grant.pdf");
    let read = Command::new("pdftotext")
        .arg("-layout")
        .arg(&letter)
        .arg("-")
        .output()
        .expect("poppler-utils is installed");
    let read = String::from_utf8_lossy(&read.stdout).into_owned();
    for words in ["Renée Okonkwo-Hašek", "SSA-2026-00001", "transcript of your chat of September 2"] {
        assert!(read.contains(words), "the letter lacks “{words}”:\n{read}");
    }
    assert!(!read.contains("987-65-4321"), "the letter repeats the Social Security number:\n{read}");

    window.press("Mark as posted").await;
    window.see("Posted Wed 16 Sep 2026").await;
    window.follow("← Back to the case").await;
    window.choose_tab("History").await;
    window.see("Ayşe Łukasiewicz").await;
    window.photograph("26-ssa-history").await;
    computer.pull_the_plug(window);

    let window = staff::comes_back(&mut computer).await;
    window.follow("SSA-2026-00001").await;
    window.choose_tab("Letters").await;
    window.see("posted Wed 16 Sep 2026").await;
    window.close().await;

    let log: String = std::fs::read_dir(computer.data().join("log"))
        .expect("the program keeps a log")
        .map(|file| {
            std::fs::read_to_string(file.expect("the log can be listed").path()).expect("the log is text")
        })
        .collect();
    for private in ["Okonkwo", "Larkmoor", "987-65", "transcript"] {
        assert!(!log.contains(private), "the log names “{private}”");
    }
}
