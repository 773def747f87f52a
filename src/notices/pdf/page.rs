//! The words that a page of a PDF shows, with their places.

use std::rc::Rc;

use lopdf::content::Content;
use lopdf::{DecompressError, Dictionary, Document, Error, Object, ObjectId};

use super::font::{Font, Fonts, number};

/// A word with its place on the page, in points from the lower left corner.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Word {
    /// Its letters.
    pub text: String,
    /// Where it begins.
    pub left: f64,
    /// Where it ends.
    pub right: f64,
    /// The line that it stands on.
    pub base: f64,
    /// The size of its type.
    pub size: f64,
}

/// What a file may still cost.
pub(super) struct Budget {
    stream: usize,
    bytes: usize,
    steps: usize,
    drawings: usize,
}

impl Budget {
    /// At most `stream` bytes for a page, and `bytes` for all of them.
    pub(super) fn new(stream: usize, bytes: usize) -> Self {
        Self { stream, bytes, steps: 20_000_000, drawings: 2_000 }
    }

    fn unpacked(&mut self, bytes: usize) -> Result<(), Error> {
        self.bytes = self.bytes.checked_sub(bytes).ok_or_else(|| exceeded(self.bytes))?;
        Ok(())
    }

    fn drawing(&mut self) -> Result<(), Error> {
        self.drawings = self.drawings.checked_sub(1).ok_or_else(|| exceeded(self.drawings))?;
        Ok(())
    }

    fn steps(&mut self, count: usize) -> Result<(), Error> {
        self.steps = self.steps.checked_sub(count).ok_or_else(|| exceeded(self.steps))?;
        Ok(())
    }
}

fn exceeded(limit: usize) -> Error {
    Error::Decompress(DecompressError::MemoryLimitExceeded { limit })
}

/// How deep a drawing within a drawing is followed.
const DEEPEST: usize = 6;

/// The words of a page in the order in which they are drawn.
///
/// # Errors
/// Only where the budget is spent; what cannot be read is left out.
pub(super) fn words(
    document: &Document,
    page: ObjectId,
    fonts: &mut Fonts,
    budget: &mut Budget,
) -> Result<Vec<Word>, Error> {
    let content = document.get_page_content_with_limit(page, budget.stream)?;
    budget.unpacked(content.len())?;
    let dict = document.get_dictionary(page)?;
    let mut painter = Painter { document, fonts, budget, words: Vec::new(), open: None };
    let turned = match inherited(document, dict, b"Rotate").map_or(0.0, number).rem_euclid(360.0) {
        90.0 => Matrix { a: 0.0, b: -1.0, c: 1.0, d: 0.0, e: 0.0, f: 0.0 },
        180.0 => Matrix { a: -1.0, b: 0.0, c: 0.0, d: -1.0, e: 0.0, f: 0.0 },
        270.0 => Matrix { a: 0.0, b: 1.0, c: -1.0, d: 0.0, e: 0.0, f: 0.0 },
        _ => Matrix::UNIT,
    };
    let resources = inherited(document, dict, b"Resources").and_then(|object| object.as_dict().ok());
    painter.draw(&content, resources, turned, 0)?;
    painter.close();
    Ok(painter.words)
}

