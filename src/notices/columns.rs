//! Columns that ran together when a text was taken from PDF: a heading stands directly after another, and the words
//! behind the second may be those of the first. The order cannot be told again, so a person must look.

use super::assemble::Draft;
use super::pattern::Pattern;

/// A section whose words may be those of the one before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mixed {
    /// Its key.
    pub key: &'static str,
    /// Whether its words are plainly not what its heading promises, so that no fact is taken from them.
    pub withheld: bool,
    /// What to tell the person.
    pub sentence: String,
}

/// Headings that a notice may leave without words of their own: what follows is their part.
const CONTAINERS: &[&str] =
    &["policies_and_practices", "changes", "security_classification", "consumer_reporting_agencies"];

/// The sections that a heading without words precedes.
pub(crate) fn mixed(draft: &Draft) -> Vec<Mixed> {
    let pairs = draft.sections.iter().zip(draft.sections.iter().skip(1));
    pairs
        .filter(|(before, after)| {
            // A heading that is printed again elsewhere with its words lacks nothing.
            let told = draft.sections.iter().any(|other| other.key == before.key && !other.paragraphs.is_empty());
            before.paragraphs.is_empty()
                && !told
                && !after.paragraphs.is_empty()
                && !CONTAINERS.contains(&before.key)
        })
        .map(|(before, after)| {
            let words = after.paragraphs.iter().map(|paragraph| paragraph.joined()).collect::<Vec<_>>().join(" ");
            Mixed {
                key: after.key,
                withheld: !fits(after.key, &words),
                sentence: format!(
                    "{}: the heading “{}” follows at once, as where columns of a page ran together. Check both sections by hand.",
                    before.heading, after.heading
                ),
            }
        })
        .collect()
}

/// Whether the words are of the kind that a section has.
fn fits(key: &str, words: &str) -> bool {
    static RETRIEVAL: Pattern =
        Pattern::new(r"(?i)\bretriev|\bindex|^\W*(?:by )?(?:the )?(?:\w+ ){0,3}(?:name|number|identifier)");
    static OFFICE: Pattern = Pattern::new(
        r"\b\d{5}(?:-\d{4})?\b|(?i)\b(?:director|chief|manager|officer|commissioner|administrator|secretary|office of)\b",
    );
    static LETTER: Pattern = Pattern::new(
        r"(?i)\b(?:request|inquir|writ(?:e|ing|ten)|contact|individuals? (?:who|seeking|wishing|may)|see |same as|system manager|procedure)",
    );
    match key {
        "retrieval" => RETRIEVAL.is_in(words),
        "system_manager" => OFFICE.is_in(words),
        "notification_procedure" | "record_access_procedures" | "contesting_record_procedures" => {
            LETTER.is_in(words)
        }
        _ => true,
    }
}
