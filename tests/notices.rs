//! Reading notices: what a user relies on when a file is taken into the catalogue.

use chrono::NaiveDate;
use docket::notices::{self, Catalogue, ReadNotice, Side, SystemText};
use std::path::PathBuf;

#[path = "notices/damage.rs"]
mod damage;
#[path = "notices/forms.rs"]
mod forms;
#[path = "../src/cli/bench/scores.rs"]
mod notice_scores;
#[path = "notices/pdf.rs"]
mod pdf;
#[path = "notices/places.rs"]
mod places;
#[path = "notices/scores.rs"]
mod scores;
#[path = "notices/styles.rs"]
mod styles;

fn shared() -> Option<PathBuf> {
    let folder = std::env::var_os("DOCKET_SHARED")
        .map(PathBuf::from)
        .unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"))
        .join("notices");
    if folder.is_dir() {
        return Some(folder);
    }
    println!("skipped: the folder with the published notices is missing");
    None
}

fn read(name: &str) -> Option<ReadNotice> {
    let bytes = std::fs::read(shared()?.join(name)).expect("the notice can be opened");
    Some(notices::read_bytes(name, &bytes).expect("the notice can be read"))
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

const AGENCIES: &[(&str, &[&str])] = &[
    ("usps", &["Postal Service", "United States Postal Service"]),
    ("ssa", &["Social Security Administration"]),
];

#[test]
fn the_three_notices_give_four_system_texts() {
    let mut found = Vec::new();
    for name in
        ["usps-890.000-2020-06-01.txt", "usps-890.000-and-100.600-later.txt", "ssa-60-0383-2017-08-03.txt"]
    {
        let Some(notice) = read(name) else { return };
        for system in &notice.systems {
            found.push(format!("{} {}", system.number, system.name));
            assert_eq!(
                system.sections.len(),
                18,
                "{:?}",
                system.sections.iter().map(|s| &s.key).collect::<Vec<_>>()
            );
            assert_eq!(system.not_understood, Vec::<String>::new());
        }
    }
    assert_eq!(
        found,
        [
            "USPS 890.000 Sales, Marketing, Events, and Publications",
            "USPS 890.000 Sales, Marketing, Events, and Publications",
            "USPS 100.600 Personnel Research Records",
            "60-0383 Customer Engagement Tools (CET) Record System",
        ]
    );
}

#[test]
fn the_head_of_a_notice_is_read() {
    let Some(notice) = read("usps-890.000-2020-06-01.txt") else {
        return;
    };
    assert_eq!(notice.notice.published, Some(day(2020, 6, 1)));
    assert_eq!(notice.notice.fr_doc.as_deref(), Some("2020-11639"));
    assert_eq!(notice.notice.agency, "Postal Service™");
    assert_eq!(notice.notice.action, "Notice of a modified system of records");
    let Some(notice) = read("ssa-60-0383-2017-08-03.txt") else {
        return;
    };
    assert_eq!(notice.notice.published, Some(day(2017, 8, 3)));
    assert_eq!(notice.notice.fr_doc.as_deref(), Some("2017-16331"));
}

#[test]
fn sentences_that_a_page_break_cut_are_whole_again() {
    let Some(notice) = read("usps-890.000-2020-06-01.txt") else {
        return;
    };
    let system = &notice.systems[0];
    let location = system.section("system_location").expect("location");
    assert!(location.contains("Integrated Business Solutions Services Centers; National"), "{location}");
    let records = system.section("categories_of_records").expect("records");
    assert!(records.contains("advertising agency and spending;"), "{records}");
    assert!(records.contains("1. Customer information: Customer and key contacts' names"), "{records}");
    let Some(notice) = read("usps-890.000-and-100.600-later.txt") else {
        return;
    };
    let individuals = notice.systems[0].section("categories_of_individuals").expect("individuals");
    assert!(individuals.contains("participate in focus groups, interviews, diaries"), "{individuals}");
    let safeguards = notice.systems[0].section("safeguards").expect("safeguards");
    assert!(
        safeguards.contains("including access controls, terminal and transaction logging"),
        "{safeguards}"
    );
    assert_eq!(safeguards.split("\n\n").count(), 3);
}

/// Every word of every section, in order, is a word of the file: nothing is lost, repaired or invented.
#[test]
fn the_published_words_are_kept_as_they_are() {
    let Some(folder) = shared() else { return };
    for name in
        ["usps-890.000-2020-06-01.txt", "usps-890.000-and-100.600-later.txt", "ssa-60-0383-2017-08-03.txt"]
    {
        let text = std::fs::read_to_string(folder.join(name)).expect("text");
        let plain = |text: &str| {
            text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '*' | '-')).collect::<String>()
        };
        let whole = plain(&text);
        let notice = notices::read_text(name, &text).expect("read");
        for system in &notice.systems {
            for section in system.sections.iter().filter(|section| section.key != "routine_uses") {
                assert!(whole.contains(&plain(&section.text)), "{name} {}: {}", section.key, section.text);
            }
        }
    }
    let Some(notice) = read("usps-890.000-and-100.600-later.txt") else {
        return;
    };
    let research = &notice.systems[1];
    assert!(research.section("system_manager").expect("manager").contains("Human Resource , United"));
    assert!(research.section("notification_procedure").expect("procedure").contains("L’Enfant"));
    assert!(!research.section("history").expect("history").contains("Sullivan"));
}

