//! What the office's own papers must have.

use super::super::LetterKind::{
    AppealTransmittal, DisposalCertificate, RoutingSlip, SearchAttestation, Tasking,
};
use super::super::wording::{bare, long_date};
use super::Inspection;

pub(super) fn inspect(letter: &mut Inspection<'_>) {
    if letter.is(&[Tasking]) {
        tasking(letter);
    }
    if letter.is(&[SearchAttestation]) {
        let fault = letter
            .without("attestation.fields", "The form does not ask where and how was searched.")
            .or_else(|| {
                letter.without("attestation.signature", "The form has no place for name, title and date.")
            });
        let cite = letter.cite("39 CFR 266.5(c)", "20 CFR 401.50(a)");
        letter.record("attestation-asked", "It asks where, how and by whom was searched.", cite, fault);
    }
    if letter.is(&[RoutingSlip]) {
        let stations = &letter.letter.facts.stations;
        let fault = if stations.is_empty() {
            Some("The file goes nowhere.".to_owned())
        } else {
            letter.unsaid("a station of the file", stations.iter().map(|station| station.office.as_str()))
        };
        letter.record("stations", "It names every station of the file.", "office rule", fault);
    }
    if letter.is(&[AppealTransmittal]) {
        let papers = &letter.letter.facts.papers;
        let fault = if papers.is_empty() {
            Some("No copy goes with the paper.".to_owned())
        } else {
            letter.unsaid("a paper of the file", papers.iter().map(String::as_str))
        };
        let cite = letter.cite("39 CFR 266.6(a)(2)", "20 CFR 401.70(d)");
        letter.record("papers-listed", "It lists the copies that go up.", cite, fault);
    }
    if letter.is(&[DisposalCertificate]) {
        disposal(letter);
    }
}

fn tasking(letter: &mut Inspection<'_>) {
    let cite = letter.cite("39 CFR 266.2(b)", "20 CFR 401.40(c)");
    let fault = match &letter.letter.facts.task {
        None => Some("What to search for is not known.".to_owned()),
        Some(task) => letter
            .unsaid("what to search for", [task.asked.as_str()])
            .or_else(|| letter.unsaid("by when to answer", [long_date(task.answer_by).as_str()]))
            .or_else(|| {
                letter.unsaid("what to search by", task.particulars.iter().map(|one| one.value.as_str()))
            })
            .or_else(|| letter.unsaid("what to send back", ["search attestation"])),
    };
    letter.record(
        "task-clear",
        "It says what to search for, by what, until when, and what to send back.",
        cite,
        fault,
    );
}

/// Hashes, kinds and dates, and no person.
fn disposal(letter: &mut Inspection<'_>) {
    let facts = &letter.letter.facts;
    let fault = match &facts.disposal {
        None => Some("What was destroyed is not known.".to_owned()),
        Some(disposal) if disposal.items.is_empty() => Some("Nothing is listed.".to_owned()),
        Some(disposal) => disposal
            .items
            .iter()
            .find(|item| item.sha256.len() != 64 || !item.sha256.chars().all(|c| c.is_ascii_hexdigit()))
            .map(|item| format!("“{}” is no SHA-256.", item.sha256))
            .or_else(|| letter.unsaid("what allows the disposal", [disposal.authority.as_str()]))
            .or_else(|| letter.unsaid("a hash", disposal.items.iter().map(|item| item.sha256.as_str()))),
    };
    letter.record(
        "disposal-listed",
        "It lists what was destroyed, by kind, date and hash.",
        "office rule",
        fault,
    );

    let people = facts.subject_name.iter().chain(&facts.requester_name).chain(&facts.other_names);
    let fault = people
        .map(|name| bare(name))
        .find_map(|name| letter.sentence_where(|sentence| bare(sentence).contains(&name)));
    letter.record("names-nobody", "It names no person.", "5 U.S.C. 552a(b)", fault);
}
