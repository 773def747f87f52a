//! An office's own corrections to a rulebook, without a new program: new versions of rules, laid over those that came
//! with it. Pure: the desk keeps the overlay in its ledger and shows the changes before they are taken.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    LawError,
    in_force::{Entry, plain},
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

/// An overlay as written: whose rulebook, and the entries in the shape of that rulebook.
#[derive(Debug, Deserialize)]
pub(super) struct Overlay {
    /// `usps`, or `federal`.
    #[serde(rename = "for")]
    pub rulebook: String,
    /// The new versions.
    #[serde(flatten)]
    entries: toml::Table,
}

impl Overlay {
    /// Reads an overlay.
    pub fn read(text: &str) -> Result<Self, LawError> {
        toml::from_str(text).map_err(|error| refused(&error.to_string()))
    }

    /// Lays its entries over a rulebook, and says what changes.
    pub fn lay_over(self, pages: &mut Pages) -> Result<Vec<OverlayChange>, LawError> {
        let over: Pages =
            self.entries.try_into().map_err(|error: toml::de::Error| refused(&error.to_string()))?;
        if over.agency.is_some() {
            return Err(refused("it may not change whose rulebook it is: leave out the table [agency]."));
        }
        let mut changes = Vec::new();
        macro_rules! lay_each {
            ($($kind:ident),+) => {
                $(lay(&mut pages.$kind, over.$kind, (&self.rulebook, stringify!($kind)), &mut changes)?;)+
            };
        }
        lay_each!(
            holiday,
            closed_day,
            office,
            clock,
            cure,
            identity_road,
            identity,
            fee,
            appeal,
            extension,
            presumed_receipt,
            suit,
            standing,
            misfit,
            misfit_sign,
            exemption,
            disclosure,
            retention,
            wording,
            steps
        );
        if changes.is_empty() {
            return Err(refused("it changes nothing: there is no entry in it."));
        }
        Ok(changes)
    }
}

fn refused(why: &str) -> LawError {
    LawError::BadRulebook(format!("an overlay was not taken, and nothing was changed: {why}"))
}

/// Lays new versions over the entries of one kind.
fn lay<T: Entry + Clone + Serialize>(
    base: &mut Vec<T>,
    over: Vec<T>,
    (rulebook, kind): (&str, &str),
    changes: &mut Vec<OverlayChange>,
) -> Result<(), LawError> {
    for entry in over {
        let rule = entry.rule_name();
        let (first, last) = entry.days();
        let named = format!("the entry {kind} “{rule}”");
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
    let fields = |entry: &T| match serde_json::to_value(entry) {
        Ok(serde_json::Value::Object(fields)) => fields,
        _ => serde_json::Map::new(),
    };
    let (before, after) = (before.map(fields).unwrap_or_default(), fields(after));
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
