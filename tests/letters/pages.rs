//! Letters as PDF: small, stable, tagged, and with every letter of a name.

use std::process::Command;

use docket::letters::*;

use crate::{composed, failed, failed_ids};
use docket::letters::samples::letters_of_the_agencies;

#[test]
fn every_letter_becomes_the_same_small_pdf_twice() {
    let typesetter = Typesetter::new().unwrap();
    for (kind, agency) in letters_of_the_agencies() {
        let letter = composed(kind, agency, |_| {});
        let first = typesetter.pdf(&letter).unwrap();
        let second = Typesetter::new().unwrap().pdf(&letter).unwrap();
        assert_eq!(first, second, "{agency} {kind}");
        let limit = 30 * 1024;
        assert!(first.bytes.len() < limit, "{agency} {kind} has {} bytes", first.bytes.len());
        if let Some(folder) = std::env::var_os("LETTERS_OUT") {
            std::fs::write(std::path::Path::new(&folder).join(format!("{agency}-{kind}.pdf")), &first.bytes)
                .unwrap();
        }
    }
}

/// Runs a tool of the PDF tool set; nothing, said aloud, where it is not installed.
pub fn run(tool: &str, arguments: &[&str]) -> Option<String> {
    match Command::new(tool).args(arguments).output() {
        Ok(output) => {
            let text = String::from_utf8_lossy(&output.stdout).into_owned();
            assert!(
                output.status.success(),
                "{tool} {arguments:?}: {text}{}",
                String::from_utf8_lossy(&output.stderr)
            );
            Some(text)
        }
        Err(_) => {
            println!("skipped: {tool} is not installed");
            None
        }
    }
}

#[test]
fn a_reader_by_ear_gets_the_letter_in_its_order() {
    let folder = tempfile::tempdir().unwrap();
    for (kind, agency) in letters_of_the_agencies() {
        if kind == LetterKind::Envelope {
            continue;
        }
        let letter = composed(kind, agency, |_| {});
        let path = folder.path().join(format!("{agency}-{kind}.pdf"));
        std::fs::write(&path, Typesetter::new().unwrap().pdf(&letter).unwrap().bytes).unwrap();
        let path = path.to_str().unwrap();
        let Some(info) = run("pdfinfo", &[path]) else {
            return;
        };
        assert!(info.contains("Tagged:          yes"), "{info}");
        assert!(info.contains(&format!("Title:           {}", letter.title)), "{info}");
        assert!(info.contains("PDF version:     1.7") && info.contains("612 x 792"), "{info}");
        let structure = run("pdfinfo", &["-struct-text", path]).unwrap();
        let mut from = 0;
        let mut expect = |words: &str| {
            let at = structure[from..].find(words);
            assert!(at.is_some(), "{agency} {kind}: “{words}” is not in its place in:\n{structure}");
            from += at.unwrap_or_default();
        };
        expect(&letter.facts.addressee.name);
        expect("H1");
        expect(&letter.title);
        for block in &letter.blocks {
            block.text.iter().flat_map(|text| text.split('\t')).for_each(&mut expect);
        }
        if kind.leaves_the_office() {
            expect("Sincerely,");
            expect(&letter.facts.signer.name);
        }
        assert!(!structure.contains("Page 1 of"), "the page number is read aloud");
        let fonts = run("pdffonts", &[path]).unwrap();
        for line in fonts.lines().skip(2) {
            assert!(line.contains("yes yes yes"), "{line}");
        }
        run("qpdf", &["--check", path]);
    }
}

#[test]
fn names_of_many_origins_are_printed_and_can_be_copied_out_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("names.pdf");
    let names = [
        "Nguyễn Thị Quế Anh",
        "Şükrü Ğökçe",
        "Małgorzata Łukasiewicz",
        "Dvořák Hašek",
        "Юлия Ωμέγα",
        "Արամ",
        "გიორგი",
        "አበበ",
        "नमस्ते",
        "สมชาย",
        "தமிழ்ச்செல்வி",
        "王小明",
        "髙橋 さくら",
        "김민수",
    ];
    for name in names {
        let letter =
            composed(LetterKind::Acknowledgement, "usps", |facts| facts.addressee.name = name.to_owned());
        assert_eq!(failed(&letter), Vec::<String>::new(), "{name}");
        std::fs::write(&path, Typesetter::new().unwrap().pdf(&letter).unwrap().bytes).unwrap();
        let Some(text) = run("pdftotext", &[path.to_str().unwrap(), "-"]) else {
            return;
        };
        assert!(text.contains(&format!("Dear {name}:")), "{name} in:\n{text}");
    }
}

