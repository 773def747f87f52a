//! `docket bench cases`: a desk of very many cases, beside the bare engine on the same file in the same run.

use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::{Duration, Instant};

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Row};

use super::told;
use docket::accounts::{DeskKey, Passphrase, Salt};
use docket::casework::{Event, Recorded, State};
use docket::desk::{Desk, PRACTICE_PASSPHRASE, WorklistQuery};
use docket::error::{Code, Refusal};
use docket::law::{AgencyId, Kind};
use docket::store::{Append, CaseRowValues, PersonRole, PersonSeen, Store};

use crate::cli::Global;

/// How often each thing is done.
const ROUNDS: usize = 200;
/// How many appends are measured before as many bare inserts.
const TURN: usize = 25;
/// What is typed, letter by letter: names, numbers, words of requests, with and without accents.
const TYPED: &[&str] = &[
    "okonkwo hasek",
    "Nguyễn thao",
    "smith",
    "SSA-2019-00042",
    "USPS-2024",
    "zofie sahin",
    "medicare chat",
    "o'neill lakshmi",
    "webinar small businesses",
    "van der berg",
    "parcel lockers survey 2021",
    "featheringstone",
    "a",
    "the agent",
    "transcript of my",
    "lost parcel hernandez",
    "42",
    "garcia marquez ana maria",
    "hearing daughter",
    "winterbourne xiomara",
];
/// The page as somebody would ask the engine for it who knows the schema.
const BARE_PAGE: &str = "select number, version, agency, kinds, requester, system, state, step, clock, next_words, \
    next_by, due, received, closed, assignee, unit, restricted, held, dispose_after from case_row \
    where closed = 0 order by due, number limit 101";
/// The count that the page shows, as far as it is counted.
const BARE_COUNT: &str = "select count(*) from (select 1 from case_row where closed = 0 limit 10001)";
/// The tables that an entry of a case writes to.
const WRITTEN: [&str; 3] = ["ledger", "ledger_head", "case_row"];
const BARE_INSERT: &str = "insert into bare_ledger values ($1, 'case', $6, $1, $2, $3, '2026-03-02', \
    'Robin Blake', 'note-added', $4, $5, $5, $5)";

/// Makes the desk, or takes the one that is in the folder, and measures.
pub async fn cases(
    global: &Global,
    cases: u64,
    kept: Option<PathBuf>,
) -> Result<Vec<serde_json::Value>, Refusal> {
    let thrown_away = kept.is_none();
    let folder = kept
        .unwrap_or_else(|| std::env::temp_dir().join(format!("docket-bench-cases-{}", std::process::id())));
    let measured = measure(global, cases, &folder).await;
    if thrown_away {
        // The desk holds nobody's data; a folder that cannot be removed is left to the system.
        let _ = std::fs::remove_dir_all(&folder);
    }
    measured
}

async fn measure(global: &Global, cases: u64, folder: &Path) -> Result<Vec<serde_json::Value>, Refusal> {
    let file = folder.join("practice.desk");
    let mut measured = Vec::new();
    let (there, begun) = (file.exists(), Instant::now());
    let desk = Desk::open_large_practice(&file, global.clock(), cases, &|_| {}).await?;
    if !there {
        let size = std::fs::metadata(&file).ok().and_then(|about| usize::try_from(about.len()).ok());
        measured.push(told(&format!("make a desk of {cases} cases"), vec![begun.elapsed()], size));
    }
    let before = memory();
    let mut bare = bare(&file).await?;
    measured.extend(worklist(&desk, &mut bare).await?);
    measured.extend(search(&desk).await?);
    measured.push(long_case(&desk).await?);
    measured.extend(append(&desk, &file, &mut bare).await?);
    bare.close().await.map_err(refused)?;
    if let (Some(before), Some(after)) = (before, memory()) {
        measured.push(serde_json::json!({
            "what": "memory (resident), before and after all of this", "before_kib": before, "after_kib": after,
        }));
    }
    desk.close().await;
    Ok(measured)
}

async fn worklist(desk: &Desk, bare: &mut SqliteConnection) -> Result<Vec<serde_json::Value>, Refusal> {
    let (mut page, mut alone, mut counted) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        page.push(timed(desk.worklist(WorklistQuery::default())).await?.0);
        alone.push(timed(rows(bare, BARE_PAGE)).await?.0);
        counted.push(timed(rows(bare, BARE_COUNT)).await?.0);
    }
    let both = alone.iter().zip(&counted).map(|(page, count)| *page + *count).collect();
    Ok(vec![
        told("a page of the worklist by due date, with its count", page, None),
        told("the bare query for the page alone", alone, None),
        told("the bare queries for page and count", both, None),
    ])
}

