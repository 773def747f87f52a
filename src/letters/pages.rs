//! Lines onto pages: as many as fit, and no heading, address, signature or single line torn from what it belongs to.

use std::ops::Range;

use super::lines::width;
use super::{Language, OfficePicture};

pub(super) const PAGE_WIDTH: f32 = 612.0;
pub(super) const PAGE_HEIGHT: f32 = 792.0;
pub(super) const MARGIN: f32 = 72.0;
pub(super) const MEASURE: f32 = PAGE_WIDTH - 2.0 * MARGIN;
pub(super) const BOTTOM: f32 = PAGE_HEIGHT - MARGIN;

/// A letter on its pages.
#[derive(Debug)]
pub(super) struct Laid {
    pub pages: Vec<Page>,
    /// The structure, parents before children.
    pub nodes: Vec<Node>,
    /// The width and height of each page.
    pub size: (f32, f32),
}

/// One page: its texts in reading order, and its rules.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub runs: Vec<Run>,
    pub rules: Vec<Rule>,
    pub fields: Vec<FormField>,
    pub pictures: Vec<Figure>,
    /// The heads of a table that goes on from the page before: for the eye, because a reader by ear was told them.
    pub heads: Vec<Run>,
}

/// A picture in its place.
#[derive(Debug, Clone)]
pub(super) struct Figure {
    /// The element of the structure that holds it.
    pub node: usize,
    pub x: f32,
    /// Its upper edge, from the top of the page.
    pub y: f32,
    pub width: f32,
    pub height: f32,
    pub picture: OfficePicture,
    /// What a screen reader says of it.
    pub words: String,
}

impl Figure {
    /// A picture in a space of the page, as large as its shape allows: at the left, and at the foot or in the middle.
    pub(super) fn within(
        (x, y, width, height): (f32, f32, f32, f32),
        middle: bool,
        node: usize,
        picture: &OfficePicture,
        words: String,
    ) -> Option<Self> {
        let (across, down) = picture.size()?;
        let (across, down) = (across as f32, down as f32);
        let scale = (width / across).min(height / down);
        let (wide, high) = (across * scale, down * scale);
        let (right, below) =
            if middle { ((width - wide) / 2.0, (height - high) / 2.0) } else { (0.0, height - high) };
        Some(Self {
            node,
            x: x + right,
            y: y + below,
            width: wide,
            height: high,
            picture: picture.clone(),
            words,
        })
    }
}

/// A place to fill in.
#[derive(Debug, Clone)]
pub(super) struct FormField {
    /// The element of the structure that holds it.
    pub node: usize,
    pub x: f32,
    /// Its upper edge, from the top of the page.
    pub y: f32,
    pub width: f32,
    pub height: f32,
    pub name: String,
    /// What a screen reader says of it.
    pub words: String,
    pub kind: FieldKind,
}

/// What is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FieldKind {
    /// One line of text.
    Line,
    /// Several lines of text.
    Area,
    /// A box to check.
    Check,
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
#[derive(Default)]
pub(super) struct Row {
    /// The space above, which the top of a page swallows.
    pub before: f32,
    pub height: f32,
    /// Whether the next row must stand on the same page.
    pub keep: bool,
    /// The texts of the line; their `y` counts from the first baseline of the row.
    pub runs: Vec<Run>,
    /// A thin line at the foot of the row.
    pub stroke: Option<Stroke>,
    /// A place to fill in; its `y` counts from the top of the row.
    pub field: Option<FormField>,
    /// A picture; its `y` counts from the top of the row.
    pub picture: Option<Figure>,
    /// The rows that stand above this one again where it begins a page: the heads of its table.
    pub heads: Range<usize>,
}

/// A thin line at the foot of a row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stroke {
    pub x: f32,
    pub width: f32,
    /// How far above the end of the row.
    pub up: f32,
}

impl Stroke {
    /// The line of a row that ends here.
    fn at(self, end: f32) -> Rule {
        Rule { x: self.x, y: end - self.up, width: self.width }
    }
}

/// A sheet of US Letter.
pub(super) const LETTER: (f32, f32) = (PAGE_WIDTH, PAGE_HEIGHT);

