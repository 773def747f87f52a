//! What a person puts right in what was understood of a notice, kept apart from the published words.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::NoticeRefusal;
use super::model::{Manager, NotificationRule, Revision, SystemText};

/// The most entries that one fact may have.
const MOST_ENTRIES: usize = 60;
/// The longest entry, in characters.
const LONGEST_ENTRY: usize = 2_000;

/// One fact of a revision as a person reads it; it takes the place of the whole fact as understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", content = "value", rename_all = "snake_case")]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub enum Corrected {
    /// The system managers.
    Managers(Vec<Manager>),
    /// Where the records are.
    Locations(Vec<String>),
    /// Which subject matter goes to which office.
    Offices(Vec<NotificationRule>),
    /// By what records are retrieved.
    RetrievalIdentifiers(Vec<String>),
    /// The regulations that the access procedures cite.
    AccessCites(Vec<String>),
    /// The regulations that the contesting procedures cite.
    ContestCites(Vec<String>),
    /// The exemptions claimed.
    Exemptions(Vec<String>),
    /// The earlier notices.
    History(Vec<String>),
}

/// A correction in force: of which revision, and who made it when and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct NoticeCorrection {
    /// Its id.
    pub id: String,
    /// The system's number.
    pub number: String,
    /// The day of the revision.
    pub effective_from: NaiveDate,
    /// The fact as it was put right.
    pub corrected: Corrected,
    /// Why.
    pub reason: String,
    /// Who did it.
    pub by: String,
    /// On which civil day.
    pub on: NaiveDate,
}

impl Corrected {
    /// The name of the fact: `managers`.
    pub fn fact(&self) -> &'static str {
        match self {
            Self::Managers(_) => "managers",
            Self::Locations(_) => "locations",
            Self::Offices(_) => "offices",
            Self::RetrievalIdentifiers(_) => "retrieval_identifiers",
            Self::AccessCites(_) => "access_cites",
            Self::ContestCites(_) => "contest_cites",
            Self::Exemptions(_) => "exemptions",
            Self::History(_) => "history",
        }
    }

    /// The field of the system that holds it, as places name it: `notification`.
    pub fn field(&self) -> &'static str {
        match self {
            Self::Offices(_) => "notification",
            other => other.fact(),
        }
    }

    /// The sections that the fact is read from, by their keys.
    fn sections(&self) -> &'static [&'static str] {
        match self {
            Self::Managers(_) => &["system_manager"],
            Self::Locations(_) => &["system_location"],
            // An office without an address of its own has the manager's.
            Self::Offices(_) => &["notification_procedure", "record_access_procedures", "system_manager"],
            Self::RetrievalIdentifiers(_) => &["retrieval"],
            Self::AccessCites(_) => &["record_access_procedures", "notification_procedure"],
            Self::ContestCites(_) => {
                &["contesting_record_procedures", "record_access_procedures", "notification_procedure"]
            }
            Self::Exemptions(_) => &["exemptions"],
            Self::History(_) => &["history"],
        }
    }

    /// Whether the words that the fact is read from are the same in two revisions of a system.
    fn untouched(&self, earlier: &SystemText, later: &SystemText) -> bool {
        earlier.appendices == later.appendices
            && self.sections().iter().all(|key| earlier.section(key) == later.section(key))
    }

    /// Puts the fact right, and gives it back as it was understood.
    pub fn apply(&self, system: &mut SystemText) -> Self {
        use std::mem::replace;
        match self {
            Self::Managers(value) => Self::Managers(replace(&mut system.managers, value.clone())),
            Self::Locations(value) => Self::Locations(replace(&mut system.locations, value.clone())),
            Self::Offices(value) => Self::Offices(replace(&mut system.notification, value.clone())),
            Self::RetrievalIdentifiers(value) => {
                Self::RetrievalIdentifiers(replace(&mut system.retrieval_identifiers, value.clone()))
            }
            Self::AccessCites(value) => Self::AccessCites(replace(&mut system.access_cites, value.clone())),
            Self::ContestCites(value) => {
                Self::ContestCites(replace(&mut system.contest_cites, value.clone()))
            }
            Self::Exemptions(value) => {
                system.exempt = !value.is_empty();
                Self::Exemptions(replace(&mut system.exemptions, value.clone()))
            }
            Self::History(value) => Self::History(replace(&mut system.history, value.clone())),
        }
    }

    /// Refuses what cannot be a fact of a notice.
    ///
    /// # Errors
    /// A sentence on what is missing or too long.
    pub fn check(&self) -> Result<(), NoticeRefusal> {
        let entries: Vec<Vec<&str>> = match self {
            Self::Managers(managers) => {
                if managers.is_empty() {
                    return Err(refused("a system has at least one manager."));
                }
                managers.iter().map(|manager| vec![&*manager.title, &*manager.address]).collect()
            }
            Self::Offices(rules) => {
                if rules.is_empty() {
                    return Err(refused("requests must go to some office."));
                }
                let everyone = rules.iter().filter(|rule| rule.subject.is_none()).count();
                if everyone > 1 {
                    return Err(refused(
                        "only one office can take every other matter. Give the others their subject matter.",
                    ));
                }
                for rule in rules {
                    let optional = rule.particulars.iter().chain(rule.subject.as_ref()).chain([&rule.quote]);
                    optional.clone().try_for_each(|text| not_too_long(text))?;
                    if rule.subject.as_ref().is_some_and(|subject| subject.trim().is_empty()) {
                        return Err(refused("an office's subject matter is empty."));
                    }
                    if rule.particulars.len() > MOST_ENTRIES {
                        return Err(refused("there are too many particulars."));
                    }
                }
                rules.iter().map(|rule| vec![&*rule.office, &*rule.address]).collect()
            }
            Self::Locations(list)
            | Self::RetrievalIdentifiers(list)
            | Self::AccessCites(list)
            | Self::ContestCites(list)
            | Self::Exemptions(list)
            | Self::History(list) => list.iter().map(|entry| vec![&**entry]).collect(),
        };
        if entries.len() > MOST_ENTRIES {
            return Err(refused("there are too many entries."));
        }
        for part in entries.into_iter().flatten() {
            if part.trim().is_empty() {
                return Err(refused("a name, an address or an entry is empty. Fill it in, or take it out."));
            }
            not_too_long(part)?;
        }
        Ok(())
    }
}

