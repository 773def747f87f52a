//! `docket:` links, from an e-mail or a colleague's note to a room of the window. A link carries no words of anybody: it names a
//! case by its number, or the worklist, and nothing else.

use std::sync::{Mutex, PoisonError};

use docket::error::Refusal;
use serde::Serialize;

/// What a link begins with.
const SCHEME: &str = "docket:";
/// The longest number of a case; what is longer is no number of any office.
const LONGEST_NUMBER: usize = 40;

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(tag = "place", rename_all = "kebab-case")]
pub enum LinkedPlace {
    /// `docket:worklist`.
    Worklist,
    /// `docket:case/USPS-2026-00001`.
    Case {
        /// The number of the case.
        number: String,
    },
}

/// Reads a link. Only the two forms are taken, as they are written, so that no link can do more than show a room.
pub fn read(link: &str) -> Result<LinkedPlace, Refusal> {
    let place = link.strip_prefix(SCHEME).unwrap_or_default();
    if place == "worklist" {
        return Ok(LinkedPlace::Worklist);
    }
    match place.strip_prefix("case/") {
        Some(number) if is_number(number) => Ok(LinkedPlace::Case { number: number.to_owned() }),
        _ => Err(Refusal::bad_input(
            "link",
            "The link does not lead anywhere on this desk. A link reads docket:case/ with the number of a case, or docket:worklist. Nothing was opened.",
        )),
    }
}

/// `USPS-2026-00001`: the letters of an agency, a year, and a count of at least five figures.
fn is_number(number: &str) -> bool {
    let parts: Vec<&str> = number.split('-').collect();
    let figures = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let [agency, year, count] = parts.as_slice() else { return false };
    number.len() <= LONGEST_NUMBER
        && (2..=12).contains(&agency.len())
        && agency.bytes().all(|byte| byte.is_ascii_uppercase())
        && year.len() == 4
        && figures(year)
        && count.len() >= 5
        && figures(count)
}

/// The link among the words that the program was started with.
pub fn among(words: impl IntoIterator<Item = String>) -> Option<String> {
    first_of(words.into_iter().skip(1))
}

/// The first of these words that is a link.
pub fn first_of(words: impl IntoIterator<Item = String>) -> Option<String> {
    words.into_iter().find(|word| word.starts_with(SCHEME))
}

/// The link that waits for an open desk. A later one takes the place of an earlier one.
#[derive(Default)]
pub struct Waiting(Mutex<Option<String>>);

impl Waiting {
    /// Lays down a link.
    pub fn lay_down(&self, link: String) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(link);
    }

    /// Takes it up, once.
    pub fn take_up(&self) -> Option<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_leads_to_a_case_or_to_the_worklist() {
        assert_eq!(read("docket:worklist").unwrap(), LinkedPlace::Worklist);
        for number in ["USPS-2026-00001", "SSA-2026-123456"] {
            let place = LinkedPlace::Case { number: number.to_owned() };
            assert_eq!(read(&format!("docket:case/{number}")).unwrap(), place);
        }
    }

    #[test]
    fn anything_else_is_refused_with_a_sentence_that_does_not_repeat_it() {
        for bad in [
            "docket:",
            "docket:case/",
            "docket:case/USPS-2026-0001",
            "docket:case/USPS-26-00001",
            "docket:case/usps-2026-00001",
            "docket:case/USPS-2026-00001/",
            "docket:case/USPS-2026-00001?do=close",
            "docket:case/USPS-2026-00001#x",
            "docket:case/../settings",
            "docket:case/USPS-2026-00001%20",
            "docket:case/USPS-２０２６-00001",
            "docket://case/USPS-2026-00001",
            "docket:settings",
            "docket:worklist?q=Okonkwo",
            "DOCKET:worklist",
            "https://example.org/docket:worklist",
            " docket:worklist",
            "",
        ] {
            let refusal = read(bad).unwrap_err();
            assert!(!refusal.message.contains("Okonkwo"), "{bad}");
            assert!(refusal.message.contains("Nothing was opened."), "{bad}");
        }
        assert!(read(&format!("docket:case/USPS-2026-{}", "1".repeat(60))).is_err());
    }

    #[test]
    fn the_link_is_found_among_the_words_of_the_start_but_is_not_the_program() {
        let words = |all: &[&str]| all.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let link = Some("docket:worklist".to_owned());
        assert_eq!(among(words(&["docket-desktop", "--quiet", "docket:worklist"])), link);
        assert_eq!(among(words(&["docket:worklist"])), None);
        assert_eq!(among(words(&["docket-desktop"])), None);
    }

    #[test]
    fn a_link_waits_and_is_taken_once() {
        let waiting = Waiting::default();
        assert_eq!(waiting.take_up(), None);
        waiting.lay_down("docket:worklist".to_owned());
        waiting.lay_down("docket:case/USPS-2026-00001".to_owned());
        assert_eq!(waiting.take_up().as_deref(), Some("docket:case/USPS-2026-00001"));
        assert_eq!(waiting.take_up(), None);
    }
}
