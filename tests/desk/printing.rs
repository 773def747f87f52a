//! Letters on paper, through a real print service (CUPS) on this machine: what it prints counts as printed, and nothing else.

use std::path::Path;
use std::process::Command as Program;
use std::time::Duration;

use docket::casework::Command;
use docket::desk::{Desk, LetterOfCase};
use docket::error::Code;
use docket::law::{Evidence, Kind};
use docket::letters::LetterKind;
use docket::printing::{Envelopes, PrintRun, PrintService, PrintSettings, PrinterState, Sides};

use crate::cups::Cups;
use crate::desks::{Office, intake};

const NAMES: [&str; 3] = ["Renée Okonkwo-Hašek", "Nguyễn Thị Quế", "Şükrü Łukasiewicz"];
const TODAY: &str = "2026-11-20";

/// Three USPS requests with their acknowledgements issued.
async fn three_letters(desk: &Desk) -> Vec<LetterOfCase> {
    let mut letters = Vec::new();
    for name in NAMES {
        let mut request = intake("usps", Kind::Access, "2026-11-18");
        request.requester.name = name.into();
        request.text = "I am a customer. Send me a copy of your sales file on me.".into();
        request.evidence = vec![Evidence::CertificationOfIdentity];
        let case = desk.open_case(request).await.expect("taken in");
        desk.act(&case.number, None, Command::VerifyIdentity { note: String::new() }).await.expect("proved");
        let route = Command::Route {
            system: "USPS 890.000".into(),
            office: "Sales and Customer Relations".into(),
            address: String::new(),
            reason: String::new(),
        };
        desk.act(&case.number, None, route).await.expect("routed");
        let issued =
            desk.issue_letter(&case.number, None, LetterKind::Acknowledgement).await.expect("issued");
        letters.push(LetterOfCase {
            number: case.number,
            letter: issued.letters.last().expect("a letter").letter.clone(),
        });
    }
    letters
}

fn on(printer: &str) -> PrintSettings {
    PrintSettings { printer: printer.into(), ..PrintSettings::default() }
}

/// The text of each page; nothing, said loudly, where poppler is missing.
fn pages(pdf: &Path) -> Option<Vec<String>> {
    let Ok(said) = Program::new("pdftotext").args(["-layout", &pdf.display().to_string(), "-"]).output()
    else {
        println!("NOT RUN: pdftotext is not installed, so the paper was not read.");
        return None;
    };
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    let text = String::from_utf8_lossy(&said.stdout).into_owned();
    Some(text.strip_suffix('\u{c}').unwrap_or(&text).split('\u{c}').map(str::to_owned).collect())
}

async fn why_not_printed(desk: &Desk, one: &LetterOfCase) -> Option<String> {
    let case = desk.case(&one.number).await.expect("the case");
    let issued = case.letters.iter().find(|issued| issued.letter == one.letter).expect("the letter");
    assert!(issued.printed.is_none(), "what was not printed does not count as printed");
    issued.not_printed.clone()
}

#[tokio::test]
async fn a_batch_comes_out_of_the_printer_in_its_order_and_only_then_counts_as_printed() {
    let Some(cups) = Cups::start().await else { return };
    cups.add_printer("Front", "stop-printer");
    let office = Office::encrypted().await;
    let desk = office.on(TODAY).await;
    let letters = three_letters(&desk).await;
    let waiting = desk.letters_to_print(None).await.expect("the list");
    assert_eq!(waiting.iter().map(|one| one.to.as_str()).collect::<Vec<_>>(), NAMES);

    let printers = cups.service().printers().await.expect("the printers");
    assert_eq!((printers[0].name.as_str(), printers[0].state), ("Front", PrinterState::Idle));
    assert_eq!(printers[0].words, "Front office");
    assert!(printers[0].duplex, "{printers:?}");
    let manual = printers[0].trays.iter().find(|tray| tray.contains("manual")).expect("a tray").clone();

    let settings = PrintSettings {
        envelopes: Envelopes::AfterEach,
        copies: 2,
        sides: Sides::LongEdge,
        tray: manual,
        ..on("Front")
    };
    let run = PrintRun::default();
    let report = desk.print_letters(&cups.service(), &settings, &letters, None, &run).await.expect("printed");
    assert_eq!((report.printed, report.not_printed.len(), report.not_tried), (3, 0, 0));
    assert_eq!((run.progress().total, run.progress().done), (3, 3));

    let papers = cups.printed();
    assert_eq!(papers.len(), 3);
    for ((paper, one), name) in papers.iter().zip(&letters).zip(NAMES) {
        let title = std::fs::read_to_string(paper.with_extension("title")).expect("a title");
        assert_eq!(title.trim(), one.number, "the queue shows the case and nobody's name");
        let options = std::fs::read_to_string(paper.with_extension("options")).expect("options");
        for option in ["copies=2", "sides=two-sided-long-edge", "print-scaling=none", "InputSlot=Manual"] {
            assert!(options.contains(option), "{option} in {options}");
        }
        let Some(pages) = pages(paper) else { continue };
        assert!(pages[0].contains(&one.number) && pages[0].contains(name), "{}", pages[0]);
        assert!(pages.len() % 4 == 0, "letter and envelope begin on sheets of their own: {}", pages.len());
        let envelope = &pages[pages.len() - 2];
        assert!(envelope.contains(name) && !envelope.contains("Dear"), "the envelope is last: {envelope}");
    }
    assert!(desk.letters_to_print(None).await.expect("the list").is_empty());
    let case = desk.case(&letters[0].number).await.expect("the case");
    assert!(case.letters[0].printed.is_some() && case.letters[0].posted.is_none());
    assert!(case.history.iter().any(|line| line.words.contains("printed the letter on Front.")));
}

