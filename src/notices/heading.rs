//! Headings of a notice: where one stands in a line, and what it opens.
//!
//! Which words are a heading is decided in `heading_words`; here it is decided whether they stand as one.

use super::heading_words::matching;
pub(crate) use super::heading_words::{Opens, key};
use super::pattern::{Pattern, group};

/// A heading found at the start of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    /// What it opens.
    pub opens: Opens,
    /// As printed, without the colon.
    pub printed: String,
    /// The words on the same line after it.
    pub rest: String,
}

/// A heading that the form itself marks as one: the mark stands for the colon.
pub(crate) fn in_mark(words: &str) -> Option<Found> {
    let printed = words.trim().trim_end_matches([':', '.', ' ']);
    if let Some((opens, _)) = matching(printed) {
        return Some(Found { opens, printed: printed.to_owned(), rest: String::new() });
    }
    labelled(words)
}

/// A heading that opens a paragraph which is not marked as one: only words that no sentence begins with.
pub(crate) fn run_in(words: &str) -> Option<Found> {
    static LABEL: Pattern = Pattern::new(r"^\s*([^:\n]{3,240}?)\s*:\s*(.*)$");
    let found = LABEL.captures(words)?;
    let (opens, weak) = matching(group(&found, 1))?;
    // One word opens a section only where it is the whole paragraph (`Storage:`).
    let marked = matches!(opens, Opens::Section(_) | Opens::Number) && (!weak || group(&found, 2).is_empty());
    marked.then(|| Found { opens, printed: group(&found, 1).to_owned(), rest: group(&found, 2).to_owned() })
}

static BOLD: Pattern =
    Pattern::new(r"^\s*(?:[-*•]\s+)?(?:\*\*|__)\s*([^*\n]{3,240}?)\s*(?:\*\*|__)\s*[:.]?\s*(.*)$");
static LABEL: Pattern = Pattern::new(r"^\s*([^:\n]{3,240}?)\s*:\s*(.*)$");

/// A heading at the start of a line of text. `alone` says that the line stands apart from its neighbours, which is
/// asked where the words have neither a colon nor bold type nor capitals.
pub(crate) fn at_start(line: &str, alone: bool) -> Option<Found> {
    // Most lines are no heading: look no further than the first word that could open one.
    let start =
        line.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_' | '#' | '-' | '•'));
    if !start.chars().next().is_some_and(char::is_uppercase) {
        return None;
    }
    if let Some(found) = BOLD.captures(line) {
        let printed = group(&found, 1).trim_end_matches([':', '.', ' ']);
        if let Some((opens, _)) = matching(printed) {
            return Some(Found { opens, printed: printed.to_owned(), rest: group(&found, 2).to_owned() });
        }
        // Bold type may hold the heading and a colon, and go on: `**EXEMPTIONS: None**`.
        let inner = format!("{} {}", group(&found, 1), group(&found, 2));
        return labelled(&inner);
    }
    let plain = line.trim().trim_start_matches('#').trim();
    // A number before the label: `USPS 100.000 System Name: General Personnel Records.`
    static NUMBERED: Pattern =
        Pattern::new(r"^([A-Z]{0,8}[ /-]?\d[\d.\-]{2,12})\s+((?i:System name))\s*:\s*(\S.*)$");
    if let Some(found) = NUMBERED.captures(plain) {
        let rest = format!("{}, {}", group(&found, 1).trim(), group(&found, 3));
        return Some(Found { opens: Opens::Name, printed: group(&found, 2).to_owned(), rest });
    }
    if let Some(found) = labelled(plain) {
        return Some(found);
    }
    let words = plain.trim_end_matches('.');
    let (opens, weak) = matching(words)?;
    let capitals = !words.chars().any(char::is_lowercase);
    let marked = line.trim_start().starts_with('#');
    (marked || (capitals && alone) || (alone && !weak) || (capitals && !weak)).then(|| Found {
        opens,
        printed: words.to_owned(),
        rest: String::new(),
    })
}

fn labelled(line: &str) -> Option<Found> {
    let found = LABEL.captures(line)?;
    let printed = group(&found, 1).trim_matches(['*', '_', ' ']);
    let (opens, _) = matching(printed)?;
    let rest = group(&found, 2).trim_start_matches(['*', '_', ' ']).to_owned();
    Some(Found { opens, printed: printed.to_owned(), rest })
}

