//! What no letter, or not this kind of letter, may say.

use super::super::Letter;
use super::super::compose::CELL;
use super::super::compose::title_of;
use super::super::numbers::find_ssns;
use super::super::shape;
use super::super::subset::ASK_FOR_LATIN;
use super::super::wording::bare;
use super::Inspection;

/// Signs that something was left to be filled in.
const PLACEHOLDERS: &[&str] = &[
    "{{",
    "}}",
    "{%",
    "%}",
    "[",
    "]",
    "__",
    "XXX",
    "TBD",
    "TODO",
    "???",
    "undefined",
    "«",
    "»",
    "lorem ipsum",
];

/// Words that would make a letter a denial, or promise the rights that go with one.
const DENIAL_WORDS: &[&str] = &[
    "appeal",
    "denied",
    "denial",
    "deny ",
    "denies",
    "refus",
    "judicial review",
    "district court",
    "lawsuit",
];

pub(super) fn inspect(letter: &mut Inspection<'_>) {
    blanks(letter);
    title(letter);
    denial_words(letter);
    unconfirmed(letter);
    numbers(letter);
    other_people(letter);
    characters(letter);
}

/// What no letter may say in any language.
pub(super) fn inspect_any_language(letter: &mut Inspection<'_>) {
    blanks(letter);
    unconfirmed(letter);
    numbers(letter);
    other_people(letter);
    characters(letter);
}

fn blanks(letter: &mut Inspection<'_>) {
    let fault = letter
        .sentence_where(|sentence| PLACEHOLDERS.iter().any(|mark| sentence.contains(mark)))
        .or_else(|| {
            let empty = |text: &String| text.trim().is_empty();
            letter
                .letter
                .blocks
                .iter()
                .find(|block| block.text.is_empty() || block.text.iter().any(empty))
                .map(|block| format!("The paragraph “{}” has no words.", block.clause))
        });
    letter.record("no-blanks", "Nothing is left to be filled in.", "office rule", fault);
}

fn title(letter: &mut Inspection<'_>) {
    let wanted = title_of(letter.letter.kind);
    let fault = (letter.letter.title != wanted)
        .then(|| format!("The title is “{}”; this kind of letter has “{wanted}”.", letter.letter.title));
    letter.record("title", "The title says what the letter is.", "office rule", fault);
}

fn denial_words(letter: &mut Inspection<'_>) {
    if !letter.letter.kind.refuses_nothing() {
        return;
    }
    let facts = &letter.letter.facts;
    // Somebody may be called Denial, or live in Appeal Street.
    let theirs: Vec<String> =
        [Some(&facts.addressee.name), facts.requester_name.as_ref(), facts.subject_name.as_ref()]
            .into_iter()
            .flatten()
            .chain(&facts.addressee.address)
            .map(|own| own.to_lowercase())
            .filter(|own| DENIAL_WORDS.iter().any(|word| own.contains(word)))
            .collect();
    let fault = letter.sentence_where(|sentence| {
        let lower = theirs.iter().fold(sentence.to_lowercase(), |rest, own| rest.replace(own, ""));
        DENIAL_WORDS.iter().any(|word| lower.contains(word))
    });
    let cite = letter.cite("39 CFR 266.5(a)(1)", "GN 03340.075");
    letter.record("no-appeal-words", "It is not called a denial and offers no appeal.", cite, fault);
}

/// What nobody has checked against its source is no law that a letter may state: neither its words nor its citation.
fn unconfirmed(letter: &mut Inspection<'_>) {
    let facts = &letter.letter.facts;
    let cited: Vec<&String> = letter
        .letter
        .blocks
        .iter()
        .flat_map(|block| &block.cites)
        .chain(facts.appeal.iter().flat_map(|appeal| &appeal.cites))
        .collect();
    let letterhead = facts.letterhead.address.iter().chain([&facts.letterhead.office]);
    let fault = facts.unconfirmed.iter().find(|words| {
        letter.says(words)
            || cited.contains(words)
            || letterhead.clone().any(|line| line.eq_ignore_ascii_case(words))
    });
    let fault = fault.map(|words| format!("Nobody has checked this against its source: “{words}”."));
    letter.record("confirmed-law", "It says nothing of the law that is unconfirmed.", "office rule", fault);
}

