//! An office corrects its rulebook without a new program, sees what changes, and is told what is wrong.

use chrono::NaiveDate;
use docket::law::{AgencyId, AppealSubject, Law, RuleKind, VersionState, appeal_right};
use proptest::prelude::*;

const NEW_COUNSEL: &str = r#"
for = "usps"

[[office]]
key = "general-counsel"
title = "General Counsel"
address = ["U.S. Postal Service", "500 Nonesuch Plaza SW", "Washington, DC 20260-1101"]
cite = "39 CFR 266.6(a)(1), as amended"
effective_from = "2026-12-01"
source = "read by the privacy office on 20 November 2026"
"#;

fn usps() -> AgencyId {
    AgencyId::new("usps")
}

fn street(law: &Law, dated: &str) -> String {
    let right = appeal_right(law, &usps(), AppealSubject::Access, dated.parse().unwrap()).unwrap();
    right.to.address[1].clone()
}

#[test]
fn a_new_address_holds_from_its_day_on_and_the_old_one_before() {
    let (law, changes) = Law::built_in().unwrap().overlaid(&[NEW_COUNSEL]).unwrap();
    assert_eq!(street(&law, "2026-11-30"), "475 L'Enfant Plaza SW");
    assert_eq!(street(&law, "2026-12-01"), "500 Nonesuch Plaza SW");
    let [change] = changes.as_slice() else { panic!("{changes:?}") };
    assert_eq!(
        (change.kind.as_str(), change.rule.as_str(), change.new),
        ("office", "general-counsel", false)
    );
    assert_eq!(change.title, "General Counsel");
    let address = change.fields.iter().find(|field| field.field == "address").unwrap();
    assert!(address.before.contains("475 L'Enfant") && address.after.contains("500 Nonesuch"), "{address:?}");
    assert!(change.fields.iter().all(|field| field.field != "title"), "the title stays: {change:?}");
}

#[test]
fn a_correction_with_an_end_gives_way_to_what_was_before() {
    let for_a_month = NEW_COUNSEL.replace("source =", "effective_to = \"2026-12-31\"\nsource =");
    let (law, _) = Law::built_in().unwrap().overlaid(&[&for_a_month]).unwrap();
    assert_eq!(street(&law, "2026-12-31"), "500 Nonesuch Plaza SW");
    assert_eq!(street(&law, "2027-01-01"), "475 L'Enfant Plaza SW");
}

#[test]
fn a_clock_that_a_rule_shortens_runs_by_the_rule_of_its_first_day() {
    let shorter = r#"
for = "ssa"
[[clock]]
id = "ssa-amendment-acknowledge"
name = "Acknowledge the request for correction"
count = 5
unit = "working"
duty = "agency"
starts = "receipt"
met_by = ["acknowledgement-sent"]
kinds = ["amendment"]
cite = "20 CFR 401.65(c), as amended"
effective_from = "2027-01-04"
source = "read by the privacy office on 20 November 2026"
"#;
    let (law, changes) = Law::built_in().unwrap().overlaid(&[shorter]).unwrap();
    let ssa = AgencyId::new("ssa");
    let due = |from: &str| law.clock(&ssa, "ssa-amendment-acknowledge", from.parse().unwrap()).unwrap().due;
    assert_eq!(due("2027-01-04"), "2027-01-11".parse().unwrap());
    assert_eq!(due("2026-12-14"), "2026-12-29".parse().unwrap());
    let count = changes[0].fields.iter().find(|field| field.field == "count").unwrap();
    assert_eq!((count.before.as_str(), count.after.as_str()), ("10", "5"));
}

#[test]
fn a_road_of_the_office_is_taken_before_the_built_in_ones() {
    let road = r#"
for = "usps"
[[misfit]]
misfit = "earnings-record"
privacy_act_case = false
road = "Send the person to the Social Security Administration."
tell = "Earnings are recorded by the Social Security Administration."
cite = "PRODUCT: our office"
effective_from = "2026-01-01"
source = "our office"
"#;
    let built_in = Law::built_in().unwrap();
    let on = "2026-11-22".parse().unwrap();
    assert!(built_in.misfit(&usps(), docket::law::Misfit::Earnings, on).is_err());
    let (law, changes) = built_in.overlaid(&[road]).unwrap();
    assert!(law.misfit(&usps(), docket::law::Misfit::Earnings, on).is_ok());
    assert!(changes[0].new && changes[0].rule == "earnings-record");
}

