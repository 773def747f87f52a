//! Tables: columns as wide as their words ask, rows that stay whole, heads that a reader by ear is told, and that stand again
//! on every page on which the table goes on.

use std::ops::Range;

use super::super::compose::CELL;
use super::super::lines::{break_lines, width};
use super::super::pages::{MARGIN, MEASURE, Row, Run, Stroke};
use super::Sheet;

const SIZE: f32 = 9.5;
const LEADING: f32 = 12.0;
const GAP: f32 = 10.0;
/// A row of more lines than fit on a page below the heads is parted, so that it can turn the page.
const MOST_LINES: usize = 46;

impl Sheet {
    /// Sets the rows of a table, the first of which holds the heads.
    pub(super) fn table(&mut self, rows: &[String]) {
        let cells: Vec<Vec<&str>> = rows.iter().map(|row| row.split(CELL).collect()).collect();
        let widths = column_widths(&cells);
        let table = self.node("Table", None);
        let mut heads = 0..0;
        for (index, row) in cells.iter().enumerate() {
            let head = index == 0;
            let entry = self.node("TR", Some(table));
            let mut runs: Vec<Vec<Run>> = Vec::new();
            let mut x = MARGIN;
            for (cell, column) in row.iter().zip(&widths) {
                let node = self.node(if head { "TH" } else { "TD" }, Some(entry));
                let lines = break_lines(cell, head, SIZE, column - GAP);
                let place = |(line, text)| Run {
                    x,
                    y: LEADING * (line % MOST_LINES) as f32,
                    size: SIZE,
                    bold: head,
                    text,
                    node: Some(node),
                };
                runs.push(lines.into_iter().enumerate().map(place).collect());
                x += column;
            }
            let from = self.rows.len();
            self.table_row(&runs, head, index + 1 == cells.len(), &heads);
            if head {
                heads = from..self.rows.len();
            }
        }
    }

    fn table_row(&mut self, cells: &[Vec<Run>], head: bool, last: bool, heads: &Range<usize>) {
        let most = cells.iter().map(Vec::len).max().unwrap_or(0);
        for from in (0..most).step_by(MOST_LINES) {
            let shown = (most - from).min(MOST_LINES);
            let ends = from + shown == most;
            self.rows.push(Row {
                before: if from == 0 { 4.0 } else { 0.0 },
                height: LEADING * shown as f32 + if ends { 5.0 } else { 0.0 },
                keep: head,
                runs: cells
                    .iter()
                    .flat_map(|cell| cell.iter().skip(from).take(MOST_LINES).cloned())
                    .collect(),
                stroke: (ends && (head || !last)).then_some(Stroke { x: MARGIN, width: MEASURE, up: 1.0 }),
                heads: heads.clone(),
                ..Row::default()
            });
        }
    }
}

/// Every column gets the width of its longest word; what is left goes to those with the longest text.
fn column_widths(rows: &[Vec<&str>]) -> Vec<f32> {
    let count = rows.iter().map(Vec::len).max().unwrap_or(1);
    let share = MEASURE / count as f32;
    let measured = |column: usize, of: fn(&str, bool) -> f32| {
        rows.iter()
            .enumerate()
            .filter_map(|(index, row)| row.get(column).map(|cell| of(cell, index == 0)))
            .fold(0.0_f32, f32::max)
    };
    let least: Vec<f32> = (0..count)
        .map(|column| {
            let longest = measured(column, |cell, bold| {
                cell.split(' ').map(|word| width(word, bold, SIZE)).fold(0.0, f32::max)
            });
            (longest + GAP).min(share)
        })
        .collect();
    let wished: Vec<f32> = (0..count)
        .map(|column| measured(column, |cell, bold| width(cell, bold, SIZE)) + GAP)
        .zip(&least)
        .map(|(wished, least)| (wished - least).max(0.0))
        .collect();
    let left = (MEASURE - least.iter().sum::<f32>()).max(0.0);
    let all: f32 = wished.iter().sum();
    least
        .iter()
        .zip(&wished)
        .map(|(least, wished)| least + if all > 0.0 { left.min(all) * wished / all } else { 0.0 })
        .collect()
}
