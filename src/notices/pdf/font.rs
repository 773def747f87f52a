//! From the codes of a PDF font to letters and widths.

use std::collections::HashMap;
use std::rc::Rc;

use super::widths::standard;
use lopdf::{Dictionary, Document, Encoding, Object, ObjectId, dictionary};

/// The most bytes that a font's table of letters may unpack to.
const LARGEST_TABLE: usize = 1024 * 1024;

/// Fonts that were read, each once for the whole document.
#[derive(Default)]
pub(super) struct Fonts(HashMap<ObjectId, Rc<Font>>);

impl Fonts {
    /// The font that an entry of a page's resources names.
    pub(super) fn of(&mut self, document: &Document, entry: &Object) -> Option<Rc<Font>> {
        let id = entry.as_reference().ok();
        if let Some(known) = id.and_then(|id| self.0.get(&id)) {
            return Some(known.clone());
        }
        let (_, object) = document.dereference(entry).ok()?;
        let font = Rc::new(Font::read(document, object.as_dict().ok()?));
        if let Some(id) = id {
            self.0.insert(id, font.clone());
        }
        Some(font)
    }
}

/// One font: what each code means, and how wide it is.
pub(super) struct Font {
    /// Whether a code has two bytes.
    wide: bool,
    /// The name of the type, for the widths of a standard font.
    name: String,
    unicode: Option<Encoding<'static>>,
    table: Vec<String>,
    widths: HashMap<u32, f64>,
    default_width: f64,
    /// From the units of the widths to the size of the type.
    scale: f64,
}

/// One code as shown: its letters, its width in parts of the size, and whether it is the space that word spacing widens.
pub(super) struct Shown {
    pub text: String,
    pub width: f64,
    pub space: bool,
}

impl Font {
    fn read(document: &Document, dict: &Dictionary) -> Self {
        let kind = dict.get_deref(b"Subtype", document).and_then(Object::as_name).unwrap_or_default();
        let wide = kind == b"Type0";
        let matrix = dict.get_deref(b"FontMatrix", document).and_then(Object::as_array).ok();
        let scale = match matrix.and_then(|matrix| matrix.first()).map(number) {
            Some(scale) if kind == b"Type3" && scale != 0.0 => scale,
            _ => 0.001,
        };
        let (widths, default_width) =
            if wide { wide_widths(document, dict) } else { simple_widths(document, dict) };
        let name = dict.get_deref(b"BaseFont", document).and_then(Object::as_name).unwrap_or_default();
        Self {
            wide,
            name: String::from_utf8_lossy(name).into_owned(),
            unicode: unicode(document, dict),
            table: if wide { Vec::new() } else { table(document, dict) },
            widths,
            default_width,
            scale,
        }
    }

    /// What a string of codes shows, code by code.
    pub(super) fn shown<'f>(&'f self, codes: &'f [u8]) -> impl Iterator<Item = Shown> + 'f {
        codes.chunks(if self.wide { 2 } else { 1 }).map(|code| {
            let value = code.iter().fold(0_u32, |value, byte| value << 8 | u32::from(*byte));
            let text = self.letters(code, value);
            let width = match self.widths.get(&value) {
                Some(width) => *width,
                None if self.default_width > 0.0 => self.default_width,
                None => text
                    .chars()
                    .next()
                    .map_or(500.0, |c| standard(&self.name, c).unwrap_or_else(|| usual_width(c))),
            };
            Shown { text, width: width * self.scale, space: !self.wide && value == 32 }
        })
    }

    fn letters(&self, code: &[u8], value: u32) -> String {
        let mapped = self.unicode.as_ref().and_then(|map| map.bytes_to_string(code).ok());
        let known = mapped
            .filter(|text| !text.contains('\u{fffd}'))
            .or_else(|| self.table.get(value as usize).cloned())
            .unwrap_or_default();
        known.chars().flat_map(parted).collect()
    }
}

/// The letters of a ligature; every other sign as it is.
fn parted(c: char) -> Vec<char> {
    match c {
        'ﬀ' => vec!['f', 'f'],
        'ﬁ' => vec!['f', 'i'],
        'ﬂ' => vec!['f', 'l'],
        'ﬃ' => vec!['f', 'f', 'i'],
        'ﬄ' => vec!['f', 'f', 'l'],
        c if c.is_control() => Vec::new(),
        c => vec![c],
    }
}

fn unicode(document: &Document, dict: &Dictionary) -> Option<Encoding<'static>> {
    let only = dictionary! { "Type" => "Font", "ToUnicode" => dict.get(b"ToUnicode").ok()?.clone() };
    match only.get_font_encoding_with_limit(document, LARGEST_TABLE) {
        // The table is the font's own, so it outlives the entry that was made to ask for it.
        Ok(Encoding::UnicodeMapEncoding(map)) => Some(Encoding::UnicodeMapEncoding(map)),
        _ => None,
    }
}

