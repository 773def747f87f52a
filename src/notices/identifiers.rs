//! Noun phrases in lists: what records are retrieved by, and what a requester must give.

use super::pattern::{Pattern, group};
use super::sentences::sentences;

/// Words on which a phrase can end, so that `customer name or customer ID` is two phrases and `duty or pay location` one.
const HEADS: &[&str] = &[
    "name",
    "names",
    "number",
    "numbers",
    "ssn",
    "ssns",
    "id",
    "id(s)",
    "ids",
    "code",
    "codes",
    "address",
    "addresses",
    "date",
    "birth",
    "identifier",
    "identifiers",
    "title",
    "email",
    "username",
    "ein",
    "pin",
    "name(s)",
    "number(s)",
];

/// Words that are a key by themselves, before `and file number`.
const ALONE: &[&str] = &[
    "company",
    "employer",
    "organization",
    "institution",
    "vendor",
    "vessel",
    "agency",
    "location",
    "subject",
    "permittee",
    "applicant",
    "grantee",
];

/// Whether a phrase can end with its last word, so that what a joiner adds is another phrase.
pub(crate) fn ends_whole(phrase: &str) -> bool {
    let last = phrase.rsplit(' ').next().unwrap_or_default().to_lowercase();
    phrase.contains(' ') && HEADS.contains(&last.as_str())
}

/// By what the records are retrieved.
pub(crate) fn retrieval(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for sentence in sentences(text) {
        let Some(list) = retrieval_list(sentence) else {
            continue;
        };
        for phrase in phrases(&list) {
            let phrase = bare(&phrase);
            if phrase.len() >= 2
                && phrase.len() <= 160
                && !found.iter().any(|known| known.eq_ignore_ascii_case(&phrase))
            {
                found.push(phrase);
            }
        }
    }
    found
}

fn retrieval_list(sentence: &str) -> Option<String> {
    static BY: Pattern = Pattern::new(
        r"(?i)\b(?:retriev(?:es?|ed|able|al|ing)|index(?:ed)?|access(?:ed)?|search(?:ed|able)?|locat(?:ed)?|filed|identified|cross-referenced|arranged|organized)\b[^.;]{0,120}?\b(?:by|using|through|under|with|following|on the basis of)\b\s*(.+)$",
    );
    static BARE_BY: Pattern =
        Pattern::new(r"(?i)^(?:\(?[0-9a-z]{1,2}[.)]\s*)?(?:alphabetically )?by\s+(?:the\s+)?(.+)$");
    static SHORT_LIST: Pattern = Pattern::new(r"^[^.]{2,160}\.?$");
    static VERB: Pattern =
        Pattern::new(r"(?i)\b(?:are|is|be|may|can|will|shall|maintain\w*|stored?|has|have|was|were)\b");
    static TAIL: Pattern = Pattern::new(
        r"(?i)[,;]?\s+(?:for the purpose|in order|for use|as needed|which (?:is|are)|that (?:is|are) (?:used|assigned)|when (?:needed|required)|depending|and (?:are|is|can|may)|(?:and/)?or (?:by )?(?:any|a|some) combination(?:s)? (?:of|thereof)|if (?:known|available|applicable)|from (?:the|an?) (?:system|database)|using|(?:on|about|to) whom)\b[^;]*|\s+of (?:participants|employees|individuals|applicants|claimants)\b[^;]*",
    );
    // `Name and study number are the most frequently used indices.`
    static INDICES: Pattern = Pattern::new(
        r"(?i)^(.{3,240}?)\s+(?:is|are) (?:the )?(?:(?:most )?(?:frequently |commonly )?used )?(?:ind(?:ex|ices|exes)|(?:retrieval )?identifiers?|keys?|used (?:to|for) (?:retriev|index|locat|access)\w*)\b",
    );
    let list = if let Some(found) = INDICES.captures(sentence) {
        group(&found, 1).to_owned()
    } else if let Some(found) = BY.captures(sentence) {
        group(&found, 1).to_owned()
    } else if let Some(found) = BARE_BY.captures(sentence) {
        group(&found, 1).to_owned()
    } else if SHORT_LIST.is_in(sentence) && !VERB.is_in(sentence) {
        sentence.to_owned()
    } else {
        return None;
    };
    static LEAD: Pattern = Pattern::new(
        r"^(?i)(?:an? )?(?:wide )?variety of (?:fields|identifiers|data elements)(?:,? including)?(?:,? (?:without limitation|but not limited to))?[,:]?\s*(?:the\s+)?|^(?i)(?:(?:any|one|either|all|each|some|or|and|more|of|the|a|combination|reference|to|use|using|searching|entering|means|by|an individual's|following|identifiers?|data (?:elements|fields)|information|identifiers? such as|(?:including|such as)(?: but not limited to)?)\b[\s,]*)*[:,]\s*|^(?i)(?:any (?:one )?(?:or more )?of|one or more of|(?:a |any |various )?combinations? of|either|the following)\s+(?:the following\s*)?(?:identifiers?)?[:,]?\s*",
    );
    static AGAIN: Pattern = Pattern::new(
        r"(?i),?\s+and (?:may|can|are) (?:also )?(?:be )?retrieved by\s+|[;,]\s+(?:and\s+)?in some (?:instances|cases),\s*",
    );
    static ALSO: Pattern = Pattern::new(
        r"(?i)[,;]\s+(?:but|and|although) (?:the )?(?:records|information|they|data) (?:can|may|could) (?:also )?be (?:located|retrieved|found|searched|accessed) by\s+(?:searching (?:for|by|on)\s+)?(?:specific (?:data|information|items),? such as\s+)?",
    );
    static COMBINATION: Pattern = Pattern::new(
        r"(?i)[,;]?\s+(?:and/)?or (?:by )?(?:any|a|some|various) combinations? (?:of|thereof)\b[^;]*",
    );
    static BY_AGAIN: Pattern = Pattern::new(r",?\s+(?:and|or|and/or)\s+by\s+(?:the\s+)?");
    let list = ALSO.replace(&list, ", ");
    let list = COMBINATION.replace(&AGAIN.replace(&LEAD.replace(&list, ""), "; "), "");
    // A second `by` begins another phrase, parted as the others are.
    let mark = if list.contains(',') && !list.contains(';') { ", " } else { "; " };
    let list = BY_AGAIN.replace(&list, mark);
    let list = if list.contains(';') { list.replace(", and/or ", "; ") } else { list };
    let list = TAIL.replace(&list, "");
    Some(list.trim().trim_end_matches(['.', ';', ':']).to_owned())
}