#[test]
fn a_faulty_overlay_is_refused_says_why_and_changes_nothing() {
    let law = Law::built_in().unwrap();
    for (right, wrong, says) in [
        ("for = \"usps\"", "for = \"nasa\"", "nasa"),
        ("[[office]]", "[[ofice]]", "ofice"),
        ("cite = \"39 CFR 266.6(a)(1), as amended\"", "cite = \"\"", "cite"),
        ("effective_from = \"2026-12-01\"", "effective_from = \"1 December\"", "effective_from"),
        ("effective_from = \"2026-12-01\"", "effective_from = \"2010-01-01\"", "2017-10-11"),
        ("source =", "effective_to = \"2026-11-01\"\nsource =", "ends before"),
        ("\"500 Nonesuch Plaza SW\"", "\" \"", "postal address"),
        ("source =", "unconfirmed = true\nsource =", ""),
    ] {
        assert!(NEW_COUNSEL.contains(right), "{right}");
        let faulty = NEW_COUNSEL.replacen(right, wrong, 1);
        match law.overlaid(&[&faulty]) {
            Err(error) => assert!(error.to_string().contains(says), "{says}: {error}"),
            // What the office itself has not checked is taken, and then not said.
            Ok((doubted, _)) => {
                assert!(wrong.contains("unconfirmed"), "{wrong} was taken");
                let on = "2026-12-02".parse().unwrap();
                assert!(appeal_right(&doubted, &usps(), AppealSubject::Access, on).is_err());
            }
        }
    }
    assert!(law.overlaid(&["for = \"usps\""]).unwrap_err().to_string().contains("changes nothing"));
    assert_eq!(street(&law, "2026-12-01"), "475 L'Enfant Plaza SW");
}

