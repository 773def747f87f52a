//! The library of systems: every agency's are kept and found, the desk routes by its own, a person puts facts right.

use std::path::PathBuf;

use docket::casework::Command;
use docket::desk::{Desk, SystemsQuery};
use docket::error::Code;
use docket::law::Kind;
use docket::notices::{Corrected, Manager, NotificationRule};
use tempfile::TempDir;

use crate::desks::{Office, day, intake};

/// A notice as the Federal Register prints it, of an invented system.
fn notice(folder: &TempDir, file: &str, agency: &str, effective: &str, system: &str) -> PathBuf {
    let text = format!(
        "AGENCY: {agency}.\n\nACTION: Notice of a modified system of records.\n\nSUMMARY: The {agency} changes a system.\n\n\
         DATES: This notice is effective on {effective}.\n\n{system}\n\nHISTORY:\n\nNone.\n"
    );
    let path = folder.path().join(file);
    std::fs::write(&path, text).expect("a notice");
    path
}

const OBSERVERS: &str = "SYSTEM NAME AND NUMBER: Tide Gauge Observers, TOB-7.\n\nSYSTEM LOCATION: Tidal Observation Board, \
    3 Nowhere Quay, Portland, ME 04101.\n\nSYSTEM MANAGER(S): Chief Observer, Tidal Observation Board, 3 Nowhere Quay, \
    Portland, ME 04101.\n\nCATEGORIES OF INDIVIDUALS COVERED BY THE SYSTEM: Volunteers who read brass gauges for the Board.\n\n\
    NOTIFICATION PROCEDURES: Write to the system manager and give your name.";

fn lamps(manager_zip: &str) -> String {
    format!(
        "SYSTEM NAME AND NUMBER: USPS 990.000, Lamp Lighters.\n\nSYSTEM LOCATION: USPS Headquarters.\n\nSYSTEM MANAGER(S): \
         Vice President, Lamps, United States Postal Service, 475 L'Enfant Plaza SW, Washington, DC {manager_zip}.\n\n\
         CATEGORIES OF INDIVIDUALS COVERED BY THE SYSTEM: Lamp lighters who tend lamps for the Postal Service.\n\n\
         CATEGORIES OF RECORDS IN THE SYSTEM: Names of lamp lighters and their lamp logs.\n\n\
         RECORD ACCESS PROCEDURES: Requests for access must be made in accordance with 39 CFR 266.5.\n\n\
         NOTIFICATION PROCEDURE: Lamp lighters who want to know whether lamp logs about them are kept write to the Vice President, \
         Lamps, United States Postal Service, 475 L'Enfant Plaza SW, Washington, DC {manager_zip}, and give their name."
    )
}

async fn import(desk: &Desk, files: &[PathBuf]) {
    let report = desk.import_notices(files).await.expect("a report");
    for file in &report.files {
        assert_eq!(file.refused, None, "{report:?}");
    }
}

async fn find(desk: &Desk, search: &str, all_agencies: bool) -> Vec<(String, Option<String>)> {
    let query = SystemsQuery { search: Some(search.into()), all_agencies, ..SystemsQuery::default() };
    let page = desk.systems(&query).await.expect("a page");
    page.rows.into_iter().map(|row| (row.number, row.found.map(|found| found.quote))).collect()
}

#[tokio::test]
async fn another_agencys_system_is_kept_and_found_and_never_routed_to() {
    let folder = tempfile::tempdir().expect("a folder");
    let office = Office::encrypted().await;
    let desk = office.on("2026-06-10").await;
    import(&desk, &[notice(&folder, "a.txt", "Tidal Observation Board", "January 5, 2026", OBSERVERS)]).await;

    assert_eq!(find(&desk, "brass gaug", false).await, [], "it is none of ours");
    let quote = "Volunteers who read brass gauges for the Board.".to_owned();
    assert_eq!(find(&desk, "brass gaug", true).await, [("TOB-7".to_owned(), Some(quote))]);
    let system = desk.system("TOB 7", None).await.expect("the system");
    assert_eq!(system.agency_name, "Tidal Observation Board");
    let page = desk.systems(&SystemsQuery::default()).await.expect("our systems");
    assert!(page.rows.iter().any(|row| row.number == "60-0383"), "the built-in systems stand in the library");
    let agencies = desk.library_agencies().await.expect("the agencies");
    assert!(agencies.iter().any(|agency| agency.name == "Tidal Observation Board" && !agency.ours));

    let mut request = intake("usps", Kind::Access, "2026-06-10");
    request.text = "I read brass gauges for the Tidal Observation Board. Send me my file.".into();
    let preview = desk.preview_intake(request).await.expect("a preview");
    assert!(preview.route.candidates.iter().all(|candidate| candidate.system != "TOB-7"));
}

