//! Text in scripts whose letters run from right to left, join, stack or change places: each line becomes pieces in their places.
//!
//! Everything else is one plain piece, set letter by letter as ever. The order on the line follows the Unicode bidirectional
//! algorithm, from left to right at the outside, because every letter is in English or Spanish.

use std::ops::Range;

use rustybuzz::{Direction, UnicodeBuffer};
use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};
use unicode_normalization::char::is_combining_mark;

use super::fonts::{self, FontFile};

/// A stretch of a line in its place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Piece {
    /// How far it stands from the beginning of the line, in thousandths of the size.
    pub x: f32,
    /// How it is set.
    pub set: Set,
}

/// How a stretch is set.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Set {
    /// Letter by letter.
    Plain(String),
    /// By the glyphs that its font has for the letters as they stand together, from left to right.
    Shaped {
        font: FontFile,
        /// What it says, in the order of speech.
        text: String,
        /// Whether it runs to the left.
        leftward: bool,
        glyphs: Vec<PlacedGlyph>,
    },
}

/// A glyph in its place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct PlacedGlyph {
    pub id: u16,
    /// From the beginning of the piece, in thousandths of the size.
    pub x: f32,
    /// Above the baseline, in thousandths of the size.
    pub y: f32,
    /// The letters that it stands for; nothing where a glyph before it stands for them.
    pub says: String,
}

/// Whether the text is set letter by letter, as nearly every text is.
pub(super) fn is_plain(text: &str) -> bool {
    !text.chars().any(fonts::needs_shaping)
}

/// The pieces of a line in the order of speech, and the width of the line in thousandths of the size.
pub(super) fn pieces(text: &str, bold: bool) -> (Vec<Piece>, f32) {
    let plain = |text: &str| {
        let text = text.replace(LEFT_TO_RIGHT, "");
        let advances = text.chars().filter_map(|c| fonts::glyph(c, bold)).map(|glyph| glyph.advance);
        let width = advances.sum::<f32>();
        (Set::Plain(text), width)
    };
    if is_plain(text) {
        let (set, width) = plain(text);
        return (vec![Piece { x: 0.0, set }], width);
    }
    let text = &with_numbers_parted(text);
    let order = BidiInfo::new(text, Some(Level::ltr()));
    let mut found: Vec<(usize, Piece)> = Vec::new();
    let mut x = 0.0;
    for paragraph in &order.paragraphs {
        let (levels, runs) = order.visual_runs(paragraph, paragraph.range.clone());
        for run in runs {
            let leftward = levels.get(run.start).is_some_and(Level::is_rtl);
            let mut stretches = stretches(text, run);
            if leftward {
                stretches.reverse();
            }
            for (range, font) in stretches {
                let said = &text[range.clone()];
                let (set, width) = match font {
                    Some(font) => shape(said, font, leftward),
                    None if leftward => plain(&said.chars().rev().map(mirrored).collect::<String>()),
                    None => plain(said),
                };
                found.push((range.start, Piece { x, set }));
                x += width;
            }
        }
    }
    found.sort_by_key(|(start, _)| *start);
    (found.into_iter().map(|(_, piece)| piece).collect(), x)
}

/// An invisible mark of order.
const LEFT_TO_RIGHT: &str = "\u{200e}";

/// A number between a name in Hebrew and a street in English belongs to the street: “שלום, 8 Ledger Lane”. The algorithm alone
/// would put it beyond the name.
fn with_numbers_parted(text: &str) -> String {
    let mut parted = String::with_capacity(text.len());
    let mut name_ended = None;
    for c in text.chars() {
        match bidi_class(c) {
            BidiClass::L => {
                if let Some(end) = name_ended.take() {
                    parted.insert_str(end, LEFT_TO_RIGHT);
                }
                parted.push(c);
            }
            BidiClass::R | BidiClass::AL => {
                parted.push(c);
                name_ended = Some(parted.len());
            }
            class => {
                let clings = class == BidiClass::NSM || matches!(c, ')' | ']' | '}' | '”' | '’' | '"' | '\'');
                let follows = clings && name_ended == Some(parted.len());
                parted.push(c);
                if follows {
                    name_ended = Some(parted.len());
                }
            }
        }
    }
    parted
}

