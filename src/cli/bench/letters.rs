//! A batch of letters, each for another person: composed, checked, set and tagged; and beside them what LibreOffice takes,
//! where it is installed, and another typesetter, where its program is named.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde::Deserialize;

use docket::error::{Code, Refusal};
use docket::letters::{
    Addressee, ClauseBook, LetterFacts, LetterKind, SetLetter, Typesetter, check, compose, plain_text,
    samples,
};

/// How many letters the batch has.
const BATCH: u32 = 1000;
/// Names that try the fonts; nobody's.
const NAMES: [&str; 5] = [
    "Nguyễn Thị Quế Anh",
    "José de la Cruz",
    "Şükrü Okonkwo-Hašek",
    "Grażyna Łukasiewicz",
    "Anna van der Berg",
];

/// How many letters LibreOffice gets in one run.
const BESIDE: u32 = 50;

/// One line for the batch one after the other, one for all cores together, one for its memory, and one for each tool beside it.
pub fn batch(beside: Option<&Path>) -> Result<Vec<serde_json::Value>, Refusal> {
    let book = ClauseBook::built_in()?;
    let typesetter = Typesetter::new()?;
    let mut times = Vec::new();
    let (mut bytes, mut pages, mut early) = (0, 0, None);
    for number in 0..BATCH {
        let begun = Instant::now();
        let set = written(&book, &typesetter, number)?;
        times.push(begun.elapsed());
        (bytes, pages) = (bytes.max(set.bytes.len()), pages.max(set.pages));
        if number == BATCH / 10 {
            early = peak_kib();
        }
    }
    let what =
        format!("a batch of {BATCH} letters of {pages} pages, composed, checked, set and tagged, each");
    let mut lines = vec![super::told(&what, times, Some(bytes))];
    lines.push(by_all_cores(&book, &typesetter)?);
    if let (Some(before), Some(after)) = (early, peak_kib()) {
        lines.push(serde_json::json!({
            "what": "the most memory, after the first 100 letters and after all", "before_kib": before, "after_kib": after,
        }));
    }
    lines.push(beside_libreoffice(&book)?);
    if let Some(program) = beside {
        lines.push(beside_program(&book, program)?);
    }
    Ok(lines)
}

/// One letter of the batch: the person's own facts, composed, checked and set.
fn written(book: &ClauseBook, typesetter: &Typesetter, number: u32) -> Result<SetLetter, Refusal> {
    let letter = compose(book, &refusal(number))?;
    if let Some(failed) = check(&letter).into_iter().find(|check| !check.passed) {
        return Err(Refusal::not_allowed(
            format!("A letter of the batch fails: {}", failed.what),
            failed.cite,
        ));
    }
    Ok(typesetter.pdf(&letter)?)
}

/// The time of the whole batch with a thread for each core, shared among its letters.
fn by_all_cores(book: &ClauseBook, typesetter: &Typesetter) -> Result<serde_json::Value, Refusal> {
    let cores = std::thread::available_parallelism().map_or(1, |cores| cores.get() as u32);
    let begun = Instant::now();
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..cores)
            .map(|first| {
                let mine = (first..BATCH).step_by(cores as usize);
                scope.spawn(move || {
                    for number in mine {
                        written(book, typesetter, number)?;
                    }
                    Ok(())
                })
            })
            .collect();
        threads.into_iter().try_for_each(|thread| {
            thread.join().unwrap_or_else(|_| Err(Refusal::new(Code::Failed, "A letter of the batch failed.")))
        })
    })?;
    let each = begun.elapsed() / BATCH;
    Ok(super::told(&format!("the same batch by {cores} cores together, each"), vec![each], None))
}

/// The same words as HTML, made to PDF by one run of LibreOffice: what an office without this program would use. Its PDF has no
/// checks behind it.
fn beside_libreoffice(book: &ClauseBook) -> Result<serde_json::Value, Refusal> {
    let missing = || super::told("soffice is not installed here and was not timed", Vec::new(), None);
    if Command::new("soffice").arg("--version").output().is_err() {
        return Ok(missing());
    }
    let failed =
        |cause: std::io::Error| Refusal::failed("The letters for LibreOffice could not be written.", &cause);
    let folder = std::env::temp_dir().join(format!("docket-bench-letters-{}", std::process::id()));
    std::fs::create_dir_all(&folder).map_err(failed)?;
    let mut files = Vec::new();
    for number in 0..BESIDE {
        let text = plain_text(&compose(book, &refusal(number))?);
        let text = text.replace('&', "&amp;").replace('<', "&lt;");
        let file = folder.join(format!("letter-{number}.html"));
        std::fs::write(&file, format!("<!doctype html><meta charset=utf-8><pre>{text}</pre>"))
            .map_err(failed)?;
        files.push(file);
    }
    let begun = Instant::now();
    let run = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()))
        .args(["--headless", "--convert-to", "pdf", "--outdir"])
        .arg(folder.join("set"))
        .args(&files)
        .output();
    let took = begun.elapsed();
    let made = std::fs::read_dir(folder.join("set")).map_or(0, Iterator::count);
    let _ = std::fs::remove_dir_all(&folder);
    if run.is_err() || made != files.len() {
        return Ok(missing());
    }
    let what = format!("the words of {BESIDE} of these letters through one run of LibreOffice, each");
    Ok(super::told(&what, vec![took / BESIDE], None))
}

/// What the other typesetter says of its letters.
#[derive(Deserialize)]
struct SetBeside {
    took_ns: Vec<u64>,
    bytes: usize,
    pages: u32,
}

/// The same words through another typesetter, in one process of its own that times itself letter by letter.
fn beside_program(book: &ClauseBook, program: &Path) -> Result<serde_json::Value, Refusal> {
    let failed = |cause: std::io::Error| Refusal::failed("The program beside could not be run.", &cause);
    let mut letters = Vec::new();
    for number in 0..BATCH {
        let letter = compose(book, &refusal(number))?;
        let text = plain_text(&letter);
        let paragraphs: Vec<String> =
            text.split("\n\n").map(|lines| lines.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        letters.push(serde_json::json!({ "title": letter.title, "paragraphs": paragraphs }));
    }
    let mut run =
        Command::new(program).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().map_err(failed)?;
    if let Some(mut input) = run.stdin.take() {
        input.write_all(serde_json::Value::from(letters).to_string().as_bytes()).map_err(failed)?;
    }
    let output = run.wait_with_output().map_err(failed)?;
    let set: SetBeside = serde_json::from_slice(&output.stdout)
        .map_err(|cause| Refusal::failed("The program beside did not say what it took.", &cause))?;
    let times = set.took_ns.into_iter().map(Duration::from_nanos).collect();
    let name = program.file_name().unwrap_or_default().display();
    let what = format!("the words of these {BATCH} letters through {name}, to {} pages, each", set.pages);
    Ok(super::told(&what, times, Some(set.bytes)))
}

/// The most memory that the process has had, where the system tells it.
fn peak_kib() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.split_whitespace().next()?.parse().ok()
}

/// The sample case of a refusal to amend, of two pages, for another person each time.
fn refusal(number: u32) -> LetterFacts {
    LetterFacts {
        case_number: format!("USPS-2026-{number:05}"),
        addressee: Addressee {
            name: NAMES[number as usize % NAMES.len()].to_owned(),
            address: vec![format!("{} Windrow Lane", number + 1), "Harrow Mills, OH 43999".to_owned()],
        },
        ..samples::facts(LetterKind::AmendmentRefused, "usps")
    }
}
