//! How a letter spells dates, amounts and counts, and how free text is made ready for a letter.

use chrono::NaiveDate;
use minijinja::{Error, ErrorKind};
use unicode_normalization::UnicodeNormalization;

use super::fonts::needs_shaping;

/// `2026-11-05` → `November 5, 2026`.
pub(super) fn date_words(iso: String) -> Result<String, Error> {
    NaiveDate::parse_from_str(&iso, "%Y-%m-%d")
        .map(long_date)
        .map_err(|_| Error::new(ErrorKind::InvalidOperation, format!("“{iso}” is not a date")))
}

/// `November 5, 2026`.
pub(super) fn long_date(date: NaiveDate) -> String {
    date.format("%B %-d, %Y").to_string()
}

/// Cents → `$1.20`.
pub(super) fn dollars(cents: u32) -> String {
    format!("${}.{:02}", cents / 100, cents % 100)
}

/// `1 page`, `12 pages`.
pub(super) fn pages(count: u32) -> String {
    if count == 1 { "1 page".to_owned() } else { format!("{count} pages") }
}

/// A phrase as a sentence: a capital first, a full stop last.
pub(super) fn sentence(phrase: String) -> String {
    sentence_start(sentence_end(phrase))
}

/// A phrase as the beginning of a sentence.
pub(super) fn sentence_start(phrase: String) -> String {
    let mut letters = phrase.chars();
    match letters.next() {
        Some(first) => format!("{}{}", first.to_uppercase(), letters.as_str()),
        None => phrase,
    }
}

/// A phrase as the end of a sentence.
pub(super) fn sentence_end(phrase: String) -> String {
    if phrase.ends_with(['.', '!', '?']) || phrase.is_empty() { phrase } else { format!("{phrase}.") }
}

/// A value for a cell of a table, in which a stroke would part it in two.
pub(super) fn cell(value: String) -> String {
    value.replace('|', "/")
}

/// One line of composed characters with single spaces, so that pasted text cannot break a list or a font.
pub(super) fn tidy(text: &str) -> String {
    let mut before = ' ';
    let composed: String = text
        .nfc()
        .filter(|c| !c.is_control() || c.is_whitespace())
        .filter(|c| {
            // In Persian or Sinhala two of the invisible characters are spelling; everywhere else all are dust.
            let spelling = matches!(c, '\u{200c}' | '\u{200d}') && needs_shaping(before);
            before = *c;
            spelling || !is_invisible(*c)
        })
        .collect();
    composed.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether it prints nothing: soft hyphens, joiners, marks of order.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
    )
}

/// Single spaces, none before a stop: a clause may be broken over lines where its author likes.
pub(super) fn close_up(text: &str) -> String {
    let spaced = text.split_whitespace().collect::<Vec<_>>().join(" ");
    spaced.replace(" .", ".").replace(" ,", ",")
}

/// Letters without their marks, in lower case: `Hašek` → `hasek`, for finding a name however it is spelled.
pub(super) fn bare(text: &str) -> String {
    text.nfd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'ł' => 'l',
            'ø' => 'o',
            'đ' => 'd',
            'ı' => 'i',
            '’' | 'ʼ' => '\'',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_amounts_and_counts_read_as_people_write_them() {
        assert_eq!(date_words("2026-11-05".to_owned()).unwrap(), "November 5, 2026");
        assert!(date_words("5/11/2026".to_owned()).is_err());
        assert_eq!(dollars(120), "$1.20");
        assert_eq!(dollars(5), "$0.05");
        assert_eq!(pages(1), "1 page");
        assert_eq!(pages(0), "0 pages");
        assert_eq!(sentence("the record is right".to_owned()), "The record is right.");
        assert_eq!(sentence("Is it?".to_owned()), "Is it?");
    }

    #[test]
    fn pasted_text_becomes_one_line_of_composed_characters() {
        assert_eq!(tidy("Nguye\u{302}\u{303}n\r\n  Thị\tLinh\u{7}"), "Nguyễn Thị Linh");
        assert_eq!(bare("Okonkwo-Hašek, Łukasiewicz, Şahin"), "okonkwo-hasek, lukasiewicz, sahin");
    }
}
