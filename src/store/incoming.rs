//! What came and waits: messages and scans that nobody has yet put into a case. Each is locked under a key of its own, and
//! goes from here in the transaction that puts it into a case, so that nothing is kept twice.

use chrono::NaiveDate;
use serde::Serialize;
use sqlx::any::AnyRow;
use sqlx::{Any, Row, Transaction};
use zeroize::Zeroizing;

use super::chain::sha256;
use super::{LARGEST_PAPER, Store, StoreError, sealing};
use crate::law::terms;

terms! {
    /// In what form something came.
    IncomingForm {
        /// An e-mail message.
        Message = "message" => "message",
        /// A scan or file of a paper.
        Scan = "scan" => "scan",
    }
}

/// Something that waits, or was set aside; without its bytes.
#[derive(Clone, PartialEq, Eq)]
pub struct StoredIncoming {
    /// Its id.
    pub id: String,
    /// In what form it came.
    pub form: IncomingForm,
    /// The sender's name; empty for a scan.
    pub from_name: String,
    /// The sender's address; empty for a scan.
    pub from_address: String,
    /// The subject; for a scan the name of the file.
    pub subject: String,
    /// The civil day on which it reached the office.
    pub received: NaiveDate,
    /// How many attachments it has; a scan is one itself.
    pub parts: u32,
    /// A case that its words name.
    pub case_number: Option<String>,
    /// `message/rfc822`.
    pub media_type: String,
    /// The civil day on which it was given to the desk.
    pub added_on: NaiveDate,
    /// Who gave it to the desk.
    pub added_by: String,
    /// That it was set aside; nothing where it waits.
    pub set_aside: Option<SetAside>,
}

/// When, by whom and why something was set aside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct SetAside {
    /// The civil day.
    pub on: NaiveDate,
    /// Who did it.
    pub by: String,
    /// Why.
    pub why: String,
}

/// Neither people nor words are for any log.
impl std::fmt::Debug for StoredIncoming {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("StoredIncoming")
            .field("id", &self.id)
            .field("form", &self.form)
            .finish_non_exhaustive()
    }
}

/// What is said where it does not wait: somebody else was quicker.
const GONE: StoreError = StoreError::NotThere { what: "such message or scan waiting in the inbox" };
/// What is said where it is not set aside.
const NOT_ASIDE: StoreError = StoreError::NotThere { what: "such message or scan that was set aside" };

/// Takes what was put into a case from the inbox: the key first.
pub(super) async fn take(transaction: &mut Transaction<'_, Any>, id: &str) -> Result<(), StoreError> {
    sqlx::query(include_str!("sql/take_incoming_key.sql")).bind(id).execute(&mut **transaction).await?;
    let done =
        sqlx::query(include_str!("sql/take_incoming.sql")).bind(id).execute(&mut **transaction).await?;
    if done.rows_affected() == 1 { Ok(()) } else { Err(GONE) }
}

impl Store {
    /// Keeps something that came, and `bytes` as they came, to wait. Where the very same bytes wait already or were set aside, keeps nothing and answers with
    /// the id of those.
    ///
    /// # Errors
    /// [`StoreError::PaperTooLarge`] above [`LARGEST_PAPER`].
    pub async fn add_incoming(
        &self,
        came: &StoredIncoming,
        bytes: &[u8],
    ) -> Result<Option<String>, StoreError> {
        if bytes.len() > LARGEST_PAPER {
            return Err(StoreError::PaperTooLarge);
        }
        let hash = sha256(bytes);
        let sealed = sealing::seal(&came.id, bytes)?;
        let mut writer = self.writer().await?;
        let mut transaction = writer.begin().await?;
        let added = sqlx::query(include_str!("sql/add_incoming.sql"))
            .bind(&came.id)
            .bind(came.form.as_str())
            .bind(&came.from_name)
            .bind(&came.from_address)
            .bind(&came.subject)
            .bind(came.received.to_string())
            .bind(i64::from(came.parts))
            .bind(came.case_number.as_deref())
            .bind(&came.media_type)
            .bind(&hash)
            .bind(came.added_on.to_string())
            .bind(&came.added_by)
            .bind(sealed.bytes.as_slice())
            .execute(&mut *transaction)
            .await?;
        if added.rows_affected() == 0 {
            let like = sqlx::query(include_str!("sql/incoming_like.sql"))
                .bind(&hash)
                .fetch_optional(&mut *transaction)
                .await?;
            return Ok(Some(like.ok_or(GONE)?.try_get("id")?));
        }
        sqlx::query(include_str!("sql/add_incoming_key.sql"))
            .bind(&came.id)
            .bind(sealed.key.as_slice())
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(None)
    }

