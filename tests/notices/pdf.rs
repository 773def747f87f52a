//! Notices as PDF: the printed page in three columns, the copy for inspection in one, and what is refused.

use docket::notices::{self, ReadNotice};
use lopdf::{
    Dictionary, Document, EncryptionState, EncryptionVersion, Object, Permissions, Stream, dictionary,
};
use proptest::prelude::*;

/// An invented notice, one paragraph a line; `#` opens a heading.
const NOTICE: &str = "\
[FR Doc. 2024-00001 Filed 3-1-24; 8:45 am]
BILLING CODE 0000-00-P
LIGHTHOUSE SERVICE
Privacy Act of 1974; System of Records
AGENCY: Lighthouse Service.
ACTION: Notice of a new system of records.
SUMMARY: The Lighthouse Service keeps records on whoever tends the lamps, and tells here where they are and who answers for them.
DATES: This notice becomes effective on April 10, 2024.
# SYSTEM NAME AND NUMBER:
LHS-12, Cross-Channel Correspondence.
# SECURITY CLASSIFICATION:
Unclassified.
# SYSTEM LOCATION:
Lighthouse Service, 12 Nowhere Quay, Portland, ME 04101.
# SYSTEM MANAGER(S):
Chief, Correspondence Branch, Lighthouse Service, 12 Nowhere Quay, Portland, ME 04101.
# AUTHORITY FOR MAINTENANCE OF THE SYSTEM:
33 U.S.C. 711.
# PURPOSE(S) OF THE SYSTEM:
To answer correspondence about lighthouses, and to keep the information that was given in the answers.
# CATEGORIES OF INDIVIDUALS COVERED BY THE SYSTEM:
Individuals who write to the lighthouses, and individuals about whom somebody writes.
# CATEGORIES OF RECORDS IN THE SYSTEM:
Letters, cross-references to other letters, and the information that they contain.
# RECORD SOURCE CATEGORIES:
The individuals themselves.
# ROUTINE USES OF RECORDS MAINTAINED IN THE SYSTEM, INCLUDING CATEGORIES OF USERS AND THE PURPOSES OF SUCH USES:
The information may be disclosed to the coast guard when a ship is in distress and the correspondence tells where it was seen last.
# POLICIES AND PRACTICES FOR STORAGE OF RECORDS:
Paper and electronic files.
# POLICIES AND PRACTICES FOR RETRIEVAL OF RECORDS:
Records are retrieved by name or by correspondence number.
# POLICIES AND PRACTICES FOR RETENTION AND DISPOSAL OF RECORDS:
Kept for seven years.
# ADMINISTRATIVE, TECHNICAL, AND PHYSICAL SAFEGUARDS:
Locked rooms, and the administration of the keys by two keepers.
# RECORD ACCESS PROCEDURES:
Same as notification procedures, under 33 CFR part 199.
# CONTESTING RECORD PROCEDURES:
Same as notification procedures, under 33 CFR 199.7.
# NOTIFICATION PROCEDURES:
Individuals who want to know whether this system has records about them should address inquiries to the Chief, Correspondence Branch, at the above address, and include their full name and correspondence number.
# EXEMPTIONS PROMULGATED FOR THE SYSTEM:
None.
# HISTORY:
None.
[FR Doc. 2024-00002 Filed 3-1-24; 8:45 am]
BILLING CODE 1111-00-P
";

struct Sheet {
    columns: usize,
    size: f64,
    leading: f64,
    left: f64,
    width: f64,
    gutter: f64,
    rows: usize,
    head: bool,
}

/// The printed page of the Federal Register, and the copy that may be inspected the day before.
const PRINTED: Sheet = Sheet {
    columns: 3,
    size: 8.0,
    leading: 9.0,
    left: 45.0,
    width: 168.0,
    gutter: 9.0,
    rows: 34,
    head: true,
};
const COPY: Sheet = Sheet {
    columns: 1,
    size: 12.0,
    leading: 24.0,
    left: 72.0,
    width: 468.0,
    gutter: 0.0,
    rows: 26,
    head: false,
};