async fn search(desk: &Desk) -> Result<Vec<serde_json::Value>, Refusal> {
    let mut times = Vec::new();
    let mut slowest = (Duration::ZERO, "");
    for words in TYPED {
        for (end, letter) in words.char_indices() {
            let typed = words.get(..end + letter.len_utf8()).unwrap_or_default();
            for closed in [true, false] {
                let query =
                    WorklistQuery { search: Some(typed.to_owned()), closed, ..WorklistQuery::default() };
                let took = timed(desk.worklist(query)).await?.0;
                if took > slowest.0 {
                    slowest = (took, typed);
                }
                times.push(took);
            }
        }
    }
    let what = format!("ranked search after each letter; the slowest was “{}”", slowest.1);
    Ok(vec![told(&what, times, None)])
}

async fn long_case(desk: &Desk) -> Result<serde_json::Value, Refusal> {
    let number = desk.practice_long_case().await?.ok_or_else(|| {
        Refusal::not_found("The desk in that folder is not a large practice desk. Nothing was measured.")
    })?;
    let mut times = Vec::new();
    let mut entries = 0;
    for _ in 0..ROUNDS {
        let (took, case) = timed(desk.case(&number)).await?;
        entries = case.version;
        times.push(took);
    }
    Ok(told(&format!("open a case of {entries} entries, folded and shown"), times, None))
}

async fn append(
    desk: &Desk,
    file: &Path,
    bare: &mut SqliteConnection,
) -> Result<Vec<serde_json::Value>, Refusal> {
    let store = Store::open(file, &Passphrase::new(PRACTICE_PASSPHRASE.to_owned())).await?;
    let today = desk.view().await?.today;
    let number = store.next_number("BENCH", 2026).await?;
    let text = "Telephoned; nobody answered. The file waits for another letter.";
    let (mut appended, mut inserted) = (Vec::new(), Vec::new());
    let rounds: Vec<u32> = (1..=u32::try_from(ROUNDS).unwrap_or(u32::MAX)).collect();
    // By turns, so that what else the machine does falls on both.
    for turn in rounds.chunks(TURN) {
        for &version in turn {
            let note = Recorded {
                version,
                at: global_instant(today, version),
                on: today,
                by: "Robin Blake".to_owned(),
                event: Event::NoteAdded { text: text.to_owned() },
            };
            let batch = Append {
                case_number: number.clone(),
                expected_version: version - 1,
                events: vec![note],
                row: row(today),
                letter: None,
                mail: None,
                mail_state: None,
                papers: Vec::new(),
                destroyed_papers: Vec::new(),
                taken_in: Vec::new(),
                disclosures: Vec::new(),
            };
            appended.push(timed(async { store.append(batch).await.map_err(Refusal::from) }).await?.0);
        }
        if inserted.is_empty() {
            copy_schema(bare, &number).await?;
        }
        for &version in turn {
            let hash = format!("{version:064x}");
            let insert = sqlx::query(BARE_INSERT)
                .bind(i64::from(version))
                .bind(format!("{version:036x}"))
                .bind("2026-03-02T14:30:00.000000000Z")
                .bind(format!("{{\"event\":\"note-added\",\"text\":\"{text}\"}}"))
                .bind(hash)
                .bind(&number);
            inserted.push(timed(async { insert.execute(&mut *bare).await.map_err(refused) }).await?.0);
        }
    }
    drop_copies(bare).await?;
    store.close().await;
    Ok(vec![
        told("append one event, durable: chain, row, version", appended, None),
        told(
            "the bare insert of such a row by the engine alone, with the same schema, durable",
            inserted,
            None,
        ),
    ])
}

/// Copies the tables of the ledger, its head and the rows of cases with their indexes and triggers, empty but for the head and
/// the row of one case.
async fn copy_schema(bare: &mut SqliteConnection, number: &str) -> Result<(), Refusal> {
    drop_copies(bare).await?;
    let listed = sqlx::query(
        "select name, sql from sqlite_master where tbl_name in ('ledger', 'ledger_head', 'case_row') and sql is not null \
         order by type != 'table', name",
    );
    let mut copies = Vec::new();
    for row in listed.fetch_all(&mut *bare).await.map_err(refused)? {
        let (name, sql): (String, String) =
            (row.try_get("name").map_err(refused)?, row.try_get("sql").map_err(refused)?);
        copies.push(renamed(&sql, &name));
    }
    copies.push("insert into bare_ledger_head select * from ledger_head".to_owned());
    copies.push(format!("insert into bare_case_row select * from case_row where number = '{number}'"));
    sqlx::raw_sql(AssertSqlSafe(copies.join(";\n"))).execute(&mut *bare).await.map_err(refused)?;
    Ok(())
}

