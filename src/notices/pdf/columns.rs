//! From words with places to lines in reading order: columns are found by the empty strips between them.

use super::page::Word;

/// A line of one column, in reading order.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    /// The words with single spaces.
    pub text: String,
    /// How far it begins behind the left edge of its column, in sizes of the type.
    pub indent: f64,
    /// How far it ends before the right edge of its column, in sizes of the type.
    pub short: f64,
    /// How far below the line before it, in sizes of the type; nothing for the first line of a column.
    pub below: Option<f64>,
}

/// Words that stand on one height of the page.
struct Row {
    base: f64,
    words: Vec<Word>,
}

/// The lines of all pages: columns one after the other, running heads and page numbers only where they stand first.
pub(super) fn lines(pages: Vec<Vec<Word>>) -> Vec<Line> {
    let size = usual_size(&pages);
    let mut rows: Vec<Vec<Row>> = pages.into_iter().map(|words| rows(words, size)).collect();
    without_running_heads(&mut rows);
    let gutters: Vec<Vec<f64>> = rows.iter().map(|page| gutters(page, size)).collect();
    // The last page is often too short to show its columns: it has those of the others.
    let usual = gutters.iter().max_by_key(|found| found.len()).cloned().unwrap_or_default();
    let mut lines = Vec::new();
    for (page, own) in rows.into_iter().zip(gutters) {
        let own =
            if own.is_empty() && usual.iter().all(|x| parts(&page, *x, size)) { usual.clone() } else { own };
        bands(page, &own, size, &mut lines);
    }
    lines
}

fn usual_size(pages: &[Vec<Word>]) -> f64 {
    let mut sizes: Vec<f64> = pages.iter().flatten().map(|word| word.size).collect();
    sizes.sort_by(f64::total_cmp);
    sizes.get(sizes.len() / 2).copied().unwrap_or(10.0)
}

fn rows(mut words: Vec<Word>, size: f64) -> Vec<Row> {
    words.sort_by(|one, other| other.base.total_cmp(&one.base));
    let mut rows: Vec<Row> = Vec::new();
    for word in words {
        match rows.last_mut() {
            Some(row) if row.base - word.base < size * 0.4 => row.words.push(word),
            _ => rows.push(Row { base: word.base, words: vec![word] }),
        }
    }
    for row in &mut rows {
        row.words.sort_by(|one, other| one.left.total_cmp(&other.left));
    }
    rows
}

