//! What every form of a notice is turned into before it is understood: headings, words and rules, in printed order.

use super::heading::Found;

/// One piece of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    /// A known heading, with the words that share its line.
    Heading(Found),
    /// A line that stands apart as the title of what follows: a number, or a number and a name.
    Banner(String),
    /// A paragraph.
    Words(Paragraph),
    /// The row of stars for text that is left out.
    Stars,
    /// The end of a notice: its document number or billing code.
    End,
}

/// A paragraph with the line breaks of its source, which tell an address block from running text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Paragraph {
    /// The lines, trimmed, none empty.
    pub lines: Vec<String>,
}

impl Paragraph {
    /// A paragraph of one line.
    pub(crate) fn of(line: impl Into<String>) -> Self {
        Self { lines: vec![line.into()] }
    }

    /// The words on one line.
    pub(crate) fn joined(&self) -> String {
        join_lines(&self.lines)
    }
}

/// Lines of one paragraph as one line. A hyphen at a line's end stays, as the government's printer never divides a word.
pub(crate) fn join_lines(lines: &[String]) -> String {
    let mut joined = String::with_capacity(lines.iter().map(|line| line.len() + 1).sum());
    for line in lines {
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        if !joined.is_empty() && !sticks(&joined, line) {
            joined.push(' ');
        }
        push_collapsed(&mut joined, line);
    }
    joined
}

/// Whether the next line goes on without a space: after a hyphen within a word, or within a web address.
fn sticks(before: &str, after: &str) -> bool {
    let mut back = before.chars().rev();
    match (back.next(), back.next(), after.chars().next()) {
        (Some('-' | '‐' | '‑' | '–'), Some(letter), Some(next)) => {
            letter.is_alphanumeric() && next.is_alphanumeric()
        }
        (Some('/'), _, Some(next)) => {
            next.is_lowercase() && before.rsplit(' ').next().is_some_and(|word| word.contains("://"))
        }
        _ => false,
    }
}

/// Runs of white space become one space.
fn push_collapsed(into: &mut String, line: &str) {
    let mut space = false;
    for c in line.chars() {
        if c.is_whitespace() {
            space = true;
        } else {
            if space && !into.is_empty() && !into.ends_with(' ') {
                into.push(' ');
            }
            space = false;
            into.push(c);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hyphen_at_the_end_of_a_line_stays() {
        let lines = |text: &[&str]| text.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>();
        assert_eq!(
            join_lines(&lines(&["to enable cross-", "functional work"])),
            "to enable cross-functional work"
        );
        assert_eq!(join_lines(&lines(&["call (202) 555-", "0142"])), "call (202) 555-0142");
        assert_eq!(
            join_lines(&lines(&["see https://example.org/", "rules now"])),
            "see https://example.org/rules now"
        );
        assert_eq!(join_lines(&lines(&["two  spaces", " and a line "])), "two spaces and a line");
    }
}
