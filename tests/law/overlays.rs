//! An office corrects its rulebook without a new program, sees what changes, and is told what is wrong.

use docket::law::{AgencyId, AppealSubject, Law, appeal_right};

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