#[tokio::test]
async fn an_agency_with_the_initials_of_ours_is_not_taken_for_ours() {
    let folder = tempfile::tempdir().expect("a folder");
    let office = Office::encrypted().await;
    let desk = office.on("2026-06-10").await;
    import(&desk, &[notice(&folder, "a.txt", "Seaside Swimmers Authority", "January 5, 2026", OBSERVERS)])
        .await;
    assert_eq!(find(&desk, "brass gaug", false).await, [], "it is not the Social Security Administration's");
    assert_eq!(find(&desk, "brass gaug", true).await.len(), 1);
}

#[tokio::test]
async fn an_open_case_is_marked_when_its_system_changes_and_stays_with_the_revision_of_its_day() {
    let folder = tempfile::tempdir().expect("a folder");
    let office = Office::encrypted().await;
    let desk = office.on("2026-06-10").await;
    import(&desk, &[notice(&folder, "1.txt", "Postal Service", "January 5, 2026", &lamps("20260-0001"))])
        .await;
    let mut request = intake("usps", Kind::Notification, "2026-06-10");
    request.text = "I am a lamp lighter. Do you keep lamp logs about me?".into();
    let case = desk.open_case(request).await.expect("taken in");
    let best = case.proposal.as_ref().and_then(|route| route.candidates.first()).expect("a system");
    assert_eq!(best.system, "USPS 990.000");
    let route = Command::Route {
        system: best.system.clone(),
        office: best.office.clone(),
        address: String::new(),
        reason: String::new(),
    };
    let case = desk.act(&case.number, None, route).await.expect("routed");
    assert!(case.system_changed.is_none());
    let before = desk.system("USPS 990.000", None).await.expect("the system");
    assert!(before.open_cases.iter().any(|open| open.number == case.number && !open.earlier_revision));

    let desk = office.on("2026-07-06").await;
    import(&desk, &[notice(&folder, "2.txt", "Postal Service", "July 1, 2026", &lamps("20260-0002"))]).await;
    let marked = desk.case(&case.number).await.expect("the case").system_changed.expect("the mark");
    assert_eq!((marked.routed_by, marked.now), (day("2026-01-05"), day("2026-07-01")));
    assert!(marked.headings.iter().any(|heading| heading.starts_with("SYSTEM MANAGER")), "{marked:?}");
    assert!(!marked.headings.iter().any(|heading| heading.starts_with("CATEGORIES")), "{marked:?}");
    let system = desk.system("USPS 990.000", None).await.expect("the system");
    assert!(system.open_cases[0].earlier_revision);
    assert_eq!(system.open_cases[0].next, marked_next(&desk, &case.number).await);

    for command in
        [Command::Withdraw { note: "She found it at home.".into() }, Command::Close { note: String::new() }]
    {
        desk.act(&case.number, None, command).await.expect("closed");
    }
    assert!(desk.case(&case.number).await.expect("the case").system_changed.is_none(), "it is closed");
    let times = desk.system("USPS 990.000", None).await.expect("the system").times;
    assert_eq!(times.len(), 1, "{times:?}");
    assert_eq!((times[0].closed, times[0].median_days, times[0].longest_days), (1, 26, 26));
}

async fn marked_next(desk: &Desk, number: &str) -> String {
    desk.case(number).await.expect("the case").next[0].words.clone()
}

#[tokio::test]
async fn a_misread_office_is_put_right_by_hand_and_the_published_words_stay() {
    let folder = tempfile::tempdir().expect("a folder");
    let office = Office::encrypted().await;
    let desk = office.on("2026-06-10").await;
    import(&desk, &[notice(&folder, "1.txt", "Postal Service", "January 5, 2026", &lamps("20260-0001"))])
        .await;
    let read = desk.system("USPS 990.000", None).await.expect("the system");
    let day_of = read.revision.effective_from;
    let office_right = Corrected::Offices(vec![NotificationRule {
        subject: None,
        office: "Lamp Log Desk".into(),
        address: "475 L'Enfant Plaza SW, Washington, DC 20260-0009".into(),
        particulars: vec!["name".into()],
        quote: read.offices[0].quote.clone(),
        resolved: false,
    }]);

    let silent = desk.correct_notice("USPS 990.000", day_of, office_right.clone(), " ").await;
    assert_eq!(silent.expect_err("without a reason").code, Code::BadInput);
    let empty = Corrected::Managers(vec![Manager { title: String::new(), address: "x".into(), scope: None }]);
    desk.correct_notice("USPS 990.000", day_of, empty, "The title was misread.").await.expect_err("no title");
    let elsewhere = desk
        .correct_notice("USPS 990.000", day("2020-01-01"), office_right.clone(), "The office was misread.")
        .await;
    assert_eq!(elsewhere.expect_err("no such revision").code, Code::NotFound);
    assert!(desk.system("USPS 990.000", None).await.expect("the system").corrections.is_empty());

    let right = desk
        .correct_notice("USPS 990.000", day_of, office_right, "The office is named on the second page.")
        .await
        .expect("put right");
    assert_eq!(right.offices[0].office, "Lamp Log Desk");
    assert_eq!(right.sections, read.sections, "the published words stay");
    let correction = right.corrections[0].clone();
    assert!(
        matches!(&correction.as_read, Corrected::Offices(rules) if rules[0].office == read.offices[0].office)
    );
    assert_eq!(correction.correction.by, "Robin Blake");

    // After the next start, requests go where the correction says.
    let desk = office.reopened("2026-06-11").await;
    let mut request = intake("usps", Kind::Notification, "2026-06-11");
    request.text = "I am a lamp lighter. Do you keep lamp logs about me?".into();
    let preview = desk.preview_intake(request.clone()).await.expect("a preview");
    assert_eq!(preview.route.candidates[0].office, "Lamp Log Desk");

    desk.withdraw_notice_correction(&correction.correction.id, "It was read rightly after all.")
        .await
        .expect("back");
    let preview = desk.preview_intake(request).await.expect("a preview");
    assert_eq!(preview.route.candidates[0].office, read.offices[0].office);
    let again =
        desk.withdraw_notice_correction(&correction.correction.id, "It was read rightly after all.").await;
    assert_eq!(again.expect_err("gone").code, Code::NotFound);
    assert!(desk.verify_ledger().await.expect("a report").broken.is_none());
}

