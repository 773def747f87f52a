//! From lines to text: paragraphs by indent and blank line, words that the printer divided made whole.

use super::super::division;
use super::columns::Line;

/// The text, with a blank line between paragraphs and four spaces before the first line of an indented one.
pub(super) fn text(lines: &[Line]) -> String {
    let whole = division::whole(lines.iter().map(|line| line.text.clone()).collect());
    let pitch = usual_pitch(lines);
    let mut out = String::new();
    for (index, (line, words)) in lines.iter().zip(&whole).enumerate() {
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
        out.push_str(words);
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
