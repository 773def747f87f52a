//! Scans and files of a case. Copies of identity papers are locked under a key of their own and destroyed when they have
//! served; that they were here, and their hash, stays.

use chrono::NaiveDate;
use sqlx::any::AnyRow;
use sqlx::{Any, Row, Transaction};
use zeroize::Zeroizing;

use super::chain::sha256;
use super::verify::Broken;
use super::{Store, StoreError, sealing};

/// The largest paper that is taken in: 25 MB.
pub const LARGEST_PAPER: usize = 25 * 1024 * 1024;

/// A paper that comes to a case.
#[derive(Clone, PartialEq, Eq)]
pub struct NewPaper {
    /// Its id.
    pub id: String,
    /// The name of the file.
    pub name: String,
    /// `application/pdf`.
    pub media_type: String,
    /// SHA-256 of the bytes, in hexadecimal; checked before they are kept.
    pub sha256: String,
    /// The paper.
    pub bytes: Vec<u8>,
    /// Whether it is a copy of an identity paper: locked under a key of its own.
    pub identity: bool,
    /// The civil day.
    pub added_on: NaiveDate,
    /// The day after which it is to be destroyed.
    pub destroy_after: Option<NaiveDate>,
}

/// Neither name nor bytes are for any log.
impl std::fmt::Debug for NewPaper {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewPaper")
            .field("id", &self.id)
            .field("identity", &self.identity)
            .finish_non_exhaustive()
    }
}

/// A paper of a case, without its bytes.
#[derive(Clone, PartialEq, Eq)]
pub struct Paper {
    /// Its id.
    pub id: String,
    /// The case.
    pub case_number: String,
    /// The name of the file; empty once the case is disposed of.
    pub name: String,
    /// `application/pdf`.
    pub media_type: String,
    /// SHA-256 of the bytes, in hexadecimal.
    pub sha256: String,
    /// The size in bytes.
    pub size: u32,
    /// Whether it is a copy of an identity paper.
    pub identity: bool,
    /// When it came.
    pub added_on: NaiveDate,
    /// The day after which it is to be destroyed.
    pub destroy_after: Option<NaiveDate>,
    /// When it was destroyed.
    pub destroyed_on: Option<NaiveDate>,
}

impl std::fmt::Debug for Paper {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Paper")
            .field("id", &self.id)
            .field("case_number", &self.case_number)
            .field("destroyed_on", &self.destroyed_on)
            .finish_non_exhaustive()
    }
}

/// Keeps a paper that an event of the batch names by its hash.
pub(super) async fn add(
    transaction: &mut Transaction<'_, Any>,
    case_number: &str,
    paper: &NewPaper,
) -> Result<(), StoreError> {
    if paper.bytes.len() > LARGEST_PAPER {
        return Err(StoreError::PaperTooLarge);
    }
    if sha256(&paper.bytes) != paper.sha256 {
        return Err(StoreError::PaperMismatch { number: case_number.to_owned() });
    }
    let sealed = if paper.identity { Some(sealing::seal(&paper.id, &paper.bytes)?) } else { None };
    let kept = sealed.as_ref().map_or(paper.bytes.as_slice(), |sealed| sealed.bytes.as_slice());
    sqlx::query(include_str!("sql/add_paper.sql"))
        .bind(&paper.id)
        .bind(case_number)
        .bind(&paper.name)
        .bind(&paper.media_type)
        .bind(&paper.sha256)
        .bind(i64::try_from(paper.bytes.len()).unwrap_or(i64::MAX))
        .bind(i64::from(paper.identity))
        .bind(paper.added_on.to_string())
        .bind(paper.destroy_after.map(|day| day.to_string()))
        .bind(kept)
        .execute(&mut **transaction)
        .await?;
    if let Some(sealed) = &sealed {
        sqlx::query(include_str!("sql/add_paper_key.sql"))
            .bind(&paper.id)
            .bind(sealed.key.as_slice())
            .execute(&mut **transaction)
            .await?;
    }
    Ok(())
}

