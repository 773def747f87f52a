//! Where everything stands on the page: US Letter, one-inch margins, an address for the window of a No. 10 envelope.
//!
//! Measures are in points from the top left corner. The tree of nodes is the reading order; what has no node is an artifact,
//! which a screen reader passes over. Nothing here knows PDF.

use super::compose::{closing_words, enclosures};
use super::lines::break_lines;
use super::pages::{Figure, LETTER, Laid, MARGIN, MEASURE, Node, Page, Row, Rule, Run, Stroke, paginate};
use super::plain::reference_lines;
use super::{BlockStyle, Letter, LetterBlock, LetterKind, Letterhead};

pub(super) const BODY: f32 = 11.0;
pub(super) const LEADING: f32 = 14.5;
const BETWEEN: f32 = 7.0;
pub(super) const INDENT: f32 = 16.0;

/// The baseline of the date, above the window.
const DATE_BASELINE: f32 = 131.0;
/// A letter folded in three shows 2.04 to 3.17 inches in the window; its middle, and the width that shows wherever the sheet slides.
const WINDOW_MIDDLE: f32 = 188.0;
const WINDOW_WIDTH: f32 = 234.0;
/// The seal hangs in the margin beside the letterhead, so that no words move for it: left, top, width and height.
const SEAL: (f32, f32, f32, f32) = (18.0, 39.0, 48.0, 48.0);
/// The room for a signature, by hand or as a picture, and how far to the right a picture may go.
const SIGNING_ROOM: f32 = 32.0;
const SIGNATURE_WIDTH: f32 = 170.0;
/// Below the fold, so that nothing but the address shows in the window.
const BODY_TOP: f32 = 266.0;

/// Sets the letter on pages.
pub(super) fn lay_out(letter: &Letter) -> Laid {
    if letter.kind == LetterKind::Envelope {
        return envelope::lay_out(letter);
    }
    let mut sheet = Sheet { nodes: Vec::new(), first: Page::default(), rows: Vec::new() };
    sheet.seal(letter);
    sheet.letterhead(&letter.facts.letterhead);
    sheet.address_zone(letter);
    sheet.references(letter);
    for block in &letter.blocks {
        sheet.block(block);
    }
    sheet.signature(letter);
    let pages = paginate(sheet.first, &sheet.rows, BODY_TOP, &letter.facts.case_number, letter.language);
    Laid { pages, nodes: sheet.nodes, size: LETTER }
}

/// A paper being set: what stands at fixed places of the first page, and what flows after it.
pub(super) struct Sheet {
    pub(super) nodes: Vec<Node>,
    pub(super) first: Page,
    pub(super) rows: Vec<Row>,
}

impl Sheet {
    pub(super) fn node(&mut self, tag: &'static str, parent: Option<usize>) -> usize {
        self.nodes.push(Node { tag, parent });
        self.nodes.len() - 1
    }

    /// Places a paragraph at a fixed place of the first page; returns the baseline after it.
    fn fixed(
        &mut self,
        texts: &[String],
        x: f32,
        mut y: f32,
        (size, bold, leading): (f32, bool, f32),
        measure: f32,
    ) -> f32 {
        let node = self.node("P", None);
        let mut lines: Vec<String> =
            texts.iter().flat_map(|text| break_lines(text, bold, size, measure)).collect();
        let last = lines.len().saturating_sub(1);
        for (index, line) in lines.drain(..).enumerate() {
            let text = if index < last && !line.ends_with(' ') { format!("{line} ") } else { line };
            self.first.runs.push(Run { x, y, size, bold, text, node: Some(node) });
            y += leading;
        }
        y
    }

    pub(super) fn letterhead(&mut self, head: &Letterhead) {
        let y = self.fixed(std::slice::from_ref(&head.agency), MARGIN, 58.0, (15.0, true, 17.0), MEASURE);
        let y = self.fixed(std::slice::from_ref(&head.office), MARGIN, y - 1.0, (10.5, false, 13.0), MEASURE);
        let y = self.fixed(&[head.address.join(", ")], MARGIN, y, (9.5, false, 12.0), MEASURE);
        self.first.rules.push(Rule { x: MARGIN, y: y - 5.0, width: MEASURE });
    }

