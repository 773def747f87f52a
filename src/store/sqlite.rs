//! Connections to a desk's encrypted file (SQLCipher). The only file that knows SQLite's settings.

use sqlx::any::{AnyConnectOptions, AnyPoolOptions};
use sqlx::{AnyConnection, AnyPool, AssertSqlSafe, ConnectOptions, Connection, Row};
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;
use zeroize::Zeroizing;

use super::case_words::{Asked, CaseMatch, Narrowed, uncut};
use super::error::sqlite_code;
use super::search::{self, SearchWord};
use super::worklist::{FindCases, FindIn};
use super::writer::FileWriter;
use super::{StoreError, schema};
use crate::accounts::{DeskKey, KeyError, Salt};

/// The size of a page; SQLCipher's default, and so the least size of a desk's file.
const PAGE: u64 = 4096;

/// Searches the library (FTS5): first the systems that have all words in number and name, then those that have some there.
pub(super) const FIND_SYSTEMS: &str = include_str!("sql/sqlite/find_systems.sql");
/// Counts what the search finds.
pub(super) const COUNT_FOUND_SYSTEMS: &str = include_str!("sql/sqlite/count_found_systems.sql");
/// Writes the words by which a system is found.
pub(super) const SAVE_LIBRARY_WORDS: &str = include_str!("sql/sqlite/save_library_words.sql");
/// Takes the words of a system out.
pub(super) const FORGET_LIBRARY_WORDS: &str = include_str!("sql/sqlite/forget_library_words.sql");

/// A search for all words, each from its beginning, in the language of FTS5.
pub(super) struct Match {
    /// All words in number and name.
    pub(super) in_title: String,
    /// All words, and at least one of them in number or name.
    pub(super) partly_in_title: String,
    /// All words.
    pub(super) anywhere: String,
}

/// The search for these words, of these agencies, or of all where none is named. The agency stands in the index, so that no
/// row is read but those that are shown.
pub(super) fn match_all(words: &[SearchWord], agencies: &[String]) -> Match {
    let title = |word: &SearchWord| format!("title : \"{}\"*", word.text());
    let titles: Vec<String> = words.iter().map(title).collect();
    let all: Vec<String> = words
        .iter()
        .map(|word| match word {
            SearchWord::InTitle(_) => title(word),
            SearchWord::Anywhere(word) => format!("{{title words}} : \"{word}\"*"),
        })
        .collect();
    let any: Vec<String> =
        agencies.iter().map(|agency| format!("\"{}\"", search::words(agency).concat())).collect();
    let ours = if any.is_empty() { String::new() } else { format!(" AND agency : ({})", any.join(" OR ")) };
    let (titles_and, titles_or, all) = (titles.join(" AND "), titles.join(" OR "), all.join(" AND "));
    Match {
        in_title: format!("{titles_and}{ours}"),
        partly_in_title: format!("({titles_or}) AND {all}{ours}"),
        anywhere: format!("{all}{ours}"),
    }
}

/// Reads the head of the ledger and the row of a case.
pub(super) const HEAD_AND_CASE: &str = include_str!("sql/sqlite/head_and_case.sql");
/// Writes an entry of a case where nobody wrote since head and case were read.
pub(super) const APPEND_AT_ONCE: &str = include_str!("sql/sqlite/append_at_once.sql");

/// Writes the words by which a case is found.
pub(super) const SAVE_CASE_WORDS: &str = include_str!("sql/sqlite/save_case_words.sql");
/// Takes the words of a case out.
pub(super) const FORGET_CASE_WORDS: &str = include_str!("sql/sqlite/forget_case_words.sql");
/// Writes the number and names by which a case is found first.
pub(super) const SAVE_CASE_NAMES: &str = include_str!("sql/sqlite/save_case_names.sql");
/// Takes the number and names of a case out.
pub(super) const FORGET_CASE_NAMES: &str = include_str!("sql/sqlite/forget_case_names.sql");
/// Finds cases by their words (FTS5): the index is walked first and from its end, and a row is read for each that is shown.
pub(super) const FIND_CASES: FindCases = FindCases {
    names: FindIn {
        joined: "case_names cross join case_row r on r.id = (case_names.rowid & 1099511627775)",
        matching: "case_names match ?",
        before: "case_names.rowid < ?",
        from: "case_names.rowid >= ?",
        order: "case_names.rowid desc",
    },
    words: FindIn {
        joined: "case_words cross join case_row r on r.id = (case_words.rowid & 1099511627775)",
        matching: "case_words match ?",
        before: "case_words.rowid < ?",
        from: "case_words.rowid >= ?",
        order: "case_words.rowid desc",
    },
    words_alone: "case_words",
    not_by_name: "case_words.rowid not in (select rowid from case_names where case_names match ?)",
};

