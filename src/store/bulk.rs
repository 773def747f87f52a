//! Filling a new desk with very many cases at once, for practice and for measuring: the same rows, the same chain, written
//! by one writer in few large statements, with the indexes and guards put back at the end.
//!
//! The file is not safe against a crash while it is filled: whoever fills it removes it when that was not finished.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use sqlx::{AssertSqlSafe, Connection, Row};

use super::append::instant;
use super::bulk_line::{Line, Rows, Value, text};
use super::case_words::{FoundBy, OPEN};
use super::chain::{Entry, sha256};
use super::people::{self, FoldedPerson};
use super::rows::NO_DAY;
use super::{CaseRowValues, Engine, Store, StoreError, sqlite};

/// How many days the entries of a case may lie before the days of the cases that follow it.
const BACKWARDS: u64 = 8;
/// The tables whose indexes and guards are put back at the end.
const FILLED: &str = "'ledger', 'letter', 'case_row', 'person_seen', 'person_key'";

/// The columns of the ledger.
const LEDGER: &str = "insert into ledger (seq, scope, case_number, version, id, at, on_day, by_name, event_type, body, \
    body_sha256, prev_hash, hash) values ";
const CASE_ROW: &str = "insert into case_row (id, number, version, agency, kinds, requester, system, state, step, clock, \
    next_words, next_by, due, received, closed, closed_on, office, assignee, unit, restricted, held, dispose_after, \
    disposed, changed_at, changed_by, found_by, decided_on, decide_days) values ";
const LETTER: &str = "insert into letter (id, case_number, kind, name, dated, sha256, size, bytes) values ";
const PERSON: &str =
    "insert into person_seen (case_id, place, role, name_folded, address_folded, email_folded) values ";
const WORDS: &str = "insert into case_words (rowid, words, marks) values ";
const NAMES: &str = "insert into case_names (rowid, title) values ";
const PERSON_KEY: &str = "insert into person_key (hashed, case_id, place) values ";

/// An event of a case that is written in bulk.
#[derive(Debug, Clone)]
pub struct BulkEvent {
    /// The civil day.
    pub on: NaiveDate,
    /// Who did it.
    pub by: String,
    /// Its type, as its body names it.
    pub event_type: String,
    /// The event, as JSON.
    pub body: String,
    /// Sixteen bytes that look random, for its id.
    pub random: [u8; 16],
}

/// A letter of which only the hash is kept, as after a disposal.
#[derive(Debug, Clone)]
pub struct BulkLetter {
    /// Its id.
    pub id: String,
    /// What it is for.
    pub kind: String,
    /// `Acknowledgement`.
    pub name: String,
    /// The date on it.
    pub dated: NaiveDate,
    /// SHA-256, as its event has it.
    pub sha256: String,
    /// The size in bytes.
    pub size: u32,
}

/// A case that is written in bulk, worked out as far as it can be without its place in the ledger.
#[derive(Debug)]
pub struct BulkCase {
    number: String,
    row: CaseRowValues,
    events: Vec<BulkEvent>,
    letters: Vec<BulkLetter>,
    found_by: FoundBy,
    people: Vec<FoldedPerson>,
}

/// The secret of a desk, so that several threads can work cases out.
#[derive(Debug, Clone)]
pub struct BulkSecret(Arc<str>);

impl BulkCase {
    /// Works a case out: its words, its people. The events are in the order of their versions and of their days.
    pub fn new(
        number: String,
        row: CaseRowValues,
        events: Vec<BulkEvent>,
        letters: Vec<BulkLetter>,
        secret: &BulkSecret,
    ) -> Self {
        let people = people::folded(&row.people, &secret.0);
        let found_by = FoundBy::of(&number, &row);
        Self { number, row, events, letters, found_by, people }
    }
}

/// An entry of the ledger that waits for its day.
struct Waiting {
    number: String,
    version: usize,
    event: BulkEvent,
}

/// A desk that is being filled.
pub struct BulkWriter {
    line: Line,
    path: PathBuf,
    secret: BulkSecret,
    /// The texts of the indexes and guards.
    taken_off: Vec<String>,
    seq: i64,
    hash: String,
    next_id: i64,
    waiting: BTreeMap<NaiveDate, Vec<Waiting>>,
    ledger: Rows<13>,
    rows: Rows<28>,
    letters: Rows<8>,
    people: Rows<6>,
    keys: Rows<3>,
    words: Rows<3>,
    names: Rows<2>,
    /// The words of open cases, which stand behind those of all closed ones.
    open_words: Vec<(i64, FoundBy)>,
    counters: BTreeMap<(String, i64), i64>,
}