#[test]
fn managers_offices_and_particulars_are_understood() {
    let Some(notice) = read("usps-890.000-and-100.600-later.txt") else {
        return;
    };
    let sales = &notice.systems[0];
    assert_eq!(sales.managers[0].title, "Chief Customer and Marketing Officer and Executive Vice President");
    assert_eq!(
        sales.managers[0].address,
        "United States Postal Service, 475 L'Enfant Plaza SW, Washington, DC 20260-4016"
    );
    assert_eq!(sales.notification.len(), 2);
    assert_eq!(sales.notification[0].subject.as_deref(), Some("information pertaining to sales"));
    assert_eq!(sales.notification[0].office, "Sales and Customer Relations");
    assert_eq!(sales.notification[0].address, "475 L'Enfant Plaza SW, Washington, DC 20260");
    assert_eq!(sales.notification[1].office, sales.managers[0].title);
    assert_eq!(sales.notification[1].address, sales.managers[0].address);
    assert_eq!(sales.notification[1].particulars, ["name", "address"]);
    let research = &notice.systems[1];
    assert_eq!(research.managers[0].title, "Vice President, Human Resource");
    assert_eq!(research.notification[0].office, "Vice President, Employee Resource Management");
    assert_eq!(research.notification[1].office, "Vice President, Human Resource");
    assert_eq!(
        research.notification[1].subject.as_deref(),
        Some("studies involving information not collected through an examination")
    );
    assert_eq!(research.exemptions, ["5 U.S.C. 552a(j)", "5 U.S.C. 552a(k)", "39 CFR 266.9"]);
    assert!(research.exempt && !sales.exempt);
    let Some(notice) = read("ssa-60-0383-2017-08-03.txt") else {
        return;
    };
    let tools = &notice.systems[0];
    assert_eq!(
        tools.managers[0].title,
        "Deputy Commissioner of Systems, Office of IT Business Support, Office of IT Enterprise Business Support"
    );
    assert_eq!(
        tools.managers[0].address,
        "Social Security Administration, Robert M. Ball Building, 6401 Security Boulevard, Baltimore, MD 21235"
    );
    assert_eq!(tools.notification.len(), 1, "{:#?}", tools.notification);
    assert_eq!(tools.notification[0].address, tools.managers[0].address);
    assert!(tools.notification[0].quote.starts_with("Individuals may submit requests"));
    assert_eq!(tools.contest_cites, ["20 CFR 401.65(a)"]);
    assert_eq!(tools.access_cites, ["20 CFR 401.40", "20 CFR 401.45"]);
}

