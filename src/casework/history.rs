//! The history of a case as sentences that begin with the name of the staff member.

use super::{Event, Opening};
use crate::letters::LetterKind;

/// What happened, as the rest of a sentence: `recorded a signed certification of identity.`
pub fn words(event: &Event) -> String {
    match event {
        Event::Opened(Opening { number, channel, received, kinds, .. }) => {
            let kinds: Vec<_> = kinds.iter().map(|kind| kind.words()).collect();
            format!(
                "opened {number}: a request for {}, received {} {}.",
                kinds.join(" and "),
                day(*received),
                channel.words()
            )
        }
        Event::EvidenceRecorded { evidence, note, .. } => {
            with_note(&format!("recorded {}", evidence.words()), note)
        }
        Event::EvidenceRejected { evidence, reason } => {
            with_note(&format!("set {} aside", evidence.words()), reason)
        }
        Event::IdentityVerified { note, .. } => with_note("confirmed that identity is proved", note),
        Event::IdentityReviewed { note } => {
            with_note("confirmed as the second person that identity is proved", note)
        }
        Event::RepresentativeNamed { representative } => format!(
            "recorded that {}, {}, receives the medical record.",
            representative.person.name, representative.occupation
        ),
        Event::CompanionNamed { name, statement_signed } => format!(
            "recorded that {name} comes along{}.",
            if *statement_signed { ", as the requester authorised" } else { "" }
        ),
        Event::PersonChanged { role, reason, .. } => {
            with_note(&format!("changed the name or address of the {}", role.words()), reason)
        }
        Event::Triaged { road, reason, .. } => {
            with_note(&format!("chose the road: {}", road.words()), reason)
        }
        Event::LetterReceived { about, received, channel, .. } => {
            format!("recorded a letter received {} {}: {}.", day(*received), channel.words(), about.words())
        }
        Event::PaperAttached { identity, .. } => {
            if *identity { "attached a copy of an identity paper." } else { "attached a paper." }.to_owned()
        }
        Event::PaperDestroyed { why, .. } => with_note("destroyed a paper and its key", why),
        Event::Routed { system, system_name, office, reason, .. } => {
            with_note(&format!("routed the request to {system}, {system_name}: the {office}"), reason)
        }
        Event::SentToOffice { answer_by } => {
            format!("sent the request to the office, which is to answer by {}.", day(*answer_by))
        }
        Event::OfficeReminded { note, .. } => with_note("reminded the office", note),
        Event::SearchRecorded { by, items, .. } => match items.len() {
            0 => format!("recorded the answer of {by}: no record found."),
            1 => format!("recorded the answer of {by}: one record found."),
            count => format!("recorded the answer of {by}: {count} records found."),
        },
        Event::AccountingTaken { entries } => {
            let shown = entries.iter().filter(|entry| entry.shown).count();
            format!("took the accounting of disclosures: {shown} to be shown.")
        }
        Event::Referred { to, whole, why, .. } => with_note(
            &format!("referred {} to {to}", if *whole { "the request" } else { "a part of the request" }),
            why,
        ),
        Event::MedicalReviewed { finding, by, .. } => {
            format!("recorded the medical review of {by}: {}.", finding.words())
        }
        Event::ExistenceGuarded { statute, .. } => {
            format!("decided to neither confirm nor deny ({statute}).")
        }
        Event::ConsentRecorded { given_by, signed_on, .. } => {
            format!("recorded the consent that {} signed on {}.", given_by.words(), day(*signed_on))
        }
        Event::InspectionArranged { place, on, time } => {
            format!("arranged an inspection on {} at {time}: {place}.", day(*on))
        }
        Event::InspectionHeld { on, statement_signed, .. } => format!(
            "recorded the inspection of {}; the statement was {}signed.",
            day(*on),
            if *statement_signed { "" } else { "not " }
        ),
        Event::Weighed { items } => format!("weighed {} under both Acts.", counted(items.len(), "item")),
        Event::CounselSigned { note } => with_note("signed off as counsel", note),
        Event::Decided { official, title, .. } => {
            format!("recorded the decision for which {official}, {title}, is responsible.")
        }
        Event::DecisionApproved { note } => with_note("approved the decision", note),
        Event::DecisionReturned { reason } => with_note("returned the decision", reason),
        Event::DelayRecorded { expected, unusual, .. } => {
            let extended = if unusual.is_empty() {
                String::new()
            } else {
                let words: Vec<_> = unusual.iter().map(|unusual| unusual.words()).collect();
                format!(" The time under the Freedom of Information Act was extended: {}.", words.join("; "))
            };
            format!("recorded a delay: an answer is expected by {}.{extended}", day(*expected))
        }
        Event::DisputeNoted { on, how } => {
            with_note(&format!("recorded that the dispute was noted on {}", day(*on)), how)
        }
        Event::StatementFiled { received, .. } => {
            format!("filed the statement of disagreement received {}.", day(*received))
        }
        Event::ReasonsAdded { .. } => "added the agency’s reasons to the statement.".to_owned(),
        Event::RecipientsListed { recipients } => {
            format!("listed {} of the record.", counted(recipients.len(), "earlier recipient"))
        }
        Event::RecipientTold { on, how, .. } => {
            with_note(&format!("recorded that an earlier recipient was told on {}", day(*on)), how)
        }
        Event::RecipientsTold { on, how } => {
            with_note(&format!("recorded that earlier recipients were told on {}", day(*on)), how)
        }
        Event::RecipientsSpared { reason, .. } => with_note(
            "found that the change was of no error, so that earlier recipients need not be told",
            reason,
        ),
        Event::RecordAmended { on, what } => {
            with_note(&format!("recorded that the record was amended on {}", day(*on)), what)
        }
        Event::DisclosureMade { entry } => {
            format!("entered a disclosure of {} in the accounting.", day(entry.on))
        }
        Event::AppealReceived { of, received, .. } => {
            format!("recorded an appeal against {}, received {}.", of.words(), day(*received))
        }
        Event::AppealSentUp { note } => with_note("sent the copies up to the reviewing official", note),
        Event::ReviewExtended { expected, approver, .. } => {
            format!(
                "recorded that {approver} extended the time; the decision is expected by {}.",
                day(*expected)
            )
        }
        Event::AppealDecided { outcome, official, title, on, .. } => {
            format!("recorded the decision of {official}, {title}, of {}: {}.", day(*on), outcome.words())
        }
        Event::FeeAssessed { pages, .. } => {
            format!("reckoned the charge for {}.", counted(*pages as usize, "page"))
        }
        Event::FeePaid { on, .. } => format!("recorded a payment of {}.", day(*on)),
        Event::LetterIssued { kind, dated, sha256, edited, language, .. } => format!(
            "issued the letter “{}”{}, dated {}{} (SHA-256 {}…).",
            kind.words(),
            if language.is_english() { String::new() } else { format!(" in {}", language.words()) },
            day(*dated),
            match edited.len() {
                0 => String::new(),
                count => format!(", with {} edited by hand", counted(count, "paragraph")),
            },
            sha256.get(..12).unwrap_or(sha256)
        ),
        Event::LetterPosted { on, proof, .. } => {
            with_note(&format!("recorded that the letter was posted on {}", day(*on)), proof)
        }
        Event::LetterArrived { on, .. } => {
            format!("recorded that the requester received the letter on {}.", day(*on))
        }
        Event::LetterQueued { forms, .. } if forms.is_empty() => "put the letter into the outbox.".to_owned(),
        Event::LetterQueued { forms, .. } => {
            let forms: Vec<&str> = forms.iter().map(|form| form.words()).collect();
            format!("put the letter into the outbox, with the blank form for: {}.", forms.join("; "))
        }
        Event::LetterEmailed { message_id, .. } => {
            format!("sent the letter by e-mail; the mail server took it (message {message_id}).")
        }
        Event::LetterPrinted { printer, .. } => format!("printed the letter on {printer}."),
        Event::LetterNotPrinted { printer, reason, .. } => {
            format!("tried to print the letter on {printer}, and it was not printed: {reason}")
        }
        Event::Withdrawn { note } => with_note("recorded that the requester withdrew", note),
        Event::Closed { note } => with_note("closed the case", note),
        Event::Reopened { reason } => with_note("reopened the case", reason),
        Event::SensitivityChanged { sensitivity, reason, .. } => {
            with_note(&format!("changed how sensitive the record is: {}", sensitivity.words()), reason)
        }
        Event::HoldPlaced { reason } => with_note("placed a hold", reason),
        Event::HoldReleased { reason } => with_note("released the hold", reason),
        Event::Assigned { to, note, .. } if to.is_empty() => {
            with_note("gave the case back to the office", note)
        }
        Event::Assigned { to, note, .. } => with_note(&format!("gave the case to {to}"), note),
        Event::Restricted { reason } => with_note("kept the case to those who need to know", reason),
        Event::RestrictionLifted { reason } => with_note("showed the case to the office again", reason),
        Event::CaseLinked { number, why } => with_note(&format!("linked {number}"), why),
        Event::TaskAdded { text, by, .. } => format!("added a task by {}: {text}", day(*by)),
        Event::TaskFinished { task, note } => with_note(&format!("finished task {task}"), note),
        Event::StepOverruled { step, reason } => with_note(&format!("left out the step “{step}”"), reason),
        Event::DisposalProposed { note } => with_note("proposed to dispose of the case", note),
        Event::NoteAdded { text } => format!("noted: {text}"),
        Event::Undone { from, to } if from == to => format!("took back entry {from}."),
        Event::Undone { from, to } => format!("took back the entries {from} to {to}."),
    }
}

