//! Federal Register XML: `NOTICE`, `PREAMB`, `SUPLINF`, `PRIACT`, headings as `HD`, paragraphs as `P`.
//!
//! A matching notice uses the same tags, so the headings decide what is a system, never the tag.

use super::heading::{self, Found};
use super::markup::{Gathered, Token, attribute, tokens};
use super::piece::{Paragraph, Piece};

/// Whether a document is in this form.
pub(crate) fn is_this(text: &str) -> bool {
    ["<PRIACT", "<SUPLINF", "<PREAMB", "<HD SOURCE"].iter().any(|tag| text.contains(tag))
}

/// Turns the document into pieces.
pub(crate) fn pieces(text: &str) -> Vec<Piece> {
    let mut reader = Reader::default();
    for token in tokens(text) {
        reader.token(token);
    }
    reader.flush();
    reader.pieces
}

#[derive(Default)]
struct Reader {
    pieces: Vec<Piece>,
    words: Gathered,
    /// The level of the heading that is open (`HD1`), if one is.
    heading: Option<String>,
    /// The element whose contents are passed over, if one is open.
    skipping: Option<&'static str>,
}

/// Elements whose words belong to no section: signatures, footnotes, tables' markup.
const SKIPPED: &[&str] = &["SIG", "FTNT", "BILCOD", "CNTNTS", "TOC"];

impl Reader {
    fn token(&mut self, token: Token<'_>) {
        if let Some(element) = self.skipping {
            if token == Token::Close(element) {
                self.skipping = None;
            }
            return;
        }
        match token {
            Token::Words(words) => self.words.add(words),
            Token::Open("STARS", _, _) => {
                self.flush();
                self.pieces.push(Piece::Stars);
            }
            Token::Open("PRTPAGE" | "E" | "SU" | "FTREF" | "AC" | "FR", _, _)
            | Token::Close("E" | "SU" | "FTREF" | "FR") => {}
            Token::Open("HD", attributes, _) => {
                self.flush();
                self.heading = Some(attribute(attributes, "SOURCE").unwrap_or_default().to_owned());
            }
            Token::Open("AGENCY", _, false) => {
                self.flush();
                self.pieces.push(Piece::End);
            }
            Token::Open("FRDOC", _, _) => {
                self.flush();
                self.pieces.push(Piece::End);
                self.skipping = Some("FRDOC");
            }
            Token::Open(name, _, false) if SKIPPED.contains(&name) => {
                self.flush();
                if name == "SIG" {
                    // A signature before the systems ends nothing; after them it ends the last.
                    self.pieces.push(Piece::End);
                }
                self.skipping = SKIPPED.iter().find(|known| **known == name).copied();
            }
            Token::Open(..) | Token::Close(_) => self.flush(),
        }
    }

    fn flush(&mut self) {
        let words = self.words.take();
        let level = self.heading.take();
        if words.is_empty() {
            return;
        }
        match level {
            Some(level) => match heading::in_mark(&words) {
                Some(found) => self.heading(found),
                None if level == "HD1" => self.pieces.push(Piece::Banner(words)),
                None => self.pieces.push(Piece::Words(Paragraph::of(words))),
            },
            None => match heading::run_in(&words) {
                Some(found) => self.heading(found),
                None => self.pieces.push(Piece::Words(Paragraph::of(words))),
            },
        }
    }

    fn heading(&mut self, found: Found) {
        let rest = found.rest.clone();
        self.pieces.push(Piece::Heading(Found { rest: String::new(), ..found }));
        if !rest.is_empty() {
            self.pieces.push(Piece::Words(Paragraph::of(rest)));
        }
    }
}
