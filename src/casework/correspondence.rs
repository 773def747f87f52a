//! Letters of a case: which can be written now, and what follows when one is issued, queued or taken by the server.

use chrono::NaiveDate;

use super::{Case, Event, Ground, LetterIssued, Outcome, day};
use crate::error::{Code, Refusal};
use crate::law::LawError;
use crate::letters::{Audience, FormKind, Language, LetterKind};

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
    /// The earlier recipient to whom it goes.
    pub recipient: Option<u32>,
    /// Its language.
    pub language: Language,
    /// The clauses whose paragraphs were edited by hand.
    pub edited: Vec<String>,
    /// SHA-256 of what it was made from, in hexadecimal.
    pub source_sha256: String,
}

/// Why this kind of letter cannot be written now in that language, to that recipient where it goes to one; nothing where it
/// can. Beside an English letter that is issued there is one in each other language.
///
/// # Errors
/// Where no rulebook answers for the agency and the day.
pub fn why_not(
    case: &Case,
    kind: LetterKind,
    recipient: Option<u32>,
    language: Language,
    ground: &Ground<'_>,
) -> Result<Option<String>, LawError> {
    if !case.may_be_seen_by(ground.actor) {
        return Ok(Some("The case is kept to those who need to know of it.".to_owned()));
    }
    if case.closed.is_some() {
        return Ok(Some("The case is closed.".to_owned()));
    }
    if let Some(english) = beside(case, kind, recipient).filter(|_| !language.is_english()) {
        let issued =
            case.letters.iter().skip_while(|issued| issued.letter != english.letter).find(|issued| {
                issued.kind == kind && issued.recipient == recipient && issued.language == language
            });
        return Ok(issued.map(|issued| {
            format!("In {} it was issued with the date {}.", language.words(), day(issued.dated))
        }));
    }
    let say = |words: &str| Some(words.to_owned());
    let decided = case.determination.is_some();
    let seen = |since: NaiveDate| case.newest(kind).filter(|issued| issued.dated >= since);
    let once_since = |since: NaiveDate| seen(since).map(issued_already);
    let once = || once_since(NaiveDate::MIN);
    Ok(match kind {
        LetterKind::Acknowledgement => {
            if decided {
                say("The case is decided; the answer itself goes out.")
            } else if !super::clocks::asks_acknowledgement(case, ground)? {
                say("No rule asks for an acknowledgement of this request.")
            } else {
                once()
            }
        }
        LetterKind::Deficiency => {
            if decided {
                say("The case is decided; nothing more can be asked.")
            } else if super::next::missing(case, ground)?.is_empty() {
                say("Nothing is missing.")
            } else {
                None
            }
        }
        LetterKind::Delay => {
            if decided {
                say("The case is decided.")
            } else if case.foia_extension.is_none() && !super::clocks::asks_delay_notice(case, ground)? {
                say("No rule asks for a delay notice here.")
            } else if case.delay.is_none() {
                say("Record the reason and the expected day first.")
            } else {
                None
            }
        }
        LetterKind::Grant
        | LetterKind::Notification
        | LetterKind::Amended
        | LetterKind::AmendmentRefused
        | LetterKind::Denial
        | LetterKind::ConfidentialSource
        | LetterKind::MedicalRepresentative
        | LetterKind::Accounting => decision_why_not(case, kind),
        LetterKind::FinalAmendment | LetterKind::FinalAccess => match case.final_letter() {
            None => say("No appeal is decided."),
            Some(due) if due != kind => say("The decision calls for another letter."),
            Some(_) => case.final_letter_issued().map(issued_already),
        },
        LetterKind::Extension => match case.appeal().and_then(|appeal| appeal.extension.as_ref()) {
            None => say("The time for the review was not extended."),
            Some(extension) => once_since(extension.on),
        },
        LetterKind::AppealTransmittal => match case.appeal() {
            None => say("There is no appeal in this case."),
            Some(appeal) if appeal.decision.is_some() => say("The appeal is already decided."),
            Some(_) => None,
        },
        LetterKind::RecipientNotice => recipient_why_not(case, recipient),
        LetterKind::StatementFiled => match &case.statement {
            None => say("There is no statement of disagreement."),
            Some(statement) => once_since(statement.on),
        },
        LetterKind::Referral => match case.referrals.last() {
            None => say("The request was not referred."),
            Some(referral) => once_since(referral.on),
        },
        LetterKind::FoiaRoute => match case.ending_letter() {
            Some(LetterKind::FoiaRoute) => once(),
            _ => say("The request is answered under the Privacy Act. Choose the road first."),
        },
        LetterKind::MedicalTransmittal | LetterKind::MinorNote => medical_why_not(case, kind),
        LetterKind::Fee => match &case.fee {
            None => say("No charge was reckoned."),
            Some(_) => None,
        },
        LetterKind::ConsentReturned => {
            if case.needs_consent() {
                None
            } else {
                say("No consent is wanting.")
            }
        }
        LetterKind::Inspection => match &case.inspection {
            None => say("No inspection is arranged."),
            Some(_) if case.approval_wanted() || !decided => {
                say("Decide first that the records may be seen.")
            }
            Some(_) => None,
        },
        LetterKind::Withdrawal => match case.withdrawn {
            None => say("The requester did not withdraw."),
            Some(on) => once_since(on),
        },
        LetterKind::ClosedUnanswered => match case.cure_by(ground)? {
            _ if decided => say("The case is decided."),
            None => say("Nobody was asked for anything that is still missing."),
            Some(through) if ground.today <= through => {
                Some(format!("What is missing may be sent through {}.", day(through)))
            }
            Some(_) => once(),
        },
        LetterKind::Tasking | LetterKind::SearchAttestation | LetterKind::RoutingSlip => {
            if case.routing.is_none() {
                say("Confirm the system of records and the office first.")
            } else if super::may(case, super::CommandName::SendToOffice, ground).is_err()
                && case.sent.is_none()
            {
                say("Work on the records may not begin yet.")
            } else if kind == LetterKind::Tasking && case.sent.is_none() {
                say("Send the request to the office first: its suspense date stands in the letter.")
            } else {
                None
            }
        }
        LetterKind::DisposalCertificate => say("It is made when the case is disposed of."),
        LetterKind::Envelope | LetterKind::CertifiedMail => {
            if case.letters.is_empty() {
                say("No letter is issued yet.")
            } else {
                None
            }
        }
    })
}

