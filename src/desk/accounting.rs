//! The accounting of disclosures: kept for each subject and system, whichever case made the entry.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Desk, stamp};
use crate::casework::{AccountingEntry, Case, Event};
use crate::error::{Code, Refusal};
use crate::law::{AccountingRule, AgencyId, DisclosureBasis};
use crate::store::{Disclosure, DisclosureSubject, NewDisclosure};

/// A disclosure to be entered.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct DisclosureGiven {
    /// Whose record.
    pub agency: AgencyId,
    /// The subject's name.
    pub subject: String,
    /// A number that identifies the subject; kept as a hash only.
    #[serde(default)]
    pub identifier: Option<String>,
    /// The system's number.
    pub system: String,
    /// The day.
    pub on: NaiveDate,
    /// The nature: what was disclosed.
    pub nature: String,
    /// The purpose.
    pub purpose: String,
    /// The person or agency.
    pub name: String,
    /// Its address.
    pub address: String,
    /// On what ground.
    pub basis: DisclosureBasis,
}

/// Whose accounting is looked for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct AccountingAsked {
    /// The agency.
    pub agency: AgencyId,
    /// The subject's name.
    pub subject: String,
    /// A number that identifies the subject.
    #[serde(default)]
    pub identifier: Option<String>,
    /// Only this system.
    #[serde(default)]
    pub system: Option<String>,
}

/// An entry of the accounting, as the desk shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct AccountingLine {
    /// The entry.
    pub entry: AccountingEntry,
    /// The subject's name.
    pub subject: String,
    /// The system's number.
    pub system: String,
    /// The case that made it.
    pub case_number: Option<String>,
    /// Who entered it.
    pub entered_by: String,
    /// When.
    pub entered_on: NaiveDate,
    /// Why it was struck; nothing while it holds.
    pub struck: Option<String>,
    /// Whether the subject is shown it on request, and under which rule it may be held back.
    pub rule: AccountingRule,
}

impl Desk {
    /// Enters a disclosure in the accounting (5 U.S.C. 552a(c)(1)).
    ///
    /// # Errors
    /// Where something is missing, or the rule of the agency enters no such disclosure. Nothing is changed then.
    pub async fn enter_disclosure(&self, given: DisclosureGiven) -> Result<Vec<AccountingLine>, Refusal> {
        self.answers_for(&given.agency)?;
        let shelf = self.shelf().await?;
        let ground = shelf.ground();
        if given.on > ground.today {
            return Err(Refusal::bad_input(
                "on",
                "The day of the disclosure is in the future. Check the date.",
            ));
        }
        let rule = ground.law.accounting(&given.agency, given.basis, given.on)?;
        if !rule.entered {
            return Err(Refusal::not_allowed(
                format!("Such a disclosure is not entered in the accounting. {}", rule.words),
                rule.cite,
            ));
        }
        let needed = [
            ("subject", &given.subject, "Name the individual whose record was disclosed."),
            ("system", &given.system, "Name the system of records."),
            ("nature", &given.nature, "Say what was disclosed."),
            ("purpose", &given.purpose, "Say for what purpose."),
            ("name", &given.name, "Name the person or agency that got it."),
            ("address", &given.address, "Give the address: the accounting must state it."),
        ];
        for (field, text, sentence) in needed {
            if text.trim().is_empty() {
                return Err(Refusal::bad_input(field, sentence));
            }
        }
        let asked = AccountingAsked {
            agency: given.agency.clone(),
            subject: given.subject.trim().to_owned(),
            identifier: given.identifier.clone(),
            system: None,
        };
        let disclosure = Disclosure {
            id: Uuid::now_v7().to_string(),
            agency: given.agency,
            subject: given.subject.trim().to_owned(),
            system: given.system.trim().to_owned(),
            on: given.on,
            nature: given.nature.trim().to_owned(),
            purpose: given.purpose.trim().to_owned(),
            recipient: given.name.trim().to_owned(),
            recipient_address: given.address.trim().to_owned(),
            basis: given.basis,
            case_number: None,
        };
        let identifiers: Vec<String> = given.identifier.into_iter().collect();
        let stamp = stamp(&self.member.staff, self.clock);
        self.room.store.add_disclosure(&disclosure, &identifiers, &stamp).await?;
        self.accounting(asked).await
    }

