//! Every published form, each with an invented notice, and what must never happen on bad input.

use docket::notices::{self, Catalogue, ReadNotice};
use proptest::prelude::*;

use super::day;

fn fixture(name: &str) -> ReadNotice {
    let path = format!("{}/tests/fixtures/notices/{name}", env!("CARGO_MANIFEST_DIR"));
    notices::read_bytes(name, &std::fs::read(path).expect("the fixture")).expect("read")
}

#[test]
fn the_json_has_the_shape_of_the_contract() {
    let text = include_str!("../fixtures/notices/lighthouse-a108.md");
    let notice = notices::read_text("lighthouse-a108.md", text).expect("read");
    let json = serde_json::to_value(notices::json::NoticeJson::from(&notice)).expect("json");
    assert_eq!(json["file"], "lighthouse-a108.md");
    let system = &json["systems"][0];
    for key in [
        "number",
        "name",
        "managers",
        "locations",
        "sections",
        "notification",
        "retrieval_identifiers",
        "access_cites",
        "contest_cites",
        "exemptions",
        "exempt",
        "history",
        "not_understood",
    ] {
        assert!(system.get(key).is_some(), "{key}");
    }
    let keys: Vec<_> = system["sections"].as_object().expect("a map").keys().cloned().collect();
    assert_eq!(keys[..3], ["security_classification", "system_location", "system_manager"]);
    assert!(system["sections"]["notification_procedure"].is_string());
}

#[test]
fn an_invented_notice_in_markdown_is_read_whole() {
    let text = include_str!("../fixtures/notices/lighthouse-a108.md");
    let notice = notices::read_text("lighthouse-a108.md", text).expect("read");
    assert_eq!(notice.notice.published, Some(day(2024, 3, 5)));
    assert_eq!(notice.systems.len(), 2);
    let keepers = &notice.systems[0];
    assert_eq!((keepers.number.as_str(), keepers.name.as_str()), ("LHS-7", "Keepers' Logbooks"));
    assert_eq!(keepers.managers[0].title, "Chief, Logbook Branch");
    assert_eq!(keepers.notification.len(), 2);
    assert_eq!(keepers.notification[0].subject.as_deref(), Some("logbooks of foghorns"));
    assert_eq!(keepers.notification[0].office, "Foghorn Division");
    assert_eq!(keepers.notification[1].particulars, ["full name", "date of birth", "name of the lighthouse"]);
    assert_eq!(keepers.history, ["61 FR 1234", "88 FR 7654"]);
    let visitors = &notice.systems[1];
    assert_eq!(visitors.number, "LHS-8");
    assert!(visitors.exempt);
    assert_eq!(visitors.exemptions, ["5 U.S.C. 552a(k)(2)"]);
    assert_eq!(visitors.notification[0].office, "Chief, Visitors' Branch");
}

#[test]
fn federal_register_text_with_page_marks_and_old_headings() {
    let read = fixture("register.txt");
    assert_eq!(read.notice.fr_cite.as_deref(), Some("83 FR 66768"));
    assert_eq!(read.notice.published, Some(day(2018, 12, 27)));
    assert_eq!(read.notice.fr_doc.as_deref(), Some("2018-00965"));
    let system = &read.systems[0];
    assert_eq!((system.number.as_str(), system.name.as_str()), ("LHS-31", "Shipwreck Witness Statements"));
    assert_eq!(system.section("purpose"), Some("To learn why ships are wrecked."));
    assert!(system.section("categories_of_records").is_some_and(|text| text.contains("cross-examination")));
    assert_eq!(system.managers[0].title, "Director, Wreck Division");
    assert_eq!(system.notification[0].office, "Privacy Officer");
    assert_eq!(system.notification[0].particulars, ["full name", "name of the ship", "date of the wreck"]);
    assert_eq!(
        system.retrieval_identifiers,
        ["name of the witness", "name of the ship", "date of the wreck"]
    );
    assert_eq!(system.contest_cites, ["33 CFR part 199"]);
    assert_eq!(system.exemptions, ["5 U.S.C. 552a(k)(2)", "33 CFR 199.12"]);
    assert_eq!(system.history, ["75 FR 24928"]);
    let revisions = notices::revisions_of(&read, &[("lhs", &["Lighthouse Service"])]);
    assert_eq!((revisions[0].agency.as_str(), revisions[0].effective_from), ("lhs", day(2019, 1, 26)));
}

