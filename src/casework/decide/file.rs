//! The file: letters that left and arrived, who has it, holds, tasks, closing and reopening.

use super::super::{Case, Command, Event, day, next};
use super::{Ground, between, needed, not_in_the_future, optional};
use crate::error::{Code, Refusal};

pub(super) fn decide(case: &Case, command: &Command, ground: &Ground<'_>) -> Result<Vec<Event>, Refusal> {
    let event = match command {
        Command::RecordPosted { letter, on, proof } => {
            let issued = case.letter(letter).ok_or_else(no_such_letter)?;
            if let Some(posted) = issued.posted {
                return Err(Refusal::new(
                    Code::NotAllowed,
                    format!("That letter is already recorded as posted on {}.", day(posted)),
                ));
            }
            not_in_the_future("on", *on, ground)?;
            if *on < issued.dated {
                return Err(Refusal::bad_input(
                    "on",
                    format!("The letter is dated {}; it cannot have been posted before.", issued.dated),
                ));
            }
            Event::LetterPosted { letter: letter.clone(), on: *on, proof: optional("proof", proof)? }
        }
        Command::RecordArrival { letter, on, how } => {
            let issued = case.letter(letter).ok_or_else(no_such_letter)?;
            let Some(sent) = issued.dispatched() else {
                return Err(Refusal::new(
                    Code::NotAllowed,
                    "That letter has not left the office. Nothing was changed.",
                ));
            };
            between("on", *on, sent, "The letter left the office", ground)?;
            Event::LetterArrived { letter: letter.clone(), on: *on, how: optional("how", how)? }
        }
        Command::Withdraw { note } => {
            Event::Withdrawn { note: needed("note", note, "Write down what the requester said.")? }
        }
        Command::Close { note } => Event::Closed { note: optional("note", note)? },
        Command::Reopen { reason } => {
            Event::Reopened { reason: needed("reason", reason, "Say why the case is opened again.")? }
        }
        Command::PlaceHold { reason } => {
            Event::HoldPlaced { reason: needed("reason", reason, "Say why everything is kept.")? }
        }
        Command::ReleaseHold { reason } => {
            Event::HoldReleased { reason: needed("reason", reason, "Say why the hold ends.")? }
        }
        Command::Assign { to, unit, note } => Event::Assigned {
            to: optional("to", to)?,
            unit: optional("unit", unit)?,
            note: optional("note", note)?,
        },
        Command::Restrict { reason } => {
            Event::Restricted { reason: needed("reason", reason, "Say why not everybody may see the case.")? }
        }
        Command::LiftRestriction { reason } => Event::RestrictionLifted {
            reason: needed("reason", reason, "Say why everybody may see the case.")?,
        },
        Command::AddTask { text, by, who } => Event::TaskAdded {
            text: needed("text", text, "Say what is to be done.")?,
            by: *by,
            who: optional("who", who)?,
        },
        Command::FinishTask { task, note } => {
            if !case.tasks.iter().any(|known| known.task == *task && known.done.is_none()) {
                return Err(Refusal::bad_input(
                    "task",
                    "The case has no such open task. Nothing was changed.",
                ));
            }
            Event::TaskFinished { task: *task, note: optional("note", note)? }
        }
        Command::Overrule { step, reason } => overrule(case, step, reason, ground)?,
        Command::ProposeDisposal { note } => Event::DisposalProposed { note: optional("note", note)? },
        Command::AddNote { text } => {
            Event::NoteAdded { text: needed("text", text, "Write the note first.")? }
        }
        _ => return Ok(Vec::new()),
    };
    Ok(vec![event])
}

fn no_such_letter() -> Refusal {
    Refusal::not_found("This case has no such letter.")
}

/// The steps that a person may leave out with a reason: those that help the work along. What the law asks of the agency before
/// it acts or ends a case (proof, a second person, telling recipients) is not among them.
const MAY_BE_LEFT_OUT: &[&str] = &[
    "triage",
    "write-letter:acknowledgement",
    "write-letter:delay",
    "record-delay",
    "write-letter:deficiency",
    "write-letter:closed-unanswered",
    "write-letter:statement-filed",
    "write-letter:extension",
    "await-requester",
    "remind-office",
    "record-inspection",
    "assess-fee",
    "send-appeal-up",
];

fn overrule(case: &Case, step: &str, reason: &str, ground: &Ground<'_>) -> Result<Event, Refusal> {
    let asked = next::next_steps(case, ground)?;
    if !asked.iter().any(|asked| next::key(asked) == step) {
        return Err(Refusal::bad_input(
            "step",
            "The program does not ask that step now. Nothing was changed.",
        ));
    }
    if !MAY_BE_LEFT_OUT.contains(&step) {
        return Err(Refusal::new(
            Code::NotAllowed,
            "The law asks that step, and nobody here can leave it out. Nothing was changed.",
        ));
    }
    let reason = needed("reason", reason, "Say why the step is not needed here: the ledger keeps it.")?;
    Ok(Event::StepOverruled { step: step.to_owned(), reason })
}
