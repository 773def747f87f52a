//! Words that a narrow column divides at the end of a line, made whole. The government's plain text never divides a word;
//! its printed pages do, and so does text that was taken from them.

use std::collections::HashSet;

/// The lines with divided words whole on the first of their two lines. A line whose only word is taken becomes empty.
pub(crate) fn whole(mut lines: Vec<String>) -> Vec<String> {
    let known = vocabulary(&lines);
    for index in 0..lines.len().saturating_sub(1) {
        let (Some(line), Some(next)) = (lines.get(index), lines.get(index + 1)) else { break };
        if let Some((joined, used)) = divided(line.trim_end(), next, &known) {
            let rest = next.get(used..).unwrap_or_default().trim_start().to_owned();
            if let Some(line) = lines.get_mut(index) {
                *line = joined;
            }
            if let Some(next) = lines.get_mut(index + 1) {
                *next = rest;
            }
        }
    }
    lines
}

/// The hyphen that typesetters set where they divide a word, and that nobody types.
const DIVIDES: char = '\u{2010}';

/// Whether a typesetter divided words of these lines with a hyphen of its own.
pub(crate) fn is_divided(lines: &[String]) -> bool {
    lines.iter().filter(|line| line.trim_end().ends_with(DIVIDES)).count() > 1
}

/// Whether lines are those of a printed column: many of them, most of them short, and words divided among them.
pub(crate) fn is_column(lines: &[String]) -> bool {
    /// A line of the government's plain text has up to 72 signs, one of a printed column about 40.
    const WIDE: usize = 60;
    let long = lines.iter().filter(|line| line.chars().count() > WIDE).count();
    let filled = lines.iter().filter(|line| !line.trim().is_empty()).count();
    let ends = lines.iter().filter(|line| line.trim_end().ends_with('-')).count();
    filled >= 20 && long * 10 <= filled && ends * 50 >= filled
}

/// Every word that stands whole within a line, in small letters.
fn vocabulary(lines: &[String]) -> HashSet<String> {
    let mut known = HashSet::new();
    let mut divided = false;
    for line in lines {
        let mut words = line.trim().split(' ').skip(usize::from(divided)).peekable();
        divided = line.trim_end().ends_with(['-', DIVIDES]);
        while let Some(word) = words.next() {
            // The last word of a line may be half of one, and the first of the next the other half.
            if words.peek().is_some() || !word.ends_with(['-', DIVIDES]) {
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
    // Before these stands a whole word more often than its half: `in-` of `in-clude`, `on-` of `on-site`.
    const SHORT: &[&str] = &["in", "on", "e", "co", "ex"];
    let soft = line.ends_with(DIVIDES);
    let head = line.strip_suffix(['-', DIVIDES])?;
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
            && ((PREFIXES.contains(&first_word.as_str())
                && (!SHORT.contains(&first_word.as_str()) || known.contains(&inner.to_lowercase())))
                || (first_word.len() > 2
                    && known.contains(&first_word)
                    && known.contains(&inner.to_lowercase()))));
    (soft || !own).then(|| (format!("{head}{tail}"), start + tail.len()))
}
