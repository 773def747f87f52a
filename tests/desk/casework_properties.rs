//! Whatever staff do, in whatever order: the fold never fails, no clock is lost, and until the case is closed the
//! program always says what comes next.

use std::sync::LazyLock;

use chrono::{Days, NaiveDate};
use docket::casework::{
    self, Case, Command, FrozenLetter, Ground, Intake, ItemGiven, Outcome, PartDecided, PersonGiven,
    Recorded, State,
};
use docket::law::{AgencyId, Capacity, Channel, Evidence, Kind, Law, Sensitivity};
use docket::letters::LetterKind;
use docket::notices::Catalogue;
use proptest::prelude::*;

static BOOKS: LazyLock<(Law, Catalogue)> =
    LazyLock::new(|| (Law::built_in().expect("the law"), Catalogue::built_in().expect("the catalogue")));

/// What staff may try next.
#[derive(Debug, Clone)]
enum Try {
    Do(Command),
    Issue(LetterKind),
    PostNewest,
    EmailNewest,
    Wait(u8),
}

fn evidence() -> impl Strategy<Value = Evidence> {
    proptest::sample::select(Evidence::ALL)
}

fn outcome() -> impl Strategy<Value = Outcome> {
    proptest::sample::select(Outcome::ALL)
}

fn tries() -> impl Strategy<Value = Try> {
    let office = proptest::sample::select(vec![
        ("USPS 890.000", "Sales and Customer Relations"),
        ("60-0383", "Nobody's office"),
        ("USPS 100.600", "Vice President, Employee Resource Management"),
    ]);
    prop_oneof![
        4 => evidence().prop_map(|evidence| Try::Do(Command::RecordEvidence { evidence, note: String::new(), requirement: None, paper: None })),
        4 => Just(Try::Do(Command::VerifyIdentity { note: String::new() })),
        4 => office.prop_map(|(system, office)| Try::Do(Command::Route { system: system.into(), office: office.into(), address: String::new(), reason: String::new() })),
        4 => Just(Try::Do(Command::SendToOffice { answer_by: day("2027-12-31") })),
        4 => (0_usize..3).prop_map(|count| Try::Do(Command::RecordSearch {
            by: "Dana Whitlock, IT Specialist".into(),
            where_searched: "the files".into(),
            how: "by name".into(),
            on: day("2026-06-20"),
            items: (0..count).map(|_| ItemGiven { what: "the note".into(), pages: 2, concerns_others: false, medical: false }).collect(),
            not_searched: String::new(),
        })),
        4 => proptest::collection::vec(outcome(), 0..3).prop_map(|outcomes| Try::Do(Command::Decide {
            parts: (1..).zip(outcomes).map(|(item, outcome)| PartDecided { item, outcome, words: "so it is".into(), exemption: None, reveals_source: false, others: String::new() }).collect(),
            official: "Jordan Pryce".into(),
            title: "Manager".into(),
        })),
        1 => Just(Try::Do(Command::RecordDelay { reason: "the records are far away".into(), expected: day("2028-01-31") })),
        1 => Just(Try::Do(Command::Withdraw { note: "by telephone".into() })),
        2 => Just(Try::Do(Command::Close { note: String::new() })),
        1 => Just(Try::Do(Command::AddNote { text: "a note".into() })),
        1 => Just(Try::Do(Command::RecordRecipientsTold { on: day("2026-06-20"), how: "nobody".into() })),
        6 => proptest::sample::select(LetterKind::ALL).prop_map(Try::Issue),
        4 => Just(Try::PostNewest),
        1 => Just(Try::EmailNewest),
        2 => (1_u8..30).prop_map(Try::Wait),
    ]
}

