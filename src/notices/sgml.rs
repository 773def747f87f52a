//! The Federal Register of 1994 in SGML, as it was given to research: marks of the typesetter stand as comments.
//!
//! `ITAG l=` names the level of what follows: 95 is a section heading, 66 the number of a system, 11 the body. A change
//! of type face opens the same level again, a long document is cut into several with one `PARENT`.

use super::markup::unescape;
use super::pattern::{Pattern, group};

/// The words of a file, and what its marks tell about it as `key: value` lines.
pub(crate) struct Document {
    /// The words, headings marked as in Markdown.
    pub text: String,
    /// `publication_date`.
    pub facts: Vec<(String, String)>,
}

/// Whether a document is in this form.
pub(crate) fn is_this(text: &str) -> bool {
    text.contains("<!-- PJG ")
}

/// The levels whose words are a heading, whatever they say.
const HEADING: &[&str] = &["95", "81", "82", "83"];
/// The levels of the page's own head, and of what stands in the margin.
const PASSED_OVER: &[&str] = &["90", "01", "02"];
/// Elements whose words belong to no section.
const SKIPPED: &[&str] = &["FOOTNOTE", "FOOTCITE", "IMPORT", "DOCNO", "PARENT"];

/// Turns the file into text.
pub(crate) fn document(text: &str) -> Document {
    static MARK: Pattern = Pattern::new(r"<!--\s*PJG\s+([^>]*?)\s*-->|<(/?)([A-Z]{2,10})>");
    static LEVEL: Pattern = Pattern::new(r"^ITAG l=(\d+)");
    static DAY: Pattern = Pattern::new(r"^\s*FR(\d{2})(\d{2})(\d{2})-");
    let mut reader = Reader::default();
    let mut facts = Vec::new();
    let mut from = 0;
    for found in MARK.all(text) {
        let Some(whole) = found.get(0) else { continue };
        let words = text.get(from..whole.start()).unwrap_or_default();
        from = whole.end();
        match (group(&found, 1), group(&found, 2), group(&found, 3)) {
            ("", close, name) if SKIPPED.contains(&name) => {
                if close.is_empty() {
                    reader.words(words);
                    continue;
                }
                if let (true, "DOCNO", Some(day)) = (facts.is_empty(), name, DAY.captures(words)) {
                    let date = format!("19{}-{}-{}", group(&day, 1), group(&day, 2), group(&day, 3));
                    facts.push(("publication_date".to_owned(), date));
                }
                if name == "PARENT" {
                    reader.parent(words.trim());
                }
            }
            ("", _, _) => reader.words(words),
            (mark, _, _) => {
                reader.words(words);
                if let Some(level) = LEVEL.captures(mark) {
                    reader.level(group(&level, 1));
                } else if mark.ends_with("frnewline") {
                    reader.close();
                }
            }
        }
    }
    reader.words(text.get(from..).unwrap_or_default());
    reader.close();
    Document { text: reader.out, facts }
}

#[derive(Default)]
struct Reader {
    out: String,
    open: String,
    level: String,
    parent: String,
}

impl Reader {
    fn words(&mut self, words: &str) {
        if !PASSED_OVER.contains(&self.level.as_str()) && !words.trim().is_empty() {
            // Each mark stands on a line of its own, so the line breaks beside it part no words.
            self.open.push_str(&unescape(words.trim_matches('\n')));
        }
    }

    fn level(&mut self, level: &str) {
        if level != self.level {
            self.close();
            level.clone_into(&mut self.level);
        }
    }

    /// Documents of one parent are parts of one notice; another parent begins another.
    fn parent(&mut self, parent: &str) {
        if parent != self.parent {
            self.close();
            if !self.parent.is_empty() {
                self.out.push_str("BILLING CODE\n\n");
            }
            parent.clone_into(&mut self.parent);
        }
    }

    fn close(&mut self) {
        let words = self.open.split_whitespace().collect::<Vec<_>>().join(" ");
        self.open.clear();
        if words.is_empty() {
            return;
        }
        if HEADING.contains(&self.level.as_str()) {
            self.out.push_str("## ");
        }
        self.out.push_str(&words);
        self.out.push_str("\n\n");
    }
}
