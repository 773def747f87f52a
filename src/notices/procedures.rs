//! Notification, access and contest procedures: where inquiries go, by subject matter, and what must be given.

use super::identifiers::{bare, phrases, top_level, without_joiner};
use super::model::{Manager, NotificationRule};
use super::offices::{bare_title, has_address, office};
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
        r"(?i)\b(?:see|same as|refer to|follow|in accordance with|as (?:described|stated|specified|set forth|outlined|indicated|provided) (?:in|under|above)|identical to|described (?:in|under)|use)\b[^.]{0,80}\b(notification|access|contesting)\b[^.]{0,60}",
    );
    static ACCESS: Pattern = Pattern::new(r"(?i)\baccess(?:ing)?\b");
    static NOTIFICATION: Pattern = Pattern::new(r"(?i)\bnotification\b");
    let found = POINTER.captures(text)?;
    let words = found.get(0)?.as_str();
    Some(PointsTo {
        access: ACCESS.is_in(words),
        notification: NOTIFICATION.is_in(words),
    })
}

static SENDS: Pattern = Pattern::new(
    r"(?:\b(?i:address(?:ed|ing)?|direct(?:ed|ing)?|submit(?:ted|ting)?|send(?:ing)?|sent|mail(?:ed|ing)?|writ(?:e|ing|ten)|inquir(?:y|ies|e)|appl(?:y|ied)|request(?:s|ed)?|forward(?:ed)?|present(?:ed|ing)?|deliver(?:ed)?|made|appear)\b[^.]{0,200}?\b(?i:to|at|with)(?i: either| both)?:?\s+(?i:the |our |an? )?|\b(?i:contact(?:ing|ed)?|notify(?:ing)?|writ(?:e|ing)|write or call|call or write)\s+(?i:to )?(?i:the |our |an? |their )?)((?:\p{Lu}|system manager|record manager|appropriate|employing agency|same |above|officials?\b|office ).*)$",
);
static ENDS: Pattern = Pattern::new(
    r"(?i)[,;]?\s+(?:and (?:must|should|include|provide|state|furnish|contain|specify|reasonably|identify|mark|give|ask)|in accordance|in writing|at the (?:above|address)|at the following|by (?:mail|writing|telephone|submitting|calling)|which|who (?:will|may)|or (?:can|may|to be|by|via|submitted|emailed|electronically)|if |when |whether|listed|identified|named|shown|above|below|indicated|for (?:further|assistance|information|records maintained)|via|electronically|with(?: the)? (?:their|his|words|following)|stating|providing|including|and (?:the|an?) (?:envelope|request|letter|following)|as follows|regarding|concerning|to (?:obtain|determine|request|inquire|ask|learn|verify))\b.*$|\s*\(address(?:es)? above\).*$",
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
    let all = sentences(text);
    for (index, sentence) in all.iter().enumerate() {
        let next = all.get(index + 1).copied().unwrap_or_default();
        let mut asked = particulars(sentence);
        if asks_for_list(sentence) {
            asked.retain(|particular| is_evidence(particular));
            asked.extend(list_items(all.get(index + 1..).unwrap_or_default()));
        }
        match addressee(sentence, next, known) {
            Some(mut rule) => {
                rule.particulars = asked;
                merge(&mut rules, rule);
            }
            None => {
                for particular in asked {
                    add(&mut shared, particular);
                }
            }
        }
    }
    for rule in &mut rules {
        // What a sentence of its own asks for is asked by every office of the section.
        for particular in &shared {
            add(&mut rule.particulars, particular.clone());
        }
    }
    rules
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
            && (known.office == rule.office || known.office.starts_with(&rule.office))
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

fn addressee(sentence: &str, next: &str, known: &Known<'_>) -> Option<NotificationRule> {
    static NO_ROUTE: Pattern = Pattern::new(
        r"(?i)generalized notice|rules? for (?:accessing|access|contesting)|disclos(?:e|ed) to|published in|appeal|denial|for additional assistance",
    );
    static WEB_ONLY: Pattern = Pattern::new(r"^(?i:https?:|www\.)");
    // A title goes on in capitals; a purpose, a duty or a second office in small letters.
    static UNTIL: Pattern = Pattern::new(r"\s+(?:for\s+[a-z]|must|should|shall|may|will|or\s+(?:their|his|the)\s).*$");
    if NO_ROUTE.is_in(sentence) {
        return None;
    }
    let found = SENDS.captures(sentence);
    let tail = match &found {
        Some(found) => group(found, 1).to_owned(),
        // `Address inquiries to:` with the address in the next paragraph.
        None if sentence.trim_end().ends_with(':') && has_address(next) && opens_addressee(sentence) => {
            next.to_owned()
        }
        None => return None,
    };
    let words = if has_address(&tail) {
        address_part(&tail)
    } else {
        ENDS.replace(&tail, "")
    };
    let words = UNTIL.replace(words.trim(), "");
    let words = words.trim().trim_end_matches(['.', ',', ';', ' ']);
    if words.is_empty() || words.len() > 400 || WEB_ONLY.is_in(words) {
        return None;
    }
    let printed = office(words, known.agency);
    let title = bare_title(&printed.title);
    if !names_an_office(&title) {
        return None;
    }
    let (office, address) = resolved(&title, &printed.address, known);
    Some(NotificationRule {
        subject: subject(sentence),
        office,
        address,
        particulars: Vec::new(),
        quote: sentence.to_owned(),
    })
}

fn opens_addressee(sentence: &str) -> bool {
    static OPENS: Pattern = Pattern::new(
        r"(?i)\b(?:address|direct|submit|send|mail|writ|inquir|contact|request)\w*\b.*\b(?:to|at|follow\w*):$",
    );
    OPENS.is_in(sentence.trim_end())
}

/// The words up to the end of the address.
fn address_part(tail: &str) -> String {
    static ZIP: Pattern = Pattern::new(r"\b\d{5}(?:[-–‑]\d{4})?\b");
    match ZIP.find(tail) {
        Some((_, end)) => tail.get(..end).unwrap_or(tail).to_owned(),
        None => tail.to_owned(),
    }
}

fn names_an_office(title: &str) -> bool {
    static OFFICE: Pattern = Pattern::new(
        r"(?i)\b(?:officer?s?|manager|director|chief|president|administrator|commissioner|division|branch|center|section|department|counsel|staff|secretary|secretariat|relations|coordinator|specialist|unit|foi/?pa|foia|superintendent|inspector|postmaster|bureau|agency|administration|service|head|custodian|comptroller|registrar|librarian|executive|supervisor|commander|board|council|commission|clerk|liaison|advisor)\b",
    );
    OFFICE.is_in(title)
}

/// The manager's title and address for `the system manager` or for a manager's title without an address.
fn resolved(title: &str, address: &str, known: &Known<'_>) -> (String, String) {
    static MANAGER: Pattern =
        Pattern::new(r"^(?i:appropriate |above |named )?(?i:system|record)s? (?i:manager|owner)");
    if !address.is_empty() {
        return (title.to_owned(), address.to_owned());
    }
    let plain = |text: &str| {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect::<String>()
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
        Some(manager) => (manager.title.clone(), manager.address.clone()),
        None => (title.to_owned(), String::new()),
    }
}

/// The subject matter that a sentence is about.
fn subject(sentence: &str) -> Option<String> {
    static LEADS: Pattern = Pattern::new(
        r"^(?:For|In cases? of|In the case of|Regarding|Concerning|As to|With (?:regard|respect) to)\s+([^,:]{5,160}?)[,:]\s",
    );
    let found = LEADS.captures(sentence)?;
    let words = group(&found, 1).trim();
    (!words.starts_with("specific notice")).then(|| words.to_owned())
}

/// What one sentence asks the requester to give.
pub(crate) fn particulars(sentence: &str) -> Vec<String> {
    static ASKS: Pattern = Pattern::new(
        r"(?i)(?:\b(?:must|should|shall|and|which|that|to|please|may|can|will|also|needs?|requests?|inquir(?:y|ies)|letters?|they|requester|individuals?)\s+(?:also |then |either |first |need to |be required to )?(?:includ(?:e|es)|contains?|provides?|furnish|state|supply|specify|give|submit|indicate)|\b(?:containing|providing|furnishing|by giving))\s+(?:at (?:a )?minimum,? |in (?:their|the) (?:request|letter|inquiry),? |as a minimum,? )?((?:their|the|his|her|an?|your|full|name|both|sufficient|information|\d|individual|social|SSN|complete|identif|current|home|last|any|proof|date|it|\()\b?.*)$",
    );
    static WHO: Pattern = Pattern::new(
        r"(?i)\b(?:inquir|request|individual|requester|requestor|person|customer|employee|letter|applicant|they|must|should|participant|record subject)",
    );
    static NOT_ASKED: Pattern = Pattern::new(
        r"(?i)^(?:the|this|these) (?:system|records?)\b.{0,60}\b(?:include|contain)|generalized notice|statement of disagreement|reasons? for|justification|corrective action|will provide|agency will|we will|may provide copies|^for example|may need to provide|must be made in accordance",
    );
    let evidence = evidence(sentence);
    if !WHO.is_in(sentence) || NOT_ASKED.is_in(sentence) {
        return evidence;
    }
    let mut asked = Vec::new();
    if let Some(found) = ASKS.captures(sentence) {
        let list = without_tail(group(&found, 1));
        if !sentence.trim_end().ends_with(':') {
            asked = split_particulars(&list);
        }
    }
    static NO_PARTICULAR: Pattern = Pattern::new(r"^(?i:(?:written |signed )*(?:request|inquir)|following|system manager)");
    asked.retain(|phrase| !NO_PARTICULAR.is_in(phrase));
    asked.retain(|phrase| phrase.len() >= 3 && phrase.len() <= 200 && !is_evidence(phrase));
    asked.extend(evidence);
    asked
}

fn without_tail(list: &str) -> String {
    static TAIL: Pattern = Pattern::new(
        r"(?i)[,;]?\s+(?:as well as (?:provide|an?)|to (?:verify|permit|enable|allow|establish|assist|us\b|facilitate)|in order (?:to|that)|so that|in accordance|for (?:verification|identification|the (?:record|purpose)|their records)|sufficient to|if (?:known|available)|when (?:requesting|making)|pursuant|under (?:penalty|39|20)).*$",
    );
    TAIL.replace(list.trim(), "")
        .trim()
        .trim_end_matches('.')
        .to_owned()
}

/// The phrases of a list of particulars. Semicolons part the larger items, which then keep their own alternatives.
fn split_particulars(list: &str) -> Vec<String> {
    static AND: Pattern = Pattern::new(r",\s+and\s+");
    let raw: Vec<String> = if list.contains(';') {
        top_level(list, &[';'])
            .iter()
            .flat_map(|item| AND.split(item).into_iter().map(str::to_owned).collect::<Vec<_>>())
            .collect()
    } else if list.contains(',') {
        phrases(list)
    } else {
        list.split(" and ").map(str::to_owned).collect()
    };
    raw.iter()
        .map(|item| tidied(item))
        .filter(|item| !item.is_empty())
        .collect()
}

fn tidied(item: &str) -> String {
    static OWN: Pattern = Pattern::new(r"(?i)\b(?:of|in) (?:their|his or her|his/her|your) ");
    static LEAD: Pattern = Pattern::new(
        r"^(?i:(?:the )?(?:individual|requester|requestor|person|subject|participant|employee|customer)['’]s |(?:the |a |an |their |his or her |his/her |his |her |your |both |own ))+",
    );
    let item = bare(&without_joiner(item));
    let item = LEAD.replace(&item, "");
    OWN.replace(&item, "of ")
        .trim()
        .trim_end_matches(['.', ';', ','])
        .to_owned()
}

/// Whether a particular is proof of identity, and no key to find the record by.
pub fn is_evidence(particular: &str) -> bool {
    static EVIDENCE: Pattern = Pattern::new(
        r"(?i)notariz|unsworn|penalty of perjury|certif(?:y|ication) (?:of|in|that)|identity document|identification document|proof of identity|verif(?:y|ication) (?:of )?(?:their )?identity|photo|driver|signature|signed|authorization",
    );
    EVIDENCE.is_in(particular)
}

fn evidence(sentence: &str) -> Vec<String> {
    static MUST: Pattern = Pattern::new(r"(?i)\b(?:must|should|shall|required|need to)\b");
    static NOTARIZED: Pattern = Pattern::new(r"(?i)\bnotariz");
    static CERTIFY: Pattern = Pattern::new(r"(?i)\bcertif(?:y|ication)\b");
    static UNSWORN: Pattern = Pattern::new(r"(?i)\bunsworn declaration\b");
    static DOCUMENT: Pattern = Pattern::new(
        r"(?i)\b(identity document(?:, preferably with a photograph)?|identification (?:document|card)|photo(?:graphic)? identification)\b",
    );
    static SIGNATURE: Pattern =
        Pattern::new(r"(?i)\band signature\b|\bsignature of the\b|[,;] signature\b|\b(?:be|must) (?:be )?sign(?:ed)?\b");
    static AUTHORIZATION: Pattern = Pattern::new(r"(?i)\bon behalf of\b.*\bwritten (?:authorization|consent)\b");
    static LACKING: Pattern = Pattern::new(r"(?i)\blacking identification\b");
    if !MUST.is_in(sentence) || LACKING.is_in(sentence) {
        return Vec::new();
    }
    let way = if sentence.contains("by mail") {
        " (by mail)"
    } else if sentence.contains("in person") {
        " (in person)"
    } else {
        ""
    };
    let mut found = Vec::new();
    if SIGNATURE.is_in(sentence) {
        found.push("signature".to_owned());
    }
    if AUTHORIZATION.is_in(sentence) {
        found.push("written authorization (if acting on behalf of an individual)".to_owned());
    }
    if NOTARIZED.is_in(sentence) {
        let other = if UNSWORN.is_in(sentence) {
            " or unsworn declaration under 28 U.S.C. 1746"
        } else if CERTIFY.is_in(sentence) {
            " or certification of identity"
        } else {
            ""
        };
        found.push(format!("notarized statement{other}{way}"));
    }
    if let Some(document) = DOCUMENT.captures(sentence) {
        found.push(format!("{}{way}", group(&document, 1)));
    }
    found
}

/// Whether a sentence opens a list of what must be given.
fn asks_for_list(sentence: &str) -> bool {
    static OPENS: Pattern = Pattern::new(
        r"(?i)\b(?:furnish|includ|contain|provid|following|submit|supply|state|specify|give)\w*\b.*:$",
    );
    static OFFICES: Pattern =
        Pattern::new(r"(?i)\b(?:address(?:ed)?|mail(?:ed)?|sent|direct(?:ed)?) (?:\w+ ){0,4}to\b.*:$");
    let sentence = sentence.trim_end();
    OPENS.is_in(sentence) && !OFFICES.is_in(sentence)
}

/// The items of the list that follows.
fn list_items(sentences: &[&str]) -> Vec<String> {
    static ITEM: Pattern = Pattern::new(r"^(?:\(?(\d{1,2}|[a-z])[.)]|[•\-])\s*(.+)$");
    static SIGN: Pattern = Pattern::new(r"(?i)\bsign(?:ed)? (?:your|their|the|his or her) (?:request|letter)|^signature$");
    static SENDS: Pattern = Pattern::new(r"(?i)\b(?:submit|send|address|mail) (?:a|an|your|their)?\s?(?:written |signed )?(?:request|inquir)");
    let mut items: Vec<String> = Vec::new();
    for sentence in sentences {
        let Some(found) = ITEM.captures(sentence) else {
            // A second sentence of an item explains it.
            if items.is_empty() || sentence.ends_with(':') || items.len() > 12 {
                break;
            }
            continue;
        };
        // A list that starts again is another list: often the addressees.
        if !items.is_empty() && matches!(group(&found, 1), "1" | "a") {
            break;
        }
        let item = group(&found, 2).trim().trim_end_matches(" and").trim_end_matches(" or");
        let item = tidied(item.trim_end_matches([';', '.', ',']));
        if item.len() > 200 || SENDS.is_in(&item) {
            break;
        }
        items.push(if SIGN.is_in(&item) { "signature".to_owned() } else { item });
    }
    items
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_offices_are_told_apart_by_subject_matter() {
        let managers = [Manager {
            title: "Chief Sample Officer".into(),
            address: "1 Nowhere Plaza SW, Washington, DC 20260".into(),
        }];
        let known = Known {
            managers: &managers,
            agency: "Postal Service",
        };
        let rules = rules(
            "For information pertaining to sales, inquiries should be addressed to: Sales Relations 2 Nowhere Plaza SW, Washington, DC 20260.\n\n\
             Customers wanting to know if other information about them is maintained must address inquiries in writing to the Chief Sample Officer, and include their name and address.",
            &known,
        );
        assert_eq!(rules.len(), 2, "{rules:#?}");
        assert_eq!(
            rules[0].subject.as_deref(),
            Some("information pertaining to sales")
        );
        assert_eq!(rules[0].office, "Sales Relations");
        assert!(rules[0].particulars.is_empty());
        assert_eq!(rules[1].subject, None);
        assert_eq!(rules[1].address, "1 Nowhere Plaza SW, Washington, DC 20260");
        assert_eq!(rules[1].particulars, ["name", "address"]);
    }

    #[test]
    fn a_list_of_alternatives_stays_one_particular() {
        assert_eq!(
            particulars(
                "Inquiries must contain full name; Candidate Number, Employee Number, or respondent code, and subject or purpose of research/survey; and date and location of their participation."
            ),
            [
                "full name",
                "Candidate Number, Employee Number, or respondent code",
                "subject or purpose of research/survey",
                "date and location of participation"
            ]
        );
    }

    #[test]
    fn a_pointer_names_its_target() {
        assert_eq!(
            points_to("Same as record access procedures."),
            Some(PointsTo {
                access: true,
                notification: false
            })
        );
        assert_eq!(
            points_to("See Notification Procedure and Record Access Procedures above."),
            Some(PointsTo {
                access: true,
                notification: true
            })
        );
        assert_eq!(points_to("Write to the Director."), None);
    }
}
