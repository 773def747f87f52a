//! How words are found: without regard to case and accents, on both engines alike.
//!
//! The text is folded before it is stored, so neither engine's own idea of letters matters.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// How many words one search looks at; the longest ones, where more are given.
pub(super) const WORDS: usize = 8;

/// A text for searching: small letters, no accents, one space between words.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        for letter in word.nfkd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase) {
            match letter {
                'ł' => folded.push('l'),
                'ø' => folded.push('o'),
                'đ' | 'ð' => folded.push('d'),
                'ı' => folded.push('i'),
                'ß' => folded.push_str("ss"),
                'æ' => folded.push_str("ae"),
                'œ' => folded.push_str("oe"),
                'þ' => folded.push_str("th"),
                '’' | 'ʼ' => folded.push('\''),
                // Lowering a letter can leave a mark of its own: `İ` becomes `i` with a dot above.
                other if is_combining_mark(other) => {}
                other => folded.push(other),
            }
        }
    }
    folded
}

/// The words of a text as the library keeps and asks them: folded, letters and digits only.
pub(super) fn words(text: &str) -> Vec<String> {
    fold(text)
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// One word of a search in the library.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum SearchWord {
    /// A word of one or two letters: nearly every text has a word that begins so, so only numbers and names are asked.
    InTitle(String),
    /// A longer word, in every section.
    Anywhere(String),
}

impl SearchWord {
    /// The word itself.
    pub(super) fn text(&self) -> &str {
        match self {
            Self::InTitle(word) | Self::Anywhere(word) => word,
        }
    }
}

/// The words of a search in the library, the longest ones where there are many.
pub(super) fn asked(search: &str) -> Vec<SearchWord> {
    let mut asked = words(search);
    asked.sort_by_key(|word| (std::cmp::Reverse(word.chars().count()), word.clone()));
    asked.dedup();
    asked.truncate(WORDS);
    asked
        .into_iter()
        .map(|word| match word.chars().count() {
            0..=2 => SearchWord::InTitle(word),
            _ => SearchWord::Anywhere(word),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_as_a_plain_keyboard_types_them() {
        assert_eq!(fold("Okonkwo-Hašek"), "okonkwo-hasek");
        assert_eq!(fold("NGUYỄN  Thị"), "nguyen thi");
        assert_eq!(fold("Łukasiewicz"), "lukasiewicz");
        assert_eq!(fold("Şahin İpek"), "sahin ipek");
        assert_eq!(fold("O’Neill"), "o'neill");
        assert_eq!(fold("Straße"), "strasse");
    }
}
