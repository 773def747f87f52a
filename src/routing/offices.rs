//! Within a system: which office the subject matter goes to, and which particulars are still missing.

use std::collections::BTreeSet;

use super::words::{field, is_common, particular_key};
use crate::notices::{NotificationRule, SystemText, is_evidence, stems};

/// The rule whose subject matter fits the words; else the rule for every other matter.
pub(super) fn rule_for<'s>(system: &'s SystemText, question: &[String]) -> Option<&'s NotificationRule> {
    let fitting = system
        .notification
        .iter()
        .filter_map(|rule| {
            let points = subject_points(rule.subject.as_deref()?, question);
            (points > 0).then_some((points, rule))
        })
        .max_by_key(|(points, _)| *points)
        .map(|(_, rule)| rule);
    fitting
        .or_else(|| system.notification.iter().find(|rule| rule.subject.is_none()))
        .or_else(|| system.notification.first())
}

/// How many meanings and stems the words share with a subject; none where they name what the subject excludes.
fn subject_points(subject: &str, question: &[String]) -> usize {
    let lower = subject.to_lowercase();
    // `studies involving information not collected through an examination` excludes examinations.
    let (positive, negative) = lower.split_once(" not ").unwrap_or((&lower, ""));
    let meanings = |stems: &[String]| -> BTreeSet<String> {
        let concepts = field().concepts.meanings(stems).into_iter().map(str::to_owned);
        concepts.chain(stems.iter().filter(|stem| !is_common(stem)).cloned()).collect()
    };
    let asked = meanings(question);
    let excluded: BTreeSet<String> =
        meanings(&stems(negative)).into_iter().filter(|word| word != "collect").collect();
    if asked.intersection(&excluded).next().is_some() {
        return 0;
    }
    let weak = ["involv", "pertain", "collect"];
    asked.intersection(&meanings(&stems(positive))).filter(|word| !weak.contains(&word.as_str())).count()
}

/// A particular that a notice asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParticularAsked {
    /// As the notice words it.
    pub words: String,
    /// Whether the requester gave it.
    pub given: bool,
}

/// What the rule asks so that the record can be found, and whether it was given. Proof of identity is another matter and
/// not counted, nor is what is asked in some cases only.
///
/// `given` holds the names of the particulars that the requester gave (`name`, `address`, `ssn`, …).
pub fn particulars_asked(rule: &NotificationRule, given: &[String]) -> Vec<ParticularAsked> {
    let given: BTreeSet<String> = given.iter().map(|name| particular_key(name)).collect();
    let asked: Vec<&String> = rule.particulars.iter().filter(|particular| !is_evidence(particular)).collect();
    let mut list = Vec::new();
    for (index, particular) in asked.iter().enumerate() {
        let met = |particular: &str| alternatives(particular).iter().any(|key| given.contains(key));
        if is_open(particular) || is_conditional(particular) {
            // `SSN, or other information that will identify them`: the one before stands for both.
            continue;
        }
        let open_follows = asked.get(index + 1).is_some_and(|next| is_open(next));
        let any_identifier = given.iter().any(|key| key != "name");
        list.push(ParticularAsked {
            words: if open_follows {
                format!("{particular} or other identifying information")
            } else {
                (*particular).clone()
            },
            given: met(particular) || (open_follows && any_identifier),
        });
    }
    list
}

/// What the rule asks that was not given, as the notice words it.
///
/// `given` holds the names of the particulars that the requester gave (`name`, `address`, `ssn`, …).
pub fn particulars_missing(rule: &NotificationRule, given: &[String]) -> Vec<String> {
    let asked = particulars_asked(rule, given).into_iter();
    asked.filter(|particular| !particular.given).map(|particular| particular.words).collect()
}

fn is_open(particular: &str) -> bool {
    let lower = particular.to_lowercase();
    lower.starts_with("other ") || lower.starts_with("any other ")
}

/// Asked only in some cases, such as of someone who acts for another.
fn is_conditional(particular: &str) -> bool {
    let lower = particular.to_lowercase();
    lower.contains("if necessary")
        || lower.contains("if applicable")
        || lower.contains("if acting")
        || lower.contains("if known")
}

/// The keys any of which meets a particular: `Candidate Number, Employee Number, or respondent code` has three.
fn alternatives(particular: &str) -> Vec<String> {
    let mut keys = vec![particular_key(particular)];
    for part in particular.split([',', '/']) {
        for part in part.split(" or ") {
            let part = part.trim().trim_start_matches("or ").trim();
            if part.len() > 2 {
                keys.push(particular_key(part));
            }
        }
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(particulars: &[&str]) -> NotificationRule {
        NotificationRule {
            subject: None,
            office: "Office".into(),
            address: "1 Nowhere Street".into(),
            particulars: particulars.iter().map(|&text| text.to_owned()).collect(),
            quote: String::new(),
            resolved: false,
        }
    }

    fn given(names: &[&str]) -> Vec<String> {
        names.iter().map(|&name| name.to_owned()).collect()
    }

    #[test]
    fn the_ssn_or_any_other_identifier_will_do() {
        let rule = rule(&[
            "name",
            "SSN",
            "other information that may be in this system of records that will identify them",
            "notarized statement or certification of identity (by mail)",
        ]);
        assert!(particulars_missing(&rule, &given(&["name", "ssn"])).is_empty());
        assert!(particulars_missing(&rule, &given(&["name", "chat_date"])).is_empty());
        assert_eq!(particulars_missing(&rule, &given(&["name"])), ["SSN or other identifying information"]);
    }

    #[test]
    fn one_of_several_numbers_will_do() {
        let rule = rule(&[
            "full name",
            "Candidate Identification Number, Employee Identification Number, or respondent identification code",
            "date and location of participation",
        ]);
        assert_eq!(
            particulars_missing(&rule, &given(&["name", "ein"])),
            ["date and location of participation"]
        );
        assert!(particulars_missing(&rule, &given(&["name", "respondent_code", "participation"])).is_empty());
    }
}
