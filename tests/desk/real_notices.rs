//! The real notices that stand beside the project: four system texts, imported and routed by.

use std::path::PathBuf;

use docket::law::Kind;
use docket::notices::Side;

use crate::desks::{Office, day, intake};

/// The real notices; nothing, said loudly, where they are not beside the project.
fn notices() -> Option<Vec<PathBuf>> {
    let shared = std::env::var_os("DOCKET_SHARED")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"), PathBuf::from);
    let names =
        ["usps-890.000-2020-06-01.txt", "usps-890.000-and-100.600-later.txt", "ssa-60-0383-2017-08-03.txt"];
    let files: Vec<PathBuf> = names.iter().map(|name| shared.join("notices").join(name)).collect();
    if files.iter().all(|file| file.exists()) {
        return Some(files);
    }
    println!("skipped: the real notices are not beside the project");
    None
}

#[tokio::test]
async fn three_notices_make_four_system_texts_with_their_published_words() {
    let Some(files) = notices() else { return };
    let office = Office::encrypted().await;
    let desk = office.on("2026-11-20").await;
    let report = desk.import_notices(&files).await.expect("a report");
    let taken: usize = report.files.iter().map(|file| file.systems.len()).sum();
    assert_eq!(taken, 4, "{report:?}");

    let sales = desk.system("USPS 890.000", None).await.expect("890.000");
    let published: Vec<_> = sales.revisions.iter().filter(|revision| revision.published_words).collect();
    assert_eq!(published.len(), 2, "{:?}", sales.revisions);
    assert_eq!(sales.managers[0].title, "Chief Customer and Marketing Officer and Executive Vice President");
    assert_eq!(sales.offices[0].office, "Sales and Customer Relations");
    let retrieval = sales.sections.iter().find(|section| section.key == "retrieval").expect("a section");
    assert_eq!(retrieval.heading, "POLICIES OF PRACTICES FOR RETRIEVAL OF RECORDS", "the misprint is kept");

    // The older revision routes an older request, and the two can be compared word by word.
    let older = desk.system("USPS 890.000", Some(day("2020-07-15"))).await.expect("the older");
    assert!(!older.sections.iter().any(|section| section.text.contains("focus groups")));
    assert!(sales.sections.iter().any(|section| section.text.contains("focus groups")));
    let comparison = desk
        .compare("USPS 890.000", published[0].effective_from, published[1].effective_from)
        .await
        .expect("a comparison");
    let manager =
        comparison.sections.iter().find(|section| section.key == "system_manager").expect("the manager");
    assert!(manager.changed);
    assert!(manager.runs.iter().any(|run| run.side == Side::Newer && run.text.contains("4016")));
    assert!(comparison.sections.iter().any(|section| !section.changed));

    // A second import of the same files adds nothing.
    let again = desk.import_notices(&files).await.expect("a report");
    assert!(again.files.iter().all(|file| file.refused.is_none()));
    assert_eq!(
        desk.system("USPS 890.000", None).await.expect("890.000").revisions.len(),
        sales.revisions.len()
    );

    // Routing quotes the published sentence.
    let mut request = intake("ssa", Kind::Access, "2026-11-05");
    request.text = "I want the transcript of my Click-to-Chat conversation".into();
    let preview = desk.preview_intake(request).await.expect("a preview");
    let best = preview.route.candidates.first().expect("a system");
    assert_eq!(best.system, "60-0383");
    let system = desk.system("60-0383", None).await.expect("60-0383");
    for reason in &best.reasons {
        let section =
            system.sections.iter().find(|section| section.key == reason.section).expect("its section");
        assert!(section.text.contains(&reason.quote), "not published: {}", reason.quote);
    }

    // Everything is there after the program was closed.
    drop(desk);
    let desk = office.reopened("2026-11-21").await;
    assert!(desk.system("USPS 100.600", None).await.expect("100.600").revision.published_words);
}
