//! Forms that a requester may be sent: every field has its name for the ear, and the words are the office's own.

use docket::letters::*;

pub fn all_forms() -> Vec<Form> {
    let mut forms = Vec::new();
    for agency in ["usps", "ssa"] {
        let letterhead = docket::letters::samples::facts(LetterKind::Deficiency, agency).letterhead;
        for kind in FormKind::ALL {
            for language in Language::ALL {
                forms.push(form(*kind, agency, *language, &letterhead).unwrap());
            }
        }
    }
    forms
}

#[test]
fn every_form_is_small_the_same_twice_and_has_one_named_field_for_each_thing_it_asks() {
    let typesetter = Typesetter::new().unwrap();
    for form in all_forms() {
        let name = format!("{} {} {}", form.agency, form.kind, form.language);
        let set = typesetter.form_pdf(&form).unwrap();
        assert_eq!(set, Typesetter::new().unwrap().form_pdf(&form).unwrap(), "{name}");
        assert!(
            set.bytes.len() < 40 * 1024 && set.pages <= 2,
            "{name}: {} bytes, {} pages",
            set.bytes.len(),
            set.pages
        );
        let document = lopdf::Document::load_mem(&set.bytes).unwrap();
        let asked: Vec<_> = form.items.iter().filter(|item| !item.name.is_empty()).collect();
        let fillable = asked.iter().filter(|item| item.style != ItemStyle::Sign).count();
        let mut widgets = 0;
        for object in document.objects.values() {
            let Ok(widget) = object.as_dict() else { continue };
            if widget
                .get(b"Subtype")
                .is_ok_and(|subtype| subtype.as_name().is_ok_and(|name| name == b"Widget"))
            {
                widgets += 1;
                assert!(widget.has(b"TU") && widget.has(b"StructParent"), "{name}");
            }
        }
        assert_eq!(widgets, fillable, "{name}");
        let mut names: Vec<_> = asked.iter().map(|item| item.name.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), asked.len(), "{name}: two fields have one name");
    }
}

/// As an office makes them: through the command line, into a file.
#[test]
fn every_form_of_the_command_line_can_be_filled_in_and_is_accessible() {
    let folder = tempfile::tempdir().unwrap();
    for form in all_forms() {
        let name = format!("{}-{}-{}", form.agency, form.kind, form.language);
        let out = folder.path().join(format!("{name}.pdf"));
        let run = std::process::Command::new(env!("CARGO_BIN_EXE_docket"))
            .args(["--today", "2026-11-20", "--json", "letter", "form", form.kind.as_str()])
            .args(["--agency", &form.agency, "--language", form.language.as_str(), "--out"])
            .arg(&out)
            .output()
            .unwrap();
        assert!(run.status.success(), "{name}: {}", String::from_utf8_lossy(&run.stderr));
        let said: serde_json::Value = serde_json::from_slice(&run.stdout).unwrap();
        assert_eq!(said["title"], form.title.as_str(), "{name}");
        let document = lopdf::Document::load(&out).unwrap();
        let catalog = document.catalog().unwrap();
        assert!(catalog.has(b"StructTreeRoot"), "{name} is not tagged");
        let language = catalog.get(b"Lang").unwrap().as_str().unwrap();
        assert!(language.starts_with(form.language.as_str().as_bytes()), "{name}");
        let fields = document.get_object(catalog.get(b"AcroForm").unwrap().as_reference().unwrap()).unwrap();
        let fields = fields.as_dict().unwrap().get(b"Fields").unwrap().as_array().unwrap();
        let asked = form.items.iter().filter(|item| !item.name.is_empty() && item.style != ItemStyle::Sign);
        assert_eq!(fields.len(), asked.count(), "{name}");
        for field in fields {
            let field = document.get_dictionary(field.as_reference().unwrap()).unwrap();
            let flags = field.get(b"Ff").and_then(lopdf::Object::as_i64).unwrap_or_default();
            assert_eq!(flags & 1, 0, "{name}: a field is read only");
            assert!(matches!(field.get(b"FT").unwrap().as_name().unwrap(), b"Tx" | b"Btn"), "{name}");
        }
    }
    match crate::verapdf::verapdf() {
        Err(why) => println!("skipped: PDF/UA-1 WAS NOT VALIDATED, because {why}"),
        Ok(jars) => {
            let report = crate::verapdf::validate(&jars, folder.path());
            assert_eq!(report.matches("PASS ").count(), all_forms().len(), "{report}");
            assert!(!report.contains("FAIL"), "{report}");
        }
    }
    let refused = std::process::Command::new(env!("CARGO_BIN_EXE_docket"))
        .args(["--json", "letter", "form", "consent", "--agency", "nasa", "--out"])
        .arg(folder.path().join("none.pdf"))
        .output()
        .unwrap();
    assert_eq!(refused.status.code(), Some(1));
    assert!(!folder.path().join("none.pdf").exists());
}

#[test]
fn a_form_asks_for_no_social_security_number_and_says_why_it_asks() {
    for form in all_forms() {
        let words: String = form.items.iter().map(|item| format!("{} ", item.words)).collect();
        assert!(!words.contains("Social Security number") && !words.contains("SSN"), "{words}");
        assert!(words.contains("5 U.S.C. 552a(i)(3)"), "{words}");
        assert_eq!(form.language == Language::Spanish, words.contains("traductor oficial"), "{words}");
    }
}

#[test]
fn every_english_form_reads_at_grade_nine_or_below() {
    for form in all_forms().into_iter().filter(|form| form.language == Language::English) {
        // The sentence on false pretenses is the rule's own (20 CFR 401.45(b)(5)).
        let texts = form.items.iter().filter(|item| item.style == ItemStyle::Text);
        let texts = texts.filter(|item| !item.words.contains("knowing and willful request"));
        let blocks = texts.map(|item| LetterBlock {
            clause: "form".to_owned(),
            style: BlockStyle::Paragraph,
            text: vec![item.words.clone()],
            cites: Vec::new(),
        });
        let mut letter = crate::composed(LetterKind::Delay, "ssa", |_| {});
        letter.blocks = blocks.collect();
        let grade = reading_grade(&letter);
        println!("{} {}: grade {grade:.1}", form.agency, form.kind);
        assert!(grade <= 9.0, "{} {}: {grade:.1}", form.agency, form.kind);
    }
}
