//! Where everything stands on the page: US Letter, one-inch margins, an address for the window of a No. 10 envelope.
//!
//! Measures are in points from the top left corner. The tree of nodes is the reading order; what has no node is an artifact,
//! which a screen reader passes over. Nothing here knows PDF.

use super::compose::enclosures;
use super::lines::{break_lines, width};
use super::plain::reference_lines;
use super::wording::long_date;
use super::{BlockStyle, Letter, LetterBlock};

pub(super) const PAGE_WIDTH: f32 = 612.0;
pub(super) const PAGE_HEIGHT: f32 = 792.0;
const MARGIN: f32 = 72.0;
const MEASURE: f32 = PAGE_WIDTH - 2.0 * MARGIN;
const BOTTOM: f32 = PAGE_HEIGHT - MARGIN;

const BODY: f32 = 11.0;
const LEADING: f32 = 14.5;
const BETWEEN: f32 = 7.0;
const INDENT: f32 = 16.0;

/// The baseline of the date, above the window.
const DATE_BASELINE: f32 = 131.0;
/// A letter folded in three shows 2.04 to 3.17 inches in the window; its middle, and the width that shows wherever the sheet slides.
const WINDOW_MIDDLE: f32 = 188.0;
const WINDOW_WIDTH: f32 = 234.0;
/// Below the fold, so that nothing but the address shows in the window.
const BODY_TOP: f32 = 266.0;

/// A letter on its pages.
#[derive(Debug)]
pub(super) struct Laid {
    pub pages: Vec<Page>,
    /// The structure, parents before children.
    pub nodes: Vec<Node>,
}

/// One page: its texts in reading order, and its rules.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub runs: Vec<Run>,
    pub rules: Vec<Rule>,
}

/// A line of text in one weight.
#[derive(Debug, Clone)]
pub(super) struct Run {
    pub x: f32,
    /// The baseline, from the top of the page.
    pub y: f32,
    pub size: f32,
    pub bold: bool,
    pub text: String,
    /// The leaf of the structure that it belongs to.
    pub node: Option<usize>,
}

/// A thin line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rule {
    pub x: f32,
    pub y: f32,
    pub width: f32,
}

/// One element of the structure, by its PDF name.
#[derive(Debug)]
pub(super) struct Node {
    pub tag: &'static str,
    pub parent: Option<usize>,
}

/// A line that flows from page to page.
struct Row {
    before: f32,
    height: f32,
    /// Whether the next row must stand on the same page.
    keep: bool,
    runs: Vec<Run>,
}

/// Sets the letter on pages.
pub(super) fn lay_out(letter: &Letter) -> Laid {
    let mut sheet = Sheet {
        nodes: Vec::new(),
        first: Page::default(),
        rows: Vec::new(),
    };
    sheet.letterhead(letter);
    sheet.address_zone(letter);
    sheet.references(letter);
    for block in &letter.blocks {
        sheet.block(block);
    }
    sheet.signature(letter);
    sheet.into_pages(letter)
}

struct Sheet {
    nodes: Vec<Node>,
    first: Page,
    rows: Vec<Row>,
}

impl Sheet {
    fn node(&mut self, tag: &'static str, parent: Option<usize>) -> usize {
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
        let mut lines: Vec<String> = texts
            .iter()
            .flat_map(|text| break_lines(text, bold, size, measure))
            .collect();
        let last = lines.len().saturating_sub(1);
        for (index, line) in lines.drain(..).enumerate() {
            let text = if index < last && !line.ends_with(' ') {
                format!("{line} ")
            } else {
                line
            };
            self.first.runs.push(Run {
                x,
                y,
                size,
                bold,
                text,
                node: Some(node),
            });
            y += leading;
        }
        y
    }

    fn letterhead(&mut self, letter: &Letter) {
        let head = &letter.facts.letterhead;
        let y = self.fixed(
            std::slice::from_ref(&head.agency),
            MARGIN,
            58.0,
            (15.0, true, 17.0),
            MEASURE,
        );
        let y = self.fixed(
            std::slice::from_ref(&head.office),
            MARGIN,
            y - 1.0,
            (10.5, false, 13.0),
            MEASURE,
        );
        let y = self.fixed(&[head.address.join(", ")], MARGIN, y, (9.5, false, 12.0), MEASURE);
        self.first.rules.push(Rule {
            x: MARGIN,
            y: y - 5.0,
            width: MEASURE,
        });
    }

    fn address_zone(&mut self, letter: &Letter) {
        let facts = &letter.facts;
        self.fixed(
            &[long_date(facts.date)],
            MARGIN,
            DATE_BASELINE,
            (BODY, false, LEADING),
            MEASURE,
        );
        let lines: Vec<String> = std::iter::once(&facts.addressee.name)
            .chain(&facts.addressee.address)
            .cloned()
            .collect();
        let leading = if lines.len() > 5 { 12.5 } else { 14.0 };
        let count: usize = lines
            .iter()
            .map(|line| break_lines(line, false, BODY, WINDOW_WIDTH).len())
            .sum();
        let top = WINDOW_MIDDLE - leading * count as f32 / 2.0;
        self.fixed(&lines, MARGIN, top + 11.0, (BODY, false, leading), WINDOW_WIDTH);
    }

    fn references(&mut self, letter: &Letter) {
        for line in reference_lines(letter) {
            let node = self.node("P", None);
            self.paragraph(
                &line,
                node,
                Setting {
                    size: 10.0,
                    leading: 13.0,
                    before: 0.0,
                    ..Setting::body(0.0)
                },
            );
        }
        let node = self.node("H1", None);
        let setting = Setting {
            size: 15.0,
            bold: true,
            leading: 19.0,
            before: 13.0,
            keep: true,
            ..Setting::body(0.0)
        };
        self.paragraph(&letter.title, node, setting);
    }

