//! What a notice asks the requester to give so that the record can be found, and what proof it asks.

use super::identifiers::{bare, ends_whole, top_level, without_joiner};
use super::pattern::{Pattern, group};

/// What one sentence asks the requester to give.
pub(crate) fn particulars(sentence: &str) -> Vec<String> {
    static ASKS: Pattern = Pattern::new(
        r"(?i)(?:\b(?:must|should|shall|and|which|that|to|please|may|can|will|also|needs?|requests?|inquir(?:y|ies)|letters?|they|requester|individuals?)\s+(?:also |then |either |first |need to |be required to )?(?:includ(?:e|es)|contains?|provides?|furnish|state|supply|specify|give|submit|indicate|list|specify)|\b(?:containing|providing|furnishing|giving|stating|including)|\bwho will (?:require|need|ask for)|\b(?:includes?|contains?|furnish|provide):)\s*(?:at (?:a )?minimum,? |in (?:their|the) (?:request|letter|inquiry),? |as a minimum,? |(?:necessary |identifying )?(?:particulars|information|data),? such as |the following(?: information| particulars| data| identifying information)?[^:.]{0,90}: ?)?((?:their|the|his|her|an?|your|full|name|both|sufficient|information|\d|individual|social|SSN|complete|identif|current|home|last|any|proof|date|sponsor|patient|employee|case|file|account|address|signature|position|title|place|period|approximate|reasonable|type|subject|system|first|middle|maiden|birth|permit|claim|license|telephone|phone|mailing|description|general|brief|office|organization|(?:[a-z]+['’]s)|\()\b?.*)$",
    );
    static WHO: Pattern = Pattern::new(
        r"(?i)\b(?:inquir|request|individual|requester|requestor|person|customer|employee|letter|applicant|they|must|should|participant|record subject|your\b|write to)",
    );
    static NOT_ASKED: Pattern = Pattern::new(
        r"(?i)^(?:the|this|these) (?:system|records?)\b.{0,60}\b(?:include|contain)|generalized notice|statement of disagreement|reasons? for|justification|corrective action|will provide|agency will|we will|may provide copies|^for example|may need to provide|must be made in accordance",
    );
    let evidence = evidence(sentence);
    if !WHO.is_in(sentence) || NOT_ASKED.is_in(sentence) {
        return evidence;
    }
    let mut asked = Vec::new();
    static REQUEST: Pattern = Pattern::new(
        r"^(?i)(?:(?:an?|the|their|his or her|his/her|your|such|all) )?(?:\w+,? )?(?:written |signed,? |Privacy Act )*(?:requests?|inquir(?:y|ies)|letters?)\b",
    );
    // What must be given twice over is one list; what follows a colon is a list whatever it begins with.
    static AGAIN: Pattern = Pattern::new(
        r"(?i)\b((?:include|contain|provide)s?\b[^.]*?),?\s+and (?:must|should|shall) (?:also )?(?:include|contain|provide) ",
    );
    static FOLLOWING: Pattern = Pattern::new(
        r"(?i)\b(?:contain|include|provide|furnish|submit|give|supply)s? the following\b[^:.]{0,120}:\s+(\S.*)$",
    );
    static PURPOSE: Pattern = Pattern::new(
        r"(?i)\b(?:and )?for (?:verification|identification)(?: purposes)?,\s+(their|the|his|her|an?|your) ",
    );
    let mut rest = PURPOSE.replace(&AGAIN.replace(sentence, "$1, "), "$1 ");
    if let Some(found) = FOLLOWING.captures(sentence) {
        asked = split_particulars(group(&found, 1));
        rest.clear();
    }
    while let Some(list) = ASKS.captures(&rest).map(|found| group(&found, 1).to_owned()) {
        // `may submit a request to …, and include their name`: the request itself is no particular.
        if REQUEST.is_in(&list) && list.len() < rest.len() {
            rest = list;
            continue;
        }
        if !sentence.trim_end().ends_with(':') {
            asked = split_particulars(&without_tail(&list));
        }
        break;
    }
    static NO_PARTICULAR: Pattern = Pattern::new(
        r"^(?i:(?:written |signed )*(?:request|inquir)|following|same information|information$|system manager|if (?:applicable|known|any|available)$)",
    );
    asked.retain(|phrase| !NO_PARTICULAR.is_in(phrase));
    asked.retain(|phrase| phrase.len() >= 3 && phrase.len() <= 200 && !is_evidence(phrase));
    asked.extend(evidence);
    asked
}

