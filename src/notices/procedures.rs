//! Notification, access and contest procedures: where inquiries go, by subject matter, and what must be given.

use super::model::{Manager, NotificationRule};
use super::offices::{bare_title, has_address, office, up_to_zip};
use super::particulars::{asks_for_list, is_evidence, list_items, particulars};
use super::pattern::{Pattern, group};
use super::sentences::sentences;

/// What a procedure points to instead of saying it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PointsTo {
    /// The access procedures.
    pub access: bool,
    /// The notification procedure.
    pub notification: bool,
}

/// Whether a section points to another (`Same as record access procedures.`).
pub(crate) fn points_to(text: &str) -> Option<PointsTo> {
    static POINTER: Pattern = Pattern::new(
        r"(?i)\b(?:see|same as|refer to|follow|in accordance with|as (?:described|stated|specified|set forth|outlined|indicated|provided) (?:in|under|above)|as in|same procedures?|according to|following (?:the )?(?:requirements|procedures|instructions|steps)|identical to|described (?:in|under)|use)\b[^.]{0,80}\b(notification|access|contesting)\b[^.]{0,60}",
    );
    static ACCESS: Pattern = Pattern::new(r"(?i)\baccess(?:ing)?\b");
    static NOTIFICATION: Pattern = Pattern::new(r"(?i)\bnotification\b");
    let found = POINTER.captures(text)?;
    let words = found.get(0)?.as_str();
    Some(PointsTo { access: ACCESS.is_in(words), notification: NOTIFICATION.is_in(words) })
}

/// Whether a section only says `Same as above`.
pub(crate) fn points_above(text: &str) -> bool {
    static ABOVE: Pattern = Pattern::new(r"^(?i:\W*(?:same as|see) (?:the )?above\W*)$");
    ABOVE.is_in(text.trim())
}

static SENDS: Pattern = Pattern::new(
    r"(?:\b(?i:address(?:ed|ing)?|direct(?:ed|ing)?|submit(?:ted|ting)?|send(?:ing)?|sent|mail(?:ed|ing)?|writ(?:e|ing|ten)|inquir(?:y|ies|e)|appl(?:y|ied)|request(?:s|ed)?|forward(?:ed)?|present(?:ed|ing)?|deliver(?:ed)?|made|appear)\b[^.]{0,200}?\b(?i:to|at|with)(?i: either| both)?:?\s+(?i:the |our |an? )?|\b(?i:contact(?:ing|ed)?|notify(?:ing)?|writ(?:e|ing)|write or call|call or write)\s+(?i:to )?(?i:the |our |an? |their )?)((?:\p{Lu}|system manager|record manager|appropriate|applicable|nearest|local\b|employing agency|same |above|officials?\b|office |(?:[a-z]+ ){1,5}(?:manager|officer|official|office|director|administrator|coordinator|custodian|supervisor|postmaster|head)\b).*)$",
);
/// The same, for a sentence whose first verb does not lead to the office.
static CONTACTS: Pattern = Pattern::new(
    r"(?:\b(?i:contact(?:ing|ed)?|write to|writing to))\s+(?i:the |our |an? |their )?((?:\p{Lu}|system manager|record manager|appropriate|applicable|nearest|local\b|employing agency|same |above|officials?\b|office |(?:[a-z]+ ){1,5}(?:manager|officer|official|office|director|administrator|coordinator|custodian|supervisor|postmaster|head)\b).*)$",
);
/// `may ask for information from the system manager`.
static FROM: Pattern = Pattern::new(
    r"\b(?i:request|obtain|determine|inquire|ask|receive|learn)\w*\b[^.]{0,260}?\bfrom\s+(?i:the |their |an? )?((?i:appropriate |applicable |respective )?(?i:system manager)\b.*)$",
);
/// `The Privacy Act Officer should be contacted …`.
static PASSIVE: Pattern = Pattern::new(
    r"^(?i:the |their |our )?(\p{Lu}[^.;:]{2,100}?)\s+(?:should|must|may|shall)\s+be\s+(?:contacted|notified|written to)\b",
);
/// `The address to which inquiries should be addressed is: …`.
static ADDRESS_IS: Pattern = Pattern::new(
    r"\b(?i:address(?:es)?) (?i:to which|for|where)\b[^.:]{0,240}\bis:?\s+(?i:the )?(\p{Lu}.*)$",
);
static ENDS: Pattern = Pattern::new(
    r"(?i)[,;]?\s+(?:as (?:provided|described|set forth|specified|stated|outlined|prescribed)|at the offices?\b|serving the|and (?:must|should|include|provide|state|furnish|contain|specify|reasonably|identify|mark|give|ask)|in accordance|in writing|at the (?:above|address)|at the following|by (?:mail|writing|telephone|submitting|calling)|which|who (?:will|may)|where (?:the|their|his|records?)\b|of the (?:\w+ ){1,2}(?:concerned|in question|involved)|of the local|at which|(?:\(|,\s*)as designated|or (?:can|may|to be|by|via|submitted|emailed|electronically)|if |when |whether|whose|under|provided|set forth|located|listed|identified|named|shown|above|below|indicated|for (?:further|assistance|information|records maintained)|via|electronically|with(?: the)? (?:their|his|words|following)|stating|providing|including|and (?:the|an?) (?:envelope|request|letter|following)|as follows|regarding|concerning|to (?:obtain|determine|request|inquire|ask|learn|verify))\b.*$|\s*\(address(?:es)? above\).*$",
);

