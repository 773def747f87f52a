//! The library: every system that a notice was read of, found by any word of its newest revision.
//!
//! Written together with the revisions, so that lists and searches read one row for each system and no notice whole.

use serde::{Deserialize, Serialize};
use sqlx::any::AnyRow;
use sqlx::{Any, Row, Transaction};

use super::{Engine, Store, StoreError, postgres, search, settings, sqlite};
use crate::notices::{Catalogue, Revision, number_key};

/// How many systems one page of the library has at most.
pub const LIBRARY_PAGE: u32 = 100;

/// Of how many systems of a page the words are read, so that the sentence can be shown that a search found: as many as a
/// window shows at once. Reading the words takes more than finding the systems.
pub const LIBRARY_TEXTS: u32 = 12;

/// One system of the library, as its newest revision has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LibrarySystem {
    /// The short name of the agency.
    pub agency: String,
    /// The agency's name as printed; empty where the notice did not tell it.
    pub agency_name: String,
    /// Its number.
    pub number: String,
    /// Its name.
    pub name: String,
    /// Whether it has been rescinded.
    pub rescinded: bool,
    /// Its revisions, oldest first.
    pub revisions: Vec<LibraryRevision>,
    /// For the first [`LIBRARY_TEXTS`] systems that a search found: the headings and words of the newest revision's
    /// sections.
    pub sections: Vec<(String, String)>,
}

/// One revision of a system of the library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LibraryRevision {
    /// The day from which requests are routed by it.
    pub effective_from: chrono::NaiveDate,
    /// `built-in` or the document.
    pub source: String,
    /// Whether it has the published words.
    pub published_words: bool,
    /// Federal Register citation or document number.
    pub cite: Option<String>,
}

/// What a page of the library should show.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LibraryFilter {
    /// Only these agencies; all where it is empty.
    pub agencies: Vec<String>,
    /// Only systems whose newest revision has all these words, each from its beginning; a word of one or two letters is
    /// looked for in number and name only.
    pub search: String,
    /// How many systems to leave out: those of the pages before.
    pub after: u32,
}

/// A page of the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LibraryPage {
    /// Where something is searched, systems with the words in number and name first; else by agency and number. At most
    /// [`LIBRARY_PAGE`].
    pub systems: Vec<LibrarySystem>,
    /// How many there are on all pages.
    pub total: u32,
}

/// An agency of the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LibraryAgency {
    /// Its short name.
    pub agency: String,
    /// Its name as printed; empty where no notice told it.
    pub name: String,
    /// How many systems it has.
    pub systems: u32,
}

impl Store {
    /// A page of the library.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] where a row cannot be read back.
    pub async fn library(&self, filter: &LibraryFilter) -> Result<LibraryPage, StoreError> {
        let listed = match filter.agencies.as_slice() {
            [] => String::new(),
            some => format!(",{},", some.join(",")),
        };
        let asked = search::asked(&filter.search);
        if asked.is_empty() {
            let rows = sqlx::query(include_str!("sql/library.sql"))
                .bind(listed)
                .bind(i64::from(LIBRARY_PAGE))
                .bind(i64::from(filter.after))
                .fetch_all(&self.pool)
                .await?;
            let total = rows.first().map_or(Ok(0), |row| count(row, "total"))?;
            return Ok(LibraryPage { systems: rows.iter().map(read).collect::<Result<_, _>>()?, total });
        }
        let page = i64::from(LIBRARY_PAGE);
        let after = i64::from(filter.after);
        let texts = i64::from(LIBRARY_TEXTS);
        let (find, count_found) = match self.engine {
            Engine::File { .. } => {
                let words = sqlite::match_all(&asked, &filter.agencies);
                let find = sqlx::query(sqlite::FIND_SYSTEMS)
                    .bind(words.in_title)
                    .bind(words.partly_in_title)
                    .bind(words.anywhere.clone())
                    .bind(after + page)
                    .bind(page)
                    .bind(after)
                    .bind(texts);
                (find, sqlx::query(sqlite::COUNT_FOUND_SYSTEMS).bind(words.anywhere))
            }
            Engine::Office => {
                let words = postgres::match_all(&asked);
                let find = sqlx::query(postgres::FIND_SYSTEMS)
                    .bind(words.clone())
                    .bind(page)
                    .bind(after)
                    .bind(texts)
                    .bind(listed.clone());
                (find, sqlx::query(postgres::COUNT_FOUND_SYSTEMS).bind(words).bind(listed))
            }
        };
        let rows = find.fetch_all(&self.pool).await?;
        // A page that is not full is the last one, and tells how many there are.
        let shown = u32::try_from(rows.len()).unwrap_or(LIBRARY_PAGE);
        let total = if shown < LIBRARY_PAGE && (shown > 0 || filter.after == 0) {
            filter.after.saturating_add(shown)
        } else {
            count(&count_found.fetch_one(&self.pool).await?, "total")?
        };
        Ok(LibraryPage { systems: rows.iter().map(read).collect::<Result<_, _>>()?, total })
    }

