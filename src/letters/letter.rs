//! A composed letter, and what its checks found.

use serde::{Deserialize, Serialize};

use super::{Language, LetterFacts, LetterKind};

/// A letter, ready for checking and for setting on pages.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Letter {
    /// What it is for.
    pub kind: LetterKind,
    /// Its language.
    pub language: Language,
    /// The title, which is its first heading and the title of the PDF.
    pub title: String,
    /// Headings, paragraphs and lists, in reading order, without letterhead and signature.
    pub blocks: Vec<LetterBlock>,
    /// What it was made from.
    pub facts: LetterFacts,
    /// The version of the clauses: the SHA-256 of their files, first 12 hexadecimal digits.
    pub clauses_version: String,
}

/// One paragraph, heading or list, with the clause that it came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct LetterBlock {
    /// The id of the clause.
    pub clause: String,
    /// How it is set.
    pub style: BlockStyle,
    /// The text; for a list, one string an item.
    pub text: Vec<String>,
    /// The paragraphs that prescribe it.
    pub cites: Vec<String>,
}

/// How a block is set and tagged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum BlockStyle {
    /// A heading within the letter (H2).
    Heading,
    /// A paragraph.
    Paragraph,
    /// A list.
    List,
    /// An address, line by line.
    Address,
    /// A table: one string a row, the first of them the heads, its cells parted by tabs.
    Table,
    /// Lines to be filled in by hand: one string a label.
    Fields,
}

/// The result of one check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Check {
    /// `no-blanks`, `official-named`, `no-appeal-in-deficiency` …
    pub id: String,
    /// What is checked, in words.
    pub what: String,
    /// The rule that asks it.
    pub cite: String,
    /// Whether the letter passes.
    pub passed: bool,
    /// The sentence at fault, or what is missing.
    pub found: Option<String>,
}