/// The facts that an addressee without an address is resolved by.
pub(crate) struct Known<'a> {
    /// The managers of the system.
    pub managers: &'a [Manager],
    /// The agency's name.
    pub agency: &'a str,
}

/// The rules that a procedure states, in printed order.
pub(crate) fn rules(text: &str, known: &Known<'_>) -> Vec<NotificationRule> {
    let mut rules: Vec<NotificationRule> = Vec::new();
    let mut shared: Vec<String> = Vec::new();
    // A list within a line (`identified: a. Full name. b. Date of birth`) is a list all the same.
    static INLINE: Pattern = Pattern::new(
        r"(:|;|;? and|\.)\s+((?:\(\d{1,2}\)|\d{1,2}\.|\([a-z]\)|[a-z]\.)\s+[\p{L}“])|(,)\s+(?:and\s+)?(\(\d{1,2}\)\s+\p{L})",
    );
    let split = INLINE.replace(text, "$1$3\n\n$2$4");
    let all = sentences(&split);
    let mut listed = 0;
    // `contact, as appropriate:` before a list of offices, each with its matters.
    let mut offices_follow = false;
    for (index, sentence) in all.iter().enumerate() {
        // What was taken as an item of a list is read once.
        let item = index < listed;
        let next = all.get(index + 1).copied().unwrap_or_default();
        let mut asked = if item { Vec::new() } else { particulars(sentence) };
        if asks_for_list(sentence) {
            asked.retain(|particular| is_evidence(particular));
            let (items, used) = list_items(all.get(index + 1..).unwrap_or_default());
            listed = listed.max(index + 1 + used);
            asked.extend(items);
        }
        let mut found = addressees(sentence, next, known);
        offices_follow = (offices_follow && ITEM.is_in(sentence)) || leads_to_offices(sentence);
        if offices_follow && found.is_empty() {
            found.extend(listed_office(sentence, known));
        }
        if found.is_empty() {
            for particular in asked {
                add(&mut shared, particular);
            }
            continue;
        }
        for rule in found {
            merge(&mut rules, NotificationRule { particulars: asked.clone(), ..rule });
        }
    }
    if rules.is_empty() {
        rules.extend(only_an_office(text, known));
    }
    let mut rules = one_for_each_office(rules);
    for rule in &mut rules {
        // What a sentence of its own asks for is asked by every office of the section.
        for particular in &shared {
            add(&mut rule.particulars, particular.clone());
        }
        either_proof(&mut rule.particulars, text);
    }
    rules
}

/// A procedure that is nothing but an office with its address.
fn only_an_office(text: &str, known: &Known<'_>) -> Option<NotificationRule> {
    static VERB: Pattern = Pattern::new(
        r"(?i)\b(?:is|are|may|can|will|should|must|shall|contact|write|request|inquire|inquiries|see|submit|send)\b",
    );
    let printed = text.trim();
    if printed.contains("\n\n") || printed.len() > 300 || !has_address(printed) || VERB.is_in(printed) {
        return None;
    }
    let (office, address) = named(printed, known)?;
    Some(NotificationRule {
        subject: None,
        office,
        address,
        particulars: Vec::new(),
        quote: printed.to_owned(),
        resolved: false,
    })
}

/// A declaration that a sentence of its own allows takes the place of the notary of another sentence.
fn either_proof(particulars: &mut [String], text: &str) {
    static UNSWORN: Pattern =
        Pattern::new(r"(?i)\b(?:alternat\w+|instead|in lieu)\b[^.]{0,120}\b28 U\.S\.C\. 1746");
    if UNSWORN.is_in(text) {
        for particular in particulars.iter_mut().filter(|particular| *particular == "notarized statement") {
            particular.push_str(" or unsworn declaration under 28 U.S.C. 1746");
        }
    }
}