/// Whether a line may be the first line of a heading that goes on in the next: it has no colon and begins as one.
pub(crate) fn may_go_on(line: &str) -> bool {
    static BEGINS: Pattern = Pattern::new(
        r"^\s*(?:\*\*)?(?i:routine uses? of|policies (?:and|of|or) practices|administrative, technical|authority for|categories of|exemptions? (?:promulgated|claimed|from)|systems? exempted|system manager|contesting record|disclosure to consumer|record source|supplementary|for further|notification and|record access)",
    );
    !line.contains(':') && line.len() < 200 && BEGINS.is_in(line)
}

#[cfg(test)]
mod tests {
    use super::super::heading_words::opens;
    use super::*;

    #[test]
    fn printed_variants_fold_to_one_key() {
        for (printed, key) in [
            ("SYSTEM MANAGER(S) AND ADDRESS", "system_manager"),
            ("System manager and address", "system_manager"),
            ("SYSTEM MANAGER", "system_manager"),
            ("POLICIES OF PRACTICES FOR RETRIEVAL OF RECORDS", "retrieval"),
            ("POLICIES AND PRACTICES FOR RETRIEVABILITY OF RECORDS", "retrieval"),
            ("Retrievability", "retrieval"),
            ("POLICIES AND PRACTICES FOR THE STORAGE OF RECORDS", "storage"),
            ("NOTIFICATION PROCEDURES", "notification_procedure"),
            ("Notification and Record Access Procedures", "notification_procedure"),
            ("Record access and amendment procedures", "record_access_procedures"),
            ("Records access procedures", "record_access_procedures"),
            ("CONTESTING RECORDS PROCEDURES", "contesting_record_procedures"),
            ("EXEMPTIONS PROMULGATED FROM THIS SYSTEM", "exemptions"),
            ("EXEMPTION(S) PROMULGATED FROM THIS SYSTEM", "exemptions"),
            ("EXEMPTIONS CLAIMED FOR SYSTEM", "exemptions"),
            ("Exemptions From Certain Provisions of the Act", "exemptions"),
            ("Systems Exempted From Certain Provisions of the Act", "exemptions"),
            ("AUTHORITY FOR MAINTENANCE OF THE SYSTEM", "authority"),
            ("PURPOSE(S) OF THE SYSTEM", "purpose"),
            ("Purpose(s)", "purpose"),
            ("CATEGORIES OF INDIVIDUALS COVERED BY THE SYSTEM", "categories_of_individuals"),
            ("CATEGORIES OF RECORDS IN THE SYSTEM", "categories_of_records"),
            ("RECORD SOURCE CATEGORIES", "record_sources"),
            (
                "ROUTINE USES OF RECORDS MAINTAINED IN THE SYSTEM, INLCUDING CATEGORIES OF USERS AND THE PURPOSES OF SUCH USES",
                "routine_uses",
            ),
            ("ADMINISTRATIVE, TECHNICAL, AND PHYSICAL SAFEGUARDS", "safeguards"),
            ("POLICIES AND PRACTICES FOR RETENTION AND DISPOSAL OF RECORDS", "retention"),
            ("SECURITY CLASSIFICATION", "security_classification"),
            ("HISTORY", "history"),
            (
                "Policies and practices for storing, retrieving, accessing, retaining, and disposing of records in the system",
                "policies_and_practices",
            ),
        ] {
            assert_eq!(opens(printed), Some(Opens::Section(key)), "{printed}");
        }
        for printed in ["SYSTEM NAME AND NUMBER", "System name", "SYSTEM NAME"] {
            assert_eq!(opens(printed), Some(Opens::Name), "{printed}");
        }
        assert_eq!(opens("System identifier"), Some(Opens::Number));
        assert_eq!(opens("Reportable Event records"), None);
    }

    #[test]
    fn a_heading_may_share_its_line_or_lack_its_colon() {
        let shared = at_start("**SECURITY CLASSIFICATION:** Unclassified.", true).expect("a heading");
        assert_eq!(shared.rest, "Unclassified.");
        assert!(at_start("NOTIFICATION PROCEDURE", true).is_some());
        assert!(at_start("  **System manager**", true).is_some());
        assert!(at_start("location of the records is elsewhere", false).is_none());
        assert!(at_start("Storage", false).is_none());
        assert!(at_start("in today's **Federal Register**, with", false).is_none());
    }
}
