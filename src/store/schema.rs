//! The migrations, and the version that a desk has: the number of the newest one that it ran.

use sqlx::SqlSafeStr;
use sqlx::migrate::{Migrate, MigrateError, Migration, MigrationType, Migrator};
use sqlx::{AnyConnection, AnyPool};
use std::borrow::Cow;

use super::StoreError;

/// Every migration: its number, what it does, and its text for each engine.
///
/// Listed here and not found by a macro, so that the compiler sees a new file without a build script.
const MIGRATIONS: &[(i64, &str, &str, &str)] = &[
    (
        1,
        "desk",
        include_str!("../../migrations/sqlite/0001_desk.sql"),
        include_str!("../../migrations/postgres/0001_desk.sql"),
    ),
    (
        2,
        "case_names",
        include_str!("../../migrations/sqlite/0002_case_names.sql"),
        include_str!("../../migrations/postgres/0002_case_names.sql"),
    ),
    (
        3,
        "row_follows_ledger",
        include_str!("../../migrations/sqlite/0003_row_follows_ledger.sql"),
        include_str!("../../migrations/postgres/0003_row_follows_ledger.sql"),
    ),
    (
        4,
        "workload",
        include_str!("../../migrations/sqlite/0004_workload.sql"),
        include_str!("../../migrations/postgres/0004_workload.sql"),
    ),
    (
        5,
        "drafts",
        include_str!("../../migrations/sqlite/0005_drafts.sql"),
        include_str!("../../migrations/postgres/0005_drafts.sql"),
    ),
    (
        6,
        "letters",
        include_str!("../../migrations/sqlite/0006_letters.sql"),
        include_str!("../../migrations/postgres/0006_letters.sql"),
    ),
    (
        7,
        "wording",
        include_str!("../../migrations/sqlite/0007_wording.sql"),
        include_str!("../../migrations/postgres/0007_wording.sql"),
    ),
    (
        8,
        "incoming",
        include_str!("../../migrations/sqlite/0008_incoming.sql"),
        include_str!("../../migrations/postgres/0008_incoming.sql"),
    ),
];

/// The engine whose migrations are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dialect {
    Sqlite,
    Postgres,
}

/// The newest version that this program knows.
pub(super) fn known_version() -> i64 {
    MIGRATIONS.last().map_or(0, |(number, ..)| *number)
}

/// The version of the desk behind a connection; nothing where no migration ever ran.
pub(super) async fn version(connection: &mut AnyConnection) -> Result<Option<i64>, StoreError> {
    let applied = match connection.list_applied_migrations("_sqlx_migrations").await {
        Ok(applied) => applied,
        Err(MigrateError::Execute(error)) if no_such_table(&error) => return Ok(None),
        Err(error) => return Err(from_migrate(error)),
    };
    Ok(applied.iter().map(|migration| migration.version).max())
}

/// Runs what has not yet run. Refuses a desk that a newer program wrote.
pub(super) async fn migrate(pool: &AnyPool, dialect: Dialect) -> Result<(), StoreError> {
    migrator(dialect).run(pool).await.map_err(from_migrate)
}

/// Refuses a desk that a newer program wrote.
pub(super) fn refuse_newer(version: Option<i64>) -> Result<(), StoreError> {
    match version {
        Some(version) if version > known_version() => {
            Err(StoreError::NewerDesk { version, known: known_version() })
        }
        _ => Ok(()),
    }
}

fn migrator(dialect: Dialect) -> Migrator {
    let migrations = MIGRATIONS.iter().map(|(number, what, sqlite, postgres)| {
        let sql = match dialect {
            Dialect::Sqlite => *sqlite,
            Dialect::Postgres => *postgres,
        };
        Migration::new(*number, Cow::Borrowed(*what), MigrationType::Simple, sql.into_sql_str(), false)
    });
    Migrator::with_migrations(migrations.collect())
}

fn no_such_table(error: &sqlx::Error) -> bool {
    let sqlx::Error::Database(cause) = error else {
        return false;
    };
    cause.code().as_deref() == Some("42P01") || cause.message().contains("no such table")
}

fn from_migrate(error: MigrateError) -> StoreError {
    match error {
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => error.into(),
        MigrateError::VersionMissing(version) => StoreError::NewerDesk { version, known: known_version() },
        MigrateError::VersionMismatch(version) => {
            StoreError::unreadable(format!("its structure differs from what version {version} was"))
        }
        MigrateError::Dirty(version) => {
            StoreError::unreadable(format!("the change to version {version} was not finished"))
        }
        other => StoreError::Failed(sqlx::Error::Migrate(Box::new(other))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn files(engine: &str) -> BTreeSet<String> {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(engine);
        let names = std::fs::read_dir(folder)
            .expect("the folder")
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
        names.collect()
    }

    #[test]
    fn every_migration_stands_in_both_folders_and_in_the_list() {
        let listed: BTreeSet<_> =
            MIGRATIONS.iter().map(|(number, what, ..)| format!("{number:04}_{what}.sql")).collect();
        assert_eq!(files("sqlite"), listed);
        assert_eq!(files("postgres"), listed);
    }

    #[test]
    fn the_numbers_run_without_a_gap() {
        let numbers: Vec<_> = MIGRATIONS.iter().map(|(number, ..)| *number).collect();
        assert_eq!(numbers, (1..=numbers.len() as i64).collect::<Vec<_>>());
    }
}
