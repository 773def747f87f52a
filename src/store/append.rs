//! Appending to the ledger: the one way in which a case changes.

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use serde_json::Value;
use sqlx::any::{AnyArguments, AnyRow};
use sqlx::query::Query;
use sqlx::{Any, Row, Transaction};

use super::chain::{Entry, Head, sha256};
use super::writer::Writer;
use super::{
    CaseRowValues, Engine, MailOutcome, NewDisclosure, NewLetter, NewMail, NewPaper, Store, StoreError,
    incoming, numbers, outbox, papers, rows, sqlite,
};
use crate::casework::{Event, Recorded};

/// What one command made, to be recorded together or not at all.
#[derive(Debug, Clone)]
pub struct Append {
    /// `USPS-2026-00042`.
    pub case_number: String,
    /// The version on which the command was decided; 0 for a new case.
    pub expected_version: u32,
    /// What happened, at least one event, numbered on from there.
    pub events: Vec<Recorded>,
    /// What lists show of the case from now on.
    pub row: CaseRowValues,
    /// The letter that was issued.
    pub letter: Option<NewLetter>,
    /// The message that was put into the outbox.
    pub mail: Option<NewMail>,
    /// What became of a message of the outbox.
    pub mail_state: Option<MailOutcome>,
    /// Papers that came; an event of the batch names each by its hash.
    pub papers: Vec<NewPaper>,
    /// The ids of papers that are destroyed; an event of the batch names each.
    pub destroyed_papers: Vec<String>,
    /// The ids of what waited in the inbox and comes into the case with this; its papers are among [`Append::papers`].
    pub taken_in: Vec<String>,
    /// Disclosures that the case made, for the accounting.
    pub disclosures: Vec<NewDisclosure>,
}

impl Append {
    /// Whether it records events alone, without a letter, a message, a paper or a disclosure.
    fn brings_nothing(&self) -> bool {
        self.letter.is_none()
            && self.mail.is_none()
            && self.mail_state.is_none()
            && self.papers.is_empty()
            && self.destroyed_papers.is_empty()
            && self.taken_in.is_empty()
            && self.disclosures.is_empty()
    }
}

/// Who did something at the desk, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// The instant.
    pub at: DateTime<Utc>,
    /// The civil day in the agency's time zone.
    pub on: NaiveDate,
    /// The name of the staff member.
    pub by: String,
}

/// An entry before it has its place in the chain.
pub(super) struct NewEntry<'a> {
    /// The case and the version; nothing for an entry of the desk.
    pub case: Option<(&'a str, u32)>,
    pub stamp: &'a Stamp,
    pub event_type: String,
    pub body: String,
}

impl Store {
    /// Records what a command made: events, the row of the worklist, the letter, the message. All or nothing.
    ///
    /// # Errors
    /// [`StoreError::ChangedElsewhere`] where the case is no longer at the expected version,
    /// [`StoreError::NumberTaken`] where a new case's number was given away in the meantime,
    /// [`StoreError::OutOfOrder`] where the events do not follow on the expected version,
    /// [`StoreError::LetterMismatch`] where the letter is not the one that an event of the batch issues,
    /// [`StoreError::NotWaiting`] where the message's fate is already known,
    /// [`StoreError::NotThere`] where what should come from the inbox waits there no more.
    pub async fn append(&self, batch: Append) -> Result<(), StoreError> {
        self.append_all(vec![batch]).await
    }

    /// Records what several commands made, in one transaction: all of them or none. For taking over many cases at
    /// once, where a transaction for each would wait for the disk each time.
    ///
    /// # Errors
    /// As [`Store::append`], for the first batch that is refused.
    pub async fn append_all(&self, batches: Vec<Append>) -> Result<(), StoreError> {
        for batch in &batches {
            follow_on(batch)?;
        }
        let Some((first, others)) = batches.split_first() else { return Ok(()) };
        let mut writer = self.writer().await?;
        if others.is_empty() && self.append_at_once(&mut writer, first).await? {
            return Ok(());
        }
        let mut transaction = writer.begin().await?;
        let (mut head, before) = self.take_head_for(&mut transaction, first).await?;
        self.write_batch(&mut transaction, &mut head, first, before.as_ref()).await?;
        for batch in others {
            let before = case_row(&mut transaction, batch).await?;
            self.write_batch(&mut transaction, &mut head, batch, before.as_ref()).await?;
        }
        transaction.commit().await?;
        if let Some((_, newest)) = writer.newest() {
            *newest = Some(head);
        }
        Ok(())
    }

