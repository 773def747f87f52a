//! How well the reader understands the development set, field by field, against what a person read by hand.

use docket::notices::{self, ReadNotice, SystemText, number_key};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Default)]
struct Score {
    right: f64,
    found: f64,
    wanted: f64,
}

impl Score {
    fn precision(&self) -> f64 {
        if self.found == 0.0 { 1.0 } else { self.right / self.found }
    }

    fn recall(&self) -> f64 {
        if self.wanted == 0.0 { 1.0 } else { self.right / self.wanted }
    }
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
fn alike(left: &str, right: &str) -> f64 {
    let (left, right) = (words(left), words(right));
    if left.is_empty() && right.is_empty() {
        return 1.0;
    }
    left.intersection(&right).count() as f64 / left.union(&right).count().max(1) as f64
}

/// Pairs each wanted phrase with the best found one that is left, and counts the pairs that are alike enough.
fn compare(
    scores: &mut BTreeMap<&'static str, Score>,
    field: &'static str,
    found: &[String],
    wanted: &[String],
    id: &str,
) {
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
        println!("  {id} {field}: missed {missed:?}, too much {left:?}");
    }
    let score = scores.entry(field).or_default();
    score.right += right;
    score.found += found.len() as f64;
    score.wanted += wanted.len() as f64;
}

fn strings(value: &Value) -> Option<Vec<String>> {
    value.as_array().map(|list| list.iter().filter_map(|item| item.as_str().map(str::to_owned)).collect())
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_default()
}

fn compare_system(scores: &mut BTreeMap<&'static str, Score>, system: Option<&SystemText>, truth: &Value) {
    let empty = SystemText::default();
    let system = system.unwrap_or(&empty);
    let id = text(truth, "system_number");
    let same = number_key(&system.number) == number_key(id);
    let number = if same {
        vec![id.to_owned()]
    } else {
        Vec::from_iter((!system.number.is_empty()).then(|| system.number.clone()))
    };
    compare(scores, "number", &number, &[id.to_owned()], id);
    compare(scores, "name", std::slice::from_ref(&system.name), &[text(truth, "system_name").to_owned()], id);
    if let Some(managers) = truth["managers"].as_array() {
        let wanted: Vec<_> =
            managers.iter().map(|one| format!("{} {}", text(one, "title"), text(one, "address"))).collect();
        let found: Vec<_> =
            system.managers.iter().map(|one| format!("{} {}", one.title, one.address)).collect();
        compare(scores, "managers", &found, &wanted, id);
        let wanted: Vec<_> = managers.iter().map(|one| text(one, "title").to_owned()).collect();
        let found: Vec<_> = system.managers.iter().map(|one| one.title.clone()).collect();
        compare(scores, "manager titles", &found, &wanted, id);
    }
    let notification = &truth["notification"];
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
        compare(scores, "offices", &found, &wanted, id);
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
        compare(scores, "office addresses", &found, &wanted, id);
    }
    if let Some(wanted) = strings(&notification["required_particulars"]) {
        let mut found: Vec<String> = Vec::new();
        for particular in system.notification.iter().flat_map(|rule| &rule.particulars) {
            if !found.contains(particular) {
                found.push(particular.clone());
            }
        }
        compare(scores, "particulars", &found, &wanted, id);
    }
    for (field, key, found) in [
        ("access cites", "access_procedure_cites", &system.access_cites),
        ("contest cites", "contest_procedure_cites", &system.contest_cites),
        ("exemptions", "exemptions", &system.exemptions),
        ("history", "history", &system.history),
        ("retrieval", "retrieval_identifiers", &system.retrieval_identifiers),
    ] {
        if let Some(wanted) = strings(&truth[key]) {
            compare(scores, field, found, &wanted, id);
        }
    }
}

