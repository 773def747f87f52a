//! The law as cases that a lawyer can read: every `tests/law/*.toml` is a list of facts and what must follow.

#[path = "law/calendar_table.rs"]
mod calendar_table;
#[path = "law/cases.rs"]
mod cases;
#[path = "law/closed_days.rs"]
mod closed_days;
#[path = "law/coverage.rs"]
mod coverage;
#[path = "law/overlays.rs"]
mod overlays;
#[path = "law/paragraphs.rs"]
mod paragraphs;
#[path = "law/properties.rs"]
mod properties;
#[path = "law/roads.rs"]
mod roads;
#[path = "law/third_agency.rs"]
mod third_agency;
#[path = "law/timelines.rs"]
mod timelines;

use std::{fs, path::Path};

use chrono::NaiveDate;
use docket::law::{AgencyId, Capacity, Channel, IdentityFacts, IdentityQuestion, Kind, Law, Sensitivity};
use serde::Deserialize;

/// The day on which a case is judged where it names none.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

/// The cases of one file.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct Cases {
    due: Vec<cases::DueCase>,
    identity: Vec<cases::IdentityCase>,
    fee: Vec<cases::FeeCase>,
    appeal: Vec<cases::AppealCase>,
    receipt: Vec<cases::ReceiptCase>,
    misfit: Vec<roads::MisfitCase>,
    standing: Vec<roads::StandingCase>,
    exemption: Vec<roads::ExemptionCase>,
    extension: Vec<roads::ExtensionCase>,
    suit: Vec<roads::SuitCase>,
    accounting: Vec<roads::AccountingCase>,
    retention: Vec<roads::RetentionCase>,
}

impl Cases {
    /// Checks every case, and gives their names.
    fn check(&self, law: &Law) -> Vec<&str> {
        let mut names = Vec::new();
        self.due.iter().for_each(|case| {
            case.check(law);
            names.push(case.name.as_str());
        });
        self.identity.iter().for_each(|case| {
            case.check(law);
            names.push(case.name.as_str());
        });
        self.fee.iter().for_each(|case| {
            case.check(law);
            names.push(case.name.as_str());
        });
        self.appeal.iter().for_each(|case| {
            case.check(law);
            names.push(case.name.as_str());
        });
        self.receipt.iter().for_each(|case| {
            case.check(law);
            names.push(case.name.as_str());
        });
        self.misfit.iter().for_each(|case| {
            case.check(law);
            names.push(case.name.as_str());
        });
        self.standing.iter().for_each(|case| {
            case.check(law);
            names.push(case.name.as_str());
        });
        self.exemption.iter().for_each(|case| {
            case.check(law);
            names.push(case.name.as_str());
        });
        self.extension.iter().for_each(|case| {
            case.check(law);
            names.push(case.name.as_str());
        });
        self.suit.iter().for_each(|case| {
            case.check(law);
            names.push(case.name.as_str());
        });
        self.accounting.iter().for_each(|case| {
            case.check(law);
            names.push(case.name.as_str());
        });
        self.retention.iter().for_each(|case| {
            case.check(law);
            names.push(case.name.as_str());
        });
        names
    }
}

fn files() -> Vec<(String, Cases)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/law");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|kind| kind == "toml"));
    files.sort();
    files
        .into_iter()
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let cases = toml::from_str(&fs::read_to_string(&path).unwrap())
                .unwrap_or_else(|error| panic!("{name}: {error}"));
            (name, cases)
        })
        .collect()
}

#[test]
fn every_case_of_the_files_comes_out_as_it_says() {
    let law = Law::built_in().unwrap();
    let checked: usize = files().iter().map(|(_, file)| file.check(&law).len()).sum();
    assert!(checked >= 120, "only {checked} cases were read");
}

#[test]
fn every_row_of_the_decision_table_has_a_case() {
    let law = Law::built_in().unwrap();
    let files = files();
    let names: Vec<&str> = files.iter().flat_map(|(_, file)| file.check(&law)).collect();
    for row in 1..=39 {
        let of_row = |name: &&str| {
            let words: Vec<&str> = name.split(|c: char| !c.is_alphanumeric()).collect();
            words.first().is_some_and(|first| first.starts_with("row")) && {
                let numbers = words.iter().skip(1).map_while(|word| match *word {
                    "and" => Some(0),
                    number => number.parse().ok(),
                });
                numbers.into_iter().any(|number: u32| number == row)
            }
        };
        assert!(names.iter().any(of_row), "row {row} of the decision table has no case");
    }
}

#[test]
fn every_question_of_identity_has_an_answer_with_a_reason() {
    let law = Law::built_in().unwrap();
    let on = "2026-11-22".parse().unwrap();
    for book in law.agencies() {
        for (kind, channel, capacity, sensitivity, personally_known) in combinations() {
            let question = IdentityQuestion {
                agency: book.id().clone(),
                kind,
                channel,
                capacity,
                sensitivity,
                personally_known,
                facts: IdentityFacts::default(),
            };
            let answer = law.identity(&question, on).unwrap_or_else(|e| panic!("{question:?}: {e}"));
            assert!(answer.why.ends_with('.') && !answer.cites.is_empty(), "{question:?}");
            assert_eq!(answer.required, !answer.requirements.is_empty(), "{question:?}");
            assert!(answer.channel_accepted || !answer.required, "{question:?}");
            for requirement in &answer.requirements {
                assert!(!requirement.any_of.is_empty() && requirement.words.ends_with('.'), "{question:?}");
                assert!(answer.cites.contains(&requirement.cite), "{question:?}");
            }
        }
    }

    fn combinations() -> impl Iterator<Item = (Kind, Channel, Capacity, Sensitivity, bool)> {
        Kind::ALL.iter().flat_map(|kind| {
            Channel::ALL.iter().flat_map(move |channel| {
                Capacity::ALL.iter().flat_map(move |capacity| {
                    Sensitivity::ALL.iter().flat_map(move |sensitivity| {
                        [false, true].map(|known| (*kind, *channel, *capacity, *sensitivity, known))
                    })
                })
            })
        })
    }
}

