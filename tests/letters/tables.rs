//! A table that turns the page: its heads stand above it again for the eye, once for the ear, and no row is torn.

use docket::letters::*;

use crate::composed;
use crate::pages::run;

pub fn long_accounting() -> Letter {
    composed(LetterKind::Accounting, "ssa", |facts| {
        let entry = facts.disclosures[0].clone();
        facts.disclosures = (1..=30)
            .map(|number| DisclosureFacts {
                nature: format!("the address and the telephone number as they stood in entry {number}, by letter, then once more by telephone"),
                ..entry.clone()
            })
            .collect();
    })
}

#[test]
fn the_heads_of_a_table_stand_on_every_page_and_are_told_once() {
    let set = Typesetter::new().unwrap().pdf(&long_accounting()).unwrap();
    assert!(set.pages >= 3, "{} pages", set.pages);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("accounting.pdf");
    std::fs::write(&path, &set.bytes).unwrap();
    let path = path.to_str().unwrap();
    let mut rows = 0;
    for page in 1..=set.pages {
        let page = page.to_string();
        let Some(text) = run("pdftotext", &["-layout", "-f", &page, "-l", &page, path, "-"]) else {
            return;
        };
        let heads = text.matches("What was disclosed").count();
        let begun = text.matches("The address").count();
        assert_eq!(begun, text.matches("March 4,").count(), "a row is torn on page {page}:\n{text}");
        assert_eq!(heads, usize::from(begun > 0), "page {page}:\n{text}");
        rows += begun;
    }
    assert_eq!(rows, 30);
    let structure = run("pdfinfo", &["-struct-text", path]).unwrap();
    assert_eq!(structure.matches("What was disclosed").count(), 1, "{structure}");
}
