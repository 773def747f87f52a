//! The rulebooks of the desk: those of the program with the office's corrections laid over them, in the order in which
//! they were taken.

use std::sync::Arc;

use chrono::NaiveDate;

use super::cases::{folded, row_values};
use super::{Correction, CorrectionWithdrawn, Desk, OverlayPreview, stamp};
use crate::casework::Ground;
use crate::error::{Code, Refusal};
use crate::law::{AgencyId, LONGEST_OVERLAY, Law, ListedRule, OverlayChange};
use crate::notices::Catalogue;
use crate::store::{OverridesMark, RefreshedRow, Store, StoredOverride, WorklistFilter};

/// The most corrections that hold at the same time: an office that needs more needs a new rulebook.
const MOST_IN_FORCE: usize = 100;
/// The fewest words of a reason; one word explains nothing to whoever reads the ledger later.
const FEWEST_WORDS: usize = 3;
/// The longest reason, in characters.
const LONGEST_REASON: usize = 2_000;
/// Whose rulebook binds every agency.
const FEDERAL: &str = "federal";

/// The law as this desk has it.
pub(super) struct LawInForce {
    /// The rulebooks of the program with the corrections laid over them.
    pub(super) law: Law,
    mark: OverridesMark,
    laid: Vec<(u32, Vec<OverlayChange>)>,
    left_out: Vec<LeftOut>,
}

/// A correction that is in force in the ledger and cannot be laid.
struct LeftOut {
    id: u32,
    taken_on: NaiveDate,
    why: String,
}

impl LawInForce {
    /// Lays the corrections that are kept in the store.
    pub(super) async fn of(store: &Store, built_in: &Law) -> Result<Self, Refusal> {
        Ok(Self::laying(built_in, &store.overrides().await?))
    }

    /// Lays those that nobody withdrew, each over those before it. One that cannot be laid is left out, and said.
    fn laying(built_in: &Law, kept: &[StoredOverride]) -> Self {
        let withdrawn = kept.iter().filter(|correction| correction.withdrawn.is_some()).count();
        let mark = OverridesMark { taken: counted(kept.len()), withdrawn: counted(withdrawn) };
        let mut left_out = Vec::new();
        let mut to_lay = Vec::new();
        for correction in kept.iter().filter(|correction| correction.withdrawn.is_none()) {
            if correction.as_written {
                to_lay.push((correction, correction.id.to_string()));
            } else {
                let why = "its text or its reason is not what the ledger has the hash of.".to_owned();
                left_out.push(LeftOut { id: correction.id, taken_on: correction.taken.on, why });
            }
        }
        let texts: Vec<(&str, &str)> =
            to_lay.iter().map(|(correction, name)| (name.as_str(), correction.text.as_str())).collect();
        if let Ok((law, changes)) = built_in.overlaid_by(&texts) {
            let laid = to_lay.iter().map(|(correction, _)| correction.id).zip(changes).collect();
            return Self { law, mark, laid, left_out };
        }
        let mut law = built_in.clone();
        let mut laid = Vec::new();
        for ((correction, _), text) in to_lay.iter().zip(texts) {
            match law.overlaid_by(&[text]) {
                Ok((with_it, changes)) => {
                    law = with_it;
                    laid.push((correction.id, changes.into_iter().flatten().collect()));
                }
                Err(error) => {
                    let (id, taken_on) = (correction.id, correction.taken.on);
                    left_out.push(LeftOut { id, taken_on, why: error.to_string() });
                }
            }
        }
        Self { law, mark, laid, left_out }
    }

    /// One sentence for each correction that is left out.
    pub(super) fn left_out_words(&self) -> Vec<String> {
        let words = |left: &LeftOut| {
            format!(
                "The office's correction {} of {} is left out of the rules: {} The rule stands as if nobody had taken \
                 it. Look at it under Rules; withdraw it, or take it again so that it fits.",
                left.id,
                left.taken_on.format("%-d %B %Y"),
                left.why.replacen("The correction cannot be taken, and nothing was changed: ", "", 1)
            )
        };
        self.left_out.iter().map(words).collect()
    }

    fn is_left_out(&self, id: u32) -> bool {
        self.left_out.iter().any(|left| left.id == id)
    }
}

/// What a change of the law does to the worklist.
struct Effect {
    rows: Vec<RefreshedRow>,
    open_cases: u32,
}

impl Desk {
    /// The law of the desk, read again where somebody took or withdrew a correction since.
    pub(super) async fn law_in_force(&self) -> Result<Arc<LawInForce>, Refusal> {
        let known = Arc::clone(&*self.room.law.read().await);
        if self.room.store.overrides_mark().await? == known.mark {
            return Ok(known);
        }
        self.lay_again().await
    }

    async fn lay_again(&self) -> Result<Arc<LawInForce>, Refusal> {
        let fresh = Arc::new(LawInForce::of(&self.room.store, &self.room.built_in).await?);
        *self.room.law.write().await = Arc::clone(&fresh);
        Ok(fresh)
    }

