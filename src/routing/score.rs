//! How well a system fits a requester's words: by meaning, by stems, by who the system is about.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::Reason;
use super::words::{field, government_wide, is_common};
use crate::notices::{Revision, SentenceWords, SystemText, stems};

/// What a request's words mean.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Question {
    meanings: BTreeSet<String>,
    people: BTreeSet<String>,
    company: bool,
    numbers: String,
}

impl Question {
    /// Understands the words.
    pub(super) fn of(text: &str) -> Self {
        let stems = stems(text);
        let company = field().company.meanings(&stems);
        Self {
            meanings: meanings(&stems),
            people: field().people.meanings(&stems).into_iter().map(str::to_owned).collect(),
            company: company.contains("words") && !company.contains("personal"),
            numbers: text.to_uppercase(),
        }
    }

    /// Whether only data on a firm are asked for, and nothing on a person.
    pub(super) fn is_about_a_company(&self) -> bool {
        self.company
    }

    /// Whose rules hold, where the words speak of a system that every agency holds and one rules.
    pub(super) fn held_for_another(text: &str, agency: &str) -> Option<String> {
        government_wide(&stems(text), agency).map(|shared| {
            format!(
                "The words speak of {}, a government-wide system: the records are held here, but the notice and the rules are those of {}.",
                shared.system, shared.owner
            )
        })
    }

    /// Why no system fits.
    pub(super) fn why_none(&self, text: &str, agency: &str) -> String {
        if let Some(why) = Self::held_for_another(text, agency) {
            return why;
        }
        if let Some(elsewhere) = field().elsewhere.meanings(&stems(text)).into_iter().next() {
            return format!(
                "No system of this agency fits. The words speak of what {elsewhere} keeps; the person may ask there."
            );
        }
        if self.meanings.is_empty() {
            return "The words do not say what the records are about. Ask the person, or ask the privacy office.".to_owned();
        }
        "No system of this agency in the catalogue fits the words. The privacy office knows whether such records are kept, \
         and whether they are in a system of records."
            .to_owned()
    }
}

fn meanings(stems: &[String]) -> BTreeSet<String> {
    let concepts = field().concepts.meanings(stems).into_iter().map(|concept| format!("#{concept}"));
    concepts.chain(stems.iter().filter(|stem| !is_common(stem)).cloned()).collect()
}

/// The meanings of a sentence of a notice, and the people that it names (`@employee`).
fn all_meanings(stems: &[String]) -> HashSet<String> {
    let people = field().people.meanings(stems).into_iter().map(|people| format!("@{people}"));
    meanings(stems).into_iter().chain(people).collect()
}

/// A system's score with the sentences that speak for it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Scored {
    /// 0 to 1.
    pub score: f64,
    /// One sentence from each section that speaks for the system.
    pub reasons: Vec<Reason>,
}

/// What a hit in a section counts.
fn weight(section: &str) -> f64 {
    match section {
        "categories_of_individuals" | "name" => 1.0,
        "categories_of_records" => 0.8,
        "retrieval" => 0.6,
        _ => 0.4,
    }
}

/// Scores the systems of one agency against each other.
pub(super) fn all<'r>(
    question: &Question,
    systems: &[(&'r Revision, &[SentenceWords])],
) -> Vec<(&'r Revision, Scored)> {
    let hits: Vec<Vec<(usize, BTreeSet<&str>)>> =
        systems.iter().map(|(_, words)| hits(question, words)).collect();
    // A word that every system has tells them apart less than one that only one has.
    let mut spread: BTreeMap<&str, usize> = BTreeMap::new();
    for system in &hits {
        let had: BTreeSet<&str> = system.iter().flat_map(|(_, found)| found.iter().copied()).collect();
        for meaning in had {
            *spread.entry(meaning).or_default() += 1;
        }
    }
    let count = systems.len();
    let rarity = |meaning: &str| {
        let had = spread.get(meaning).copied().unwrap_or(1).max(1);
        let share = had as f64 / count.max(2) as f64;
        let base = if meaning.starts_with('#') { 1.0 } else { 0.35 };
        base * (1.0 - 0.6 * share)
    };
    systems
        .iter()
        .zip(&hits)
        .map(|((revision, words), hits)| {
            (*revision, scored(question, &revision.system, words, hits, &rarity))
        })
        .collect()
}

/// The meanings of the question that each sentence has.
fn hits<'q>(question: &'q Question, words: &[SentenceWords]) -> Vec<(usize, BTreeSet<&'q str>)> {
    words
        .iter()
        .enumerate()
        .filter_map(|(index, sentence)| {
            let has = sentence.meanings(all_meanings);
            let shared: BTreeSet<&str> = question
                .meanings
                .iter()
                .filter(|meaning| has.contains(*meaning))
                .map(String::as_str)
                .collect();
            (!shared.is_empty()).then_some((index, shared))
        })
        .collect()
}