impl Store {
    /// Begins to fill a desk that nobody else has open.
    ///
    /// # Errors
    /// [`StoreError::BackupIsTheOffices`] for an office's server, and what the database refuses.
    pub async fn begin_bulk(self) -> Result<BulkWriter, StoreError> {
        let Engine::File { path, key, writer } = &self.engine else {
            return Err(StoreError::BackupIsTheOffices);
        };
        writer.close().await;
        self.pool.close().await;
        let mut connection = sqlite::bulk(path, key).await?;
        let head = sqlx::query(include_str!("sql/read_head.sql")).fetch_one(&mut connection).await?;
        let last = sqlx::query("select coalesce(max(id), 0) as last from case_row")
            .fetch_one(&mut connection)
            .await?;
        let mut taken_off = Vec::new();
        let listed = AssertSqlSafe(format!(
            "select type, name, sql from sqlite_master where type in ('index', 'trigger') and sql is not null \
             and tbl_name in ({FILLED}) order by type, name"
        ));
        for row in sqlx::query(listed).fetch_all(&mut connection).await? {
            let (kind, name): (String, String) = (row.try_get("type")?, row.try_get("name")?);
            taken_off.push(row.try_get("sql")?);
            sqlx::raw_sql(AssertSqlSafe(format!("drop {kind} {name}"))).execute(&mut connection).await?;
        }
        sqlx::raw_sql("begin").execute(&mut connection).await?;
        Ok(BulkWriter {
            line: Line::to(connection),
            path: path.to_path_buf(),
            secret: BulkSecret(self.salt),
            taken_off,
            seq: head.try_get("seq")?,
            hash: head.try_get("hash")?,
            next_id: last.try_get::<i64, _>("last")? + 1,
            waiting: BTreeMap::new(),
            ledger: Rows::new(LEDGER),
            rows: Rows::new(CASE_ROW),
            letters: Rows::new(LETTER),
            people: Rows::new(PERSON),
            keys: Rows::new(PERSON_KEY),
            words: Rows::new(WORDS),
            names: Rows::new(NAMES),
            open_words: Vec::new(),
            counters: BTreeMap::new(),
        })
    }
}

impl BulkWriter {
    /// The secret with which cases are worked out.
    pub fn secret(&self) -> BulkSecret {
        self.secret.clone()
    }

    /// Writes a case; its entries go into the ledger when all entries of earlier days are there. The cases come in the
    /// order of their first days.
    ///
    /// # Errors
    /// What the database refuses.
    pub async fn write(&mut self, case: BulkCase) -> Result<(), StoreError> {
        let Some((first, last)) = case.events.first().zip(case.events.last()) else { return Ok(()) };
        self.write_days_before(first.on - chrono::Days::new(BACKWARDS)).await?;
        let id = self.next_id;
        self.next_id += 1;
        let changed_at = instant(noon(last.on));
        self.rows.push(row_values(id, &case, changed_at));
        self.line.send(self.rows.full()).await?;
        for letter in &case.letters {
            self.letters.push([
                text(&letter.id),
                text(&case.number),
                text(&letter.kind),
                text(&letter.name),
                text(letter.dated.to_string()),
                text(&letter.sha256),
                Value::Number(i64::from(letter.size)),
                Value::Null,
            ]);
        }
        self.line.send(self.letters.full()).await?;
        for (place, person) in (1_i64..).zip(&case.people) {
            let [name, address, email] = person.columns();
            let (id, place) = (Value::Number(id), Value::Number(place));
            for key in person.keys() {
                self.keys.push([text(key), id.clone(), place.clone()]);
            }
            self.people.push([id, place, text(person.role()), text(name), text(address), text(email)]);
        }
        self.line.send(self.people.full()).await?;
        self.line.send(self.keys.full()).await?;
        if let Some((prefix, year, count)) = super::numbers::parts(&case.number) {
            let counter = self.counters.entry((prefix.to_owned(), year)).or_default();
            *counter = count.max(*counter);
        }
        for (place, event) in case.events.into_iter().enumerate() {
            let waiting = Waiting { number: case.number.clone(), version: place + 1, event };
            self.waiting.entry(waiting.event.on).or_default().push(waiting);
        }
        if case.row.closed {
            self.push_words(case.found_by.place(id), case.found_by);
            self.line.send(self.names.full()).await?;
            self.line.send(self.words.full()).await?;
        } else {
            self.open_words.push((id, case.found_by));
        }
        Ok(())
    }

