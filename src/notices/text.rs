//! Plain text, Markdown-like text, and text taken from PDF: from lines to pieces.
//!
//! The layout is only a hint: a blank line may be a page break within a sentence, and a heading may share its line.

use super::division;
use super::heading::{self, Found};
use super::naming::is_number;
use super::pattern::{Pattern, group};
use super::piece::{Paragraph, Piece};

static PAGE_MARK: Pattern = Pattern::new(r"\[\[\s*Page [^\]\n]{1,20}\]\]|\(printed page \d+\)");
static DEBRIS: Pattern = Pattern::new(
    r"(?i)^\s*(?:[-=_]{5,}|\[page \d+\]|verdate .*|\w+ on \w*prod\w* with notices.*|federal register\s*/\s*vol\..*|\d+\s+federal register\s*/\s*vol\..*|frm \d+ .*sfmt .*|page \d+ of \d+|<!--.*-->|\{:[^}]*\})\s*$",
);
static RULE_OF_STARS: Pattern = Pattern::new(r"^\s*(?:\*\s*){3,}$");
static END: Pattern = Pattern::new(r"(?i)^\s*(?:\[FR Doc\.? .*|BILLING CODE.*|FR Doc\. .*Filed.*)$");
static MARKDOWN: Pattern = Pattern::new(r"\*\*[^*\n]+\*\*|\]\(https?:|(?m)^#{1,4} ");
static LINK: Pattern = Pattern::new(r"!?\[([^\]\n]*)\]\([^)\s]*\)(?:\{:[^}\n]*\})?");
static AUTO_LINK: Pattern = Pattern::new(r"<((?:https?://|mailto:)[^>\s]+)>");
static TAG: Pattern = Pattern::new(r"</?[a-zA-Z][^<>\n]*>|<!--[^\n]*?-->");
static ITALIC: Pattern = Pattern::new(r"\*([^*\s](?:[^*\n]*[^*\s])?)\*");
static UNDERLINED: Pattern = Pattern::new(r"(^|[\s(])_([^_\s](?:[^_\n]*[^_\s])?)_([\s.,;:)]|$)");
static KRAMDOWN: Pattern = Pattern::new(r"\{:[^}\n]*\}");
static LIST_MARK: Pattern =
    Pattern::new(r"^\s*(?:\(?\d{1,2}[.)](?:\s|[A-Z])|\([a-z]{1,4}\)\s|[a-z]\.\s|[•▪◦]\s?|[-*]\s)");
/// A number and a name in the bar that opens a system on an agency's page: `X-1 | Files`.
static PIPED: Pattern = Pattern::new(r"^(\S[^|]{1,30}?)\s*\|\s*(\S[^|]*)$");
static MARKDOWN_BULLET: Pattern = Pattern::new(r"^(\s*)[-*+]\s+");

/// Turns text into pieces.
pub(crate) fn pieces(text: &str) -> Vec<Piece> {
    let markdown = MARKDOWN.is_in(text);
    let lines: Vec<String> =
        text.split(['\n', '\u{c}']).map(tidy).flat_map(|line| headings_apart(line, markdown)).collect();
    let lines = without_page_numbers(lines);
    let divided = division::is_divided(&lines) || division::is_column(&lines);
    let lines = if divided { division::whole(lines) } else { lines };
    let bare = has_bare_headings(&lines);
    let mut reader = Reader { markdown, bare, pieces: Vec::new(), open: Vec::new(), indent: 0 };
    let mut index = 0;
    while index < lines.len() {
        index += reader.take(&lines, index);
    }
    reader.close();
    healed(reader.pieces)
}

/// One line without what never belongs to the words: marks of pages, control codes, the odd spaces of typesetting.
fn tidy(line: &str) -> String {
    let line: String = line
        .chars()
        .filter_map(|c| match c {
            '\u{a0}' | '\u{2007}' | '\u{202f}' | '\t' => Some(' '),
            '\u{f0b7}' | '\u{b7}' => Some('•'),
            '\r' | '\u{ad}' | '\u{200b}' | '\u{feff}' => None,
            _ if c.is_control() => None,
            _ => Some(c),
        })
        .collect();
    if line.contains('[') || line.contains("(printed") { PAGE_MARK.replace(&line, " ") } else { line }
}

/// Whether a document, such as the handbook of an agency, sets its headings as plain lines above their words.
fn has_bare_headings(lines: &[String]) -> bool {
    let found = lines.windows(3).filter(|lines| match lines {
        [before, line, after] => {
            before.trim().is_empty()
                && !after.trim().is_empty()
                && line.contains(' ')
                && heading::at_start(line, true)
                    .is_some_and(|found| found.rest.is_empty() && found.printed == line.trim())
        }
        _ => false,
    });
    found.count() >= 4
}

