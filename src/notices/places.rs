//! Where each understood fact stands in the published words.
//!
//! A fact is not always printed as it is kept: `552a(j) and (k)` gives two citations, a title may stand within an
//! address. Its place is the shortest stretch of the section that has all of its words.

use std::collections::HashMap;

use super::heading;
use super::model::{Place, SystemText};
use super::particulars::{is_evidence, particulars};
use super::sentences::sentences;

/// The most facts of one system whose places are looked for; no notice that a person wrote has as many.
const MOST_FACTS: usize = 2_000;
/// How often the rarest word of a fact is followed up.
const MOST_STARTS: usize = 400;

/// The places of all facts of a system that its sections have.
pub(crate) fn of(system: &SystemText) -> Vec<Place> {
    let mut finder = Finder { system, sections: HashMap::new(), places: Vec::new() };
    finder.all();
    finder.places
}

/// The words of a text without its signs, in small letters, each with the characters that it takes.
struct Words {
    all: Vec<(String, usize, usize)>,
    index: HashMap<String, Vec<usize>>,
}

impl Words {
    fn of(text: &str) -> Self {
        let all = folded(text);
        let mut index: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, (word, _, _)) in all.iter().enumerate() {
            index.entry(word.clone()).or_default().push(at);
        }
        Self { all, index }
    }

    /// The shortest stretch with all words of a fact, as a range of characters.
    fn stretch(&self, fact: &str) -> Option<(usize, usize)> {
        let mut wanted: HashMap<String, usize> = HashMap::new();
        let mut count = 0;
        for (word, _, _) in folded(fact) {
            *wanted.entry(word).or_default() += 1;
            count += 1;
        }
        let rarest = wanted.keys().min_by_key(|word| self.index.get(*word).map_or(0, Vec::len))?;
        let reach = count * 3 + 24;
        let mut best: Option<(usize, usize)> = None;
        for at in self.index.get(rarest)?.iter().take(MOST_STARTS) {
            let around = at.saturating_sub(reach)..(at + reach + 1).min(self.all.len());
            if let Some((from, to)) = self.shortest(around, &wanted, count)
                && best.is_none_or(|(start, end)| to - from < end - start)
            {
                best = Some((from, to));
            }
        }
        let (from, to) = best?;
        Some((self.all.get(from)?.1, self.all.get(to)?.2))
    }

    /// The shortest run of words within a range that has every wanted word as often as it is wanted.
    fn shortest(
        &self,
        range: std::ops::Range<usize>,
        wanted: &HashMap<String, usize>,
        count: usize,
    ) -> Option<(usize, usize)> {
        let mut have: HashMap<&str, usize> = HashMap::new();
        let mut matched = 0;
        let mut from = range.start;
        let mut best: Option<(usize, usize)> = None;
        for to in range {
            let word = self.all.get(to)?.0.as_str();
            if let Some(need) = wanted.get(word) {
                let had = have.entry(word).or_default();
                *had += 1;
                if *had <= *need {
                    matched += 1;
                }
            }
            while matched == count {
                if best.is_none_or(|(start, end)| to - from < end - start) {
                    best = Some((from, to));
                }
                let first = self.all.get(from)?.0.as_str();
                if let Some(need) = wanted.get(first) {
                    let had = have.entry(first).or_default();
                    if *had <= *need {
                        matched -= 1;
                    }
                    *had = had.saturating_sub(1);
                }
                from += 1;
            }
        }
        best
    }
}

/// The words of a text as they are compared, each with the characters that it takes.
fn folded(text: &str) -> Vec<(String, usize, usize)> {
    let mut words: Vec<(String, usize, usize)> = Vec::new();
    let mut open: Option<(String, usize)> = None;
    let mut at = 0;
    for c in text.chars() {
        if c.is_alphanumeric() {
            open.get_or_insert_with(|| (String::new(), at)).0.extend(c.to_lowercase());
        } else if let Some((word, from)) = open.take() {
            words.push((word, from, at));
        }
        at += 1;
    }
    if let Some((word, from)) = open {
        words.push((word, from, at));
    }
    words
}

struct Finder<'s> {
    system: &'s SystemText,
    sections: HashMap<&'static str, Option<Words>>,
    places: Vec<Place>,
}

/// The sections that a procedure may stand in, its own first.
const NOTIFICATION: &[&str] =
    &["notification_procedure", "record_access_procedures", "contesting_record_procedures"];
