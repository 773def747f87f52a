//! What makes the PDF accessible: structure tree, language, title, metadata (ISO 14289-1, PDF/UA-1), and stable bytes.
//!
//! printpdf writes none of this, so it goes into the document that printpdf hands over, before it is saved.

use std::cell::RefCell;
use std::collections::BTreeMap;

use flate2::{Compress, Compression, FlushCompress, Status};
use lopdf::{Dictionary, Document, Object, ObjectId, SaveOptions, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use super::fields::{self, Widget};
use super::pages::Laid;
use super::paper::{Paper, text};

/// A marked piece of a page: its number is its place in the list of the page.
#[derive(Debug, Clone)]
pub(super) struct Mark {
    /// The leaf of the structure that it belongs to.
    pub node: usize,
    /// What it says, where its glyphs do not tell.
    pub said: Option<String>,
}

/// A font program and its compressed stream, so that it need not be compressed for every letter.
#[derive(Debug)]
pub(super) struct Packed {
    raw: Vec<u8>,
    stream: Option<Stream>,
}

impl Packed {
    pub(super) fn new(raw: Vec<u8>) -> Self {
        let mut stream = Stream::new(Dictionary::new(), raw.clone());
        let stream = stream.compress().is_ok().then_some(stream);
        Self { raw, stream }
    }
}

/// Compresses a stream, or takes the compressed one that is kept.
fn compress(stream: &mut Stream, packed: &[Packed]) {
    let kept = packed.iter().find(|kept| kept.raw == stream.content).and_then(|kept| kept.stream.as_ref());
    let Some(kept) = kept else {
        deflate(stream);
        return;
    };
    if let Ok(filter) = kept.dict.get(b"Filter") {
        stream.dict.set("Filter", filter.clone());
        stream.set_content(kept.content.clone());
    }
}

thread_local! {
    /// The state of the compressor is a third of a megabyte: made anew for each stream it would cost more than the work.
    static DEFLATER: RefCell<Compress> = RefCell::new(Compress::new(Compression::new(4), true));
}

/// Compresses a stream at a low level: the best one takes five times as long for a few bytes less.
fn deflate(stream: &mut Stream) {
    let raw = &stream.content;
    let mut compressed = Vec::with_capacity(raw.len() + raw.len() / 100 + 64);
    let ended = DEFLATER.with_borrow_mut(|deflater| {
        deflater.reset();
        deflater.compress_vec(raw, &mut compressed, FlushCompress::Finish)
    });
    // A stream that could not be compressed stays as it is, which is as right.
    if matches!(ended, Ok(Status::StreamEnd)) && compressed.len() + 19 < raw.len() {
        stream.dict.set("Filter", "FlateDecode");
        stream.set_content(compressed);
    }
}

/// Drops what nothing refers to and numbers the rest from 1, in the order in which it was made.
fn compact(document: &mut Document) {
    let mut reached: BTreeMap<ObjectId, ObjectId> = BTreeMap::new();
    let mut next: Vec<ObjectId> = Vec::new();
    for (_, value) in document.trailer.iter() {
        references(value, &mut next);
    }
    while let Some(id) = next.pop() {
        if reached.insert(id, id).is_none()
            && let Some(object) = document.objects.get(&id)
        {
            references(object, &mut next);
        }
    }
    document.objects.retain(|id, _| reached.contains_key(id));
    reached.retain(|id, _| document.objects.contains_key(id));
    for (number, new) in (1..).zip(reached.values_mut()) {
        *new = (number, 0);
    }
    for (_, value) in document.trailer.iter_mut() {
        renumber(value, &reached);
    }
    let objects = std::mem::take(&mut document.objects);
    document.objects = objects
        .into_iter()
        .filter_map(|(id, mut object)| {
            renumber(&mut object, &reached);
            Some((*reached.get(&id)?, object))
        })
        .collect();
    document.max_id = u32::try_from(document.objects.len()).unwrap_or(u32::MAX);
}

fn references(object: &Object, found: &mut Vec<ObjectId>) {
    match object {
        Object::Reference(id) => found.push(*id),
        Object::Array(items) => items.iter().for_each(|item| references(item, found)),
        Object::Dictionary(map) => map.iter().for_each(|(_, value)| references(value, found)),
        Object::Stream(stream) => stream.dict.iter().for_each(|(_, value)| references(value, found)),
        Object::Null
        | Object::Boolean(_)
        | Object::Integer(_)
        | Object::Real(_)
        | Object::Name(_)
        | Object::String(..) => {}
    }
}

fn renumber(object: &mut Object, numbers: &BTreeMap<ObjectId, ObjectId>) {
    match object {
        Object::Reference(id) => {
            if let Some(new) = numbers.get(id) {
                *id = *new;
            }
        }
        Object::Array(items) => items.iter_mut().for_each(|item| renumber(item, numbers)),
        Object::Dictionary(map) => map.iter_mut().for_each(|(_, value)| renumber(value, numbers)),
        Object::Stream(stream) => stream.dict.iter_mut().for_each(|(_, value)| renumber(value, numbers)),
        Object::Null
        | Object::Boolean(_)
        | Object::Integer(_)
        | Object::Real(_)
        | Object::Name(_)
        | Object::String(..) => {}
    }
}

/// Adds structure and metadata, and writes the file.
pub(super) fn finish(
    mut document: Document,
    paper: &Paper,
    laid: &Laid,
    marks: &[Vec<Mark>],
    packed: &[Packed],
) -> Result<Vec<u8>, lopdf::Error> {
    document.version = "1.7".to_owned();
    let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
    for (index, page) in pages.iter().enumerate() {
        tidy_page(&mut document, *page, index, laid)?;
    }
    let first_key = i64::try_from(pages.len()).unwrap_or_default();
    let widgets = fields::add(&mut document, laid, &pages, first_key)?;
    let root = structure(&mut document, laid, marks, &pages, &widgets);
    let metadata = document.add_object(paper.metadata());
    let catalog = document.catalog_mut()?;
    catalog.set("Lang", Object::string_literal(paper.language));
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("StructTreeRoot", root);
    catalog.set("Metadata", metadata);
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    let info = document.add_object(paper.information());
    document.trailer.set("Info", info);
    compact(&mut document);
    for object in document.objects.values_mut() {
        if let Object::Stream(stream) = object
            && !stream.dict.has_type(b"Metadata")
            && !stream.dict.has(b"Filter")
        {
            compress(stream, packed);
        }
    }
    let id = identifier(&document);
    document.trailer.set("ID", vec![id.clone(), id]);
    let mut bytes = Vec::with_capacity(32 * 1024);
    let options =
        SaveOptions::builder().use_object_streams(true).use_xref_streams(true).compression_level(4).build();
    document.save_with_options(&mut bytes, options)?;
    Ok(bytes)
}

/// Exact size, tab order, its row in the parent tree, and no empty resources.
fn tidy_page(document: &mut Document, page: ObjectId, index: usize, laid: &Laid) -> Result<(), lopdf::Error> {
    let (width, height) = laid.size;
    let dictionary = document.get_object_mut(page)?.as_dict_mut()?;
    let size = || Object::Array(vec![0.into(), 0.into(), width.into(), height.into()]);
    dictionary.set("MediaBox", size());
    dictionary.set("CropBox", size());
    dictionary.remove(b"TrimBox");
    dictionary.remove(b"Annots");
    dictionary.set("Tabs", "S");
    dictionary.set("StructParents", i64::try_from(index).unwrap_or_default());
    let resources = dictionary.get(b"Resources")?.as_reference()?;
    let resources = document.get_object_mut(resources)?.as_dict_mut()?;
    for unused in [b"ExtGState".as_slice(), b"Shading"] {
        resources.remove(unused);
    }
    if laid.pages.get(index).is_none_or(|page| page.pictures.is_empty()) {
        resources.remove(b"XObject");
    }
    Ok(())
}

/// The structure tree, and for each page the list from marked piece to element.
fn structure(
    document: &mut Document,
    laid: &Laid,
    marks: &[Vec<Mark>],
    pages: &[ObjectId],
    widgets: &[Widget],
) -> ObjectId {
    let nodes = &laid.nodes;
    let root = document.new_object_id();
    let top = document.new_object_id();
    let ids: Vec<ObjectId> = nodes.iter().map(|_| document.new_object_id()).collect();
    let mut kids: Vec<Vec<Object>> = vec![Vec::new(); nodes.len()];
    let mut top_kids = Vec::new();
    for (node, id) in nodes.iter().zip(&ids) {
        match node.parent.and_then(|parent| kids.get_mut(parent)) {
            Some(siblings) => siblings.push(Object::Reference(*id)),
            None => top_kids.push(Object::Reference(*id)),
        }
    }
    let mut home: Vec<Option<ObjectId>> = vec![None; nodes.len()];
    let mut rows = Vec::new();
    for (page_index, (page_marks, page)) in marks.iter().zip(pages).enumerate() {
        let mut row = Vec::new();
        for (number, mark) in page_marks.iter().enumerate() {
            let number = i64::try_from(number).unwrap_or_default();
            let page_of_node = home[mark.node].get_or_insert(*page);
            if let Some(said) = &mark.said {
                let span = document.add_object(dictionary! {
                    "Type" => "StructElem", "S" => "Span", "P" => ids[mark.node], "Pg" => *page, "ActualText" => text(said),
                    "K" => number,
                });
                kids[mark.node].push(Object::Reference(span));
                row.push(Object::Reference(span));
                continue;
            }
            kids[mark.node].push(if page_of_node == page {
                Object::Integer(number)
            } else {
                Object::Dictionary(dictionary! { "Type" => "MCR", "Pg" => *page, "MCID" => number })
            });
            row.push(Object::Reference(ids[mark.node]));
        }
        let row = document.add_object(Object::Array(row));
        rows.extend([Object::Integer(i64::try_from(page_index).unwrap_or_default()), Object::Reference(row)]);
    }
    for (number, widget) in (i64::try_from(pages.len()).unwrap_or_default()..).zip(widgets) {
        home[widget.node] = Some(widget.page);
        kids[widget.node].push(Object::Dictionary(
            dictionary! { "Type" => "OBJR", "Obj" => widget.id, "Pg" => widget.page },
        ));
        rows.extend([Object::Integer(number), Object::Reference(ids[widget.node])]);
    }
    for (index, node) in nodes.iter().enumerate() {
        let parent = node.parent.map_or(top, |parent| ids[parent]);
        let mut element = dictionary! { "Type" => "StructElem", "S" => node.tag, "P" => parent };
        if let Some(page) = home[index] {
            element.set("Pg", page);
        }
        if node.tag == "L" {
            element.set("A", dictionary! { "O" => "List", "ListNumbering" => "Disc" });
        }
        if node.tag == "TH" {
            element.set("A", dictionary! { "O" => "Table", "Scope" => "Column" });
        }
        if let Some(figure) =
            laid.pages.iter().flat_map(|page| &page.pictures).find(|figure| figure.node == index)
        {
            element.set("Alt", text(&figure.words));
            let foot = laid.size.1 - figure.y - figure.height;
            let corners = [figure.x, foot, figure.x + figure.width, foot + figure.height];
            let bounds: Vec<Object> = corners.into_iter().map(Object::Real).collect();
            element.set("A", dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => bounds });
        }
        element.set("K", std::mem::take(&mut kids[index]));
        document.set_object(ids[index], element);
    }
    document.set_object(
        top,
        dictionary! { "Type" => "StructElem", "S" => "Document", "P" => root, "K" => top_kids },
    );
    let parents = document.add_object(dictionary! { "Nums" => rows });
    document.set_object(
        root,
        dictionary! {
            "Type" => "StructTreeRoot",
            "K" => vec![Object::Reference(top)],
            "ParentTree" => parents,
            "ParentTreeNextKey" => i64::try_from(pages.len() + widgets.len()).unwrap_or_default(),
        },
    );
    root
}

/// The file's identifier, from what its pages show and its metadata; the fonts and the structure follow from these.
fn identifier(document: &Document) -> Object {
    let mut hash = Sha256::new();
    for object in document.objects.values() {
        if let Object::Stream(stream) = object
            && !stream.dict.has(b"Length1")
        {
            hash.update(&stream.content);
        }
    }
    Object::String(hash.finalize()[..16].to_vec(), StringFormat::Hexadecimal)
}