/// The letters of the 256 codes of a simple font.
fn table(document: &Document, dict: &Dictionary) -> Vec<String> {
    let entry = dict.get_deref(b"Encoding", document).ok();
    let (base, differences) = match entry {
        Some(Object::Name(name)) => (name.clone(), None),
        Some(Object::Dictionary(own)) => (
            own.get_deref(b"BaseEncoding", document).and_then(Object::as_name).unwrap_or_default().to_vec(),
            own.get_deref(b"Differences", document).and_then(Object::as_array).ok(),
        ),
        _ => (Vec::new(), None),
    };
    let known = [&b"WinAnsiEncoding"[..], b"MacRomanEncoding", b"MacExpertEncoding", b"StandardEncoding"];
    let base = if known.contains(&base.as_slice()) { base } else { b"StandardEncoding".to_vec() };
    let named = dictionary! { "Type" => "Font", "Encoding" => Object::Name(base) };
    let mut table: Vec<String> = match named.get_font_encoding(document) {
        Ok(encoding) => {
            (0..=255).map(|code: u8| encoding.bytes_to_string(&[code]).unwrap_or_default()).collect()
        }
        Err(_) => Vec::new(),
    };
    let mut code = 0_usize;
    for entry in differences.into_iter().flatten() {
        match entry {
            Object::Integer(at) => code = usize::try_from(*at).unwrap_or(256),
            Object::Name(name) => {
                if let Some(place) = table.get_mut(code) {
                    *place = glyph(document, name);
                }
                code = code.saturating_add(1);
            }
            _ => {}
        }
    }
    table
}

/// The letters of a glyph by its name: `eacute`, `f_i`, `uni00E9`, `a.sc`.
fn glyph(document: &Document, name: &[u8]) -> String {
    let name = String::from_utf8_lossy(name).into_owned();
    let base = name.split('.').next().unwrap_or_default();
    base.split('_').map(|part| one_glyph(document, part)).collect()
}

fn one_glyph(document: &Document, name: &str) -> String {
    let mut letters = name.chars();
    if let (Some(only), None) = (letters.next(), letters.next()) {
        return only.to_string();
    }
    if let Some(code) = name.strip_prefix("uni").and_then(|hex| u32::from_str_radix(hex, 16).ok()) {
        return char::from_u32(code).map(String::from).unwrap_or_default();
    }
    let one = dictionary! {
        "Type" => "Font",
        "Encoding" => dictionary! {
            "Type" => "Encoding",
            "Differences" => vec![Object::Integer(65), Object::Name(name.as_bytes().to_vec())],
        },
    };
    match one.get_font_encoding(document) {
        Ok(found @ Encoding::Differences(_)) => found.bytes_to_string(b"A").unwrap_or_default(),
        _ => String::new(),
    }
}

fn simple_widths(document: &Document, dict: &Dictionary) -> (HashMap<u32, f64>, f64) {
    let first = dict.get_deref(b"FirstChar", document).and_then(Object::as_i64).unwrap_or(0);
    let first = u32::try_from(first).unwrap_or(0);
    let list = dict.get_deref(b"Widths", document).and_then(Object::as_array).ok();
    let mut widths = HashMap::new();
    for (code, width) in (first..).zip(list.into_iter().flatten().take(256)) {
        let width = document.dereference(width).map_or(0.0, |(_, width)| number(width));
        if width != 0.0 {
            widths.insert(code, width);
        }
    }
    let missing = dict
        .get_deref(b"FontDescriptor", document)
        .and_then(Object::as_dict)
        .and_then(|descriptor| descriptor.get_deref(b"MissingWidth", document))
        .map_or(0.0, number);
    (widths, missing)
}

/// The most entries of a table of widths that are read.
const MOST_WIDTHS: usize = 70_000;

fn wide_widths(document: &Document, dict: &Dictionary) -> (HashMap<u32, f64>, f64) {
    let mut widths = HashMap::new();
    let descendant = dict
        .get_deref(b"DescendantFonts", document)
        .and_then(Object::as_array)
        .ok()
        .and_then(|list| document.dereference(list.first()?).ok()?.1.as_dict().ok());
    let Some(descendant) = descendant else { return (widths, 1000.0) };
    let default = descendant.get_deref(b"DW", document).map_or(1000.0, number);
    let list = descendant.get_deref(b"W", document).and_then(Object::as_array).ok();
    let mut entries = list.into_iter().flatten();
    while let Some(first) = entries.next() {
        let first = code(first);
        match entries.next().and_then(|next| document.dereference(next).ok()) {
            Some((_, Object::Array(list))) => {
                for (code, width) in (first..).zip(list) {
                    widths.insert(code, number(width));
                }
            }
            Some((_, last)) => {
                let width = entries.next().map_or(0.0, number);
                for code in first..=code(last) {
                    widths.insert(code, width);
                    if widths.len() > MOST_WIDTHS {
                        return (widths, default);
                    }
                }
            }
            None => break,
        }
    }
    (widths, default)
}

fn code(object: &Object) -> u32 {
    object.as_i64().ok().and_then(|code| u32::try_from(code).ok()).unwrap_or(0).min(0xFFFF)
}

/// A number as a PDF writes it, whole or broken; nought for anything else.
pub(super) fn number(object: &Object) -> f64 {
    match object {
        // A code or a width has far fewer digits than a double keeps.
        Object::Integer(whole) => *whole as f64,
        Object::Real(broken) => f64::from(*broken),
        _ => 0.0,
    }
}

/// About how wide a letter is, where neither the file nor a table tells it.
fn usual_width(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | 't' | 'f' | 'I' | '.' | ',' | ':' | ';' | '\'' | '’' | '!' | '|' | ' ' | '/' => {
            270.0
        }
        '(' | ')' | '[' | ']' | 'r' | '-' | '“' | '”' | 's' => 380.0,
        'm' | 'w' | 'M' | 'W' | '—' | '%' | '@' => 850.0,
        c if c.is_uppercase() => 690.0,
        _ => 510.0,
    }
}
