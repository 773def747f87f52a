//! A batch of letters, each for another person: composed, checked, set and tagged; and beside them what LibreOffice and Typst
//! take, where they are installed.

use std::process::Command;
use std::time::Instant;

use docket::error::Refusal;
use docket::letters::{
    Addressee, AppealFacts, ClauseBook, LetterFacts, LetterKind, Letterhead, PartFacts, Signer, SystemFacts,
    Typesetter, check, compose,
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

/// One line for the batch, one for its memory, and one for each tool that is not here.
pub fn batch(today: chrono::NaiveDate) -> Result<Vec<serde_json::Value>, Refusal> {
    let book = ClauseBook::built_in()?;
    let typesetter = Typesetter::new()?;
    let mut times = Vec::new();
    let (mut bytes, mut pages, mut early) = (0, 0, None);
    for number in 0..BATCH {
        let facts = refusal(number, today);
        let begun = Instant::now();
        let letter = compose(&book, &facts)?;
        let failed = check(&letter).into_iter().find(|check| !check.passed);
        if let Some(failed) = failed {
            return Err(Refusal::not_allowed(
                format!("A letter of the batch fails: {}", failed.what),
                failed.cite,
            ));
        }
        let set = typesetter.pdf(&letter)?;
        times.push(begun.elapsed());
        (bytes, pages) = (bytes.max(set.bytes.len()), pages.max(set.pages));
        if number == BATCH / 10 {
            early = peak_kib();
        }
    }
    let what =
        format!("a batch of {BATCH} letters of {pages} pages, composed, checked, set and tagged, each");
    let mut lines = vec![super::told(&what, times, Some(bytes))];
    if let (Some(before), Some(after)) = (early, peak_kib()) {
        lines.push(serde_json::json!({
            "what": "the most memory, after the first 100 letters and after all", "before_kib": before, "after_kib": after,
        }));
    }
    for tool in ["soffice", "typst"] {
        if Command::new(tool).arg("--version").output().is_err() {
            lines.push(super::told(
                &format!("{tool} is not installed here and was not timed"),
                Vec::new(),
                None,
            ));
        }
    }
    Ok(lines)
}

/// The most memory that the process has had, where the system tells it.
fn peak_kib() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.split_whitespace().next()?.parse().ok()
}

/// An invented refusal to amend, of two pages.
fn refusal(number: u32, today: chrono::NaiveDate) -> LetterFacts {
    let lines = |text: &[&str]| text.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>();
    let address = lines(&["U.S. Postal Service", "475 L'Enfant Plaza SW", "Washington, DC 20260-1101"]);
    let part = |what: &str, outcome: &str, words: &str| PartFacts {
        what: what.to_owned(),
        outcome: outcome.to_owned(),
        words: words.to_owned(),
        ..PartFacts::default()
    };
    LetterFacts {
        letterhead: Letterhead {
            agency: "United States Postal Service".to_owned(),
            office: "Privacy and Records Management Office".to_owned(),
            address: address.clone(),
        },
        case_number: format!("USPS-2026-{number:05}"),
        addressee: Addressee {
            name: NAMES[number as usize % NAMES.len()].to_owned(),
            address: vec![format!("{} Windrow Lane", number + 1), "Harrow Mills, OH 43999".to_owned()],
        },
        request_kind: "amendment".to_owned(),
        channel_words: "by mail".to_owned(),
        system: Some(SystemFacts {
            number: "USPS 890.000".to_owned(),
            name: "Sales, Marketing, Events, and Publications".to_owned(),
        }),
        parts: vec![
            part("your street address", "amended", "it now reads as you wrote it"),
            part("the date of the first order", "refused", "the receipt that you sent shows the same date"),
        ],
        appeal: Some(AppealFacts {
            name: "appeal".to_owned(),
            to: "General Counsel".to_owned(),
            address,
            within: Some("90 calendar days".to_owned()),
            counted_from: Some("the date of this letter".to_owned()),
            last_day: Some(today + chrono::Days::new(90)),
            should_have: lines(&[
                "what record you mean",
                "what you want done",
                "copies of our letters about it",
            ]),
            statement_in_lieu: true,
            cites: lines(&["39 CFR 266.5(d)(2)", "39 CFR 266.6(a)"]),
        }),
        signer: Signer { name: "Mehmet Şahin".to_owned(), title: "Records Custodian".to_owned() },
        ..LetterFacts::bare(LetterKind::AmendmentRefused, "usps", today)
    }
}