    fn block(&mut self, block: &LetterBlock) {
        match block.style {
            BlockStyle::Heading => {
                for text in &block.text {
                    let node = self.node("H2", None);
                    let setting = Setting {
                        size: 11.5,
                        bold: true,
                        before: 13.0,
                        keep: true,
                        ..Setting::body(0.0)
                    };
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
                    self.paragraph(
                        text,
                        node,
                        Setting {
                            before,
                            keep,
                            ..Setting::body(0.0)
                        },
                    );
                }
            }
            BlockStyle::List => self.list(&block.text),
            BlockStyle::Address => {
                let node = self.node("P", None);
                let last = block.text.len().saturating_sub(1);
                for (index, text) in block.text.iter().enumerate() {
                    let text = if index < last {
                        format!("{text} ")
                    } else {
                        text.clone()
                    };
                    let before = if index == 0 { 4.0 } else { 0.0 };
                    let setting = Setting {
                        before,
                        keep: index < last,
                        ..Setting::body(INDENT)
                    };
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
            self.paragraph(
                item,
                body,
                Setting {
                    before,
                    ..Setting::body(INDENT)
                },
            );
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

    fn paragraph(&mut self, text: &str, node: usize, setting: Setting) {
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
            });
        }
    }

    fn signature(&mut self, letter: &Letter) {
        let facts = &letter.facts;
        // The signature takes at least the last two lines of the letter with it to a new page.
        let from = self.rows.len().saturating_sub(2);
        self.rows[from..].iter_mut().for_each(|row| row.keep = true);
        for (text, before, keep) in [
            ("Sincerely,", 9.0, true),
            (facts.signer.name.as_str(), 32.0, true),
            (facts.signer.title.as_str(), 0.0, false),
        ] {
            let node = self.node("P", None);
            self.paragraph(
                text,
                node,
                Setting {
                    before,
                    keep,
                    ..Setting::body(0.0)
                },
            );
        }
        let enclosed = enclosures(facts);
        if !enclosed.is_empty() {
            if let Some(row) = self.rows.last_mut() {
                row.keep = true;
            }
            let node = self.node("P", None);
            let setting = Setting {
                size: 10.0,
                before: 14.0,
                ..Setting::body(0.0)
            };
            self.paragraph(&format!("Enclosed: {}", enclosed.join("; ")), node, setting);
        }
    }

    fn into_pages(self, letter: &Letter) -> Laid {
        let mut pages = vec![self.first];
        let mut top = BODY_TOP;
        for group in break_pages(&self.rows) {
            if top < BODY_TOP {
                pages.push(Page::default());
            }
            let mut y = top;
            for (index, row) in self.rows[group].iter().enumerate() {
                if index > 0 {
                    y += row.before;
                }
                for run in &row.runs {
                    let placed = Run {
                        y: y + run.size,
                        ..run.clone()
                    };
                    if let Some(page) = pages.last_mut() {
                        page.runs.push(placed);
                    }
                }
                y += row.height;
            }
            top = MARGIN;
        }
        let count = pages.len();
        for (index, page) in pages.iter_mut().enumerate() {
            let number = format!("Page {} of {count}", index + 1);
            let x = PAGE_WIDTH - MARGIN - width(&number, false, 9.0);
            let y = PAGE_HEIGHT - 42.0;
            let footer = |x: f32, text: String| Run {
                x,
                y,
                size: 9.0,
                bold: false,
                text,
                node: None,
            };
            page.runs.push(footer(MARGIN, letter.facts.case_number.clone()));
            page.runs.push(footer(x, number));
        }
        Laid {
            pages,
            nodes: self.nodes,
        }
    }
}

/// How a paragraph is set.
#[derive(Clone, Copy)]
struct Setting {
    size: f32,
    bold: bool,
    leading: f32,
    before: f32,
    indent: f32,
    keep: bool,
}

impl Setting {
    fn body(indent: f32) -> Self {
        Self {
            size: BODY,
            bold: false,
            leading: LEADING,
            before: BETWEEN,
            indent,
            keep: false,
        }
    }
}

/// Cuts the rows into pages, as late as the rows that must stay together allow.
fn break_pages(rows: &[Row]) -> Vec<std::ops::Range<usize>> {
    let mut pages = Vec::new();
    let mut start = 0;
    let mut y = BODY_TOP;
    let mut index = 0;
    while index < rows.len() {
        let row = &rows[index];
        let needed = row.height + if index == start { 0.0 } else { row.before };
        if y + needed > BOTTOM && index > start {
            let cut = (start + 1..=index)
                .rev()
                .find(|cut| !rows[cut - 1].keep)
                .unwrap_or(index);
            pages.push(start..cut);
            start = cut;
            index = cut;
            y = MARGIN;
            continue;
        }
        y += needed;
        index += 1;
    }
    pages.push(start..rows.len());
    pages
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(keeps: &[bool], height: f32) -> Vec<Row> {
        keeps
            .iter()
            .map(|keep| Row {
                before: 0.0,
                height,
                keep: *keep,
                runs: Vec::new(),
            })
            .collect()
    }

    #[test]
    fn a_page_ends_before_what_must_stay_together() {
        // 450 points hold four rows of 100 on the first page; rows 2 to 4 belong together.
        let rows = rows(&[false, false, true, true, false, false], 100.0);
        assert_eq!(break_pages(&rows), vec![0..2, 2..6]);
    }

    #[test]
    fn what_cannot_stay_together_is_broken_where_the_page_is_full() {
        let rows = rows(&[true; 12], 100.0);
        assert_eq!(break_pages(&rows), vec![0..4, 4..10, 10..12]);
    }
}
