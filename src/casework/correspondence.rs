//! Letters of a case: which can be written now, and what follows when one is issued, queued or taken by the server.

use chrono::NaiveDate;

use super::{Case, Event, Ground};
use crate::error::{Code, Refusal};
use crate::law::LawError;
use crate::letters::LetterKind;

/// A letter, frozen: what the ledger records of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrozenLetter {
    /// The id under which its bytes are kept.
    pub letter: String,
    /// What it is for.
    pub kind: LetterKind,
    /// The date on it.
    pub dated: NaiveDate,
    /// SHA-256 of the PDF, in hexadecimal.
    pub sha256: String,
    /// The size in bytes.
    pub bytes: u32,
    /// The version of the clauses.
    pub clauses_version: String,
}

/// Why this kind of letter cannot be written now; nothing where it can.
///
/// # Errors
/// Where no rulebook answers for the agency and the day.
pub fn why_not(case: &Case, kind: LetterKind, ground: &Ground<'_>) -> Result<Option<String>, LawError> {
    if case.closed.is_some() {
        return Ok(Some("The case is closed.".to_owned()));
    }
    let issued = |kind| case.letters.iter().find(|letter| letter.kind == kind);
    let once = |kind| issued(kind).map(|letter| format!("It was issued with the date {}.", letter.dated));
    let decided = case.determination.is_some();
    Ok(match kind {
        LetterKind::Acknowledgement => {
            if decided {
                Some("The case is decided; the answer itself goes out.".to_owned())
            } else if !super::clocks::asks_acknowledgement(case, ground)? {
                Some("No rule asks for an acknowledgement of this request.".to_owned())
            } else {
                once(kind)
            }
        }
        LetterKind::Deficiency => {
            if decided {
                Some("The case is decided; nothing more can be asked.".to_owned())
            } else if super::next::missing(case, ground)?.is_empty() {
                Some("Nothing is missing.".to_owned())
            } else {
                None
            }
        }
        LetterKind::Delay => {
            if decided {
                Some("The case is decided.".to_owned())
            } else if !super::clocks::asks_delay_notice(case, ground)? {
                Some("No rule asks for a delay notice here.".to_owned())
            } else if case.delay.is_none() {
                Some("Record the reason and the expected day first.".to_owned())
            } else {
                None
            }
        }
        decision => match case.decision_letter() {
            None => Some("Nothing is decided yet.".to_owned()),
            Some(due) if due == decision => once(decision),
            Some(_) => Some("The decision calls for another letter.".to_owned()),
        },
    })
}

/// What follows when a letter is issued.
///
/// # Errors
/// Where such a letter cannot be written now.
pub fn issue(case: &Case, letter: &FrozenLetter, ground: &Ground<'_>) -> Result<Vec<Event>, Refusal> {
    if let Some(reason) = why_not(case, letter.kind, ground)? {
        return Err(Refusal::new(Code::NotAllowed, format!("This letter cannot be issued now. {reason}")));
    }
    if letter.dated < case.received || letter.dated > ground.today {
        return Err(Refusal::bad_input("dated", "A letter bears the day on which it is issued."));
    }
    Ok(vec![Event::LetterIssued {
        letter: letter.letter.clone(),
        kind: letter.kind,
        dated: letter.dated,
        sha256: letter.sha256.clone(),
        bytes: letter.bytes,
        clauses_version: letter.clauses_version.clone(),
    }])
}

/// What follows when a letter is put into the outbox.
///
/// # Errors
/// Where there is no such letter, it waits or has gone already, or the requester gave no e-mail address.
pub fn queue(case: &Case, letter: &str) -> Result<Vec<Event>, Refusal> {
    let issued = case.letter(letter).ok_or_else(|| Refusal::not_found("This case has no such letter."))?;
    if case.requester.email.is_none() {
        return Err(Refusal::bad_input(
            "email",
            "The requester gave no e-mail address. Print the letter and post it.",
        ));
    }
    if issued.queued {
        return Err(Refusal::new(Code::NotAllowed, "That letter already waits in the outbox."));
    }
    if let Some(on) = issued.emailed {
        return Err(Refusal::new(Code::NotAllowed, format!("That letter was e-mailed on {on}.")));
    }
    Ok(vec![Event::LetterQueued { letter: letter.to_owned() }])
}

/// What follows when the mail server has taken a letter.
pub fn emailed(letter: &str, message_id: &str) -> Vec<Event> {
    vec![Event::LetterEmailed { letter: letter.to_owned(), message_id: message_id.to_owned() }]
}

/// The letters that wait to leave the office: issued, neither posted nor e-mailed.
pub fn undispatched(case: &Case) -> impl Iterator<Item = &super::LetterIssued> {
    case.letters.iter().filter(|letter| letter.dispatched().is_none())
}