static ITEM: Pattern = Pattern::new(r"^(?:\(?(?:\d{1,2}|[a-z])[.)]|[•\-])\s*");

/// Whether a sentence leaves the offices to the list behind it.
fn leads_to_offices(sentence: &str) -> bool {
    static LEADS: Pattern =
        Pattern::new(r"(?i)\b(?:contact|write|address|direct|send|submit|inquir)\w*\b[^.]{0,160}:$");
    static ASKS: Pattern = Pattern::new(
        r"(?i)\b(?:following information|must include|should include|must contain|particulars)\b",
    );
    LEADS.is_in(sentence.trim_end()) && !ASKS.is_in(sentence)
}

/// An item of such a list: `a. For records of oars, the General Counsel, …`.
fn listed_office(sentence: &str, known: &Known<'_>) -> Option<NotificationRule> {
    static MATTER: Pattern =
        Pattern::new(r"^(?:For|Regarding|Concerning)\s+([^,:]{5,160})[,:]\s+(?:the\s+)?(.+)$");
    if !(ITEM.is_in(sentence) && has_address(sentence)) {
        return None;
    }
    let item = ITEM.replace(sentence, "");
    let (subject, rest) = match MATTER.captures(&item) {
        Some(found) => (Some(group(&found, 1).to_owned()), group(&found, 2).to_owned()),
        None => (None, item.clone()),
    };
    let (title, address) = named(&rest, known)?;
    let (office, address, resolved) = resolved(&title, &address, known);
    Some(NotificationRule {
        subject,
        office,
        address,
        particulars: Vec::new(),
        quote: sentence.to_owned(),
        resolved,
    })
}

/// What the section asks for, where it names no office.
pub(crate) fn asked_without_office(text: &str) -> Vec<String> {
    let mut asked = Vec::new();
    for sentence in sentences(text) {
        for particular in particulars(sentence) {
            add(&mut asked, particular);
        }
    }
    asked
}

fn add(into: &mut Vec<String>, particular: String) {
    if !into.iter().any(|known| known.eq_ignore_ascii_case(&particular)) {
        into.push(particular);
    }
}

/// Puts two sentences on one office together: the one with the address wins.
fn merge(rules: &mut Vec<NotificationRule>, rule: NotificationRule) {
    let same = rules.iter_mut().find(|known| {
        known.subject == rule.subject
            && (known.office == rule.office
                || known.office.starts_with(&rule.office)
                || (rule.address.is_empty() && known.office.ends_with(&format!(" {}", rule.office))))
    });
    match same {
        Some(known) => {
            if known.address.is_empty() {
                known.address = rule.address;
                known.quote = rule.quote;
            }
            for particular in rule.particulars {
                add(&mut known.particulars, particular);
            }
        }
        None => rules.push(rule),
    }
}

/// An office that is named for any matter, and again for one, is one office.
fn one_for_each_office(rules: Vec<NotificationRule>) -> Vec<NotificationRule> {
    let same = |one: &NotificationRule, other: &NotificationRule| {
        one.office == other.office && (one.address == other.address || other.address.is_empty())
    };
    let general: Vec<NotificationRule> =
        rules.iter().filter(|rule| rule.subject.is_none()).cloned().collect();
    let mut kept: Vec<NotificationRule> = Vec::new();
    for rule in rules {
        let covered = general.iter().any(|other| same(other, &rule));
        match kept.iter_mut().find(|other| covered && other.subject.is_none() && same(other, &rule)) {
            Some(other) => {
                for particular in rule.particulars {
                    add(&mut other.particulars, particular);
                }
            }
            None => kept.push(NotificationRule { subject: rule.subject.filter(|_| !covered), ..rule }),
        }
    }
    kept
}