#[test]
fn a_change_in_part_becomes_whole_text_and_a_rescission_ends_the_system() {
    let agencies: &[(&str, &[&str])] = &[("lhs", &["Lighthouse Service"])];
    let change = fixture("register-partial.xml");
    assert!(change.systems[0].amends);
    assert_eq!(change.systems[0].number, "LHSW 31");
    assert_eq!(change.systems[0].prior_number.as_deref(), Some("LHS-31"));
    let catalogue = Catalogue::default()
        .with(notices::revisions_of(&fixture("register.txt"), agencies))
        .with(notices::revisions_of(&change, agencies))
        .with(notices::revisions_of(&fixture("rescission.txt"), agencies));
    assert_eq!(catalogue.revisions("LHSW 31").len(), 3);
    assert_eq!(catalogue.revisions("LHS-31").len(), 3, "the earlier number leads to the same system");
    let whole = &catalogue.in_force("LHS-31", day(2021, 1, 1)).expect("in force").system;
    assert_eq!(
        whole.section("categories_of_records"),
        Some("Name, address, e-mail address, and what was seen.\n\nPhotographs of the wreck.")
    );
    assert_eq!(
        whole.section("system_location").map(str::len),
        catalogue.revisions("LHS-31")[0].system.section("system_location").map(str::len)
    );
    assert_eq!(whole.section("retention"), Some("Kept for 75 years.\n\nPhotographs are kept for 10 years."));
    assert_eq!(whole.managers[0].title, "Chief, Wreck Branch");
    assert_eq!(whole.notification[0].office, "Privacy Officer");
    assert_eq!(whole.contest_cites, ["33 CFR part 199"]);
    let ended = &catalogue.in_force("LHSW 31", day(2023, 7, 1)).expect("in force").system;
    assert!(ended.rescinded && !whole.rescinded);
    assert_eq!(
        ended.section("purpose"),
        Some("To learn why ships are wrecked."),
        "the words stay to be read"
    );
    assert_eq!(
        catalogue.in_force_with_words("lhs", day(2023, 7, 1)).count(),
        0,
        "nothing is routed by an ended system"
    );
    assert_eq!(catalogue.in_force_with_words("lhs", day(2021, 1, 1)).count(), 1);
}

#[test]
fn privacy_act_issuances_in_xml() {
    let read = fixture("issuance.xml");
    assert_eq!(read.notice.agency, "Lighthouse Service");
    assert_eq!(read.systems.len(), 2);
    let ledgers = &read.systems[0];
    assert_eq!((ledgers.number.as_str(), ledgers.name.as_str()), ("LHS-2", "Oil Ledgers--LHS"));
    assert_eq!(ledgers.section("storage"), Some("Paper."));
    assert_eq!(ledgers.section("categories_of_individuals"), Some("Suppliers of oil & wicks."));
    assert_eq!(ledgers.notification[0].address, "Lighthouse Service, 12 Nowhere Quay, Portland, ME 04101");
    assert_eq!(read.systems[1].retrieval_identifiers, ["name", "boat number"]);
}

#[test]
fn privacy_act_issuances_in_text() {
    let read = fixture("issuance.txt");
    let numbers: Vec<_> =
        read.systems.iter().map(|system| (system.number.as_str(), system.name.as_str())).collect();
    assert_eq!(numbers, [("LHS-1", "Fog Reports--LHS"), ("LHS-2", "Oil Ledgers--LHS")]);
    let fog = &read.systems[0];
    assert_eq!(fog.section("storage"), Some("Paper in ``bound books.''"));
    assert_eq!(fog.managers[0].title, "Chief of Horns");
    assert_eq!(fog.notification[0].office, "Chief of Horns");
    assert_eq!(fog.section("contesting_record_procedures"), Some("See 33 CFR part 199."));
}

#[test]
fn the_register_of_1994_in_sgml() {
    let read = fixture("register-1994.sgml");
    assert_eq!(read.notice.agency, "Lighthouse Service");
    assert_eq!(read.notice.published, Some(day(1994, 11, 10)));
    assert_eq!(read.notice.fr_doc.as_deref(), Some("94-26627"));
    assert_eq!(read.systems.len(), 1);
    let system = &read.systems[0];
    assert_eq!(
        (system.number.as_str(), system.name.as_str()),
        ("LHS-09-0071", "Tide Tables of the Keepers, LHS/TID")
    );
    assert_eq!(system.locations, ["Lighthouse Service, 12 Nowhere Quay, Portland, ME 04101-1101"]);
    assert_eq!(
        system.section("categories_of_individuals"),
        Some("Keepers who read the tide, and their deputies at night."),
        "a sentence goes on in the next part of the document"
    );
    assert_eq!(system.managers[0].title, "Chief, Tide Branch");
    assert_eq!(system.notification[0].office, "Chief, Tide Branch");
    assert_eq!(system.notification[0].particulars, ["full name"]);
    assert_eq!(system.access_cites, ["33 CFR 199.5"]);
    assert!(!format!("{read:?}").contains("belongs to no section"));
}

