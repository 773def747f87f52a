//! `docket law` as a script asks it: no desk, no passphrase; names and fields of the contract, and words for people.

use std::io::Write;
use std::process::{Command, Output};

use serde_json::{Value, json};

fn run(words: &[&str], json: bool) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_docket"));
    command.args(["--today", "2026-11-22"]);
    if json {
        command.arg("--json");
    }
    command.arg("law").args(words).env_remove("DOCKET_PASSPHRASE").output().expect("docket runs")
}

/// What must be answered, as JSON.
pub fn asked(words: &[&str]) -> Value {
    let output = run(words, true);
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// What must be answered, in words.
pub fn told(words: &[&str]) -> String {
    let output = run(words, false);
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// What must be refused with exit 1 and a sentence.
pub fn refused(words: &[&str]) -> String {
    let output = run(words, true);
    assert_eq!(output.status.code(), Some(1), "{words:?}: {}", String::from_utf8_lossy(&output.stdout));
    let error: Value = serde_json::from_slice(&output.stderr).expect("an error as JSON");
    let message = error["error"]["message"].as_str().expect("a sentence").to_owned();
    assert!(message.ends_with('.'), "{message}");
    message
}

fn file(content: &Value) -> tempfile::NamedTempFile {
    let mut file = tempfile::NamedTempFile::new().expect("a file");
    file.write_all(content.to_string().as_bytes()).expect("written");
    file
}

fn path(file: &tempfile::NamedTempFile) -> &str {
    file.path().to_str().expect("a plain path")
}

#[test]
fn an_access_appeal_at_ssa_is_counted_from_receipt() {
    let look = asked(&[
        "appeal",
        "--agency",
        "ssa",
        "--of",
        "access",
        "--dated",
        "2026-11-02",
        "--received",
        "2026-11-06",
    ]);
    assert_eq!(look["name"], "appeal");
    assert_eq!(look["counted_on"], "2026-11-06");
    assert_eq!((&look["last_day"], &look["accept_through"]), (&json!("2026-12-06"), &json!("2026-12-07")));
    assert_eq!(look["assumed"], Value::Null);
    assert_eq!(look["window"]["days"].as_array().expect("the working").len(), 30);
    assert_eq!(look["decided_within"][0]["clock"], "ssa-access-appeal-decision");
    let extension = &look["decided_within"][0]["extension"];
    assert_eq!(extension["by_clock"], "ssa-access-appeal-extension");
    assert!(extension["approver"].as_str().expect("who").contains("Executive Director"));
    assert_eq!((&look["suit"]["years"], &look["suit"]["cite"]), (&json!(2), &json!("5 U.S.C. 552a(g)(5)")));
}

#[test]
fn where_nobody_recorded_the_day_of_receipt_it_is_assumed_and_the_answer_says_so() {
    let words = ["appeal", "--agency", "ssa", "--of", "access", "--dated", "2026-11-02"];
    let look = asked(&words);
    assert_eq!((&look["counted_on"], &look["last_day"]), (&json!("2026-11-07"), &json!("2026-12-07")));
    assert!(look["assumed"].as_str().expect("a sentence").contains("PRODUCT"));
    assert!(told(&words).contains("Nobody recorded the day of receipt"));
    // The Postal Service counts from the date of the letter: nothing is assumed, and the day of receipt changes nothing.
    let usps = asked(&[
        "appeal",
        "--agency",
        "usps",
        "--of",
        "access",
        "--dated",
        "2026-10-01",
        "--received",
        "2026-10-09",
    ]);
    assert_eq!((&usps["assumed"], &usps["last_day"]), (&Value::Null, &json!("2026-12-30")));
    let before = refused(&[
        "appeal",
        "--agency",
        "ssa",
        "--of",
        "access",
        "--dated",
        "2026-11-02",
        "--received",
        "2026-11-01",
    ]);
    assert!(before.contains("2026-11-02"), "{before}");
}

#[test]
fn silence_is_appealed_at_the_postal_service_and_both_texts_of_its_rule_are_known() {
    let silence = asked(&["appeal", "--agency", "usps", "--of", "unanswered", "--dated", "2026-03-02"]);
    assert_eq!(
        (&silence["last_day"], &silence["accept_through"]),
        (&json!("2026-05-31"), &json!("2026-06-01"))
    );
    assert_eq!(silence["to"]["title"], "General Counsel");
    let of = |dated| asked(&["appeal", "--agency", "usps", "--of", "access", "--dated", dated]);
    let (old, new) = (of("2017-10-10"), of("2017-10-11"));
    assert_eq!((&old["within"], &old["cites"][0]), (&json!(30), &json!("39 CFR 266.7(a)")));
    assert_eq!((&new["within"], &new["cites"][0]), (&json!(90), &json!("39 CFR 266.6(a)")));
    assert!(
        refused(&["appeal", "--agency", "ssa", "--of", "unanswered", "--dated", "2026-03-02"]).contains("no")
    );
}

#[test]
fn a_refusal_to_amend_offers_what_each_rule_offers() {
    let usps = asked(&["appeal", "--agency", "usps", "--of", "amendment", "--dated", "2027-01-28"]);
    assert_eq!(usps["statement_in_lieu"], true);
    assert_eq!(usps["decided_within"][0]["cite"], "5 U.S.C. 552a(d)(3)");
    let office = asked(&[
        "appeal",
        "--agency",
        "usps",
        "--of",
        "amendment",
        "--dated",
        "2027-01-28",
        "--component",
        "inspector-general",
    ]);
    assert!(office["to"]["address"].to_string().contains("1735 North Lynn"), "{office}");
    let ssa = asked(&["appeal", "--agency", "ssa", "--of", "amendment", "--dated", "2027-01-28"]);
    assert_eq!((&ssa["window"], &ssa["last_day"]), (&Value::Null, &Value::Null));
    let clocks: Vec<_> =
        ssa["decided_within"].as_array().expect("a list").iter().map(|time| time["clock"].clone()).collect();
    assert_eq!(clocks, ["ssa-amendment-review", "ssa-amendment-review-statutory"]);
    let words = told(&["appeal", "--agency", "ssa", "--of", "amendment", "--dated", "2027-01-28"]);
    assert!(
        words.contains("No rule sets the requester a time") && words.contains("20 CFR 401.65(e)"),
        "{words}"
    );
}

#[test]
fn the_same_events_in_any_order_give_the_same_dates() {
    let events = json!([
        { "event": "started", "on": "2026-06-10" },
        { "event": "tolled", "on": "2026-06-15", "reason": "clarification" },
        { "event": "resumed", "on": "2026-06-22", "reason": "clarification" },
        { "event": "extended", "on": "2026-06-30", "id": "first", "count": 10, "unit": "working" },
        { "event": "extension-taken-back", "on": "2026-07-01", "id": "first" },
    ]);
    let mut reversed = events.as_array().expect("a list").clone();
    reversed.reverse();
    let (one, other) = (file(&events), file(&Value::Array(reversed)));
    let timeline = |events: &tempfile::NamedTempFile| {
        asked(&["timeline", "--agency", "usps", "--clock", "foia-determination", "--events", path(events)])
    };
    let line = timeline(&one);
    assert_eq!(line, timeline(&other));
    // 20 working days from 10 June would end on 10 July; four of them fell into the days of waiting.
    assert_eq!(line["due"], "2026-07-16");
    let waited = line["days"].as_array().expect("the working").iter();
    assert_eq!(waited.filter(|day| day["why"].as_str().expect("why").starts_with("waiting")).count(), 7);
    let none = file(&json!([]));
    refused(&["timeline", "--agency", "usps", "--clock", "foia-determination", "--events", path(&none)]);
    let strange = file(&json!([{ "event": "forgotten", "on": "2026-06-10" }]));
    refused(&["timeline", "--agency", "usps", "--clock", "foia-determination", "--events", path(&strange)]);
    refused(&[
        "timeline",
        "--agency",
        "usps",
        "--clock",
        "foia-determination",
        "--events",
        "no-such-file.json",
    ]);
}

#[test]
fn a_limit_of_part_266_does_not_stand_still_and_the_answer_says_why() {
    let events = file(&json!([
        { "event": "started", "on": "2026-06-10" },
        { "event": "tolled", "on": "2026-06-15", "reason": "clarification" },
    ]));
    let words = ["timeline", "--agency", "usps", "--clock", "usps-acknowledge", "--events", path(&events)];
    let line = asked(&words);
    assert_eq!((&line["due"], &line["send_by"]), (&json!("2026-06-20"), &json!("2026-06-18")));
    assert!(line["notes"][0].as_str().expect("a note").contains("39 CFR 266.5(a)(2)"), "{line}");
    assert!(told(&words).contains("ran on"));
}

#[test]
fn who_may_act_has_a_reason_and_a_road() {
    for (agency, who, may_act, cite) in [
        ("ssa", "spouse", false, "20 CFR 401.100(b)"),
        ("ssa", "representative-payee", false, "20 CFR 401.100(b)"),
        ("ssa", "step-parent", false, "20 CFR 401.100(b)"),
        ("ssa", "parent", true, "20 CFR 401.75"),
        ("ssa", "executor", false, "20 CFR 401.25"),
        ("usps", "attorney", false, "39 CFR 266.5(b)(2)(iii)"),
        ("usps", "guardian-of-incompetent-adult", true, "5 U.S.C. 552a(h)"),
    ] {
        let standing = asked(&["who-may-act", "--agency", agency, "--as", who]);
        assert_eq!(
            (&standing["may_act"], &standing["cite"]),
            (&json!(may_act), &json!(cite)),
            "{agency} {who}"
        );
        let words = told(&["who-may-act", "--agency", agency, "--as", who]);
        assert!(words.contains(cite), "{words}");
        assert!(may_act || words.contains("Freedom of Information Act"), "{words}");
    }
    assert_eq!(run(&["who-may-act", "--agency", "ssa", "--as", "neighbour"], true).status.code(), Some(2));
}

#[test]
fn a_misfit_has_a_road_and_is_never_a_denial() {
    let earnings = asked(&["misfit", "--agency", "ssa", "--what", "earnings-record"]);
    assert_eq!(
        (&earnings["privacy_act_case"], &earnings["cite"]),
        (&json!(false), &json!("20 CFR 401.65(a)"))
    );
    assert!(earnings["tell"].as_str().expect("words").contains("422.125"));
    for (agency, least) in [("usps", 6), ("ssa", 9)] {
        let all = asked(&["misfit", "--agency", agency]);
        let roads = all.as_array().expect("all roads");
        assert!(roads.len() >= least, "{agency}: {}", roads.len());
        let words = told(&["misfit", "--agency", agency]).to_lowercase();
        for word in ["we deny", "your request is denied", "refuse"] {
            assert!(!words.contains(word), "{agency}: {words}");
        }
    }
    let usps = refused(&["misfit", "--agency", "usps", "--what", "earnings-record"]);
    assert!(usps.contains("no road for a correction of earnings"), "{usps}");
}

#[test]
fn an_exemption_is_offered_only_where_notice_and_rule_claim_it() {
    let of = |system: &str, kind: &str, agency: &str| {
        asked(&["exemptions", "--agency", agency, "--system", system, "--kind", kind])
    };
    let tests = of("USPS 100.600", "access", "usps");
    let offered = |sheet: &Value| -> Vec<String> {
        let all = sheet["exemptions"].as_array().expect("a list").iter();
        all.filter(|one| one["offered"] == true)
            .map(|one| one["statute"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(offered(&tests), ["5 U.S.C. 552a(k)(6)", "5 U.S.C. 552a(d)(5)"]);
    assert_eq!(tests["exemptions"][0]["rule"], "39 CFR 266.8(b)(5)");
    assert!(offered(&of("USPS 100.600", "accounting", "usps")).is_empty());
    let chat = of("60-0383", "access", "ssa");
    assert_eq!(offered(&chat), ["5 U.S.C. 552a(d)(5)"]);
    assert_eq!(chat["exemptions"][0]["counsel_signs"], true);
    let words = told(&["exemptions", "--agency", "ssa", "--system", "60-0383"]);
    assert!(words.contains("claims no exemption") && words.contains("Counsel signs off"), "{words}");
    assert!(told(&["exemptions", "--agency", "usps"]).contains("USPS 700.000"));
    assert!(refused(&["exemptions", "--agency", "usps", "--system", "USPS 999.000"]).contains("--catalog"));
    // The system of another agency is not this one's.
    refused(&["exemptions", "--agency", "usps", "--system", "60-0383"]);
}

#[test]
fn a_rule_without_a_claim_in_the_notice_and_a_claim_without_a_rule_offer_nothing() {
    let notice = |number: &str, exemptions: &str| {
        let mut file = tempfile::Builder::new().suffix(".txt").tempfile().expect("a file");
        let text = format!(
            "POSTAL SERVICE\n\nPrivacy Act of 1974; System of Records\n\nAGENCY: Postal Service.\n\n\
             ACTION: Notice of modified system of records.\n\nSYSTEM NAME AND NUMBER: USPS {number}, Invented Records.\n\n\
             SECURITY CLASSIFICATION: None.\n\nSYSTEM LOCATION: Headquarters.\n\n\
             SYSTEM MANAGER(S): Vice President, Invention, 475 L'Enfant Plaza SW, Washington, DC 20260.\n\n\
             CATEGORIES OF INDIVIDUALS COVERED BY THE SYSTEM: Candidates.\n\n\
             NOTIFICATION PROCEDURE: Write to the Vice President, Invention, with your name.\n\n\
             EXEMPTIONS PROMULGATED FOR THE SYSTEM: {exemptions}\n\nHISTORY: None.\n"
        );
        file.write_all(text.as_bytes()).expect("written");
        file
    };
    let sheet = |number: &str, file: &tempfile::NamedTempFile| {
        asked(&["exemptions", "--agency", "usps", "--system", number, "--catalog", path(file)])
    };
    let silent = notice("100.300", "None.");
    let sheet_of_silent = sheet("USPS 100.300", &silent);
    let of_rule = sheet_of_silent["exemptions"].as_array().expect("a list").iter();
    let tests = of_rule.clone().find(|one| one["statute"] == "5 U.S.C. 552a(k)(6)").expect("the rule's");
    assert_eq!(tests["offered"], false);
    assert!(tests["why"].as_str().expect("why").contains("the notice of the system does not"));
    let bold = notice("940.000", "Pursuant to 5 U.S.C. 552a(k)(2), this system is exempt.");
    let sheet_of_bold = sheet("USPS 940.000", &bold);
    assert!(
        sheet_of_bold["unsupported"].as_str().expect("a sentence").contains("not offered"),
        "{sheet_of_bold}"
    );
}

#[test]
fn extensions_name_who_must_approve_and_what_the_notice_tells() {
    let all = asked(&["extensions", "--agency", "ssa"]);
    assert_eq!(all.as_array().expect("a list").len(), 4);
    let one = asked(&["extensions", "--agency", "ssa", "--clock", "ssa-amendment-review"]);
    assert_eq!(one[0]["by_clock"], "ssa-amendment-review-extension");
    assert!(told(&["extensions", "--agency", "ssa"]).contains("Executive Director"));
    refused(&["extensions", "--agency", "ssa", "--clock", "ssa-delay-notice"]);
}

#[test]
fn the_accounting_rules_of_the_two_agencies_differ_on_consent() {
    let entered =
        |agency| asked(&["accounting", "--agency", agency, "--basis", "consent"])[0]["entered"].clone();
    assert_eq!((entered("usps"), entered("ssa")), (json!(true), json!(false)));
    assert_eq!(asked(&["accounting", "--agency", "usps"]).as_array().expect("all").len(), 7);
    assert!(told(&["accounting", "--agency", "ssa"]).contains("20 CFR 401.80(a)(2)"));
}

#[test]
fn nothing_is_destroyed_on_a_period_that_nobody_checked() {
    let of =
        |kept| asked(&["retention", "--agency", "ssa", "--kept", kept, "--event", "2026-11-02"])[0].clone();
    let accounting = of("accounting");
    assert_eq!((&accounting["years"], &accounting["kept_through"]), (&json!(5), &json!("2031-11-02")));
    let file = of("access-request-file");
    assert_eq!((&file["confirmed"], &file["kept_through"]), (&json!(false), &Value::Null));
    assert!(told(&["retention", "--agency", "ssa"]).contains("nothing is destroyed on it"));
}

#[test]
fn only_what_both_acts_allow_is_withheld() {
    let items = file(&json!([
        { "what": "your scores" },
        { "what": "the instructions", "privacy_act": [{ "cite": "5 U.S.C. 552a(k)(6)", "reason": "It is test material" }] },
        { "what": "the questions", "privacy_act": [{ "cite": "5 U.S.C. 552a(k)(6)", "reason": "It is test material" }],
          "foia": [{ "cite": "5 U.S.C. 552(b)(2)", "reason": "It concerns internal practices" }] },
    ]));
    let sheet = asked(&["worksheet", "--items", path(&items)]);
    let verdicts: Vec<_> =
        sheet.as_array().expect("a list").iter().map(|line| line["verdict"].clone()).collect();
    assert_eq!(verdicts, ["release-privacy-act", "release-foia", "withhold"]);
    assert_eq!(sheet[2]["cites"], json!(["5 U.S.C. 552a(k)(6)", "5 U.S.C. 552(b)(2)"]));
    assert!(told(&["worksheet", "--items", path(&items)]).contains("We withhold the questions."));
    let wrong = file(&json!({ "what": "no list" }));
    refused(&["worksheet", "--items", path(&wrong)]);
}

#[test]
fn every_question_refuses_an_agency_without_a_rulebook() {
    for words in [
        &["clocks"][..],
        &["who-may-act", "--as", "spouse"],
        &["misfit"],
        &["exemptions"],
        &["extensions"],
        &["retention"],
        &["accounting"],
        &["appeal", "--of", "access", "--dated", "2026-01-05"],
        &["fees", "--pages", "3"],
    ] {
        let message = refused(&[words, &["--agency", "atlantis"]].concat());
        assert!(message.contains("atlantis"), "{words:?}: {message}");
    }
}
