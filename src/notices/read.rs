//! The one door for notices: a file's bytes or text in, what the notice says out, or a refusal in a sentence.

use chrono::NaiveDate;

use super::assemble::{Assembled, assemble};
use super::model::{Notice, ReadNotice};
use super::pattern::{Pattern, group};
use super::piece::Piece;
use super::understand::understand;
use super::{NoticeRefusal, cites, decode, html, issuance_xml, register_json, register_xml, sgml, text};

/// Reads the bytes of a file in UTF-8, UTF-16 or Windows-1252.
///
/// # Errors
/// A sentence, where the file is empty, too large, holds no text, or describes no system of records.
pub fn read_bytes(file_name: &str, bytes: &[u8]) -> Result<ReadNotice, NoticeRefusal> {
    let text = decode::decode(file_name, bytes)?;
    read_text(file_name, &text)
}

/// The most lines that are read: a year's notices of the largest department have some 300,000.
const MOST_LINES: usize = 400_000;

/// Reads the text of a notice in any published form. Pure; takes time linear in the text.
///
/// # Errors
/// A sentence, where the text describes no system of records.
pub fn read_text(file_name: &str, text: &str) -> Result<ReadNotice, NoticeRefusal> {
    if text.trim().is_empty() {
        return Err(NoticeRefusal(format!(
            "“{file_name}” is empty. Choose the file of a notice. Nothing was changed."
        )));
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    if text.bytes().filter(|byte| *byte == b'\n').count() > MOST_LINES {
        return Err(NoticeRefusal(format!(
            "“{file_name}” has more than {MOST_LINES} lines, and no notice has. Choose the file of one notice. Nothing was changed."
        )));
    }
    if register_json::is_this(&text) {
        return from_json(file_name, &text);
    }
    if sgml::is_this(&text) {
        let document = sgml::document(&text);
        return finish(file_name, &document.text, &document.facts, &assemble(text::pieces(&document.text)));
    }
    let (front, body) = text::front_matter(&text);
    finish(file_name, &text, &front, &assemble(pieces(body)))
}

/// The pieces of a document in whatever form it is.
fn pieces(body: &str) -> Vec<Piece> {
    if register_xml::is_this(body) {
        register_xml::pieces(body)
    } else if issuance_xml::is_this(body) {
        issuance_xml::pieces(body)
    } else if html::is_this(body) {
        text::pieces(&html::text(body))
    } else {
        text::pieces(body)
    }
}

fn from_json(file_name: &str, text: &str) -> Result<ReadNotice, NoticeRefusal> {
    let file = base_name(file_name);
    let Some(document) = register_json::document(text) else {
        return Err(NoticeRefusal(format!(
            "“{file}” looks like JSON of the Federal Register, but it is broken. Save it again. Nothing was changed."
        )));
    };
    match document.words {
        Some(words) => finish(file_name, &words, &document.facts, &assemble(pieces(&words))),
        None => Err(NoticeRefusal(format!(
            "“{file}” holds the facts about a document of the Federal Register, but not its words. Save the text or XML \
             that it points to{}, and import that file. Nothing was changed.",
            document.address.map(|address| format!(" ({address})")).unwrap_or_default()
        ))),
    }
}

fn finish(
    file_name: &str,
    text: &str,
    front: &[(String, String)],
    assembled: &Assembled,
) -> Result<ReadNotice, NoticeRefusal> {
    if assembled.drafts.is_empty() {
        return Err(refusal(file_name, text));
    }
    let notice = head(text, front, assembled);
    let systems = assembled
        .drafts
        .iter()
        .map(|draft| understand(draft, &notice.agency, &assembled.appendices))
        .collect();
    Ok(ReadNotice { file: base_name(file_name).to_owned(), notice, systems })
}

fn base_name(file: &str) -> &str {
    file.rsplit(['/', '\\']).next().unwrap_or(file)
}

/// Says what the file is instead, where that can be told.
fn refusal(file_name: &str, text: &str) -> NoticeRefusal {
    static MATCHING: Pattern = Pattern::new(r"(?i)computer matching|matching (?:program|agreement|notice)");
    static RECORDS: Pattern = Pattern::new(r"(?i)systems? of records");
    let file = base_name(file_name);
    let what = if MATCHING.is_in(text) {
        "is about a matching program. It describes no system of records, so there is nothing to route by."
    } else if RECORDS.is_in(text) {
        "speaks of systems of records, but the sections of none were found in it (name, location, manager, procedures). \
         Choose the file with the whole notice."
    } else {
        "is no notice of a system of records. Choose the text of a notice as the Federal Register prints it."
    };
    NoticeRefusal(format!("“{file}” {what} Nothing was changed."))
}

static FR_DOC: Pattern = Pattern::new(r"(?i)\[?FR Doc\.?(?: No:?)?\s*:?\s*([0-9E]{2,4}[-–‑][0-9]{3,6})");
static PUBLICATION: Pattern = Pattern::new(
    r"(?i)(?:Publication Date:\s*|published in the Federal Register on\s+|\[Federal Register Volume \d+, Number \d+ \(\w+, |\[Federal Register:\s+)([\w/ ,]{6,20})",
);
static VOLUME: Pattern = Pattern::new(r"(?i)\[Federal Register Volume (\d+), Number \d+");
static PAGES: Pattern = Pattern::new(r"(?i)\[Pages? (\d{2,6})(?:-\d+)?\]");
/// The running head of a printed page: `33208 Federal Register / Vol. 85, No. 105 / Monday, June 1, 2020 / Notices`.
static RUNNING_HEAD: Pattern = Pattern::new(
    r"(?i)(?:(\d{3,6})\s+)?Federal Register\s*/\s*Vol\. (\d{1,3}), No\. \d+\s*/\s*\w+, (\w+ \d{1,2}, \d{4})\s*/\s*Notices(?:\s+(\d{3,6}))?",
);
static FILED: Pattern = Pattern::new(r"(?i)\bFiled:? (\d{1,2}[-–/]\d{1,2}[-–/]\d{2,4})");

fn head(text: &str, front: &[(String, String)], assembled: &Assembled) -> Notice {
    let known = |key: &str| front.iter().find(|(name, _)| name == key).map(|(_, value)| value.clone());
    let clean = |words: String| words.trim().trim_end_matches('.').trim().to_owned();
    let published =
        known("publication_date").and_then(|date| cites::dates(&date).first().copied()).or_else(|| {
            PUBLICATION.all(text).iter().find_map(|found| cites::dates(group(found, 1)).first().copied())
        });
    let running = RUNNING_HEAD.captures(text);
    let published = published
        .or_else(|| running.as_ref().and_then(|found| cites::dates(group(found, 3)).first().copied()));
    let running_cite = running.as_ref().and_then(|found| {
        let page = [group(found, 1), group(found, 4)].into_iter().find(|page| !page.is_empty())?;
        Some(format!("{} FR {page}", group(found, 2)))
    });
    let volume = VOLUME.captures(text).zip(PAGES.captures(text));
    Notice {
        agency: assembled
            .part("agency")
            .or_else(|| known("agency"))
            .or_else(|| issuing_agency(text))
            .map(clean)
            .unwrap_or_default(),
        action: assembled.part("action").or_else(|| known("fr_action")).map(clean).unwrap_or_default(),
        published,
        fr_doc: own_document(text)
            .map(|found| group(&found, 1).replace(['–', '‑'], "-"))
            .or_else(|| known("document_number")),
        fr_cite: known("fr_citation")
            .or_else(|| volume.map(|(volume, page)| format!("{} FR {}", group(&volume, 1), group(&page, 1))))
            .or(running_cite),
        dates: assembled
            .part("dates")
            .or_else(|| known("dates"))
            .or_else(|| known("effective_date").map(|day| format!("Effective on {day}."))),
        filed: filed(text),
    }
}

/// The agency of an issuance in text: its name stands in capitals under the head, and no AGENCY line tells it.
fn issuing_agency(text: &str) -> Option<String> {
    static ISSUANCE: Pattern = Pattern::new(r"^\s*\[Privacy Act Issuances");
    static NAME: Pattern = Pattern::new(r"^\s*(\p{Lu}[\p{Lu} ,&.'’()-]{5,110})$");
    ISSUANCE.is_in(text).then(|| {
        let lines = text.lines().take(40).filter(|line| !line.contains('['));
        lines.filter_map(|line| NAME.captures(line)).map(|found| group(&found, 1).trim().to_owned()).next()
    })?
}

/// The document number of the notice: a printed page may end the notice before it, whose number then stands first.
fn own_document(text: &str) -> Option<regex::Captures<'_>> {
    static AGENCY: Pattern = Pattern::new(r"(?m)^[\s*#]*AGENCY[*]*:");
    let begins = AGENCY.find(text).map_or(0, |(at, _)| at);
    text.get(begins..).and_then(|own| FR_DOC.captures(own)).or_else(|| FR_DOC.captures(text))
}

fn filed(text: &str) -> Option<NaiveDate> {
    FILED.captures(text).and_then(|found| cites::dates(&group(&found, 1).replace('–', "-")).first().copied())
}