/// The same, where the reader may not learn whether there is a record: nothing that was found, decided or sent with it.
pub fn concealed_words(event: &Event) -> String {
    match event {
        Event::SearchRecorded { by, .. } => format!("recorded the answer of {by}."),
        Event::MedicalReviewed { .. }
        | Event::Weighed { .. }
        | Event::CounselSigned { .. }
        | Event::ExistenceGuarded { .. }
        | Event::DisclosureMade { .. }
        | Event::NoteAdded { .. } => "worked on the case.".to_owned(),
        Event::LetterIssued { kind: LetterKind::MedicalTransmittal | LetterKind::MinorNote, .. } => {
            "worked on the case.".to_owned()
        }
        // The form may tell that the record is a medical one.
        Event::LetterQueued { letter, .. } => {
            words(&Event::LetterQueued { letter: letter.clone(), forms: Vec::new() })
        }
        open => words(open),
    }
}

fn counted(count: usize, what: &str) -> String {
    if count == 1 { format!("one {what}") } else { format!("{count} {what}s") }
}

/// `Tue 8 Sep 2026`, as every sentence of casework says a day.
pub(super) fn day(date: chrono::NaiveDate) -> String {
    date.format("%a %-d %b %Y").to_string()
}

fn with_note(what: &str, note: &str) -> String {
    if note.is_empty() { format!("{what}.") } else { format!("{what}: {note}") }
}
