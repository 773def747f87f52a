//! The fonts of the page: which has a character, and how wide it is.
//!
//! Source Sans 3 carries Latin with all its marks, Greek and Cyrillic; DejaVu Sans steps in for what it lacks, such as Armenian
//! and Georgian, Noto Sans for Ethiopic, and WenQuanYi Micro Hei for Chinese, Japanese and Korean. Scripts that run from right to
//! left, or whose letters change with their neighbours, have a Noto Sans each and are set by `shape`. What is left, such as the
//! rarest Chinese characters, is said to be missing.

use std::sync::OnceLock;

use ttf_parser::Face;

use super::LetterError;

/// One of the font files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum FontFile {
    Regular,
    Bold,
    Fallback,
    Ethiopic,
    EastAsian,
    Hebrew,
    Arabic,
    Devanagari,
    Bengali,
    Gurmukhi,
    Gujarati,
    Oriya,
    Tamil,
    Telugu,
    Kannada,
    Malayalam,
    Sinhala,
    Thai,
    Lao,
    Khmer,
    Myanmar,
}

/// Each file with its PostScript name and its bytes.
const FILES: [(FontFile, &str, &[u8]); 21] = [
    (FontFile::Regular, "SourceSans3-Regular", include_bytes!("fonts/SourceSans3-Regular.ttf")),
    (FontFile::Bold, "SourceSans3-Bold", include_bytes!("fonts/SourceSans3-Bold.ttf")),
    (FontFile::Fallback, "DejaVuSans", include_bytes!("fonts/DejaVuSans.ttf")),
    (FontFile::Ethiopic, "NotoSansEthiopic", include_bytes!("fonts/NotoSansEthiopic-Regular.ttf")),
    (FontFile::EastAsian, "WenQuanYiMicroHei", include_bytes!("fonts/WenQuanYiMicroHei.ttf")),
    (FontFile::Hebrew, "NotoSansHebrew", include_bytes!("fonts/NotoSansHebrew-Regular.ttf")),
    (FontFile::Arabic, "NotoSansArabic", include_bytes!("fonts/NotoSansArabic-Regular.ttf")),
    (FontFile::Devanagari, "NotoSansDevanagari", include_bytes!("fonts/NotoSansDevanagari-Regular.ttf")),
    (FontFile::Bengali, "NotoSansBengali", include_bytes!("fonts/NotoSansBengali-Regular.ttf")),
    (FontFile::Gurmukhi, "NotoSansGurmukhi", include_bytes!("fonts/NotoSansGurmukhi-Regular.ttf")),
    (FontFile::Gujarati, "NotoSansGujarati", include_bytes!("fonts/NotoSansGujarati-Regular.ttf")),
    (FontFile::Oriya, "NotoSansOriya", include_bytes!("fonts/NotoSansOriya-Regular.ttf")),
    (FontFile::Tamil, "NotoSansTamil", include_bytes!("fonts/NotoSansTamil-Regular.ttf")),
    (FontFile::Telugu, "NotoSansTelugu", include_bytes!("fonts/NotoSansTelugu-Regular.ttf")),
    (FontFile::Kannada, "NotoSansKannada", include_bytes!("fonts/NotoSansKannada-Regular.ttf")),
    (FontFile::Malayalam, "NotoSansMalayalam", include_bytes!("fonts/NotoSansMalayalam-Regular.ttf")),
    (FontFile::Sinhala, "NotoSansSinhala", include_bytes!("fonts/NotoSansSinhala-Regular.ttf")),
    (FontFile::Thai, "NotoSansThai", include_bytes!("fonts/NotoSansThai-Regular.ttf")),
    (FontFile::Lao, "NotoSansLao", include_bytes!("fonts/NotoSansLao-Regular.ttf")),
    (FontFile::Khmer, "NotoSansKhmer", include_bytes!("fonts/NotoSansKhmer-Regular.ttf")),
    (FontFile::Myanmar, "NotoSansMyanmar", include_bytes!("fonts/NotoSansMyanmar-Regular.ttf")),
];

