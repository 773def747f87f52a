//! What a PDF says of itself: title, office, language and day; and its XMP packet.

use chrono::NaiveDate;
use lopdf::{Dictionary, Document, Object, Stream, StringFormat, dictionary};

use super::Letter;
use super::forms::Form;

/// What a letter or form says of itself.
#[derive(Debug)]
pub(super) struct Paper {
    pub title: String,
    office: String,
    subject: String,
    keywords: String,
    /// The language tag.
    pub language: &'static str,
    /// The moment that the file names: the day of the letter, because the same letter must give the same bytes.
    day: NaiveDate,
}

impl Paper {
    pub(super) fn of_letter(letter: &Letter) -> Self {
        Self {
            title: letter.title.clone(),
            office: letter.facts.letterhead.office.clone(),
            subject: letter.facts.case_number.clone(),
            keywords: format!("clauses {}", letter.clauses_version),
            language: letter.language.tag(),
            day: letter.facts.date,
        }
    }

    pub(super) fn of_form(form: &Form) -> Self {
        Self {
            title: form.title.clone(),
            office: form.letterhead.office.clone(),
            subject: form.cites.join("; "),
            keywords: format!("form {} {}", form.kind, form.dated),
            language: form.language.tag(),
            day: form.dated,
        }
    }

    pub(super) fn information(&self) -> Dictionary {
        let day = Object::string_literal(self.day.format("D:%Y%m%d000000Z").to_string());
        dictionary! {
            "Title" => text(&self.title),
            "Author" => text(&self.office),
            "Subject" => text(&self.subject),
            "Keywords" => text(&self.keywords),
            "Creator" => text("Docket 552a"),
            "Producer" => text("Docket 552a"),
            "CreationDate" => day.clone(),
            "ModDate" => day,
        }
    }

    /// The XMP packet; PDF/UA-1 asks for its own mark and the title.
    pub(super) fn metadata(&self) -> Stream {
        let title = xml(&self.title);
        let office = xml(&self.office);
        let keywords = xml(&self.keywords);
        let language = self.language;
        let day = self.day.format("%Y-%m-%dT00:00:00Z");
        let packet = format!(
            r#"<?xpacket begin="{bom}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{office}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{day}</xmp:CreateDate><xmp:ModifyDate>{day}</xmp:ModifyDate><xmp:CreatorTool>Docket 552a</xmp:CreatorTool>
<pdf:Producer>Docket 552a</pdf:Producer><pdf:Keywords>{keywords}</pdf:Keywords>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"#,
            bom = '\u{feff}'
        );
        Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, packet.into_bytes())
            .with_compression(false)
    }
}

/// A PDF text string: UTF-16 with its mark.
pub(super) fn text(words: &str) -> Object {
    Object::String(text_bytes(words), StringFormat::Hexadecimal)
}

pub(super) fn text_bytes(words: &str) -> Vec<u8> {
    let mut bytes = vec![0xfe, 0xff];
    words.encode_utf16().for_each(|unit| bytes.extend(unit.to_be_bytes()));
    bytes
}

/// The case that a PDF of this program names; nothing where it is another paper.
pub fn named_case(bytes: &[u8]) -> Option<String> {
    let document = Document::load_mem(bytes).ok()?;
    let information = document.trailer.get(b"Info").ok()?.as_reference().ok()?;
    let information = document.get_dictionary(information).ok()?;
    let said = |key: &[u8]| information.get(key).ok().and_then(|value| lopdf::decode_text_string(value).ok());
    (said(b"Producer")? == "Docket 552a")
        .then(|| said(b"Subject"))
        .flatten()
        .filter(|subject| !subject.is_empty())
}

fn xml(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
