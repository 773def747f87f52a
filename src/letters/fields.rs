//! The fields of a form: each a widget that a screen reader names, in an element of the structure, in the order of reading.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use super::pages::{FieldKind, FormField, Laid};
use super::paper::text;

/// A field that is in the document, with the node of the structure that holds it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Widget {
    pub node: usize,
    pub page: ObjectId,
    pub id: ObjectId,
}

/// How what is filled in looks: a standard font, which every viewer has.
const APPEARANCE: &str = "/Helv 10 Tf 0 g";

/// Adds the fields of all pages, numbered for the parent tree from `first_key`; nothing where there are none.
pub(super) fn add(
    document: &mut Document,
    laid: &Laid,
    pages: &[ObjectId],
    first_key: i64,
) -> Result<Vec<Widget>, lopdf::Error> {
    let mut widgets = Vec::new();
    for (page, id) in laid.pages.iter().zip(pages) {
        let mut annotations = Vec::new();
        for field in &page.fields {
            let key = first_key + i64::try_from(widgets.len()).unwrap_or_default();
            let widget = widget(document, field, *id, laid.size.1, key);
            let widget = document.add_object(widget);
            annotations.push(Object::Reference(widget));
            widgets.push(Widget { node: field.node, page: *id, id: widget });
        }
        if !annotations.is_empty() {
            document.get_object_mut(*id)?.as_dict_mut()?.set("Annots", annotations);
        }
    }
    if !widgets.is_empty() {
        let font = document.add_object(dictionary! {
            "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica", "Encoding" => "WinAnsiEncoding",
        });
        let form = document.add_object(dictionary! {
            "Fields" => widgets.iter().map(|widget| Object::Reference(widget.id)).collect::<Vec<_>>(),
            "DR" => dictionary! { "Font" => dictionary! { "Helv" => font } },
            "DA" => Object::string_literal(APPEARANCE),
        });
        document.catalog_mut()?.set("AcroForm", form);
    }
    Ok(widgets)
}

fn widget(document: &mut Document, field: &FormField, page: ObjectId, height: f32, key: i64) -> Dictionary {
    let top = height - field.y;
    let corners = [field.x, top - field.height, field.x + field.width, top];
    let mut widget = dictionary! {
        "Type" => "Annot",
        "Subtype" => "Widget",
        "T" => text(&field.name),
        "TU" => text(&field.words),
        "Contents" => text(&field.words),
        "Rect" => corners.into_iter().map(Object::Real).collect::<Vec<_>>(),
        "F" => 4,
        "P" => page,
        "StructParent" => key,
        "DA" => Object::string_literal(APPEARANCE),
    };
    match field.kind {
        FieldKind::Line | FieldKind::Area => {
            widget.set("FT", "Tx");
            if field.kind == FieldKind::Area {
                widget.set("Ff", 1 << 12);
            }
            let empty = document.add_object(appearance(field, "/Tx BMC EMC"));
            widget.set("AP", dictionary! { "N" => empty });
        }
        FieldKind::Check => {
            let (w, h) = (field.width, field.height);
            let frame = format!("0.7 w 0.33 G 0.5 0.5 {} {} re S", w - 1.0, h - 1.0);
            let cross = format!(
                "{frame} 1.2 w 0 G 2 2 m {} {} l 2 {} m {} 2 l S",
                w - 2.0,
                h - 2.0,
                h - 2.0,
                w - 2.0
            );
            let off = document.add_object(appearance(field, &frame));
            let on = document.add_object(appearance(field, &cross));
            widget.set("FT", "Btn");
            widget.set("V", "Off");
            widget.set("AS", "Off");
            widget.set("AP", dictionary! { "N" => dictionary! { "Yes" => on, "Off" => off } });
        }
    }
    widget
}

fn appearance(field: &FormField, drawn: &str) -> Stream {
    let bounds = vec![0.into(), 0.into(), Object::Real(field.width), Object::Real(field.height)];
    Stream::new(
        dictionary! { "Type" => "XObject", "Subtype" => "Form", "BBox" => bounds, "Resources" => Dictionary::new() },
        drawn.as_bytes().to_vec(),
    )
}
