//! The proof of accessibility: veraPDF, with its profile for PDF/UA-1, over every letter of both agencies.
//!
//! Needs Java and Maven; Maven fetches veraPDF once into the `target` folder. Where one of them is missing, the test says
//! loudly that it did not run.

use std::path::{Path, PathBuf};
use std::process::Command;

use docket::letters::*;
use lopdf::Document;

use crate::composed;
use docket::letters::samples::letters_of_the_agencies;

/// The folder with veraPDF and what it needs; why not, where it cannot be had.
pub fn verapdf() -> Result<PathBuf, String> {
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    let jars = home.join("target/verapdf");
    let has = |tool: &str, argument: &str| {
        Command::new(tool).arg(argument).output().is_ok_and(|out| out.status.success())
    };
    if !has("java", "-version") {
        return Err("Java is not installed".to_owned());
    }
    let there = |folder: &Path| std::fs::read_dir(folder).is_ok_and(|mut files| files.next().is_some());
    if there(&jars) {
        return Ok(jars);
    }
    if !has("mvn", "--version") {
        return Err("Maven is not installed".to_owned());
    }
    let fetched = Command::new("mvn")
        .args(["-q", "-B", "dependency:copy-dependencies", "-DincludeScope=runtime", "-f"])
        .arg(home.join("tests/verapdf/pom.xml"))
        .arg(format!("-DoutputDirectory={}", jars.display()))
        .status();
    match fetched {
        Ok(status) if status.success() && there(&jars) => Ok(jars),
        _ => Err("Maven could not fetch veraPDF".to_owned()),
    }
}

/// Validates every PDF of a folder; the report has one line for each, `PASS` or `FAIL` first.
pub fn validate(jars: &Path, folder: &Path) -> String {
    let output = Command::new("java")
        .arg("-cp")
        .arg(jars.join("*"))
        .args(["org.verapdf.apps.GreenfieldCliWrapper", "--flavour", "ua1", "--format", "text", "-v"])
        .arg(folder)
        .output()
        .unwrap();
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn verapdf_finds_no_fault_in_any_letter() {
    let jars = match verapdf() {
        Ok(jars) => jars,
        Err(why) => {
            println!("skipped: PDF/UA-1 WAS NOT VALIDATED, because {why}");
            return;
        }
    };
    let typesetter = Typesetter::new().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let count = std::cell::Cell::new(0);
    let write = |name: String, letter: &Letter| {
        let bytes = typesetter.pdf(letter).unwrap().bytes;
        std::fs::write(folder.path().join(format!("{name}.pdf")), &bytes).unwrap();
        if let Some(kept) = std::env::var_os("LETTERS_OUT") {
            std::fs::write(Path::new(&kept).join(format!("{name}.pdf")), &bytes).unwrap();
        }
        count.set(count.get() + 1);
    };
    for (kind, agency) in letters_of_the_agencies() {
        write(format!("{agency}-{kind}"), &composed(kind, agency, |_| {}));
        if kind.leaves_the_office() {
            let spanish =
                compose_in(&crate::book(), &docket::letters::samples::facts(kind, agency), Language::Spanish);
            write(format!("{agency}-{kind}-es"), &spanish.unwrap());
        }
    }
    let inspection = AccessFacts {
        how: "inspection".to_owned(),
        pages: 0,
        where_and_when: Some(
            "Room 12, 475 Windrow Plaza, Harrow Mills, on December 2, 2026, at 10 a.m.".to_owned(),
        ),
    };
    write(
        "inspection".to_owned(),
        &composed(LetterKind::Grant, "usps", |facts| facts.access = Some(inspection)),
    );
    let long = composed(LetterKind::AmendmentRefused, "usps", |facts| {
        facts.addressee.name = "Արամ Юлия Łukasiewicz-Okonkwo-Hašek".to_owned();
        let part = facts.parts[1].clone();
        facts.parts.extend(std::iter::repeat_n(part, 60));
    });
    write("long-with-three-fonts".to_owned(), &long);
    let guarded = |agency, outcome: &str| {
        composed(LetterKind::Notification, agency, |facts| {
            facts.addressee.name =
                "Maximiliana Wolfeschlegelsteinhausenbergerdorff-Okonkwo-Hašek-Łukasiewicz".to_owned();
            facts.subject_name = Some("Inés de la Cruz".to_owned());
            facts.parts = vec![PartFacts {
                what: "the files".to_owned(),
                outcome: outcome.to_owned(),
                words: "the system is exempt from this rule (39 CFR 266.8(b)(2))".to_owned(),
                ..PartFacts::default()
            }];
            facts.appeal = docket::letters::samples::facts(LetterKind::AmendmentRefused, agency).appeal;
        })
    };
    write("neither".to_owned(), &guarded("usps", "neither-confirm-nor-deny"));
    write("minor-medical".to_owned(), &guarded("ssa", "minor-medical"));
    for (kind, agency) in [(LetterKind::Denial, "usps"), (LetterKind::Acknowledgement, "ssa")] {
        write(format!("pictures-{agency}"), &crate::pictures::pictured(kind, agency));
    }
    write("many-scripts".to_owned(), &crate::pages::many_scripts());
    write("long-table".to_owned(), &crate::tables::long_accounting());
    for form in crate::forms::all_forms() {
        let bytes = typesetter.form_pdf(&form).unwrap().bytes;
        let name = format!("form-{}-{}-{}.pdf", form.agency, form.kind, form.language);
        std::fs::write(folder.path().join(&name), &bytes).unwrap();
        if let Some(kept) = std::env::var_os("LETTERS_OUT") {
            std::fs::write(Path::new(&kept).join(name), &bytes).unwrap();
        }
        count.set(count.get() + 1);
    }
    let report = validate(&jars, folder.path());
    assert_eq!(report.matches("PASS ").count(), count.get(), "{report}");
    assert!(!report.contains("FAIL"), "{report}");

    // A validator that passes everything proves nothing: the same letter without its language must fail.
    let spoiled = tempfile::tempdir().unwrap();
    let letter = composed(LetterKind::Delay, "ssa", |_| {});
    let mut document = Document::load_mem(&typesetter.pdf(&letter).unwrap().bytes).unwrap();
    document.catalog_mut().unwrap().remove(b"Lang");
    document.save(spoiled.path().join("spoiled.pdf")).unwrap();
    assert!(validate(&jars, spoiled.path()).contains("FAIL"), "veraPDF passes a letter without a language");
}
