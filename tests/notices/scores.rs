//! How well the reader understands the development set, field by field, against what a person read by hand.

use docket::notices::{self, ReadNotice, number_key};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

use super::notice_scores::{Scores, alike, text};

/// Reads every notice that a truth names and scores it.
fn scored(folder: &Path) -> Scores {
    let truth = std::fs::read_to_string(folder.join("truth.jsonl")).expect("the truth");
    let mut notices: BTreeMap<String, Option<ReadNotice>> = BTreeMap::new();
    let mut scores = Scores::default();
    for line in truth.lines().filter(|line| !line.trim().is_empty()) {
        let truth: Value = serde_json::from_str(line).expect("an object");
        let file = text(&truth, "file").to_owned();
        let notice = notices.entry(file.clone()).or_insert_with(|| {
            let bytes = std::fs::read(folder.join(&file)).expect("the notice can be opened");
            notices::read_bytes(&file, &bytes).map_err(|refusal| println!("{refusal}")).ok()
        });
        let wanted = number_key(text(&truth, "system_number"));
        let found = notice.as_ref().and_then(|notice| {
            // A system whose number was not read is scored against the truth all the same.
            let same = notice.systems.iter().find(|system| number_key(&system.number) == wanted);
            same.or_else(|| notice.systems.first().filter(|_| notice.systems.len() == 1))
        });
        scores.add(found, &truth);
    }
    for difference in &scores.differences {
        println!("  {difference}");
    }
    println!("{:<18}{:>10}{:>10}", "field", "precision", "recall");
    for (field, score) in &scores.fields {
        println!("{field:<18}{:>10.3}{:>10.3}", score.precision(), score.recall());
    }
    scores
}

fn assert_limits(scores: &Scores) {
    let limit = |field: &str| if matches!(field, "number" | "managers" | "offices") { 0.97 } else { 0.95 };
    let low: Vec<_> = scores
        .fields
        .iter()
        .filter(|(field, score)| score.precision().min(score.recall()) < limit(field))
        .map(|(field, _)| field)
        .collect();
    assert!(low.is_empty(), "below the limit: {low:?}");
}

#[test]
fn the_development_set_is_understood() {
    let Some(folder) = super::shared() else { return };
    assert_limits(&scored(&folder));
}

/// Invented systems in the manner of some fifty agencies, each in its own form of words.
#[test]
fn the_manners_of_many_agencies_are_understood() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/notices/agencies");
    assert_limits(&scored(Path::new(folder)));
}

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
