//! `docket bench notices`: how well and how fast notices are read, beside what a plain reader makes of the same files.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Instant;

use docket::error::{Code, Refusal};
use docket::notices::{self, Manager, NotificationRule, ReadNotice, SystemText, number_key};
use regex::Regex;
use serde_json::{Value, json};

use super::scores::{Score, Scores, text};

/// How often each file is read for the speed.
const ROUNDS: usize = 10;

/// Scores a folder with `truth.jsonl`, which names the notices beside it.
///
/// # Errors
/// A sentence, where the folder or one of its files cannot be read.
pub fn notices(truth: Option<PathBuf>) -> Result<Value, Refusal> {
    let folder = truth.unwrap_or_else(|| {
        let shared =
            std::env::var_os("DOCKET_SHARED").map_or_else(|| PathBuf::from("../shared"), PathBuf::from);
        shared.join("notices")
    });
    let lines = open(&folder.join("truth.jsonl"))?;
    let lines = String::from_utf8_lossy(&lines).into_owned();
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    let mut truths = Vec::new();
    for line in lines.lines().filter(|line| !line.trim().is_empty()) {
        let truth: Value = serde_json::from_str(line).map_err(|_| {
            Refusal::new(Code::BadInput, "A line of truth.jsonl is no JSON. Nothing was measured.")
        })?;
        let file = text(&truth, "file").to_owned();
        if !files.contains_key(&file) {
            let bytes = open(&folder.join(&file))?;
            files.insert(file.clone(), bytes);
        }
        truths.push((file, truth));
    }
    let read: BTreeMap<&str, Vec<SystemText>> = files
        .iter()
        .map(|(name, bytes)| {
            (name.as_str(), notices::read_bytes(name, bytes).map(systems).unwrap_or_default())
        })
        .collect();
    let plain: BTreeMap<&str, Vec<SystemText>> =
        files.iter().map(|(name, bytes)| (name.as_str(), plainly(&String::from_utf8_lossy(bytes)))).collect();
    let (own, other) = (scored(&truths, &read), scored(&truths, &plain));
    let begun = Instant::now();
    for _ in 0..ROUNDS {
        for (name, bytes) in &files {
            // Only the time counts here.
            let _ = notices::read_bytes(name, bytes);
        }
    }
    let seconds = begun.elapsed().as_secs_f64();
    let times = ROUNDS * files.len();
    let bytes: usize = files.values().map(Vec::len).sum::<usize>() * ROUNDS;
    Ok(json!({
        "systems": truths.len(),
        "files": files.len(),
        "fields": fields(&own, &other),
        "differences": own.differences,
        "notices_per_second": (times as f64 / seconds).round(),
        "seconds_per_hundred": (seconds / times as f64 * 1e5).round() / 1e3,
        "megabytes_per_second": (bytes as f64 / seconds / 1e4).round() / 100.0,
    }))
}

/// The figures as a table for people.
pub fn table(measured: &Value) -> String {
    let mut lines = vec![format!(
        "{} systems in {} files; precision and recall, and those of a plain reader that splits at headings",
        measured["systems"], measured["files"]
    )];
    lines.push(format!(
        "{:<18}{:>10}{:>8}{:>16}{:>8}",
        "field", "precision", "recall", "plain: precision", "recall"
    ));
    for field in measured["fields"].as_array().into_iter().flatten() {
        let figure = |key: &str| field[key].as_f64().unwrap_or_default();
        lines.push(format!(
            "{:<18}{:>10.3}{:>8.3}{:>16.3}{:>8.3}",
            text(field, "field"),
            figure("precision"),
            figure("recall"),
            figure("plain_precision"),
            figure("plain_recall"),
        ));
    }
    for difference in measured["differences"].as_array().into_iter().flatten() {
        lines.push(format!("  {}", difference.as_str().unwrap_or_default()));
    }
    lines.push(format!(
        "{} notices a second, {} s for a hundred, {} MB a second",
        measured["notices_per_second"], measured["seconds_per_hundred"], measured["megabytes_per_second"]
    ));
    lines.join("\n")
}

