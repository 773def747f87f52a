//! Words that point to a road of their own are offered with it, and what is near to them is left alone.

use docket::casework::misfits;
use docket::law::{AgencyId, Kind, Law, Misfit};
use serde::Deserialize;

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    agency: AgencyId,
    kind: Kind,
    text: String,
    finds: Vec<Misfit>,
    found: Option<String>,
}

#[test]
fn the_words_of_a_request_point_to_the_road_that_they_mean_and_to_no_other() {
    let law = Law::built_in().expect("the law");
    let cases: Cases = toml::from_str(include_str!("misfits.toml")).expect("the cases");
    let on = "2026-11-20".parse().expect("a day");
    for case in &cases.case {
        let offers = misfits(&case.text, &[case.kind], &law, &case.agency, on).expect("a rulebook");
        let found: Vec<Misfit> = offers.iter().map(|offer| offer.road.misfit).collect();
        assert_eq!(found, case.finds, "{}", case.text);
        if let Some(words) = &case.found {
            assert_eq!(&offers[0].found, words, "{}", case.text);
        }
        for offer in &offers {
            assert!(case.text.contains(&offer.found), "“{}” is not in: {}", offer.found, case.text);
            let tell = offer.road.tell.to_lowercase();
            assert!(!tell.contains("deny") && !tell.contains("denied") && !tell.contains("refuse"), "{tell}");
            assert!(!offer.road.cite.is_empty() && offer.road.road.ends_with('.'));
        }
    }
    for misfit in Misfit::ALL {
        assert!(cases.case.iter().any(|case| case.finds.contains(misfit)), "no hit for {misfit}");
    }
    assert!(cases.case.iter().filter(|case| case.finds.is_empty()).count() >= 10, "too few near misses");
}

#[test]
fn the_requests_of_the_practice_desk_point_to_no_road_but_their_own() {
    let law = Law::built_in().expect("the law");
    let on = "2026-11-20".parse().expect("a day");
    let text = include_str!("../../src/desk/practice/cases.toml");
    let cases: toml::Table = toml::from_str(text).expect("the practice cases");
    let mut checked = 0;
    for (_, list) in &cases {
        for case in list.as_array().into_iter().flatten() {
            let (Some(text), Some(agency)) = (
                case.get("intake").and_then(|intake| intake.get("text")),
                case.get("intake").and_then(|intake| intake.get("agency")),
            ) else {
                continue;
            };
            let agency = AgencyId::new(agency.as_str().expect("an agency"));
            let offers =
                misfits(text.as_str().expect("words"), &[Kind::Access, Kind::Amendment], &law, &agency, on);
            assert!(offers.expect("a rulebook").is_empty(), "{text}");
            checked += 1;
        }
    }
    assert!(checked > 3, "only {checked} cases were read");
}
