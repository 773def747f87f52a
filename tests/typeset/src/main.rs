//! Sets letters with Typst, one after the other in one process, and prints as JSON how long each took and how large the largest is.
//!
//! It reads from standard input a list of letters: `[{"title": WORDS, "paragraphs": [WORDS, …]}, …]`. Each becomes PDF/UA-1 with the
//! fonts of the letters themselves, so that only the typesetting differs.

use std::error::Error;
use std::time::Instant;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

const FONTS: [&[u8]; 3] = [
    include_bytes!("../../../src/letters/fonts/SourceSans3-Regular.ttf"),
    include_bytes!("../../../src/letters/fonts/SourceSans3-Bold.ttf"),
    include_bytes!("../../../src/letters/fonts/DejaVuSans.ttf"),
];

/// One letter, and the fonts of all.
struct Desk {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    letter: Source,
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.letter.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.letter.id() { Ok(self.letter.clone()) } else { Err(FileError::Other(None)) }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::Other(None))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let letters: Vec<serde_json::Value> = serde_json::from_reader(std::io::stdin().lock())?;
    let fonts: Vec<Font> = FONTS.iter().flat_map(|font| Font::iter(Bytes::new(*font))).collect();
    let mut desk = Desk {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        letter: Source::detached(""),
    };
    let standards = PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|refused| format!("{refused:?}"))?;
    let options = PdfOptions { ident: Smart::Auto, standards, ..PdfOptions::default() };
    let (mut took, mut largest, mut pages) = (Vec::new(), 0, 0);
    for letter in &letters {
        let begun = Instant::now();
        desk.letter.replace(&markup(letter));
        let set: PagedDocument = typst::compile(&desk).output.map_err(|faults| format!("{faults:?}"))?;
        let pdf = typst_pdf::pdf(&set, &options).map_err(|faults| format!("{faults:?}"))?;
        took.push(u64::try_from(begun.elapsed().as_nanos())?);
        pages = pages.max(set.pages().len());
        if pdf.len() > largest {
            largest = pdf.len();
            if let Some(file) = std::env::var_os("TYPESET_OUT") {
                std::fs::write(file, &pdf)?;
            }
        }
        // What is remembered from letter to letter helps the next; what no letter used for a while goes.
        typst::comemo::evict(10);
    }
    println!("{}", serde_json::json!({ "took_ns": took, "bytes": largest, "pages": pages }));
    Ok(())
}

/// The letter in Typst's markup: US Letter, the same margins and size of type, a title, and its paragraphs.
fn markup(letter: &serde_json::Value) -> String {
    let quoted = |words: &serde_json::Value| {
        let words = words.as_str().unwrap_or_default();
        format!("\"{}\"", words.replace('\\', "\\\\").replace('"', "\\\""))
    };
    let title = quoted(&letter["title"]);
    let mut text = format!(
        "#set document(title: {title})\n\
         #set page(\"us-letter\", margin: 1in, numbering: \"1\")\n\
         #set text(font: (\"Source Sans 3\", \"DejaVu Sans\"), size: 11pt, lang: \"en\", region: \"US\", hyphenate: false)\n\
         #heading({title})\n"
    );
    for paragraph in letter["paragraphs"].as_array().into_iter().flatten() {
        text.push_str(&format!("\n#{}\n", quoted(paragraph)));
    }
    text
}