fn joined(words: &[Word]) -> String {
    words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// Takes the first and last rows that recur from page to page but for their numbers, and bare page numbers. What the
/// first page prints at its head stays: it tells the volume, the day and the page.
fn without_running_heads(pages: &mut [Vec<Row>]) {
    let fold = |row: &Row| -> String { joined(&row.words).chars().filter(|c| c.is_alphabetic()).collect() };
    let edge = |page: &[Row]| -> Vec<(usize, String)> {
        let count = page.len();
        (0..count)
            .filter(|at| *at < 2 || *at + 2 >= count)
            .filter_map(|at| Some((at, fold(page.get(at)?))))
            .collect()
    };
    let edges: Vec<Vec<(usize, String)>> = pages.iter().map(|page| edge(page)).collect();
    // The number of a document, and its billing code, end one notice and not one page.
    let ends = |text: &str| text.starts_with("FRDoc") || text.starts_with("BILLINGCODE");
    let recurs = |text: &str| {
        let count = edges.iter().filter(|page| page.iter().any(|(_, other)| other == text)).count();
        count > 1 && count * 5 >= edges.len() * 3 && !ends(text)
    };
    for (index, page) in pages.iter_mut().enumerate() {
        let Some(found) = edges.get(index) else { continue };
        let mut taken: Vec<usize> = found
            .iter()
            .filter(|(at, text)| {
                let number = text.is_empty() && page.get(*at).is_some_and(|row| row.words.len() == 1);
                let head = index == 0 && *at < 2 && !text.is_empty();
                (number || recurs(text)) && !head && text.len() < 160
            })
            .map(|(at, _)| *at)
            .collect();
        while let Some(at) = taken.pop() {
            page.remove(at);
        }
    }
}

/// The stretches of a row without a gap as wide as one between columns.
fn stretches(row: &Row, size: f64) -> Vec<(f64, f64)> {
    let mut stretches: Vec<(f64, f64)> = Vec::new();
    for word in &row.words {
        match stretches.last_mut() {
            Some((_, right)) if word.left - *right < size * 0.6 => *right = right.max(word.right),
            _ => stretches.push((word.left, word.right)),
        }
    }
    stretches
}

/// Whether few rows run across a place: the most is one in eight.
fn parts(page: &[Row], x: f64, size: f64) -> bool {
    let across = page
        .iter()
        .filter(|row| stretches(row, size).iter().any(|(left, right)| *left < x && x < *right))
        .count();
    across * 8 <= page.len()
}

/// Places in the empty strips between columns, from left to right.
fn gutters(page: &[Row], size: f64) -> Vec<f64> {
    /// Fewer rows show nothing.
    const FEWEST_ROWS: usize = 12;
    if page.len() < FEWEST_ROWS {
        return Vec::new();
    }
    let all: Vec<Vec<(f64, f64)>> = page.iter().map(|row| stretches(row, size)).collect();
    let left = all.iter().flatten().map(|(left, _)| *left).fold(f64::INFINITY, f64::min);
    let right = all.iter().flatten().map(|(_, right)| *right).fold(f64::NEG_INFINITY, f64::max);
    let width = right - left;
    if !width.is_finite() || width <= size * 10.0 {
        return Vec::new();
    }
    // A place every two hundredth of the width is finer than any gutter.
    let places: Vec<f64> = (1..300).map(|step| left + width * f64::from(step) / 300.0).collect();
    let crossed =
        |x: f64| all.iter().filter(|row| row.iter().any(|(left, right)| *left < x && x < *right)).count();
    let mut found = Vec::new();
    let mut strip: Option<(f64, f64)> = None;
    for x in places {
        if crossed(x) * 8 <= all.len() {
            strip = Some((strip.map_or(x, |(from, _)| from), x));
        } else if let Some((from, to)) = strip.take() {
            found.push((from, to));
        }
    }
    let next = |to: f64| found.iter().map(|(from, _)| *from).find(|from| *from > to).unwrap_or(right);
    found
        .iter()
        .filter(|(from, to)| is_gutter(&all, (*from, *to), next(*to), size))
        // Lines end raggedly before a gutter and begin evenly behind it.
        .map(|(from, to)| (to - size * 0.3).max(*from))
        .collect()
}

/// Whether text stands on both sides of a strip, and begins behind it at one edge as a column does. `next` is where the
/// strip after it begins: what stands behind that belongs to another column.
fn is_gutter(all: &[Vec<(f64, f64)>], (from, to): (f64, f64), next: f64, size: f64) -> bool {
    let middle = (to - size * 0.3).max(from);
    let before = all.iter().filter(|row| row.iter().any(|(_, right)| *right <= middle + size)).count();
    let behind: Vec<f64> = all
        .iter()
        .filter_map(|row| row.iter().map(|(left, _)| *left).find(|left| *left >= middle - size * 0.2))
        .filter(|left| *left < next)
        .collect();
    let at_edge = behind.iter().filter(|left| **left - to < size * 3.0).count();
    let enough = |count: usize| count * 5 >= all.len();
    enough(before) && enough(behind.len()) && at_edge * 10 >= behind.len() * 6
}

/// Reads a page band by band: a row across the gutters stands alone, what is between is read column by column.
fn bands(page: Vec<Row>, gutters: &[f64], size: f64, lines: &mut Vec<Line>) {
    let mut columns: Vec<Vec<Row>> = (0..=gutters.len()).map(|_| Vec::new()).collect();
    for row in page {
        let across = gutters
            .iter()
            .any(|x| stretches(&row, size).iter().any(|(left, right)| *left < *x && *x < *right));
        if across {
            flush(&mut columns, size, lines);
            column(vec![row], size, lines);
            continue;
        }
        let base = row.base;
        let mut parted: Vec<Vec<Word>> = (0..=gutters.len()).map(|_| Vec::new()).collect();
        for word in row.words {
            let at = gutters.iter().filter(|x| word.left >= **x).count();
            if let Some(part) = parted.get_mut(at) {
                part.push(word);
            }
        }
        for (part, rows) in parted.into_iter().zip(&mut columns) {
            if !part.is_empty() {
                let base = part.first().map_or(base, |word| word.base);
                rows.push(Row { base, words: part });
            }
        }
    }
    flush(&mut columns, size, lines);
}

fn flush(columns: &mut [Vec<Row>], size: f64, lines: &mut Vec<Line>) {
    for rows in columns {
        column(std::mem::take(rows), size, lines);
    }
}

fn column(rows: Vec<Row>, size: f64, lines: &mut Vec<Line>) {
    let left = edge(rows.iter().filter_map(|row| Some(row.words.first()?.left)), size, false);
    let right = edge(rows.iter().filter_map(|row| Some(row.words.last()?.right)), size, true);
    let mut before: Option<f64> = None;
    for row in rows {
        let (Some(first), Some(last)) = (row.words.first(), row.words.last()) else { continue };
        lines.push(Line {
            text: joined(&row.words),
            indent: (first.left - left) / size,
            short: (right - last.right) / size,
            below: before.map(|before| (before - row.base) / size),
        });
        before = Some(row.base);
    }
}

/// The edge at which lines begin or end: the outermost that at least two of them share.
fn edge(places: impl Iterator<Item = f64>, size: f64, right: bool) -> f64 {
    let mut places: Vec<f64> = places.collect();
    places.sort_by(f64::total_cmp);
    if right {
        places.reverse();
    }
    let shared = places.windows(2).find_map(|pair| match pair {
        [one, other] if (one - other).abs() < size * 0.5 => Some(*one),
        _ => None,
    });
    shared.or_else(|| places.first().copied()).unwrap_or(0.0)
}
