//! The outbox: messages frozen when they were queued, and what became of them.

use chrono::NaiveDate;
use sqlx::{Any, Row, Transaction};

use super::{Store, StoreError};
use crate::law::terms;

terms! {
    /// Where a message stands.
    MailState {
        /// It waits.
        Queued = "queued" => "waiting",
        /// The server took it.
        Sent = "sent" => "sent",
        /// The server did not take it; it is tried again at the next sending.
        Failed = "failed" => "not taken",
    }
}

/// A message that is being queued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMail {
    /// Its id.
    pub id: String,
    /// The letter's id.
    pub letter: String,
    /// From which address.
    pub from: String,
    /// To which address.
    pub to: String,
    /// The message's own id.
    pub message_id: String,
    /// The message, byte for byte as it will be sent.
    pub message: Vec<u8>,
    /// The civil day.
    pub queued_on: NaiveDate,
}

/// A message of the outbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueuedMail {
    /// Its id.
    pub id: String,
    /// The case.
    pub case_number: String,
    /// The letter's id.
    pub letter: String,
    /// `Grant of access`.
    pub letter_name: String,
    /// From which address.
    pub from: String,
    /// To which address.
    pub to: String,
    /// The message's own id.
    pub message_id: String,
    /// Where it stands.
    pub state: MailState,
    /// How often it was tried.
    pub tries: u32,
    /// Why it was not taken.
    pub reason: Option<String>,
    /// The civil day on which it was queued.
    pub queued_on: NaiveDate,
}

/// What became of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailOutcome {
    /// The message's id in the outbox.
    pub id: String,
    /// `Sent` or `Failed`; each counts as one more try.
    pub state: MailState,
    /// Why it was not taken, as a sentence.
    pub reason: Option<String>,
}

pub(super) async fn add(
    transaction: &mut Transaction<'_, Any>,
    case_number: &str,
    mail: &NewMail,
) -> Result<(), StoreError> {
    sqlx::query(include_str!("sql/add_mail.sql"))
        .bind(&mail.id)
        .bind(case_number)
        .bind(&mail.letter)
        .bind(&mail.from)
        .bind(&mail.to)
        .bind(&mail.message_id)
        .bind(mail.message.as_slice())
        .bind(mail.queued_on.to_string())
        .execute(&mut **transaction)
        .await?;
    Ok(())
}

pub(super) async fn set_state(
    transaction: &mut Transaction<'_, Any>,
    outcome: &MailOutcome,
) -> Result<(), StoreError> {
    let changed = sqlx::query(include_str!("sql/set_mail_state.sql"))
        .bind(&outcome.id)
        .bind(outcome.state.as_str())
        .bind(outcome.reason.as_deref())
        .execute(&mut **transaction)
        .await?;
    if changed.rows_affected() == 1 { Ok(()) } else { Err(StoreError::NotWaiting) }
}

impl Store {
    /// Every message, the oldest first, without its bytes.
    ///
    /// # Errors
    /// What the database refuses.
    pub async fn outbox(&self) -> Result<Vec<QueuedMail>, StoreError> {
        let rows = sqlx::query(include_str!("sql/outbox.sql")).fetch_all(&self.pool).await?;
        rows.iter()
            .map(|row| {
                let unreadable = || StoreError::unreadable("a message of the outbox cannot be read");
                let state: String = row.try_get("state")?;
                let queued_on: String = row.try_get("queued_on")?;
                Ok(QueuedMail {
                    id: row.try_get("id")?,
                    case_number: row.try_get("case_number")?,
                    letter: row.try_get("letter_id")?,
                    letter_name: row.try_get("letter_name")?,
                    from: row.try_get("from_address")?,
                    to: row.try_get("to_address")?,
                    message_id: row.try_get("message_id")?,
                    state: state.parse().map_err(|_| unreadable())?,
                    tries: u32::try_from(row.try_get::<i64, _>("tries")?).map_err(|_| unreadable())?,
                    reason: row.try_get("reason")?,
                    queued_on: queued_on.parse().map_err(|_| unreadable())?,
                })
            })
            .collect()
    }

    /// A message, byte for byte as it was frozen; nothing where there is none of that id, or its case was disposed of.
    ///
    /// # Errors
    /// What the database refuses.
    pub async fn mail_message(&self, id: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let row =
            sqlx::query(include_str!("sql/mail_message.sql")).bind(id).fetch_optional(&self.pool).await?;
        match row {
            Some(row) => Ok(row.try_get("message")?),
            None => Ok(None),
        }
    }

    /// Notes that a message was not taken, where nothing happens to its case. A sent one is recorded with its event,
    /// by [`Store::append`].
    ///
    /// # Errors
    /// [`StoreError::NotWaiting`] where there is no such message or the server took it already.
    pub async fn set_outbox_state(&self, outcome: &MailOutcome) -> Result<(), StoreError> {
        let mut writer = self.writer().await?;
        let mut transaction = writer.begin().await?;
        set_state(&mut transaction, outcome).await?;
        transaction.commit().await?;
        Ok(())
    }
}