impl FontFile {
    pub(super) fn bytes(self) -> &'static [u8] {
        FILES[self as usize].2
    }

    pub(super) fn name(self) -> &'static str {
        FILES[self as usize].1
    }

    /// The parsed font; nothing if the file that came with the program is damaged.
    pub(super) fn face(self) -> Option<&'static Face<'static>> {
        static FACES: [OnceLock<Option<Face<'static>>>; FILES.len()] =
            [const { OnceLock::new() }; FILES.len()];
        FACES[self as usize].get_or_init(|| Face::parse(self.bytes(), 0).ok()).as_ref()
    }

    /// The font as the shaper reads it.
    pub(super) fn shaper(self) -> Option<&'static rustybuzz::Face<'static>> {
        static FACES: [OnceLock<Option<rustybuzz::Face<'static>>>; FILES.len()] =
            [const { OnceLock::new() }; FILES.len()];
        FACES[self as usize].get_or_init(|| rustybuzz::Face::from_slice(self.bytes(), 0)).as_ref()
    }

    /// The font that sets the letters of a script as they stand together; nothing where there is none, or a letter needs none.
    pub(super) fn of_script(c: char) -> Option<Self> {
        Some(match u32::from(c) {
            0x0590..=0x05ff | 0xfb1d..=0xfb4f => Self::Hebrew,
            0x0600..=0x06ff | 0x0750..=0x077f | 0x08a0..=0x08ff | 0xfb50..=0xfdff | 0xfe70..=0xfefc => {
                Self::Arabic
            }
            0x0900..=0x097f | 0xa8e0..=0xa8ff => Self::Devanagari,
            0x0980..=0x09ff => Self::Bengali,
            0x0a00..=0x0a7f => Self::Gurmukhi,
            0x0a80..=0x0aff => Self::Gujarati,
            0x0b00..=0x0b7f => Self::Oriya,
            0x0b80..=0x0bff => Self::Tamil,
            0x0c00..=0x0c7f => Self::Telugu,
            0x0c80..=0x0cff => Self::Kannada,
            0x0d00..=0x0d7f => Self::Malayalam,
            0x0d80..=0x0dff => Self::Sinhala,
            0x0e00..=0x0e7f => Self::Thai,
            0x0e80..=0x0eff => Self::Lao,
            0x1000..=0x109f => Self::Myanmar,
            0x1780..=0x17ff => Self::Khmer,
            _ => return None,
        })
    }
}

/// A character in the font that has it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Glyph {
    pub font: FontFile,
    /// In thousandths of the size.
    pub advance: f32,
}

/// Proves that the fonts of every letter can be read.
pub(super) fn prove() -> Result<(), LetterError> {
    let first = [FontFile::Regular, FontFile::Bold, FontFile::Fallback];
    match first.into_iter().find(|font| font.face().is_none()) {
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
    [first, FontFile::Fallback, FontFile::Ethiopic, FontFile::EastAsian].into_iter().find_map(|font| {
        let face = font.face()?;
        let id = face.glyph_index(c)?;
        let advance = f32::from(face.glyph_hor_advance(id)?) * 1000.0 / f32::from(face.units_per_em());
        Some(Glyph { font, advance })
    })
}

/// Whether the page can show the character letter by letter.
pub(super) fn can_print(c: char) -> bool {
    glyph(c, false).is_some() && glyph(c, true).is_some()
}

/// Right-to-left scripts, and those whose letters change shape or place with their neighbours.
pub(super) fn needs_shaping(c: char) -> bool {
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
                     Ọmọ́ Ṣẹ́gun Αθηνά Юлия 王小明 諸葛亮 髙橋さくら 佐々木 김민수 쀍 “” – — § • … €";
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
    fn every_font_can_be_read_and_stands_under_its_own_name() {
        for (place, (font, name, _)) in FILES.iter().enumerate() {
            assert_eq!(*font as usize, place, "{name}");
            assert!(font.face().is_some() && font.shaper().is_some(), "{name}");
        }
    }

    #[test]
    fn a_script_that_would_be_set_wrongly_is_not_set_letter_by_letter() {
        for c in "שלוםمحمدनमस्तेབ".chars() {
            assert!(!can_print(c), "{c}");
        }
    }
}