/// Takes the running heads of printed pages, and the bare numbers beside them, so that a divided word meets its half.
fn without_page_numbers(lines: Vec<String>) -> Vec<String> {
    static HEAD: Pattern = Pattern::new(r"(?i)^\s*(?:\d{3,6}\s+)?federal register\s*/\s*vol\.");
    static MARK: Pattern = Pattern::new(r"(?i)^\s*\S{1,20} on \S*prod\S* with \S+\s*$");
    static NUMBER: Pattern = Pattern::new(r"^\s*\d{3,6}\s*$");
    let debris: Vec<bool> = lines.iter().map(|line| HEAD.is_in(line) || MARK.is_in(line)).collect();
    if !debris.contains(&true) {
        return lines;
    }
    let beside = |at: usize| {
        let near = |at: Option<usize>| at.and_then(|at| debris.get(at)).copied().unwrap_or(false);
        near(at.checked_sub(1)) || near(Some(at + 1))
    };
    let kept: Vec<bool> = lines
        .iter()
        .enumerate()
        .map(|(at, line)| !(debris.get(at).copied().unwrap_or(false) || (NUMBER.is_in(line) && beside(at))))
        .collect();
    lines.into_iter().zip(kept).filter_map(|(line, kept)| kept.then_some(line)).collect()
}

/// Lines longer than this may have headings within them: a PDF reader has joined them.
const LONG_LINE: usize = 300;

/// Puts headings in capitals that stand within a long line on lines of their own.
fn headings_apart(line: String, markdown: bool) -> Vec<String> {
    static CAPITALS: Pattern =
        Pattern::new(r"(?:^|[.;:)”\]] )((?:[A-Z][A-Z\-]*(?:\([sS]\))?,? ?(?:/ ?)?){1,24}):");
    if markdown || line.len() < LONG_LINE {
        return vec![line];
    }
    let mut lines = Vec::new();
    let mut from = 0;
    for found in CAPITALS.all(&line) {
        let Some(words) = found.get(1) else { continue };
        if heading::in_mark(words.as_str()).is_some() {
            lines.extend(
                line.get(from..words.start()).filter(|head| !head.trim().is_empty()).map(str::to_owned),
            );
            from = words.start();
        }
    }
    if from == 0 && lines.is_empty() {
        return vec![line];
    }
    lines.extend(line.get(from..).map(str::to_owned));
    lines
}

struct Reader {
    markdown: bool,
    /// Whether headings stand on the line above their words, without a colon or another mark.
    bare: bool,
    pieces: Vec<Piece>,
    open: Vec<String>,
    indent: usize,
}

impl Reader {
    /// Takes the line at `index` and says how many lines were used.
    fn take(&mut self, lines: &[String], index: usize) -> usize {
        let Some(line) = lines.get(index) else { return 1 };
        if line.trim().is_empty() {
            self.close();
            return 1;
        }
        if DEBRIS.is_in(line) {
            // A page break may stand within a sentence: `healed` decides.
            self.close();
            return 1;
        }
        if RULE_OF_STARS.is_in(line) {
            self.close();
            self.pieces.push(Piece::Stars);
            return 1;
        }
        if END.is_in(line) {
            self.close();
            self.pieces.push(Piece::End);
            return 1;
        }
        if let Some((found, used)) = self.heading(lines, index) {
            self.close();
            let mut found = found;
            self.heading_piece(&found);
            // Columns that ran together leave one heading directly behind another.
            while let Some(next) = heading::at_start(&found.rest, false).filter(is_shouted) {
                self.heading_piece(&next);
                found = next;
            }
            let rest = self.inline(&found.rest);
            if !rest.is_empty() {
                self.open.push(rest);
                self.indent = indent_of(line);
            }
            return used;
        }
        self.words(line);
        1
    }

    fn heading_piece(&mut self, found: &Found) {
        let printed = self.inline(&found.printed);
        self.pieces.push(Piece::Heading(Found { opens: found.opens, printed, rest: String::new() }));
    }

    fn heading(&self, lines: &[String], index: usize) -> Option<(Found, usize)> {
        let line = lines.get(index)?;
        let blank =
            |at: Option<usize>| at.and_then(|at| lines.get(at)).is_none_or(|line| line.trim().is_empty());
        let alone = blank(index.checked_sub(1)) && (self.bare || blank(Some(index + 1)));
        if heading::may_go_on(line) {
            let mut without_colon = None;
            // A narrow column breaks the longest heading into five lines.
            for used in 2..=5 {
                let Some(more) = lines.get(index..index + used) else {
                    break;
                };
                if more.iter().any(|line| line.trim().is_empty()) {
                    break;
                }
                let joined = more.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ");
                if let Some(found) = heading::at_start(&joined, false) {
                    // The colon ends a heading; without one the capitals do, unless a colon comes within these lines.
                    if joined.contains(':') {
                        return Some((found, used));
                    }
                    without_colon.get_or_insert((found, used));
                }
            }
            if without_colon.is_some() {
                return without_colon;
            }
        }
        // One word is a heading too where the document sets all of its headings as plain lines.
        let word = || {
            let plain = self.bare && alone && line.trim().ends_with(|c: char| c.is_alphabetic() || c == ')');
            heading::in_mark(line.trim()).filter(|found| {
                plain && matches!(found.opens, heading::Opens::Section(_)) && found.rest.is_empty()
            })
        };
        heading::at_start(line, alone).or_else(word).map(|found| (found, 1))
    }

