//! The rows of a desk that is filled: gathered into few large statements, and written while the next ones are worked out.

use std::sync::Arc;

use sqlx::{AnyConnection, AssertSqlSafe};
use tokio::sync::mpsc::{Receiver, Sender, channel};
use tokio::task::JoinHandle;

use super::StoreError;

/// How many rows one statement writes.
const ROWS: usize = 100;
/// How many statements wait for the database while others are made.
const STATEMENTS: usize = 16;

/// What stands in a column.
#[derive(Clone)]
pub(super) enum Value {
    /// Nothing.
    Null,
    /// A number or a flag.
    Number(i64),
    /// Words of the program's own.
    Constant(&'static str),
    /// Words of a case.
    Text(String),
}

/// A text in a column.
pub(super) fn text(words: impl ToString) -> Value {
    Value::Text(words.to_string())
}

/// A statement with what it writes.
pub(super) struct Statement {
    sql: Arc<str>,
    values: Vec<Value>,
}

/// The way to the database, which writes on a task of its own while the next rows are worked out.
pub(super) struct Line {
    statements: Sender<Statement>,
    writing: JoinHandle<Result<AnyConnection, StoreError>>,
}

impl Line {
    /// Begins to write.
    pub(super) fn to(connection: AnyConnection) -> Self {
        let (statements, waiting) = channel(STATEMENTS);
        Self { statements, writing: tokio::spawn(write_all(connection, waiting)) }
    }

    /// Hands statements on; waits where many of them wait already.
    pub(super) async fn send(&mut self, statements: Vec<Statement>) -> Result<(), StoreError> {
        for statement in statements {
            if self.statements.send(statement).await.is_err() {
                return Err(match (&mut self.writing).await {
                    Ok(Err(error)) => error,
                    _ => StoreError::unreadable("the desk that is filled was left before it was full"),
                });
            }
        }
        Ok(())
    }

    /// Waits until everything is written.
    pub(super) async fn end(self) -> Result<AnyConnection, StoreError> {
        drop(self.statements);
        let stopped = |_| StoreError::unreadable("the desk that is filled was left before it was full");
        self.writing.await.map_err(stopped)?
    }
}

async fn write_all(
    mut connection: AnyConnection,
    mut waiting: Receiver<Statement>,
) -> Result<AnyConnection, StoreError> {
    while let Some(Statement { sql, values }) = waiting.recv().await {
        let mut query = sqlx::query(AssertSqlSafe(sql));
        for value in values {
            query = match value {
                Value::Null => query.bind(None::<String>),
                Value::Number(number) => query.bind(number),
                Value::Constant(words) => query.bind(words),
                Value::Text(words) => query.bind(words),
            };
        }
        query.execute(&mut connection).await?;
    }
    Ok(connection)
}

/// Rows of one table that wait until a statement is full.
pub(super) struct Rows<const COLUMNS: usize> {
    insert: &'static str,
    /// The statement for as many rows as one takes.
    full: Arc<str>,
    rows: Vec<[Value; COLUMNS]>,
}

impl<const COLUMNS: usize> Rows<COLUMNS> {
    /// No rows yet, for a statement that ends with `values `.
    pub(super) fn new(insert: &'static str) -> Self {
        Self { insert, full: Self::statement(insert, ROWS), rows: Vec::with_capacity(2 * ROWS) }
    }

    /// The statement for so many rows. Its values have no names: for a thousand of them, SQLite would look each name up
    /// in a list of all.
    fn statement(insert: &str, rows: usize) -> Arc<str> {
        let one = format!("({})", vec!["?"; COLUMNS].join(", "));
        format!("{insert}{}", vec![one; rows].join(", ")).into()
    }

    /// One row more.
    pub(super) fn push(&mut self, row: [Value; COLUMNS]) {
        self.rows.push(row);
    }

    /// The statements that are full.
    pub(super) fn full(&mut self) -> Vec<Statement> {
        let mut full = Vec::new();
        while self.rows.len() >= ROWS {
            let rest = self.rows.split_off(ROWS);
            let rows = std::mem::replace(&mut self.rows, rest);
            full.push(Statement {
                sql: Arc::clone(&self.full),
                values: rows.into_iter().flatten().collect(),
            });
        }
        full
    }

    /// All that is left.
    pub(super) fn rest(&mut self) -> Vec<Statement> {
        let mut all = self.full();
        let rows = std::mem::take(&mut self.rows);
        if !rows.is_empty() {
            let sql = Self::statement(self.insert, rows.len());
            all.push(Statement { sql, values: rows.into_iter().flatten().collect() });
        }
        all
    }
}
