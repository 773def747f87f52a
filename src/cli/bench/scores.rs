//! How well notices are understood, field by field, against what a person read by hand.
//!
//! Shared by `docket bench notices` and the tests, so that both measure the same thing.

use docket::notices::{SystemText, number_key};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What was right of what was found, and of what was wanted.
#[derive(Debug, Default, Clone, Copy)]
pub struct Score {
    /// Found and wanted.
    pub right: f64,
    /// Found.
    pub found: f64,
    /// Wanted.
    pub wanted: f64,
}

impl Score {
    /// The share of what was found that is right; all, where nothing was found.
    pub fn precision(&self) -> f64 {
        if self.found == 0.0 { 1.0 } else { self.right / self.found }
    }

    /// The share of what was wanted that was found; all, where nothing was wanted.
    pub fn recall(&self) -> f64 {
        if self.wanted == 0.0 { 1.0 } else { self.right / self.wanted }
    }
}

/// The scores of all fields, and one line for each difference.
#[derive(Debug, Default)]
pub struct Scores {
    /// By field.
    pub fields: BTreeMap<&'static str, Score>,
    /// `FRTIB-1 offices: missed […], too much […]`.
    pub differences: Vec<String>,
}

fn words(text: &str) -> BTreeSet<String> {
    text.to_lowercase()
        .replace(['–', '‑'], "-")
        .split(|c: char| !(c.is_alphanumeric() || c == '-'))
        .filter(|word| !word.is_empty() && !matches!(*word, "the" | "a" | "an" | "of" | "or" | "and"))
        .map(str::to_owned)
        .collect()
}

/// The share of words that two phrases have in common.
pub fn alike(left: &str, right: &str) -> f64 {
    let (left, right) = (words(left), words(right));
    if left.is_empty() && right.is_empty() {
        return 1.0;
    }
    left.intersection(&right).count() as f64 / left.union(&right).count().max(1) as f64
}

fn strings(value: &Value) -> Option<Vec<String>> {
    value.as_array().map(|list| list.iter().filter_map(|item| item.as_str().map(str::to_owned)).collect())
}

/// A text of the truth; empty where it has none.
pub fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_default()
}

impl Scores {
    /// Pairs each wanted phrase with the best found one that is left, and counts the pairs that are alike enough.
    fn compare(&mut self, field: &'static str, found: &[String], wanted: &[String], id: &str) {
        let mut left: Vec<&String> = found.iter().collect();
        let mut right = 0.0;
        let mut missed = Vec::new();
        for phrase in wanted {
            let best = left
                .iter()
                .enumerate()
                .map(|(index, other)| (alike(phrase, other), index))
                .max_by(|(left, _), (right, _)| left.total_cmp(right))
                .filter(|(points, _)| *points >= 0.6);
            match best {
                Some((_, index)) => {
                    left.remove(index);
                    right += 1.0;
                }
                None => missed.push(phrase),
            }
        }
        if !(missed.is_empty() && left.is_empty()) {
            self.differences.push(format!("{id} {field}: missed {missed:?}, too much {left:?}"));
        }
        let score = self.fields.entry(field).or_default();
        score.right += right;
        score.found += found.len() as f64;
        score.wanted += wanted.len() as f64;
    }

    /// Adds one system: what was read of it, or nothing, against the truth.
    pub fn add(&mut self, system: Option<&SystemText>, truth: &Value) {
        let empty = SystemText::default();
        let system = system.unwrap_or(&empty);
        let id = text(truth, "system_number");
        let same = number_key(&system.number) == number_key(id);
        let number = if same {
            vec![id.to_owned()]
        } else {
            Vec::from_iter((!system.number.is_empty()).then(|| system.number.clone()))
        };
        self.compare("number", &number, &[id.to_owned()], id);
        let name = Vec::from_iter((!system.name.is_empty()).then(|| system.name.clone()));
        self.compare("name", &name, &[text(truth, "system_name").to_owned()], id);
        self.managers(system, truth, id);
        self.offices(system, &truth["notification"], id);
        for (field, key, found) in [
            ("access cites", "access_procedure_cites", &system.access_cites),
            ("contest cites", "contest_procedure_cites", &system.contest_cites),
            ("exemptions", "exemptions", &system.exemptions),
            ("history", "history", &system.history),
            ("retrieval", "retrieval_identifiers", &system.retrieval_identifiers),
        ] {
            if let Some(wanted) = strings(&truth[key]) {
                self.compare(field, found, &wanted, id);
            }
        }
    }

    fn managers(&mut self, system: &SystemText, truth: &Value, id: &str) {
        let Some(managers) = truth["managers"].as_array() else { return };
        let wanted: Vec<_> =
            managers.iter().map(|one| format!("{} {}", text(one, "title"), text(one, "address"))).collect();
        let found: Vec<_> =
            system.managers.iter().map(|one| format!("{} {}", one.title, one.address)).collect();
        self.compare("managers", &found, &wanted, id);
        let wanted: Vec<_> = managers.iter().map(|one| text(one, "title").to_owned()).collect();
        let found: Vec<_> = system.managers.iter().map(|one| one.title.clone()).collect();
        self.compare("manager titles", &found, &wanted, id);
        let wanted: Vec<_> =
            managers.iter().filter_map(|one| one["scope"].as_str().map(str::to_owned)).collect();
        let found: Vec<_> = system.managers.iter().filter_map(|one| one.scope.clone()).collect();
        self.compare("manager scopes", &found, &wanted, id);
    }

    fn offices(&mut self, system: &SystemText, notification: &Value, id: &str) {
        if let Some(addressees) = notification["addressees"].as_array() {
            let manager = system.managers.first().map(|one| one.title.clone()).unwrap_or_default();
            let wanted: Vec<_> = addressees
                .iter()
                .map(|one| match (text(one, "to"), text(one, "resolved_to")) {
                    ("system manager", "system manager") => manager.clone(),
                    ("system manager", resolved) if !resolved.is_empty() => resolved.to_owned(),
                    (to, _) => to.to_owned(),
                })
                .collect();
            let found: Vec<_> = system.notification.iter().map(|rule| rule.office.clone()).collect();
            self.compare("offices", &found, &wanted, id);
            let wanted: Vec<_> =
                addressees.iter().filter_map(|one| one["address"].as_str().map(str::to_owned)).collect();
            let found: Vec<_> = addressees
                .iter()
                .zip(&system.notification)
                .filter(|(one, _)| one["address"].is_string())
                .map(|(one, rule)| {
                    // The truth gives the manager's whole block where the title stands within it.
                    let both = format!("{}, {}", rule.office, rule.address);
                    if alike(&both, text(one, "address")) > alike(&rule.address, text(one, "address")) {
                        both
                    } else {
                        rule.address.clone()
                    }
                })
                .collect();
            self.compare("office addresses", &found, &wanted, id);
        }
        if let Some(wanted) = strings(&notification["required_particulars"]) {
            let mut found: Vec<String> = Vec::new();
            for particular in system.notification.iter().flat_map(|rule| &rule.particulars) {
                if !found.contains(particular) {
                    found.push(particular.clone());
                }
            }
            self.compare("particulars", &found, &wanted, id);
        }
    }
}