/// Breaks a paragraph into lines, dividing long words as a narrow column does.
fn broken(words: &str, room: usize, divides: bool) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in words.split(' ') {
        let line = lines.last_mut().expect("a line");
        let used = line.chars().count();
        let free = room.saturating_sub(used + usize::from(used > 0));
        let letters = word.chars().all(|c| c.is_ascii_alphabetic());
        if word.chars().count() <= free {
            line.push_str(if used > 0 { " " } else { "" });
            line.push_str(word);
        } else if divides && letters && free > 4 && word.len() > free {
            line.push_str(if used > 0 { " " } else { "" });
            line.push_str(&word[..free - 2]);
            line.push('-');
            lines.push(word[free - 2..].to_owned());
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}

/// Sets a notice in Courier, whose letters are all 0.6 of the size wide.
fn set(notice: &str, sheet: &Sheet) -> Document {
    let room = (sheet.width / (sheet.size * 0.6)) as usize;
    let mut lines: Vec<(f64, String)> = Vec::new();
    for paragraph in notice.lines() {
        let (heading, words) = match paragraph.strip_prefix("# ") {
            Some(words) => (true, words),
            None => (false, paragraph),
        };
        let indent = if heading { 0.0 } else { sheet.size * 1.2 };
        for (index, line) in broken(words, room - 2, sheet.columns > 1).into_iter().enumerate() {
            lines.push((if index == 0 { indent } else { 0.0 }, line));
        }
    }
    let pages = lines.chunks(sheet.rows * sheet.columns).enumerate().map(|(page, lines)| {
        let mut content = String::new();
        let mut put = |x: f64, y: f64, words: &str| {
            let words = words.replace('(', "\\(").replace(')', "\\)");
            content.push_str(&format!("BT /F1 {} Tf 1 0 0 1 {x} {y} Tm ({words}) Tj ET\n", sheet.size));
        };
        if sheet.head {
            let number = 16_000 + page;
            put(
                sheet.left,
                760.0,
                &format!("{number} Federal Register / Vol. 89, No. 47 / Friday, March 8, 2024 / Notices"),
            );
        }
        for (column, lines) in lines.chunks(sheet.rows).enumerate() {
            for (row, (indent, line)) in lines.iter().enumerate() {
                let x = sheet.left + column as f64 * (sheet.width + sheet.gutter) + indent;
                // The columns of a printed page do not stand on the same lines.
                put(x, 740.0 - row as f64 * sheet.leading - column as f64 * 2.5, line);
            }
        }
        content.push_str("BT /F1 5 Tf 0 1 -1 0 20 100 Tm (clerk on PRESS with NOTICES) Tj ET\n");
        content.into_bytes()
    });
    document(pages.collect())
}

fn document(pages: Vec<Vec<u8>>) -> Document {
    let mut document = Document::with_version("1.5");
    let root = document.new_object_id();
    let font =
        document.add_object(dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Courier" });
    let resources = document.add_object(dictionary! { "Font" => dictionary! { "F1" => font } });
    let kids: Vec<Object> = pages
        .into_iter()
        .map(|content| {
            let content = document.add_object(Stream::new(Dictionary::new(), content));
            document
                .add_object(dictionary! { "Type" => "Page", "Parent" => root, "Contents" => content })
                .into()
        })
        .collect();
    let count = i64::try_from(kids.len()).expect("few");
    document.objects.insert(
        root,
        dictionary! {
            "Type" => "Pages", "Kids" => kids, "Count" => count, "Resources" => resources,
            "MediaBox" => vec![0.into(), 0.into(), 612.into(), 792.into()],
        }
        .into(),
    );
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => root });
    document.trailer.set("Root", catalog);
    document
        .trailer
        .set("ID", Object::Array(vec![Object::string_literal("one"), Object::string_literal("two")]));
    document
}

fn bytes(document: &mut Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).expect("saved");
    bytes
}

/// The invented notice as the printed page.
pub fn sample() -> Vec<u8> {
    bytes(&mut set(NOTICE, &PRINTED))
}

fn check(read: &ReadNotice) {
    assert_eq!(read.systems.len(), 1);
    let system = &read.systems[0];
    assert_eq!((system.number.as_str(), system.name.as_str()), ("LHS-12", "Cross-Channel Correspondence"));
    assert_eq!(system.sections.len(), 18, "{:#?}", system.sections);
    assert_eq!(read.notice.agency, "Lighthouse Service");
    assert_eq!(
        read.notice.fr_doc.as_deref(),
        Some("2024-00002"),
        "the notice before it ends on the same page"
    );
    let mut expected = None;
    for line in NOTICE.lines().skip_while(|line| !line.starts_with("# SECURITY")) {
        match line.strip_prefix("# ") {
            Some(heading) => expected = Some(heading.trim_end_matches(':')),
            None => {
                let Some(heading) = expected.take() else { break };
                let section =
                    system.sections.iter().find(|section| section.heading == heading).expect(heading);
                assert_eq!(section.text, line, "{heading}");
            }
        }
    }
    assert_eq!(system.managers[0].title, "Chief, Correspondence Branch");
    assert_eq!(system.notification[0].particulars, ["full name", "correspondence number"]);
    assert_eq!(system.contest_cites, ["33 CFR 199.7"]);
    assert_eq!(system.not_understood, Vec::<String>::new());
}

#[test]
fn the_printed_page_is_read_column_by_column_with_divided_words_made_whole() {
    let read = notices::read_bytes("printed.pdf", &bytes(&mut set(NOTICE, &PRINTED))).expect("read");
    check(&read);
    assert_eq!(read.notice.fr_cite.as_deref(), Some("89 FR 16000"));
    assert_eq!(read.notice.published, Some(super::day(2024, 3, 8)));
}