#[tokio::test]
async fn one_job_on_the_pdf_printer_of_the_system_has_every_page_in_order() {
    let Some(cups) = Cups::start().await else { return };
    if !cups.add_pdf_printer("PDF") {
        return;
    }
    let office = Office::encrypted().await;
    let desk = office.on(TODAY).await;
    let letters = three_letters(&desk).await;
    let strangers = Path::new("/var/spool/cups-pdf/ANONYMOUS");
    let list = || -> Vec<std::path::PathBuf> {
        std::fs::read_dir(strangers)
            .map(|all| all.flatten().map(|entry| entry.path()).collect())
            .unwrap_or_default()
    };
    let before = list();
    let settings = PrintSettings { envelopes: Envelopes::AfterAll, one_job: true, ..on("PDF") };
    let report = desk
        .print_letters(&cups.service(), &settings, &letters, None, &PrintRun::default())
        .await
        .expect("printed");
    assert_eq!((report.printed, report.not_printed.len()), (3, 0));
    let new: Vec<_> = list().into_iter().filter(|file| !before.contains(file)).collect();
    assert_eq!(new.len(), 1, "one job is one paper: {new:?}");
    let arrived = pictures(&new[0]);
    std::fs::remove_file(&new[0]).expect("cleared away");
    let bound = tempfile::NamedTempFile::new().expect("a file");
    let batch = desk.batch_pdf(&letters, &settings).await.expect("one PDF");
    std::fs::write(bound.path(), &batch.bytes).expect("written");
    let (Some(arrived), Some(issued)) = (arrived, pictures(bound.path())) else { return };
    assert_eq!(arrived.len(), issued.len());
    // The printer's program draws the letters anew, so pages are known by their picture; the envelopes it lays onto its own paper.
    for (place, page) in arrived.iter().enumerate().take(letters.len()) {
        let likest = (0..letters.len()).min_by_key(|other| unlike(page, &issued[*other]));
        assert_eq!(likest, Some(place), "the pages came out in another order");
    }
}

/// Each page in shades of grey, small; nothing, said loudly, where poppler is missing.
fn pictures(pdf: &Path) -> Option<Vec<Vec<u8>>> {
    let folder = tempfile::tempdir().expect("a folder");
    let name = folder.path().join("page").display().to_string();
    let Ok(drawn) = Program::new("pdftoppm")
        .stderr(std::process::Stdio::null())
        .args(["-gray", "-r", "50", &pdf.display().to_string(), &name])
        .status()
    else {
        println!("NOT RUN: pdftoppm is not installed, so the paper was not looked at.");
        return None;
    };
    assert!(drawn.success());
    let mut pages: Vec<_> =
        std::fs::read_dir(folder.path()).expect("pages").flatten().map(|page| page.path()).collect();
    pages.sort();
    Some(pages.iter().map(|page| std::fs::read(page).expect("a page")).collect())
}

/// By how many dots two pictures differ.
fn unlike(one: &[u8], other: &[u8]) -> usize {
    one.len().abs_diff(other.len()) + one.iter().zip(other).filter(|(a, b)| a.abs_diff(**b) > 64).count()
}

