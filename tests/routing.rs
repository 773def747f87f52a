//! Which system, which office, and why: the traps of the field, on the built-in catalogue and on the published words.

use chrono::NaiveDate;
use docket::law::{AgencyId, Kind, Office};
use docket::notices::{self, Catalogue};
use docket::routing::{RouteAnswer, RouteQuestion, route};
use std::path::PathBuf;

fn privacy_office() -> Office {
    Office {
        title: "Privacy and Records Management Office".into(),
        address: vec!["475 L'Enfant Plaza SW".into(), "Washington, DC 20260-1101".into()],
    }
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

fn ask_on(catalogue: &Catalogue, agency: &str, text: &str, given: &[&str], on: NaiveDate) -> RouteAnswer {
    let given: Vec<String> = given.iter().map(|&name| name.to_owned()).collect();
    let question = RouteQuestion {
        agency: &AgencyId::new(agency),
        kind: Kind::Access,
        text,
        particulars_given: &given,
        on,
    };
    route(&question, catalogue, &privacy_office())
}

fn catalogues() -> Vec<(&'static str, Catalogue)> {
    let built_in = Catalogue::built_in().expect("built in");
    let mut catalogues = vec![("built-in", built_in.clone())];
    let folder = std::env::var_os("DOCKET_SHARED")
        .map(PathBuf::from)
        .unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"))
        .join("notices");
    if !folder.is_dir() {
        println!("skipped: the folder with the published notices is missing");
        return catalogues;
    }
    let mut published = built_in;
    for name in
        ["usps-890.000-2020-06-01.txt", "usps-890.000-and-100.600-later.txt", "ssa-60-0383-2017-08-03.txt"]
    {
        let bytes = std::fs::read(folder.join(name)).expect("opened");
        let notice = notices::read_bytes(name, &bytes).expect("read");
        let agencies: &[(&str, &[&str])] =
            &[("usps", &["Postal Service"]), ("ssa", &["Social Security Administration"])];
        published = published.with(notices::revisions_of(&notice, agencies));
    }
    catalogues.push(("published", published));
    catalogues
}

fn each(test: impl Fn(&str, &dyn Fn(&str, &str, &[&str]) -> RouteAnswer)) {
    for (name, catalogue) in catalogues() {
        test(name, &|agency, text, given| ask_on(&catalogue, agency, text, given, day(2026, 11, 5)));
    }
}

#[test]
fn an_employee_in_a_focus_group_is_in_personnel_research() {
    each(|name, ask| {
        let answer = ask(
            "usps",
            "I am a letter carrier and took part in a focus group. I want the answers I gave.",
            &["name", "ein"],
        );
        let first = &answer.candidates[0];
        assert_eq!(first.system, "USPS 100.600", "{name} {answer:#?}");
        assert_eq!(first.office, "Vice President, Human Resource", "a focus group is no examination");
        assert_eq!(
            first.particulars_missing,
            ["subject or purpose of research/survey", "date and location of participation"]
        );
        assert!(first.cite.contains("39 CFR 266.5"), "{}", first.cite);
        assert!(first.reasons.iter().any(|reason| reason.section == "categories_of_individuals"));
    });
}

#[test]
fn a_customer_in_a_survey_is_in_sales_and_marketing() {
    each(|name, ask| {
        let answer = ask(
            "usps",
            "As a customer I answered your survey about stamps. What do you keep on me?",
            &["name"],
        );
        let first = &answer.candidates[0];
        assert_eq!(first.system, "USPS 890.000", "{name} {answer:#?}");
        assert_eq!(first.office, "Chief Customer and Marketing Officer and Executive Vice President");
        assert_eq!(first.particulars_missing, ["address"]);
        assert_eq!(first.copy_to, None);
    });
}

#[test]
fn an_examination_goes_to_employee_resource_management_with_a_copy_to_the_manager() {
    each(|name, ask| {
        let answer = ask(
            "usps",
            "I applied for a job and want the research records on my 474 examination.",
            &["name"],
        );
        let first = &answer.candidates[0];
        assert_eq!(first.system, "USPS 100.600", "{name} {answer:#?}");
        assert_eq!(first.office, "Vice President, Employee Resource Management");
        assert!(
            first.copy_to.as_deref().is_some_and(|copy| copy.starts_with("Vice President, Human Resource, ")),
            "{first:?}"
        );
    });
}

#[test]
fn sales_goes_to_sales_and_customer_relations() {
    each(|name, ask| {
        let answer = ask(
            "usps",
            "Please send me what your sales representative wrote about me after his sales calls.",
            &[],
        );
        let first = &answer.candidates[0];
        assert_eq!(first.system, "USPS 890.000", "{name} {answer:#?}");
        assert_eq!(first.office, "Sales and Customer Relations");
        assert_eq!(first.address, "475 L'Enfant Plaza SW, Washington, DC 20260");
        assert!(first.copy_to.as_deref().is_some_and(|copy| copy.starts_with("Chief Customer")));
    });
}

#[test]
fn the_revision_of_the_day_of_receipt_is_used() {
    for (name, catalogue) in catalogues() {
        let text = "I am a customer and attended your web meetings. Send me the recordings.";
        let address = |on| {
            let answer = ask_on(&catalogue, "usps", text, &["name", "address"], on);
            assert_eq!(answer.candidates[0].system, "USPS 890.000", "{name} {answer:#?}");
            answer.candidates[0].address.clone()
        };
        assert!(address(day(2020, 8, 1)).ends_with("DC 20260"));
        assert!(address(day(2026, 11, 5)).ends_with("DC 20260-4016"));
    }
}

#[test]
fn data_on_a_company_are_no_record_on_a_person() {
    each(|name, ask| {
        let answer =
            ask("usps", "Send what direct marketing data there are under the SIC code of our company.", &[]);
        assert!(answer.candidates.is_empty(), "{name} {answer:#?}");
        let fallback = answer.fallback.expect("the privacy office");
        assert!(fallback.why.contains("company") && fallback.why.contains("552a(a)(5)"), "{}", fallback.why);
    });
}

#[test]
fn a_chat_is_in_customer_engagement_tools_for_either_side_of_it() {
    each(|name, ask| {
        let answer =
            ask("ssa", "I chatted online with your staff in October and want the transcript.", &["name"]);
        let first = &answer.candidates[0];
        assert_eq!(first.system, "60-0383", "{name} {answer:#?}");
        assert_eq!(first.particulars_missing, ["SSN or other identifying information"]);
        assert!(first.cite.contains("20 CFR 401.40"), "{}", first.cite);
        let answer = ask(
            "ssa",
            "I am an employee and want the Click-to-Chat transcripts kept under my PIN.",
            &["name", "employee_pin"],
        );
        assert_eq!(answer.candidates[0].system, "60-0383", "{name} {answer:#?}");
        assert!(answer.candidates[0].score > 0.4, "{name} {answer:#?}");
        assert!(answer.candidates[0].particulars_missing.is_empty());
    });
}

#[test]
fn every_reason_is_a_sentence_of_the_notice() {
    for (name, catalogue) in catalogues() {
        for (agency, text) in
            [("usps", "I am an employee and answered a survey."), ("ssa", "I want my chat transcript.")]
        {
            let answer = ask_on(&catalogue, agency, text, &[], day(2026, 11, 5));
            assert!(!answer.candidates.is_empty());
            for candidate in &answer.candidates {
                let system =
                    &catalogue.in_force(&candidate.system, day(2026, 11, 5)).expect("in force").system;
                assert!(candidate.reasons.len() >= 2);
                for reason in &candidate.reasons {
                    let words = system
                        .section(&reason.section)
                        .unwrap_or_else(|| panic!("{name}: {}", reason.section));
                    assert!(words.contains(&reason.quote), "{name}: {}", reason.quote);
                }
            }
        }
    }
}

#[test]
fn what_fits_no_system_goes_to_the_privacy_office_with_the_reason() {
    each(|name, ask| {
        let answer = ask("ssa", "Please send me my income tax return of 2019.", &[]);
        assert!(answer.candidates.is_empty(), "{name} {answer:#?}");
        assert!(answer.fallback.expect("fallback").why.contains("the Internal Revenue Service"));
        let answer = ask("ssa", "I work here and want my SF-50 from the official personnel folder.", &[]);
        assert!(answer.fallback.expect("fallback").why.contains("OPM/GOVT-1"));
        let answer = ask("usps", "My garden gnome.", &[]);
        assert!(answer.candidates.is_empty(), "{name} {answer:#?}");
        assert_eq!(answer.fallback.expect("fallback").office, "Privacy and Records Management Office");
        let answer = ask("nowhere", "chat", &[]);
        assert!(answer.fallback.expect("fallback").why.contains("catalogue"));
    });
}

#[test]
fn who_names_a_system_gets_it() {
    each(|name, ask| {
        let answer = ask("usps", "What do you hold on me in system 100.600?", &[]);
        assert_eq!(answer.candidates[0].system, "USPS 100.600", "{name} {answer:#?}");
    });
}

/// Given words on a complaint besides those on a chat, the chat's system is offered, and the records that another agency
/// rules are named.
#[test]
fn a_government_wide_system_is_named_beside_the_system_that_fits() {
    each(|name, ask| {
        let text = "I chatted with your staff online, and I filed an EEO complaint here. Send me both.";
        let answer = ask("ssa", text, &["name"]);
        assert_eq!(answer.candidates[0].system, "60-0383", "{name} {answer:#?}");
        let why = answer.fallback.expect("the other system").why;
        assert!(why.contains("EEOC/GOVT-1") && why.contains("held here"), "{why}");
        let answer = ask("ssa", "I chatted with your staff online. Send me the transcript.", &["name"]);
        assert!(answer.fallback.is_none(), "{name} {answer:#?}");
    });
}
