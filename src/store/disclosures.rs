//! The accounting of disclosures: what was disclosed of a person's record to whom, kept by subject and system.
//! A wrong entry is struck with a reason and stays; both stand in the ledger.

use chrono::NaiveDate;
use sqlx::any::AnyRow;
use sqlx::{Any, Row, Transaction};

use super::chain::Head;
use super::desk_entries::{self, write_desk_entry};
use super::{Stamp, Store, StoreError, append, people};
use crate::law::{AgencyId, DisclosureBasis};

/// The entry of the ledger about a disclosure that is entered.
const ENTERED: &str = "disclosure-entered";
/// The entry of the ledger about one that is struck.
const STRUCK: &str = "disclosure-struck";

/// How the rows of this table stand in the ledger.
pub(super) const KIND: desk_entries::Kind = desk_entries::Kind {
    made: ENTERED,
    undone: STRUCK,
    words: "An entry of the accounting of disclosures",
    page: include_str!("sql/disclosure_pages.sql"),
    bodies: |row| {
        let disclosure = read_disclosure(row)?;
        let identifiers: String = row.try_get("identifiers")?;
        let why: Option<String> = row.try_get("struck_reason")?;
        let struck = struck_body(&disclosure.id, &why.unwrap_or_default());
        Ok((entered_body(&disclosure, &identifiers), struck))
    },
};

/// A disclosure of a person's record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disclosure {
    /// Its id.
    pub id: String,
    /// Whose record: the agency.
    pub agency: AgencyId,
    /// The subject's name, as written.
    pub subject: String,
    /// The system's number.
    pub system: String,
    /// The day of the disclosure.
    pub on: NaiveDate,
    /// What was disclosed.
    pub nature: String,
    /// What for.
    pub purpose: String,
    /// Who received it: name of the person or agency.
    pub recipient: String,
    /// The recipient's address.
    pub recipient_address: String,
    /// On what ground.
    pub basis: DisclosureBasis,
    /// The case in which it was made, where there is one.
    pub case_number: Option<String>,
}

/// A disclosure that is to be entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDisclosure {
    /// The entry.
    pub disclosure: Disclosure,
    /// Numbers of the subject, kept as hashes only.
    pub identifiers: Vec<String>,
}

/// A disclosure as entered, by whom, and whether it was struck.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredDisclosure {
    /// The entry.
    pub disclosure: Disclosure,
    /// Who entered it, and when.
    pub entered: Stamp,
    /// Who struck it, when and why.
    pub struck: Option<(Stamp, String)>,
}

/// Whose accounting is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DisclosureSubject {
    /// The agency.
    pub agency: AgencyId,
    /// The subject's name, without regard to case and accents; empty to look by identifier alone.
    pub name: String,
    /// A number that identifies the subject.
    pub identifier: Option<String>,
    /// Only this system.
    pub system: Option<String>,
}

/// Who had a record before, and must be told when it is corrected.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Recipient {
    /// The name of the person or agency.
    pub name: String,
    /// The address.
    pub address: String,
    /// The day of the newest disclosure to them.
    pub last_on: NaiveDate,
}

impl Store {
    /// Enters a disclosure. `identifiers` are numbers of the subject, kept as hashes only.
    ///
    /// # Errors
    /// What the database refuses.
    pub async fn add_disclosure(
        &self,
        disclosure: &Disclosure,
        identifiers: &[String],
        stamp: &Stamp,
    ) -> Result<(), StoreError> {
        let mut writer = self.writer().await?;
        let (mut transaction, mut head) = writer.begin_entry().await?;
        let new = NewDisclosure { disclosure: disclosure.clone(), identifiers: identifiers.to_vec() };
        self.enter(&mut transaction, &mut head, &new, stamp).await?;
        Ok(transaction.commit().await?)
    }

    /// Enters a disclosure within a transaction that a case writes.
    pub(super) async fn enter(
        &self,
        transaction: &mut Transaction<'_, Any>,
        head: &mut Head,
        new: &NewDisclosure,
        stamp: &Stamp,
    ) -> Result<(), StoreError> {
        let NewDisclosure { disclosure, identifiers } = new;
        let keys = people::hashed(identifiers, &self.salt);
        let body = entered_body(disclosure, &keys.join(" "));
        write_desk_entry(transaction, head, stamp, ENTERED, body).await?;
        sqlx::query(include_str!("sql/add_disclosure.sql"))
            .bind(&disclosure.id)
            .bind(head.seq)
            .bind(disclosure.agency.as_str())
            .bind(&disclosure.subject)
            .bind(people::compared(&disclosure.subject))
            .bind(&disclosure.system)
            .bind(disclosure.on.to_string())
            .bind(&disclosure.nature)
            .bind(&disclosure.purpose)
            .bind(&disclosure.recipient)
            .bind(&disclosure.recipient_address)
            .bind(disclosure.basis.as_str())
            .bind(disclosure.case_number.as_deref())
            .bind(keys.join(" "))
            .execute(&mut **transaction)
            .await?;
        for key in &keys {
            sqlx::query(include_str!("sql/add_disclosure_key.sql"))
                .bind(key)
                .bind(&disclosure.id)
                .execute(&mut **transaction)
                .await?;
        }
        Ok(())
    }