    fn seal(&mut self, letter: &Letter) {
        if let Some(seal) = &letter.facts.pictures.seal {
            let node = self.node("Figure", None);
            let words = letter.language.seal_of(&letter.facts.letterhead.agency);
            self.first.pictures.extend(Figure::within(SEAL, true, node, seal, words));
        }
    }

    fn address_zone(&mut self, letter: &Letter) {
        let facts = &letter.facts;
        self.fixed(
            &[letter.language.long_date(facts.date)],
            MARGIN,
            DATE_BASELINE,
            (BODY, false, LEADING),
            MEASURE,
        );
        let lines: Vec<String> =
            std::iter::once(&facts.addressee.name).chain(&facts.addressee.address).cloned().collect();
        let leading = if lines.len() > 5 { 12.5 } else { 14.0 };
        let count: usize = lines.iter().map(|line| break_lines(line, false, BODY, WINDOW_WIDTH).len()).sum();
        let top = WINDOW_MIDDLE - leading * count as f32 / 2.0;
        self.fixed(&lines, MARGIN, top + 11.0, (BODY, false, leading), WINDOW_WIDTH);
    }

    fn references(&mut self, letter: &Letter) {
        for line in reference_lines(letter) {
            let node = self.node("P", None);
            self.paragraph(
                &line,
                node,
                Setting { size: 10.0, leading: 13.0, before: 0.0, ..Setting::body(0.0) },
            );
        }
        let node = self.node("H1", None);
        let setting =
            Setting { size: 15.0, bold: true, leading: 19.0, before: 13.0, keep: true, ..Setting::body(0.0) };
        self.paragraph(&letter.title, node, setting);
    }

    fn block(&mut self, block: &LetterBlock) {
        match block.style {
            BlockStyle::Heading => {
                for text in &block.text {
                    let node = self.node("H2", None);
                    let setting =
                        Setting { size: 11.5, bold: true, before: 13.0, keep: true, ..Setting::body(0.0) };
                    self.paragraph(text, node, setting);
                }
            }
            BlockStyle::Paragraph => {
                let after_heading = self.nodes.last().is_some_and(|node| node.tag == "H2");
                for text in &block.text {
                    let node = self.node("P", None);
                    // A lead-in must not stand alone above the list or address that it introduces.
                    let keep = text.ends_with(':');
                    let before = if after_heading { 2.0 } else { BETWEEN };
                    self.paragraph(text, node, Setting { before, keep, ..Setting::body(0.0) });
                }
            }
            BlockStyle::List => self.list(&block.text),
            BlockStyle::Table => self.table(&block.text),
            BlockStyle::Fields => self.fields(&block.text),
            BlockStyle::Address => {
                let node = self.node("P", None);
                let last = block.text.len().saturating_sub(1);
                for (index, text) in block.text.iter().enumerate() {
                    let text = if index < last { format!("{text} ") } else { text.clone() };
                    let before = if index == 0 { 4.0 } else { 0.0 };
                    let setting = Setting { before, keep: index < last, ..Setting::body(INDENT) };
                    self.address_line(&text, node, setting);
                }
            }
        }
    }

    fn list(&mut self, items: &[String]) {
        let list = self.node("L", None);
        for (index, item) in items.iter().enumerate() {
            let entry = self.node("LI", Some(list));
            let label = self.node("Lbl", Some(entry));
            let body = self.node("LBody", Some(entry));
            let before = if index == 0 { 3.0 } else { 2.5 };
            let first = self.rows.len();
            self.paragraph(item, body, Setting { before, ..Setting::body(INDENT) });
            if let Some(row) = self.rows.get_mut(first)
                && let Some(y) = row.runs.first().map(|run| run.y)
            {
                let bullet = Run {
                    x: MARGIN + 4.0,
                    y,
                    size: BODY,
                    bold: false,
                    text: "• ".to_owned(),
                    node: Some(label),
                };
                row.runs.insert(0, bullet);
            }
        }
    }