    /// Appends one entry that changes nothing in the lists by a single statement, which the engine carries out whole or not
    /// at all. It rests on the newest entry that this store wrote: where that is no longer the newest, or anything else is
    /// not as the batch expects, nothing is written and the answer is no.
    async fn append_at_once(&self, writer: &mut Writer<'_>, batch: &Append) -> Result<bool, StoreError> {
        let [recorded] = batch.events.as_slice() else { return Ok(false) };
        if batch.expected_version == 0 || !batch.brings_nothing() {
            return Ok(false);
        }
        let Some((connection, newest)) = writer.newest() else { return Ok(false) };
        let Some(head) = newest.take() else { return Ok(false) };
        let (stamp, event_type, body) = written(recorded)?;
        let case = Some((batch.case_number.as_str(), recorded.version));
        let entry = Placed::after(&head, NewEntry { case, stamp: &stamp, event_type, body });
        let query = rows::bind_as_it_stands(entry.bind(sqlite::APPEND_AT_ONCE), batch, &self.salt);
        let done = query.execute(connection).await?.rows_affected() == 1;
        *newest = done.then(|| entry.head());
        Ok(done)
    }

    /// Takes the head of the ledger for this transaction, and reads the row of the case of the first batch.
    async fn take_head_for(
        &self,
        transaction: &mut Transaction<'_, Any>,
        first: &Append,
    ) -> Result<(Head, Option<AnyRow>), StoreError> {
        match self.engine {
            Engine::File { .. } => {
                let row = sqlx::query(sqlite::HEAD_AND_CASE)
                    .bind(&first.case_number)
                    .fetch_one(&mut **transaction)
                    .await?;
                let head = Head { seq: row.try_get("seq")?, hash: row.try_get("hash")? };
                let there = row.try_get::<Option<String>, _>("number")?.is_some();
                Ok((head, Some(row).filter(|_| there)))
            }
            // The row is read when the lock is held, not before.
            Engine::Office => Ok((take_head(transaction).await?, case_row(transaction, first).await?)),
        }
    }

    async fn write_batch(
        &self,
        transaction: &mut Transaction<'_, Any>,
        head: &mut Head,
        batch: &Append,
        before: Option<&AnyRow>,
    ) -> Result<(), StoreError> {
        let before = refuse_if_changed(before, batch)?;
        let mut bodies = Vec::new();
        for recorded in &batch.events {
            let (stamp, event_type, body) = written(recorded)?;
            let case = Some((batch.case_number.as_str(), recorded.version));
            if !(batch.papers.is_empty() && batch.destroyed_papers.is_empty()) {
                bodies.push(body.clone());
            }
            write_entry(transaction, head, NewEntry { case, stamp: &stamp, event_type, body }).await?;
        }
        self.save_row(transaction, batch, before.as_ref()).await?;
        if batch.expected_version == 0 {
            numbers::count(transaction, &batch.case_number).await?;
        }
        if let Some(letter) = &batch.letter {
            if !batch.events.iter().any(|recorded| issues(&recorded.event, letter)) {
                return Err(StoreError::LetterMismatch { number: batch.case_number.clone() });
            }
            letter.add(transaction, &batch.case_number).await?;
        }
        if let Some(mail) = &batch.mail {
            outbox::add(transaction, &batch.case_number, mail).await?;
        }
        if let Some(outcome) = &batch.mail_state {
            outbox::set_state(transaction, outcome).await?;
        }
        let named = |what: &str| bodies.iter().any(|body| body.contains(what));
        let on = batch.events.last().map(|recorded| recorded.on).unwrap_or_default();
        for paper in &batch.papers {
            if !named(&paper.sha256) {
                return Err(StoreError::PaperMismatch { number: batch.case_number.clone() });
            }
            papers::add(transaction, &batch.case_number, paper).await?;
        }
        for paper in &batch.destroyed_papers {
            if !named(paper) {
                return Err(StoreError::PaperMismatch { number: batch.case_number.clone() });
            }
            papers::destroy(transaction, &batch.case_number, paper, on).await?;
        }
        for id in &batch.taken_in {
            incoming::take(transaction, id).await?;
        }
        if let Some(last) = batch.events.last() {
            let stamp = Stamp { at: last.at, on: last.on, by: last.by.clone() };
            for disclosure in &batch.disclosures {
                self.enter(transaction, head, disclosure, &stamp).await?;
            }
        }
        Ok(())
    }

