//! PDF: the typeset pages of the Federal Register in columns, and the one-column copies for public inspection.
//!
//! The pages become text with the layout marks that the reader of text knows: paragraphs by indent and blank line, no
//! running heads, columns one after the other, divided words whole again. Everything is bounded: bytes, streams, pages
//! and drawing steps; a file beyond a bound is refused in a sentence.

mod columns;
mod font;
mod lines;
mod page;
mod widths;

use std::panic::{AssertUnwindSafe, catch_unwind};

use lopdf::{Document, LoadOptions};

use super::NoticeRefusal;

/// The most bytes that one stream may unpack to.
const LARGEST_STREAM: usize = 4 * 1024 * 1024;
/// The most bytes that the pages together may unpack to.
const LARGEST_TEXT: usize = 48 * 1024 * 1024;
/// The most pages; the longest notices in print have some two hundred.
const MOST_PAGES: usize = 600;
/// The most packed groups of objects, each of which is unpacked before anything can be asked of the file.
const MOST_GROUPS: usize = 256;
/// A page of print has more letters than this; fewer on every page mean pictures of pages.
const FEWEST_LETTERS: usize = 40;

/// Whether the bytes are of this form: the mark may stand a little behind the first byte.
pub(crate) fn is_this(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(1024)).unwrap_or(bytes);
    head.windows(5).any(|window| window == b"%PDF-")
}

/// The words of a PDF document as text.
///
/// # Errors
/// A sentence, where the file is broken, locked by a password, a picture without words, or larger than any notice.
pub(crate) fn text(file: &str, bytes: &[u8]) -> Result<String, NoticeRefusal> {
    // The library is guarded against bad files, but not promised to be; a fault in it is a broken file to the reader.
    let read = catch_unwind(AssertUnwindSafe(|| words(bytes))).unwrap_or(Err(Fault::Broken));
    read.map_err(|fault| NoticeRefusal(format!("“{file}” {} Nothing was changed.", fault.sentence())))
}

/// Why a PDF gives no words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    Broken,
    Locked,
    Picture,
    Large,
}

impl Fault {
    fn sentence(self) -> &'static str {
        match self {
            Self::Broken => {
                "is a PDF document, but it is broken. Fetch it again, or import the text of the notice."
            }
            Self::Locked => {
                "is a PDF document locked by a password. Save a copy without the password, or import the text of the notice."
            }
            Self::Picture => {
                "is a PDF document with pictures of pages and no words. Run text recognition on it, or import the text of \
                 the notice."
            }
            Self::Large => {
                "is a PDF document that unpacks to more than any notice has. Choose the file of one notice, or import its \
                 text."
            }
        }
    }
}

fn words(bytes: &[u8]) -> Result<String, Fault> {
    if bytes.windows(7).filter(|window| *window == b"/ObjStm").count() > MOST_GROUPS {
        return Err(Fault::Large);
    }
    let options = LoadOptions::with_max_decompressed_size(LARGEST_STREAM);
    let document = Document::load_mem_with_options(bytes, options).map_err(fault)?;
    if document.is_encrypted() {
        return Err(Fault::Locked);
    }
    let mut pages = Vec::new();
    let mut budget = page::Budget::new(LARGEST_STREAM, LARGEST_TEXT);
    let mut fonts = font::Fonts::default();
    for (count, id) in document.page_iter().enumerate() {
        if count >= MOST_PAGES {
            return Err(Fault::Large);
        }
        pages.push(page::words(&document, id, &mut fonts, &mut budget).map_err(fault)?);
    }
    let letters: usize = pages.iter().flatten().map(|word| word.text.chars().count()).sum();
    if pages.is_empty() {
        return Err(Fault::Broken);
    }
    if letters < FEWEST_LETTERS {
        return Err(Fault::Picture);
    }
    Ok(lines::text(&columns::lines(pages)))
}

fn fault(error: lopdf::Error) -> Fault {
    match error {
        lopdf::Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded { .. }) => Fault::Large,
        lopdf::Error::Decryption(_) | lopdf::Error::InvalidPassword => Fault::Locked,
        _ => Fault::Broken,
    }
}
