//! From lines to text: paragraphs by indent and blank line, words that the printer divided made whole.

use std::collections::HashSet;

use super::columns::Line;

/// The text, with a blank line between paragraphs and four spaces before the first line of an indented one.
pub(super) fn text(lines: &[Line]) -> String {
    let known = vocabulary(lines);
    let pitch = usual_pitch(lines);
    let mut out = String::new();
    // The second half of a divided word is taken from the line that it stands on.
    let mut taken = 0;
    for (index, line) in lines.iter().enumerate() {
        let words = line.text.get(taken..).unwrap_or_default().trim_start();
        taken = 0;
        let before = index.checked_sub(1).and_then(|before| lines.get(before));
        if before.is_some_and(|before| apart(before, line, pitch)) {
            out.push('\n');
        }
        if words.is_empty() {
            continue;
        }
        if line.indent > 0.7 {
            out.push_str("    ");
        }
        match lines.get(index + 1).and_then(|next| divided(words, &next.text, &known)) {
            Some((whole, used)) => {
                out.push_str(&whole);
                taken = used;
            }
            None => out.push_str(words),
        }
        out.push('\n');
    }
    out
}

/// How far lines of one paragraph stand below each other.
fn usual_pitch(lines: &[Line]) -> f64 {
    let mut steps: Vec<f64> = lines.iter().filter_map(|line| line.below).collect();
    steps.sort_by(f64::total_cmp);
    steps.get(steps.len() / 2).copied().unwrap_or(1.2)
}

fn apart(before: &Line, line: &Line, pitch: f64) -> bool {
    match line.below {
        Some(below) => below > pitch * 1.3,
        // Where a column or page ends within a sentence, the line is full and has no stop.
        None => before.short > 3.0 || before.text.ends_with(['.', ':', ';', '?', '!']) || line.indent > 0.7,
    }
}

/// Every word that stands whole within a line, in small letters.
fn vocabulary(lines: &[Line]) -> HashSet<String> {
    let mut known = HashSet::new();
    let mut divided = false;
    for line in lines {
        let mut words = line.text.split(' ').skip(usize::from(divided)).peekable();
        divided = line.text.ends_with('-');
        while let Some(word) = words.next() {
            // The last word of a line may be half of one, and the first of the next the other half.
            if words.peek().is_some() || !word.ends_with('-') {
                known.insert(plain(word));
            }
        }
    }
    known
}

fn plain(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

/// The line with the word at its end made whole, and how much of the next line that takes. A hyphen stays where the
/// word has one of its own: after a whole word, a number or capitals, or where the text has it so elsewhere.
fn divided(line: &str, next: &str, known: &HashSet<String>) -> Option<(String, usize)> {
    const PREFIXES: &[&str] =
        &["non", "self", "cross", "co", "pre", "post", "ex", "multi", "anti", "e", "in", "on"];
    let head = line.strip_suffix('-')?;
    let start = next.len() - next.trim_start().len();
    let tail = next.trim_start().split(' ').next()?;
    let first = head.rsplit(' ').next()?;
    let small = |text: &str| text.chars().next().is_some_and(char::is_lowercase);
    let letters = |text: &str| !text.is_empty() && text.chars().all(char::is_alphabetic);
    let inner = tail.trim_end_matches(|c: char| !c.is_alphanumeric());
    let capitals = |text: &str| text.chars().all(char::is_uppercase) && text.chars().count() > 1;
    let first_word = plain(first);
    let either =
        small(tail) || (capitals(first.trim_matches(|c: char| !c.is_alphanumeric())) && capitals(inner));
    if !either || !letters(&first_word) || !letters(inner) {
        return None;
    }
    let (whole, parted) =
        (format!("{first_word}{}", inner.to_lowercase()), format!("{first_word}-{}", inner.to_lowercase()));
    let own = known.contains(&parted)
        || (!known.contains(&whole)
            && (PREFIXES.contains(&first_word.as_str())
                || (first_word.len() > 2
                    && known.contains(&first_word)
                    && known.contains(&inner.to_lowercase()))));
    (!own).then(|| (format!("{head}{tail}"), start + tail.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str, below: Option<f64>, indent: f64, short: f64) -> Line {
        Line { text: text.to_owned(), indent, short, below }
    }

    #[test]
    fn divided_words_are_made_whole_and_true_hyphens_stay() {
        let lines = [
            line("The infor-", None, 0.0, 0.0),
            line("mation is kept in cross-", Some(1.2), 0.0, 0.0),
            line("functional files and the NOTIFI-", Some(1.2), 0.0, 0.0),
            line("CATION of 2-", Some(1.2), 0.0, 0.0),
            line("year terms.", Some(1.2), 0.0, 5.0),
        ];
        assert_eq!(
            text(&lines),
            "The information\nis kept in cross-\nfunctional files and the NOTIFICATION\nof 2-\nyear terms.\n"
        );
    }

    #[test]
    fn a_sentence_that_a_column_ends_goes_on() {
        let lines = [
            line("Records of the lamps and of the", None, 0.0, 0.2),
            line("horns.", None, 0.0, 9.0),
            line("Other records.", Some(1.2), 1.0, 9.0),
        ];
        assert_eq!(text(&lines), "Records of the lamps and of the\nhorns.\n    Other records.\n");
    }
}
