//! `docket letter batch` and `docket letter printers`: what waits for the printer, printed or saved as one PDF.

use std::path::PathBuf;
use std::time::Duration;

use chrono::NaiveDate;
use clap::Args;

use super::{Global, letter, say};
use docket::desk::{Desk, LetterOfCase, LetterToPrint, PrintReport};
use docket::error::{Code, Refusal};
use docket::printing::{Envelopes, PrintRun, PrintService, PrintSettings, Printer, Sides};

/// What a batch is asked for. What is left out is as whoever works here printed last.
#[derive(Args)]
pub struct BatchAsked {
    /// Save the batch as one PDF instead of printing it; nothing is recorded as printed then
    #[arg(long)]
    out: Option<PathBuf>,
    /// Print it on this printer; without a name, on the one of last time or the default
    #[arg(long, value_name = "PRINTER", num_args = 0..=1, default_missing_value = "", conflicts_with = "out")]
    print: Option<String>,
    /// Letters dated from this day on [default: of the last 30 days]
    #[arg(long, value_name = "YYYY-MM-DD")]
    since: Option<NaiveDate>,
    /// The letters of these cases alone
    #[arg(long = "case", value_name = "NUMBER")]
    cases: Vec<String>,
    /// Which sides of the paper: one-sided, two-sided-long-edge, two-sided-short-edge
    #[arg(long)]
    sides: Option<Sides>,
    /// The tray, as `docket letter printers` names it
    #[arg(long)]
    tray: Option<String>,
    /// How many copies of each
    #[arg(long)]
    copies: Option<u32>,
    /// Where the envelopes stand: none, after-each, after-all
    #[arg(long)]
    envelopes: Option<Envelopes>,
    /// The envelopes have a window
    #[arg(long, num_args = 0..=1, default_missing_value = "true")]
    window: Option<bool>,
    /// All of it as one job, which is printed or not as a whole
    #[arg(long, num_args = 0..=1, default_missing_value = "true")]
    one_job: Option<bool>,
    /// How many seconds a printer may stand still before its job is taken back
    #[arg(long, default_value_t = 60)]
    patience: u64,
}

/// Prints the batch, saves it, or says what is in it.
pub async fn batch(global: &Global, desk: &Desk, asked: BatchAsked) -> Result<(), Refusal> {
    let mut waiting = desk.letters_to_print(asked.since).await?;
    waiting.retain(|letter| asked.cases.is_empty() || asked.cases.contains(&letter.number));
    let letters: Vec<LetterOfCase> = waiting
        .iter()
        .map(|one| LetterOfCase { number: one.number.clone(), letter: one.letter.clone() })
        .collect();
    let settings = settings(desk, &asked).await?;
    if let Some(out) = &asked.out {
        let bound = desk.batch_pdf(&letters, &settings).await?;
        letter::save(out, &bound.bytes)?;
        let answer = serde_json::json!({ "letters": waiting, "pages": bound.pages, "out": out });
        return say::show(&answer, global.json, |_| {
            format!("{} letter(s), {} page(s), {}", letters.len(), bound.pages, out.display())
        });
    }
    if asked.print.is_none() {
        return say::show(&waiting, global.json, |waiting| listed(waiting));
    }
    let service = PrintService::of_this_computer();
    let patience = Duration::from_secs(asked.patience);
    let report =
        desk.print_letters(&service, &settings, &letters, Some(patience), &PrintRun::default()).await?;
    desk.set_print_settings(&PrintSettings { printer: report.printer.clone(), ..settings }).await?;
    say::show(&report, global.json, told)?;
    if report.not_printed.is_empty() && report.not_tried == 0 && report.envelopes.is_none() {
        return Ok(());
    }
    Err(Refusal::new(Code::Failed, "Not everything was printed. What was not waits as before."))
}

/// The printers of the office; needs no desk.
pub async fn printers(global: &Global) -> Result<(), Refusal> {
    let printers = PrintService::of_this_computer().printers().await?;
    say::show(&printers, global.json, |printers| {
        if printers.is_empty() {
            return "The print service has no printer.".to_owned();
        }
        printers.iter().map(line).collect::<Vec<_>>().join("\n")
    })
}

fn line(printer: &Printer) -> String {
    let mut said = vec![printer.state.words().to_owned()];
    said.extend(printer.default.then(|| "default".to_owned()));
    said.extend((!printer.accepting).then(|| "takes no jobs".to_owned()));
    said.extend(printer.duplex.then(|| "both sides".to_owned()));
    said.extend((!printer.trays.is_empty()).then(|| format!("trays: {}", printer.trays.join(", "))));
    said.extend((!printer.reason.is_empty()).then(|| printer.reason.clone()));
    format!("{:<20} {}: {}", printer.name, printer.words, said.join("; "))
}

async fn settings(desk: &Desk, asked: &BatchAsked) -> Result<PrintSettings, Refusal> {
    let last = desk.print_settings().await?;
    Ok(PrintSettings {
        printer: asked.print.clone().filter(|name| !name.is_empty()).unwrap_or(last.printer),
        copies: asked.copies.unwrap_or(last.copies),
        sides: asked.sides.unwrap_or(last.sides),
        tray: asked.tray.clone().unwrap_or(last.tray),
        envelopes: asked.envelopes.unwrap_or(last.envelopes),
        window: asked.window.unwrap_or(last.window),
        one_job: asked.one_job.unwrap_or(last.one_job),
    })
}

fn listed(waiting: &[LetterToPrint]) -> String {
    if waiting.is_empty() {
        return "No letter waits for the printer.".to_owned();
    }
    let line = |letter: &LetterToPrint| {
        let why = [&letter.at_printer, &letter.not_printed].into_iter().flatten().next();
        let why = why.map(|why| format!("  ({why})")).unwrap_or_default();
        format!("{}  {}  {}, to {}{why}", letter.number, letter.dated, letter.name, letter.to)
    };
    waiting.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn told(report: &PrintReport) -> String {
    let mut lines = vec![format!("{} letter(s) printed on {}", report.printed, report.printer)];
    lines.extend(report.not_printed.iter().map(|not| format!("{} not printed: {}", not.number, not.reason)));
    if report.not_tried > 0 {
        lines.push(format!("{} not tried", report.not_tried));
    }
    lines.extend(report.envelopes.iter().map(|why| format!("the envelopes were not printed: {why}")));
    lines.join("\n")
}
