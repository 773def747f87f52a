//! `docket bench`: the measurements of docs/performance.md that need no window.

mod cases;
mod law;
mod letters;
mod library;
mod notices;
mod scores;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use clap::ValueEnum;

use super::{Global, say};
use docket::desk::{Desk, read_request};
use docket::error::{Code, Refusal};
use docket::letters::LetterKind;

/// How often each thing is done; the median is told.
const ROUNDS: usize = 200;

#[derive(Clone, Copy, ValueEnum)]
pub enum Bench {
    /// Compose, check and set one letter, as the window does for a draft; then a batch of 1,000
    Letter,
    /// Open an encrypted desk with its passphrase, and read a page of the worklist
    Open,
    /// Search 7,000 systems of records as one types
    Library,
    /// A million clocks with their working, every requirement of identity, and a bare loop to compare with
    Law,
    /// A desk of a million cases: worklist, ranked search as one types, a long case, an append, beside the bare engine
    Cases,
    /// Read notices that a person has read by hand: precision and recall of each field, and speed
    Notices,
}

/// What else was given on the command line.
pub struct Asked {
    pub truth: Option<PathBuf>,
    pub cases: u64,
    pub folder: Option<PathBuf>,
    pub beside: Option<PathBuf>,
}

pub async fn bench(global: &Global, name: Bench, asked: Asked) -> Result<(), Refusal> {
    match name {
        Bench::Cases => {
            return say::show(&cases::cases(global, asked.cases, asked.folder).await?, global.json, |rows| {
                rows.iter().map(row).collect::<Vec<_>>().join("\n")
            });
        }
        Bench::Law => {
            return say::show(&law::measure(global.clock().today())?, global.json, |figures| {
                figures.iter().map(law::Measured::words).collect::<Vec<_>>().join("\n")
            });
        }
        Bench::Notices => return say::show(&notices::notices(asked.truth)?, global.json, notices::table),
        Bench::Letter | Bench::Open | Bench::Library => {}
    }
    let folder = std::env::temp_dir().join(format!("docket-bench-{}", std::process::id()));
    let file = folder.join("practice.desk");
    let desk = Desk::open_practice(&file, global.clock()).await?;
    let measured = match name {
        Bench::Letter => match (letter(&desk).await, letters::batch(asked.beside.as_deref())) {
            (Ok(drafts), Ok(batch)) => Ok(drafts.into_iter().chain(batch).collect()),
            (Err(refusal), _) | (_, Err(refusal)) => Err(refusal),
        },
        Bench::Library => library::library(&desk, &folder).await,
        Bench::Open => {
            desk.close().await;
            open(global, &file).await
        }
        Bench::Law | Bench::Notices | Bench::Cases => Ok(Vec::new()),
    };
    // The desk holds nobody's data; a folder that cannot be removed is left to the system.
    let _ = std::fs::remove_dir_all(&folder);
    say::show(&measured?, global.json, |rows| rows.iter().map(row).collect::<Vec<_>>().join("\n"))
}

/// The median of the times, the slowest, and the size of what was made.
fn told(what: &str, mut times: Vec<Duration>, bytes: Option<usize>) -> serde_json::Value {
    times.sort();
    let ms = |time: Option<&Duration>| time.map(|time| (time.as_secs_f64() * 1e5).round() / 100.0);
    serde_json::json!({
        "what": what, "rounds": times.len(), "median_ms": ms(times.get(times.len() / 2)),
        "p99_ms": ms(times.get(times.len() * 99 / 100)), "slowest_ms": ms(times.last()), "bytes": bytes,
    })
}

fn row(measured: &serde_json::Value) -> String {
    if let (Some(before), Some(after)) = (measured["before_kib"].as_u64(), measured["after_kib"].as_u64()) {
        return format!("{}: {before} KiB, {after} KiB", measured["what"].as_str().unwrap_or_default());
    }
    if measured["rounds"] == 0 {
        return measured["what"].as_str().unwrap_or_default().to_owned();
    }
    let bytes = measured["bytes"].as_u64().map(|bytes| format!(", {bytes} bytes")).unwrap_or_default();
    format!(
        "{}: median {} ms, p99 {} ms, slowest {} ms of {}{bytes}",
        measured["what"].as_str().unwrap_or_default(),
        measured["median_ms"],
        measured["p99_ms"],
        measured["slowest_ms"],
        measured["rounds"]
    )
}

async fn letter(desk: &Desk) -> Result<Vec<serde_json::Value>, Refusal> {
    let mut measured = Vec::new();
    for (id, kind) in
        [("ssa-chat-transcript", LetterKind::Grant), ("usps-sales-correction", LetterKind::AmendmentRefused)]
    {
        let number = super::demo::to_the_decision(desk, read_request(id, desk.view().await?.today)?).await?;
        let mut times = Vec::with_capacity(ROUNDS);
        let mut bytes = 0;
        for _ in 0..ROUNDS {
            let begun = Instant::now();
            let pdf = desk.draft_pdf(&number, kind).await?;
            times.push(begun.elapsed());
            bytes = pdf.len();
        }
        measured.push(told(kind.words(), times, Some(bytes)));
    }
    Ok(measured)
}

async fn open(global: &Global, file: &std::path::Path) -> Result<Vec<serde_json::Value>, Refusal> {
    let mut times = Vec::new();
    for _ in 0..ROUNDS / 10 {
        let begun = Instant::now();
        let desk = Desk::open(file, docket::desk::PRACTICE_PASSPHRASE, None, global.clock()).await?;
        let page = desk.worklist(Default::default()).await?;
        times.push(begun.elapsed());
        if page.rows.is_empty() {
            return Err(Refusal::new(Code::Failed, "The practice desk is empty."));
        }
        desk.close().await;
    }
    Ok(vec![told("open the desk and read the worklist", times, None)])
}
