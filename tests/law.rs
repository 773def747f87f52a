//! The law as cases that a lawyer can read: every `tests/law/*.toml` is a list of facts and what must follow.

#[path = "law/calendar_table.rs"]
mod calendar_table;
#[path = "law/properties.rs"]
mod properties;

use std::{fs, path::Path};

use chrono::NaiveDate;
use docket::law::{
    AgencyId, AppealSubject, Capacity, Channel, Evidence, IdentityQuestion, Kind, Law, Sensitivity, Trigger,
    Unit, appeal_right,
};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    #[serde(default)]
    due: Vec<DueCase>,
    #[serde(default)]
    identity: Vec<IdentityCase>,
    #[serde(default)]
    fee: Vec<FeeCase>,
    #[serde(default)]
    appeal: Vec<AppealCase>,
    #[serde(default)]
    receipt: Vec<ReceiptCase>,
}

/// The day on which a case is judged where it names none.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DueCase {
    name: String,
    agency: AgencyId,
    clock: String,
    from: NaiveDate,
    expect: DueExpected,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DueExpected {
    due: NaiveDate,
    due_strict: Option<NaiveDate>,
    send_by: Option<NaiveDate>,
    accept_through: Option<NaiveDate>,
    cite: Option<String>,
    days: Option<usize>,
    skipped: Option<Vec<String>>,
}