/// Destroys a paper of the case: the key first, then the bytes.
pub(super) async fn destroy(
    transaction: &mut Transaction<'_, Any>,
    case_number: &str,
    paper_id: &str,
    on: NaiveDate,
) -> Result<(), StoreError> {
    sqlx::query(include_str!("sql/destroy_paper_key.sql"))
        .bind(paper_id)
        .bind(case_number)
        .execute(&mut **transaction)
        .await?;
    let done = sqlx::query(include_str!("sql/destroy_paper.sql"))
        .bind(paper_id)
        .bind(case_number)
        .bind(on.to_string())
        .execute(&mut **transaction)
        .await?;
    if done.rows_affected() == 1 { Ok(()) } else { Err(StoreError::NotThere { what: "paper of that case" }) }
}

impl Store {
    /// The papers of a case, in the order in which they came; destroyed ones too.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] where one cannot be read back.
    pub async fn papers_of(&self, case_number: &str) -> Result<Vec<Paper>, StoreError> {
        let rows =
            sqlx::query(include_str!("sql/papers.sql")).bind(case_number).fetch_all(&self.pool).await?;
        rows.iter().map(read).collect()
    }

    /// The papers whose day has passed, the oldest first, at most 200; not those of cases that are held for a court.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] where one cannot be read back.
    pub async fn papers_to_destroy(&self, today: NaiveDate) -> Result<Vec<Paper>, StoreError> {
        let rows = sqlx::query(include_str!("sql/papers_to_destroy.sql"))
            .bind(today.to_string())
            .fetch_all(&self.pool)
            .await?;
        rows.iter().map(read).collect()
    }

    /// The bytes of a paper of a case; nothing where there is none of that id, or it was destroyed.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] where the bytes are not those that came.
    pub async fn paper_bytes(
        &self,
        case_number: &str,
        paper_id: &str,
    ) -> Result<Option<Vec<u8>>, StoreError> {
        let row = sqlx::query(include_str!("sql/paper_bytes.sql"))
            .bind(paper_id)
            .bind(case_number)
            .fetch_optional(&self.pool)
            .await?;
        let Some(row) = row else { return Ok(None) };
        unlocked(&row)?.map_or_else(
            || Err(StoreError::unreadable(format!("a paper of {case_number} is not as it came"))),
            |bytes| Ok(Some(bytes)),
        )
    }

    /// Compares every paper that is kept with its hash.
    pub(super) async fn check_papers(&self) -> Result<Option<Broken>, StoreError> {
        let mut last = String::new();
        loop {
            let page =
                sqlx::query(include_str!("sql/paper_page.sql")).bind(&last).fetch_all(&self.pool).await?;
            let Some(end) = page.last() else { return Ok(None) };
            last = end.try_get("id")?;
            for row in &page {
                if unlocked(row)?.is_none() {
                    return Ok(Some(Broken {
                        seq: None,
                        case_number: row.try_get("case_number")?,
                        why: "A paper of this case is not as it came.".to_owned(),
                    }));
                }
            }
        }
    }
}

/// The bytes of a paper as they came; nothing where they are others.
fn unlocked(row: &AnyRow) -> Result<Option<Vec<u8>>, StoreError> {
    let (id, hash): (String, String) = (row.try_get("id")?, row.try_get("sha256")?);
    let kept: Vec<u8> = row.try_get("bytes")?;
    let bytes = if row.try_get::<i64, _>("identity")? == 1 {
        let key: Option<Vec<u8>> = row.try_get("key")?;
        key.map(Zeroizing::new).and_then(|key| sealing::open(&id, &kept, &key))
    } else {
        Some(kept)
    };
    Ok(bytes.filter(|bytes| sha256(bytes) == hash))
}

fn read(row: &AnyRow) -> Result<Paper, StoreError> {
    let unreadable = || StoreError::unreadable("a paper of a case cannot be read");
    let day = |name: &str| -> Result<Option<NaiveDate>, StoreError> {
        let text: Option<String> = row.try_get(name)?;
        text.map(|day| day.parse().map_err(|_| unreadable())).transpose()
    };
    Ok(Paper {
        id: row.try_get("id")?,
        case_number: row.try_get("case_number")?,
        name: row.try_get("name")?,
        media_type: row.try_get("media_type")?,
        sha256: row.try_get("sha256")?,
        size: u32::try_from(row.try_get::<i64, _>("size")?).map_err(|_| unreadable())?,
        identity: row.try_get::<i64, _>("identity")? == 1,
        added_on: day("added_on")?.ok_or_else(unreadable)?,
        destroy_after: day("destroy_after")?,
        destroyed_on: day("destroyed_on")?,
    })
}
