//! A pattern that stands as a constant and is compiled on first use.
//!
//! The engine takes time linear in the text, so a hostile notice cannot make it run away.

use regex::{Captures, Regex};
use std::sync::OnceLock;

/// A constant pattern.
pub(crate) struct Pattern {
    text: &'static str,
    compiled: OnceLock<Option<Regex>>,
}

impl Pattern {
    /// Names a pattern; nothing is compiled yet.
    pub(crate) const fn new(text: &'static str) -> Self {
        Self { text, compiled: OnceLock::new() }
    }

    fn get(&self) -> Option<&Regex> {
        let compiled = self.compiled.get_or_init(|| Regex::new(self.text).ok()).as_ref();
        debug_assert!(compiled.is_some(), "this pattern does not compile: {}", self.text);
        compiled
    }

    /// Whether the text has it.
    pub(crate) fn is_in(&self, text: &str) -> bool {
        self.get().is_some_and(|regex| regex.is_match(text))
    }

    /// The first place, as a byte range.
    pub(crate) fn find(&self, text: &str) -> Option<(usize, usize)> {
        self.get()?.find(text).map(|found| (found.start(), found.end()))
    }

    /// The first place, with its groups.
    pub(crate) fn captures<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        self.get()?.captures(text)
    }

    /// Every place, with its groups.
    pub(crate) fn all<'t>(&self, text: &'t str) -> Vec<Captures<'t>> {
        self.get().map(|regex| regex.captures_iter(text).collect()).unwrap_or_default()
    }

    /// The text with every place replaced (`$1` names a group).
    pub(crate) fn replace(&self, text: &str, by: &str) -> String {
        self.get().map_or_else(|| text.to_owned(), |regex| regex.replace_all(text, by).into_owned())
    }

    /// The pieces between the places.
    pub(crate) fn split<'t>(&self, text: &'t str) -> Vec<&'t str> {
        self.get().map_or_else(|| vec![text], |regex| regex.split(text).collect())
    }
}

/// The group as text, empty where it did not take part.
pub(crate) fn group<'t>(captures: &Captures<'t>, index: usize) -> &'t str {
    captures.get(index).map_or("", |found| found.as_str())
}