fn scored(
    question: &Question,
    system: &SystemText,
    words: &[SentenceWords],
    hits: &[(usize, BTreeSet<&str>)],
    rarity: &dyn Fn(&str) -> f64,
) -> Scored {
    let mut best: BTreeMap<&str, f64> = BTreeMap::new();
    let mut reasons: Vec<(f64, usize)> = Vec::new();
    for (index, shared) in hits {
        let Some(sentence) = words.get(*index) else {
            continue;
        };
        let weight = weight(&sentence.section);
        let mut points = 0.0;
        for meaning in shared {
            let value = weight * rarity(meaning);
            points += value;
            let known = best.entry(meaning).or_default();
            *known = known.max(value);
        }
        reasons.push((points, *index));
    }
    let raw: f64 = best.values().sum();
    let mut score = (1.0 - (-1.4 * raw).exp()) * people_factor(question, words);
    if !system.number.is_empty() && names_number(&question.numbers, &system.number) {
        // Who names the system means it.
        score = 1.0;
    }
    Scored { score, reasons: quotes(words, reasons) }
}

fn names_number(text: &str, number: &str) -> bool {
    let number = number.to_uppercase();
    let bare = number.rsplit(' ').next().unwrap_or(&number);
    text.contains(&number)
        || (bare.len() >= 6 && bare.chars().any(|c| c.is_ascii_digit()) && text.contains(bare))
}

/// Lowers a system that is about other people than the words: a customer's survey is not in the employees' system.
fn people_factor(question: &Question, words: &[SentenceWords]) -> f64 {
    let about: BTreeSet<&str> = words
        .iter()
        .filter(|sentence| matches!(sentence.section.as_str(), "categories_of_individuals" | "retrieval"))
        .flat_map(|sentence| sentence.meanings(all_meanings).iter())
        .filter_map(|meaning| meaning.strip_prefix('@'))
        .collect();
    if about.is_empty() {
        return 1.0;
    }
    let staff = |people: &BTreeSet<&str>| people.contains("employee") || people.contains("applicant");
    if question.people.is_empty() {
        // Who does not say that he is of the staff is taken as one of the public.
        return if staff(&about) && !about.contains("customer") && !about.contains("beneficiary") {
            0.6
        } else {
            1.0
        };
    }
    let shared = question.people.iter().any(|people| about.contains(people.as_str()));
    if shared { 1.0 } else { 0.35 }
}

/// The best sentence of each section, the best section first.
fn quotes(words: &[SentenceWords], mut found: Vec<(f64, usize)>) -> Vec<Reason> {
    found.sort_by(|(left, at_left), (right, at_right)| right.total_cmp(left).then(at_left.cmp(at_right)));
    let mut reasons: Vec<Reason> = Vec::new();
    for (_, index) in found {
        let Some(sentence) = words.get(index) else {
            continue;
        };
        if sentence.section == "name" || reasons.iter().any(|reason| reason.section == sentence.section) {
            continue;
        }
        reasons.push(Reason { section: sentence.section.clone(), quote: sentence.text.clone() });
    }
    reasons.truncate(3);
    reasons
}

/// The sentence that says that records are found by a company.
pub(super) fn company_sentence(system: &SystemText) -> Option<String> {
    let retrieval = system.section("retrieval")?;
    crate::notices::sentences(retrieval)
        .into_iter()
        .find(|sentence| field().company.meanings(&stems(sentence)).contains("words"))
        .map(str::to_owned)
}