    /// Writes what still waits, puts indexes and guards back, and leaves the file as any other desk.
    ///
    /// # Errors
    /// What the database refuses.
    pub async fn finish(mut self) -> Result<(), StoreError> {
        self.write_days_before(NaiveDate::MAX).await?;
        self.line.send(self.ledger.rest()).await?;
        self.line.send(self.rows.rest()).await?;
        self.line.send(self.letters.rest()).await?;
        self.line.send(self.people.rest()).await?;
        self.line.send(self.keys.rest()).await?;
        for (id, found_by) in std::mem::take(&mut self.open_words) {
            self.push_words(id + OPEN, found_by);
        }
        self.line.send(self.names.rest()).await?;
        self.line.send(self.words.rest()).await?;
        let mut connection = self.line.end().await?;
        for ((prefix, year), last) in &self.counters {
            sqlx::query(include_str!("sql/count_number.sql"))
                .bind(prefix)
                .bind(*year)
                .bind(*last)
                .execute(&mut connection)
                .await?;
        }
        sqlx::query(include_str!("sql/move_head.sql"))
            .bind(self.seq)
            .bind(&self.hash)
            .execute(&mut connection)
            .await?;
        sqlx::raw_sql("commit").execute(&mut connection).await?;
        for sql in std::mem::take(&mut self.taken_off) {
            sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut connection).await?;
        }
        sqlite::end_bulk(&mut connection).await?;
        connection.close().await?;
        let on_disk = File::options().write(true).open(&self.path).and_then(|file| file.sync_all());
        on_disk.map_err(|source| StoreError::System {
            what: "The desk could not be written to the disk.",
            source,
        })
    }

    async fn write_days_before(&mut self, day: NaiveDate) -> Result<(), StoreError> {
        while let Some(first) = self.waiting.first_entry() {
            if *first.key() >= day {
                break;
            }
            let (on, entries) = first.remove_entry();
            for (nth, waiting) in entries.into_iter().enumerate() {
                let step = i64::try_from(nth).unwrap_or(0);
                self.push_entry(waiting, noon(on) + TimeDelta::milliseconds(20 * step));
                self.line.send(self.ledger.full()).await?;
            }
        }
        Ok(())
    }

    fn push_words(&mut self, place: i64, found_by: FoundBy) {
        let FoundBy { title, words, marks, .. } = found_by;
        self.names.push([Value::Number(place), Value::Text(title)]);
        self.words.push([Value::Number(place), Value::Text(words), Value::Text(marks)]);
    }

    fn push_entry(&mut self, waiting: Waiting, at: DateTime<Utc>) {
        let Waiting { number, version, event } = waiting;
        self.seq += 1;
        let version = i64::try_from(version).unwrap_or(i64::MAX);
        let mut counter = [0; 10];
        counter.copy_from_slice(event.random.split_at(10).0);
        let milliseconds = u64::try_from(at.timestamp_millis()).unwrap_or(0);
        let id = uuid::Builder::from_unix_timestamp_millis(milliseconds, &counter).into_uuid().to_string();
        let (at, on_day) = (instant(at), event.on.to_string());
        let body_sha256 = sha256(event.body.as_bytes());
        let hash = Entry {
            seq: self.seq,
            scope: "case",
            case_number: Some(&number),
            version: Some(version),
            id: &id,
            at: &at,
            on_day: &on_day,
            by_name: &event.by,
            event_type: &event.event_type,
            body_sha256: &body_sha256,
            prev_hash: &self.hash,
        }
        .hash();
        let before = std::mem::replace(&mut self.hash, hash.clone());
        self.ledger.push([
            Value::Number(self.seq),
            Value::Constant("case"),
            Value::Text(number),
            Value::Number(version),
            Value::Text(id),
            Value::Text(at),
            Value::Text(on_day),
            Value::Text(event.by),
            Value::Text(event.event_type),
            Value::Text(event.body),
            Value::Text(body_sha256),
            Value::Text(before),
            Value::Text(hash),
        ]);
    }
}

/// When the office's day begins in the ledger of a desk that is filled.
fn noon(on: NaiveDate) -> DateTime<Utc> {
    on.and_time(NaiveTime::MIN).and_utc() + TimeDelta::hours(13)
}

fn row_values(id: i64, case: &BulkCase, changed_at: String) -> [Value; 28] {
    let row = &case.row;
    let day = |day: Option<NaiveDate>| day.map_or(Value::Null, |day| text(day.to_string()));
    let some = |words: &Option<String>| words.as_ref().map_or(Value::Null, text);
    let flag = |flag: bool| Value::Number(i64::from(flag));
    let kinds: Vec<_> = row.kinds.iter().map(|kind| kind.as_str()).collect();
    let by = case.events.last().map_or("", |event| event.by.as_str());
    [
        Value::Number(id),
        text(&case.number),
        Value::Number(i64::try_from(case.events.len()).unwrap_or(i64::MAX)),
        text(row.agency.as_str()),
        text(kinds.join(",")),
        text(&row.requester),
        some(&row.system),
        Value::Constant(row.state.as_str()),
        text(&row.step),
        text(&row.clock),
        text(&row.next_words),
        day(row.next_by),
        row.next_by.map_or(Value::Constant(NO_DAY), |day| text(day.to_string())),
        text(row.received.to_string()),
        flag(row.closed),
        day(row.closed_on),
        some(&row.office),
        text(&row.assignee),
        text(&row.unit),
        flag(row.restricted),
        flag(row.held),
        day(row.dispose_after),
        Value::Number(0),
        Value::Text(changed_at),
        text(by),
        Value::Text(case.found_by.hash(&case.people)),
        day(row.decided_on),
        row.days_to_decide().map_or(Value::Null, Value::Number),
    ]
}