/// The phrases of a printed list, parted by semicolons, commas, `and`, `or`; parentheses stay whole.
pub(crate) fn phrases(list: &str) -> Vec<String> {
    let mut parts = Vec::new();
    // Where semicolons part the list, a comma is within a phrase.
    let marks: &[char] = if list.contains(';') { &[';'] } else { &[','] };
    for piece in top_level(list, marks) {
        let piece = without_joiner(&piece);
        // `name or customer number` is two, `assignment or vacancy information` is one.
        let mut rest = piece.as_str();
        let mut owner = None;
        loop {
            let cut = [" or ", " and ", " and/or "]
                .iter()
                .filter_map(|joiner| rest.find(joiner).map(|at| (at, joiner.len())))
                .min_by_key(|(at, _)| *at);
            let Some((at, len)) = cut else { break };
            let (left, right) =
                (rest.get(..at).unwrap_or_default(), rest.get(at + len..).unwrap_or_default());
            // `Industry Code (SIC)` ends on `Code`.
            let head = left
                .rfind(" (")
                .filter(|_| left.ends_with(')'))
                .map_or(left, |at| left.get(..at).unwrap_or(left));
            let last = head.rsplit(' ').next().unwrap_or_default().to_lowercase();
            let open = left.matches('(').count() > left.matches(')').count();
            // `date and place of birth` is one thing to give, and `voucher number and date` among larger items.
            let dated = right.eq_ignore_ascii_case("date") && marks == [';'];
            if open || left.is_empty() || left.eq_ignore_ascii_case("date") || dated {
                break;
            }
            // `the name of the reader or the card number`: the article begins another phrase.
            let listed = rest.get(at..at + len) == Some(" and ");
            let another = ends_whole(right)
                && ((left.contains(" of ")
                    && (listed || right.starts_with("the "))
                    && !right.contains(" of "))
                    || (listed && ALONE.contains(&left.to_lowercase().as_str())));
            if another
                || (HEADS.contains(&last.as_str()) && !(last == "email" && right.starts_with("address")))
            {
                parts.push(left.to_owned());
                owner = possessive(left);
                rest = right;
            } else if !left.contains(' ') && right.to_lowercase().ends_with("address") && !left.is_empty() {
                parts.push(format!("{left} address"));
                rest = right;
            } else {
                break;
            }
        }
        // `individual's title or phone number`: both are the individual's.
        parts.push(match owner.filter(|_| !rest.contains(['\'', '’'])) {
            Some(owner) => format!("{owner} {rest}"),
            None => rest.to_owned(),
        });
    }
    parts.retain(|part| !part.trim().is_empty());
    parts
}

/// The owner that a phrase begins with (`individual's`).
fn possessive(phrase: &str) -> Option<String> {
    static OWNER: Pattern = Pattern::new(r"^(?:the |an? )?(\w+['’]s) ");
    OWNER.captures(phrase).map(|found| group(&found, 1).to_owned())
}

/// Splits outside parentheses.
pub(crate) fn top_level(text: &str, at: &[char]) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut depth = 0_i32;
    for c in text.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = (depth - 1).max(0),
            _ => {}
        }
        if depth == 0 && at.contains(&c) {
            parts.push(String::new());
        } else if let Some(last) = parts.last_mut() {
            last.push(c);
        }
    }
    parts.into_iter().map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

/// Takes `and`, `or` from the front of a phrase.
pub(crate) fn without_joiner(phrase: &str) -> String {
    static JOINER: Pattern = Pattern::new(r"^(?i:and/or|and|or|as well as|plus)\s+");
    JOINER.replace(phrase.trim(), "")
}

/// A phrase without article, possessive and list mark.
pub(crate) fn bare(phrase: &str) -> String {
    static LEAD: Pattern = Pattern::new(
        r"^(?:\(?(?:\d{1,2}|[a-z])[.)]\s*)?(?i:(?:and|or|by|the|an?|their|his/her|his or her|your|its|any|either|both|includ(?:e|ing))\s+)*",
    );
    let phrase = without_joiner(phrase);
    LEAD.replace(phrase.trim(), "").trim_matches([' ', '.', ',', ';', ':', '“', '”', '"']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_noun_phrases() {
        assert_eq!(
            retrieval(
                "1. For sales, information is retrieved by customer name or customer ID(s), mail or email address, and phone number."
            ),
            ["customer name", "customer ID(s)", "mail address", "email address", "phone number"]
        );
        assert_eq!(
            retrieval(
                "By individual name, Social Security Number, postal assignment or vacancy/posting information, duty or pay location, or location where data were collected."
            ),
            [
                "individual name",
                "Social Security Number",
                "postal assignment or vacancy/posting information",
                "duty or pay location",
                "location where data were collected"
            ]
        );
        assert_eq!(retrieval("Records are retrieved by employee name."), ["employee name"]);
        assert_eq!(retrieval("Name."), ["Name"]);
    }
}