    /// Labels, each above a line to write on.
    fn fields(&mut self, labels: &[String]) {
        for label in labels {
            let node = self.node("P", None);
            let setting = Setting { size: 9.5, leading: 12.0, before: 6.0, keep: true, ..Setting::body(0.0) };
            self.paragraph(label, node, setting);
            self.rows.push(Row {
                height: 22.0,
                stroke: Some(Stroke { x: MARGIN, width: MEASURE, up: 2.0 }),
                ..Row::default()
            });
        }
    }

    /// An address line keeps its trailing space, which is all that parts it from the next for a reader by ear.
    fn address_line(&mut self, text: &str, node: usize, setting: Setting) {
        let first = self.rows.len();
        self.paragraph(text.trim_end(), node, setting);
        if text.ends_with(' ')
            && let Some(run) = self.rows[first..].last_mut().and_then(|row| row.runs.last_mut())
        {
            run.text.push(' ');
        }
    }

    pub(super) fn paragraph(&mut self, text: &str, node: usize, setting: Setting) {
        let lines = break_lines(text, setting.bold, setting.size, MEASURE - setting.indent);
        let count = lines.len();
        for (index, text) in lines.into_iter().enumerate() {
            // Two lines at least stay together at either end of a page.
            let orphan = index == 0 && count > 1;
            let widow = count > 1 && index + 2 == count;
            let last = index + 1 == count;
            self.rows.push(Row {
                before: if index == 0 { setting.before } else { 0.0 },
                height: setting.leading,
                keep: orphan || widow || (setting.keep && (last || setting.bold || count <= 3)),
                runs: vec![Run {
                    x: MARGIN + setting.indent,
                    y: 0.0,
                    size: setting.size,
                    bold: setting.bold,
                    text,
                    node: Some(node),
                }],
                ..Row::default()
            });
        }
    }

    fn signature(&mut self, letter: &Letter) {
        let facts = &letter.facts;
        let Some(closing) = closing_words(letter.kind, letter.language) else {
            return;
        };
        // The signature takes at least the last two lines of the letter with it to a new page.
        let from = self.rows.len().saturating_sub(2);
        self.rows[from..].iter_mut().for_each(|row| row.keep = true);
        let node = self.node("P", None);
        self.paragraph(closing, node, Setting { before: 9.0, keep: true, ..Setting::body(0.0) });
        // With a picture or without, the same room: the pages of a draft are those of the issued letter.
        let picture = facts.pictures.signature.as_ref().and_then(|picture| {
            let node = self.node("Figure", None);
            let room = (MARGIN, 1.0, SIGNATURE_WIDTH, SIGNING_ROOM - 1.0);
            Figure::within(room, false, node, picture, letter.language.signature_of(&facts.signer.name))
        });
        self.rows.push(Row { height: SIGNING_ROOM, keep: true, picture, ..Row::default() });
        for (text, keep) in [(facts.signer.name.as_str(), true), (facts.signer.title.as_str(), false)] {
            let node = self.node("P", None);
            self.paragraph(text, node, Setting { before: 0.0, keep, ..Setting::body(0.0) });
        }
        let enclosed = enclosures(facts, letter.language);
        if !enclosed.is_empty() {
            if let Some(row) = self.rows.last_mut() {
                row.keep = true;
            }
            let node = self.node("P", None);
            let setting = Setting { size: 10.0, before: 14.0, ..Setting::body(0.0) };
            self.paragraph(
                &format!("{}: {}", letter.language.enclosed(), enclosed.join("; ")),
                node,
                setting,
            );
        }
    }
}

/// How a paragraph is set.
#[derive(Clone, Copy)]
pub(super) struct Setting {
    pub(super) size: f32,
    pub(super) bold: bool,
    pub(super) leading: f32,
    pub(super) before: f32,
    pub(super) indent: f32,
    pub(super) keep: bool,
}

impl Setting {
    pub(super) fn body(indent: f32) -> Self {
        Self { size: BODY, bold: false, leading: LEADING, before: BETWEEN, indent, keep: false }
    }
}

mod envelope;
mod table;
#[cfg(test)]
mod tests;