#[test]
fn revisions_of_one_number_are_told_apart_by_day() {
    let (Some(first), Some(later)) =
        (read("usps-890.000-2020-06-01.txt"), read("usps-890.000-and-100.600-later.txt"))
    else {
        return;
    };
    let mut revisions = notices::revisions_of(&first, AGENCIES);
    assert_eq!(revisions[0].effective_from, day(2020, 7, 1));
    assert_eq!(revisions[0].agency, "usps");
    let undated = notices::revisions_of(&later, AGENCIES);
    assert_eq!(undated[0].effective_from, day(2020, 9, 4));
    assert!(undated[0].source.contains("assumed"), "{}", undated[0].source);
    revisions.extend(undated);
    let catalogue = Catalogue::built_in().expect("built in").with(revisions);
    assert_eq!(catalogue.revisions("usps 890.000").len(), 2);
    assert!(catalogue.revisions("USPS 890.000").iter().all(|revision| revision.published_words));
    let zip =
        |on| catalogue.in_force("USPS 890.000", on).expect("a revision").system.managers[0].address.clone();
    assert!(zip(day(2020, 8, 1)).ends_with("20260"));
    assert!(zip(day(2026, 11, 22)).ends_with("20260-4016"));
    assert!(zip(day(2019, 1, 1)).ends_with("20260"), "before the first revision, the first counts");
}

#[test]
fn two_revisions_are_compared_word_by_word() {
    let (Some(first), Some(later)) =
        (read("usps-890.000-2020-06-01.txt"), read("usps-890.000-and-100.600-later.txt"))
    else {
        return;
    };
    let changes = notices::compare(&first.systems[0], &later.systems[0]);
    let of = |key: &str| changes.iter().find(|change| change.key == key).expect(key);
    assert!(!of("storage").changed);
    let manager = of("system_manager");
    assert!(manager.changed);
    let newer: String =
        manager.runs.iter().filter(|run| run.side == Side::Newer).map(|run| run.text.as_str()).collect();
    assert_eq!(newer, "20260-4016.");
}

#[test]
fn the_built_in_facts_agree_with_the_published_notices() {
    let names =
        ["usps-890.000-2020-06-01.txt", "usps-890.000-and-100.600-later.txt", "ssa-60-0383-2017-08-03.txt"];
    let built_in = Catalogue::built_in().expect("built in");
    for name in names {
        let Some(notice) = read(name) else { return };
        for revision in notices::revisions_of(&notice, AGENCIES) {
            let own = built_in
                .revisions(&revision.system.number)
                .iter()
                .find(|own| own.effective_from == revision.effective_from)
                .expect("a built-in revision of the same day");
            let (own, published) = (&own.system, &revision.system);
            assert_eq!(own.name, published.name);
            assert_eq!(own.managers, published.managers);
            assert_eq!(own.locations, published.locations);
            assert_eq!(own.retrieval_identifiers, published.retrieval_identifiers);
            assert_eq!(own.access_cites, published.access_cites);
            assert_eq!(own.contest_cites, published.contest_cites);
            assert_eq!(own.exemptions, published.exemptions);
            assert_eq!(own.history, published.history);
            let rules = |system: &SystemText| {
                system
                    .notification
                    .iter()
                    .map(|rule| {
                        (
                            rule.subject.clone(),
                            rule.office.clone(),
                            rule.address.clone(),
                            rule.particulars.clone(),
                        )
                    })
                    .collect::<Vec<_>>()
            };
            assert_eq!(rules(own), rules(published), "{}", own.number);
        }
    }
}

#[test]
fn what_is_no_notice_is_refused_in_a_sentence() {
    for (name, text) in [
        (
            "letter.txt",
            "Dear Sir or Madam,\n\nPlease send me a copy of my records.\n\nSincerely,\nŁukasiewicz\n",
        ),
        ("program.rs", "fn main() {\n    println!(\"System name: none\");\n}\n"),
        ("empty.txt", " \n\n"),
        (
            "matching.txt",
            "AGENCY: Sample Agency.\n\nACTION: Notice of a computer matching program.\n\nSUMMARY: The matching program compares records.\n",
        ),
    ] {
        let refusal = notices::read_text(name, text).expect_err(name);
        assert!(refusal.0.starts_with(&format!("“{name}”")), "{refusal}");
        assert!(refusal.0.ends_with("Nothing was changed."), "{refusal}");
    }
    let matching =
        notices::read_text("m.txt", "ACTION: Notice of a computer matching program.").expect_err("refused");
    assert!(matching.0.contains("matching program"));
}
