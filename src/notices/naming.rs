//! The name line of a system, split into its name and its number.

use super::pattern::{Pattern, group};

static CITE: Pattern = Pattern::new(
    r"(?i)[\s,(]*\(?(?:[A-Z][a-z]+ \d{1,2}, ?\d{4},? ?)?(?:vol\.? ?)?\d+ (?:F\.?R\.?|Fed\. Reg\.) ?[\d,]+\)?\s*\.?$",
);
static LABEL: Pattern = Pattern::new(r"(?i)^(?:system (?:name|number)|number|name)\s*:\s*");
static DASHES: Pattern = Pattern::new(r"[\u{2010}\u{2011}\u{2012}\u{2013}]|--+");

/// The number with its dashes folded to hyphens and its spaces to one.
pub(crate) fn fold_number(number: &str) -> String {
    DASHES
        .replace(number, "-")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .trim_matches(['.', ',', ';', ':', ' ', '(', ')', '“', '”', '"'])
        .to_owned()
}

/// The key under which a number is looked up: letters and digits only, so that `FERC–22`, `FERC 22` and `ferc-22` meet.
pub fn number_key(number: &str) -> String {
    number
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_uppercase)
        .collect()
}

/// Whether a line is nothing but a number.
pub(crate) fn is_number(line: &str) -> bool {
    static WHOLE: Pattern = Pattern::new(
        r"^(?:[A-Z][A-Za-z&]*(?:\s?[/.\-]\s?[A-Z][A-Za-z&]*){0,4}\s?[\-/.]{0,2}\s?)?[A-Z]?\d[0-9A-Za-z]*(?:[.\-/][0-9A-Za-z]+)*(?:\s(?:DoD|DOD|[A-Z]{2,4}))?\.?$",
    );
    let folded = DASHES.replace(line.trim(), "-");
    folded.len() <= 40 && folded.len() >= 3 && WHOLE.is_in(&folded) && {
        // A bare page number, a year or a ZIP code is no number of a system.
        folded.contains(|c: char| c.is_alphabetic() || matches!(c, '.' | '-' | '/'))
            && !ends_a_sentence(&folded)
    }
}

fn ends_a_sentence(line: &str) -> bool {
    static SENTENCE: Pattern = Pattern::new(r"^[A-Z][a-z]+ \d+\.?$");
    SENTENCE.is_in(line)
}

/// Splits a name line. The number is `None` where the line has none.
pub(crate) fn split_name(line: &str) -> (String, Option<String>) {
    let mut line = line.trim().trim_matches(['“', '”', '"']).to_owned();
    line = LABEL.replace(&line, "");
    line = CITE.replace(&line, "");
    let line = line.trim().trim_end_matches(['.', ',', ';', ' ']);
    let folded = DASHES.replace(line, "-");
    if let Some((name, number)) = parenthesised(&folded) {
        return (tidy(&name), Some(number));
    }
    if let Some((number, name)) = leading(&folded) {
        return (tidy(&name), Some(number));
    }
    if let Some((name, number)) = trailing(line) {
        return (tidy(&name), Some(number));
    }
    (tidy(line), None)
}

fn tidy(name: &str) -> String {
    name.trim()
        .trim_matches(['.', ',', ';', ':', ' ', '-', '—', '“', '”', '"'])
        .to_owned()
}

fn parenthesised(line: &str) -> Option<(String, String)> {
    static INSIDE: Pattern = Pattern::new(r"^(.{3,}?)\s*\(([^()]{2,30})\)$");
    let found = INSIDE.captures(line)?;
    let number = group(&found, 2).trim();
    is_number(number).then(|| (group(&found, 1).to_owned(), fold_number(number)))
}

fn leading(line: &str) -> Option<(String, String)> {
    // The longest run of first words that is a number, before a word that is not part of one.
    let words: Vec<&str> = line.split(' ').collect();
    for count in (1..=words.len().min(4)).rev() {
        let (Some(head), Some(tail)) = (words.get(..count), words.get(count..)) else {
            continue;
        };
        let head = head.join(" ");
        let name = tail.join(" ");
        let parted = head.ends_with([',', ':', ';', '-', '—']);
        let number = head.trim_end_matches([',', ':', ';', '-', '—', '.', ' ']);
        if name.len() >= 3 && is_number(number) && (parted || number.len() >= 5 || number.contains('-')) {
            return Some((
                fold_number(number),
                name.trim_start_matches(['-', '—', ' ']).to_owned(),
            ));
        }
    }
    None
}

fn trailing(line: &str) -> Option<(String, String)> {
    static PARTED: Pattern = Pattern::new(r"^(.*?\S)\s*(?:,|—|--|–| - |;|:)\s*([^,;—]{2,40})$");
    static LAST_DASH: Pattern = Pattern::new(r"^(.*\S)\s*(?:—|--|;)\s*([^;—]{2,40}?)$");
    for pattern in [&PARTED, &LAST_DASH] {
        let Some(found) = pattern.captures(line) else {
            continue;
        };
        let number = DASHES.replace(group(&found, 2).trim(), "-");
        if is_number(&number) {
            return Some((group(&found, 1).to_owned(), fold_number(&number)));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_line_gives_name_and_number_in_either_order() {
        for (line, name, number) in [
            (
                "USPS 890.000, Sales, Marketing, Events, and Publications.",
                "Sales, Marketing, Events, and Publications",
                Some("USPS 890.000"),
            ),
            (
                "USPS 100.600 Personnel Research Records",
                "Personnel Research Records",
                Some("USPS 100.600"),
            ),
            (
                "Customer Engagement Tools (CET) Record System, 60-0383.",
                "Customer Engagement Tools (CET) Record System",
                Some("60-0383"),
            ),
            (
                "550.100 Commercial Information Technology Resources—Applications.",
                "Commercial Information Technology Resources—Applications",
                Some("550.100"),
            ),
            (
                "Commission's Employees Indebtedness Cases Files (FERC 22).",
                "Commission's Employees Indebtedness Cases Files",
                Some("FERC 22"),
            ),
            (
                "Federal Student Aid Application File (18-11-01).",
                "Federal Student Aid Application File",
                Some("18-11-01"),
            ),
            ("DOT/FMCSA 006, SAFETYNET.", "SAFETYNET", Some("DOT/FMCSA 006")),
            (
                "Range Management System—Interior, LLM-2.",
                "Range Management System—Interior",
                Some("LLM-2"),
            ),
            (
                "Emergency Notification System.",
                "Emergency Notification System",
                None,
            ),
        ] {
            assert_eq!(
                split_name(line),
                (name.to_owned(), number.map(str::to_owned)),
                "{line}"
            );
        }
    }

    #[test]
    fn a_number_is_told_from_a_page_or_a_year() {
        for number in [
            "USPS 890.000",
            "60-0066",
            "DOL/BLS-19",
            "STATE-51",
            "DHA 20 DoD",
            "FHFA-14",
            "820.200",
        ] {
            assert!(is_number(number), "{number}");
        }
        for other in ["8005", "2020", "None.", "Washington", "May 6", "20260"] {
            assert!(!is_number(other), "{other}");
        }
    }
}