/// The first character that no font can set where it stands.
pub(super) fn unprintable(text: &str) -> Option<char> {
    if is_plain(text) {
        return text.chars().find(|c| !fonts::can_print(*c));
    }
    let missing = |piece: &Piece| match &piece.set {
        Set::Plain(text) => text.chars().find(|c| !fonts::can_print(*c)),
        // A font answers with its first glyph, the box, where it has none.
        Set::Shaped { glyphs, text, .. } => {
            let missing = glyphs.iter().find(|glyph| glyph.id == 0)?;
            missing.says.chars().next().or_else(|| text.chars().next())
        }
    };
    pieces(text, false).0.iter().find_map(missing)
}

/// A run of one direction by the fonts that its letters need; nothing for what is set letter by letter.
fn stretches(text: &str, run: Range<usize>) -> Vec<(Range<usize>, Option<FontFile>)> {
    let mut stretches: Vec<(Range<usize>, Option<FontFile>)> = Vec::new();
    for (at, c) in text[run.clone()].char_indices() {
        let range = run.start + at..run.start + at + c.len_utf8();
        let before = stretches.last().and_then(|(_, font)| *font);
        let belongs = is_combining_mark(c) || matches!(c, '\u{200c}' | '\u{200d}');
        let font = FontFile::of_script(c).or(before.filter(|_| belongs));
        match stretches.last_mut() {
            Some((last, known)) if *known == font => last.end = range.end,
            _ => stretches.push((range, font)),
        }
    }
    stretches
}

fn shape(text: &str, font: FontFile, leftward: bool) -> (Set, f32) {
    let nothing = || (Set::Shaped { font, text: text.to_owned(), leftward, glyphs: Vec::new() }, 0.0);
    let Some(face) = font.shaper() else { return nothing() };
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.set_direction(if leftward { Direction::RightToLeft } else { Direction::LeftToRight });
    buffer.guess_segment_properties();
    let shaped = rustybuzz::shape(face, &[], buffer);
    let scale = 1000.0 / face.units_per_em() as f32;
    let mut starts: Vec<usize> = shaped.glyph_infos().iter().map(|glyph| glyph.cluster as usize).collect();
    starts.sort_unstable();
    starts.dedup();
    let said = |start: usize| {
        let end = starts.iter().copied().find(|other| *other > start).unwrap_or(text.len());
        text.get(start..end).unwrap_or_default().to_owned()
    };
    let mut x = 0.0;
    let mut placed: Vec<(usize, PlacedGlyph)> = Vec::new();
    for (glyph, place) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
        let glyph_there = PlacedGlyph {
            id: u16::try_from(glyph.glyph_id).unwrap_or_default(),
            x: x + place.x_offset as f32 * scale,
            y: place.y_offset as f32 * scale,
            says: String::new(),
        };
        placed.push((glyph.cluster as usize, glyph_there));
        x += place.x_advance as f32 * scale;
    }
    for together in placed.chunk_by_mut(|(a, _), (b, _)| a == b) {
        let letters = together.first().map(|(start, _)| said(*start)).unwrap_or_default();
        tell(face, &letters, together);
    }
    let glyphs = placed.into_iter().map(|(_, glyph)| glyph).collect();
    (Set::Shaped { font, text: text.to_owned(), leftward, glyphs }, x)
}

/// Says of each glyph of letters that were set together which of them it shows: its own letter where it is the plain form of
/// one, and the first of the others whatever is left.
fn tell(face: &rustybuzz::Face<'_>, letters: &str, glyphs: &mut [(usize, PlacedGlyph)]) {
    let mut left: Vec<char> = letters.chars().collect();
    for (_, glyph) in glyphs.iter_mut() {
        let own = |c: &char| face.glyph_index(*c).is_some_and(|id| id.0 == glyph.id);
        if let Some(place) = left.iter().position(own) {
            glyph.says = left.remove(place).to_string();
        }
    }
    if let Some((_, glyph)) = glyphs.iter_mut().find(|(_, glyph)| glyph.says.is_empty()) {
        glyph.says = left.into_iter().collect();
    }
}