fn without_tail(list: &str) -> String {
    // Where semicolons part the list, each item has a tail of its own.
    if list.contains("; ") {
        let items: Vec<String> = list.split("; ").map(without_tail).collect();
        return items.join("; ");
    }
    static TAIL: Pattern = Pattern::new(
        r"(?i)[,;]?\s+(?:as well as (?:provide|an?)|to (?:verify|permit|enable|allow|establish|assist|us\b|facilitate)|in order (?:to|that)|so that|in accordance|for (?:verification|identification|the (?:record|purpose)|their records)|sufficient to|if (?:known|available)|of the (?:individual|requester|requestor)\b|when (?:requesting|making)|pursuant|under (?:penalty|39|20)).*$",
    );
    // `information sufficient to ascertain …` is what is asked, and no reason for it.
    let list = list.replace("information sufficient to", "information sufficient\u{1}to");
    TAIL.replace(list.trim(), "").replace('\u{1}', " ").trim().trim_end_matches('.').to_owned()
}

/// The phrases of a list of particulars. Semicolons part the larger items, which then keep their own alternatives.
fn split_particulars(list: &str) -> Vec<String> {
    static AND: Pattern = Pattern::new(r",\s+and\s+");
    static NAMES: Pattern = Pattern::new(r"(?i)^(?:and )?(?:first|last|middle|maiden), ");
    let raw: Vec<String> = if list.contains(';') {
        top_level(list, &[';'])
            .iter()
            .flat_map(|item| match NAMES.is_in(item.trim()) {
                // `first, middle, and last name` is one thing to give.
                true => vec![item.to_owned()],
                false => AND.split(item).into_iter().map(str::to_owned).collect::<Vec<_>>(),
            })
            .collect()
    } else if list.contains(',') {
        top_level(list, &[',']).iter().flat_map(|item| pair(&without_joiner(item))).collect()
    } else {
        list.split(" and ").map(str::to_owned).collect()
    };
    raw.iter().map(|item| tidied(item)).filter(|item| !item.is_empty()).collect()
}

/// `name and address` is two things to give, `name and address of the last office` one, and so are alternatives.
fn pair(item: &str) -> Vec<String> {
    match item.split_once(" and ") {
        // Proof of identity is asked beside what finds the record.
        Some((left, right)) if is_evidence(right) && !is_evidence(left) => {
            vec![left.to_owned(), right.to_owned()]
        }
        Some((left, right))
            if !item.contains(" of ")
                && !item.contains(" or ")
                && !left.contains('(')
                && !left.eq_ignore_ascii_case("date")
                && (ends_whole(left) || (left.split(' ').count() <= 4 && right.split(' ').count() <= 4)) =>
        {
            vec![left.to_owned(), right.to_owned()]
        }
        _ => vec![item.to_owned()],
    }
}

fn tidied(item: &str) -> String {
    static OWN: Pattern = Pattern::new(r"(?i)\b(?:of|in) (?:their|his or her|his/her|your) ");
    static LEAD: Pattern = Pattern::new(
        r"^(?i:(?:the )?(?:individual|requester|requestor|person|subject|participant|employee|customer)['’]s |(?:the |a |an |their |his or her |his/her |his |her |your |both |own ))+",
    );
    let item = bare(&without_joiner(item));
    let item = LEAD.replace(&item, "");
    OWN.replace(&item, "of ").trim().trim_end_matches(['.', ';', ',']).to_owned()
}

/// Whether a particular is proof of identity, and no key to find the record by.
pub fn is_evidence(particular: &str) -> bool {
    static EVIDENCE: Pattern = Pattern::new(
        r"(?i)notariz|unsworn|penalty of perjury|certif(?:y|ication) (?:of|in|that)|identity document|identification document|proof of identity|verif(?:y|ication) (?:of )?(?:their )?identity|photo|driver|signature|signed|authorization",
    );
    EVIDENCE.is_in(particular)
}

fn evidence(sentence: &str) -> Vec<String> {
    static MUST: Pattern = Pattern::new(r"(?i)\b(?:must|should|shall|required|requires|need to)\b");
    static NOTARIZED: Pattern = Pattern::new(r"(?i)\bnotariz|\bverified by a notary\b");
    static CERTIFY: Pattern = Pattern::new(r"(?i)\bcertif(?:y|ication)\b");
    static UNSWORN: Pattern = Pattern::new(r"(?i)\bunsworn declaration\b|\b28 U\.S\.C\. 1746\b");
    static DOCUMENT: Pattern = Pattern::new(
        r"(?i)\b(identity document(?:, preferably with a photograph)?|identification (?:document|card)|driver['’]s license(?: or other (?:positive |official )?identification)?|photo(?:graphic)? identification)\b",
    );
    static SIGNATURE: Pattern = Pattern::new(
        r"(?i)\band signature\b|\bsignature of the\b|[,;] signature\b|\b(?:be|must) (?:be )?sign(?:ed)?\b|\bsigned,? (?:and )?(?:dated,? )?(?:and )?written (?:request|inquir|letter)|\bsigned (?:request|letter|inquiry)\b",
    );
    static AUTHORIZATION: Pattern =
        Pattern::new(r"(?i)\bon behalf of\b.*\bwritten (?:authorization|consent)\b");
    static PROOF: Pattern = Pattern::new(
        r"(?i)(?:\bincluding|\bprovid\w+|,|\band) (?:adequate |reasonable |sufficient )?((?:proof|verification) of (?:their |his or her |the individual['’]s )?identity)\b",
    );
    static SIGNED: Pattern =
        Pattern::new(r"(?i)\bnotarized signature,? or (?:by )?(?:a )?signature under penalty of perjury");
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
        let what = if SIGNED.is_in(sentence) {
            "notarized signature or signature under penalty of perjury".to_owned()
        } else {
            format!("notarized statement{other}")
        };
        found.push(format!("{what}{way}"));
    }
    if let Some(proof) = PROOF.captures(sentence) {
        let what = if group(&proof, 1).starts_with('v') { "verification" } else { "proof" };
        found.push(format!("{what} of identity{way}"));
    }
    if let Some(document) = DOCUMENT.captures(sentence) {
        found.push(format!("{}{way}", group(&document, 1)));
    }
    found
}

