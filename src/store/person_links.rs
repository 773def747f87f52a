//! A person's word that the people of two cases are the same, or are not. It can be undone; both stand in the ledger.

use sqlx::Row;
use sqlx::any::AnyRow;

use super::desk_entries::{self, write_desk_entry};
use super::{PersonRole, Stamp, Store, StoreError, append, rows};

/// The entry of the ledger about a link that is made.
const LINKED: &str = "people-linked";
/// The entry of the ledger about one that is undone.
const UNDONE: &str = "people-link-undone";

/// How the rows of this table stand in the ledger.
pub(super) const KIND: desk_entries::Kind = desk_entries::Kind {
    made: LINKED,
    undone: UNDONE,
    words: "What was said of the people of two cases",
    page: include_str!("sql/link_pages.sql"),
    bodies: |row| {
        let id = rows::version(row.try_get("id")?)?;
        let why: Option<String> = row.try_get("undone_reason")?;
        Ok((linked_body(id, &read_link(row)?), undone_body(id, &why.unwrap_or_default())))
    },
};

/// What a person says of the people of two cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPersonLink {
    /// One case.
    pub case_a: String,
    /// Who of it.
    pub role_a: PersonRole,
    /// The other case.
    pub case_b: String,
    /// Who of it.
    pub role_b: PersonRole,
    /// Whether they are the same person.
    pub same: bool,
    /// Why.
    pub reason: String,
}

/// What was said of the people of two cases, by whom, and whether it was undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonLink {
    /// Its number, from 1.
    pub id: u32,
    /// What was said.
    pub link: NewPersonLink,
    /// Who said it, and when.
    pub said: Stamp,
    /// Who undid it, when and why.
    pub undone: Option<(Stamp, String)>,
}

impl Store {
    /// Keeps what a person says of two people. The answer is its number.
    ///
    /// # Errors
    /// [`StoreError::NotThere`] where there is no such case.
    pub async fn link_people(&self, link: &NewPersonLink, stamp: &Stamp) -> Result<u32, StoreError> {
        let mut writer = self.writer().await?;
        let (mut transaction, mut head) = writer.begin_entry().await?;
        for number in [&link.case_a, &link.case_b] {
            let known = sqlx::query(include_str!("sql/case_version.sql"))
                .bind(number)
                .fetch_optional(&mut *transaction)
                .await?;
            if known.is_none() {
                return Err(StoreError::NotThere { what: "case of that number" });
            }
        }
        let row = sqlx::query(include_str!("sql/next_link.sql")).fetch_one(&mut *transaction).await?;
        let id = rows::version(row.try_get("next")?)?;
        write_desk_entry(&mut transaction, &mut head, stamp, LINKED, linked_body(id, link)).await?;
        sqlx::query(include_str!("sql/add_link.sql"))
            .bind(i64::from(id))
            .bind(head.seq)
            .bind(&link.case_a)
            .bind(link.role_a.as_str())
            .bind(&link.case_b)
            .bind(link.role_b.as_str())
            .bind(i64::from(link.same))
            .bind(&link.reason)
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(id)
    }

    /// Undoes it. It stays on record.
    ///
    /// # Errors
    /// [`StoreError::NotThere`] where there is none of that number, or it was undone already.
    pub async fn undo_link(&self, id: u32, reason: &str, stamp: &Stamp) -> Result<(), StoreError> {
        let mut writer = self.writer().await?;
        let (mut transaction, mut head) = writer.begin_entry().await?;
        write_desk_entry(&mut transaction, &mut head, stamp, UNDONE, undone_body(id, reason)).await?;
        let done = sqlx::query(include_str!("sql/undo_link.sql"))
            .bind(i64::from(id))
            .bind(head.seq)
            .bind(reason)
            .execute(&mut *transaction)
            .await?;
        if done.rows_affected() != 1 {
            return Err(StoreError::NotThere { what: "link between two people that holds" });
        }
        Ok(transaction.commit().await?)
    }

    /// Everything that was said of the people of a case and of others, oldest first; what was undone too.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] where one cannot be read back.
    pub async fn links_of(&self, case_number: &str) -> Result<Vec<PersonLink>, StoreError> {
        let rows =
            sqlx::query(include_str!("sql/links_of.sql")).bind(case_number).fetch_all(&self.pool).await?;
        rows.iter()
            .map(|row| {
                let why: Option<String> = row.try_get("undone_reason")?;
                Ok(PersonLink {
                    id: rows::version(row.try_get("id")?)?,
                    link: read_link(row)?,
                    said: append::read_stamp(row, "")?,
                    undone: why
                        .map(|why| Ok::<_, StoreError>((append::read_stamp(row, "u_")?, why)))
                        .transpose()?,
                })
            })
            .collect()
    }
}

fn read_link(row: &AnyRow) -> Result<NewPersonLink, StoreError> {
    let role = |name: &str| -> Result<PersonRole, StoreError> {
        let role: String = row.try_get(name)?;
        role.parse().map_err(|_| StoreError::unreadable("what was said of two people cannot be read"))
    };
    Ok(NewPersonLink {
        case_a: row.try_get("case_a")?,
        role_a: role("role_a")?,
        case_b: row.try_get("case_b")?,
        role_b: role("role_b")?,
        same: row.try_get::<i64, _>("same")? == 1,
        reason: row.try_get("reason")?,
    })
}

fn linked_body(id: u32, link: &NewPersonLink) -> String {
    serde_json::json!({
        "event": LINKED, "id": id,
        "one": { "case": link.case_a, "role": link.role_a.as_str() },
        "other": { "case": link.case_b, "role": link.role_b.as_str() },
        "same": link.same, "reason": link.reason,
    })
    .to_string()
}

fn undone_body(id: u32, reason: &str) -> String {
    serde_json::json!({ "event": UNDONE, "id": id, "reason": reason }).to_string()
}
