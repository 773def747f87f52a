//! Which version of a rule holds on a day: every entry of a rulebook carries its dates and its authority.

use std::sync::Arc;

use chrono::NaiveDate;

use super::LawError;

/// An entry of a rulebook: what every one of them says of itself.
pub(super) trait Entry {
    /// The paragraph or page: `39 CFR 266.5(a)(2)`.
    fn cite(&self) -> &str;
    /// The first and the last day on which it holds; no last day where it still holds.
    fn days(&self) -> (NaiveDate, Option<NaiveDate>);
    /// Whether nobody has checked it against its source.
    fn unconfirmed(&self) -> bool;
    /// Where its words were read.
    fn source(&self) -> &str;
    /// Whether the other is a version of the same rule.
    fn same_rule(&self, other: &Self) -> bool;
    /// What tells the rule from its neighbours, for people: `usps-acknowledge`.
    fn rule_name(&self) -> String;
    /// Gives it other days.
    fn set_days(&mut self, first: NaiveDate, last: Option<NaiveDate>);
    /// Whether only the first day is unchecked.
    fn first_day_unconfirmed(&self) -> bool;
    /// What a reader of the rulebook should know.
    fn note(&self) -> Option<&str>;
    /// The correction of the office that put it there; nothing where it came with the program.
    fn laid_by(&self) -> Option<&str>;
    /// Says which correction put it there.
    fn set_laid_by(&mut self, by: &Arc<str>);

    /// Whether it holds on that day.
    fn holds_on(&self, on: NaiveDate) -> bool {
        let (first, last) = self.days();
        first <= on && last.is_none_or(|last| on <= last)
    }

    /// Whether an answer, and so a letter, may rest on it that day: it holds, and somebody has checked it.
    fn may_be_said_on(&self, on: NaiveDate) -> bool {
        self.holds_on(on) && !self.unconfirmed()
    }
}

/// Declares a kind of entry: the fields that tell one rule from another, its own fields, and those that every entry has.
macro_rules! entry {
    ($(#[$meta:meta])* $name:ident($($key:ident),*) { $($(#[$fmeta:meta])* $field:ident: $ty:ty),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(super) struct $name {
            $($(#[$fmeta])* pub $field: $ty,)*
            /// The paragraph or page.
            pub cite: String,
            /// The first day on which it holds.
            pub effective_from: chrono::NaiveDate,
            /// The last day on which it holds.
            #[serde(default)]
            pub effective_to: Option<chrono::NaiveDate>,
            /// Where the words were read, or `PRODUCT` with the reason for a decision of this program.
            pub source: String,
            /// Nobody has checked it against its source: it can never reach a letter.
            #[serde(default)]
            pub unconfirmed: bool,
            /// Only the first day is unchecked.
            #[serde(default)]
            pub from_unconfirmed: bool,
            /// What a reader of the rulebook should know.
            #[serde(default)]
            pub note: Option<String>,
            /// The correction of the office that put it there; no rulebook can say it of itself.
            #[serde(skip)]
            pub laid_by: Option<std::sync::Arc<str>>,
        }

        impl $crate::law::in_force::Entry for $name {
            fn cite(&self) -> &str {
                &self.cite
            }
            fn days(&self) -> (chrono::NaiveDate, Option<chrono::NaiveDate>) {
                (self.effective_from, self.effective_to)
            }
            fn unconfirmed(&self) -> bool {
                self.unconfirmed
            }
            fn source(&self) -> &str {
                &self.source
            }
            fn same_rule(&self, other: &Self) -> bool {
                let _ = other;
                true $(&& self.$key == other.$key)*
            }
            fn rule_name(&self) -> String {
                let keys: Vec<String> = vec![$(crate::law::in_force::plain(&self.$key)),*];
                keys.into_iter().filter(|key| !key.is_empty()).collect::<Vec<_>>().join(", ")
            }
            fn set_days(&mut self, first: chrono::NaiveDate, last: Option<chrono::NaiveDate>) {
                (self.effective_from, self.effective_to) = (first, last);
            }
            fn first_day_unconfirmed(&self) -> bool {
                self.from_unconfirmed
            }
            fn note(&self) -> Option<&str> {
                self.note.as_deref()
            }
            fn laid_by(&self) -> Option<&str> {
                self.laid_by.as_deref()
            }
            fn set_laid_by(&mut self, by: &std::sync::Arc<str>) {
                self.laid_by = Some(std::sync::Arc::clone(by));
            }
        }
    };
}
pub(super) use entry;

/// A field of an entry as people read it; nothing where it is empty.
pub(super) fn plain<T: serde::Serialize>(field: &T) -> String {
    fn words(value: &serde_json::Value) -> Option<String> {
        use serde_json::Value;
        match value {
            Value::Null => None,
            Value::String(text) => Some(text.clone()),
            Value::Array(list) => Some(list.iter().filter_map(words).collect::<Vec<_>>().join(", ")),
            Value::Object(fields) => {
                let said = |(name, value): (&String, &Value)| {
                    words(value).filter(|text| !text.is_empty()).map(|text| format!("{name}: {text}"))
                };
                Some(fields.iter().filter_map(said).collect::<Vec<_>>().join("; "))
            }
            Value::Bool(true) => Some("yes".to_owned()),
            Value::Bool(false) => Some("no".to_owned()),
            number @ Value::Number(_) => Some(number.to_string()),
        }
    }
    serde_json::to_value(field).ok().as_ref().and_then(words).unwrap_or_default()
}

/// The version that holds on `on` among all versions of one rule; what is unconfirmed is passed over.
///
/// # Errors
/// [`LawError::NoSuchRule`] where there is no version at all, [`LawError::NotInForce`] where none holds that day.
pub(super) fn version_on<'a, T: Entry + 'a>(
    mut versions: impl Iterator<Item = &'a T>,
    agency: &str,
    what: impl FnOnce() -> String,
    on: NaiveDate,
) -> Result<&'a T, LawError> {
    let mut known = false;
    let found = versions.find(|entry| {
        known = true;
        entry.may_be_said_on(on)
    });
    match found {
        Some(entry) => Ok(entry),
        None if known => Err(LawError::NotInForce { what: what(), on }),
        None => Err(LawError::NoSuchRule { agency: agency.to_owned(), what: what() }),
    }
}