fn numbers(letter: &mut Inspection<'_>) {
    let fault = letter.sentence_where(|sentence| !find_ssns(sentence).is_empty());
    let fault = fault.or_else(|| {
        let reference = letter.letter.facts.system.iter().any(|system| !find_ssns(&system.name).is_empty());
        reference.then(|| "The name of the system holds a Social Security number.".to_owned())
    });
    let cite = "Social Security Number Fraud Prevention Act of 2017";
    letter.record("no-ssn", "No Social Security number stands in it, whole or partly masked.", cite, fault);
}

fn other_people(letter: &mut Inspection<'_>) {
    let facts = &letter.letter.facts;
    let known: Vec<Vec<String>> = [
        Some(facts.addressee.name.as_str()),
        facts.subject_name.as_deref(),
        facts.requester_name.as_deref(),
        Some(facts.signer.name.as_str()),
        facts.search.as_ref().map(|search| search.by.as_str()),
        facts.representative.as_ref().map(|representative| representative.name.as_str()),
        facts.extension.as_ref().map(|extension| extension.approver.as_str()),
    ]
    .into_iter()
    .flatten()
    // To whom the record went is what an accounting tells.
    .chain(facts.disclosures.iter().map(|disclosure| disclosure.to.as_str()))
    .map(words_of)
    .collect();
    let fault = facts.other_names.iter().map(|name| words_of(name)).find_map(|wanted| {
        if wanted.is_empty() || known.contains(&wanted) {
            return None;
        }
        // A family name alone gives a person away, unless somebody who belongs in the letter bears it too.
        let family = wanted
            .last()
            .filter(|word| word.chars().count() > 2 && !known.iter().flatten().any(|own| own == *word));
        letter.sentence_where(|sentence| {
            let whole = words_of(sentence).windows(wanted.len()).any(|part| part == wanted);
            whole || family.is_some_and(|family| capitalised_words_of(sentence).contains(family))
        })
    });
    letter.record("no-other-person", "No other person's name stands in it.", "5 U.S.C. 552a(b)", fault);
}

/// The same, of the words that begin with a capital: "price" is no name, "Price" may be one.
fn capitalised_words_of(text: &str) -> Vec<String> {
    text.split_whitespace()
        .filter(|word| word.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase))
        .flat_map(words_of)
        .collect()
}

/// The words of a text without marks and capitals; a possessive counts as the name.
fn words_of(text: &str) -> Vec<String> {
    bare(text)
        .split(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '-'))
        .map(|word| word.trim_matches(|c| c == '\'' || c == '-').trim_end_matches("'s").to_owned())
        .filter(|word| !word.is_empty())
        .collect()
}

fn characters(letter: &mut Inspection<'_>) {
    let fault = printed_texts(letter.letter).iter().find_map(|text| {
        text.split(CELL).find_map(shape::unprintable).map(|c| {
            format!(
                "No font of this program has “{c}” (U+{:04X}), in “{text}”. {ASK_FOR_LATIN}",
                u32::from(c)
            )
        })
    });
    letter.record("printable", "Every character can be printed.", "29 U.S.C. 794d", fault);
}

/// Every text that the page shows.
fn printed_texts(letter: &Letter) -> Vec<&str> {
    let facts = &letter.facts;
    let mut texts = vec![
        letter.title.as_str(),
        &facts.letterhead.agency,
        &facts.letterhead.office,
        &facts.addressee.name,
        &facts.case_number,
        &facts.signer.name,
        &facts.signer.title,
    ];
    texts.extend(facts.letterhead.address.iter().chain(&facts.addressee.address).map(String::as_str));
    texts.extend(facts.system.iter().flat_map(|system| [system.number.as_str(), &system.name]));
    texts.extend(letter.blocks.iter().flat_map(|block| &block.text).map(String::as_str));
    texts
}