/// An entry of a page, or of the group of pages that it belongs to.
fn inherited<'d>(document: &'d Document, page: &'d Dictionary, key: &[u8]) -> Option<&'d Object> {
    let mut node = page;
    for _ in 0..32 {
        if let Ok(found) = node.get_deref(key, document) {
            return Some(found);
        }
        node = node.get_deref(b"Parent", document).and_then(Object::as_dict).ok()?;
    }
    None
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Matrix {
    a: f64,
    b: f64,
    c: f64,
    d: f64,
    e: f64,
    f: f64,
}

impl Matrix {
    const UNIT: Self = Self { a: 1.0, b: 0.0, c: 0.0, d: 1.0, e: 0.0, f: 0.0 };

    fn of(operands: &[Object]) -> Option<Self> {
        let [a, b, c, d, e, f] = operands else { return None };
        Some(Self { a: number(a), b: number(b), c: number(c), d: number(d), e: number(e), f: number(f) })
    }

    fn moved(x: f64, y: f64) -> Self {
        Self { e: x, f: y, ..Self::UNIT }
    }

    /// This, and then the other.
    fn then(self, other: Self) -> Self {
        Self {
            a: self.a * other.a + self.b * other.c,
            b: self.a * other.b + self.b * other.d,
            c: self.c * other.a + self.d * other.c,
            d: self.c * other.b + self.d * other.d,
            e: self.e * other.a + self.f * other.c + other.e,
            f: self.e * other.b + self.f * other.d + other.f,
        }
    }
}

/// What `q` keeps and `Q` brings back.
#[derive(Clone)]
struct State {
    page: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    letter_space: f64,
    word_space: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
}

struct Painter<'d, 'b> {
    document: &'d Document,
    fonts: &'b mut Fonts,
    budget: &'b mut Budget,
    words: Vec<Word>,
    open: Option<Word>,
}

impl Painter<'_, '_> {
    fn draw(
        &mut self,
        content: &[u8],
        resources: Option<&Dictionary>,
        page: Matrix,
        depth: usize,
    ) -> Result<(), Error> {
        let Ok(content) = Content::decode(content) else { return Ok(()) };
        self.budget.steps(content.operations.len())?;
        let mut state = State {
            page,
            font: None,
            size: 1.0,
            letter_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        let mut kept: Vec<State> = Vec::new();
        let (mut line, mut at) = (Matrix::UNIT, Matrix::UNIT);
        for operation in &content.operations {
            let operands = operation.operands.as_slice();
            let value = |index: usize| operands.get(index).map_or(0.0, number);
            match operation.operator.as_str() {
                "q" if kept.len() < 64 => kept.push(state.clone()),
                "Q" => state = kept.pop().unwrap_or(state),
                "cm" => {
                    if let Some(matrix) = Matrix::of(operands) {
                        state.page = matrix.then(state.page);
                    }
                }
                "BT" => (line, at) = (Matrix::UNIT, Matrix::UNIT),
                "Tf" => {
                    let entry = operands
                        .first()
                        .and_then(|name| name.as_name().ok())
                        .and_then(|name| resource(self.document, resources?, b"Font", name));
                    state.font = entry.and_then(|entry| self.fonts.of(self.document, entry));
                    state.size = value(1);
                }
                "Tc" => state.letter_space = value(0),
                "Tw" => state.word_space = value(0),
                "Tz" => state.stretch = value(0) / 100.0,
                "TL" => state.leading = value(0),
                "Ts" => state.rise = value(0),
                "Tm" => {
                    if let Some(matrix) = Matrix::of(operands) {
                        (line, at) = (matrix, matrix);
                    }
                }
                "Td" | "TD" => {
                    if operation.operator == "TD" {
                        state.leading = -value(1);
                    }
                    line = Matrix::moved(value(0), value(1)).then(line);
                    at = line;
                }
                "T*" | "'" | "\"" => {
                    if operation.operator == "\"" {
                        state.word_space = value(0);
                        state.letter_space = value(1);
                    }
                    line = Matrix::moved(0.0, -state.leading).then(line);
                    at = line;
                    if let Some(codes) = operands.last().and_then(|codes| codes.as_str().ok()) {
                        self.show(codes, &state, &mut at);
                    }
                }
                "Tj" => {
                    if let Some(codes) = operands.first().and_then(|codes| codes.as_str().ok()) {
                        self.show(codes, &state, &mut at);
                    }
                }
                "TJ" => {
                    let list = operands.first().and_then(|list| list.as_array().ok());
                    for entry in list.into_iter().flatten() {
                        match entry.as_str() {
                            Ok(codes) => self.show(codes, &state, &mut at),
                            Err(_) => {
                                let back = number(entry) / 1000.0 * state.size * state.stretch;
                                at = Matrix::moved(-back, 0.0).then(at);
                            }
                        }
                    }
                }
                "Do" if depth < DEEPEST => {
                    let name = operands.first().and_then(|name| name.as_name().ok());
                    if let Some(name) = name {
                        self.drawing(name, resources, state.page, depth)?;
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// A drawing that is kept apart and placed on the page.
    fn drawing(
        &mut self,
        name: &[u8],
        resources: Option<&Dictionary>,
        page: Matrix,
        depth: usize,
    ) -> Result<(), Error> {
        let stream = resources
            .and_then(|resources| resource(self.document, resources, b"XObject", name))
            .and_then(|entry| self.document.dereference(entry).ok())
            .and_then(|(_, object)| object.as_stream().ok());
        let Some(stream) = stream else { return Ok(()) };
        let kind = stream.dict.get_deref(b"Subtype", self.document).and_then(Object::as_name);
        if !kind.is_ok_and(|kind| kind == b"Form") {
            return Ok(());
        }
        let content = match stream.get_plain_content_with_limit(self.budget.stream) {
            Ok(content) => content,
            Err(error @ Error::Decompress(DecompressError::MemoryLimitExceeded { .. })) => return Err(error),
            Err(_) => return Ok(()),
        };
        self.budget.unpacked(content.len())?;
        self.budget.drawing()?;
        let own = stream.dict.get_deref(b"Resources", self.document).and_then(Object::as_dict).ok();
        let matrix = stream
            .dict
            .get_deref(b"Matrix", self.document)
            .and_then(Object::as_array)
            .ok()
            .and_then(|entries| Matrix::of(entries))
            .unwrap_or(Matrix::UNIT);
        self.draw(&content, own.or(resources), matrix.then(page), depth + 1)
    }

    fn show(&mut self, codes: &[u8], state: &State, at: &mut Matrix) {
        let Some(font) = state.font.clone() else { return };
        for shown in font.shown(codes) {
            let space = if shown.space { state.word_space } else { 0.0 };
            let ahead = (shown.width * state.size + state.letter_space + space) * state.stretch;
            let ink = shown.width * state.size * state.stretch;
            let place = Matrix::moved(0.0, state.rise).then(*at).then(state.page);
            let end = Matrix::moved(ink, state.rise).then(*at).then(state.page);
            *at = Matrix::moved(ahead, 0.0).then(*at);
            let size = (state.size * (place.c * place.c + place.d * place.d).sqrt()).abs();
            let upright = place.b.abs() <= place.a.abs() * 0.1 && place.a > 0.0;
            if !upright || !(0.5..400.0).contains(&size) || !place.e.is_finite() || !place.f.is_finite() {
                continue;
            }
            self.letter(&shown.text, place.e, end.e, place.f, size);
        }
    }

    /// Puts a letter behind the open word, or begins another.
    fn letter(&mut self, text: &str, left: f64, right: f64, base: f64, size: f64) {
        if text.trim().is_empty() {
            self.close();
            return;
        }
        if let Some(open) = &mut self.open {
            let gap = left - open.right;
            let joins = (base - open.base).abs() < size * 0.3
                && gap < size * 0.16
                && gap > -size * 0.5
                && open.text.len() < 200;
            if joins {
                open.text.push_str(text);
                open.right = open.right.max(right);
                return;
            }
            self.close();
        }
        self.open = Some(Word { text: text.to_owned(), left, right, base, size });
    }

    fn close(&mut self) {
        if let Some(word) = self.open.take() {
            self.words.push(word);
        }
    }
}

fn resource<'d>(
    document: &'d Document,
    resources: &'d Dictionary,
    kind: &[u8],
    name: &[u8],
) -> Option<&'d Object> {
    resources.get_deref(kind, document).and_then(Object::as_dict).ok()?.get(name).ok()
}