/// The search for cases in the language of FTS5.
pub(super) fn case_match(asked: &Asked, narrowed: &Narrowed<'_>) -> CaseMatch {
    let in_columns = |columns: &str| {
        let words: Vec<String> = asked
            .words()
            .map(|(word, more)| format!("{columns} : \"{word}\"{}", if more { "*" } else { "" }))
            .collect();
        format!("({})", words.join(" AND "))
    };
    let mut narrowing = String::new();
    if let Some(agency) = narrowed.agency {
        narrowing.push_str(&format!(" AND marks : \"{agency}\""));
    }
    if let Some((hidden, own)) = narrowed.hidden {
        narrowing.push_str(&format!(" NOT (marks : \"{hidden}\" NOT marks : \"{own}\")"));
    }
    let names: Vec<String> = asked
        .words()
        .map(|(word, more)| format!("\"{word}\"{}", if more || uncut(word) { "*" } else { "" }))
        .collect();
    CaseMatch { names: names.join(" AND "), all: format!("({}{narrowing})", in_columns("{title words}")) }
}

/// How the file is opened.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// Reading a file that nobody has open: SQLite makes no lock and no file beside it.
    Still,
    /// Reading a file that another program has open, or that a crash left with a write-ahead log.
    ReadOnly,
    /// Reading and writing.
    ReadWrite,
}

/// Reads the salt at the head of a file, and refuses what is not a whole desk, before anything else touches it.
pub(super) fn read_salt(path: &Path) -> Result<Salt, StoreError> {
    let not_a_desk = |why| StoreError::NotADesk { file: path.to_owned(), why };
    let cannot_read = |source| StoreError::System { what: "The desk's file could not be read.", source };
    let mut file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(StoreError::Missing { file: path.to_owned() });
        }
        Err(error) => return Err(cannot_read(error)),
    };
    let about = file.metadata().map_err(cannot_read)?;
    if about.is_dir() {
        return Err(not_a_desk("it is a folder"));
    }
    if about.len() == 0 {
        return Err(not_a_desk("it is empty"));
    }
    let mut head = [0; Salt::LENGTH];
    if about.len() < head.len() as u64 {
        return Err(not_a_desk("it is too short, or was cut short"));
    }
    file.read_exact(&mut head).map_err(cannot_read)?;
    let salt = Salt::read(head).map_err(|error| match error {
        KeyError::NewerGeneration(_) => StoreError::NewerLock,
        _ if head == *b"SQLite format 3\0" => not_a_desk("it is a database that is not encrypted"),
        _ => not_a_desk("it does not begin as a desk does"),
    })?;
    if about.len() < PAGE {
        return Err(StoreError::Damaged { what: "the file ends within its first page".to_owned() });
    }
    // SQLite itself notices missing pages, but not that the last one is not whole.
    if !about.len().is_multiple_of(PAGE) && !has_log(path) {
        return Err(StoreError::Damaged { what: "the file ends within a page".to_owned() });
    }
    Ok(salt)
}

/// Tries the key on one connection that cannot write, and returns the desk's version.
///
/// A wrong key does not fail at connecting but at the first page that is read, as result code 26; in a pool that would
/// surface only as a time-out.
pub(super) async fn probe(path: &Path, key: &DeskKey) -> Result<Option<i64>, StoreError> {
    if !has_log(path) {
        let found = probe_as(Mode::Still, path, key).await;
        // Where another program opened the desk just now, what was read was perhaps half written: read again.
        if found.is_ok() || !has_log(path) {
            return found;
        }
    }
    probe_as(Mode::ReadOnly, path, key).await
}

/// Whether changes stand in a write-ahead log beside the file.
fn has_log(path: &Path) -> bool {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    std::fs::metadata(log).is_ok_and(|about| about.len() > 0)
}