fn open(path: &Path) -> Result<Vec<u8>, Refusal> {
    std::fs::read(path).map_err(|_| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        Refusal::bad_input(
            "truth",
            format!("{name} could not be opened in the folder of the truth. Name the folder with --truth."),
        )
    })
}

fn systems(read: ReadNotice) -> Vec<SystemText> {
    read.systems
}

fn scored(truths: &[(String, Value)], read: &BTreeMap<&str, Vec<SystemText>>) -> Scores {
    let mut scores = Scores::default();
    for (file, truth) in truths {
        let wanted = number_key(text(truth, "system_number"));
        let found = read.get(file.as_str()).and_then(|systems| {
            let same = systems.iter().find(|system| number_key(&system.number) == wanted);
            same.or_else(|| systems.first().filter(|_| systems.len() == 1))
        });
        scores.add(found, truth);
    }
    scores
}

fn fields(own: &Scores, other: &Scores) -> Vec<Value> {
    own.fields
        .iter()
        .map(|(field, score)| {
            let plain = other.fields.get(field).copied().unwrap_or(Score::default());
            json!({
                "field": field, "precision": score.precision(), "recall": score.recall(),
                "plain_precision": plain.precision(), "plain_recall": plain.recall(),
            })
        })
        .collect()
}

/// What a plain reader finds: the text split at the headings of OMB Circular A-108, each section one fact, citations by
/// their look. The yardstick for what the understanding is worth.
fn plainly(words: &str) -> Vec<SystemText> {
    let compiled = |pattern: &str| Regex::new(pattern).ok();
    let patterns = (
        compiled(r"<[^>\n]*>|\*\*"),
        compiled(
            r"(?im)^[ \t]*(system name(?: and number)?|system location|system manager[^:\n]{0,30}|notification procedures?|record access procedures?|contesting records? procedures?|exemptions?[^:\n]{0,60}|history|(?:policies and practices for )?retriev[^:\n]{0,40}|[A-Z][A-Za-z ,()/]{6,90}):",
        ),
        compiled(r"\d+ (?:CFR|U\.S\.C\.) (?:part )?[\d.]+[a-z]?(?:\([0-9a-z]+\))*"),
        compiled(r"\d+ FR \d+"),
    );
    let (Some(tags), Some(heading), Some(cite), Some(register)) = patterns else { return Vec::new() };
    let words = tags.replace_all(words, "").into_owned();
    let found: Vec<_> = heading.captures_iter(&words).collect();
    let mut systems: Vec<SystemText> = Vec::new();
    for (index, at) in found.iter().enumerate() {
        let name = at.get(1).map_or("", |name| name.as_str()).to_lowercase();
        let from = at.get(0).map_or(0, |whole| whole.end());
        let to = found.get(index + 1).and_then(|next| next.get(0)).map_or(words.len(), |next| next.start());
        let section =
            words.get(from..to).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
        let all = |pattern: &Regex| pattern.find_iter(&section).map(|one| one.as_str().to_owned()).collect();
        if name.starts_with("system name") {
            let (first, rest) = section.split_once(", ").unwrap_or(("", section.as_str()));
            systems.push(SystemText {
                number: first.to_owned(),
                name: rest.to_owned(),
                ..SystemText::default()
            });
            continue;
        }
        let Some(system) = systems.last_mut() else { continue };
        let halves = section.split_once(", ").unwrap_or((section.as_str(), ""));
        let (title, address) = (halves.0.to_owned(), halves.1.to_owned());
        match name.as_str() {
            _ if name.starts_with("system manager") => {
                system.managers = vec![Manager { title, address, scope: None }];
            }
            _ if name.starts_with("notification") => {
                system.notification = vec![NotificationRule {
                    subject: None,
                    office: title,
                    address,
                    particulars: Vec::new(),
                    quote: section.clone(),
                    resolved: false,
                }];
            }
            _ if name.contains("retriev") => {
                system.retrieval_identifiers = section.split(',').map(|one| one.trim().to_owned()).collect();
            }
            _ if name.starts_with("record access") => system.access_cites = all(&cite),
            _ if name.starts_with("contesting") => system.contest_cites = all(&cite),
            _ if name.starts_with("exemption") => system.exemptions = all(&cite),
            "history" => system.history = all(&register),
            _ => {}
        }
    }
    systems
}
