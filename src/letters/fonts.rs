//! The fonts of the page: which has a character, and how wide it is.
//!
//! Source Sans 3 carries Latin with all its marks, Greek and Cyrillic; DejaVu Sans steps in for what it lacks. Scripts that
//! need shaping or run from right to left are not set by this program, and are said to be missing rather than set wrongly.

use std::sync::OnceLock;

use ttf_parser::Face;

use super::LetterError;

const REGULAR: &[u8] = include_bytes!("fonts/SourceSans3-Regular.ttf");
const BOLD: &[u8] = include_bytes!("fonts/SourceSans3-Bold.ttf");
const FALLBACK: &[u8] = include_bytes!("fonts/DejaVuSans.ttf");

/// One of the font files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum FontFile {
    Regular,
    Bold,
    Fallback,
}

impl FontFile {
    pub(super) const ALL: [FontFile; 3] = [FontFile::Regular, FontFile::Bold, FontFile::Fallback];

    pub(super) fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => REGULAR,
            Self::Bold => BOLD,
            Self::Fallback => FALLBACK,
        }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Regular => "SourceSans3-Regular",
            Self::Bold => "SourceSans3-Bold",
            Self::Fallback => "DejaVuSans",
        }
    }

    /// The parsed font; nothing if the file that came with the program is damaged.
    pub(super) fn face(self) -> Option<&'static Face<'static>> {
        static FACES: OnceLock<[Option<Face<'static>>; 3]> = OnceLock::new();
        FACES.get_or_init(|| FontFile::ALL.map(|file| Face::parse(file.bytes(), 0).ok()))[self as usize]
            .as_ref()
    }
}

/// A character in the font that has it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Glyph {
    pub font: FontFile,
    /// In thousandths of the size.
    pub advance: f32,
}

/// Proves that the fonts that came with the program can be read.
pub(super) fn prove() -> Result<(), LetterError> {
    match FontFile::ALL.into_iter().find(|font| font.face().is_none()) {
        None => Ok(()),
        Some(font) => Err(LetterError::new(format!(
            "The font {} that came with the program cannot be read. Install the program again. Nothing was lost.",
            font.name()
        ))),
    }
}

/// The glyph of a character, in bold or regular, or from the fallback font; nothing, if no font can set it.
pub(super) fn glyph(c: char, bold: bool) -> Option<Glyph> {
    // Looking a character up in a font file is most of the work of measuring; Latin, Greek and Cyrillic are kept.
    const KEPT: u32 = 0x2200;
    static GLYPHS: OnceLock<[Vec<Option<Glyph>>; 2]> = OnceLock::new();
    let kept = GLYPHS.get_or_init(|| {
        [false, true].map(|bold| (0..KEPT).map(|code| look_up(char::from_u32(code)?, bold)).collect())
    });
    match kept[usize::from(bold)].get(u32::from(c) as usize) {
        Some(glyph) => *glyph,
        None => look_up(c, bold),
    }
}

fn look_up(c: char, bold: bool) -> Option<Glyph> {
    if needs_shaping(c) {
        return None;
    }
    let first = if bold { FontFile::Bold } else { FontFile::Regular };
    [first, FontFile::Fallback].into_iter().find_map(|font| {
        let face = font.face()?;
        let id = face.glyph_index(c)?;
        let advance = f32::from(face.glyph_hor_advance(id)?) * 1000.0 / f32::from(face.units_per_em());
        Some(Glyph { font, advance })
    })
}

/// Whether the page can show the character.
pub(super) fn can_print(c: char) -> bool {
    glyph(c, false).is_some() && glyph(c, true).is_some()
}

/// Right-to-left scripts, and those whose letters change shape or place with their neighbours.
fn needs_shaping(c: char) -> bool {
    matches!(u32::from(c),
        0x0590..=0x08ff | 0x0900..=0x0fff | 0x1000..=0x109f | 0x1780..=0x18af | 0x1900..=0x1aff
        | 0x1b00..=0x1bff | 0xa800..=0xabff | 0xfb1d..=0xfdff | 0xfe70..=0xfeff | 0x10800..=0x10fff | 0x11000..=0x11fff)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fonts_have_every_letter_of_the_names_that_people_bear() {
        let names = "Okonkwo-Hašek Nguyễn Thị Quế O'Neill O’Brien de la Cruz Şahin Łukasiewicz José Şükrü Ğ ğ ı İ ř ő ż ả ẵ ộ ự \
                     Ọmọ́ Ṣẹ́gun Αθηνά Юлия “” – — § • … €";
        for c in names.chars() {
            assert!(can_print(c), "{c} U+{:04X}", u32::from(c));
        }
    }

    #[test]
    fn the_main_font_and_not_the_fallback_sets_latin_greek_and_cyrillic() {
        for c in "ếễşŞğłřΑω Юя".chars() {
            assert_eq!(glyph(c, false).unwrap().font, FontFile::Regular, "{c}");
            assert_eq!(glyph(c, true).unwrap().font, FontFile::Bold, "{c}");
        }
        assert_eq!(glyph('Ա', false).unwrap().font, FontFile::Fallback);
    }

    #[test]
    fn a_script_that_would_be_set_wrongly_is_not_set_at_all() {
        for c in "שלוםمحمدनमस्ते漢".chars() {
            assert!(!can_print(c), "{c}");
        }
    }
}
