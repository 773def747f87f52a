//! The checks before issue: every mandatory part is there, and nothing is there that must not be.
//!
//! They read the letter as it stands, so that a paragraph edited by hand is checked like a composed one. They decide
//! nothing about the case; a letter that fails one is not issued.

mod answers;
mod appeal;
mod decision;
mod denial;
mod forbidden;
mod frame;
mod guarded;
mod office;
mod others;
mod second_look;
mod sections;

use super::compose::CELL;
use super::numbers::mask_ssns;
use super::reading::{AIM, reading_grade};
use super::reply::Reply;
use super::wording::close_up;
use super::{Check, Language, Letter, LetterKind};

/// Checks a letter. The same letter always gets the same checks in the same order; those that do not concern its kind are
/// left out.
pub fn check(letter: &Letter) -> Vec<Check> {
    let mut inspection = Inspection::new(letter);
    if letter.language != Language::English {
        return translated(inspection);
    }
    frame::inspect(&mut inspection);
    decision::inspect(&mut inspection);
    denial::inspect(&mut inspection);
    second_look::inspect(&mut inspection);
    others::inspect(&mut inspection);
    answers::inspect(&mut inspection);
    office::inspect(&mut inspection);
    appeal::inspect(&mut inspection);
    guarded::inspect(&mut inspection);
    forbidden::inspect(&mut inspection);
    sections::inspect(&mut inspection);
    reading(&mut inspection);
    inspection.checks
}

/// A letter in another language stands beside the English one, whose words the other checks read; of its own it must have
/// the frame, nothing forbidden, and a translator's approval.
fn translated(mut letter: Inspection<'_>) -> Vec<Check> {
    frame::inspect_frame(&mut letter);
    forbidden::inspect_any_language(&mut letter);
    let fault = letter.letter.facts.translation_approved_by.is_none().then(|| {
        format!("No official translator has approved the {} words.", letter.letter.language.words())
    });
    letter.record(
        "translation-approved",
        "An official translator has approved the words, and the English letter stands beside them.",
        "office rule",
        fault,
    );
    letter.checks
}

/// Prescribed words are what they are; of the others the longest sentence is the one to shorten.
fn reading(letter: &mut Inspection<'_>) {
    if letter.reply == Reply::MinorMedical || !letter.letter.kind.leaves_the_office() {
        return;
    }
    let grade = reading_grade(letter.letter);
    let longest = letter.sentences.iter().max_by_key(|sentence| sentence.split_whitespace().count());
    let fault = (grade > AIM).then(|| longest.cloned().unwrap_or_default());
    let what = format!("It reads at school grade {AIM:.0} or below; measured: {grade:.1}.");
    letter.record("reading-grade", &what, "office rule", fault);
}

/// A letter with its sentences laid out, and what was found so far.
struct Inspection<'a> {
    letter: &'a Letter,
    reply: Reply,
    /// Every sentence of the body, as printed.
    sentences: Vec<String>,
    /// Every text of the body in lower case, in which the checks look for words.
    lower: Vec<String>,
    checks: Vec<Check>,
}

impl<'a> Inspection<'a> {
    fn new(letter: &'a Letter) -> Self {
        let mut sentences = vec![letter.title.clone()];
        for text in letter.blocks.iter().flat_map(|block| &block.text) {
            sentences.extend(sentences_of(&text.replace(CELL, " ")));
        }
        let texts = letter.blocks.iter().flat_map(|block| &block.text);
        let lower = texts.map(|text| text.to_lowercase()).collect();
        Self { letter, reply: Reply::of(&letter.facts), sentences, lower, checks: Vec::new() }
    }

    fn is(&self, kinds: &[LetterKind]) -> bool {
        kinds.contains(&self.letter.kind)
    }

    fn usps(&self) -> bool {
        self.letter.facts.agency == "usps"
    }

    fn ssa(&self) -> bool {
        self.letter.facts.agency == "ssa"
    }

    /// Records a check; `fault` is the sentence at fault, or what is missing.
    fn record(&mut self, id: &str, what: &str, cite: &str, fault: Option<String>) {
        self.checks.push(Check {
            id: id.to_owned(),
            what: what.to_owned(),
            cite: cite.to_owned(),
            passed: fault.is_none(),
            // A finding is shown and kept, so it must not repeat a number.
            found: fault.map(|sentence| mask_ssns(&sentence)),
        });
    }

    /// The citation for the agency of the letter.
    fn cite(&self, usps: &'static str, ssa: &'static str) -> &'static str {
        if self.usps() { usps } else { ssa }
    }

    /// The paragraph under which the requester is told that, and when, the request came.
    fn receipt_cite(&self) -> &'static str {
        let amendment = self.letter.facts.request_kind == "amendment";
        self.cite("39 CFR 266.5(a)(2)", if amendment { "20 CFR 401.65(c)" } else { "POMS GN 03340.010" })
    }

    /// Whether the body says these words, however they are capitalised.
    fn says(&self, words: &str) -> bool {
        let wanted = close_up(words).trim_end_matches('.').to_lowercase();
        self.lower.iter().any(|text| text.contains(&wanted))
    }

    /// Whether the body has a clause, with words in it.
    fn has_clause(&self, id: &str) -> bool {
        self.letter
            .blocks
            .iter()
            .any(|block| block.clause == id && block.text.iter().any(|text| !text.trim().is_empty()))
    }

    /// What is wrong, where a clause is not in the letter.
    fn without(&self, clause: &str, fault: &str) -> Option<String> {
        (!self.has_clause(clause)).then(|| fault.to_owned())
    }

    /// The first sentence of the body for which the question is answered with yes.
    fn sentence_where(&self, question: impl Fn(&str) -> bool) -> Option<String> {
        self.sentences.iter().find(|sentence| question(sentence)).cloned()
    }

    /// The first of the wanted words that the body does not say, as a fault.
    fn unsaid<'w>(&self, what: &str, wanted: impl IntoIterator<Item = &'w str>) -> Option<String> {
        wanted.into_iter().find_map(|words| {
            if words.is_empty() {
                Some(format!("{what} is not known."))
            } else {
                (!self.says(words)).then(|| format!("The letter does not say {what}: “{words}”."))
            }
        })
    }
}

/// Cuts a paragraph into sentences: a stop, a space, and a capital or a digit begin another.
pub(super) fn sentences_of(text: &str) -> Vec<String> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let mut sentences = Vec::new();
    let mut from = 0;
    for (index, (at, c)) in letters.iter().enumerate() {
        let next = |step: usize| letters.get(index + step).map(|(_, c)| *c);
        let ends = matches!(c, '.' | '?' | '!')
            && next(1) == Some(' ')
            && next(2).is_some_and(|c| c.is_uppercase() || c == '(');
        if ends {
            sentences.push(text[from..=*at].trim().to_owned());
            from = at + 1;
        }
    }
    sentences.push(text[from..].trim().to_owned());
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
}