#[test]
fn a_request_by_mail_to_ssa_is_answered_as_the_contract_of_the_command_line_shows() {
    let question = IdentityQuestion {
        agency: AgencyId::new("ssa"),
        kind: Kind::Access,
        channel: Channel::Mail,
        capacity: Capacity::OneSelf,
        sensitivity: Sensitivity::Ordinary,
        personally_known: false,
        facts: IdentityFacts::default(),
    };
    let answer = Law::built_in().unwrap().identity(&question, "2026-11-05".parse().unwrap()).unwrap();
    let json = serde_json::to_value(&answer).unwrap();
    assert_eq!(json["channel_accepted"], true);
    assert_eq!(json["requirements"][0]["id"], "identity");
    assert_eq!(
        json["requirements"][0]["any_of"],
        serde_json::json!(["notarized-statement", "written-certification"])
    );
    assert_eq!(json["requirements"][1]["id"], "false-pretenses");
    assert_eq!(json["requirements"][1]["any_of"], serde_json::json!(["false-pretenses-statement"]));
    assert_eq!(json["requirements"][1]["cite"], "20 CFR 401.45(b)(5)");
    assert_eq!(json["requirements"].as_array().unwrap().len(), 2);
    assert_eq!(json["cites"], serde_json::json!(["20 CFR 401.45(b)(5)"]));
}

#[test]
fn the_steps_of_casework_have_their_paragraphs() {
    let law = Law::built_in().unwrap();
    let cite = |agency: &str, step: &str, kind: Kind| {
        law.rulebook(&AgencyId::new(agency)).unwrap().step_cite(step, kind, today()).map(str::to_owned)
    };
    for (agency, step, kind, expected) in [
        ("usps", "decide", Kind::Notification, "39 CFR 266.5(c)"),
        ("usps", "write-letter:amended", Kind::Amendment, "39 CFR 266.5(d)(1)"),
        ("usps", "verify-identity", Kind::Access, "39 CFR 266.5(b)(2)"),
        ("ssa", "decide", Kind::Access, "20 CFR 401.50(a)"),
        ("ssa", "record-recipients-told", Kind::Amendment, "20 CFR 401.65(d)"),
        ("ssa", "write-letter:delay", Kind::Access, "20 CFR 401.50(b)"),
    ] {
        assert_eq!(cite(agency, step, kind).as_deref(), Some(expected), "{agency} {step}");
    }
    // No rule asks SSA to acknowledge a request for access, nor anyone to close a case.
    assert_eq!(cite("ssa", "write-letter:acknowledgement", Kind::Access), None);
    assert_eq!(cite("usps", "close", Kind::Access), None);
}

#[test]
fn the_offices_stand_as_the_rule_names_them() {
    let law = Law::built_in().unwrap();
    let usps = law.rulebook(&AgencyId::new("usps")).unwrap();
    assert_eq!(usps.privacy_office().title, "Privacy and Records Management Office");
    assert_eq!(usps.letter_office_on(today()).unwrap(), usps.letter_office());
    assert!(usps.help_office_on(today()).unwrap().contains("20260-1101"));
    assert_eq!(usps.office("inspector-general", today()).unwrap().address[1], "1735 North Lynn Street");
    let ssa = law.rulebook(&AgencyId::new("ssa")).unwrap();
    assert!(ssa.privacy_office().address.contains(&"6401 Security Boulevard".to_owned()));
    assert_eq!(usps.cure_days(), (30, "PRODUCT: part 266 sets no time".to_owned()));
}

#[test]
fn what_is_never_charged_is_named() {
    let law = Law::built_in().unwrap();
    let free = law.never_charged(&AgencyId::new("ssa"), today()).unwrap();
    assert!(free.iter().any(|what| what.contains("searching")), "{free:?}");
    assert!(free.iter().any(|what| what.contains("representative")), "{free:?}");
}

#[test]
fn the_reply_to_a_parent_is_the_prescribed_one_and_tells_nothing() {
    let law = Law::built_in().unwrap();
    let ssa = AgencyId::new("ssa");
    let reply = law.wording(&ssa, "minor-medical-reply", today()).unwrap();
    assert!(reply.nothing_more && reply.cite == "20 CFR 401.55(c)(2)(iii)");
    let words = reply.for_name("Thị Nguyễn");
    assert!(words.contains("access to Thị Nguyễn's medical records"), "{words}");
    assert!(words.contains("if any medical record was found"), "{words}");
    // A declaration is the statute's and open to both agencies; the reply is SSA's alone.
    let usps = AgencyId::new("usps");
    let outside = law.wording(&usps, "declaration-outside", today()).unwrap();
    assert!(outside.text.contains("under the laws of the United States of America"));
    assert!(law.wording(&usps, "minor-medical-reply", today()).is_err());
}