/// Places the rows: from `top` on the first page, from the margin on the others; and numbers the pages.
pub(super) fn paginate(first: Page, rows: &[Row], top: f32, foot: &str, language: Language) -> Vec<Page> {
    let groups = break_pages(rows, top);
    let count = groups.len();
    let mut pages = Vec::with_capacity(count);
    let mut first = Some(first);
    for (index, group) in groups.into_iter().enumerate() {
        let mut y = if index == 0 { top } else { MARGIN };
        let mut page = first.take().unwrap_or_default();
        let heads = rows.get(group.start).map_or(0..0, |row| row.heads.clone());
        for row in rows.get(heads).unwrap_or_default() {
            let again = |run: &Run| Run { y: y + run.size + run.y, node: None, ..run.clone() };
            page.heads.extend(row.runs.iter().map(again));
            y += row.height;
            page.rules.extend(row.stroke.map(|stroke| stroke.at(y)));
        }
        for (place, row) in rows[group].iter().enumerate() {
            if place > 0 || !row.heads.is_empty() {
                y += row.before;
            }
            page.pictures
                .extend(row.picture.as_ref().map(|figure| Figure { y: y + figure.y, ..figure.clone() }));
            page.runs.extend(row.runs.iter().map(|run| Run { y: y + run.size + run.y, ..run.clone() }));
            page.fields.extend(row.field.as_ref().map(|field| FormField { y: y + field.y, ..field.clone() }));
            y += row.height;
            page.rules.extend(row.stroke.map(|stroke| stroke.at(y)));
        }
        let number = language.page_of(index + 1, count);
        let right = PAGE_WIDTH - MARGIN - width(&number, false, 9.0);
        for (x, text) in [(MARGIN, foot.to_owned()), (right, number)] {
            page.runs.push(Run { x, y: PAGE_HEIGHT - 42.0, size: 9.0, bold: false, text, node: None });
        }
        pages.push(page);
    }
    pages
}

/// Cuts the rows into pages, as late as the rows that must stay together allow.
fn break_pages(rows: &[Row], top: f32) -> Vec<Range<usize>> {
    let mut pages = Vec::new();
    let mut start = 0;
    let mut y = top;
    let mut index = 0;
    while index < rows.len() {
        let row = &rows[index];
        let tops = index == start && row.heads.is_empty();
        let needed = row.height + if tops { 0.0 } else { row.before };
        if y + needed > BOTTOM && index > start {
            let cut = (start + 1..=index).rev().find(|cut| !rows[cut - 1].keep).unwrap_or(index);
            pages.push(start..cut);
            start = cut;
            index = cut;
            let heads = rows.get(rows[cut].heads.clone()).unwrap_or_default();
            y = MARGIN + heads.iter().map(|row| row.height).sum::<f32>();
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
        keeps.iter().map(|keep| Row { height, keep: *keep, ..Row::default() }).collect()
    }

    #[test]
    fn the_heads_of_a_table_take_their_room_on_every_page_that_it_goes_on() {
        // The first page holds four rows of 100; the others six, or five below the heads.
        let mut rows = rows(&[true, false, false, false, false, false, false, false, false, false], 100.0);
        rows[1..].iter_mut().for_each(|row| row.heads = 0..1);
        assert_eq!(break_pages(&rows, 266.0), vec![0..4, 4..9, 9..10]);
        let pages = paginate(Page::default(), &rows, 266.0, "", Language::English);
        assert_eq!(pages.len(), 3);
    }

    #[test]
    fn a_page_ends_before_what_must_stay_together() {
        // 450 points hold four rows of 100 on the first page; rows 2 to 4 belong together.
        let rows = rows(&[false, false, true, true, false, false], 100.0);
        assert_eq!(break_pages(&rows, 266.0), vec![0..2, 2..6]);
    }

    #[test]
    fn what_cannot_stay_together_is_broken_where_the_page_is_full() {
        let rows = rows(&[true; 12], 100.0);
        assert_eq!(break_pages(&rows, 266.0), vec![0..4, 4..10, 10..12]);
    }
}
