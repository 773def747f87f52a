//! The history of a case as sentences that begin with the name of the staff member.

use super::{Event, Opening};

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
        Event::EvidenceRecorded { evidence, note } => {
            with_note(&format!("recorded {}", evidence.words()), note)
        }
        Event::IdentityVerified { note, .. } => with_note("confirmed that identity is proved", note),
        Event::Routed { system, system_name, office, .. } => {
            format!("routed the request to {system}, {system_name}: the {office}.")
        }
        Event::SentToOffice { answer_by } => {
            format!("sent the request to the office, which is to answer by {}.", day(*answer_by))
        }
        Event::SearchRecorded { by, items, .. } => match items.len() {
            0 => format!("recorded the answer of {by}: no record found."),
            1 => format!("recorded the answer of {by}: one record found."),
            count => format!("recorded the answer of {by}: {count} records found."),
        },
        Event::Decided { official, title, .. } => {
            format!("recorded the decision for which {official}, {title}, is responsible.")
        }
        Event::DelayRecorded { expected, .. } => {
            format!("recorded a delay: an answer is expected by {}.", day(*expected))
        }
        Event::RecipientsTold { on, how } => {
            with_note(&format!("recorded that earlier recipients were told on {}", day(*on)), how)
        }
        Event::LetterIssued { kind, dated, sha256, .. } => format!(
            "issued the letter “{}”, dated {} (SHA-256 {}…).",
            kind.words(),
            day(*dated),
            sha256.get(..12).unwrap_or(sha256)
        ),
        Event::LetterPosted { on, .. } => format!("recorded that the letter was posted on {}.", day(*on)),
        Event::LetterQueued { .. } => "put the letter into the outbox.".to_owned(),
        Event::LetterEmailed { message_id, .. } => {
            format!("sent the letter by e-mail; the mail server took it (message {message_id}).")
        }
        Event::Withdrawn { note } => with_note("recorded that the requester withdrew", note),
        Event::Closed { note } => with_note("closed the case", note),
        Event::NoteAdded { text } => format!("noted: {text}"),
    }
}

fn day(date: chrono::NaiveDate) -> String {
    date.format("%a %-d %b %Y").to_string()
}

fn with_note(what: &str, note: &str) -> String {
    if note.is_empty() { format!("{what}.") } else { format!("{what}: {note}") }
}