/// A bracket as it looks where the line runs to the left.
fn mirrored(c: char) -> char {
    match c {
        '(' => ')',
        ')' => '(',
        '[' => ']',
        ']' => '[',
        '{' => '}',
        '}' => '{',
        '<' => '>',
        '>' => '<',
        '«' => '»',
        '»' => '«',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says(text: &str) -> Vec<(f32, String)> {
        let said = |piece: Piece| match piece.set {
            Set::Plain(text) | Set::Shaped { text, .. } => (piece.x, text),
        };
        pieces(text, false).0.into_iter().map(said).collect()
    }

    #[test]
    fn a_plain_line_is_one_piece() {
        assert_eq!(says("Dear Nguyễn Thị Quế Anh:").len(), 1);
        assert_eq!(pieces("", false).1, 0.0);
    }

    #[test]
    fn hebrew_runs_to_the_left_within_english_and_is_told_in_the_order_of_speech() {
        let said = says("Dear שלום כהן:");
        let words: Vec<&str> = said.iter().map(|(_, text)| text.as_str()).collect();
        assert_eq!(words, ["Dear ", "שלום", " ", "כהן", ":"]);
        assert!(said[3].0 < said[1].0, "the second name stands to the left of the first: {said:?}");
        assert!(said[4].0 > said[1].0, "the colon ends the line");
        let number = says("רחוב הרצל 12");
        let brackets = says("שלום (محمد) Main Street");
        assert!(brackets[0].0 > brackets[2].0, "a bracket closes the name: {brackets:?}");
        let street = says("שלום, 8 Ledger Lane");
        assert_eq!(street[0].0, 0.0, "{street:?}");
        assert!(number[0].0 > 0.0 && number.iter().any(|(x, text)| *x == 0.0 && text == "12"), "{number:?}");
    }

    #[test]
    fn arabic_letters_join() {
        let shaped = |text: &str| match pieces(text, false).0.remove(0).set {
            Set::Shaped { glyphs, .. } => glyphs.iter().map(|glyph| glyph.id).collect::<Vec<_>>(),
            Set::Plain(text) => panic!("{text}"),
        };
        let alone: Vec<u16> = "محمد".chars().rev().flat_map(|c| shaped(&c.to_string())).collect();
        let together = shaped("محمد");
        assert_eq!(together.len(), 4);
        assert_ne!(together, alone);
    }

    #[test]
    fn names_of_every_script_with_a_font_are_set_without_a_box() {
        for name in [
            "שָׁלוֹם כהן",
            "محمد عبد الله",
            "فاطمه‌زهرا پژمان",
            "ٹیپو سلطان",
            "नमस्ते श्रीमती",
            "বাংলা শ্রীমতী",
            "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ",
            "ગુજરાતી",
            "ଓଡ଼ିଆ ଶ୍ରୀମତୀ",
            "தமிழ்ச்செல்வி",
            "తెలుగు శ్రీ",
            "ಕನ್ನಡ",
            "മലയാളം",
            "සිංහල ශ්‍රී",
            "สมชาย น้ำใจ",
            "ສົມພອນ",
            "សុខ ស្រី",
            "မြန်မာ",
            "አበበ",
            "Արամ",
            "გიორგი",
            "Юлия",
            "Αθηνά",
        ] {
            assert_eq!(unprintable(name), None, "{name}");
            assert!(pieces(name, true).1 > 1000.0, "{name} has a width");
        }
    }

    #[test]
    fn what_no_font_has_is_named() {
        for (text, c) in [("𠮷田 Okonkwo", '𠮷'), ("ܫ", 'ܫ'), ("Dear བསྟན:", 'བ')] {
            assert_eq!(unprintable(text), Some(c), "{text}");
        }
    }
}
