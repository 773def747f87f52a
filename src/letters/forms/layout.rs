//! A form on its pages: labels above lines, boxes before their words, each with a field that a screen reader names.

use super::super::layout::{BODY, INDENT, LEADING, Setting, Sheet};
use super::super::pages::{FieldKind, FormField, LETTER, Laid, MARGIN, MEASURE, Page, Row, Stroke, paginate};
use super::{Form, ItemStyle};

/// The height of a line to fill in.
const LINE: f32 = 18.0;
/// The side of a box to check.
const BOX: f32 = 10.0;
/// The first line below the letterhead.
const TOP: f32 = 118.0;

/// Sets the form on pages.
pub(in crate::letters) fn lay_out(form: &Form) -> Laid {
    let mut sheet = Sheet { nodes: Vec::new(), first: Page::default(), rows: Vec::new() };
    sheet.letterhead(&form.letterhead);
    let node = sheet.node("H1", None);
    let title =
        Setting { size: 15.0, bold: true, leading: 19.0, before: 0.0, keep: true, ..Setting::body(0.0) };
    sheet.paragraph(&form.title, node, title);
    for item in &form.items {
        match item.style {
            ItemStyle::Heading => {
                let node = sheet.node("H2", None);
                let setting =
                    Setting { size: 11.5, bold: true, before: 11.0, keep: true, ..Setting::body(0.0) };
                sheet.paragraph(&item.words, node, setting);
            }
            ItemStyle::Text => {
                let node = sheet.node("P", None);
                sheet.paragraph(&item.words, node, Setting { before: 4.0, ..Setting::body(0.0) });
            }
            ItemStyle::Field | ItemStyle::Area => sheet.line_to_fill(&item.words, &item.name, item.rows),
            ItemStyle::Check => sheet.box_to_check(&item.words, &item.name),
            ItemStyle::Sign => sheet.line_to_sign(&item.words),
        }
    }
    let pages = paginate(sheet.first, &sheet.rows, TOP, &form.title, form.language);
    Laid { pages, nodes: sheet.nodes, size: LETTER }
}

impl Sheet {
    fn label(&mut self, words: &str) {
        let node = self.node("P", None);
        let setting = Setting { size: 9.5, leading: 12.0, before: 6.0, keep: true, ..Setting::body(0.0) };
        self.paragraph(words, node, setting);
        if let Some(row) = self.rows.last_mut() {
            row.keep = true;
        }
    }

    fn line_to_fill(&mut self, words: &str, name: &str, rows: u32) {
        self.label(words);
        let height = LINE * rows as f32;
        let node = self.node("Form", None);
        let kind = if rows > 1 { FieldKind::Area } else { FieldKind::Line };
        self.rows.push(Row {
            height: height + 2.0,
            stroke: Some(Stroke { x: MARGIN, width: MEASURE, up: 1.0 }),
            field: Some(FormField {
                node,
                x: MARGIN,
                y: 0.0,
                width: MEASURE,
                height,
                name: name.to_owned(),
                words: words.to_owned(),
                kind,
            }),
            ..Row::default()
        });
    }

    fn box_to_check(&mut self, words: &str, name: &str) {
        let field = self.node("Form", None);
        let node = self.node("P", None);
        let first = self.rows.len();
        self.paragraph(words, node, Setting { before: 5.0, ..Setting::body(INDENT + 4.0) });
        if let Some(row) = self.rows.get_mut(first) {
            row.field = Some(FormField {
                node: field,
                x: MARGIN,
                y: (LEADING - BOX) / 2.0 - 1.0,
                width: BOX,
                height: BOX,
                name: name.to_owned(),
                words: words.to_owned(),
                kind: FieldKind::Check,
            });
        }
    }

    fn line_to_sign(&mut self, words: &str) {
        self.label(words);
        self.rows.push(Row {
            height: BODY * 2.4,
            stroke: Some(Stroke { x: MARGIN, width: MEASURE, up: 1.0 }),
            ..Row::default()
        });
    }
}