#[test]
fn the_copy_for_inspection_is_read_page_by_page() {
    check(&notices::read_bytes("copy.pdf", &bytes(&mut set(NOTICE, &COPY))).expect("read"));
}

/// Other tools leave the printed column as it is: narrow lines without indents, heads and marks of pages between them.
#[test]
fn text_taken_from_the_printed_page_by_other_tools_is_read_alike() {
    let mut lines = vec![
        "16000".to_owned(),
        "Federal Register / Vol. 89, No. 47 / Friday, March 8, 2024 / Notices".to_owned(),
    ];
    for paragraph in NOTICE.lines() {
        lines.extend(broken(paragraph.trim_start_matches("# "), 35, true));
    }
    // The page turns in the middle of a divided word.
    let turn = lines.iter().position(|line| line.ends_with('-')).expect("a divided word") + 1;
    lines.splice(
        turn..turn,
        [
            "clerk on DSK11XQN23PROD with NOTICES1",
            "16001",
            "Federal Register / Vol. 89, No. 47 / Friday, March 8, 2024 / Notices",
        ]
        .map(str::to_owned),
    );
    let read = notices::read_text("taken.txt", &lines.join("\n")).expect("read");
    check(&read);
    assert_eq!(read.notice.fr_cite.as_deref(), Some("89 FR 16000"));
}

#[test]
fn compressed_files_are_read_alike() {
    let mut document = set(NOTICE, &PRINTED);
    document.compress();
    check(&notices::read_bytes("packed.pdf", &bytes(&mut document)).expect("read"));
}

#[test]
fn a_locked_a_pictured_a_broken_and_an_endless_pdf_are_refused_with_advice() {
    let mut locked = set(NOTICE, &COPY);
    let state: EncryptionState = EncryptionVersion::V2 {
        document: &locked,
        owner_password: "keeper",
        user_password: "lamp",
        key_length: 128,
        permissions: Permissions::all(),
    }
    .try_into()
    .expect("a way to lock");
    locked.encrypt(&state).expect("locked");
    let mut endless = Stream::new(Dictionary::new(), vec![b' '; 64 * 1024 * 1024]);
    endless.compress().expect("packed");
    let mut bomb = document(vec![Vec::new()]);
    let page = bomb.page_iter().next().expect("a page");
    let endless = bomb.add_object(endless);
    bomb.get_dictionary_mut(page).expect("the page").set("Contents", endless);
    let whole = bytes(&mut set(NOTICE, &COPY));
    for (name, bytes, advice) in [
        ("locked.pdf", bytes(&mut locked), "without the password"),
        (
            "pictures.pdf",
            bytes(&mut document(vec![b"q 100 0 0 100 0 0 cm /Im1 Do Q".to_vec(); 3])),
            "text recognition",
        ),
        ("broken.pdf", whole[..200].to_vec(), "Fetch it again"),
        ("endless.pdf", bytes(&mut bomb), "more than any notice"),
    ] {
        let begun = std::time::Instant::now();
        let refusal = notices::read_bytes(name, &bytes).expect_err(name);
        assert!(refusal.0.contains(advice) && refusal.0.ends_with("Nothing was changed."), "{refusal}");
        assert!(begun.elapsed().as_secs() < 10, "{name}: {:?}", begun.elapsed());
    }
}

#[test]
fn a_drawing_within_itself_comes_to_an_end() {
    let mut document = set(NOTICE, &COPY);
    let form = document.new_object_id();
    let mut own = Stream::new(
        dictionary! { "Type" => "XObject", "Subtype" => "Form", "Resources" => dictionary! { "XObject" => dictionary! { "X" => form } } },
        b"/X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do".to_vec(),
    );
    own.dict.set("BBox", vec![0.into(), 0.into(), 1.into(), 1.into()]);
    document.objects.insert(form, own.into());
    let page = document.page_iter().next().expect("a page");
    let content = document.add_object(Stream::new(Dictionary::new(), b"/X Do".to_vec()));
    let dict = document.get_dictionary_mut(page).expect("the page");
    let first = dict.get(b"Contents").expect("contents").clone();
    dict.set("Contents", vec![first, content.into()]);
    dict.set("Resources", dictionary! { "XObject" => dictionary! { "X" => form } });
    let begun = std::time::Instant::now();
    let _ = notices::read_bytes("drawing.pdf", &bytes(&mut document));
    assert!(begun.elapsed().as_secs() < 10, "{:?}", begun.elapsed());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    /// A file damaged anywhere gives what can still be read, or a sentence.
    #[test]
    fn a_damaged_pdf_never_panics(hits in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 1..30)) {
        let mut bytes = bytes(&mut set(NOTICE, &PRINTED));
        for (at, byte) in hits {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Err(refusal) = notices::read_bytes("damaged.pdf", &bytes) {
            prop_assert!(refusal.0.ends_with("Nothing was changed."));
        }
    }
}