    /// Strikes an entry that is wrong. It stays on record.
    ///
    /// # Errors
    /// [`StoreError::NotThere`] where there is none of that id, or it was struck already.
    pub async fn strike_disclosure(&self, id: &str, reason: &str, stamp: &Stamp) -> Result<(), StoreError> {
        let mut writer = self.writer().await?;
        let (mut transaction, mut head) = writer.begin_entry().await?;
        write_desk_entry(&mut transaction, &mut head, stamp, STRUCK, struck_body(id, reason)).await?;
        let done = sqlx::query(include_str!("sql/strike_disclosure.sql"))
            .bind(id)
            .bind(head.seq)
            .bind(reason)
            .execute(&mut *transaction)
            .await?;
        if done.rows_affected() != 1 {
            return Err(StoreError::NotThere { what: "entry of the accounting that stands" });
        }
        Ok(transaction.commit().await?)
    }

    /// The accounting of a subject, oldest first; struck entries too.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] where one cannot be read back.
    pub async fn disclosures_of(
        &self,
        subject: &DisclosureSubject,
    ) -> Result<Vec<StoredDisclosure>, StoreError> {
        let keys = people::hashed(subject.identifier.as_slice(), &self.salt);
        let rows = sqlx::query(include_str!("sql/disclosures_of.sql"))
            .bind(subject.agency.as_str())
            .bind(people::compared(&subject.name))
            .bind(keys.first().map_or("", String::as_str))
            .bind(subject.system.as_deref().unwrap_or_default())
            .fetch_all(&self.pool)
            .await?;
        rows.iter()
            .map(|row| {
                let why: Option<String> = row.try_get("struck_reason")?;
                let struck = match why {
                    Some(why) => Some((append::read_stamp(row, "s_")?, why)),
                    None => None,
                };
                Ok(StoredDisclosure {
                    disclosure: read_disclosure(row)?,
                    entered: append::read_stamp(row, "")?,
                    struck,
                })
            })
            .collect()
    }

    /// Everyone who had the subject's record from a system, each once, by entries that stand.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] where one cannot be read back.
    pub async fn recipients_of(&self, subject: &DisclosureSubject) -> Result<Vec<Recipient>, StoreError> {
        let mut recipients: Vec<Recipient> = Vec::new();
        for stored in self.disclosures_of(subject).await? {
            if stored.struck.is_some() {
                continue;
            }
            let Disclosure { recipient: name, recipient_address: address, on, .. } = stored.disclosure;
            match recipients.iter_mut().find(|known| known.name == name && known.address == address) {
                Some(known) => known.last_on = known.last_on.max(on),
                None => recipients.push(Recipient { name, address, last_on: on }),
            }
        }
        recipients.sort();
        Ok(recipients)
    }
}

fn read_disclosure(row: &AnyRow) -> Result<Disclosure, StoreError> {
    let unreadable = || StoreError::unreadable("an entry of the accounting of disclosures cannot be read");
    let (on, basis): (String, String) = (row.try_get("disclosed_on")?, row.try_get("basis")?);
    Ok(Disclosure {
        id: row.try_get("id")?,
        agency: AgencyId::new(row.try_get::<String, _>("agency")?),
        subject: row.try_get("subject")?,
        system: row.try_get("system")?,
        on: on.parse().map_err(|_| unreadable())?,
        nature: row.try_get("nature")?,
        purpose: row.try_get("purpose")?,
        recipient: row.try_get("recipient")?,
        recipient_address: row.try_get("recipient_address")?,
        basis: basis.parse().map_err(|_| unreadable())?,
        case_number: row.try_get("case_number")?,
    })
}

fn entered_body(disclosure: &Disclosure, identifiers: &str) -> String {
    serde_json::json!({
        "event": ENTERED, "id": disclosure.id, "agency": disclosure.agency.as_str(), "subject": disclosure.subject,
        "identifiers": identifiers, "system": disclosure.system, "on": disclosure.on, "nature": disclosure.nature,
        "purpose": disclosure.purpose, "recipient": disclosure.recipient,
        "recipient_address": disclosure.recipient_address, "basis": disclosure.basis.as_str(),
        "case": disclosure.case_number,
    })
    .to_string()
}

fn struck_body(id: &str, reason: &str) -> String {
    serde_json::json!({ "event": STRUCK, "id": id, "reason": reason }).to_string()
}
