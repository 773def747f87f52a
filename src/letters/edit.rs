//! A letter edited by hand: paragraphs in other words, and the marks of what was changed against the clauses.
//!
//! The checks read an edited letter like a composed one; nothing here decides whether it may be issued.

use serde::{Deserialize, Serialize};
use similar::{ChangeTag, TextDiff};

use super::wording::tidy;
use super::{Letter, LetterBlock, LetterError};

/// Other words for one block of a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct BlockEdit {
    /// The id of the clause whose block it is.
    pub clause: String,
    /// The words; for a list, one string an item. Nothing at all takes the block out.
    pub text: Vec<String>,
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
                edit.text.iter().map(|text| tidy(text)).filter(|text| !text.is_empty()).collect();
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