async fn probe_as(mode: Mode, path: &Path, key: &DeskKey) -> Result<Option<i64>, StoreError> {
    let mut connection = options(path, mode)?.connect().await?;
    let read = async {
        unlock(&mut connection, key).await?;
        sqlx::query("select count(*) from sqlite_master").fetch_one(&mut connection).await
    };
    let found = match read.await {
        Ok(_) => schema::version(&mut connection).await,
        Err(error) => Err(match sqlite_code(&error) {
            Some(26) => StoreError::WrongPassphrase,
            Some(11) => StoreError::Damaged { what: "the file ends before its last page".to_owned() },
            _ => error.into(),
        }),
    };
    connection.close().await?;
    found
}

/// Puts the file into write-ahead mode, in which reading and writing do not wait for each other. It stays so; a new
/// file and a backup are not yet.
pub(super) async fn write_ahead(path: &Path, key: &DeskKey) -> Result<(), StoreError> {
    let mut connection = options(path, Mode::ReadWrite)?.connect().await?;
    unlock(&mut connection, key).await?;
    sqlx::raw_sql("PRAGMA journal_mode = WAL").execute(&mut connection).await?;
    connection.close().await?;
    Ok(())
}

/// The connections that read a file whose key was tried.
pub(super) async fn pool(path: &Path, key: Arc<DeskKey>) -> Result<AnyPool, StoreError> {
    let pool = AnyPoolOptions::new()
        .max_connections(3)
        .acquire_timeout(Duration::from_secs(30))
        .idle_timeout(None)
        .max_lifetime(None)
        .test_before_acquire(false)
        .after_connect(move |connection, _| {
            let key = Arc::clone(&key);
            Box::pin(async move { unlock(connection, &key).await })
        });
    Ok(pool.connect_with(options(path, Mode::ReadWrite)?).await?)
}

/// The one connection that writes to the file.
pub(super) async fn writer(path: &Path, key: &DeskKey) -> Result<FileWriter, StoreError> {
    let mut connection = options(path, Mode::ReadWrite)?.connect().await?;
    unlock(&mut connection, key).await?;
    Ok(FileWriter::new(connection))
}

/// Copies everything into an empty file under another key (SQLCipher's own way), as it is at one moment.
pub(super) async fn export(
    path: &Path,
    key: &DeskKey,
    target: &str,
    new_key: &DeskKey,
) -> Result<(), StoreError> {
    let mut connection = options(path, Mode::ReadWrite)?.connect().await?;
    let copied = async {
        unlock(&mut connection, key).await?;
        sqlx::query("ATTACH DATABASE $1 AS copy KEY $2")
            .bind(target)
            .bind(new_key.raw_key_literal().as_str())
            .execute(&mut connection)
            .await?;
        sqlx::raw_sql("BEGIN IMMEDIATE; SELECT sqlcipher_export('copy'); COMMIT; DETACH DATABASE copy")
            .execute(&mut connection)
            .await
    };
    let copied = copied.await;
    connection.close().await?;
    copied?;
    Ok(())
}

/// The one connection that fills a new file with very many cases: it waits for no disk and keeps no journal, so that a
/// crash leaves a file that is good for nothing.
pub(super) async fn bulk(path: &Path, key: &DeskKey) -> Result<AnyConnection, StoreError> {
    let mut connection = options(path, Mode::ReadWrite)?.connect().await?;
    unlock(&mut connection, key).await?;
    sqlx::raw_sql(
        "PRAGMA journal_mode = DELETE; PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = OFF; \
         PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA secure_delete = OFF; PRAGMA cache_size = -400000; \
         insert into case_words (case_words, rank) values ('automerge', 0); \
         insert into case_words (case_words, rank) values ('hashsize', 134217728); \
         insert into case_names (case_names, rank) values ('automerge', 0); \
         insert into case_names (case_names, rank) values ('hashsize', 33554432)",
    )
    .execute(&mut connection)
    .await?;
    Ok(connection)
}