fn on(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn every_rule_is_listed_with_its_versions_and_says_where_it_comes_from() {
    let (law, _) = Law::built_in().unwrap().overlaid_by(&[("3", NEW_COUNSEL)]).unwrap();
    let rules = law.rules(&usps(), on("2026-12-24")).unwrap();
    let others = law.rules(&AgencyId::new("ssa"), on("2026-12-24")).unwrap();
    // The program comes without closed days: those are the office's own.
    for kind in RuleKind::ALL.iter().filter(|kind| **kind != RuleKind::ClosedDay) {
        let mut every = rules.iter().chain(&others);
        assert!(every.any(|rule| rule.kind == *kind), "no rule of the kind “{kind}”");
    }
    let counsel = rules.iter().find(|rule| rule.rule == "general-counsel").unwrap();
    assert_eq!(
        (counsel.title.as_str(), counsel.kind, counsel.rulebook.as_str()),
        ("General Counsel", RuleKind::Office, "usps")
    );
    let states: Vec<_> = counsel
        .versions
        .iter()
        .map(|version| {
            (
                version.from.to_string(),
                version.to.map(|to| to.to_string()),
                version.state,
                version.correction.as_deref(),
            )
        })
        .collect();
    assert_eq!(
        states,
        [
            ("2026-12-01".into(), None, VersionState::InForce, Some("3")),
            ("2017-10-11".into(), Some("2026-11-30".into()), VersionState::Earlier, None),
            ("1975-09-27".into(), Some("2017-10-10".into()), VersionState::Earlier, None),
        ]
    );
    assert_eq!(counsel.versions[0].source_words, [""; 0], "an office's own words stand for themselves");
    assert_eq!(
        counsel.versions[1].source_words,
        ["C39: 39 CFR part 266, an undated copy made between October 2018 and January 2025"]
    );
    let address = counsel.versions[0].fields.iter().find(|field| field.field == "address").unwrap();
    assert!(address.value.contains("500 Nonesuch Plaza SW"));
    let before = law.rules(&usps(), on("2026-11-30")).unwrap();
    let counsel = before.iter().find(|rule| rule.rule == "general-counsel").unwrap();
    assert_eq!(counsel.versions[0].state, VersionState::Later);
    assert_eq!(counsel.versions[1].state, VersionState::InForce);
}

/// What the window begins a correction with is that rule and nothing else: once its source is filled in, it is taken,
/// and changes nothing but what was filled in.
#[test]
fn a_correction_begun_from_any_version_of_any_rule_changes_only_its_source() {
    let law = Law::built_in().unwrap();
    let today = on("2026-11-22");
    let mut tried = 0;
    for agency in ["usps", "ssa"] {
        let rules = law.rules(&AgencyId::new(agency), today).unwrap();
        let names: std::collections::BTreeSet<_> =
            rules.iter().map(|rule| (&rule.rulebook, rule.kind, &rule.rule)).collect();
        assert_eq!(
            names.len(),
            rules.len(),
            "two rules have one name, and the window could not tell them apart"
        );
        for rule in rules {
            for version in &rule.versions {
                assert!(
                    law.overlaid(&[&version.draft]).is_err(),
                    "a source is asked for:\n{}",
                    version.draft
                );
                let draft = version.draft.replace("source = \"\"", "source = \"our office\"");
                let (_, changes) = law.overlaid(&[&draft]).unwrap_or_else(|error| panic!("{error}\n{draft}"));
                let [change] = changes.as_slice() else { panic!("{changes:?}") };
                let fields: Vec<&str> = change
                    .fields
                    .iter()
                    .map(|field| field.field.as_str())
                    .filter(|field| *field != "from_unconfirmed")
                    .collect();
                assert_eq!(fields, ["source"], "{draft}\n{change:?}");
                assert_eq!((change.new, &change.rule), (false, &rule.rule));
                tried += 1;
            }
        }
    }
    assert!(tried > 200, "only {tried} versions were tried");
}

#[test]
fn a_refusal_names_the_line_and_ends_in_a_full_stop() {
    let law = Law::built_in().unwrap();
    for (text, says) in [
        ("", "for = "),
        ("for = \"usps\"\n[[office]]\nkey = 7\n", "line 3, “key = 7”: "),
        (
            "for = \"usps\"\n[agency]\nid = \"x\"\nname = \"x\"\nfull_name = \"x\"\nregulation = \"x\"\nprivacy_office = \"x\"\nletter_office = \"x\"\n",
            "[agency]",
        ),
        (&format!("for = \"usps\" # {}", "x".repeat(300_000)), "bytes"),
        (&NEW_COUNSEL.replace("[[office]]", "[[clock]]"), "line 7, “address"),
    ] {
        let error = law.overlaid(&[text]).unwrap_err().to_string();
        assert!(
            error.contains(says) && error.contains("nothing was changed") && error.ends_with('.'),
            "{error}"
        );
    }
    let book = NEW_COUNSEL.replace("for = \"usps\"", "for = \"federal\"");
    assert!(
        law.overlaid(&[&book]).is_ok(),
        "an office of the federal rulebook is one that no agency writes to"
    );
}

/// Pieces of rulebooks in any order, some of them broken.
fn piece() -> impl Strategy<Value = String> {
    let days = prop_oneof![
        Just("2026-12-01"),
        Just("0001-01-01"),
        Just("+262142-12-31"),
        Just("-262143-01-01"),
        Just("2017-10-11"),
        Just("1900-02-29"),
        Just("9999-12-31")
    ];
    let known = proptest::sample::select(vec![
        "[[office]]\nkey = \"privacy\"\ntitle = \"T\"\naddress = [\"A\"]",
        "[[holiday]]\nname = \"Day\"\nmonth = 2\nday = 29",
        "[[holiday]]\nname = \"Day\"\nmonth = 13\nday = 99",
        "[[clock]]\nid = \"usps-acknowledge\"\nname = \"N\"\ncount = 4000000000\nunit = \"working\"\nduty = \"agency\"\nstarts = \"receipt\"\nkinds = [\"access\"]",
        "[[clock]]\nid = \"usps-acknowledge\"\nname = \"N\"\ncount = 3660\nunit = \"working\"\nduty = \"agency\"\nstarts = \"receipt\"\nkinds = [\"access\"]",
        "[[cure]]\ndays = 4294967295",
        "[[suit]]\nyears = 4294967295",
        "[[retention]]\nkept = \"consent\"\nyears = 4294967295\nafter = \"x\"",
        "[[fee]]\ncents_per_page = 1",
        "[agency]\nid = \"usps\"",
    ]);
    let head = prop_oneof![
        4 => known.prop_map(str::to_owned),
        1 => "\\[\\[?[a-z_]{0,9}\\]?\\]?",
        1 => "[a-z]{1,6} = [\\[{\"0-9a-z]{0,6}",
    ];
    (head, days.clone(), proptest::option::of(days), any::<bool>()).prop_map(|(head, from, to, doubted)| {
        let to = to.map(|to| format!("effective_to = \"{to}\"\n")).unwrap_or_default();
        let doubted = if doubted { "unconfirmed = true\n" } else { "" };
        format!("{head}\ncite = \"c\"\nsource = \"s\"\neffective_from = \"{from}\"\n{to}{doubted}")
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_the_law_panic(text in "\\PC{0,200}") {
        let _ = Law::built_in().unwrap().changes_of(&text);
    }

    #[test]
    fn no_rulebook_out_of_joint_makes_the_law_panic(
        whose in prop_oneof![Just("usps"), Just("ssa"), Just("federal"), Just("nasa")],
        pieces in proptest::collection::vec(piece(), 0..4),
    ) {
        let law = Law::built_in().unwrap();
        let text = format!("for = \"{whose}\"\n{}", pieces.join("\n"));
        if let Ok((law, changes)) = law.overlaid(&[&text]) {
            prop_assert!(!changes.is_empty());
            // What was taken can be asked and shown on any day without a panic.
            for day in ["0001-01-01", "2026-12-02", "+262142-12-31"] {
                let _ = law.rules(&usps(), on(day));
                let _ = law.clock(&usps(), "usps-acknowledge", on(day));
                let _ = law.suit_by(on(day));
                let _ = law.retention(&usps(), docket::law::Kept::Consent, on(day)).map(|kept| kept.kept_through(on(day)));
            }
        }
    }
}

/// Brackets without end are refused by the reader of TOML, not by the end of the stack.
#[test]
fn brackets_without_end_are_refused() {
    let law = Law::built_in().unwrap();
    for open in ["[", "{a=", "a."] {
        let text = format!("for = \"usps\"\nx = {}", open.repeat(50_000));
        assert!(law.overlaid(&[&text]).is_err());
    }
}
