//! Finished papers bound into one PDF for the printer, in order.
//!
//! It is for paper: the pages look as issued, and the structure for screen readers stays with the letters themselves. What
//! letters share, such as their fonts, is kept once.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, SaveOptions, dictionary};
use sha2::{Digest, Sha256};

use super::LetterError;

/// Papers in one PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoundPapers {
    /// The file.
    pub bytes: Vec<u8>,
    /// The number of pages, blank ones included.
    pub pages: u32,
}

/// Binds papers into one PDF. With `whole_sheets`, a blank page follows where a paper would end on the front of a sheet, so that
/// the next begins on a sheet of its own when both sides are printed.
///
/// # Errors
/// When a paper is no PDF of this program.
pub fn bind<Paper: AsRef<[u8]>>(papers: &[Paper], whole_sheets: bool) -> Result<BoundPapers, LetterError> {
    let mut bound = Binding::new();
    for paper in papers {
        let document = Document::load_mem(paper.as_ref()).map_err(|_| unreadable())?;
        let pages = document.get_pages();
        let mut moved = BTreeMap::new();
        let mut last = None;
        for page in pages.values() {
            let page = document.get_dictionary(*page).map_err(|_| unreadable())?;
            last = Some(page);
            let mut copy = Dictionary::new();
            for key in [b"MediaBox".as_slice(), b"CropBox", b"Resources", b"Contents"] {
                if let Ok(value) = page.get(key) {
                    copy.set(key, bound.take(&document, value, &mut moved));
                }
            }
            bound.page(copy);
        }
        if let Some(page) = last.filter(|_| whole_sheets && pages.len() % 2 == 1) {
            let size = page.get(b"MediaBox").map_err(|_| unreadable())?;
            bound.page(dictionary! { "MediaBox" => size.clone() });
        }
    }
    bound.finish()
}

fn unreadable() -> LetterError {
    LetterError::new(
        "A paper of the batch cannot be read as PDF. Nothing was printed, and nothing was lost.".to_owned(),
    )
}

/// The file that is being made.
struct Binding {
    document: Document,
    tree: ObjectId,
    pages: Vec<ObjectId>,
    /// Streams that are in the file, by their hash.
    streams: BTreeMap<[u8; 32], ObjectId>,
}

impl Binding {
    fn new() -> Self {
        let mut document = Document::with_version("1.7");
        let tree = document.new_object_id();
        Self { document, tree, pages: Vec::new(), streams: BTreeMap::new() }
    }

    fn page(&mut self, mut page: Dictionary) {
        page.set("Type", "Page");
        page.set("Parent", self.tree);
        let id = self.document.add_object(page);
        self.pages.push(id);
    }

    /// A value of another file as a value of this one, with all that it refers to.
    fn take(&mut self, from: &Document, value: &Object, moved: &mut BTreeMap<ObjectId, ObjectId>) -> Object {
        match value {
            Object::Reference(id) => match moved.get(id) {
                Some(known) => Object::Reference(*known),
                None => {
                    let Ok(object) = from.get_object(*id) else { return Object::Null };
                    let object = self.take(from, object, moved);
                    let new = self.keep(object);
                    moved.insert(*id, new);
                    Object::Reference(new)
                }
            },
            Object::Array(items) => {
                items.iter().map(|item| self.take(from, item, moved)).collect::<Vec<_>>().into()
            }
            Object::Dictionary(map) => Object::Dictionary(self.take_map(from, map, moved)),
            Object::Stream(stream) => {
                let mut copy = stream.clone();
                copy.dict = self.take_map(from, &stream.dict, moved);
                Object::Stream(copy)
            }
            plain => plain.clone(),
        }
    }

    fn take_map(
        &mut self,
        from: &Document,
        map: &Dictionary,
        moved: &mut BTreeMap<ObjectId, ObjectId>,
    ) -> Dictionary {
        let mut copy = Dictionary::new();
        for (key, value) in map.iter() {
            copy.set(key.clone(), self.take(from, value, moved));
        }
        copy
    }

    fn keep(&mut self, object: Object) -> ObjectId {
        let Object::Stream(stream) = &object else { return self.document.add_object(object) };
        let mut hash = Sha256::new();
        hash.update(format!("{:?}", stream.dict));
        hash.update(&stream.content);
        let hash: [u8; 32] = hash.finalize().into();
        let document = &mut self.document;
        *self.streams.entry(hash).or_insert_with(|| document.add_object(object))
    }

    fn finish(mut self) -> Result<BoundPapers, LetterError> {
        let count = u32::try_from(self.pages.len()).unwrap_or(u32::MAX);
        let kids: Vec<Object> = self.pages.iter().map(|page| Object::Reference(*page)).collect();
        self.document.set_object(
            self.tree,
            dictionary! { "Type" => "Pages", "Count" => i64::from(count), "Kids" => kids },
        );
        let catalog = self.document.add_object(dictionary! { "Type" => "Catalog", "Pages" => self.tree });
        self.document.trailer.set("Root", catalog);
        let mut bytes = Vec::new();
        let options = SaveOptions::builder()
            .use_object_streams(true)
            .use_xref_streams(true)
            .compression_level(4)
            .build();
        self.document.save_with_options(&mut bytes, options).map_err(|_| {
            LetterError::new(
                "The batch could not be set as one PDF. Nothing was printed, and nothing was lost."
                    .to_owned(),
            )
        })?;
        Ok(BoundPapers { bytes, pages: count })
    }
}