    /// The events of a case, oldest first; none where there is no such case.
    ///
    /// # Errors
    /// [`StoreError::Disposed`] where the content of the case is gone by the records schedule.
    pub async fn events(&self, case_number: &str) -> Result<Vec<Recorded>, StoreError> {
        let rows =
            sqlx::query(include_str!("sql/case_events.sql")).bind(case_number).fetch_all(&self.pool).await?;
        rows.iter()
            .map(|row| {
                let at: String = row.try_get("at")?;
                let on: String = row.try_get("on_day")?;
                let body: Option<String> = row.try_get("body")?;
                let body = body.ok_or_else(|| StoreError::Disposed { number: case_number.to_owned() })?;
                let unreadable =
                    |_| StoreError::unreadable(format!("an event of {case_number} cannot be read"));
                Ok(Recorded {
                    version: rows::version(row.try_get("version")?)?,
                    at: DateTime::parse_from_rfc3339(&at).map_err(|_| unreadable(()))?.to_utc(),
                    on: on.parse().map_err(|_| unreadable(()))?,
                    by: row.try_get("by_name")?,
                    event: serde_json::from_str(&body).map_err(|_| unreadable(()))?,
                })
            })
            .collect()
    }
}

/// Who recorded an event and when, its type, and its JSON.
fn written(recorded: &Recorded) -> Result<(Stamp, String, String), StoreError> {
    let stamp = Stamp { at: recorded.at, on: recorded.on, by: recorded.by.clone() };
    let body = serde_json::to_value(&recorded.event)
        .map_err(|_| StoreError::unreadable("an event cannot be written"))?;
    let event_type = body.get("event").and_then(Value::as_str).unwrap_or_default().to_owned();
    Ok((stamp, event_type, body.to_string()))
}

/// Whether an event issues this very letter: its hash is in the chain only through the event.
fn issues(event: &Event, letter: &NewLetter) -> bool {
    matches!(event, Event::LetterIssued { letter: id, sha256, .. } if *id == letter.id && *sha256 == letter.sha256)
}

fn follow_on(batch: &Append) -> Result<(), StoreError> {
    let follows =
        (batch.expected_version + 1..).zip(&batch.events).all(|(version, event)| event.version == version);
    if follows && !batch.events.is_empty() {
        Ok(())
    } else {
        Err(StoreError::OutOfOrder { number: batch.case_number.clone(), expected: batch.expected_version })
    }
}

/// The row of a case as it stands; nothing for a new case.
async fn case_row(
    transaction: &mut Transaction<'_, Any>,
    batch: &Append,
) -> Result<Option<AnyRow>, StoreError> {
    let row = sqlx::query(include_str!("sql/case_version.sql")).bind(&batch.case_number);
    Ok(row.fetch_optional(&mut **transaction).await?)
}

/// Refuses what was decided on another version; the answer is the row of the case before.
fn refuse_if_changed(row: Option<&AnyRow>, batch: &Append) -> Result<Option<rows::RowBefore>, StoreError> {
    match row {
        None if batch.expected_version == 0 => Ok(None),
        None => Err(StoreError::OutOfOrder {
            number: batch.case_number.clone(),
            expected: batch.expected_version,
        }),
        Some(_) if batch.expected_version == 0 => {
            Err(StoreError::NumberTaken { number: batch.case_number.clone() })
        }
        Some(row) => {
            if row.try_get::<i64, _>("disposed")? == 1 {
                return Err(StoreError::Disposed { number: batch.case_number.clone() });
            }
            let version = rows::version(row.try_get("version")?)?;
            if version == batch.expected_version {
                return Ok(Some(rows::RowBefore::read(row)?));
            }
            Err(StoreError::ChangedElsewhere {
                version,
                by: row.try_get("changed_by")?,
                at: row.try_get("changed_at")?,
            })
        }
    }
}