/// The statement that makes a table, index or trigger, for the copies.
fn renamed(sql: &str, name: &str) -> String {
    let mut copy = String::with_capacity(sql.len() + 64);
    for word in sql.split_inclusive(|at: char| !at.is_ascii_alphanumeric() && at != '_') {
        let bare = word.trim_end_matches(|at: char| !at.is_ascii_alphanumeric() && at != '_');
        if bare == name || WRITTEN.contains(&bare) {
            copy.push_str("bare_");
        }
        copy.push_str(word);
    }
    copy
}

async fn drop_copies(bare: &mut SqliteConnection) -> Result<(), Refusal> {
    for table in WRITTEN {
        let drop = AssertSqlSafe(format!("drop table if exists bare_{table}"));
        sqlx::raw_sql(drop).execute(&mut *bare).await.map_err(refused)?;
    }
    Ok(())
}

fn global_instant(today: chrono::NaiveDate, seconds: u32) -> chrono::DateTime<chrono::Utc> {
    today.and_time(chrono::NaiveTime::MIN).and_utc() + chrono::TimeDelta::seconds(i64::from(seconds))
}

/// The row of the case that grows in the measurement; it is kept out of every list that is measured before.
fn row(today: chrono::NaiveDate) -> CaseRowValues {
    CaseRowValues {
        agency: AgencyId::new("usps"),
        kinds: vec![Kind::Access],
        requester: "Measured Example".to_owned(),
        system: None,
        state: State::Identity,
        step: "record-evidence".to_owned(),
        clock: "usps-acknowledge".to_owned(),
        next_words: "Ask for proof of identity".to_owned(),
        next_by: Some(today),
        received: today,
        closed: false,
        closed_on: None,
        decided_on: None,
        office: None,
        assignee: String::new(),
        unit: String::new(),
        restricted: false,
        held: false,
        dispose_after: None,
        people: vec![PersonSeen {
            role: PersonRole::Requester,
            name: "Measured Example".to_owned(),
            address: vec!["1 Measured Row".to_owned()],
            email: None,
            identifiers: Vec::new(),
        }],
        search_text: "Please send me what you have.".to_owned(),
    }
}

async fn timed<T>(work: impl Future<Output = Result<T, Refusal>>) -> Result<(Duration, T), Refusal> {
    let begun = Instant::now();
    let made = work.await?;
    Ok((begun.elapsed(), made))
}

async fn rows(bare: &mut SqliteConnection, sql: &'static str) -> Result<usize, Refusal> {
    Ok(sqlx::query(sql).fetch_all(bare).await.map_err(refused)?.len())
}

/// The file past the program, with the settings that the program has.
async fn bare(file: &Path) -> Result<SqliteConnection, Refusal> {
    let failed = |cause: &dyn std::error::Error| Refusal::failed("The desk could not be opened.", cause);
    let bytes = {
        use std::io::Read;
        let mut head = [0; Salt::LENGTH];
        std::fs::File::open(file)
            .and_then(|mut file| file.read_exact(&mut head))
            .map_err(|cause| failed(&cause))?;
        head
    };
    let salt = Salt::read(bytes).map_err(|cause| failed(&cause))?;
    let key = DeskKey::derive(&Passphrase::new(PRACTICE_PASSPHRASE.to_owned()), salt)
        .map_err(|cause| failed(&cause))?;
    let options = SqliteConnectOptions::from_str("sqlite:").map_err(refused)?;
    options
        .filename(file)
        .pragma("key", format!("\"{}\"", key.raw_key_literal().as_str()))
        .pragma("synchronous", "FULL")
        .pragma("fullfsync", "ON")
        .pragma("cache_size", "-24000")
        .pragma("temp_store", "MEMORY")
        .disable_statement_logging()
        .connect()
        .await
        .map_err(refused)
}

fn refused(cause: sqlx::Error) -> Refusal {
    Refusal::new(Code::Failed, format!("The bare engine refused: {cause}"))
}

/// The resident memory of this process in KiB, where the system tells it.
fn memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.split_whitespace().next()?.parse().ok()
}