    /// The corrections that could not be laid over the rulebooks of this program, one sentence each.
    ///
    /// # Errors
    /// Where the store fails.
    pub async fn corrections_left_out(&self) -> Result<Vec<String>, Refusal> {
        Ok(self.law_in_force().await?.left_out_words())
    }

    /// Every rule that binds an agency as it stands on a day; without a day, as it stands now.
    ///
    /// # Errors
    /// Where there is no rulebook for the agency.
    pub async fn rules(&self, agency: &AgencyId, on: Option<NaiveDate>) -> Result<Vec<ListedRule>, Refusal> {
        Ok(self.law_in_force().await?.law.rules(agency, on.unwrap_or_else(|| self.clock.today()))?)
    }

    /// The corrections of the office, the newest first, with those that were withdrawn.
    ///
    /// # Errors
    /// Where the store fails.
    pub async fn overlays(&self) -> Result<Vec<Correction>, Refusal> {
        let law = self.law_in_force().await?;
        let kept = self.room.store.overrides().await?;
        Ok(kept.into_iter().rev().map(|stored| self.correction(stored, &law)).collect())
    }

    fn correction(&self, stored: StoredOverride, law: &LawInForce) -> Correction {
        let laid = law.laid.iter().find(|(id, _)| *id == stored.id);
        let changes = match laid {
            Some((_, changes)) => changes.clone(),
            // One that was withdrawn is shown against the rulebooks alone.
            None if stored.withdrawn.is_some() => {
                self.room.built_in.changes_of(&stored.text).unwrap_or_default()
            }
            None => Vec::new(),
        };
        let left_out = law.left_out.iter().find(|left| left.id == stored.id && stored.withdrawn.is_none());
        Correction {
            id: stored.id,
            text: stored.text,
            reason: stored.reason,
            taken_on: stored.taken.on,
            taken_by: stored.taken.by,
            withdrawn: stored.withdrawn.map(|(stamp, reason)| CorrectionWithdrawn {
                on: stamp.on,
                by: stamp.by,
                reason,
            }),
            left_out: left_out.map(|left| left.why.clone()),
            changes,
        }
    }

    /// What a correction would change. It is checked as if it were taken, and nothing is recorded.
    ///
    /// # Errors
    /// What is wrong with it, or the case that could not be worked on under it.
    pub async fn preview_overlay(&self, text: &str) -> Result<OverlayPreview, Refusal> {
        let now = self.law_in_force().await?;
        let (then, changes) = self.corrected(&now, text)?;
        let effect = self.effect(&now.law, &then).await?;
        Ok(OverlayPreview { changes, open_cases: effect.open_cases })
    }

    /// Takes a correction to the rulebooks into the ledger. It holds at once, from the days that it names.
    ///
    /// # Errors
    /// What is wrong with it, a reason that is too short, or that others changed the rules meanwhile. Nothing is
    /// recorded then.
    pub async fn take_overlay(&self, text: &str, reason: &str) -> Result<Correction, Refusal> {
        let reason = checked_reason(reason)?;
        let now = self.law_in_force().await?;
        let (then, _) = self.corrected(&now, text)?;
        let effect = self.effect(&now.law, &then).await?;
        let stamp = stamp(&self.member.staff, self.clock);
        let id = self.room.store.take_override(text, reason, &stamp, now.mark, &effect.rows).await?;
        tracing::info!(correction = id, "a correction to the rulebooks was taken");
        self.told(id).await
    }

    /// Withdraws a correction: the rules stand again as if it had not been taken. It stays in the ledger.
    ///
    /// # Errors
    /// Where no such correction holds, or a later one was built on it. Nothing is recorded then.
    pub async fn withdraw_overlay(&self, id: u32, reason: &str) -> Result<Correction, Refusal> {
        let reason = checked_reason(reason)?;
        let now = self.law_in_force().await?;
        let mut kept = self.room.store.overrides().await?;
        let place = kept.iter().position(|stored| stored.id == id && stored.withdrawn.is_none()).ok_or_else(
            || Refusal::not_found(format!("There is no correction {id} that holds. Nothing was changed.")),
        )?;
        kept.remove(place);
        let then = LawInForce::laying(&self.room.built_in, &kept);
        if let Some(left) = then.left_out.iter().find(|left| !now.is_left_out(left.id)) {
            return Err(Refusal::new(
                Code::NotAllowed,
                format!(
                    "The correction {} was taken after this one and rests on it. Withdraw that one first; nothing was changed.",
                    left.id
                ),
            ));
        }
        self.still_writes(&then.law)?;
        let effect = self.effect(&now.law, &then.law).await?;
        let stamp = stamp(&self.member.staff, self.clock);
        self.room.store.withdraw_override(id, reason, &stamp, now.mark, &effect.rows).await?;
        tracing::info!(correction = id, "a correction to the rulebooks was withdrawn");
        self.told(id).await
    }

