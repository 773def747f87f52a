//! Laid-out pages become a PDF: the one place that names printpdf.
//!
//! The fonts are subset before printpdf sees them, because its own subsetting drops glyphs (fschutt/printpdf#250). printpdf
//! writes pages and marked content; `tags` then adds what makes the file PDF/UA-1. No clock and no random number: the same
//! letter gives the same bytes.

use std::collections::BTreeMap;

use printpdf::{
    Codepoint, Color, CurTransMat, DictItem, ExternalStream, ExternalXObject, FontId, FontMetrics, FontType,
    Greyscale, Line, LinePoint, Mm, Op, ParsedFont, PdfDocument, PdfFont, PdfFontHandle, PdfFontMetricsStub,
    PdfPage, PdfSaveOptions, Point, Pt, TextItem, TextMatrix, XObject, XObjectId, XObjectTransform,
};
use sha2::{Digest, Sha256};

use super::fonts;
use super::forms::{self, Form};
use super::layout;
use super::pages::{Figure, Laid, Page, Rule, Run};
use super::paper::{Paper, text_bytes};
use super::picture::OfficePicture;
use super::shape::{self, Piece, PlacedGlyph, Set};
use super::subset::{Common, LetterFonts, Subset};
use super::tags::{self, Mark, Packed};
use super::{Letter, LetterError};

/// Sets letters as PDF. Make one and keep it.
#[derive(Debug)]
pub struct Typesetter {
    common: Common,
    /// The kept subsets, compressed once.
    packed: Vec<Packed>,
}

/// A letter as PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetLetter {
    /// The file.
    pub bytes: Vec<u8>,
    /// The number of pages.
    pub pages: u32,
}

impl Typesetter {
    /// A typesetter with the fonts of the program.
    ///
    /// # Errors
    /// When a font that came with the program cannot be read.
    pub fn new() -> Result<Self, LetterError> {
        fonts::prove()?;
        let common = Common::new()?;
        let packed = common.subsets().map(|subset| Packed::new(subset.bytes.clone())).collect();
        Ok(Self { common, packed })
    }

    /// The letter as PDF 1.7, tagged as PDF/UA-1 asks (ISO 14289-1). The same letter always gives the same bytes.
    ///
    /// # Errors
    /// When a character is in none of the fonts; the sentence names it.
    pub fn pdf(&self, letter: &Letter) -> Result<SetLetter, LetterError> {
        self.set(&layout::lay_out(letter), &Paper::of_letter(letter))
    }

    /// A form as PDF with fields to fill in, tagged in the same way.
    ///
    /// # Errors
    /// When a character is in none of the fonts; the sentence names it.
    pub fn form_pdf(&self, form: &Form) -> Result<SetLetter, LetterError> {
        self.set(&forms::lay_out(form), &Paper::of_form(form))
    }

    fn set(&self, laid: &Laid, paper: &Paper) -> Result<SetLetter, LetterError> {
        let fonts = LetterFonts::of(&self.common, laid)?;
        let mut marks = Vec::new();
        let size = |points: f32| Mm(points * 25.4 / 72.0);
        let pages: Vec<PdfPage> = laid
            .pages
            .iter()
            .map(|page| {
                let (ops, page_marks) = page_ops(page, laid, &fonts);
                marks.push(page_marks);
                PdfPage::new(size(laid.size.0), size(laid.size.1), ops)
            })
            .collect();
        let mut document = PdfDocument::new(&paper.title);
        for subset in fonts.subsets() {
            if let Some(font) = pdf_font(subset) {
                document.resources.fonts.map.insert(font_id(subset), font);
            }
        }
        for figure in laid.pages.iter().flat_map(|page| &page.pictures) {
            document.resources.xobjects.map.insert(picture_id(figure), pdf_picture(&figure.picture)?);
        }
        document.with_pages(pages);
        let options =
            PdfSaveOptions { subset_fonts: false, image_optimization: None, ..PdfSaveOptions::default() };
        let raw = document.to_lopdf_document(&options, &mut Vec::new());
        let bytes = tags::finish(raw, paper, laid, &marks, &self.packed).map_err(|cause| {
            LetterError::new(format!("The letter could not be set as PDF: {cause}. Nothing was lost."))
        })?;
        Ok(SetLetter { bytes, pages: u32::try_from(laid.pages.len()).unwrap_or(u32::MAX) })
    }
}

