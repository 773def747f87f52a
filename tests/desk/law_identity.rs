//! `docket law identity`: what the rule asks, what the notice of a system asks besides, and the facts that change it.

use serde_json::{Value, json};

use super::law_commands::{asked, refused, told};

#[test]
fn the_notice_asks_for_notification_what_no_rule_asks_and_each_entry_is_marked() {
    let base = [
        "identity",
        "--agency",
        "ssa",
        "--channel",
        "mail",
        "--capacity",
        "self",
        "--sensitivity",
        "ordinary",
    ];
    let of = |kind| asked(&[&base[..], &["--kind", kind, "--system", "60-0383"]].concat());
    let notification = of("notification");
    // The rule asks nothing for a bare answer; the notice asks the same proof as for access.
    assert_eq!(notification["required"], false);
    let entries = notification["asked"].as_array().expect("a list");
    assert!(entries.iter().all(|one| one["by"] == "notice"), "{notification}");
    let proof = entries.iter().find(|one| one["id"] == "proof").expect("proof");
    assert_eq!(proof["any_of"], json!(["notarized-statement", "written-certification"]));
    assert_eq!(proof["cite"], "60-0383, FR Doc. 2017-16331");
    assert!(proof["quote"].as_str().expect("a sentence").contains("name, SSN"));
    assert!(entries.iter().any(|one| one["id"] == "particular" && one["words"] == "name"));
    let access = of("access");
    let by_rule: Vec<&Value> =
        access["asked"].as_array().expect("a list").iter().filter(|one| one["by"] == "rule").collect();
    assert_eq!(by_rule.len(), 2);
    assert_eq!(
        (&by_rule[0]["cite"], &by_rule[0]["also_by"]),
        (&json!("20 CFR 401.45(b)(5)"), &json!("60-0383, FR Doc. 2017-16331"))
    );
    let words = told(&[&base[..], &["--kind", "notification", "--system", "60-0383"]].concat());
    assert!(words.contains("asked by the notice only"), "{words}");
    // Without a system the answer is the rule's alone.
    let plain = asked(&[&base[..], &["--kind", "notification"]].concat());
    assert_eq!((&plain["asked"], &plain["system"]), (&json!([]), &Value::Null));
}

#[test]
fn in_person_the_notice_asks_an_identity_document_and_nothing_that_goes_by_mail() {
    let answer = asked(&[
        "identity",
        "--agency",
        "ssa",
        "--kind",
        "notification",
        "--channel",
        "in-person",
        "--capacity",
        "self",
        "--sensitivity",
        "ordinary",
        "--system",
        "60-0383",
    ]);
    let proofs: Vec<&Value> =
        answer["asked"].as_array().expect("a list").iter().filter(|one| one["id"] == "proof").collect();
    assert_eq!(proofs.len(), 1, "{answer}");
    assert_eq!(proofs[0]["any_of"], json!(["tangible-id", "photo-id", "written-certification"]));
}

#[test]
fn the_postal_systems_ask_the_particulars_that_their_notices_name() {
    let of = |system: &str, text: &str| {
        let answer = asked(&[
            "identity",
            "--agency",
            "usps",
            "--kind",
            "access",
            "--channel",
            "mail",
            "--capacity",
            "self",
            "--sensitivity",
            "ordinary",
            "--system",
            system,
            "--text",
            text,
        ]);
        let list = answer["asked"].as_array().expect("a list").clone();
        list.into_iter()
            .filter(|one| one["by"] == "notice")
            .map(|one| one["words"].clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(of("USPS 890.000", "my web meeting"), ["name", "address"]);
    assert_eq!(of("USPS 100.600", "the survey I answered").len(), 4);
    assert!(
        refused(&[
            "identity",
            "--agency",
            "usps",
            "--kind",
            "access",
            "--channel",
            "mail",
            "--capacity",
            "self",
            "--sensitivity",
            "ordinary",
            "--system",
            "60-0383",
        ])
        .contains("--catalog")
    );
}

#[test]
fn the_guardian_of_a_minor_and_of_an_adult_are_told_apart() {
    let of = |relation: &str| {
        asked(&[
            "identity",
            "--agency",
            "ssa",
            "--kind",
            "access",
            "--channel",
            "mail",
            "--capacity",
            "guardian",
            "--sensitivity",
            "medical",
            "--relation",
            relation,
        ])
    };
    let ids = |answer: &Value| -> Vec<String> {
        let list = answer["requirements"].as_array().expect("a list").iter();
        list.map(|one| one["id"].as_str().expect("an id").to_owned()).collect()
    };
    assert!(ids(&of("guardian-of-minor")).contains(&"health-professional".to_owned()));
    assert!(!ids(&of("guardian-of-incompetent-adult")).contains(&"health-professional".to_owned()));
}
