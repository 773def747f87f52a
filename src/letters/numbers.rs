//! Social Security numbers: found in every spelling, and never printed (Social Security Number Fraud Prevention Act of 2017).
//!
//! A plain run of nine digits counts as one: a letter never needs another number of that length outside an address.

use std::ops::Range;

/// What stands in a letter where the case has a Social Security number.
pub(super) const MASK: &str = "(number not shown)";

/// Where Social Security numbers stand in the text, whole or partly masked, as byte ranges.
pub(super) fn find_ssns(text: &str) -> Vec<Range<usize>> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let end_of = |index: usize| letters.get(index).map_or(text.len(), |(at, _)| *at);
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        match ssn_at(&letters, at) {
            Some(next) => {
                found.push(letters[at].0..end_of(next));
                at = next;
            }
            None => at += 1,
        }
    }
    found
}

/// The text with every Social Security number masked.
pub(super) fn mask_ssns(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut from = 0;
    for range in find_ssns(text) {
        masked.push_str(&text[from..range.start]);
        masked.push_str(MASK);
        from = range.end;
    }
    masked.push_str(&text[from..]);
    masked
}

fn ssn_at(letters: &[(usize, char)], start: usize) -> Option<usize> {
    let digit = |index: usize| letters.get(index).is_some_and(|(_, c)| is_digit(*c));
    let before = start.checked_sub(1).map(|index| letters[index].1);
    // A longer number, or a word, is another thing.
    if before.is_some_and(|c| is_digit(c) || is_mask(c) || c.is_alphanumeric()) {
        return None;
    }
    let (after_area, area_masked) = group(letters, start, 3)?;
    let (from_group, first_separated) = separator(letters, after_area);
    let (after_group, group_masked) = group(letters, from_group, 2)?;
    let (from_serial, second_separated) = separator(letters, after_group);
    let (end, serial_masked) = group(letters, from_serial, 4)?;
    if digit(end) || letters.get(end).is_some_and(|(_, c)| c.is_alphabetic()) {
        return None;
    }
    let some_digit = !(area_masked && group_masked && serial_masked);
    let masked_somewhere = area_masked || group_masked || serial_masked;
    let whole = first_separated == second_separated;
    (some_digit && whole && (first_separated || !masked_somewhere || serial_is_plain(letters, from_serial)))
        .then_some(end)
}

fn serial_is_plain(letters: &[(usize, char)], from: usize) -> bool {
    (from..from + 4).all(|index| letters.get(index).is_some_and(|(_, c)| is_digit(*c)))
}

/// `count` digits or mask marks; the index after them, and whether all of them are marks.
fn group(letters: &[(usize, char)], from: usize, count: usize) -> Option<(usize, bool)> {
    let part = letters.get(from..from + count)?;
    let marks = part.iter().filter(|(_, c)| is_mask(*c)).count();
    let digits = part.iter().filter(|(_, c)| is_digit(*c)).count();
    (marks + digits == count).then_some((from + count, marks == count))
}

/// Skips at most three separating characters.
fn separator(letters: &[(usize, char)], from: usize) -> (usize, bool) {
    let mut at = from;
    while at < from + 3 && letters.get(at).is_some_and(|(_, c)| is_separator(*c)) {
        at += 1;
    }
    (at, at > from)
}

fn is_digit(c: char) -> bool {
    // Full-width digits are the one other set that a person pastes for Latin ones.
    c.is_ascii_digit() || ('\u{ff10}'..='\u{ff19}').contains(&c)
}

fn is_mask(c: char) -> bool {
    matches!(c, 'X' | 'x' | '*' | '#' | '•' | '●' | '█' | '_')
}

fn is_separator(c: char) -> bool {
    matches!(
        c,
        ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '-' | '\u{2010}'
            ..='\u{2015}' | '\u{2212}' | '\u{ad}' | '\u{200b}' | '.' | '/' | '·'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_social_security_number_is_found_in_every_spelling() {
        for text in [
            "987-65-4320",
            "987–65–4321",
            "987 65 4322",
            "987\u{a0}65\u{a0}4323",
            "987654324",
            "987 - 65 - 4325",
            "987.65.4326",
            "XXX-XX-4327",
            "***-**-4328",
            "xxx–xx–4329",
            "•••-••-4320",
            "987-65-XXXX",
            "XXXXX4321",
            "219‑09‑9999",
            "078\u{2212}05\u{2212}1120",
            "９８７-６５-４３２０",
        ] {
            let sentence = format!("Your number {text}, on file.");
            assert_eq!(find_ssns(&sentence).len(), 1, "{text}");
            assert_eq!(mask_ssns(&sentence), format!("Your number {MASK}, on file."), "{text}");
        }
    }

    #[test]
    fn other_numbers_are_left_alone() {
        for text in [
            "Washington, DC 20260-1101",
            "call 202-555-0143",
            "on 2026-11-05",
            "case USPS-2026-00042",
            "system 60-0383 and USPS 890.000",
            "number 9876543201 of a form",
            "XXX-XX-XXXX",
            "20 CFR 401.65, 30 working days",
        ] {
            assert!(find_ssns(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn two_numbers_in_one_sentence_are_both_masked() {
        assert_eq!(mask_ssns("987-65-4320 and 219 09 9999"), "(number not shown) and (number not shown)");
    }
}
