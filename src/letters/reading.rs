//! How hard a letter is to read: the Flesch–Kincaid grade of its prose.
//!
//! Headings, addresses and the salutation are no prose, and are left out. Syllables are counted by vowels, as such measures
//! do; a number or a citation counts as a word of one syllable.

use super::checks::sentences_of;
use super::{BlockStyle, Letter};

/// The grade up to which a letter to the public may read (plain-language aim of the product).
pub(super) const AIM: f64 = 9.0;

/// The Flesch–Kincaid grade of the letter's prose: 8.0 is the eighth school year. Nothing to read is grade 0.
pub fn reading_grade(letter: &Letter) -> f64 {
    let prose: Vec<String> = letter
        .blocks
        .iter()
        .filter(|block| matches!(block.style, BlockStyle::Paragraph | BlockStyle::List))
        .filter(|block| block.clause != "opening.salutation")
        .flat_map(|block| &block.text)
        .flat_map(|text| sentences_of(text))
        .collect();
    grade_of(&prose)
}

fn grade_of(sentences: &[String]) -> f64 {
    let words: Vec<&str> = sentences
        .iter()
        .flat_map(|sentence| sentence.split_whitespace())
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .collect();
    if words.is_empty() {
        return 0.0;
    }
    let syllables: usize = words.iter().map(|word| syllables(word)).sum();
    let words = words.len() as f64;
    (0.39 * words / sentences.len() as f64 + 11.8 * syllables as f64 / words - 15.59).max(0.0)
}

/// The syllables of an English word: groups of vowels, less a silent e at the end.
fn syllables(word: &str) -> usize {
    let letters: Vec<char> = super::wording::bare(word).chars().filter(|c| c.is_alphabetic()).collect();
    if word.chars().any(|c| c.is_ascii_digit()) || letters.is_empty() {
        return 1;
    }
    let vowel = |c: &char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let groups =
        letters.chunk_by(|a, b| vowel(a) == vowel(b)).filter(|group| group.iter().all(vowel)).count();
    let silent = match letters.as_slice() {
        [.., before, 'e'] => !vowel(before) && *before != 'l',
        [.., before, 'e', 'd'] => !matches!(before, 't' | 'd') && !vowel(before),
        _ => false,
    };
    groups.saturating_sub(usize::from(silent)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_counted_as_they_are_spoken() {
        for (word, count) in [
            ("we", 1),
            ("letter", 2),
            ("record", 2),
            ("decide", 2),
            ("changed", 1),
            ("granted", 2),
            ("disagreement", 4),
            ("table", 2),
            ("266.5(b)(2)", 1),
            ("the", 1),
        ] {
            assert_eq!(syllables(word), count, "{word}");
        }
    }

    #[test]
    fn the_grade_tells_plain_words_from_official_ones() {
        let plain = ["We did not change the record.".to_owned(), "You may write to us.".to_owned()];
        let official = ["The determination regarding your application for amendment of the aforementioned documentation, \
                         having been considered pursuant to applicable regulations, is unfavorable."
            .to_owned()];
        assert!(grade_of(&plain) < 3.0, "{}", grade_of(&plain));
        assert!(grade_of(&official) > 16.0, "{}", grade_of(&official));
        assert!(grade_of(&[]) == 0.0);
    }
}
