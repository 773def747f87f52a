//! English phrases in which something varies, and their Spanish: `{count} calendar days` is `{count} días calendario`.
//!
//! What varies stands in braces under the name of its kind, with a number where a phrase has two of a kind.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Spanish, folded, long_date, paginas};
use crate::letters::LetterError;

/// A phrase in which something varies.
#[derive(Debug)]
pub(super) struct Pattern {
    english: Vec<Piece>,
    spanish: Vec<Piece>,
}

#[derive(Debug)]
enum Piece {
    /// Words that stand as they are.
    Words(String),
    /// What varies, by its name.
    Slot(String, Kind),
}

/// What can vary.
#[derive(Debug, Clone, Copy)]
enum Kind {
    /// `12`.
    Count,
    /// `1 page`, `12 pages`.
    Pages,
    /// `$1.20`.
    Amount,
    /// `December 2, 2026`.
    Day,
    /// Paragraphs, which have figures and are cited alike in both languages.
    Cites,
    /// A phrase that has Spanish of its own.
    Phrase,
    /// What somebody typed, which stays as it is between quotation marks.
    Typed,
}

impl Pattern {
    /// The pattern of an English phrase and its Spanish.
    pub(super) fn new(english: &str, spanish: &str) -> Result<Self, LetterError> {
        let bad = || {
            LetterError::new(format!(
                "The pattern “{english}” of “spanish.toml” and its Spanish do not have the same parts in braces, or have one \
                 of no known kind. Correct that file."
            ))
        };
        let pattern =
            Self { english: pieces(english).ok_or_else(bad)?, spanish: pieces(spanish).ok_or_else(bad)? };
        if names(&pattern.english) == names(&pattern.spanish) { Ok(pattern) } else { Err(bad()) }
    }

    /// The Spanish of a phrase of this pattern; nothing where it is none.
    pub(super) fn put(&self, english: &str, known: &Spanish) -> Option<String> {
        let mut found = BTreeMap::new();
        if !fits(&self.english, english, known, &mut found) {
            return None;
        }
        let said = |piece: &Piece| match piece {
            Piece::Words(words) => words.clone(),
            Piece::Slot(name, _) => found.get(name.as_str()).cloned().unwrap_or_default(),
        };
        Some(self.spanish.iter().map(said).collect())
    }
}

/// Whether the words are those of the pieces; `found` then has what varies, in Spanish, by its name.
fn fits<'p>(
    pieces: &'p [Piece],
    english: &str,
    known: &Spanish,
    found: &mut BTreeMap<&'p str, String>,
) -> bool {
    let Some((first, rest)) = pieces.split_first() else { return english.is_empty() };
    match first {
        Piece::Words(words) => {
            english.strip_prefix(words.as_str()).is_some_and(|left| fits(rest, left, known, found))
        }
        Piece::Slot(name, kind) => {
            let ends = english.char_indices().map(|(at, _)| at).skip(1).chain([english.len()]);
            for end in ends {
                let (varies, left) = english.split_at(end);
                if fits(rest, left, known, found)
                    && let Some(spanish) = kind.spanish(varies, known)
                {
                    found.insert(name.as_str(), spanish);
                    return true;
                }
            }
            false
        }
    }
}

impl Kind {
    fn named(name: &str) -> Option<Self> {
        Some(match name.trim_end_matches(|c: char| c.is_ascii_digit()) {
            "count" => Self::Count,
            "pages" => Self::Pages,
            "amount" => Self::Amount,
            "day" => Self::Day,
            "cites" => Self::Cites,
            "phrase" => Self::Phrase,
            "typed" => Self::Typed,
            _ => return None,
        })
    }

    /// The Spanish of what varies; nothing where it is not of this kind.
    fn spanish(self, english: &str, known: &Spanish) -> Option<String> {
        let figures = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
        match self {
            Self::Count => figures(english).then(|| english.to_owned()),
            Self::Pages => {
                let (count, _) =
                    english.split_once(' ').filter(|(_, word)| matches!(*word, "page" | "pages"))?;
                count.parse::<u32>().ok().map(paginas)
            }
            Self::Amount => {
                let (dollars, cents) = english.strip_prefix('$')?.split_once('.')?;
                (figures(dollars) && figures(cents)).then(|| english.to_owned())
            }
            Self::Day => NaiveDate::parse_from_str(english, "%B %d, %Y").ok().map(long_date),
            Self::Cites => english.contains(|c: char| c.is_ascii_digit()).then(|| english.to_owned()),
            // Only whole phrases: a pattern in a pattern would be sought for ever longer.
            Self::Phrase => known.phrases.get(&folded(english)).cloned(),
            Self::Typed => (!english.trim().is_empty()).then(|| format!("“{english}”")),
        }
    }
}

/// The pieces of a text; nothing where a brace does not close, or has something of no known kind.
fn pieces(text: &str) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, left) = after.split_once('}')?;
        if !before.is_empty() {
            pieces.push(Piece::Words(before.to_owned()));
        }
        pieces.push(Piece::Slot(name.to_owned(), Kind::named(name)?));
        rest = left;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest.to_owned()));
    }
    Some(pieces)
}

/// The names of what varies, in the order of the alphabet.
fn names(pieces: &[Piece]) -> Vec<&str> {
    let mut names: Vec<&str> = pieces
        .iter()
        .filter_map(|piece| match piece {
            Piece::Words(_) => None,
            Piece::Slot(name, _) => Some(name.as_str()),
        })
        .collect();
    names.sort_unstable();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_and_its_spanish_have_the_same_parts_of_known_kinds() {
        assert!(Pattern::new("{count} days", "{count} días").is_ok());
        for (english, spanish) in [
            ("{count} days", "días"),
            ("{count} days", "{count} días, {count}"),
            ("{colour} days", "{colour} días"),
            ("{count days", "{count} días"),
        ] {
            assert!(Pattern::new(english, spanish).is_err(), "{english}");
        }
    }

    #[test]
    fn what_varies_is_taken_only_where_it_is_of_its_kind() {
        let known = Spanish::built_in().unwrap();
        let pattern = Pattern::new("{amount} for {pages} on {day}", "{pages}, {amount}, {day}").unwrap();
        assert_eq!(
            pattern.put("$1.20 for 12 pages on May 4, 2026", &known).as_deref(),
            Some("12 páginas, $1.20, 4 de mayo de 2026")
        );
        for other in
            ["$x for 12 pages on May 4, 2026", "$1.20 for 12 leaves on May 4, 2026", "$1.20 for 1 page"]
        {
            assert_eq!(pattern.put(other, &known), None, "{other}");
        }
    }
}
