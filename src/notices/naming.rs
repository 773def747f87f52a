//! The name line of a system, split into its name and its number.

use super::pattern::{Pattern, group};

static CITE: Pattern = Pattern::new(
    r"(?i)[\s,(]*\(?(?:[A-Z][a-z]+ \d{1,2}, ?\d{4}[,;]? ?)?(?:vol\.? ?)?\d+ (?:F\.?R\.?|Fed\. Reg\.) ?[\d,]+\)?\s*\.?$",
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
    number.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

/// Whether a line is nothing but a number.
pub(crate) fn is_number(line: &str) -> bool {
    static WHOLE: Pattern = Pattern::new(
        r"^(?:[A-Z][A-Za-z&]*(?:\s?[/.\-]\s?[A-Z][A-Za-z&]*){0,4}\s?[\-/.]{0,2}\s?)?[A-Z]?\d[0-9A-Za-z]*(?:[.\-/][0-9A-Za-z]+)*(?:\s(?:DoD|DOD|ASO|[A-Z]{3}))?\.?$",
    );
    // A number of the armed forces ends in the letters of the command that keeps it: `A0600-8 AHRC`, `F036 AFPC Q`.
    static OF_A_COMMAND: Pattern = Pattern::new(
        r"^[A-Z]{1,2}\d{3,5}[a-z]?(?:-\d{1,4}[a-z]{0,2})*(?: [A-Z]{2,7}(?:-[A-Z]{2,7})*){1,3}(?: [A-Z])?$",
    );
    let folded = DASHES.replace(line.trim(), "-");
    folded.len() <= 40 && folded.len() >= 3 && (WHOLE.is_in(&folded) || OF_A_COMMAND.is_in(&folded)) && {
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
    static LEAD: Pattern = Pattern::new(r"^(?i:altered|new|modified|revised)(?i: systems? of records),\s*");
    static REASON: Pattern = Pattern::new(r"(?i)\s*[.,]?\s*,?\s*\bReason:.*$");
    let line = LABEL.replace(line.trim(), "");
    let line = REASON.replace(&CITE.replace(&LEAD.replace(&line, ""), ""), "");
    let printed = unquoted(line.trim().trim_end_matches(['.', ',', ';', ' ']));
    // One hyphen for each dash, so that the name can be taken as printed from the same place.
    let folded = ONE_DASH.replace(printed, "-");
    let line = folded.as_str();
    let (name, number) = parenthesised(line)
        .or_else(|| pointed(line))
        .or_else(|| leading(line))
        .or_else(|| long_leading(line))
        .or_else(|| trailing(line))
        .map_or_else(|| (line.to_owned(), None), |(name, number)| (name, Some(number)));
    let name = without_agency(&tidy(&name), number.as_deref());
    (as_printed(printed, &folded, &name), number)
}

static ONE_DASH: Pattern = Pattern::new(r"[\u{2010}\u{2011}\u{2012}\u{2013}]");

/// The part of the printed line that stands where the name stands in the folded one.
fn as_printed(printed: &str, folded: &str, name: &str) -> String {
    let Some(at) = folded.find(name) else {
        return name.to_owned();
    };
    let before = folded.get(..at).map_or(0, |head| head.chars().count());
    printed.chars().skip(before).take(name.chars().count()).collect()
}

/// Quotes around the whole line are no part of the name.
fn unquoted(line: &str) -> &str {
    line.strip_prefix(['“', '"']).and_then(|inside| inside.strip_suffix(['”', '"'])).unwrap_or(line)
}

fn tidy(name: &str) -> String {
    let name = name.trim().trim_matches(['.', ',', ';', ':', ' ', '-', '—', '“', '”', '"']);
    let whole = name.strip_prefix('(').and_then(|inside| inside.strip_suffix(')'));
    whole.filter(|inside| !inside.contains('(')).unwrap_or(name).to_owned()
}

/// Takes the agency's short name from the end (`Litigation Files—VA`) or the front (`EOIR, Discipline`) of a name, where
/// the number has it too.
fn without_agency(name: &str, number: Option<&str>) -> String {
    static TAG: Pattern = Pattern::new(r"^(.*\S)\s*(?:—|--|-)\s*([A-Z]{2,6}|Interior)$");
    static FIRST: Pattern = Pattern::new(r"^([A-Z]{2,6}),\s+(.+)$");
    let known =
        |tag: &str| number.is_some_and(|number| number.contains(tag)) || matches!(tag, "VA" | "Interior");
    if let Some(found) = TAG.captures(name).filter(|found| known(group(found, 2))) {
        return tidy(group(&found, 1));
    }
    if let Some(found) = FIRST.captures(name).filter(|found| known(group(found, 1))) {
        return tidy(group(&found, 2));
    }
    name.to_owned()
}

fn parenthesised(line: &str) -> Option<(String, String)> {
    static INSIDE: Pattern = Pattern::new(r"^(.{3,}?)\s*\(([^()]{2,30})\)$");
    let found = INSIDE.captures(line)?;
    let (name, number) = (group(&found, 1), group(&found, 2).trim());
    let abbreviates = number.chars().filter(|c| c.is_uppercase()).collect::<String>()
        == name
            .split_whitespace()
            .filter_map(|word| word.chars().next())
            .filter(|c| c.is_uppercase())
            .collect::<String>();
    (is_number(number) && !abbreviates).then(|| (name.to_owned(), fold_number(number)))
}

/// A number of a bureau that begins with a point: `Department of the Treasury, Departmental Offices .207--Records`.
fn pointed(line: &str) -> Option<(String, String)> {
    static POINTED: Pattern = Pattern::new(r"^([^;:]{2,130}?\s\.\d{3})\s*(?:—|--|-|,)\s*(\p{Lu}.{2,})$");
    let found = POINTED.captures(line)?;
    Some((group(&found, 2).to_owned(), fold_number(group(&found, 1))))
}

fn leading(line: &str) -> Option<(String, String)> {
    // A dash without spaces parts the number from the name: `KBP.017—Response System`.
    static DASHED: Pattern =
        Pattern::new(r"^([A-Z][A-Za-z/]{0,12}[ ./-]?\d[\w./-]{0,12}?)(?:—|--)(\p{Lu}.{2,})$");
    if let Some(found) = DASHED.captures(line)
        && is_number(group(&found, 1))
    {
        return Some((group(&found, 2).to_owned(), fold_number(group(&found, 1))));
    }
    // `BC 3 Compliance Actions`: an agency's short name and a number.
    static SHORT: Pattern = Pattern::new(r"^[A-Z]{2,6} \d{1,3}$");
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
        if name.len() >= 3
            && is_number(number)
            && (parted || number.len() >= 5 || number.contains('-') || SHORT.is_in(number))
        {
            return Some((name, fold_number(number)));
        }
    }
    None
}

/// A number that begins with an agency's whole name: `Department of Transportation (DOT)/ALL-14, Files`.
fn long_leading(line: &str) -> Option<(String, String)> {
    static LONG: Pattern = Pattern::new(
        r"^((?:Department of|Federal|DHS|U\.S\.)[^,]{3,110}?[-—/ ](?:[A-Z]{2,5}-)?\d{1,4})\s*(?:,|-|—|\s)\s*(\p{Lu}.{2,})$",
    );
    let found = LONG.captures(line)?;
    let number = group(&found, 1);
    number.contains(['/', '—', '-']).then(|| (group(&found, 2).to_owned(), fold_number(number)))
}

fn trailing(line: &str) -> Option<(String, String)> {
    static PARTED: Pattern = Pattern::new(r"^(.*?\S)\s*(?:,|—|--| - |;|:)\s*([^,;—]{2,40})$");
    static LAST_DASH: Pattern = Pattern::new(r"^(.*\S)\s*(?:—|;)\s*([^;—]{2,40}?)$");
    // Without a comma: a last word such as `USDA/RD-2`, which is no word of a name.
    static LAST_WORD: Pattern = Pattern::new(r"^(.*\S)\s+([A-Z]{2,}(?:/[A-Z]+)*-[A-Z]*-?\d+[A-Z]?)$");
    static AFTER_DASH: Pattern = Pattern::new(r"^(.*[a-z)])-+([A-Z]{2,}-+\d+[A-Z]?)$");
    // The health department's: `“Ledger,” HHS/CMS/OIS, No. 09-70-0501`.
    static HEALTH: Pattern = Pattern::new(
        r"^(.*?\S)[,.]?[”\x22]?,?\s*(?:\(?[A-Z]{2,5}(?:/[A-Z]{1,6})+\)?,?\s+)?(?:System )?(?:No\.?\s*)?(\d{2}-\d{2}-\d{4})$",
    );
    for pattern in [&PARTED, &HEALTH, &LAST_DASH, &LAST_WORD, &AFTER_DASH] {
        let Some(found) = pattern.captures(line) else {
            continue;
        };
        let number = group(&found, 2).trim();
        if is_number(number) {
            return Some((group(&found, 1).to_owned(), fold_number(number)));
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
            ("USPS 100.600 Personnel Research Records", "Personnel Research Records", Some("USPS 100.600")),
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
            ("Range Management System—Interior, LLM-2.", "Range Management System", Some("LLM-2")),
            ("Emergency Notification System.", "Emergency Notification System", None),
        ] {
            assert_eq!(split_name(line), (name.to_owned(), number.map(str::to_owned)), "{line}");
        }
    }

    #[test]
    fn a_number_is_told_from_a_page_or_a_year() {
        for number in
            ["USPS 890.000", "60-0066", "DOL/BLS-19", "STATE-51", "DHA 20 DoD", "FHFA-14", "820.200"]
        {
            assert!(is_number(number), "{number}");
        }
        for other in ["8005", "2020", "None.", "Washington", "May 6", "20260"] {
            assert!(!is_number(other), "{other}");
        }
    }
}