#[test]
fn html_pages_without_their_scripts() {
    let read = fixture("page.html");
    assert_eq!(read.systems.len(), 1, "{:?}", read.systems);
    let system = &read.systems[0];
    assert_eq!((system.number.as_str(), system.name.as_str()), ("LHS-44", "Visitors’ Photographs"));
    assert_eq!(system.section("security_classification"), Some("Unclassified."));
    assert_eq!(system.managers[0].title, "Chief, Picture Branch");
    assert_eq!(system.managers[0].address, "Lighthouse Service, 12 Nowhere Quay, Portland, ME 04101");
    assert_eq!(system.notification[0].particulars, ["full name", "date of visit"]);
    assert_eq!(system.retrieval_identifiers, ["visitor’s name"]);
}

#[test]
fn json_with_the_words_is_read_and_without_them_says_where_they_are() {
    let words = include_str!("../fixtures/notices/register.txt");
    let json = serde_json::json!({
        "document_number": "2018-00965", "publication_date": "2018-12-27", "citation": "83 FR 66768",
        "agencies": [{"name": "Lighthouse Service"}], "action": "Notice.", "raw_text": words
    });
    let read = notices::read_text("a.json", &json.to_string()).expect("read");
    assert_eq!(read.systems[0].number, "LHS-31");
    let pointer = serde_json::json!({
        "document_number": "2018-00965", "publication_date": "2018-12-27", "full_text_xml_url": "https://example.org/2018-00965.xml"
    });
    let refusal = notices::read_text("b.json", &pointer.to_string()).expect_err("no words");
    assert!(
        refusal.0.contains("https://example.org/2018-00965.xml")
            && refusal.0.ends_with("Nothing was changed."),
        "{refusal}"
    );
    let broken = notices::read_text("c.json", "{\"document_number\": \"2018-00965\",").expect_err("broken");
    assert!(broken.0.contains("broken"), "{broken}");
}

#[test]
fn hostile_files_take_bounded_time() {
    let mut entities = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">".to_owned();
    for level in 0..40 {
        entities.push_str(&format!("<!ENTITY b{level} \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"));
    }
    entities.push_str("]><NOTICE><PRIACT>&b39;</PRIACT></NOTICE>");
    for (name, text) in [
        ("deep.xml", format!("<PRIACT>{}", "<P>".repeat(100_000))),
        ("entities.xml", entities),
        ("lines.txt", "SYSTEM NAME: X-1\n".repeat(20_000)),
        ("long.txt", "STORAGE: a, b or c; ".repeat(20_000)),
        ("brackets.html", format!("<html>{}", "<".repeat(300_000))),
        ("quotes.xml", format!("<PRIACT><P a=\"{}", "<P a='".repeat(50_000))),
        ("stars.md", format!("**a**\n{}", "*".repeat(200_000))),
    ] {
        let start = std::time::Instant::now();
        let _ = notices::read_text(name, &text);
        // No measure of speed: a guard against a reading that never ends.
        assert!(start.elapsed().as_secs() < 300, "{name}: {:?}", start.elapsed());
    }
}