    fn words(&mut self, line: &str) {
        let cleaned = self.inline(line);
        if cleaned.is_empty() {
            self.close();
            return;
        }
        if let Some(found) = PIPED.captures(&cleaned)
            && is_number(group(&found, 1))
        {
            self.close();
            self.pieces.push(Piece::Banner(format!("{}, {}", group(&found, 1), group(&found, 2))));
            return;
        }
        let indent = indent_of(line);
        if let Some(last) = self.open.last() {
            let ended = last.ends_with(['.', ':', ';', '?', '!', ')', '”', '"', ','])
                || last.ends_with(" and")
                || last.ends_with(" or");
            let item = LIST_MARK.is_in(&cleaned) || (self.markdown && MARKDOWN_BULLET.is_in(line));
            if (ended && (item || indent >= self.indent + 2)) || cleaned.starts_with('•') {
                self.close();
            }
        }
        self.indent = indent;
        self.open.push(cleaned);
    }

    /// The words of a line without the marks of Markdown and HTML.
    fn inline(&self, line: &str) -> String {
        let mut text = line.to_owned();
        if self.markdown {
            text = MARKDOWN_BULLET.replace(&text, "$1").trim_start_matches('#').to_owned();
        }
        if text.contains("](") {
            text = LINK.replace(&text, "$1");
        }
        if text.contains('<') {
            text = AUTO_LINK.replace(&text, "$1");
            text = TAG.replace(&text, " ");
        }
        if text.contains('&') {
            text = super::markup::unescape(&text);
        }
        if text.contains('*') {
            text = ITALIC.replace(&text.replace("**", ""), "$1");
        }
        if self.markdown {
            if text.contains('_') {
                text = UNDERLINED.replace(&text, "$1$2$3");
            }
            if text.contains("{:") {
                text = KRAMDOWN.replace(&text, "");
            }
        }
        text.trim().to_owned()
    }

    fn close(&mut self) {
        if !self.open.is_empty() {
            self.pieces.push(Piece::Words(Paragraph { lines: std::mem::take(&mut self.open) }));
        }
        self.indent = 0;
    }
}

/// A section heading of several words, all in capitals.
fn is_shouted(found: &Found) -> bool {
    matches!(found.opens, heading::Opens::Section(_))
        && found.printed.contains(' ')
        && !found.printed.chars().any(char::is_lowercase)
}

fn indent_of(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// Joins paragraphs that a page break has cut in the middle of a sentence.
fn healed(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut healed: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        if let (Some(Piece::Words(before)), Piece::Words(after)) = (healed.last_mut(), &piece)
            && goes_on(before, after)
        {
            before.lines.extend(after.lines.iter().cloned());
            continue;
        }
        healed.push(piece);
    }
    healed
}

fn goes_on(before: &Paragraph, after: &Paragraph) -> bool {
    let (Some(last), Some(first)) = (before.lines.last(), after.lines.first()) else {
        return false;
    };
    if last.ends_with(['.', ':', ';', '?', '!', '”', '"']) || LIST_MARK.is_in(first) {
        return false;
    }
    let Some(begins) = first.chars().next() else {
        return false;
    };
    if begins.is_lowercase() {
        return true;
    }
    // An address block has short lines; a line that was cut by a page is long.
    let capitals = !first.chars().any(char::is_lowercase);
    begins.is_alphanumeric() && last.chars().count() >= 60 && !capitals
}

/// The front matter of a Markdown file, as `key: value` lines, and the text after it.
pub(crate) fn front_matter(text: &str) -> (Vec<(String, String)>, &str) {
    let Some(rest) = text.trim_start().strip_prefix("---\n") else {
        return (Vec::new(), text);
    };
    let Some(end) = rest.find("\n---") else {
        return (Vec::new(), text);
    };
    let (head, body) = rest.split_at(end);
    static ENTRY: Pattern = Pattern::new(r#"(?m)^([A-Za-z_]+):\s*"?([^"\n]*)"?\s*$"#);
    let entries: Vec<_> = ENTRY
        .all(head)
        .iter()
        .map(|entry| (group(entry, 1).to_owned(), group(entry, 2).trim().to_owned()))
        .collect();
    // A rule of dashes between two headings of a page is no front matter.
    if entries.is_empty() {
        return (Vec::new(), text);
    }
    (entries, body.trim_start_matches("\n---"))
}