/// The SHA-256 of a file, in hexadecimal: what the ledger keeps of an issued letter, and finds a paper by.
pub fn verify(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The subset as printpdf takes it; its name is the name of the resource too.
fn pdf_font(subset: &Subset) -> Option<PdfFont> {
    let face = subset.file.face()?;
    let bounds = face.global_bounding_box();
    let units_per_em = face.units_per_em();
    Some(PdfFont::new(ParsedFont {
        original_bytes: subset.bytes.clone(),
        font_index: 0,
        font_name: Some(subset.name.clone()),
        codepoint_to_glyph: subset.codes.clone(),
        glyph_widths: subset.widths.clone(),
        units_per_em,
        font_metrics: FontMetrics { ascent: face.ascender(), descent: face.descender() },
        font_type: FontType::TrueType,
        pdf_font_metrics: PdfFontMetricsStub {
            units_per_em,
            x_min: bounds.x_min,
            y_min: bounds.y_min,
            x_max: bounds.x_max,
            y_max: bounds.y_max,
            us_weight_class: face.weight().to_number(),
            ..PdfFontMetricsStub::default()
        },
    }))
}

/// The six letters of the subset name the font in the page's resources.
fn font_id(subset: &Subset) -> FontId {
    FontId(subset.name.chars().take(6).collect())
}

/// The pixels go in as they were compressed when the picture was taken, with the predictors of PNG (ISO 32000-1, 7.4.4.4).
fn pdf_picture(picture: &OfficePicture) -> Result<XObject, LetterError> {
    let pixels = picture.pixels()?;
    let name = |name: &str| DictItem::Name(name.as_bytes().to_vec());
    let (width, height) = (i64::from(pixels.width), i64::from(pixels.height));
    let colors = if pixels.grey { 1 } else { 3 };
    let predicted = [("Predictor", 15), ("Colors", colors), ("BitsPerComponent", 8), ("Columns", width)];
    let predicted = predicted.map(|(key, value)| (key.to_owned(), DictItem::Int(value)));
    let dict = [
        ("Type", name("XObject")),
        ("Subtype", name("Image")),
        ("Width", DictItem::Int(width)),
        ("Height", DictItem::Int(height)),
        ("ColorSpace", name(if pixels.grey { "DeviceGray" } else { "DeviceRGB" })),
        ("BitsPerComponent", DictItem::Int(8)),
        ("Filter", name("FlateDecode")),
        ("DecodeParms", DictItem::Dict { map: predicted.into() }),
    ];
    let dict = dict.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    let stream = ExternalStream { dict, content: pixels.packed, compress: false };
    Ok(XObject::External(ExternalXObject { stream, width: None, height: None, dpi: None }))
}

/// One name for each picture of the letter.
fn picture_id(figure: &Figure) -> XObjectId {
    XObjectId(format!("Figure{}", figure.node))
}

/// The operators of one page, and which node each marked piece belongs to.
fn page_ops(page: &Page, laid: &Laid, fonts: &LetterFonts<'_>) -> (Vec<Op>, Vec<Mark>) {
    let mut ops = Vec::new();
    let mut marks: Vec<Mark> = Vec::new();
    for rule in &page.rules {
        ops.push(artifact("Layout"));
        ops.extend(rule_ops(rule, laid.size.1));
        ops.push(Op::EndMarkedContent);
    }
    for figure in &page.pictures {
        ops.push(begin(figure.node, laid, None, &mut marks));
        ops.extend(figure_ops(figure, laid.size.1));
        ops.push(Op::EndMarkedContent);
    }
    if !page.heads.is_empty() {
        ops.push(artifact("Pagination"));
        page.heads.iter().for_each(|run| run_ops(run, laid.size.1, fonts, &mut ops));
        ops.push(Op::EndMarkedContent);
    }
    for group in page.runs.chunk_by(|a, b| a.node == b.node) {
        match group.first().and_then(|run| run.node) {
            None => {
                ops.push(artifact("Pagination"));
                ops.push(Op::SetFillColor { col: grey(0.33) });
                group.iter().for_each(|run| run_ops(run, laid.size.1, fonts, &mut ops));
                ops.push(Op::EndMarkedContent);
            }
            Some(node) => told_ops(group, node, laid, fonts, &mut ops, &mut marks),
        }
    }
    (ops, marks)
}

/// The runs of a node: one marked piece, or several in the order of speech where shaped letters stand among them, each with
/// what it says for whoever hears or copies it.
fn told_ops(
    group: &[Run],
    node: usize,
    laid: &Laid,
    fonts: &LetterFonts<'_>,
    ops: &mut Vec<Op>,
    marks: &mut Vec<Mark>,
) {
    let mut open = false;
    for run in group {
        for piece in shape::pieces(&run.text, run.bold).0 {
            let said = match &piece.set {
                Set::Plain(_) => None,
                Set::Shaped { text, leftward, .. } => Some((text.as_str(), *leftward)),
            };
            if open && said.is_some() {
                ops.push(Op::EndMarkedContent);
            }
            if !open || said.is_some() {
                ops.push(begin(node, laid, said, marks));
            }
            piece_ops(&piece, run, laid.size.1, fonts, ops);
            open = said.is_none();
            if !open {
                ops.push(Op::EndMarkedContent);
            }
        }
    }
    if open {
        ops.push(Op::EndMarkedContent);
    }
}

/// Begins a marked piece of a node; `said` is what its glyphs say, where they alone do not tell (ISO 32000-1, 14.9.4), and
/// whether they run to the left. The structure tells all of it; the page tells what runs to the right only, because viewers that
/// copy by the places of glyphs turn the other round themselves.
fn begin(node: usize, laid: &Laid, said: Option<(&str, bool)>, marks: &mut Vec<Mark>) -> Op {
    let id = i64::try_from(marks.len()).unwrap_or(i64::MAX);
    marks.push(Mark { node, said: said.map(|(said, _)| said.to_owned()) });
    let tag = laid.nodes.get(node).map_or("P", |node| node.tag);
    let mut map = BTreeMap::from([("MCID".to_owned(), DictItem::Int(id))]);
    if let Some((said, false)) = said {
        let said = DictItem::String { data: text_bytes(said), literal: false };
        map.insert("ActualText".to_owned(), said);
    }
    let tag = if said.is_some() { "Span" } else { tag }.to_owned();
    Op::BeginMarkedContentWithProperties { tag, properties: DictItem::Dict { map } }
}

fn figure_ops(figure: &Figure, height: f32) -> [Op; 4] {
    let Point { x, y } = at(figure.x, figure.y + figure.height, height);
    let matrix = CurTransMat::Raw([figure.width, 0.0, 0.0, figure.height, x.0, y.0]);
    let transform = XObjectTransform { no_auto_scale: true, ..XObjectTransform::default() };
    [
        Op::SaveGraphicsState,
        Op::SetTransformationMatrix { matrix },
        Op::UseXobject { id: picture_id(figure), transform },
        Op::RestoreGraphicsState,
    ]
}

fn artifact(kind: &str) -> Op {
    let map = BTreeMap::from([("Type".to_owned(), DictItem::Name(kind.as_bytes().to_vec()))]);
    Op::BeginMarkedContentWithProperties { tag: "Artifact".to_owned(), properties: DictItem::Dict { map } }
}

fn grey(level: f32) -> Color {
    Color::Greyscale(Greyscale { percent: level, icc_profile: None })
}

fn rule_ops(rule: &Rule, height: f32) -> [Op; 3] {
    let point = |x: f32| LinePoint { p: at(x, rule.y, height), bezier: false };
    let line = Line { points: vec![point(rule.x), point(rule.x + rule.width)], is_closed: false };
    [Op::SetOutlineColor { col: grey(0.33) }, Op::SetOutlineThickness { pt: Pt(0.75) }, Op::DrawLine { line }]
}

fn at(x: f32, y: f32, height: f32) -> Point {
    let round = |value: f32| (value * 100.0).round() / 100.0;
    Point { x: Pt(round(x)), y: Pt(round(height - y)) }
}

fn run_ops(run: &Run, height: f32, fonts: &LetterFonts<'_>, ops: &mut Vec<Op>) {
    shape::pieces(&run.text, run.bold).0.iter().for_each(|piece| piece_ops(piece, run, height, fonts, ops));
}

fn piece_ops(piece: &Piece, run: &Run, height: f32, fonts: &LetterFonts<'_>, ops: &mut Vec<Op>) {
    let start = at(run.x + piece.x * run.size / 1000.0, run.y, height);
    match &piece.set {
        Set::Plain(text) => plain_ops(text, run, start, fonts, ops),
        Set::Shaped { font, glyphs, .. } => {
            if let Some(subset) = fonts.shaped(*font) {
                shaped_ops(glyphs, start, run.size, subset, ops);
            }
        }
    }
}

/// Glyphs, each in its place.
fn shaped_ops(glyphs: &[PlacedGlyph], start: Point, size: f32, subset: &Subset, ops: &mut Vec<Op>) {
    ops.push(Op::StartTextSection);
    ops.push(Op::SetFont { font: PdfFontHandle::External(font_id(subset)), size: Pt(size) });
    let round = |value: f32| (value * 100.0).round() / 100.0;
    for glyph in glyphs {
        let Some(code) = subset.glyphs.get(&glyph.id) else { continue };
        let (x, y) = (start.x.0 + glyph.x * size / 1000.0, start.y.0 + glyph.y * size / 1000.0);
        ops.push(Op::SetTextMatrix { matrix: TextMatrix::Raw([1.0, 0.0, 0.0, 1.0, round(x), round(y)]) });
        // A glyph that stands for letters already told says a space of no width: every glyph must say something.
        let says = if glyph.says.is_empty() { "\u{200b}".to_owned() } else { glyph.says.clone() };
        let shown = Codepoint { cid: Some(says), ..Codepoint::new(*code, 0.0) };
        ops.push(Op::ShowText { items: vec![TextItem::GlyphIds(vec![shown])] });
    }
    ops.push(Op::EndTextSection);
}

fn plain_ops(text: &str, run: &Run, start: Point, fonts: &LetterFonts<'_>, ops: &mut Vec<Op>) {
    ops.push(Op::StartTextSection);
    ops.push(Op::SetTextCursor { pos: start });
    let set: Vec<(&Subset, char)> =
        text.chars().filter_map(|c| fonts.find(c, run.bold).map(|subset| (subset, c))).collect();
    for piece in set.chunk_by(|(a, _), (b, _)| a.name == b.name) {
        let Some((subset, _)) = piece.first() else {
            continue;
        };
        ops.push(Op::SetFont { font: PdfFontHandle::External(font_id(subset)), size: Pt(run.size) });
        let text: String = piece.iter().map(|(_, c)| c).collect();
        ops.push(Op::ShowText { items: vec![TextItem::Text(text)] });
    }
    ops.push(Op::EndTextSection);
}