/// Takes the head of the ledger for this transaction, so that appends come one after the other on both engines.
pub(super) async fn take_head(transaction: &mut Transaction<'_, Any>) -> Result<Head, StoreError> {
    let row = sqlx::query(include_str!("sql/lock_head.sql")).fetch_one(&mut **transaction).await?;
    Ok(Head { seq: row.try_get("seq")?, hash: row.try_get("hash")? })
}

/// An entry in its place in the chain: the columns of its row.
struct Placed<'a> {
    seq: i64,
    scope: &'static str,
    id: String,
    at: String,
    on_day: String,
    entry: NewEntry<'a>,
    body_sha256: String,
    prev_hash: &'a str,
    hash: String,
}

impl<'a> Placed<'a> {
    fn after(head: &'a Head, entry: NewEntry<'a>) -> Self {
        let mut placed = Self {
            seq: head.seq + 1,
            scope: if entry.case.is_some() { "case" } else { "desk" },
            id: new_id(entry.stamp.at),
            at: instant(entry.stamp.at),
            on_day: entry.stamp.on.to_string(),
            body_sha256: sha256(entry.body.as_bytes()),
            prev_hash: &head.hash,
            hash: String::new(),
            entry,
        };
        placed.hash = Entry {
            seq: placed.seq,
            scope: placed.scope,
            case_number: placed.case_number(),
            version: placed.version(),
            id: &placed.id,
            at: &placed.at,
            on_day: &placed.on_day,
            by_name: &placed.entry.stamp.by,
            event_type: &placed.entry.event_type,
            body_sha256: &placed.body_sha256,
            prev_hash: placed.prev_hash,
        }
        .hash();
        placed
    }

    fn case_number(&self) -> Option<&str> {
        self.entry.case.map(|(number, _)| number)
    }

    fn version(&self) -> Option<i64> {
        self.entry.case.map(|(_, version)| i64::from(version))
    }

    /// A statement with the columns in the order of `append_event.sql`.
    fn bind(&self, sql: &'static str) -> Query<'static, Any, AnyArguments> {
        sqlx::query(sql)
            .bind(self.seq)
            .bind(self.scope)
            .bind(self.case_number().map(str::to_owned))
            .bind(self.version())
            .bind(self.id.clone())
            .bind(self.at.clone())
            .bind(self.on_day.clone())
            .bind(self.entry.stamp.by.clone())
            .bind(self.entry.event_type.clone())
            .bind(self.entry.body.clone())
            .bind(self.body_sha256.clone())
            .bind(self.prev_hash.to_owned())
            .bind(self.hash.clone())
    }

    /// The head of the ledger once it is written.
    fn head(&self) -> Head {
        Head { seq: self.seq, hash: self.hash.clone() }
    }
}

/// Writes one entry after the head, and moves the head in memory; in the table it moves by itself.
pub(super) async fn write_entry(
    transaction: &mut Transaction<'_, Any>,
    head: &mut Head,
    entry: NewEntry<'_>,
) -> Result<(), StoreError> {
    let placed = Placed::after(head, entry);
    placed.bind(include_str!("sql/append_event.sql")).execute(&mut **transaction).await?;
    *head = placed.head();
    Ok(())
}

/// Who and when, from the columns `at`, `on_day` and `by_name` of a row, with what their names begin with.
pub(super) fn read_stamp(row: &AnyRow, prefix: &str) -> Result<Stamp, StoreError> {
    let unreadable = || StoreError::unreadable("an entry of the ledger cannot be read");
    let column = |name: &str| -> Result<String, StoreError> {
        row.try_get::<Option<String>, _>(format!("{prefix}{name}").as_str())?.ok_or_else(unreadable)
    };
    Ok(Stamp {
        at: DateTime::parse_from_rfc3339(&column("at")?).map_err(|_| unreadable())?.to_utc(),
        on: column("on_day")?.parse().map_err(|_| unreadable())?,
        by: column("by_name")?,
    })
}

/// An instant as the ledger keeps it: of one length, so that text sorts as time.
pub(super) fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Nanos, true)
}

/// An id whose time part is the given instant (UUID version 7).
fn new_id(at: DateTime<Utc>) -> String {
    let seconds = u64::try_from(at.timestamp()).unwrap_or(0);
    uuid::Uuid::new_v7(uuid::Timestamp::from_unix_time(seconds, at.timestamp_subsec_nanos(), 0, 0))
        .to_string()
}