    /// The agencies of the library, by short name.
    ///
    /// # Errors
    /// What the database refuses.
    pub async fn library_agencies(&self) -> Result<Vec<LibraryAgency>, StoreError> {
        let rows = sqlx::query(include_str!("sql/library_agencies.sql")).fetch_all(&self.pool).await?;
        rows.iter()
            .map(|row| {
                Ok(LibraryAgency {
                    agency: row.try_get("agency")?,
                    name: row.try_get("agency_name")?,
                    systems: count(row, "systems")?,
                })
            })
            .collect()
    }

    /// Puts the systems that the program knows without any file into the library, where this version has not yet.
    ///
    /// # Errors
    /// What the database refuses.
    pub async fn shelve_built_in(&self, built_in: &Catalogue) -> Result<(), StoreError> {
        const SHELVED: &str = "built-in-systems";
        let body = serde_json::to_vec(&built_in.all().collect::<Vec<_>>())
            .map_err(|_| StoreError::unreadable("the built-in systems cannot be written"))?;
        let version = super::chain::sha256(&body);
        if self.setting(SHELVED).await?.as_deref() == Some(version.as_str()) {
            return Ok(());
        }
        let mut writer = self.writer().await?;
        let mut transaction = writer.begin().await?;
        for number in built_in.numbers() {
            shelve(self, &mut transaction, &number_key(number), built_in).await?;
        }
        settings::set(&mut transaction, SHELVED, &version).await?;
        transaction.commit().await?;
        Ok(())
    }
}

/// Writes the row of one system anew, from all its revisions.
pub(super) async fn shelve(
    store: &Store,
    transaction: &mut Transaction<'_, Any>,
    key: &str,
    built_in: &Catalogue,
) -> Result<(), StoreError> {
    let stored = sqlx::query(include_str!("sql/revisions_of.sql"))
        .bind(key)
        .fetch_all(&mut **transaction)
        .await?
        .iter()
        .map(super::catalogue::read_revision)
        .collect::<Result<Vec<_>, _>>()?;
    let known = built_in.revisions(key).iter().cloned();
    let system = Catalogue::new(known.chain(stored).collect());
    let revisions = system.revisions(key);
    let Some(newest) = revisions.last() else { return Ok(()) };
    let unwritten = |_| StoreError::unreadable("a system of the library cannot be written");
    let rows: Vec<LibraryRevision> = revisions.iter().map(LibraryRevision::from).collect();
    let sections: Vec<(&str, &str)> =
        newest.system.sections.iter().map(|section| (&*section.heading, &*section.text)).collect();
    let id: i64 = sqlx::query(include_str!("sql/library_id.sql"))
        .bind(key)
        .fetch_one(&mut **transaction)
        .await?
        .try_get("id")?;
    sqlx::query(include_str!("sql/save_library_system.sql"))
        .bind(key)
        .bind(id)
        .bind(&newest.agency)
        .bind(newest.agency_name.as_deref().unwrap_or_default())
        .bind(&newest.system.number)
        .bind(&newest.system.name)
        .bind(i64::from(newest.system.rescinded))
        .bind(serde_json::to_string(&rows).map_err(unwritten)?)
        .execute(&mut **transaction)
        .await?;
    sqlx::query(include_str!("sql/save_library_text.sql"))
        .bind(id)
        .bind(serde_json::to_string(&sections).map_err(unwritten)?)
        .execute(&mut **transaction)
        .await?;
    let save_words = match store.engine {
        Engine::File { .. } => sqlite::SAVE_LIBRARY_WORDS,
        Engine::Office => postgres::SAVE_LIBRARY_WORDS,
    };
    let words: Vec<&str> = sections.iter().flat_map(|(heading, text)| [*heading, *text]).collect();
    sqlx::query(save_words)
        .bind(id)
        .bind(search::words(&newest.agency).concat())
        .bind(search::words(&format!("{} {key} {}", newest.system.number, newest.system.name)).join(" "))
        .bind(search::words(&words.join("\n")).join(" "))
        .execute(&mut **transaction)
        .await?;
    Ok(())
}

impl From<&Revision> for LibraryRevision {
    fn from(revision: &Revision) -> Self {
        Self {
            effective_from: revision.effective_from,
            source: revision.source.clone(),
            published_words: revision.published_words,
            cite: revision.cite.clone(),
        }
    }
}

fn read(row: &AnyRow) -> Result<LibrarySystem, StoreError> {
    let unreadable = |_| StoreError::unreadable("a system of the library cannot be read");
    let revisions: String = row.try_get("revisions")?;
    let sections: String = row.try_get("sections")?;
    Ok(LibrarySystem {
        agency: row.try_get("agency")?,
        agency_name: row.try_get("agency_name")?,
        number: row.try_get("number")?,
        name: row.try_get("name")?,
        rescinded: row.try_get::<i64, _>("rescinded")? == 1,
        revisions: serde_json::from_str(&revisions).map_err(unreadable)?,
        sections: match sections.as_str() {
            "" => Vec::new(),
            some => serde_json::from_str(some).map_err(unreadable)?,
        },
    })
}

fn count(row: &AnyRow, name: &str) -> Result<u32, StoreError> {
    u32::try_from(row.try_get::<i64, _>(name)?).map_err(|_| StoreError::unreadable("a count is out of range"))
}