const ACCESS: &[&str] =
    &["record_access_procedures", "notification_procedure", "contesting_record_procedures"];
const CONTEST: &[&str] =
    &["contesting_record_procedures", "record_access_procedures", "notification_procedure"];

impl Finder<'_> {
    fn all(&mut self) {
        let system = self.system;
        for (at, manager) in system.managers.iter().enumerate() {
            let whole = format!("{} {}", manager.title, manager.address);
            if !self.find(&format!("managers/{at}"), &whole, &["system_manager"]) {
                self.find(&format!("managers/{at}"), &manager.title, &["system_manager"]);
            }
            if let Some(scope) = &manager.scope {
                self.find(&format!("managers/{at}/scope"), scope, &["system_manager"]);
            }
        }
        self.list("locations", &system.locations, &["system_location"]);
        for (at, rule) in system.notification.iter().enumerate() {
            let fact = format!("notification/{at}");
            self.find(&fact, &rule.quote, NOTIFICATION);
            if !self.find(&format!("{fact}/office"), &rule.office, NOTIFICATION) || rule.resolved {
                self.find(&format!("{fact}/office"), &rule.office, &["system_manager"]);
            }
            if let Some(subject) = &rule.subject {
                self.find(&format!("{fact}/subject"), subject, NOTIFICATION);
            }
            for (index, particular) in rule.particulars.iter().enumerate() {
                let fact = format!("{fact}/particulars/{index}");
                if !self.find(&fact, particular, NOTIFICATION) && is_evidence(particular) {
                    self.evidence(&fact, particular);
                }
            }
        }
        self.list("retrieval_identifiers", &system.retrieval_identifiers, &["retrieval"]);
        self.list("access_cites", &system.access_cites, ACCESS);
        self.list("contest_cites", &system.contest_cites, CONTEST);
        self.list("exemptions", &system.exemptions, &["exemptions"]);
        self.list("history", &system.history, &["history"]);
    }

    fn list(&mut self, name: &str, facts: &[String], sections: &[&'static str]) {
        for (at, fact) in facts.iter().enumerate() {
            self.find(&format!("{name}/{at}"), fact, sections);
        }
    }

    /// Notes the place of a fact in the first of the sections that has it.
    fn find(&mut self, fact: &str, words: &str, sections: &[&'static str]) -> bool {
        if self.places.len() >= MOST_FACTS {
            return false;
        }
        for &key in sections {
            let system = self.system;
            let known = self.sections.entry(key).or_insert_with(|| system.section(key).map(Words::of));
            if let Some((start, end)) = known.as_ref().and_then(|known| known.stretch(words)) {
                self.places.push(Place { fact: fact.to_owned(), section: key.to_owned(), start, end });
                return true;
            }
        }
        false
    }

    /// Proof of identity is kept in one form of words for all; its place is the sentence that asks for it.
    fn evidence(&mut self, fact: &str, particular: &str) {
        for &key in NOTIFICATION {
            let Some(text) = self.system.section(key) else { continue };
            let asks = sentences(text)
                .into_iter()
                .find(|sentence| particulars(sentence).iter().any(|asked| asked == particular));
            if let Some(sentence) = asks {
                self.find(fact, sentence, &[key]);
                return;
            }
        }
    }
}

/// The published words of a place; nothing where it lies outside of its section.
pub(crate) fn words<'s>(system: &'s SystemText, place: &Place) -> Option<&'s str> {
    let text = system.section(heading::key(&place.section)?)?;
    let byte = |wanted: usize| text.char_indices().map(|(at, _)| at).chain([text.len()]).nth(wanted);
    text.get(byte(place.start)?..byte(place.end)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shortest_stretch_with_all_words_is_found() {
        let text =
            "Under 5 U.S.C. 552a(j) and (k), and 39 CFR 266.9, that “Officer” — Chief, Lamp Branch, 1 Quay.";
        let words = Words::of(text);
        let found = |fact: &str| {
            words
                .stretch(fact)
                .map(|(start, end)| text.chars().skip(start).take(end - start).collect::<String>())
        };
        assert_eq!(found("5 U.S.C. 552a(k)").as_deref(), Some("5 U.S.C. 552a(j) and (k"));
        assert_eq!(found("39 CFR 266.9").as_deref(), Some("39 CFR 266.9"));
        assert_eq!(found("chief, lamp branch").as_deref(), Some("Chief, Lamp Branch"));
        assert_eq!(found("nobody"), None);
    }
}