    /// The accounting of a subject, oldest entry first; struck entries too, marked as such.
    ///
    /// # Errors
    /// Where the agency is not one of the desk.
    pub async fn accounting(&self, asked: AccountingAsked) -> Result<Vec<AccountingLine>, Refusal> {
        self.answers_for(&asked.agency)?;
        let subject = DisclosureSubject {
            agency: asked.agency,
            name: asked.subject,
            identifier: asked.identifier,
            system: asked.system,
        };
        let stored = self.room.store.disclosures_of(&subject).await?;
        let law = self.shelf().await?.law;
        let mut lines = Vec::new();
        for stored in stored {
            let made = &stored.disclosure;
            lines.push(AccountingLine {
                rule: law.law.accounting(&made.agency, made.basis, made.on)?,
                subject: made.subject.clone(),
                system: made.system.clone(),
                case_number: made.case_number.clone(),
                entered_by: stored.entered.by,
                entered_on: stored.entered.on,
                struck: stored.struck.map(|(_, why)| why),
                entry: entry(stored.disclosure),
            });
        }
        Ok(lines)
    }

    /// Strikes a wrong entry; it stays in the ledger with the reason.
    ///
    /// # Errors
    /// Where there is no such entry, it is struck already, or no reason is given. Nothing is changed then.
    pub async fn strike_disclosure(&self, id: &str, reason: &str) -> Result<(), Refusal> {
        if reason.trim().is_empty() {
            return Err(Refusal::bad_input("reason", "Say why the entry is wrong: the ledger keeps it."));
        }
        if !self.member.actor.is_any(&[crate::casework::Role::Specialist, crate::casework::Role::Approver]) {
            return Err(Refusal::new(
                Code::NotAllowed,
                "Only a privacy specialist or an approving official strikes an entry of the accounting. Nothing was changed.",
            ));
        }
        let stamp = stamp(&self.member.staff, self.clock);
        Ok(self.room.store.strike_disclosure(id, reason.trim(), &stamp).await?)
    }

    /// What the accounting has on the subject of a case in its system: those told of a correction, and what a request for the
    /// accounting is answered with.
    pub(super) async fn accounting_of(&self, case: &Case) -> Result<Vec<AccountingEntry>, Refusal> {
        let Some(routing) = &case.routing else { return Ok(Vec::new()) };
        let subject = DisclosureSubject {
            agency: case.agency.clone(),
            name: case.subject_person().name.clone(),
            identifier: case.particulars.get("ssn").cloned(),
            system: Some(routing.system.clone()),
        };
        let stored = self.room.store.disclosures_of(&subject).await?;
        Ok(stored
            .into_iter()
            .filter(|stored| stored.struck.is_none())
            .map(|stored| entry(stored.disclosure))
            .collect())
    }

    /// The disclosures that these events of a case make, as the accounting keeps them.
    pub(super) fn disclosures_in(case: &Case, events: &[Event]) -> Vec<NewDisclosure> {
        events
            .iter()
            .filter_map(|event| match event {
                Event::DisclosureMade { entry } => Some(NewDisclosure {
                    identifiers: case.particulars.get("ssn").cloned().into_iter().collect(),
                    disclosure: Disclosure {
                        id: entry.id.clone(),
                        agency: case.agency.clone(),
                        subject: case.subject_person().name.clone(),
                        system: case.routing.as_ref().map(|to| to.system.clone()).unwrap_or_default(),
                        on: entry.on,
                        nature: entry.nature.clone(),
                        purpose: entry.purpose.clone(),
                        recipient: entry.name.clone(),
                        recipient_address: entry.address.clone(),
                        basis: entry.basis,
                        case_number: Some(case.number.clone()),
                    },
                }),
                _ => None,
            })
            .collect()
    }
}

fn entry(disclosure: Disclosure) -> AccountingEntry {
    AccountingEntry {
        id: disclosure.id,
        on: disclosure.on,
        nature: disclosure.nature,
        purpose: disclosure.purpose,
        name: disclosure.recipient,
        address: disclosure.recipient_address,
        basis: disclosure.basis,
    }
}
