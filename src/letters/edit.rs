//! A letter edited by hand: paragraphs in other words, and the marks of what was changed against the clauses.
//!
//! The checks read an edited letter like a composed one; nothing here decides whether it may be issued.

use serde::{Deserialize, Serialize};
use similar::{ChangeTag, TextDiff};

use super::compose::CELL;
use super::numbers::mask_ssns;
use super::wording::tidy;
use super::{Check, Letter, LetterBlock, LetterError};

/// Other words for one block of a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct BlockEdit {
    /// The id of the clause whose block it is.
    pub clause: String,
    /// The words; for a list, one string an item. Nothing at all takes the block out.
    pub text: Vec<String>,
    /// The words of the clause that were edited; empty where whoever edits means the clause as it reads now.
    pub was: Vec<String>,
}

/// What became of some words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// They stand as the clause has them.
    Kept,
    /// They were taken out.
    TakenOut,
    /// They were put in.
    PutIn,
}

/// Words with one mark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct MarkedWords {
    /// What became of them.
    pub mark: Mark,
    /// The words.
    pub text: String,
}

/// A block that reads differently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct BlockChange {
    /// The id of the clause.
    pub clause: String,
    /// The words in order, each with its mark.
    pub words: Vec<MarkedWords>,
}

impl Letter {
    /// The edits that fit, and those whose clause is not in the letter any more or reads otherwise than when it was edited.
    ///
    /// An edit of words that have changed since could bring an old date back, so a person looks at it again.
    pub fn sorted_edits(&self, edits: &[BlockEdit]) -> (Vec<BlockEdit>, Vec<BlockEdit>) {
        edits.iter().cloned().partition(|edit| {
            self.blocks
                .iter()
                .find(|block| block.clause == edit.clause)
                .is_some_and(|block| edit.was.is_empty() || edit.was == block.text)
        })
    }

    /// The edits with the words of the clauses that they are of, and without those that change nothing.
    pub fn grounded_edits(&self, edits: &[BlockEdit]) -> Vec<BlockEdit> {
        let grounded = edits.iter().filter_map(|edit| {
            let Some(block) = self.blocks.iter().find(|block| block.clause == edit.clause) else {
                return Some(edit.clone());
            };
            let was = if edit.was.is_empty() { block.text.clone() } else { edit.was.clone() };
            (edit.text != block.text).then(|| BlockEdit { was, ..edit.clone() })
        });
        grounded.collect()
    }

    /// The letter with some of its blocks in other words. Check it again before it is issued.
    ///
    /// # Errors
    /// When the letter has no such block; the sentence names it.
    pub fn edited(&self, edits: &[BlockEdit]) -> Result<Self, LetterError> {
        let mut letter = self.clone();
        for edit in edits {
            let Some(at) = letter.blocks.iter().position(|block| block.clause == edit.clause) else {
                return Err(LetterError::new(format!(
                    "The letter has no paragraph “{}”. Open the letter again and repeat the change. Nothing was lost.",
                    edit.clause
                )));
            };
            let text: Vec<String> =
                edit.text.iter().map(|text| tidied(text)).filter(|text| !text.is_empty()).collect();
            if text.is_empty() {
                letter.blocks.remove(at);
            } else {
                letter.blocks[at].text = text;
            }
        }
        Ok(letter)
    }

    /// The blocks that read otherwise than in `composed`, with a mark on every word; those that stand in only one of the
    /// two are wholly taken out or put in.
    pub fn changes_against(&self, composed: &Letter) -> Vec<BlockChange> {
        let find = |blocks: &[LetterBlock], clause: &str| {
            blocks
                .iter()
                .find(|block| block.clause == clause)
                .map(|block| block.text.join("\n"))
                .unwrap_or_default()
        };
        let added = self
            .blocks
            .iter()
            .filter(|block| !composed.blocks.iter().any(|before| before.clause == block.clause));
        composed
            .blocks
            .iter()
            .chain(added)
            .filter_map(|block| {
                let (before, after) =
                    (find(&composed.blocks, &block.clause), find(&self.blocks, &block.clause));
                (before != after)
                    .then(|| BlockChange { clause: block.clause.clone(), words: marked(&before, &after) })
            })
            .collect()
    }
}

/// Whether every edit is of words that the clauses still have; nothing where nobody edited anything.
pub fn check_edits(applied: &[BlockEdit], set_aside: &[BlockEdit]) -> Option<Check> {
    if applied.is_empty() && set_aside.is_empty() {
        return None;
    }
    let stale = set_aside.first().map(|edit| {
        let words = edit.text.first().map_or("the paragraph was taken out", String::as_str);
        mask_ssns(&format!("{}: {words}", edit.clause))
    });
    Some(Check {
        id: "edits-fit".to_owned(),
        what: "Every paragraph edited by hand was edited from the words that its clause has now.".to_owned(),
        cite: "office rule".to_owned(),
        passed: stale.is_none(),
        found: stale,
    })
}

/// A paragraph, or a row of a table with its cells parted as they were.
fn tidied(text: &str) -> String {
    let cells: Vec<String> = text.split(CELL).map(tidy).collect();
    if cells.iter().all(String::is_empty) { String::new() } else { cells.join(CELL) }
}

/// The words of two texts in order, neighbours with the same mark together.
fn marked(before: &str, after: &str) -> Vec<MarkedWords> {
    let diff = TextDiff::from_words(before, after);
    let mut words: Vec<MarkedWords> = Vec::new();
    for change in diff.iter_all_changes() {
        let mark = match change.tag() {
            ChangeTag::Equal => Mark::Kept,
            ChangeTag::Delete => Mark::TakenOut,
            ChangeTag::Insert => Mark::PutIn,
        };
        match words.last_mut() {
            Some(last) if last.mark == mark => last.text.push_str(change.value()),
            _ => words.push(MarkedWords { mark, text: change.value().to_owned() }),
        }
    }
    words
}