#[test]
fn the_development_set_is_understood() {
    let Some(folder) = super::shared() else { return };
    let truth = std::fs::read_to_string(folder.join("truth.jsonl")).expect("the truth");
    let mut notices: BTreeMap<String, Option<ReadNotice>> = BTreeMap::new();
    let mut scores = BTreeMap::new();
    for line in truth.lines().filter(|line| !line.trim().is_empty()) {
        let truth: Value = serde_json::from_str(line).expect("an object");
        let file = text(&truth, "file").to_owned();
        let notice = notices.entry(file.clone()).or_insert_with(|| {
            let bytes = std::fs::read(folder.join(&file)).expect("the notice can be opened");
            notices::read_bytes(&file, &bytes).map_err(|refusal| println!("{refusal}")).ok()
        });
        let wanted = number_key(text(&truth, "system_number"));
        let system = notice
            .as_ref()
            .and_then(|notice| notice.systems.iter().find(|system| number_key(&system.number) == wanted));
        compare_system(&mut scores, system, &truth);
    }
    println!("{:<18}{:>10}{:>10}", "field", "precision", "recall");
    let mut low = Vec::new();
    for (field, score) in &scores {
        println!("{field:<18}{:>10.3}{:>10.3}", score.precision(), score.recall());
        let floor = FLOORS.iter().find(|(name, _)| name == field).map_or(0.95, |(_, floor)| *floor);
        if score.precision() < floor || score.recall() < floor {
            low.push(field);
        }
    }
    assert!(low.is_empty(), "below the measured floor: {low:?}");
}

/// What was measured where it is below 0.95; a change may raise a floor, never lower it.
const FLOORS: &[(&str, f64)] = &[];

#[test]
fn what_describes_no_system_is_refused() {
    let Some(folder) = super::shared() else { return };
    for name in ["real/FRTIB-MATCHING-2021.md", "real/HUD-VA-MATCHING-2016.xml"] {
        let bytes = std::fs::read(folder.join(name)).expect("opened");
        let refusal = notices::read_bytes(name, &bytes).expect_err(name);
        assert!(refusal.0.contains("matching program"), "{refusal}");
    }
}

/// The name lines of notices in every style, split by hand into name and number.
#[test]
fn name_lines_are_split_as_a_person_does() {
    let Some(folder) = super::shared() else { return };
    let lines = std::fs::read_to_string(folder.join("truth_names.jsonl")).expect("the truth");
    let (mut right, mut all) = (0, 0);
    for line in lines.lines().filter(|line| !line.trim().is_empty()) {
        let truth: Value = serde_json::from_str(line).expect("an object");
        let raw = text(&truth, "raw");
        let notice = format!(
            "SYSTEM NAME AND NUMBER: {raw}\n\nSYSTEM LOCATION: Here.\n\nSTORAGE: Paper.\n\nHISTORY: None.\n"
        );
        let read = notices::read_text("name.txt", &notice).expect("read");
        let system = &truth["systems"][0];
        let (name, number) = (text(system, "system_name"), text(system, "system_number"));
        let found = &read.systems[0];
        all += 1;
        if number_key(&found.number) == number_key(number) && alike(&found.name, name) > 0.9 {
            right += 1;
        } else {
            println!("  {raw}: {:?} {:?}", found.name, found.number);
        }
    }
    println!("name lines: {right} of {all}");
    assert!(right * 100 >= all * 90);
}

/// How long the development set takes; the limit for a release build is a second for a hundred notices.
#[test]
fn a_notice_is_read_in_little_time() {
    let Some(folder) = super::shared() else { return };
    let mut texts = Vec::new();
    for sub in ["", "real", "real/openings"] {
        for entry in std::fs::read_dir(folder.join(sub)).expect("a folder") {
            let path = entry.expect("an entry").path();
            let known = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
            if path.is_file() && ["txt", "xml", "md"].contains(&known) && !path.ends_with("README.md") {
                texts.push(std::fs::read(&path).expect("opened"));
            }
        }
    }
    let start = std::time::Instant::now();
    for bytes in &texts {
        let _ = notices::read_bytes("timed", bytes);
    }
    let each = start.elapsed() / u32::try_from(texts.len()).expect("few");
    println!("{} notices, {each:?} each", texts.len());
    // Without optimisation on a shared machine.
    assert!(each.as_millis() < 1500, "{each:?}");
}
