//! An office's own corrections to a rulebook, without a new program: new versions of rules, laid over those that came
//! with it. Pure: the desk keeps the overlay in its ledger and shows the changes before they are taken.

use std::sync::Arc;

use chrono::NaiveDate;
use serde::Serialize;

use super::{
    LawError,
    in_force::{Entry, plain},
    listing::{fields_of, heading},
    pages::Pages,
};

/// One rule that an overlay changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct OverlayChange {
    /// Whose rulebook: `usps`, or `federal`.
    pub rulebook: String,
    /// What kind of rule: `office`, `clock`.
    pub kind: String,
    /// Which rule: `general-counsel`.
    pub rule: String,
    /// Its heading for people, from its name or title: `General Counsel`; else its own name again.
    pub title: String,
    /// The first day of the change.
    pub from: NaiveDate,
    /// The last day; nothing where it has no end.
    pub to: Option<NaiveDate>,
    /// Whether no version of the rule was there before.
    pub new: bool,
    /// What changes, field by field.
    pub fields: Vec<FieldChange>,
}

/// One field that changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct FieldChange {
    /// Its name in the rulebook.
    pub field: String,
    /// As it was; empty where there was nothing.
    pub before: String,
    /// As it will be; empty where there will be nothing.
    pub after: String,
}

/// The longest overlay, in bytes: several times the longest rulebook that comes with the program.
pub const LONGEST_OVERLAY: usize = 256 * 1024;

/// An overlay as read: whose rulebook, and the entries in the shape of that rulebook.
#[derive(Debug)]
pub(super) struct Overlay {
    /// `usps`, or `federal`.
    pub rulebook: String,
    /// The new versions.
    entries: Pages,
}

impl Overlay {
    /// Reads an overlay.
    pub fn read(text: &str) -> Result<Self, LawError> {
        if text.len() > LONGEST_OVERLAY {
            return Err(refused(&format!(
                "it has {} bytes, and may have {LONGEST_OVERLAY}. Give it in parts.",
                text.len()
            )));
        }
        let entries: Pages = toml::from_str(text).map_err(|error| {
            let place = error.span().map(|span| place(text, span.start)).unwrap_or_default();
            refused(&format!("{place}{}.", error.message().trim_end_matches('.').replace('\n', " ")))
        })?;
        if entries.agency.is_some() {
            return Err(refused("it may not change whose rulebook it is. Leave out the table [agency]."));
        }
        if !entries.sources.is_empty() {
            return Err(refused(
                "it may not change what the short names of sources stand for. Leave out the table [sources].",
            ));
        }
        let rulebook = entries.corrects.clone().ok_or_else(|| {
            refused("it does not say whose rulebook it corrects. Begin with: for = \"usps\".")
        })?;
        Ok(Self { rulebook, entries })
    }

    /// Lays its entries over a rulebook, and says what changes. `by` names the correction in the rules that it lays.
    pub fn lay_over(self, pages: &mut Pages, by: &Arc<str>) -> Result<Vec<OverlayChange>, LawError> {
        let mut changes = Vec::new();
        macro_rules! lay_each {
            ($($kind:ident),+) => {
                $(lay(&mut pages.$kind, self.entries.$kind, (&self.rulebook, stringify!($kind)), by, &mut changes)?;)+
            };
        }
        super::listing::of_each_kind!(lay_each);
        if changes.is_empty() {
            return Err(refused("it changes nothing: there is no entry in it."));
        }
        Ok(changes)
    }
}

/// The line of an overlay in which something is wrong, by its number and its first words.
fn place(text: &str, at: usize) -> String {
    let before = text.get(..at).unwrap_or(text);
    let number = before.matches('\n').count();
    let line: String = text.lines().nth(number).unwrap_or_default().trim().chars().take(60).collect();
    if line.is_empty() {
        return format!("line {}: ", number + 1);
    }
    format!("line {}, “{line}”: ", number + 1)
}

/// The refusal of an overlay, for this reason.
pub(super) fn refused(why: &str) -> LawError {
    LawError::Overlay(why.to_owned())
}

/// Lays new versions over the entries of one kind.
fn lay<T: Entry + Clone + Serialize>(
    base: &mut Vec<T>,
    over: Vec<T>,
    (rulebook, kind): (&str, &str),
    by: &Arc<str>,
    changes: &mut Vec<OverlayChange>,
) -> Result<(), LawError> {
    for mut entry in over {
        entry.set_laid_by(by);
        let rule = entry.rule_name();
        let (first, last) = entry.days();
        let named = match rule.as_str() {
            "" => format!("the entry {kind}"),
            rule => format!("the entry {kind} “{rule}”"),
        };
        if entry.cite().trim().is_empty() || entry.source().trim().is_empty() {
            return Err(refused(&format!(
                "{named} must say where it stands (cite) and who read it where (source)."
            )));
        }
        if last.is_some_and(|last| last < first) {
            return Err(refused(&format!("{named} ends before it begins.")));
        }
        let overlapping = |other: &T| {
            let (start, _) = other.days();
            start > first && last.is_none_or(|last| start <= last)
        };
        if let Some(later) = base.iter().find(|other| other.same_rule(&entry) && overlapping(other)) {
            let (start, _) = later.days();
            return Err(refused(&format!(
                "{named} runs into the version that begins on {start}. Let it end before."
            )));
        }
        let held = base.iter().position(|other| other.same_rule(&entry) && other.holds_on(first));
        changes.push(OverlayChange {
            rulebook: rulebook.to_owned(),
            kind: kind.to_owned(),
            title: heading(&fields_of(&entry)).unwrap_or_else(|| rule.clone()),
            rule,
            from: first,
            to: last,
            new: held.is_none(),
            fields: differences(held.and_then(|place| base.get(place)), &entry),
        });
        match held {
            // What is new stands before what was there, as an exception does.
            None => base.insert(0, entry),
            Some(place) => replace(base, place, entry),
        }
    }
    Ok(())
}

/// Puts a version in the place of another for its days; the other holds before, and after if it lasts longer.
fn replace<T: Entry + Clone>(base: &mut Vec<T>, place: usize, entry: T) {
    let held = base.remove(place);
    let (start, end) = held.days();
    let (first, last) = entry.days();
    let mut versions = vec![entry];
    if let Some(day_before) = first.pred_opt().filter(|day| start <= *day) {
        let mut before = held.clone();
        before.set_days(start, Some(day_before));
        versions.push(before);
    }
    let resumes = last.and_then(|last| last.succ_opt()).filter(|day| end.is_none_or(|end| *day <= end));
    if let Some(day_after) = resumes {
        let mut after = held;
        after.set_days(day_after, end);
        versions.push(after);
    }
    base.splice(place..place, versions);
}

/// Field by field, what is different; all fields that say something where there was nothing before.
fn differences<T: Serialize>(before: Option<&T>, after: &T) -> Vec<FieldChange> {
    let (before, after) = (before.map(fields_of).unwrap_or_default(), fields_of(after));
    after
        .iter()
        .filter(|(name, _)| !name.starts_with("effective_"))
        .map(|(name, value)| FieldChange {
            field: name.clone(),
            before: before.get(name).map(plain).unwrap_or_default(),
            after: plain(value),
        })
        .filter(|change| change.before != change.after)
        .collect()
}
