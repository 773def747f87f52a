//! Disposal by the records schedule: when it may be, and what is left as proof.

use chrono::NaiveDate;
use serde::Serialize;

use super::super::{Case, LetterIssued, Role, day};
use super::Ground;
use crate::error::{Code, Refusal};
use crate::law::{Kept, Kind, LawError};

/// Through which day the papers of a case are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Keep {
    /// The last day of keeping; nothing where the office has no schedule that was checked, or the case is open.
    pub through: Option<NaiveDate>,
    /// Why, in a sentence.
    pub words: String,
    /// The schedule.
    pub cite: String,
}

/// What a disposal leaves: hashes, dates and kinds, and no person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Disposal {
    /// The case.
    pub number: String,
    /// What was asked.
    pub kinds: Vec<Kind>,
    /// The day of receipt.
    pub received: NaiveDate,
    /// The day of closing.
    pub closed: NaiveDate,
    /// The last day of keeping.
    pub kept_through: NaiveDate,
    /// The schedule.
    pub cite: String,
    /// Who proposed it.
    pub proposed_by: String,
    /// Who approved it.
    pub approved_by: String,
    /// The letters: kind, date and hash.
    pub letters: Vec<LetterLeft>,
    /// The hashes of the papers in the file.
    pub papers: Vec<String>,
}

/// What is left of a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct LetterLeft {
    /// What it was for.
    pub kind: String,
    /// Its date.
    pub dated: NaiveDate,
    /// SHA-256 of the PDF.
    pub sha256: String,
}

/// Through which day the papers of a case are kept: by the schedule for such files, and not before the time for a suit has
/// passed (5 U.S.C. 552a(g)(5)) and the disclosures that the case made have been kept their years (5 U.S.C. 552a(c)(2)).
///
/// # Errors
/// Where no rulebook answers for the agency.
pub fn keep_through(case: &Case, ground: &Ground<'_>) -> Result<Keep, LawError> {
    let kept = if case.main_kind() == Kind::Amendment { Kept::AmendmentFile } else { Kept::AccessFile };
    let schedule = match ground.law.retention(&case.agency, kept, ground.today) {
        Ok(schedule) => schedule,
        Err(LawError::NoSuchRule { .. }) => {
            return Ok(Keep {
                through: None,
                words: "No schedule is known for such files.".to_owned(),
                cite: String::new(),
            });
        }
        Err(other) => return Err(other),
    };
    let Some(closed) = case.closed else {
        return Ok(Keep { through: None, words: "An open case is kept.".to_owned(), cite: schedule.cite });
    };
    // The later of the closing and the last letter: nothing is counted from a day before the office was done.
    let last_letter = case.letters.iter().filter_map(LetterIssued::dispatched).max();
    let done = last_letter.map_or(closed, |letter| letter.max(closed));
    let Some(mut through) = schedule.kept_through(done) else {
        return Ok(Keep {
            through: None,
            words: "The office has entered no period that was checked; nothing is destroyed until it has. Enter it in Rules."
                .to_owned(),
            cite: schedule.cite,
        });
    };
    through = through.max(ground.law.suit_by(done)?.0);
    if let Ok(accounting) = ground.law.retention(&case.agency, Kept::Accounting, ground.today) {
        for entry in &case.disclosures {
            through = through.max(accounting.kept_through(entry.on).unwrap_or(through));
        }
    }
    let longer = schedule.or_longer.as_ref().map(|longer| format!(", or {longer}")).unwrap_or_default();
    let words = format!(
        "Kept through {}: {} years after {}{longer}.",
        day(through),
        schedule.years.unwrap_or_default(),
        schedule.after
    );
    Ok(Keep { through: Some(through), words, cite: schedule.cite })
}

/// Whether disposal may be proposed.
pub(super) fn may_propose(case: &Case, ground: &Ground<'_>) -> Result<(), Refusal> {
    if case.disposal_proposed.is_some() {
        return Err(Refusal::new(
            Code::NotAllowed,
            "Disposal is already proposed. Another person approves it.",
        ));
    }
    disposable(case, ground).map(|_| ())
}

fn disposable(case: &Case, ground: &Ground<'_>) -> Result<(NaiveDate, Keep), Refusal> {
    let Some(closed) = case.closed else {
        return Err(Refusal::new(Code::NotAllowed, "The case is open. Only a closed case is disposed of."));
    };
    if case.hold.is_some() {
        return Err(Refusal::new(
            Code::NotAllowed,
            "The case is held: nothing of it is destroyed until the hold is released.",
        ));
    }
    let keep = keep_through(case, ground)?;
    match keep.through {
        None => {
            Err(Refusal::not_allowed(format!("The case cannot be disposed of. {}", keep.words), keep.cite))
        }
        Some(through) if ground.today <= through => Err(Refusal::not_allowed(
            format!("The case cannot be disposed of yet. {}", keep.words),
            keep.cite,
        )),
        Some(_) => Ok((closed, keep)),
    }
}

/// The disposal of a case: proposed by one person, approved by another.
///
/// # Errors
/// Why not, with the schedule. Nothing is destroyed then.
pub fn disposal(case: &Case, ground: &Ground<'_>) -> Result<Disposal, Refusal> {
    let (closed, keep) = disposable(case, ground)?;
    let Some(proposed) = &case.disposal_proposed else {
        return Err(Refusal::new(
            Code::NotAllowed,
            "Nobody has proposed to dispose of the case. Propose it first.",
        ));
    };
    if !ground.actor.is(Role::Approver) || proposed.by == ground.actor.name {
        return Err(Refusal::new(
            Code::NotAllowed,
            "Disposal is approved by an approving official other than the one who proposed it. Nothing was destroyed.",
        ));
    }
    Ok(Disposal {
        number: case.number.clone(),
        kinds: case.kinds.clone(),
        received: case.received,
        closed,
        kept_through: keep.through.unwrap_or(closed),
        cite: keep.cite,
        proposed_by: proposed.by.clone(),
        approved_by: ground.actor.name.clone(),
        letters: case
            .letters
            .iter()
            .map(|letter| LetterLeft {
                kind: letter.kind.as_str().to_owned(),
                dated: letter.dated,
                sha256: letter.sha256.clone(),
            })
            .collect(),
        papers: case.papers.iter().map(|paper| paper.sha256.clone()).collect(),
    })
}