#[tokio::test]
async fn a_stopped_printer_leaves_every_letter_waiting_with_the_reason() {
    let Some(cups) = Cups::start().await else { return };
    cups.add_printer("Front", "stop-printer");
    cups.stop_printer("Front");
    let office = Office::encrypted().await;
    let desk = office.on(TODAY).await;
    let letters = three_letters(&desk).await;
    let patience = Some(Duration::from_secs(1));
    let run = PrintRun::default();
    let report =
        desk.print_letters(&cups.service(), &on("Front"), &letters, patience, &run).await.expect("tried");
    assert_eq!((report.printed, report.not_printed.len(), report.not_tried), (0, 1, 2));
    assert!(report.not_printed[0].reason.contains("Fuser is being changed"), "{:?}", report.not_printed);
    let why = why_not_printed(&desk, &letters[0]).await.expect("the reason");
    assert!(why.starts_with("The printer Front stands still."), "{why}");
    assert_eq!(why_not_printed(&desk, &letters[2]).await, None, "what was not tried has no reason");
    assert_eq!(desk.letters_to_print(None).await.expect("the list").len(), 3);
    assert_eq!(cups.queue(), "", "nothing is left behind that would be printed later, unknown to the desk");

    cups.start_printer("Front");
    let report =
        desk.print_letters(&cups.service(), &on("Front"), &letters, None, &run).await.expect("printed");
    assert_eq!(report.printed, 3);
    assert!(desk.letters_to_print(None).await.expect("the list").is_empty());
}