fn change(section: &str, words: &str) -> String {
    format!(
        "SYSTEM NAME AND NUMBER: USPS 990.000, Lamp Lighters.\n\n{section}: Delete entry and replace with “{words}”"
    )
}

/// Given a fact put right by hand, when a later notice changes another section, the correction goes along and says from
/// where; when a notice changes the words that the fact was read from, it stays behind.
#[tokio::test]
async fn a_correction_goes_along_with_a_change_that_leaves_its_words_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let office = Office::encrypted().await;
    let desk = office.on("2026-06-10").await;
    let whole = lamps("20260-0001");
    let place = change("SYSTEM LOCATION", "USPS Annex.");
    let asks = change(
        "NOTIFICATION PROCEDURE",
        "Lamp lighters write to the Lamp Desk, 9 Nowhere Plaza SW, Washington, DC 20260-0002.",
    );
    let files = [
        notice(&folder, "1.txt", "Postal Service", "January 5, 2026", &whole),
        notice(&folder, "2.txt", "Postal Service", "February 5, 2026", &place),
        notice(&folder, "3.txt", "Postal Service", "March 5, 2026", &asks),
    ];
    import(&desk, &files).await;
    let first = day("2026-01-05");
    let put_right = |corrected| desk.correct_notice("USPS 990.000", first, corrected, "It was misread.");
    put_right(Corrected::Offices(vec![NotificationRule {
        subject: None,
        office: "Lamp Log Desk".into(),
        address: "475 L'Enfant Plaza SW, Washington, DC 20260-0009".into(),
        particulars: vec!["name".into()],
        quote: String::new(),
        resolved: false,
    }]))
    .await
    .expect("the office");
    put_right(Corrected::Locations(vec!["Headquarters, first floor".into()])).await.expect("the location");

    let in_february = desk.system("USPS 990.000", Some(day("2026-02-10"))).await.expect("the system");
    assert_eq!(in_february.locations, ["USPS Annex"], "the notice says where the records are now");
    assert_eq!(in_february.offices[0].office, "Lamp Log Desk");
    let carried = &in_february.corrections;
    assert_eq!(carried.len(), 1, "{carried:?}");
    assert_eq!(carried[0].carried_from, Some(first));
    let in_january = desk.system("USPS 990.000", Some(first)).await.expect("the system");
    assert!(in_january.corrections.iter().all(|one| one.carried_from.is_none()));

    let in_march = desk.system("USPS 990.000", Some(day("2026-03-10"))).await.expect("the system");
    assert!(in_march.corrections.is_empty(), "{:?}", in_march.corrections);
    assert_eq!(in_march.offices[0].office, "Lamp Desk");

    // A request of February goes where the carried correction says, and no more once it is taken back.
    let mut request = intake("usps", Kind::Notification, "2026-02-20");
    request.text = "I am a lamp lighter. Do you keep lamp logs about me?".into();
    let preview = desk.preview_intake(request.clone()).await.expect("a preview");
    assert_eq!(preview.route.candidates[0].office, "Lamp Log Desk");
    let taken_back = carried[0].correction.id.clone();
    desk.withdraw_notice_correction(&taken_back, "It was read rightly.").await.expect("back");
    let preview = desk.preview_intake(request).await.expect("a preview");
    assert_eq!(preview.route.candidates[0].office, "Vice President, Lamps");
}