fn addressees(sentence: &str, next: &str, known: &Known<'_>) -> Vec<NotificationRule> {
    static NO_ROUTE: Pattern = Pattern::new(
        r"(?i)generalized notice|exempt(?:ed)? from|not (?:be )?(?:available|granted)|rules? for (?:accessing|access|contesting)|disclos(?:e|ed) to|published in|appeal|denial|for additional assistance",
    );
    // `contact the appropriate office, as follows:` leaves the offices to the list behind it.
    static AS_FOLLOWS: Pattern = Pattern::new(r"(?i)\bas follows:$");
    if NO_ROUTE.is_in(sentence) || AS_FOLLOWS.is_in(sentence.trim_end()) {
        return Vec::new();
    }
    // `should address inquiries to, or visit, the Director`; `sent to the—Secretary`.
    static OR_VISIT: Pattern = Pattern::new(
        r"\bto,? or (?:visit|call|contact|appear (?:in person )?(?:at|before))(?: the)?,? (?:the )?|\bto the\s*[—–]\s*",
    );
    let plain = OR_VISIT.replace(sentence, "to the ");
    let mut tails: Vec<String> = [&SENDS, &CONTACTS, &FROM, &PASSIVE, &ADDRESS_IS]
        .iter()
        .filter_map(|pattern| pattern.captures(&plain))
        .map(|found| group(&found, 1).to_owned())
        .collect();
    // `Address inquiries to:` with the address in the next paragraph.
    if tails.is_empty()
        && sentence.trim_end().ends_with(':')
        && has_address(next)
        && opens_addressee(sentence)
    {
        tails.push(next.to_owned());
    }
    // `inquire … should contact the officer at the above address`: the first that names an office.
    let Some((title, printed)) = tails.iter().find_map(|tail| named(tail, known)) else {
        return Vec::new();
    };
    let rule = |(office, address, resolved): (String, String, bool)| NotificationRule {
        subject: subject(sentence),
        office,
        address,
        particulars: Vec::new(),
        quote: sentence.to_owned(),
        resolved,
    };
    // `to the Chief Inspector and the Inspector General`: each is a manager.
    static BOTH: Pattern = Pattern::new(r"\s+(?:and|or)\s+(?:the\s+)?");
    let each: Vec<_> =
        BOTH.split(&title).into_iter().map(|title| resolved(&bare_title(title), &printed, known)).collect();
    if each.len() > 1 && each.iter().all(|(_, _, resolved)| *resolved) {
        return each.into_iter().map(rule).collect();
    }
    // `contact their account manager, and then the system manager`: one after the other.
    static THEN: Pattern = Pattern::new(r",?\s+(?:and\s+)?then\s+(?:the\s+)?");
    let steps = THEN.split(&title);
    if steps.len() > 1 && steps.iter().all(|step| names_an_office(step)) {
        return steps.into_iter().map(|step| rule(resolved(&bare_title(step), "", known))).collect();
    }
    vec![rule(resolved(&title, &printed, known))]
}

/// The title and the address of the office that the words begin with; nothing where they name none.
fn named(tail: &str, known: &Known<'_>) -> Option<(String, String)> {
    static WEB_ONLY: Pattern = Pattern::new(r"^(?i:https?:|www\.)");
    // A title goes on in capitals; a purpose, a duty or a second office in small letters.
    static UNTIL: Pattern =
        Pattern::new(r"\s+(?:for\s+[a-z]|must|should|shall|may|will|or\s+(?:their|his|the)\s).*$");
    let words = if has_address(tail) { address_part(tail) } else { ENDS.replace(tail, "") };
    let words = UNTIL.replace(words.trim(), "");
    let words = words.trim().trim_end_matches(['.', ',', ';', ' ']);
    if words.is_empty() || words.len() > 400 || WEB_ONLY.is_in(words) {
        return None;
    }
    // `the FOIA Officer at: Board of Beacons, 12 Quay`
    static AT: Pattern = Pattern::new(r"^([^,]{3,80}?)\s+at:\s+");
    let words = AT.replace(words, "$1, ");
    let printed = office(&words, known.agency);
    let title = bare_title(&printed.title);
    // A regulation is where the rules stand, and nobody to write to.
    static RULES: Pattern = Pattern::new(
        r"(?i)\b(?:regulations?|rules?|instructions?) (?:at|in|of|under|on|implementing)\b|(?i)regulations? at$|\bCFR\b",
    );
    if RULES.is_in(&title) {
        return None;
    }
    // What has an address of its own is an office, whatever it is called.
    let office = !title.is_empty() && (names_an_office(&title) || !printed.address.is_empty());
    office.then_some((title, printed.address))
}

fn opens_addressee(sentence: &str) -> bool {
    static OPENS: Pattern = Pattern::new(
        r"(?i)\b(?:address|direct|submit|send|mail|writ|inquir|contact|request)\w*\b.*\b(?:to|at|follow\w*):$",
    );
    OPENS.is_in(sentence.trim_end())
}