/// Ends it: each index of words is one piece again, and takes later words as it did.
pub(super) async fn end_bulk(connection: &mut AnyConnection) -> Result<(), StoreError> {
    sqlx::raw_sql(
        "insert into case_words (case_words) values ('optimize'); \
         insert into case_words (case_words, rank) values ('automerge', 4); \
         insert into case_words (case_words, rank) values ('hashsize', 1048576); \
         insert into case_names (case_names) values ('optimize'); \
         insert into case_names (case_names, rank) values ('automerge', 4); \
         insert into case_names (case_names, rank) values ('hashsize', 1048576)",
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// The first page of the file that is not as it was written, by SQLCipher's own check of every page; it finds also what
/// no query happens to read.
pub(super) async fn damaged_page(pool: &AnyPool) -> Result<Option<String>, StoreError> {
    let mut found = None;
    // Another connection may have been writing a page just then: only what is found twice is damaged.
    for _ in 0..2 {
        let row = sqlx::raw_sql("PRAGMA cipher_integrity_check").fetch_optional(pool).await?;
        found = row.map(|row| row.try_get::<String, _>(0)).transpose()?;
        if found.is_none() {
            break;
        }
    }
    Ok(found)
}

/// Gives a connection the key, before anything else, and the settings that a desk needs.
///
/// Every commit is on the disk before it is acknowledged (`synchronous`, and `fullfsync` where the system has it);
/// nothing is sorted in temporary files, which would not be encrypted; what is deleted, a key of a paper above all, is
/// overwritten. Pages once read stay decrypted in memory, up to 24 MB.
async fn unlock(connection: &mut AnyConnection, key: &DeskKey) -> Result<(), sqlx::Error> {
    let literal = key.raw_key_literal();
    let mut statements = Zeroizing::new(String::with_capacity(512));
    for part in ["PRAGMA cipher_log_level = NONE; PRAGMA key = \"", literal.as_str(), "\"; "] {
        statements.push_str(part);
    }
    statements.push_str(
        "PRAGMA busy_timeout = 15000; PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; \
         PRAGMA checkpoint_fullfsync = ON; PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF; \
         PRAGMA cell_size_check = ON; PRAGMA cache_size = -24000; PRAGMA secure_delete = ON;",
    );
    sqlx::raw_sql(AssertSqlSafe(statements.as_str())).execute(connection).await?;
    Ok(())
}

/// The options to connect, with no statement ever logged: the first one holds the key.
fn options(path: &Path, mode: Mode) -> Result<AnyConnectOptions, StoreError> {
    let name = path.to_str().ok_or(StoreError::NotADesk {
        file: path.to_owned(),
        why: "its name holds characters that are not Unicode",
    })?;
    // Everything is encoded and nothing follows `sqlite:` but the path, so that no part of it is read as an address.
    let mut url = String::from("sqlite:");
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() {
            url.push(char::from(byte));
        } else {
            url.push_str(&format!("%{byte:02X}"));
        }
    }
    url.push_str(match mode {
        Mode::Still => "?mode=ro&immutable=true",
        Mode::ReadOnly => "?mode=ro",
        Mode::ReadWrite => "?mode=rw",
    });
    Ok(AnyConnectOptions::from_str(&url)?.disable_statement_logging())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn every_connection_writes_through_and_keeps_nothing_outside_the_file() {
        super::super::open::prepare_engines();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("office.docket");
        std::fs::write(&path, "").unwrap();
        let passphrase = crate::accounts::Passphrase::new("seven quiet lighthouses".to_owned());
        let key = DeskKey::derive(&passphrase, Salt::random().unwrap()).unwrap();
        write_ahead(&path, &key).await.unwrap();
        let pool = pool(&path, Arc::new(key)).await.unwrap();
        let (mut first, mut second) = (pool.acquire().await.unwrap(), pool.acquire().await.unwrap());
        for connection in [&mut first, &mut second] {
            for (pragma, wanted) in [
                ("synchronous", "2"),
                ("journal_mode", "wal"),
                ("fullfsync", "1"),
                ("checkpoint_fullfsync", "1"),
                ("foreign_keys", "1"),
                ("temp_store", "2"),
                ("trusted_schema", "0"),
                ("busy_timeout", "15000"),
                ("cipher_page_size", "4096"),
            ] {
                let asked = AssertSqlSafe(format!("PRAGMA {pragma}"));
                let row = sqlx::raw_sql(asked).fetch_one(&mut **connection).await.unwrap();
                let set = row
                    .try_get::<String, _>(0)
                    .or_else(|_| row.try_get::<i64, _>(0).map(|set| set.to_string()));
                assert_eq!(set.unwrap(), wanted, "{pragma}");
            }
        }
    }
}