/// What no notice is, in every encoding and beyond every measure: refused or read, in bounded time, and never a crash.
#[test]
fn bad_files_are_refused_or_read_in_bounded_time() {
    let notice = "SYSTEM NAME AND NUMBER: LHS-1, Lamps.\n\nSYSTEM LOCATION:\nOn the rocks – far.\n\nSTORAGE:\nPaper.\n\nHISTORY:\nNone.\n";
    let utf_16: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(notice.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let latin: Vec<u8> = notice.chars().map(|c| if c == '–' { 0x96 } else { c as u8 }).collect();
    for (name, bytes) in
        [("utf-16.txt", utf_16), ("windows.txt", latin), ("utf-8.txt", notice.as_bytes().to_vec())]
    {
        let read = notices::read_bytes(name, &bytes).expect(name);
        assert_eq!(read.systems[0].section("system_location"), Some("On the rocks – far."), "{name}");
    }
    let lines = "x\n".repeat(1_000_000);
    let deep = format!("<PRIACT>{}{}{}</PRIACT>", "<E>".repeat(200_000), "a", "</E>".repeat(200_000));
    let script = format!(
        "<html><body><script>{}</script><p>SYSTEM NAME:</p></body></html>",
        "document.write('SYSTEM NAME: X-1');".repeat(20_000)
    );
    let mut nulls = notice.as_bytes().to_vec();
    nulls.extend([0; 4096]);
    let sections =
        format!("SYSTEM NAME: LHS-1, Lamps\n\n{}", "STORAGE:\nPaper, by name or number.\n\n".repeat(5_000));
    for (name, bytes) in [
        ("million.txt", lines.into_bytes()),
        ("deep.xml", deep.into_bytes()),
        ("script.html", script.into_bytes()),
        ("nulls.txt", nulls),
        ("sections.txt", sections.into_bytes()),
        ("marks.sgml", "<!-- PJG ITAG l=95 g=1 f=1 -->".repeat(50_000).into_bytes()),
        ("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".repeat(1_000)),
        ("archive.zip", b"PK\x03\x04\x14\0\0\0".repeat(1_000)),
        ("broken-16.txt", b"\xFF\xFE\x00\xD8".repeat(100)),
    ] {
        let begun = std::time::Instant::now();
        let refused = notices::read_bytes(name, &bytes);
        println!(
            "{name}: {:?}, {}",
            begun.elapsed(),
            refused.as_ref().map_or_else(ToString::to_string, |_| "read".into())
        );
        if let Err(refusal) = refused {
            assert!(refusal.0.ends_with("Nothing was changed."), "{refusal}");
        }
        // Without optimisation, beside other tests.
        assert!(begun.elapsed().as_secs() < 60, "{name}: {:?}", begun.elapsed());
    }
}

/// Pieces of notices, in any order and cut anywhere, come nearer to the reader's corners than random bytes.
pub fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("SYSTEM NAME AND NUMBER:\n".to_owned()),
        Just("NOTIFICATION PROCEDURES: Write to the ".to_owned()),
        Just("System manager(s) and address:\n".to_owned()),
        Just("<HD SOURCE=\"HD2\">Storage:</HD><P>".to_owned()),
        Just("Delete entry and replace with “".to_owned()),
        Just("Washington, DC 20260-1101. (202) 555-0100 ".to_owned()),
        Just("POLICIES AND PRACTICES FOR RETRIEVAL OF RECORDS: By name; or ".to_owned()),
        Just("[[Page 7]]\n* * * * *\n\n[FR Doc. 2020-1 ".to_owned()),
        Just("5 U.S.C. 552a(j) and (k), 39 CFR 266.9 and 85 FR 1,2 ".to_owned()),
        "\\PC{0,24}",
        "[\\s*_#<>&;:|()“”\\-]{0,12}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        let _ = notices::read_bytes("any", &bytes);
    }

    #[test]
    fn arbitrary_notices_never_panic(pieces in proptest::collection::vec(piece(), 0..40)) {
        let text = pieces.concat();
        if let Ok(read) = notices::read_text("any", &text) {
            let revisions = notices::revisions_of(&read, &[("lhs", &["Lighthouse"])]);
            let _ = Catalogue::new(revisions);
        }
    }
}

/// Only the beginnings of documents in more forms: nothing panics, and what has sections gives a system.
#[test]
fn openings_of_many_forms_are_told_apart() {
    let Some(folder) = super::shared() else { return };
    let mut read = Vec::new();
    let mut entries: Vec<_> = std::fs::read_dir(folder.join("real/openings"))
        .expect("the openings")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    entries.sort();
    for path in entries {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        match notices::read_bytes(&name, &std::fs::read(&path).expect("opened")) {
            Ok(notice) => {
                for system in &notice.systems {
                    println!("  {name}: {} | {} | {}", system.number, system.name, system.sections.len());
                    read.push(system.number.clone());
                }
            }
            Err(refusal) => println!("  {refusal}"),
        }
    }
    for number in ["DOL/BLS-19", "IAF-1", "NCPC-1", "60-0066", "USPS 820.200", "USPS 100.000"] {
        assert!(read.iter().any(|found| found == number), "{number}: {read:?}");
    }
}
