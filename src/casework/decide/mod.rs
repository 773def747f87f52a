//! A command to a case: the events that follow, or the reason why it cannot be.
//!
//! `gate` says whether a command may be given at all as the case stands, by this person; the other files say what follows
//! from it. Need-to-know, two persons and blocking are decided here and nowhere else.

mod afterwards;
mod appeal;
mod determination;
mod disposal;
mod file;
mod gate;
mod identity;
mod roads;
mod search;

use chrono::NaiveDate;

use super::{AccountingEntry, Actor, Case, Command, Event, day, undo};
use crate::error::Refusal;
use crate::law::Law;
use crate::notices::Catalogue;

pub use appeal::{component, second_look};
pub use disposal::{Disposal, Keep, LetterLeft, disposal, keep_through};
pub use gate::{ActionOffer, actions, may};
pub(super) use identity::representative;
pub use roads::exemptions;

/// What a decision rests on besides the case: the law, the catalogue, the day, who acts, and what the accounting of
/// disclosures has on the subject and the system of the case.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    /// The rulebooks and the calendar.
    pub law: &'a Law,
    /// The systems of records with their revisions.
    pub catalogue: &'a Catalogue,
    /// The civil day in the agency's time zone.
    pub today: NaiveDate,
    /// Who acts.
    pub actor: &'a Actor,
    /// The accounting of disclosures of the subject's record in the system of the case, as the desk keeps it.
    pub accounting: &'a [AccountingEntry],
}

/// The longest free text in a command, in bytes.
const LONGEST_WORDS: usize = 20_000;

/// What follows from a command.
///
/// # Errors
/// A sentence that says why not, with the citation where a rule forbids it. Nothing has changed then.
pub fn decide(case: &Case, command: &Command, ground: &Ground<'_>) -> Result<Vec<Event>, Refusal> {
    may(case, command.name(), ground)?;
    match command {
        Command::RecordEvidence { .. }
        | Command::RejectEvidence { .. }
        | Command::VerifyIdentity { .. }
        | Command::ReviewIdentity { .. }
        | Command::NameRepresentative { .. }
        | Command::NameCompanion { .. }
        | Command::ChangePerson { .. }
        | Command::RecordConsent { .. } => identity::decide(case, command, ground),
        Command::Triage { .. }
        | Command::RecordLetter { .. }
        | Command::Refer { .. }
        | Command::RecordMedicalReview { .. }
        | Command::GuardExistence { .. }
        | Command::ChangeSensitivity { .. }
        | Command::ArrangeInspection { .. }
        | Command::RecordInspection { .. } => roads::decide(case, command, ground),
        Command::Route { .. }
        | Command::SendToOffice { .. }
        | Command::RemindOffice { .. }
        | Command::RecordSearch { .. }
        | Command::TakeAccounting { .. } => search::decide(case, command, ground),
        Command::Weigh { .. }
        | Command::SignAsCounsel { .. }
        | Command::Decide { .. }
        | Command::ApproveDecision { .. }
        | Command::ReturnDecision { .. }
        | Command::RecordDelay { .. }
        | Command::AssessFee { .. }
        | Command::RecordPayment { .. } => determination::decide(case, command, ground),
        Command::NoteDispute { .. }
        | Command::FileStatement { .. }
        | Command::AddReasons { .. }
        | Command::ListRecipients { .. }
        | Command::TellRecipient { .. }
        | Command::RecordRecipientsTold { .. }
        | Command::SpareRecipients { .. }
        | Command::RecordDisclosure { .. } => afterwards::decide(case, command, ground),
        Command::RecordAppeal { .. }
        | Command::SendAppealUp { .. }
        | Command::ExtendReview { .. }
        | Command::DecideAppeal { .. }
        | Command::RecordAmended { .. } => appeal::decide(case, command, ground),
        Command::RecordPosted { .. }
        | Command::RecordArrival { .. }
        | Command::Withdraw { .. }
        | Command::Close { .. }
        | Command::Reopen { .. }
        | Command::PlaceHold { .. }
        | Command::ReleaseHold { .. }
        | Command::Assign { .. }
        | Command::Restrict { .. }
        | Command::LiftRestriction { .. }
        | Command::AddTask { .. }
        | Command::FinishTask { .. }
        | Command::Overrule { .. }
        | Command::ProposeDisposal { .. }
        | Command::AddNote { .. } => file::decide(case, command, ground),
        Command::Undo {} => Ok(undo::decide(case)),
    }
}

fn not_in_the_future(field: &str, on: NaiveDate, ground: &Ground<'_>) -> Result<(), Refusal> {
    if on > ground.today {
        return Err(Refusal::bad_input(field, format!("{on} is in the future. Check the date.")));
    }
    Ok(())
}

/// A day that has come, and not before another.
fn between(
    field: &str,
    on: NaiveDate,
    first: NaiveDate,
    what_was: &str,
    ground: &Ground<'_>,
) -> Result<(), Refusal> {
    not_in_the_future(field, on, ground)?;
    if on < first {
        return Err(Refusal::bad_input(
            field,
            format!("{what_was} on {}; {} is before it. Check the date.", day(first), day(on)),
        ));
    }
    Ok(())
}

fn needed(field: &str, text: &str, sentence: &str) -> Result<String, Refusal> {
    let text = optional(field, text)?;
    if text.is_empty() { Err(Refusal::bad_input(field, sentence)) } else { Ok(text) }
}

fn optional(field: &str, text: &str) -> Result<String, Refusal> {
    if text.len() > LONGEST_WORDS {
        return Err(Refusal::bad_input(field, "That text is too long. Keep what belongs in the file."));
    }
    Ok(text.trim().to_owned())
}

fn lines(field: &str, given: &[String]) -> Result<Vec<String>, Refusal> {
    let kept = given.iter().map(|line| optional(field, line)).collect::<Result<Vec<_>, _>>()?;
    Ok(kept.into_iter().filter(|line| !line.is_empty()).collect())
}