fn intake() -> impl Strategy<Value = Intake> {
    let kinds = proptest::sample::select(vec![Kind::Notification, Kind::Access, Kind::Amendment]);
    let agency = proptest::sample::select(vec!["usps", "ssa"]);
    let capacity = proptest::sample::select(Capacity::ALL);
    let sensitivity = proptest::sample::select(Sensitivity::ALL);
    let channel = proptest::sample::select(Channel::ALL);
    let known = any::<bool>();
    (kinds, agency, capacity, sensitivity, channel, known).prop_map(
        |(kind, agency, capacity, sensitivity, channel, personally_known)| {
            let person = |name: &str| PersonGiven {
                name: name.into(),
                address: vec!["1 Nowhere".into()],
                email: None,
            };
            Intake {
                agency: AgencyId::new(agency),
                kinds: vec![kind],
                received: day("2026-06-10"),
                channel,
                capacity,
                sensitivity,
                requester: person("Aslı Şahin"),
                subject: Some(person("Tomáš Dvořák")),
                text: "my records as a customer of your sales office".into(),
                particulars: Default::default(),
                evidence: Vec::new(),
                personally_known,
                facts: Default::default(),
                dated: None,
                postmarked: None,
                first_office: None,
                reached_office: None,
                representative: None,
                also: Vec::new(),
            }
        },
    )
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// A case while staff work on it, with everything recorded so far.
struct Work<'a> {
    law: &'a Law,
    catalogue: &'a Catalogue,
    today: NaiveDate,
    events: Vec<Recorded>,
}

impl Work<'_> {
    fn ground(&self) -> Ground<'_> {
        Ground { law: self.law, catalogue: self.catalogue, today: self.today }
    }

    fn case(&self) -> Case {
        Case::fold(&self.events).expect("what was recorded folds")
    }

    fn record(&mut self, events: Vec<casework::Event>) {
        for event in events {
            let version = self.events.len() as u32 + 1;
            let at = self.today.and_time(chrono::NaiveTime::MIN).and_utc();
            self.events.push(Recorded { version, at, on: self.today, by: "Robin Blake".into(), event });
        }
    }

    fn attempt(&mut self, attempt: Try) {
        let case = self.case();
        let decided = match attempt {
            Try::Wait(days) => {
                self.today = self.today + Days::new(u64::from(days));
                return;
            }
            Try::Do(command) => casework::decide(&case, &command, &self.ground()),
            Try::Issue(kind) => {
                let letter = FrozenLetter {
                    letter: format!("letter-{}", case.version),
                    kind,
                    dated: self.today,
                    sha256: "0".repeat(64),
                    bytes: 1,
                    clauses_version: "test".into(),
                };
                casework::issue(&case, &letter, &self.ground())
            }
            Try::PostNewest => {
                let Some(letter) = case.letters.last() else { return };
                let posted = Command::RecordPosted {
                    letter: letter.letter.clone(),
                    on: self.today,
                    proof: String::new(),
                };
                casework::decide(&case, &posted, &self.ground())
            }
            Try::EmailNewest => {
                let Some(letter) = case.letters.last() else { return };
                Ok(casework::emailed(&letter.letter, "a message"))
            }
        };
        match decided {
            Ok(events) => self.record(events),
            Err(refusal) => assert!(refusal.message.ends_with('.'), "no sentence: {}", refusal.message),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn no_order_of_work_breaks_a_case(intake in intake(), attempts in proptest::collection::vec(tries(), 0..40)) {
        let (law, catalogue) = &*BOOKS;
        let mut work = Work { law, catalogue, today: day("2026-06-20"), events: Vec::new() };
        let Ok(opened) = casework::open("TEST-2026-00001".into(), &intake, &work.ground()) else { return Ok(()) };
        work.record(opened);
        let mut running = casework::clocks(&work.case(), &work.ground()).expect("clocks").len();
        for attempt in attempts {
            let before = work.case();
            work.attempt(attempt);
            let case = work.case();
            let state = case.state(&work.ground()).expect("a state");

            let clocks = casework::clocks(&case, &work.ground()).expect("clocks").len();
            prop_assert!(clocks >= running, "a clock was lost");
            running = clocks;

            let next = casework::next_steps(&case, &work.ground()).expect("next steps");
            prop_assert_eq!(next.is_empty(), state == State::Closed, "next steps at {:?}: {:?}", state, next);

            // No rule is bypassed: the records are not touched before identity is settled, nothing is decided
            // before the search, and nothing is answered before it is decided.
            if case.sent.is_some() || case.search.is_some() {
                prop_assert!(case.identity_settled(&work.ground()).expect("identity"));
            }
            prop_assert!(case.determination.is_none() || case.search.is_some());
            prop_assert!(case.decision_letter_issued().is_none() || case.determination.is_some());
            prop_assert!(case.version >= before.version);
        }
    }
}
