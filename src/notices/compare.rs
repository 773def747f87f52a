//! What changed between two revisions, word by word.

use serde::Serialize;
use similar::{Algorithm, ChangeTag, capture_diff_slices};

use super::model::{Section, SystemText};

/// A run of words in two texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Run {
    /// Whether the words are in both texts, only in the older, or only in the newer.
    pub side: Side,
    /// The words with the white space between them.
    pub text: String,
}

/// Where a run of words stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// In both.
    Both,
    /// Only in the older.
    Older,
    /// Only in the newer.
    Newer,
}

/// One section in two revisions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct SectionChange {
    /// The section's key.
    pub key: String,
    /// The heading as the newer revision prints it, or the older where the newer lacks the section.
    pub heading: String,
    /// Whether any word differs.
    pub changed: bool,
    /// The words of both, in reading order.
    pub runs: Vec<Run>,
}

/// Compares two revisions section by section, word by word, in the printed order of the newer.
pub fn compare(older: &SystemText, newer: &SystemText) -> Vec<SectionChange> {
    let mut changes: Vec<SectionChange> = newer
        .sections
        .iter()
        .map(|section| change(older.section(&section.key), Some(section.text.as_str()), section))
        .collect();
    // A section that only the older has stands after the one that it followed there.
    for (index, section) in older.sections.iter().enumerate() {
        if newer.section(&section.key).is_some() {
            continue;
        }
        let before = index.checked_sub(1).and_then(|before| older.sections.get(before));
        let place = before
            .and_then(|before| changes.iter().position(|change| change.key == before.key))
            .map_or(0, |position| position + 1);
        changes.insert(place, change(Some(section.text.as_str()), None, section));
    }
    changes
}

fn change(older: Option<&str>, newer: Option<&str>, section: &Section) -> SectionChange {
    let (older, newer) = (older.unwrap_or_default(), newer.unwrap_or_default());
    let runs = runs(older, newer);
    SectionChange {
        key: section.key.clone(),
        heading: section.heading.clone(),
        changed: runs.iter().any(|run| run.side != Side::Both),
        runs,
    }
}

/// The most words that are compared one by one; a longer text is compared by sentences.
const MOST_WORDS: usize = 20_000;

fn runs(older: &str, newer: &str) -> Vec<Run> {
    if older == newer {
        return if older.is_empty() {
            Vec::new()
        } else {
            vec![Run { side: Side::Both, text: older.to_owned() }]
        };
    }
    let many = older.len().max(newer.len()) > MOST_WORDS * 6;
    let (before, after) = (tokens(older, many), tokens(newer, many));
    let mut runs: Vec<Run> = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &before, &after) {
        for change in op.iter_changes(&before, &after) {
            let side = match change.tag() {
                ChangeTag::Equal => Side::Both,
                ChangeTag::Delete => Side::Older,
                ChangeTag::Insert => Side::Newer,
            };
            match runs.last_mut() {
                Some(last) if last.side == side => last.text.push_str(change.value_ref()),
                _ => runs.push(Run { side, text: (*change.value_ref()).to_owned() }),
            }
        }
    }
    runs
}

/// Words with the white space after them, or whole sentences where there are many.
fn tokens(text: &str, sentences: bool) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut start = 0;
    let mut space = false;
    for (at, c) in text.char_indices() {
        let ends = space && !c.is_whitespace();
        let stop = !sentences || text.get(..at).is_some_and(|head| head.trim_end().ends_with(['.', ';']));
        if ends && stop {
            tokens.extend(text.get(start..at));
            start = at;
        }
        space = c.is_whitespace();
    }
    tokens.extend(text.get(start..).filter(|rest| !rest.is_empty()));
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    fn system(sections: &[(&str, &str)]) -> SystemText {
        SystemText {
            sections: sections
                .iter()
                .map(|(key, text)| Section {
                    key: (*key).into(),
                    heading: key.to_uppercase(),
                    text: (*text).into(),
                })
                .collect(),
            ..SystemText::default()
        }
    }

    #[test]
    fn changed_words_are_marked_and_the_rest_is_kept() {
        let older = system(&[("storage", "Paper and tape."), ("reason", "Gone."), ("history", "None.")]);
        let newer = system(&[("storage", "Paper and digital files."), ("history", "None.")]);
        let changes = compare(&older, &newer);
        assert_eq!(
            changes.iter().map(|change| change.key.as_str()).collect::<Vec<_>>(),
            ["storage", "reason", "history"]
        );
        let text = |side: Side| {
            changes[0]
                .runs
                .iter()
                .filter(|run| run.side == side)
                .map(|run| run.text.as_str())
                .collect::<String>()
        };
        assert_eq!(text(Side::Older).trim(), "tape.");
        assert_eq!(text(Side::Newer).trim(), "digital files.");
        assert!(changes[1].changed && !changes[2].changed);
        for (index, whole) in ["Paper and tape.", "Gone."].iter().enumerate() {
            let kept: String = changes[index]
                .runs
                .iter()
                .filter(|run| run.side != Side::Newer)
                .map(|run| run.text.as_str())
                .collect();
            assert_eq!(kept, *whole);
        }
    }

    #[test]
    fn ten_thousand_words_are_compared_in_bounded_time() {
        let older: String = (0..10_000).map(|n| format!("word{n} ")).collect();
        let newer: String =
            (0..10_000).map(|n| format!("word{} ", if n % 3 == 0 { n + 20_000 } else { n })).collect();
        let changes = compare(&system(&[("storage", &older)]), &system(&[("storage", &newer)]));
        assert!(changes[0].changed);
    }
}
