//! The words of headings: from any printed variant to one key.
//!
//! The variants come from four decades of notices: OMB Circular A-108 (2016 on), the order before it, agency pages,
//! and their misprints. Folding is by words, so that `(s)`, `the`, `this`, colons and plurals do not matter.

use super::pattern::Pattern;

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
    Rule { pattern: Pattern::new(pattern), opens, weak }
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
    rule(r"^(?:security )?classification$", Opens::Section("security_classification"), true),
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
    rule(r"^disclosure to consumer reporting agencie$", Opens::Section("consumer_reporting_agencies"), false),
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
        Opens::Section("notification_procedure"),
        false,
    ),
    rule(
        r"^record access (?:procedure )?and (?:amendment|contesting|correction)(?: record)?(?: procedure)?$|^access and (?:amendment|contesting)(?: record)?(?: procedure)?$",
        Opens::Section("record_access_procedures"),
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
    rule(r"^for further information(?: contact)?(?: please contact)?$", Opens::Preamble("contact"), false),
    rule(r"^supplementary information$", Opens::Preamble("supplementary"), false),
];

/// A section's key as the constant that the rules hold; nothing for a key that no rule opens.
pub(crate) fn key(key: &str) -> Option<&'static str> {
    RULES.iter().find_map(|rule| match rule.opens {
        Opens::Section(known) if known == key => Some(known),
        _ => None,
    })
}

/// The folded words with which a heading can begin.
const FIRST_WORDS: &[&str] = &[
    "access",
    "accessing",
    "action",
    "addresse",
    "administrative",
    "agencie",
    "amending",
    "amendment",
    "and",
    "authoritie",
    "authority",
    "categorie",
    "change",
    "classification",
    "contest",
    "contesting",
    "date",
    "disclosure",
    "effective",
    "exempt",
    "exempted",
    "exemption",
    "federal",
    "for",
    "history",
    "information",
    "legal",
    "location",
    "name",
    "notice",
    "notification",
    "number",
    "of",
    "personnel",
    "physical",
    "policie",
    "practice",
    "procedural",
    "procedure",
    "publication",
    "purpose",
    "reason",
    "record",
    "retention",
    "retrievability",
    "retrievable",
    "retrieval",
    "retrieving",
    "routine",
    "safeguard",
    "security",
    "sorn",
    "source",
    "storage",
    "summary",
    "supplementary",
    "system",
    "technical",
];

/// What a heading opens, if these words, and nothing else, are one.
#[cfg(test)]
pub(super) fn opens(text: &str) -> Option<Opens> {
    matching(text).map(|(opens, _)| opens)
}

pub(super) fn matching(text: &str) -> Option<(Opens, bool)> {
    if text.len() > 260 {
        return None;
    }
    let folded = fold(text);
    // Most lines end here, before any pattern is tried.
    if !FIRST_WORDS.contains(&folded.split(' ').next().unwrap_or_default()) {
        return None;
    }
    RULES.iter().find(|rule| rule.pattern.is_in(&folded)).map(|rule| {
        // One word alone stands in running text too often to open a section without a mark.
        (rule.opens, rule.weak || !folded.contains(' '))
    })
}