/// The English letter beside which one in another language stands: the newest of the kind, to the same recipient.
fn beside(case: &Case, kind: LetterKind, recipient: Option<u32>) -> Option<&LetterIssued> {
    case.letters_of_record().rev().find(|issued| issued.kind == kind && issued.recipient == recipient)
}

fn decision_why_not(case: &Case, kind: LetterKind) -> Option<String> {
    match case.decision_letter() {
        None => Some("Nothing is decided yet.".to_owned()),
        Some(due) if due != kind => Some("The decision calls for another letter.".to_owned()),
        Some(_) => case.decision_letter_issued().map(issued_already),
    }
}

fn recipient_why_not(case: &Case, recipient: Option<u32>) -> Option<String> {
    let Some(number) = recipient else {
        return Some(if case.recipients.is_empty() {
            "The case lists nobody who had the record before.".to_owned()
        } else {
            "Say to which of the earlier recipients it goes.".to_owned()
        });
    };
    let Some(changed) = case.changed_on.last() else {
        return Some("Nothing was amended or disputed, so there is nobody to tell.".to_owned());
    };
    if !case.recipients.iter().any(|known| known.recipient.recipient == number) {
        return Some("The case lists no such recipient.".to_owned());
    }
    case.letters_of_record()
        .find(|letter| {
            letter.kind == LetterKind::RecipientNotice
                && letter.recipient == Some(number)
                && letter.dated >= *changed
        })
        .map(issued_already)
}

fn issued_already(letter: &LetterIssued) -> String {
    format!("It was issued with the date {}.", day(letter.dated))
}

fn medical_why_not(case: &Case, kind: LetterKind) -> Option<String> {
    let goes = case
        .determination
        .as_ref()
        .is_some_and(|made| made.parts.iter().any(|part| part.outcome == Outcome::ToRepresentative));
    if !goes || case.approval_wanted() {
        return Some("No medical record goes to a person named to receive it.".to_owned());
    }
    if kind == LetterKind::MinorNote && !case.minor_medical {
        return Some("The record is not a minor’s.".to_owned());
    }
    if case.representative.is_none() {
        return Some("Record the name and address of the person who receives the record first.".to_owned());
    }
    case.newest(kind).map(issued_already)
}