/// The words up to the end of the address.
fn address_part(tail: &str) -> String {
    up_to_zip(tail)
}

fn names_an_office(title: &str) -> bool {
    static OFFICE: Pattern = Pattern::new(
        r"(?i)\b(?:officer?s?|manager|director|chief|president|administrator|commissioner|division|branch|center|section|department|counsel|staff|secretary|secretariat|relations|coordinator|specialist|unit|foi/?pa|foia|superintendent|inspector|postmaster|bureau|agency|administration|service|head|custodian|comptroller|registrar|librarian|offices?|executive|supervisor|commander|board|council|commission|clerk|liaison|advisor)\b",
    );
    OFFICE.is_in(title)
}

/// The manager's title and address for `the system manager` or for a manager's title without an address, and whether
/// they were taken from there.
fn resolved(title: &str, address: &str, known: &Known<'_>) -> (String, String, bool) {
    static MANAGER: Pattern = Pattern::new(
        r"^(?i:appropriate |applicable |respective |above |above-named |named |same |[A-Z]{2,6} )*(?i:systems?|records?|program) (?i:manager|owner)|^(?i:(?:above|same) (?:official|address|office))",
    );
    if !address.is_empty() {
        return (title.to_owned(), address.to_owned(), false);
    }
    let plain = |text: &str| {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>()
    };
    let manager = if MANAGER.is_in(title) {
        known.managers.first()
    } else {
        let wanted = plain(title);
        known.managers.iter().find(|manager| {
            let known = plain(&manager.title);
            !known.is_empty() && (known == wanted || wanted.starts_with(&known) || known.starts_with(&wanted))
        })
    };
    match manager {
        Some(manager) => (manager.title.clone(), manager.address.clone(), true),
        None => (title.to_owned(), String::new(), false),
    }
}

/// The subject matter that a sentence is about.
fn subject(sentence: &str) -> Option<String> {
    static LEADS: Pattern = Pattern::new(
        r"^(?:For|In cases? of|In the case of|Regarding|Concerning|As to|With (?:regard|respect) to)\s+([^,:]{5,160}?)[,:]\s",
    );
    // `Former employees should contact the …`: one kind of people has one office.
    static PEOPLE: Pattern = Pattern::new(
        r"^(?:\(?[a-z0-9]{1,2}[.)]\s+)?((?:Current|Former|Active|Retired|Separated|Inactive|Deceased|Headquarters|Field)\s[^,.;:]{2,80}?)\s(?:should|may|must|can)\s(?:contact|write|submit|send|address|direct|inquire|apply)",
    );
    let found = LEADS.captures(sentence).or_else(|| PEOPLE.captures(sentence))?;
    let words = group(&found, 1).trim();
    // `For information, contact …` and `For assistance: …` are no subject matter.
    static NO_MATTER: Pattern = Pattern::new(
        r"^(?i)(?:(?:further|more|additional|general) )?(?:information|assistance|help|inquir(?:y|ies)|questions?|details)$|^specific notice",
    );
    (!NO_MATTER.is_in(words)).then(|| words.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_offices_are_told_apart_by_subject_matter() {
        let managers = [Manager {
            title: "Chief Sample Officer".into(),
            address: "1 Nowhere Plaza SW, Washington, DC 20260".into(),
            scope: None,
        }];
        let known = Known { managers: &managers, agency: "Postal Service" };
        let rules = rules(
            "For information pertaining to sales, inquiries should be addressed to: Sales Relations 2 Nowhere Plaza SW, Washington, DC 20260.\n\n\
             Customers wanting to know if other information about them is maintained must address inquiries in writing to the Chief Sample Officer, and include their name and address.",
            &known,
        );
        assert_eq!(rules.len(), 2, "{rules:#?}");
        assert_eq!(rules[0].subject.as_deref(), Some("information pertaining to sales"));
        assert_eq!(rules[0].office, "Sales Relations");
        assert!(rules[0].particulars.is_empty());
        assert_eq!(rules[1].subject, None);
        assert_eq!(rules[1].address, "1 Nowhere Plaza SW, Washington, DC 20260");
        assert_eq!(rules[1].particulars, ["name", "address"]);
    }

    #[test]
    fn a_pointer_names_its_target() {
        assert_eq!(
            points_to("Same as record access procedures."),
            Some(PointsTo { access: true, notification: false })
        );
        assert_eq!(
            points_to("See Notification Procedure and Record Access Procedures above."),
            Some(PointsTo { access: true, notification: true })
        );
        assert_eq!(points_to("Write to the Director."), None);
    }
}