    /// Lays the law again, and answers with a correction as it now stands.
    async fn told(&self, id: u32) -> Result<Correction, Refusal> {
        let law = self.lay_again().await?;
        let mut kept = self.room.store.overrides().await?;
        let place = kept.iter().position(|stored| stored.id == id);
        match place {
            Some(place) => Ok(self.correction(kept.swap_remove(place), &law)),
            None => Err(Refusal::not_found(format!("There is no correction {id}."))),
        }
    }

    /// The law with one more correction.
    fn corrected(&self, now: &LawInForce, text: &str) -> Result<(Law, Vec<OverlayChange>), Refusal> {
        let bad = |message: String| Refusal::bad_input("text", message);
        if now.laid.len() + now.left_out.len() >= MOST_IN_FORCE {
            return Err(bad(format!(
                "There are {MOST_IN_FORCE} corrections, as many as may hold at once. Withdraw what is no longer needed; nothing was changed."
            )));
        }
        if text.len() > LONGEST_OVERLAY {
            return Err(bad(
                "The correction is longer than 256 KB. Give it in parts; nothing was changed.".into()
            ));
        }
        let name = (now.mark.taken + 1).to_string();
        let (then, changes) =
            now.law.overlaid_by(&[(&name, text)]).map_err(|error| bad(error.to_string()))?;
        let changes: Vec<OverlayChange> = changes.into_iter().flatten().collect();
        for change in changes.iter().filter(|change| change.rulebook != FEDERAL) {
            self.answers_for(&AgencyId::new(change.rulebook.clone()))?;
        }
        self.still_writes(&then)?;
        Ok((then, changes))
    }

    /// Refuses a law by which the desk could write no letter today.
    fn still_writes(&self, then: &Law) -> Result<(), Refusal> {
        let today = self.clock.today();
        for agency in &self.room.agencies {
            let book = then.rulebook(agency)?;
            let needed = book.letter_office_on(today).map(|_| ()).and(book.cure_days_on(today).map(|_| ()));
            needed.map_err(|error| {
                let message =
                    format!("With the rules changed so, no letter could be written today: {error} Nothing was changed.");
                Refusal::new(Code::NotAllowed, message)
            })?;
        }
        Ok(())
    }

    /// What every open case shows under another law.
    ///
    /// A correction under which a case could no longer be worked on is refused, whatever the case is about.
    async fn effect(&self, now: &Law, then: &Law) -> Result<Effect, Refusal> {
        let catalogue: Arc<Catalogue> = Arc::clone(&*self.room.catalogue.read().await);
        let ground = |law| Ground {
            law,
            catalogue: &catalogue,
            today: self.clock.today(),
            actor: &self.member.actor,
            accounting: &[],
        };
        let (now, then) = (ground(now), ground(then));
        let mut effect = Effect { rows: Vec::new(), open_cases: 0 };
        let mut filter = WorklistFilter::of_everything();
        loop {
            let page = self.room.store.worklist(&filter).await?;
            for row in page.rows {
                let Ok(case) = folded(&self.room.store.events(&row.number).await?) else { continue };
                // A case that cannot be worked on as things are is no reason against a correction; it may be the cure.
                let as_it_is = row_values(&case, &now).ok();
                let values = match row_values(&case, &then) {
                    Ok(values) => values,
                    Err(_) if as_it_is.is_none() => continue,
                    Err(why) => {
                        return Err(Refusal::new(
                            Code::NotAllowed,
                            format!(
                                "With the rules changed so, {} could not be worked on: {} Nothing was changed.",
                                row.number, why.message
                            ),
                        ));
                    }
                };
                let shown = |values: &crate::store::CaseRowValues| {
                    (values.state, values.next_words.clone(), values.next_by)
                };
                effect.open_cases += u32::from(as_it_is.as_ref().map(shown) != Some(shown(&values)));
                if shown(&row.values) != shown(&values) {
                    effect.rows.push(RefreshedRow { number: row.number, version: case.version, values });
                }
            }
            match page.next_page {
                Some(next) => filter.after = Some(next),
                None => return Ok(effect),
            }
        }
    }
}

fn counted(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// A reason that whoever reads the ledger later can understand.
pub(super) fn checked_reason(reason: &str) -> Result<&str, Refusal> {
    let reason = reason.trim();
    if reason.split_whitespace().count() < FEWEST_WORDS {
        return Err(Refusal::bad_input(
            "reason",
            "Say why in a few words: the ledger keeps the reason. Nothing was changed.",
        ));
    }
    if reason.chars().count() > LONGEST_REASON || reason.chars().any(|c| c.is_control() && c != '\n') {
        return Err(Refusal::bad_input(
            "reason",
            format!(
                "The reason may have {LONGEST_REASON} letters and no control characters. Nothing was changed."
            ),
        ));
    }
    Ok(reason)
}
