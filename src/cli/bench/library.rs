//! `docket bench library`: a search as one types in 7,000 systems of records, beside a reading of every text.

use std::path::{Path, PathBuf};
use std::time::Instant;

use super::told;
use docket::desk::{Desk, SystemsQuery};
use docket::error::Refusal;

/// How many systems the invented library has.
const SYSTEMS: usize = 7_000;
/// How many systems stand in one notice.
const IN_ONE_NOTICE: usize = 20;
/// How many words a section has.
const WORDS: usize = 220;
/// What is typed, letter by letter.
const TYPED: &[&str] = &[
    "lantern bridge keepers",
    "records of payroll",
    "medical",
    "tide 0042",
    "wages and harbor permits",
    "the",
    "survey of employees",
    "complaints about contracts",
    "individuals by name and address",
    "benefits claims",
    "training travel",
    "quilorbaden",
];
/// How often all of it is typed.
const ROUNDS: usize = 3;
/// Words of the field, the most frequent first.
const FIELD: &[&str] = &[
    "the",
    "of",
    "records",
    "and",
    "information",
    "individuals",
    "name",
    "agency",
    "system",
    "address",
    "employees",
    "date",
    "office",
    "number",
    "request",
    "program",
    "payroll",
    "medical",
    "wages",
    "permits",
    "lantern",
    "bridge",
    "harbor",
    "keepers",
    "tide",
    "survey",
    "training",
    "travel",
    "claims",
    "benefits",
    "contracts",
    "complaints",
];
const SYLLABLES: &[&str] = &[
    "ba", "den", "fo", "gur", "hal", "kis", "lor", "mun", "nep", "ost", "pra", "qui", "rel", "sut", "tov",
    "wix",
];

/// Numbers that look random and are the same in each run (xorshift).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(sides.max(1)).unwrap_or(1)).unwrap_or(0)
    }

    fn word(&mut self) -> String {
        // Two words in three are of the field, and the first of those are the most frequent, as in real texts.
        if self.roll(3) > 0 {
            let last = self.roll(FIELD.len()) + 1;
            return FIELD.get(self.roll(last)).copied().unwrap_or("records").to_owned();
        }
        (0..=self.roll(3)).filter_map(|_| SYLLABLES.get(self.roll(SYLLABLES.len())).copied()).collect()
    }

    fn text(&mut self) -> String {
        let mut text = String::new();
        for place in 0..WORDS {
            if place > 0 {
                text.push_str(if place % 17 == 0 { ". " } else { " " });
            }
            text.push_str(&self.word());
        }
        text
    }
}

fn notice(dice: &mut Dice, first: usize) -> String {
    let agency = format!("{} Board", dice.word());
    let mut text = format!(
        "AGENCY: {agency}.\n\nACTION: Notice of systems of records.\n\nDATES: Effective on January 5, 2015.\n\n"
    );
    for number in first..first + IN_ONE_NOTICE {
        text.push_str(&format!(
            "SYSTEM NAME AND NUMBER: {} {} Records, TIDE-{number:04}.\n\nSYSTEM LOCATION: {agency}, 3 Nowhere Quay, \
             Portland, ME 04101.\n\nSYSTEM MANAGER(S): Chief, {agency}, 3 Nowhere Quay, Portland, ME 04101.\n\n",
            dice.word(),
            dice.word(),
        ));
        for heading in [
            "PURPOSE(S) OF THE SYSTEM",
            "CATEGORIES OF INDIVIDUALS COVERED BY THE SYSTEM",
            "CATEGORIES OF RECORDS IN THE SYSTEM",
            "ROUTINE USES OF RECORDS MAINTAINED IN THE SYSTEM, INCLUDING CATEGORIES OF USERS AND PURPOSES OF SUCH USES",
            "POLICIES AND PRACTICES FOR RETRIEVAL OF RECORDS",
            "RECORD ACCESS PROCEDURES",
            "NOTIFICATION PROCEDURES",
        ] {
            text.push_str(&format!("{heading}:\n\n{}.\n\n", dice.text()));
        }
        text.push_str("HISTORY:\n\nNone.\n\n");
    }
    text
}

/// Imports the invented library, then types into its search.
pub async fn library(desk: &Desk, folder: &Path) -> Result<Vec<serde_json::Value>, Refusal> {
    let mut dice = Dice(552);
    let mut files: Vec<PathBuf> = Vec::new();
    let mut texts = Vec::new();
    for first in (0..SYSTEMS).step_by(IN_ONE_NOTICE) {
        let text = notice(&mut dice, first);
        let file = folder.join(format!("notice-{first}.txt"));
        std::fs::write(&file, &text)
            .map_err(|cause| Refusal::failed("The invented notices could not be written.", &cause))?;
        texts.push(text);
        files.push(file);
    }
    let begun = Instant::now();
    for some in files.chunks(50) {
        desk.import_notices(some).await?;
    }
    let imported = begun.elapsed();
    let mut search = Vec::new();
    let mut scan = Vec::new();
    for words in std::iter::repeat_n(TYPED, ROUNDS).flatten() {
        for (end, letter) in words.char_indices() {
            let typed = words.get(..end + letter.len_utf8()).unwrap_or_default();
            if typed.trim().len() < 2 {
                continue;
            }
            let query = SystemsQuery {
                search: Some(typed.to_owned()),
                all_agencies: true,
                ..SystemsQuery::default()
            };
            let begun = Instant::now();
            desk.systems(&query).await?;
            search.push(begun.elapsed());
            let begun = Instant::now();
            std::hint::black_box(texts.iter().filter(|text| all_words(text, typed)).count());
            scan.push(begun.elapsed());
        }
    }
    let total = desk.systems(&SystemsQuery { all_agencies: true, ..SystemsQuery::default() }).await?.total;
    Ok(vec![
        told(&format!("import {total} systems, all"), vec![imported], None),
        told(&format!("search in {total} systems, after each letter"), search, None),
        told("the same words by reading every text", scan, None),
    ])
}

fn all_words(text: &str, typed: &str) -> bool {
    let lower = text.to_lowercase();
    typed.split_whitespace().all(|word| lower.contains(word))
}