#[tokio::test]
async fn a_jam_in_the_middle_is_known_letter_by_letter_and_survives_the_end_of_the_program() {
    let Some(cups) = Cups::start().await else { return };
    cups.add_printer("Front", "stop-printer");
    let office = Office::encrypted().await;
    let desk = office.on(TODAY).await;
    let letters = three_letters(&desk).await;
    let jam = cups.paper().join(format!("jam-{}", letters[1].number));
    std::fs::write(&jam, "").expect("jammed");

    // The printer jams at the second letter; the program says so, and is closed while it waits.
    let run = PrintRun::default();
    let printing = {
        let (desk, service, letters, run) = (desk.clone(), cups.service(), letters.clone(), run.clone());
        tokio::spawn(async move { desk.print_letters(&service, &on("Front"), &letters, None, &run).await })
    };
    for _ in 0..100 {
        if run.progress().stuck {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let progress = run.progress();
    assert!(progress.stuck && progress.done == 1, "{progress:?}");
    assert!(progress.words.contains("The paper is jammed."), "{progress:?}");
    printing.abort();
    assert!(printing.await.is_err());
    drop(desk);

    let desk = office.reopened(TODAY).await;
    let waiting = desk.letters_to_print(None).await.expect("the list");
    assert_eq!(waiting.len(), 2, "the first is printed, the others are not");
    assert!(waiting[0].at_printer.as_deref().is_some_and(|words| words.contains("Front")), "{waiting:?}");
    assert_eq!(waiting[1].at_printer, None);
    assert_eq!(desk.settle_print_jobs(&cups.service()).await.expect("asked"), 0);

    // Somebody clears the jam: the job that waited is printed, and the desk learns it.
    std::fs::remove_file(jam).expect("cleared");
    cups.start_printer("Front");
    let mut settled = 0;
    for _ in 0..50 {
        settled += desk.settle_print_jobs(&cups.service()).await.expect("asked");
        if settled > 0 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert_eq!(settled, 1);
    let waiting = desk.letters_to_print(None).await.expect("the list");
    assert_eq!(waiting.iter().map(|one| &one.letter).collect::<Vec<_>>(), [&letters[2].letter]);
}

#[tokio::test]
async fn a_batch_is_stopped_by_hand_and_a_job_that_the_service_gives_up_is_not_printed() {
    let Some(cups) = Cups::start().await else { return };
    cups.add_printer("Front", "stop-printer");
    cups.add_printer("Old", "abort-job");
    let office = Office::encrypted().await;
    let desk = office.on(TODAY).await;
    let letters = three_letters(&desk).await;

    std::fs::write(cups.paper().join("broken"), "").expect("broken");
    let report = desk
        .print_letters(&cups.service(), &on("Old"), &letters[..1], None, &PrintRun::default())
        .await
        .expect("tried");
    assert_eq!((report.printed, report.not_printed.len()), (0, 1));
    let why = why_not_printed(&desk, &letters[0]).await.expect("the reason");
    assert!(why.starts_with("The print service gave the job up"), "{why}");
    std::fs::remove_file(cups.paper().join("broken")).expect("mended");

    cups.stop_printer("Front");
    let run = PrintRun::default();
    let stopping = run.clone();
    tokio::spawn(async move {
        tokio::time::sleep(Duration::from_millis(700)).await;
        stopping.stop();
    });
    let report =
        desk.print_letters(&cups.service(), &on("Front"), &letters, None, &run).await.expect("stopped");
    assert_eq!((report.printed, report.not_printed.len(), report.not_tried), (0, 1, 2));
    assert_eq!(why_not_printed(&desk, &letters[0]).await.as_deref(), Some("The printing was stopped."));
    assert_eq!(cups.queue(), "");
}

#[tokio::test]
async fn the_batch_is_one_pdf_without_any_printer_and_each_member_keeps_their_own_settings() {
    let office = Office::encrypted().await;
    let desk = office.on(TODAY).await;
    let letters = three_letters(&desk).await;
    let settings = PrintSettings { sides: Sides::LongEdge, envelopes: Envelopes::AfterAll, ..on("Front") };
    let bound = desk.batch_pdf(&letters, &settings).await.expect("one PDF");
    let file = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(file.path(), &bound.bytes).expect("written");
    if let Some(pages) = pages(file.path()) {
        assert_eq!(pages.len(), 12, "each of six papers of one page begins on a sheet of its own");
        assert!(pages[2].contains(&letters[1].number) && pages[3].trim().is_empty());
        assert!(pages[8].contains(NAMES[1]) && !pages[8].contains("Dear"));
    }
    let apart: usize = {
        let mut all = 0;
        for one in &letters {
            all += desk.letter_pdf(&one.number, &one.letter).await.expect("a letter").len();
        }
        all
    };
    assert!(
        bound.bytes.len() < apart,
        "{} bytes, apart {apart}: the fonts are in it once",
        bound.bytes.len()
    );
    assert_eq!(desk.letters_to_print(None).await.expect("the list").len(), 3, "a file is not yet paper");

    desk.set_print_settings(&settings).await.expect("remembered");
    let other = crate::desks::approver(&desk).await;
    assert_eq!(other.print_settings().await.expect("settings"), PrintSettings::default());
    drop((desk, other));
    let desk = office.reopened(TODAY).await;
    assert_eq!(desk.print_settings().await.expect("settings"), settings);
    let bad =
        desk.set_print_settings(&PrintSettings { copies: 0, ..settings.clone() }).await.expect_err("none");
    assert_eq!((bad.code, bad.field.as_deref()), (Code::BadInput, Some("copies")));
    let nowhere = PrintService::at("/nowhere/cups.sock", "clerk");
    let refused = desk
        .print_letters(&nowhere, &settings, &letters, None, &PrintRun::default())
        .await
        .expect_err("no print service");
    assert!(refused.message.contains("letters are safe"));
}

#[tokio::test]
async fn the_command_line_lists_saves_and_prints_the_batch() {
    let Some(cups) = Cups::start().await else { return };
    cups.add_printer("Front", "stop-printer");
    let folder = tempfile::tempdir().expect("a folder");
    let docket = |arguments: &[&str]| {
        Program::new(env!("CARGO_BIN_EXE_docket"))
            .args([
                "--desk",
                &folder.path().join("practice.desk").display().to_string(),
                "--today",
                TODAY,
                "--json",
            ])
            .args(arguments)
            .env("DOCKET_PASSPHRASE", docket::desk::PRACTICE_PASSPHRASE)
            .env("CUPS_SERVER", cups.server())
            .output()
            .expect("docket")
    };
    let answer = |arguments: &[&str]| -> serde_json::Value {
        let said = docket(arguments);
        assert!(said.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&said.stderr));
        serde_json::from_slice(&said.stdout).expect("JSON")
    };
    assert!(docket(&["practice", &folder.path().display().to_string()]).status.success());
    let waiting = answer(&["letter", "batch", "--since", "2026-01-01"]);
    let count = waiting.as_array().expect("a list").len();
    assert!(count > 0, "the practice desk has a letter to print");
    assert_eq!(answer(&["letter", "printers"])[0]["name"], "Front");

    let out = folder.path().join("batch.pdf").display().to_string();
    let saved =
        answer(&["letter", "batch", "--since", "2026-01-01", "--out", &out, "--envelopes", "after-each"]);
    assert!(saved["pages"].as_u64().is_some_and(|pages| pages >= 2 * count as u64), "{saved}");
    assert!(std::fs::read(&out).expect("the PDF").starts_with(b"%PDF-"));

    cups.stop_printer("Front");
    let refused =
        docket(&["letter", "batch", "--since", "2026-01-01", "--print", "Front", "--patience", "1"]);
    assert_eq!(refused.status.code(), Some(1), "what was not printed is no success");
    cups.start_printer("Front");
    // The printer is remembered although it printed nothing.
    let report = answer(&["letter", "batch", "--since", "2026-01-01", "--print"]);
    assert_eq!((report["printer"].as_str(), report["printed"].as_u64()), (Some("Front"), Some(count as u64)));
    assert_eq!(cups.printed().len(), count);
    assert_eq!(answer(&["letter", "batch", "--since", "2026-01-01"]), serde_json::json!([]));
}