    /// Everything that waits or was set aside, in the order in which it was given to the desk.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] where one cannot be read back.
    pub async fn all_incoming(&self) -> Result<Vec<StoredIncoming>, StoreError> {
        let rows = sqlx::query(include_str!("sql/incoming.sql")).fetch_all(&self.pool).await?;
        rows.iter().map(read).collect()
    }

    /// One that waits or was set aside, without its bytes.
    ///
    /// # Errors
    /// [`StoreError::NotThere`] where there is none of that id.
    pub async fn incoming(&self, id: &str) -> Result<StoredIncoming, StoreError> {
        let row =
            sqlx::query(include_str!("sql/incoming_one.sql")).bind(id).fetch_optional(&self.pool).await?;
        read(&row.ok_or(GONE)?)
    }

    /// The bytes of one that waits or was set aside, as they came.
    ///
    /// # Errors
    /// [`StoreError::NotThere`] where there is none of that id, [`StoreError::Damaged`] where the bytes are not those that came.
    pub async fn incoming_bytes(&self, id: &str) -> Result<Vec<u8>, StoreError> {
        let row =
            sqlx::query(include_str!("sql/incoming_bytes.sql")).bind(id).fetch_optional(&self.pool).await?;
        let row = row.ok_or(GONE)?;
        let (hash, sealed): (String, Vec<u8>) = (row.try_get("sha256")?, row.try_get("bytes")?);
        let key = Zeroizing::new(row.try_get::<Vec<u8>, _>("key")?);
        let bytes = sealing::open(id, &sealed, &key).filter(|bytes| sha256(bytes) == hash);
        bytes.ok_or_else(|| StoreError::unreadable("something in the inbox is not as it came"))
    }

    /// Sets one aside that waits.
    ///
    /// # Errors
    /// [`StoreError::NotThere`] where it does not wait.
    pub async fn set_aside_incoming(&self, id: &str, aside: &SetAside) -> Result<(), StoreError> {
        let values = [id, &aside.on.to_string(), &aside.by, &aside.why];
        self.change_incoming(&[(include_str!("sql/set_aside_incoming.sql"), &values)], GONE).await
    }

    /// Puts one back that was set aside.
    ///
    /// # Errors
    /// [`StoreError::NotThere`] where it was not set aside.
    pub async fn put_back_incoming(&self, id: &str) -> Result<(), StoreError> {
        self.change_incoming(&[(include_str!("sql/put_back_incoming.sql"), &[id])], NOT_ASIDE).await
    }

    /// Destroys one that was set aside: the key first.
    ///
    /// # Errors
    /// [`StoreError::NotThere`] where it was not set aside.
    pub async fn destroy_incoming(&self, id: &str) -> Result<(), StoreError> {
        let statements: [(&'static str, &[&str]); 2] = [
            (include_str!("sql/take_incoming_key.sql"), &[id]),
            (include_str!("sql/destroy_incoming.sql"), &[id]),
        ];
        self.change_incoming(&statements, NOT_ASIDE).await
    }

    /// Carries out statements with their values, all or none: refused where the last of them finds nothing to change.
    async fn change_incoming(
        &self,
        statements: &[(&'static str, &[&str])],
        refused: StoreError,
    ) -> Result<(), StoreError> {
        let mut writer = self.writer().await?;
        let mut transaction = writer.begin().await?;
        let mut changed = 0;
        for (sql, values) in statements {
            let query = values.iter().fold(sqlx::query(*sql), |query, value| query.bind((*value).to_owned()));
            changed = query.execute(&mut *transaction).await?.rows_affected();
        }
        if changed != 1 {
            return Err(refused);
        }
        transaction.commit().await?;
        Ok(())
    }
}

fn read(row: &AnyRow) -> Result<StoredIncoming, StoreError> {
    let unreadable = || StoreError::unreadable("a row of the inbox cannot be read");
    let day = |text: String| text.parse::<NaiveDate>().map_err(|_| unreadable());
    let form: String = row.try_get("form")?;
    let aside: (Option<String>, Option<String>, Option<String>) =
        (row.try_get("set_aside_on")?, row.try_get("set_aside_by")?, row.try_get("set_aside_why")?);
    let set_aside = match aside {
        (Some(on), Some(by), Some(why)) => Some(SetAside { on: day(on)?, by, why }),
        _ => None,
    };
    Ok(StoredIncoming {
        id: row.try_get("id")?,
        form: form.parse().map_err(|_| unreadable())?,
        from_name: row.try_get("from_name")?,
        from_address: row.try_get("from_address")?,
        subject: row.try_get("subject")?,
        received: day(row.try_get("received")?)?,
        parts: u32::try_from(row.try_get::<i64, _>("parts")?).map_err(|_| unreadable())?,
        case_number: row.try_get("case_number")?,
        media_type: row.try_get("media_type")?,
        added_on: day(row.try_get("added_on")?)?,
        added_by: row.try_get("added_by")?,
        set_aside,
    })
}