#[test]
fn a_character_that_no_font_has_is_named_and_never_printed_as_a_box() {
    let letter = composed(LetterKind::Acknowledgement, "usps", |facts| {
        facts.addressee.name = "𠮷田 Okonkwo".to_owned()
    });
    assert_eq!(failed_ids(&letter), ["printable"]);
    let said = failed(&letter).remove(0);
    assert!(said.contains("“𠮷” (U+20BB7), in “𠮷田 Okonkwo”") && said.contains("Latin letters"), "{said}");
    let refusal = Typesetter::new().unwrap().pdf(&letter).unwrap_err().to_string();
    assert!(refusal.contains("U+20BB7") && refusal.contains("Latin letters"), "{refusal}");
}

/// Names in scripts that are shaped, for the page and for veraPDF.
pub fn many_scripts() -> Letter {
    composed(LetterKind::Accounting, "usps", |facts| {
        facts.addressee.name = "שלום כהן (محمد عبد الله) नमस्ते श्रीमती".to_owned();
        facts.addressee.address =
            vec!["רחוב הרצל 12".to_owned(), "สมชาย น้ำใจ".to_owned(), "Harrow Mills, OH 43999".to_owned()];
        let entry = facts.disclosures[0].clone();
        let to = [
            "فاطمه‌زهرا پژمان",
            "ٹیپو سلطان",
            "বাংলা শ্রীমতী",
            "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ",
            "ગુજરાતી",
            "ଓଡ଼ିଆ ଶ୍ରୀମତୀ",
            "தமிழ்ச்செல்வி",
            "తెలుగు శ్రీ",
            "ಕನ್ನಡ",
            "മലയാളം",
            "සිංහල ශ්‍රී",
            "ສົມພອນ",
            "សុខ ស្រី",
            "မြန်မာ",
            "አበበ",
            "გიორგი",
            "Юлия",
            "שָׁלוֹם",
            "歐陽 小明",
            "髙橋 さくら",
            "김민수",
        ];
        facts.disclosures = to.map(|to| DisclosureFacts { to: to.to_owned(), ..entry.clone() }).into();
    })
}

#[test]
fn scripts_from_right_to_left_and_those_that_join_are_printed_and_told_in_the_order_of_speech() {
    let letter = many_scripts();
    assert_eq!(failed(&letter), Vec::<String>::new());
    let set = Typesetter::new().unwrap().pdf(&letter).unwrap();
    assert_eq!(set, Typesetter::new().unwrap().pdf(&letter).unwrap());
    println!("names in 25 scripts: {} pages, {} bytes", set.pages, set.bytes.len());
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("scripts.pdf");
    std::fs::write(&path, &set.bytes).unwrap();
    let path = path.to_str().unwrap();
    let Some(copied) = run("pdftotext", &[path, "-"]) else {
        return;
    };
    let without_marks = |text: String| -> String {
        text.chars()
            .filter(|c| !matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'))
            .collect()
    };
    let copied = without_marks(copied);
    let document = lopdf::Document::load_mem(&set.bytes).unwrap();
    let said = |object: &lopdf::Object| {
        let element = object.as_dict().ok()?;
        (element.get(b"S").ok()?.as_name().ok()? == b"Span").then_some(())?;
        lopdf::decode_text_string(element.get(b"ActualText").ok()?).ok()
    };
    let told: Vec<String> = document.objects.values().filter_map(said).collect();
    for name in ["שלום", "הרצל", "محمد", "عبد", "پژمان", "سلطان"] {
        assert!(told.iter().any(|said| said == name), "“{name}” is not told in:\n{told:?}");
        assert!(copied.contains(name), "“{name}” in:\n{copied}");
    }
    for name in ["श्रीमती", "สมชาย", "শ্রীমতী", "ਗੁਰਪ੍ਰੀਤ", "ગુજરાતી", "తెలుగు", "ಕನ್ನಡ", "മലയാളം", "ສົມພອນ", "မြန်မာ"]
    {
        assert!(copied.contains(name), "“{name}” in:\n{copied}");
    }
    run("qpdf", &["--check", path]);
}

#[test]
fn a_long_letter_turns_the_page_between_paragraphs_and_numbers_its_pages() {
    let letter = composed(LetterKind::AmendmentRefused, "usps", |facts| {
        facts.parts = (1..=40)
            .map(|number| PartFacts {
                what: format!("entry {number} of the order list"),
                outcome: "refused".to_owned(),
                words: "the receipt that you sent shows the same date and the same amount as the entry does, so that we \
                        see no mistake in it"
                    .to_owned(), ..PartFacts::default() })
            .collect();
    });
    let set = Typesetter::new().unwrap().pdf(&letter).unwrap();
    assert!(set.pages >= 4, "{}", set.pages);
    assert!(set.bytes.len() < 60 * 1024, "{}", set.bytes.len());
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("long.pdf");
    std::fs::write(&path, &set.bytes).unwrap();
    let Some(text) = run("pdftotext", &["-layout", path.to_str().unwrap(), "-"]) else {
        return;
    };
    assert!(text.contains(&format!("Page {0} of {0}", set.pages)), "{text}");
}