/// The corrections that hold for one of a system's revisions (as published, oldest first): those that were made in it, and
/// those of the revision before it, where only a part was changed since and the words of the fact are the same. A
/// correction that was made in the later revision takes the place of a carried one.
pub(super) fn holding<'c>(
    revisions: &[Revision],
    at: usize,
    corrections: &'c [NoticeCorrection],
) -> Vec<&'c NoticeCorrection> {
    let Some(revision) = revisions.get(at) else { return Vec::new() };
    let mut held: Vec<&NoticeCorrection> =
        corrections.iter().filter(|one| one.effective_from == revision.effective_from).collect();
    let before = at.checked_sub(1).and_then(|before| revisions.get(before));
    if let (true, Some(before)) = (revision.system.made_whole, before) {
        for carried in holding(revisions, at - 1, corrections) {
            let again = held.iter().any(|one| one.corrected.fact() == carried.corrected.fact());
            if !again && carried.corrected.untouched(&before.system, &revision.system) {
                held.push(carried);
            }
        }
    }
    held
}

fn not_too_long(text: &str) -> Result<(), NoticeRefusal> {
    if text.chars().count() > LONGEST_ENTRY {
        return Err(refused(&format!("an entry is longer than {LONGEST_ENTRY} characters.")));
    }
    Ok(())
}

fn refused(why: &str) -> NoticeRefusal {
    NoticeRefusal(format!("The correction was not taken, and nothing was changed: {why}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manager(title: &str) -> Manager {
        Manager {
            title: title.to_owned(),
            address: "1 Nowhere Street, Tidewater, ZZ 00000".to_owned(),
            scope: None,
        }
    }

    #[test]
    fn what_was_understood_comes_back_when_the_correction_is_undone() {
        let mut system = SystemText { managers: vec![manager("As read")], ..SystemText::default() };
        let before = system.clone();
        let correction = Corrected::Managers(vec![manager("Chief Tide Officer")]);
        let as_read = correction.apply(&mut system);
        assert_eq!(system.managers, [manager("Chief Tide Officer")]);
        as_read.apply(&mut system);
        assert_eq!(system, before);
    }

    #[test]
    fn a_system_without_a_manager_or_an_office_without_an_address_is_refused() {
        assert!(Corrected::Managers(Vec::new()).check().is_err());
        assert!(Corrected::Managers(vec![manager(" ")]).check().is_err());
        assert!(Corrected::Exemptions(Vec::new()).check().is_ok());
        assert!(Corrected::Exemptions(vec!["x".repeat(3_000)]).check().is_err());
    }

    #[test]
    fn a_claim_of_exemption_makes_the_system_exempt() {
        let mut system = SystemText::default();
        Corrected::Exemptions(vec!["5 U.S.C. 552a(k)(6)".to_owned()]).apply(&mut system);
        assert!(system.exempt);
    }
}