impl DueCase {
    fn check(&self, law: &Law) {
        let Self { name, expect, .. } = self;
        let clock = law
            .clock(&self.agency, &self.clock, self.from)
            .unwrap_or_else(|e| panic!("{name}: {e}"));
        assert_eq!(clock.due, expect.due, "{name}");
        if let Some(strict) = expect.due_strict {
            assert_eq!(clock.due_strict, strict, "{name}: strict");
        }
        if let Some(send_by) = expect.send_by {
            assert_eq!(clock.send_by, send_by, "{name}: send by");
        }
        if expect.accept_through.is_some() {
            assert_eq!(
                clock.accept_through, expect.accept_through,
                "{name}: accept through"
            );
        }
        if let Some(cite) = &expect.cite {
            assert_eq!(&clock.cite, cite, "{name}: cite");
        }
        if let Some(days) = expect.days {
            assert_eq!(clock.days.len(), days, "{name}: length of the working");
        }
        if let Some(skipped) = &expect.skipped {
            let found: Vec<String> = clock
                .days
                .iter()
                .filter(|day| day.counted.is_none())
                .map(|day| format!("{} {}", day.date, day.why))
                .collect();
            assert_eq!(&found, skipped, "{name}: days not counted");
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IdentityCase {
    name: String,
    given: IdentityGiven,
    #[serde(default = "accepted")]
    channel_accepted: bool,
    asks: Vec<Asked>,
    cite: Option<String>,
}

fn accepted() -> bool {
    true
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IdentityGiven {
    agency: AgencyId,
    kind: Kind,
    channel: Channel,
    capacity: Capacity,
    sensitivity: Sensitivity,
    #[serde(default)]
    personally_known: bool,
}

#[derive(Deserialize, Debug, PartialEq)]
#[serde(deny_unknown_fields)]
struct Asked {
    id: String,
    any_of: Vec<Evidence>,
}

impl IdentityCase {
    fn check(&self, law: &Law) {
        let Self { name, given, .. } = self;
        let question = IdentityQuestion {
            agency: given.agency.clone(),
            kind: given.kind,
            channel: given.channel,
            capacity: given.capacity,
            sensitivity: given.sensitivity,
            personally_known: given.personally_known,
        };
        let answer = law
            .identity(&question, today())
            .unwrap_or_else(|e| panic!("{name}: {e}"));
        assert_eq!(
            answer.channel_accepted, self.channel_accepted,
            "{name}: the channel"
        );
        let asked: Vec<Asked> = answer
            .requirements
            .iter()
            .map(|requirement| Asked {
                id: requirement.id.clone(),
                any_of: requirement.any_of.clone(),
            })
            .collect();
        assert_eq!(asked, self.asks, "{name}: what is asked");
        if let Some(cite) = &self.cite {
            assert!(
                answer.cites.contains(cite),
                "{name}: {cite} is not among {:?}",
                answer.cites
            );
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FeeCase {
    name: String,
    agency: AgencyId,
    pages: u32,
    #[serde(default)]
    duplicate: bool,
    cents: u32,
    free_pages: u32,
    basis: String,
    cite: String,
}

impl FeeCase {
    fn check(&self, law: &Law) {
        let fee = law
            .fee(&self.agency, self.pages, self.duplicate, today())
            .unwrap();
        assert_eq!(
            (fee.cents, fee.free_pages),
            (self.cents, self.free_pages),
            "{}",
            self.name
        );
        assert_eq!(
            (&fee.basis, &fee.cite),
            (&self.basis, &self.cite),
            "{}",
            self.name
        );
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AppealCase {
    name: String,
    agency: AgencyId,
    of: AppealSubject,
    dated: NaiveDate,
    right: String,
    to: String,
    within: Option<u32>,
    unit: Option<Unit>,
    statement_in_lieu: bool,
    cite: String,
}

impl AppealCase {
    fn check(&self, law: &Law) {
        let right = appeal_right(law, &self.agency, self.of, self.dated).unwrap();
        let found = (
            right.name,
            right.to.title,
            right.within,
            right.unit,
            right.statement_in_lieu,
        );
        let expected = (
            self.right.clone(),
            self.to.clone(),
            self.within,
            self.unit,
            self.statement_in_lieu,
        );
        assert_eq!(found, expected, "{}", self.name);
        assert!(
            right.cites.contains(&self.cite),
            "{}: {:?}",
            self.name,
            right.cites
        );
    }
}

/// Which clocks the receipt of a request starts.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReceiptCase {
    name: String,
    agency: AgencyId,
    kind: Kind,
    clocks: Vec<String>,
}

impl ReceiptCase {
    fn check(&self, law: &Law) {
        let rules = law.clock_rules(&self.agency, today()).unwrap();
        let started: Vec<_> = rules
            .into_iter()
            .filter(|rule| rule.starts == Trigger::Receipt && rule.kinds.contains(&self.kind))
            .map(|rule| rule.id)
            .collect();
        assert_eq!(started, self.clocks, "{}", self.name);
    }
}

fn cases() -> Vec<(String, Cases)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/law");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
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
    let mut checked = 0;
    for (_, file) in cases() {
        checked +=
            file.due.len() + file.identity.len() + file.fee.len() + file.appeal.len() + file.receipt.len();
        file.due.iter().for_each(|case| case.check(&law));
        file.identity.iter().for_each(|case| case.check(&law));
        file.fee.iter().for_each(|case| case.check(&law));
        file.appeal.iter().for_each(|case| case.check(&law));
        file.receipt.iter().for_each(|case| case.check(&law));
    }
    assert!(checked >= 90, "only {checked} cases were read");
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
            };
            let answer = law
                .identity(&question, on)
                .unwrap_or_else(|e| panic!("{question:?}: {e}"));
            assert!(
                answer.why.ends_with('.') && !answer.cites.is_empty(),
                "{question:?}"
            );
            assert_eq!(answer.required, !answer.requirements.is_empty(), "{question:?}");
            assert!(answer.channel_accepted || !answer.required, "{question:?}");
            for requirement in &answer.requirements {
                assert!(
                    !requirement.any_of.is_empty() && requirement.words.ends_with('.'),
                    "{question:?}"
                );
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
    };
    let answer = Law::built_in()
        .unwrap()
        .identity(&question, "2026-11-05".parse().unwrap())
        .unwrap();
    let json = serde_json::to_value(&answer).unwrap();
    assert_eq!(json["channel_accepted"], true);
    assert_eq!(json["requirements"][0]["id"], "identity");
    assert_eq!(
        json["requirements"][0]["any_of"],
        serde_json::json!(["notarized-statement", "written-certification"])
    );
    assert_eq!(json["requirements"][1]["id"], "false-pretenses");
    assert_eq!(
        json["requirements"][1]["any_of"],
        serde_json::json!(["false-pretenses-statement"])
    );
    assert_eq!(json["requirements"][1]["cite"], "20 CFR 401.45(b)(5)");
    assert_eq!(json["requirements"].as_array().unwrap().len(), 2);
    assert_eq!(json["cites"], serde_json::json!(["20 CFR 401.45(b)(5)"]));
}
