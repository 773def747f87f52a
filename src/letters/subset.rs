//! The part of each font that a letter carries.
//!
//! What nearly every letter needs is subset once and kept; the rare rest of a letter, such as the “ễ” of a name, goes into a
//! second small font of its own. So a thousand letters cost a thousand pages, not a thousand fonts.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;
use ttf_parser::GlyphId;

use super::LetterError;
use super::fonts::{self, FontFile};
use super::numbers::mask_ssns;
use super::pages::Laid;
use super::shape::{self, Set};

/// The characters of the kept subsets: those of American English prose.
const COMMON: &str =
    " !\"#$%&'()*+,-./0123456789:;?@ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz§–—‘’“”•é";

/// Some glyphs of one font, under new numbers.
#[derive(Debug)]
pub(super) struct Subset {
    pub file: FontFile,
    /// Its PostScript name, with the six letters that mark a subset (ISO 32000-1, 9.6.4).
    pub name: String,
    /// The font program.
    pub bytes: Vec<u8>,
    /// The advance of each new number, in units of the font.
    pub widths: BTreeMap<u16, u16>,
    /// The new number of each character.
    pub codes: BTreeMap<u32, u16>,
    /// The new number of each glyph that is set for letters as they stand together.
    pub glyphs: BTreeMap<u16, u16>,
    /// Whether it has a character, by the character's number: asked for every letter of a page.
    has: Vec<bool>,
}

impl Subset {
    /// The glyphs of these characters, these glyphs, and no others.
    fn of(file: FontFile, Wanted { characters, glyphs: shaped }: &Wanted) -> Result<Self, LetterError> {
        let trouble = || {
            LetterError::new(format!(
                "The font {} that came with the program cannot be used. Install the program again. Nothing was lost.",
                file.name()
            ))
        };
        let face = file.face().ok_or_else(trouble)?;
        let mut remapper = GlyphRemapper::new();
        let mut widths = BTreeMap::new();
        let mut codes = BTreeMap::new();
        let mut hash = Sha256::new();
        hash.update(file.name());
        for c in characters {
            let id = face.glyph_index(*c).ok_or_else(trouble)?;
            let code = remapper.remap(id.0);
            hash.update(u32::from(*c).to_be_bytes());
            widths.insert(code, face.glyph_hor_advance(id).unwrap_or(0));
            codes.insert(u32::from(*c), code);
        }
        let mut glyphs = BTreeMap::new();
        for id in shaped {
            let code = remapper.remap(*id);
            hash.update([0xff]);
            hash.update(id.to_be_bytes());
            widths.insert(code, face.glyph_hor_advance(GlyphId(*id)).unwrap_or(0));
            glyphs.insert(*id, code);
        }
        let bytes = subsetter::subset(file.bytes(), 0, &remapper).map_err(|_| trouble())?;
        let tag: String = hash.finalize().iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect();
        let last = codes.keys().next_back().map_or(0, |code| *code as usize + 1);
        let mut has = vec![false; last];
        for code in codes.keys() {
            has[*code as usize] = true;
        }
        Ok(Self { file, name: format!("{tag}+{}", file.name()), bytes, widths, codes, glyphs, has })
    }

    fn has(&self, c: char) -> bool {
        self.has.get(u32::from(c) as usize).copied().unwrap_or(false)
    }
}

/// What a letter needs of one font.
#[derive(Debug, Default)]
struct Wanted {
    characters: BTreeSet<char>,
    glyphs: BTreeSet<u16>,
}

/// The subsets that are kept from letter to letter.
#[derive(Debug)]
pub(super) struct Common(BTreeMap<FontFile, Subset>);

impl Common {
    pub(super) fn new() -> Result<Self, LetterError> {
        let subset = |file, bold| {
            let has = |c: &char| fonts::glyph(*c, bold).is_some_and(|glyph| glyph.font == file);
            let characters = COMMON.chars().filter(has).collect();
            Ok((file, Subset::of(file, &Wanted { characters, ..Wanted::default() })?))
        };
        Ok(Self([subset(FontFile::Regular, false)?, subset(FontFile::Bold, true)?].into()))
    }

    pub(super) fn subsets(&self) -> impl Iterator<Item = &Subset> {
        self.0.values()
    }
}

/// Which character of which words cannot be printed, and what to do.
fn missing(c: char, words: &str) -> LetterError {
    LetterError::new(format!(
        "No font of this program has “{c}” (U+{:04X}), in “{}”. {ASK_FOR_LATIN} Nothing was lost.",
        u32::from(c),
        mask_ssns(words.trim())
    ))
}

/// What to do about a character that cannot be printed.
pub(super) const ASK_FOR_LATIN: &str = "Ask how the person writes the name in Latin letters and put that into the case, or \
                                        send the letter by hand.";

/// The fonts of one letter: the kept ones, and what it needs beyond them.
pub(super) struct LetterFonts<'a> {
    common: &'a Common,
    rare: BTreeMap<FontFile, Subset>,
}

impl<'a> LetterFonts<'a> {
    /// The fonts for the laid-out letter.
    ///
    /// # Errors
    /// When a character is in none of the fonts; the sentence names it.
    pub(super) fn of(common: &'a Common, laid: &Laid) -> Result<Self, LetterError> {
        let mut rare: BTreeMap<FontFile, Wanted> = BTreeMap::new();
        for run in laid.pages.iter().flat_map(|page| &page.runs) {
            for piece in shape::pieces(&run.text, run.bold).0 {
                match piece.set {
                    Set::Plain(text) => {
                        for c in text.chars() {
                            let glyph = fonts::glyph(c, run.bold).ok_or_else(|| missing(c, &run.text))?;
                            let kept = common.0.get(&glyph.font).is_some_and(|subset| subset.has(c));
                            if !kept {
                                rare.entry(glyph.font).or_default().characters.insert(c);
                            }
                        }
                    }
                    Set::Shaped { font, text, glyphs, .. } => {
                        if let Some(c) = shape::unprintable(&text) {
                            return Err(missing(c, &run.text));
                        }
                        rare.entry(font).or_default().glyphs.extend(glyphs.iter().map(|glyph| glyph.id));
                    }
                }
            }
        }
        let rare = rare.into_iter().map(|(file, glyphs)| Ok((file, Subset::of(file, &glyphs)?)));
        Ok(Self { common, rare: rare.collect::<Result<_, LetterError>>()? })
    }

    /// The subset that sets the character.
    pub(super) fn find(&self, c: char, bold: bool) -> Option<&Subset> {
        let font = fonts::glyph(c, bold)?.font;
        [self.common.0.get(&font), self.rare.get(&font)].into_iter().flatten().find(|subset| subset.has(c))
    }

    /// The subset with the glyphs that a font sets for letters as they stand together.
    pub(super) fn shaped(&self, font: FontFile) -> Option<&Subset> {
        self.rare.get(&font)
    }

    pub(super) fn subsets(&self) -> impl Iterator<Item = &Subset> {
        self.common.subsets().chain(self.rare.values())
    }
}
