//! Which system of records a request is about, and which office it goes to, with the sentence of the notice that
//! says so.
//!
//! Pure: the catalogue, the requester's words and the date come in as arguments. A person always confirms.

mod offices;
mod score;
mod words;

use chrono::NaiveDate;
use serde::Serialize;

pub use offices::{ParticularAsked, particulars_asked, particulars_missing};

use crate::law::{AgencyId, Kind, Office};
use crate::notices::{Catalogue, NotificationRule, Revision, SystemText, stems};
use score::{Question, Scored};

/// What is to be routed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RouteQuestion<'a> {
    /// Whose systems.
    pub agency: &'a AgencyId,
    /// What is asked.
    pub kind: Kind,
    /// The requester's own words.
    pub text: &'a str,
    /// The names of the particulars that the requester gave (`name`, `address`, `ssn`, `chat_date` …).
    pub particulars_given: &'a [String],
    /// The day of receipt: the revision in force on it is used.
    pub on: NaiveDate,
}

/// The answer: candidates, best first, and where to turn if none fits.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct RouteAnswer {
    /// Systems that may hold the record, best first.
    pub candidates: Vec<Candidate>,
    /// The agency's privacy office with the reason, where no system fits, or where the words speak of a government-wide
    /// system besides: those records are held here, and another agency rules them.
    pub fallback: Option<Fallback>,
}

/// A system that may hold the record.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Candidate {
    /// The system's number.
    pub system: String,
    /// Its name.
    pub name: String,
    /// How well the words fit, 0 to 1.
    pub score: f64,
    /// The office that the notice names for this subject matter and kind.
    pub office: String,
    /// Its postal address.
    pub address: String,
    /// The system manager, where the notice names another office to write to.
    pub copy_to: Option<String>,
    /// Why, in the notice's own sentences.
    pub reasons: Vec<Reason>,
    /// What the notice asks that the requester did not give.
    pub particulars_missing: Vec<String>,
    /// The citation of the procedure: notice and regulation.
    pub cite: String,
}

/// One sentence of a notice that speaks for a system or an office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Reason {
    /// The section's key.
    pub section: String,
    /// The sentence.
    pub quote: String,
}

/// Where to turn when no system fits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Fallback {
    /// The office.
    pub office: String,
    /// Its postal address.
    pub address: String,
    /// Why no system was chosen.
    pub why: String,
}

/// The least score at which a system is offered.
const LEAST: f64 = 0.2;
/// The most systems that are offered.
const MOST: usize = 8;

/// Ranks the agency's systems, as in force on the day, by how well they fit the requester's words.
///
/// `privacy_office` is where to turn when none fits.
pub fn route(question: &RouteQuestion<'_>, catalogue: &Catalogue, privacy_office: &Office) -> RouteAnswer {
    let asked = Question::of(question.text);
    let systems: Vec<_> = catalogue.in_force_with_words(question.agency.as_str(), question.on).collect();
    let turn_to = |why: String| Fallback {
        office: privacy_office.title.clone(),
        address: privacy_office.address.join(", "),
        why,
    };
    let fallback = |why: String| RouteAnswer { candidates: Vec::new(), fallback: Some(turn_to(why)) };
    if systems.is_empty() {
        return fallback(format!(
            "The catalogue holds no system of records of “{}”. Import its notices, or ask the privacy office.",
            question.agency
        ));
    }
    let mut scored: Vec<(&Revision, Scored)> =
        score::all(&asked, &systems).into_iter().filter(|(_, scored)| scored.score >= LEAST).collect();
    scored.sort_by(|(_, left), (_, right)| right.score.total_cmp(&left.score));
    scored.truncate(MOST);
    if scored.is_empty() {
        return fallback(asked.why_none(question.text, question.agency.as_str()));
    }
    if asked.is_about_a_company() {
        let sentence = scored.iter().find_map(|(revision, _)| score::company_sentence(&revision.system));
        return fallback(format!(
            "The words ask for data on a company. Data that are found by a company, and not by an identifier of a person, \
             are no record in a system of records (5 U.S.C. 552a(a)(5)).{}",
            sentence.map(|sentence| format!(" The notice says: “{sentence}”")).unwrap_or_default()
        ));
    }
    RouteAnswer {
        candidates: scored
            .into_iter()
            .map(|(revision, scored)| candidate(question, revision, scored))
            .collect(),
        fallback: Question::held_for_another(question.text, question.agency.as_str()).map(turn_to),
    }
}

/// The part of a system's notification procedure that fits the words: the office to write to, and what it asks.
pub fn notification_rule<'s>(system: &'s SystemText, text: &str) -> Option<&'s NotificationRule> {
    offices::rule_for(system, &stems(text))
}

fn candidate(question: &RouteQuestion<'_>, revision: &Revision, scored: Scored) -> Candidate {
    let system = &revision.system;
    let rule = offices::rule_for(system, &stems(question.text));
    let manager = system.managers.first();
    let mut reasons = scored.reasons;
    let (office, address) = match (rule, manager) {
        (Some(rule), _) => {
            reasons.push(Reason { section: section_of(system, &rule.quote), quote: rule.quote.clone() });
            (rule.office.clone(), rule.address.clone())
        }
        (None, Some(manager)) => (manager.title.clone(), manager.address.clone()),
        (None, None) => (String::new(), String::new()),
    };
    let copy_to = manager
        .filter(|manager| !manager.title.is_empty() && manager.title != office)
        .map(|manager| format!("{}, {}", manager.title, manager.address));
    Candidate {
        system: system.number.clone(),
        name: system.name.clone(),
        score: (scored.score * 100.0).round() / 100.0,
        office,
        address,
        copy_to,
        reasons,
        particulars_missing: rule
            .map(|rule| offices::particulars_missing(rule, question.particulars_given))
            .unwrap_or_default(),
        cite: cite(question.kind, revision, system),
    }
}

/// The section that the sentence stands in: where notification only points to access, it is the section on access.
fn section_of(system: &SystemText, quote: &str) -> String {
    let within = system.sections.iter().find(|section| section.text.contains(quote));
    within.map_or("notification_procedure", |section| section.key.as_str()).to_owned()
}

/// The notice, and the regulations that its procedure for this kind of request cites.
fn cite(kind: Kind, revision: &Revision, system: &SystemText) -> String {
    let regulations = match kind {
        Kind::Amendment => &system.contest_cites,
        Kind::Notification | Kind::Access | Kind::Accounting => &system.access_cites,
    };
    let notice = match &revision.cite {
        Some(cite) => format!("{}, {cite}", system.number),
        None => format!("{}, revision of {}", system.number, revision.effective_from),
    };
    std::iter::once(notice).chain(regulations.iter().cloned()).collect::<Vec<_>>().join("; ")
}
