//! Headings of a notice: from any printed variant to one key.
//!
//! The variants come from four decades of notices: OMB Circular A-108 (2016 on), the order before it, agency pages,
//! and their misprints. Folding is by words, so that `(s)`, `the`, `this`, colons and plurals do not matter.

use super::pattern::{Pattern, group};

/// What a heading opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Opens {
    /// The name of a system, with its number or without: a new system.
    Name,
    /// The number of a system, apart from its name.
    Number,
    /// A section of a system, by its key.
    Section(&'static str),
    /// A part of the notice before or after the systems, by its key.
    Preamble(&'static str),
}

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

/// Keys of the sections that hold notification and access procedures in one, or access and contest in one.
pub(crate) const NOTIFICATION_AND_ACCESS: &str = "notification_and_access_procedure";
/// Access and amendment under one heading.
pub(crate) const ACCESS_AND_CONTEST: &str = "access_and_contesting_procedure";

static PLURAL_MARK: Pattern = Pattern::new(r"[\(\[](?:s|es|ies)[\)\]]");
static NOT_WORD: Pattern = Pattern::new(r"[^\p{L}\p{N}]+");

/// Folds a heading to lower-case words without plurals and articles.
pub(crate) fn fold(text: &str) -> String {
    let lower = PLURAL_MARK.replace(&text.to_lowercase(), "");
    let mut folded = String::with_capacity(lower.len());
    for word in NOT_WORD.split(&lower) {
        if word.is_empty() || matches!(word, "the" | "this" | "these" | "a") {
            continue;
        }
        let word = match word {
            "category" => "categorie",
            "policy" => "policie",
            "agency" => "agencie",
            "inlcuding" | "inlcudi" => "including",
            "retreival" | "retrival" => "retrieval",
            "retreivability" | "retrievablity" => "retrievability",
            "proceedure" | "proceedures" => "procedure",
            "maintainence" | "maintenence" => "maintenance",
            _ if word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") => &word[..word.len() - 1],
            _ => word,
        };
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}

struct Rule {
    pattern: Pattern,
    opens: Opens,
    /// Whether the words alone, without a colon, mark or capitals, may stand in running text.
    weak: bool,
}

const fn rule(pattern: &'static str, opens: Opens, weak: bool) -> Rule {
    Rule {
        pattern: Pattern::new(pattern),
        opens,
        weak,
    }
}

static RULES: [Rule; 34] = [
    rule(
        r"^(?:system name(?: and (?:system )?(?:number|identifier))?|system of record(?: notice)? name(?: and number)?|name of system(?: of record)?|system number and name|name and number of system|system title|system of record title)$",
        Opens::Name,
        false,
    ),
    rule(
        r"^(?:system(?: of record)?(?: notice)? (?:number|no|identifier|id|identification(?: number)?)|sorn (?:number|no|id|identifier))$",
        Opens::Number,
        false,
    ),
    rule(
        r"^(?:security )?classification$",
        Opens::Section("security_classification"),
        true,
    ),
    rule(
        r"^(?:system location|location of (?:system|record)(?: of record)?|location)$",
        Opens::Section("system_location"),
        false,
    ),
    rule(
        r"^(?:name (?:title )?and (?:business )?addresse? of )?(?:system|record) (?:manager|owner)(?: and (?:business )?addresse?| addresse?| name and addresse?| title and addresse?| and contact information)?$",
        Opens::Section("system_manager"),
        false,
    ),
    rule(
        r"^(?:legal )?authoritie? (?:for|of) (?:maintenance|maintaining|collection)(?: of)?(?: system)?(?: of record)?$|^authoritie?$|^authority(?: for (?:maintenance|maintaining)(?: of)?(?: system)?(?: of record)?)?$",
        Opens::Section("authority"),
        false,
    ),
    rule(
        r"^(?:purpose|purpose of system(?: of record)?|purpose for system|purpose of maintaining system)$",
        Opens::Section("purpose"),
        false,
    ),
    rule(
        r"^categorie of individual(?: covered(?: by)?(?: in)?| on whom.{0,60}| in)?(?: system)?(?: of record)?$",
        Opens::Section("categories_of_individuals"),
        false,
    ),
    rule(
        r"^categorie of record(?: maintained| covered| contained)?(?: in| by)?(?: system)?(?: of record)?$",
        Opens::Section("categories_of_records"),
        false,
    ),
    rule(
        r"^(?:record source(?: categorie)?|source of record|source categorie|categorie of record source|source of information(?: in system)?|record sources? categorie|information source)$",
        Opens::Section("record_sources"),
        false,
    ),
    rule(
        r"^routine use of (?:record|information)[a-z ]{0,160}$|^routine use maintained in[a-z ]{0,160}$|^routine use$",
        Opens::Section("routine_uses"),
        false,
    ),
    rule(
        r"^disclosure to consumer reporting agencie$",
        Opens::Section("consumer_reporting_agencies"),
        false,
    ),
    rule(
        r"^policie (?:and|of|or) (?:practice|procedure) for storing[a-z ]{0,160}$",
        Opens::Section("policies_and_practices"),
        false,
    ),
    rule(
        r"^(?:policie (?:and|of|or) (?:practice|procedure) (?:for|of) )?storage(?: of record| medium| media)?$",
        Opens::Section("storage"),
        false,
    ),
    rule(
        r"^(?:policie (?:and|of|or) (?:practice|procedure) (?:for|of) )?(?:retrieval|retrieving|retrievability|retrievable)(?: of)?(?: record)?(?: by (?:personal )?identifier)?$",
        Opens::Section("retrieval"),
        false,
    ),
    rule(
        r"^(?:policie (?:and|of|or) (?:practice|procedure) (?:for|of) )?retention(?: and dispos(?:al|ition)| period)?(?: of record)?$",
        Opens::Section("retention"),
        false,
    ),
    rule(
        r"^(?:administrative |technical |physical |procedural |and |personnel |policie |practice |for |of |storage ){0,10}safeguard(?: of record| for record)?$",
        Opens::Section("safeguards"),
        false,
    ),
    rule(
        r"^notification (?:procedure )?and (?:record )?access(?: procedure)?(?: of record)?$|^notification (?:procedure )?record access (?:procedure )?and contesting(?: record)?(?: procedure)?$",
        Opens::Section(NOTIFICATION_AND_ACCESS),
        false,
    ),
    rule(
        r"^record access (?:procedure )?and (?:amendment|contesting|correction)(?: record)?(?: procedure)?$|^access and (?:amendment|contesting)(?: record)?(?: procedure)?$",
        Opens::Section(ACCESS_AND_CONTEST),
        false,
    ),
    rule(
        r"^(?:record )?access(?: to record)?(?: by individual)? procedure$|^record access$|^procedure for (?:access|gaining access)[a-z ]{0,30}$|^access to record$|^accessing record procedure$",
        Opens::Section("record_access_procedures"),
        false,
    ),
    rule(
        r"^(?:contesting|amending|amendment|contest)(?: of)?(?: content of)?(?: record)?(?: content)?(?: and amending)?(?: record)? procedure$|^contesting record$|^procedure for (?:contesting|amendment|amending|correcting)[a-z ]{0,30}$|^contest procedure$|^record contesting procedure$",
        Opens::Section("contesting_record_procedures"),
        false,
    ),
    rule(
        r"^notification(?: of)? procedure$|^notification$|^notice procedure$",
        Opens::Section("notification_procedure"),
        false,
    ),
    rule(
        r"^(?:system )?exempt(?:ion|ed)?(?: promulgated| claimed)?(?: (?:for|from|under|of|by))?(?: certain)?(?: provision)?(?: of)?(?: (?:privacy )?act)?(?: system)?(?: of record)?$",
        Opens::Section("exemptions"),
        false,
    ),
    rule(
        r"^history$|^(?:publication|federal register) history$|^history of federal register.{0,40}$",
        Opens::Section("history"),
        false,
    ),
    rule(r"^change$", Opens::Section("changes"), true),
    rule(r"^reason$", Opens::Section("reason"), true),
    rule(r"^summary of purpose$", Opens::Section("summary_of_purpose"), true),
    rule(r"^agencie(?: name)?$", Opens::Preamble("agency"), true),
    rule(r"^action$", Opens::Preamble("action"), true),
    rule(r"^summary$", Opens::Preamble("summary"), true),
    rule(r"^(?:effective )?date$", Opens::Preamble("dates"), true),
    rule(r"^addresse$", Opens::Preamble("addresses"), true),
    rule(
        r"^for further information(?: contact)?(?: please contact)?$",
        Opens::Preamble("contact"),
        false,
    ),
    rule(
        r"^supplementary information$",
        Opens::Preamble("supplementary"),
        false,
    ),
];

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
    let marked = matches!(opens, Opens::Section(_) | Opens::Number) && !weak;
    marked.then(|| Found { opens, printed: group(&found, 1).to_owned(), rest: group(&found, 2).to_owned() })
}

/// What a heading opens, if these words, and nothing else, are one.
#[cfg(test)]
fn opens(text: &str) -> Option<Opens> {
    matching(text).map(|(opens, _)| opens)
}

fn matching(text: &str) -> Option<(Opens, bool)> {
    if text.len() > 260 {
        return None;
    }
    let folded = fold(text);
    if folded.is_empty() {
        return None;
    }
    RULES.iter().find(|rule| rule.pattern.is_in(&folded)).map(|rule| {
        // One word alone stands in running text too often to open a section without a mark.
        (rule.opens, rule.weak || !folded.contains(' '))
    })
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
            return Some(Found {
                opens,
                printed: printed.to_owned(),
                rest: group(&found, 2).to_owned(),
            });
        }
        // Bold type may hold the heading and a colon, and go on: `**EXEMPTIONS: None**`.
        let inner = format!("{} {}", group(&found, 1), group(&found, 2));
        return labelled(&inner);
    }
    let plain = line.trim().trim_start_matches('#').trim();
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
    Some(Found {
        opens,
        printed: printed.to_owned(),
        rest,
    })
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
    use super::*;

    #[test]
    fn printed_variants_fold_to_one_key() {
        for (printed, key) in [
            ("SYSTEM MANAGER(S) AND ADDRESS", "system_manager"),
            ("System manager and address", "system_manager"),
            ("SYSTEM MANAGER", "system_manager"),
            ("POLICIES OF PRACTICES FOR RETRIEVAL OF RECORDS", "retrieval"),
            (
                "POLICIES AND PRACTICES FOR RETRIEVABILITY OF RECORDS",
                "retrieval",
            ),
            ("Retrievability", "retrieval"),
            ("POLICIES AND PRACTICES FOR THE STORAGE OF RECORDS", "storage"),
            ("NOTIFICATION PROCEDURES", "notification_procedure"),
            (
                "Notification and Record Access Procedures",
                NOTIFICATION_AND_ACCESS,
            ),
            ("Record access and amendment procedures", ACCESS_AND_CONTEST),
            ("Records access procedures", "record_access_procedures"),
            ("CONTESTING RECORDS PROCEDURES", "contesting_record_procedures"),
            ("EXEMPTIONS PROMULGATED FROM THIS SYSTEM", "exemptions"),
            ("EXEMPTION(S) PROMULGATED FROM THIS SYSTEM", "exemptions"),
            ("EXEMPTIONS CLAIMED FOR SYSTEM", "exemptions"),
            ("Exemptions From Certain Provisions of the Act", "exemptions"),
            (
                "Systems Exempted From Certain Provisions of the Act",
                "exemptions",
            ),
            ("AUTHORITY FOR MAINTENANCE OF THE SYSTEM", "authority"),
            ("PURPOSE(S) OF THE SYSTEM", "purpose"),
            ("Purpose(s)", "purpose"),
            (
                "CATEGORIES OF INDIVIDUALS COVERED BY THE SYSTEM",
                "categories_of_individuals",
            ),
            ("CATEGORIES OF RECORDS IN THE SYSTEM", "categories_of_records"),
            ("RECORD SOURCE CATEGORIES", "record_sources"),
            (
                "ROUTINE USES OF RECORDS MAINTAINED IN THE SYSTEM, INLCUDING CATEGORIES OF USERS AND THE PURPOSES OF SUCH USES",
                "routine_uses",
            ),
            ("ADMINISTRATIVE, TECHNICAL, AND PHYSICAL SAFEGUARDS", "safeguards"),
            (
                "POLICIES AND PRACTICES FOR RETENTION AND DISPOSAL OF RECORDS",
                "retention",
            ),
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
