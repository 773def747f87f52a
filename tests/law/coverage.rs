//! No paragraph of the regulations without a rule and a test, or a stated reason.

use std::{collections::BTreeSet, env, fs, path::Path, path::PathBuf};

use docket::law::{Covered, coverage, coverage_page};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The file that a reference names, and the words that must stand in it.
fn resolve(reference: &str) -> (PathBuf, &str) {
    let (file, words) = reference.split_once(": ").unwrap_or_else(|| panic!("“{reference}” names no file"));
    let folders = ["", "src/law/rulebooks", "tests", "tests/law"];
    let found = folders.iter().map(|folder| root().join(folder).join(file)).find(|path| path.is_file());
    (found.unwrap_or_else(|| panic!("“{reference}”: there is no such file")), words)
}

#[test]
fn every_paragraph_has_a_rule_and_a_test_or_a_reason() {
    let paragraphs = coverage().unwrap();
    let mut seen = BTreeSet::new();
    for paragraph in &paragraphs {
        let Covered { at, gist, rule, test, reason } = paragraph;
        assert!(seen.insert(at.clone()), "{at} stands twice");
        assert!(!gist.is_empty(), "{at} says nothing");
        match (rule, test, reason) {
            (Some(rule), Some(test), None) => {
                for reference in [rule, test] {
                    let (file, words) = resolve(reference);
                    assert!(
                        fs::read_to_string(file).unwrap().contains(words),
                        "{at}: “{reference}” is not there"
                    );
                }
            }
            (None, None, Some(reason)) => assert!(reason.ends_with('.'), "{at}: {reason}"),
            _ => panic!("{at} needs a rule and a test, or a reason"),
        }
    }
}

#[test]
fn the_page_is_what_the_register_makes() {
    let page = coverage_page(&coverage().unwrap());
    let path = root().join("docs/coverage.md");
    if env::var_os("DOCKET_WRITE_PAGES").is_some() {
        fs::create_dir_all(root().join("docs")).unwrap();
        fs::write(&path, &page).unwrap();
    }
    let written = fs::read_to_string(path).unwrap_or_default();
    assert!(
        written == page,
        "docs/coverage.md is stale: run this test with DOCKET_WRITE_PAGES=1 and commit the page"
    );
}

#[test]
fn no_paragraph_of_the_regulations_is_forgotten() {
    let shared = env::var_os("DOCKET_SHARED").map_or_else(|| root().join("../shared"), PathBuf::from);
    let folder = shared.join("regulations");
    if !folder.is_dir() {
        println!("skipped: the texts of the regulations are not here");
        return;
    }
    let register: Vec<String> = coverage().unwrap().into_iter().map(|paragraph| paragraph.at).collect();
    let mut checked = 0;
    for (file, title, first, last) in
        [("39-cfr-266.md", "39 CFR", (266, 3), (266, 8)), ("20-cfr-401.md", "20 CFR", (401, 40), (401, 100))]
    {
        let text = fs::read_to_string(folder.join(file)).unwrap();
        for (section, path) in paragraphs(&text) {
            let (part, number) = section.split_once('.').unwrap();
            let place: (u32, u32) = (part.parse().unwrap(), number.parse().unwrap());
            if (first..=last).contains(&place) {
                let at = format!("{title} {section}{path}");
                // Spoken for by itself, by what stands over it, or by all that stands beneath it.
                let spoken_for = register.iter().any(|entry| covers(entry, &at) || covers(&at, entry));
                assert!(spoken_for, "{at} is not in the register");
                checked += 1;
            }
        }
    }
    for (letter, count) in [("b", 12), ("c", 4), ("d", 5)] {
        for number in 1..=count {
            let at = format!("5 U.S.C. 552a({letter})({number})");
            assert!(register.iter().any(|entry| covers(entry, &at) || covers(&at, entry)), "{at}");
            checked += 1;
        }
    }
    assert!(checked > 200, "only {checked} paragraphs were found");
}

/// Whether an entry speaks for a paragraph: the same, or one that stands over it.
fn covers(entry: &str, at: &str) -> bool {
    at.strip_prefix(entry).is_some_and(|rest| rest.is_empty() || rest.starts_with('('))
}

/// The sections and paragraphs of a text in which a paragraph is indented by one space for each level.
fn paragraphs(text: &str) -> Vec<(String, String)> {
    let (mut section, mut path, mut found) = (String::new(), Vec::<String>::new(), Vec::new());
    for line in text.lines() {
        if let Some(heading) = line.strip_prefix("## § ") {
            section = heading.split_whitespace().next().unwrap_or_default().trim_end_matches('.').to_owned();
            path.clear();
            found.push((section.clone(), String::new()));
            continue;
        }
        let level = line.len() - line.trim_start().len();
        let Some((mark, rest)) = line.trim_start().strip_prefix('(').and_then(|open| open.split_once(')'))
        else {
            continue;
        };
        if section.is_empty() || mark.len() > 5 {
            continue;
        }
        path.truncate(level);
        path.push(mark.to_owned());
        found.push((section.clone(), path.iter().map(|mark| format!("({mark})")).collect()));
        // A heading may be followed by its first paragraph on the same line.
        for first in ["(1)", "(i)"] {
            if rest.contains(&format!("-{first} ")) || rest.contains(&format!(". {first} ")) {
                path.push(first.trim_matches(['(', ')']).to_owned());
                found.push((section.clone(), path.iter().map(|mark| format!("({mark})")).collect()));
                break;
            }
        }
    }
    found
}