/// Why a letter that can be drafted cannot be issued yet: a second person reads the draft of a denial or refusal first, and
/// one in another language stands beside the English one.
pub fn why_not_issue(
    case: &Case,
    kind: LetterKind,
    recipient: Option<u32>,
    language: Language,
) -> Option<String> {
    if !language.is_english() && beside(case, kind, recipient).is_none() {
        return Some(format!(
            "Issue the English letter first: the one in {} stands beside it.",
            language.words()
        ));
    }
    let carries = case.final_letter() == Some(kind)
        || (case.appeals.is_empty() && case.decision_letter() == Some(kind));
    (carries && case.approval_wanted()).then(|| "A second person must approve the decision first.".to_owned())
}

/// What follows when a letter is issued.
///
/// # Errors
/// Where such a letter cannot be written now.
pub fn issue(case: &Case, letter: &FrozenLetter, ground: &Ground<'_>) -> Result<Vec<Event>, Refusal> {
    if let Some(reason) = why_not(case, letter.kind, letter.recipient, letter.language, ground)? {
        return Err(Refusal::new(Code::NotAllowed, format!("This letter cannot be issued now. {reason}")));
    }
    if let Some(reason) = why_not_issue(case, letter.kind, letter.recipient, letter.language) {
        return Err(Refusal::new(Code::NotAllowed, format!("This letter cannot be issued yet. {reason}")));
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
        recipient: letter.recipient,
        language: letter.language,
        edited: letter.edited.clone(),
        source_sha256: Some(letter.source_sha256.clone()),
    }])
}

/// What follows when a letter is put into the outbox, with the blank forms that go with it.
///
/// # Errors
/// Where there is no such letter, it waits or has gone already, the requester gave no e-mail address, or a form is named twice.
pub fn queue(case: &Case, letter: &str, forms: &[FormKind]) -> Result<Vec<Event>, Refusal> {
    let issued = case.letter(letter).ok_or_else(|| Refusal::not_found("This case has no such letter."))?;
    if issued.kind.audience() != Audience::Requester {
        return Err(Refusal::new(
            Code::NotAllowed,
            "That letter does not go to the requester, so it cannot be e-mailed to the requester’s address. Print it and post it.",
        ));
    }
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
        return Err(Refusal::new(Code::NotAllowed, format!("That letter was e-mailed on {}.", day(on))));
    }
    if forms.iter().enumerate().any(|(at, form)| forms[..at].contains(form)) {
        return Err(Refusal::bad_input("forms", "A form is named twice. Name each form once."));
    }
    Ok(vec![Event::LetterQueued { letter: letter.to_owned(), forms: forms.to_vec() }])
}

/// What follows when the mail server has taken a letter.
pub fn emailed(letter: &str, message_id: &str) -> Vec<Event> {
    vec![Event::LetterEmailed { letter: letter.to_owned(), message_id: message_id.to_owned() }]
}

/// What follows when the print service has finished the job of a letter.
pub fn printed(letter: &str, printer: &str) -> Vec<Event> {
    vec![Event::LetterPrinted { letter: letter.to_owned(), printer: printer.to_owned() }]
}

/// What follows when the job of a letter ended without being printed: it waits as before, with the reason.
pub fn not_printed(letter: &str, printer: &str, reason: &str) -> Vec<Event> {
    vec![Event::LetterNotPrinted {
        letter: letter.to_owned(),
        printer: printer.to_owned(),
        reason: reason.to_owned(),
    }]
}

/// The letters that wait for the printer: they leave the office, by post, and were not printed.
pub fn waiting_to_print(case: &Case) -> impl Iterator<Item = &super::LetterIssued> {
    undispatched(case).filter(|letter| letter.printed.is_none() && !letter.queued)
}

/// The letters that wait to leave the office: issued, neither posted nor e-mailed.
pub fn undispatched(case: &Case) -> impl Iterator<Item = &super::LetterIssued> {
    case.letters.iter().filter(|letter| letter.dispatched().is_none() && letter.kind.leaves_the_office())
}