/// Whether a sentence opens a list of what must be given.
pub(crate) fn asks_for_list(sentence: &str) -> bool {
    static OPENS: Pattern = Pattern::new(
        r"(?i)\b(?:furnish|includ|contain|provid|following|submit|supply|state|specify|give)\w*\b.*:$|\b(?:must|should|shall)(?: either)?:$",
    );
    static OFFICES: Pattern = Pattern::new(
        r"(?i)\bcontact\b.*\bas follows:$|\bcontact\b[^.]{0,60}:$|\b(?:address(?:ed)?|mail(?:ed)?|sent|direct(?:ed)?) (?:\w+ ){0,4}to\b.*:$",
    );
    let sentence = sentence.trim_end();
    OPENS.is_in(sentence) && !OFFICES.is_in(sentence)
}

/// The items of the list that follows, and over how many sentences it goes.
pub(crate) fn list_items(sentences: &[&str]) -> (Vec<String>, usize) {
    static ITEM: Pattern = Pattern::new(r"^(?:\(?(\d{1,2}|[a-z])[.)]|[•\-])\s*(.+)$");
    static SIGN: Pattern =
        Pattern::new(r"(?i)\bsign(?:ed)? (?:your|their|the|his or her) (?:request|letter)|^signature$");
    static SENDS: Pattern = Pattern::new(
        r"(?i)\b(?:submit|send|address|mail) (?:a|an|your|their)?\s?(?:written |signed )?(?:request|inquir)",
    );
    // What helps the search is no particular: `explain why you believe …`, `specify when …`.
    static HELPS: Pattern = Pattern::new(
        r"^(?i:(?:explain|describe|identify|specify|state) (?:why|which|when|where|whether|how)|comply|be (?:in writing|mailed|delivered|made|addressed|submitted))\b",
    );
    let mut items: Vec<String> = Vec::new();
    static SIGNED: Pattern = Pattern::new(r"(?i)\bsigned\b");
    static NOTARIZED: Pattern = Pattern::new(r"(?i)\bnotariz");
    let mut used = 0;
    for (index, sentence) in sentences.iter().enumerate() {
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
        used = index + 1;
        if HELPS.is_in(item) {
            items.extend(SIGNED.is_in(item).then(|| "signature".to_owned()));
            continue;
        }
        static VERB: Pattern = Pattern::new(
            r"^(?i:contain|provide|include|give|state|furnish|specify|supply|identify) (?:either )?",
        );
        let item = VERB.replace(item.trim_end_matches([';', '.', ',']), "");
        let item = tidied(&item);
        if item.len() > 400 || (SENDS.is_in(&item) && !NOTARIZED.is_in(&item)) {
            used = index;
            break;
        }
        items.push(if SIGN.is_in(&item) { "signature".to_owned() } else { item });
    }
    (with_proof_in_one(items), used)
}

/// Items that each ask for proof of identity are alternatives, and one particular in the words of all notices.
fn with_proof_in_one(items: Vec<String>) -> Vec<String> {
    static NOTARIZED: Pattern = Pattern::new(r"(?i)\bnotariz");
    static CERTIFIED: Pattern = Pattern::new(r"(?i)\bcertif(?:y|ication)\b");
    if !items.iter().any(|item| NOTARIZED.is_in(item)) {
        return items;
    }
    let certified = items.iter().any(|item| CERTIFIED.is_in(item));
    let other = if certified { " or certification of identity" } else { "" };
    let proof = |item: &String| NOTARIZED.is_in(item) || CERTIFIED.is_in(item);
    let mut kept: Vec<String> = items.iter().filter(|item| !proof(item)).cloned().collect();
    kept.push(format!("notarized statement{other}"));
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
