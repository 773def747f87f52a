//! Text into lines of a measured width: greedy, ragged right, without hyphenation.

use unicode_normalization::char::is_combining_mark;

use super::{fonts, shape};

/// The width of the text in points.
pub(super) fn width(text: &str, bold: bool, size: f32) -> f32 {
    if !shape::is_plain(text) {
        return shape::pieces(text, bold).1 * size / 1000.0;
    }
    text.chars().filter_map(|c| fonts::glyph(c, bold)).map(|glyph| glyph.advance).sum::<f32>() * size / 1000.0
}

/// The lines of a paragraph. Every line but the last ends in its space, so that copied text keeps its words apart.
pub(super) fn break_lines(text: &str, bold: bool, size: f32, measure: f32) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0.0;
    let space = width(" ", bold, size);
    for word in unbreakable_words(text) {
        let needed = width(&word, bold, size);
        if !line.is_empty() && used + space + needed > measure {
            line.push(' ');
            lines.push(std::mem::take(&mut line));
            used = 0.0;
        }
        if !line.is_empty() {
            line.push(' ');
            used += space;
        }
        if needed <= measure {
            line.push_str(&word);
            used += needed;
        } else {
            // Longer than a line: a name of 70 letters is parted at its hyphens, and what is longer still, anywhere.
            for part in word.split_inclusive(['-', '@', '/']) {
                if !line.is_empty() && used + width(part, bold, size) > measure {
                    lines.push(std::mem::take(&mut line));
                    used = 0.0;
                }
                for c in part.chars() {
                    let advance = width(c.encode_utf8(&mut [0; 4]), bold, size);
                    if used + advance > measure && !line.is_empty() && !is_combining_mark(c) {
                        lines.push(std::mem::take(&mut line));
                        used = 0.0;
                    }
                    line.push(c);
                    used += advance;
                }
            }
        }
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    lines
}

/// Words, with what must stay on one line joined: a citation to its number, a day to its month.
fn unbreakable_words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        match words.last_mut() {
            Some(last) if stay_together(last, word) => {
                last.push(' ');
                last.push_str(word);
            }
            _ => words.push(word.to_owned()),
        }
    }
    words
}

fn stay_together(before: &str, word: &str) -> bool {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let last = before.rsplit(' ').next().unwrap_or(before);
    let number = |text: &str| text.chars().next().is_some_and(|c| c.is_ascii_digit());
    matches!(last, "CFR" | "U.S.C." | "§" | "GN") && number(word)
        || matches!(word, "CFR" | "U.S.C.") && number(last.trim_start_matches('('))
        || MONTHS.contains(&last) && number(word)
        || matches!(word.trim_end_matches([',', ';']), "a.m." | "p.m.") && number(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_wider_than_the_measure_and_no_word_is_lost() {
        let text = "We received your request by mail on November 5, 2026. You asked us to change your records in the system \
                    of records USPS 890.000, Sales, Marketing, Events, and Publications (39 CFR 266.5(d)(2)).";
        let lines = break_lines(text, false, 11.0, 200.0);
        assert!(lines.len() > 4);
        for line in &lines {
            assert!(width(line.trim_end(), false, 11.0) <= 200.0, "{line}");
            assert!(
                !line.ends_with("39 ") && !line.ends_with("CFR ") && !line.ends_with("November "),
                "{line}"
            );
        }
        assert_eq!(lines.concat(), text);
    }

    #[test]
    fn a_word_longer_than_a_line_is_cut() {
        let name = "W".repeat(70);
        let lines = break_lines(&name, false, 11.0, 234.0);
        assert!(lines.len() > 1);
        assert_eq!(lines.concat(), name);
        assert!(lines.iter().all(|line| width(line, false, 11.0) <= 234.0));
    }

    #[test]
    fn a_long_double_name_is_parted_at_its_hyphens() {
        let name = "Wolfeschlegelsteinhausenbergerdorff-Okonkwo-Hašek-Łukasiewicz";
        let lines = break_lines(name, false, 11.0, 234.0);
        assert_eq!(lines.concat(), name);
        assert!(lines.len() == 2 && lines[0].ends_with('-'), "{lines:?}");
        assert_eq!(break_lines("at 10 a.m.", false, 11.0, 40.0), ["at ", "10 a.m."]);
    }

    #[test]
    fn nothing_is_one_empty_line() {
        assert_eq!(break_lines("", false, 11.0, 100.0), vec![String::new()]);
    }
}
