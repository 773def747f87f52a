//! Letters that must not give away whether a record exists, and the one whose words are prescribed.

use super::super::reply::{Reply, minor_medical_words};
use super::Inspection;

/// Words that tell of a record, or of the lack of one.
const TELLING: &[&str] = &[
    "found",
    "find ",
    "search",
    "located",
    "locate ",
    "no record",
    "the record",
    "your record",
    "records are",
    "withh",
    "granted",
    "enclosed",
    "pages",
];

pub(super) fn inspect(letter: &mut Inspection<'_>) {
    match letter.reply {
        Reply::Open => {}
        Reply::Neither => gives_nothing_away(letter),
        Reply::MinorMedical => says_what_is_prescribed(letter),
    }
}

fn gives_nothing_away(letter: &mut Inspection<'_>) {
    let cite = letter.cite("39 CFR 266.8(b)(2)", "20 CFR 401.85");
    let said = (!letter.has_clause("notification.neither") || !letter.says("neither confirm nor deny"))
        .then(|| "The letter does not say that the agency neither confirms nor denies.".to_owned());
    letter.record(
        "neither-confirm-nor-deny",
        "It neither confirms nor denies that there is a record.",
        cite,
        said,
    );

    let reasons = letter.letter.facts.parts.iter().map(|part| part.words.as_str());
    let unsaid = letter.unsaid("the reason", reasons);
    letter.record("reason-given", "It says why it neither confirms nor denies.", cite, unsaid);

    let telling = letter
        .letter
        .blocks
        .iter()
        .filter(|block| !block.clause.starts_with("opening.") && !block.clause.starts_with("appeal."))
        .flat_map(|block| &block.text)
        .flat_map(|text| super::sentences_of(text))
        .find(|sentence| {
            let lower = sentence.to_lowercase();
            !lower.contains("neither confirm nor deny") && TELLING.iter().any(|word| lower.contains(word))
        });
    letter.record("gives-nothing-away", "Nothing in it gives away whether a record exists.", cite, telling);
}

fn says_what_is_prescribed(letter: &mut Inspection<'_>) {
    let minor = letter.letter.facts.subject_name.clone().unwrap_or_default();
    let wanted = minor_medical_words(&minor);
    let body: Vec<&String> = letter
        .letter
        .blocks
        .iter()
        .filter(|block| block.clause != "opening.salutation")
        .flat_map(|block| &block.text)
        .collect();
    let fault = if minor.is_empty() {
        Some("The minor's name is not known.".to_owned())
    } else if body.iter().any(|text| **text == wanted) {
        body.iter()
            .find(|text| ***text != wanted)
            .map(|text| format!("The rule allows no other words: “{text}”"))
    } else {
        Some(format!("The letter does not have the prescribed words: “{wanted}”"))
    };
    let what = "It has the two prescribed sentences, word for word, and nothing more.";
    letter.record("prescribed-words", what, "20 CFR 401.55(c)(2)(iii)", fault);
}
