//! Whatever staff do, in whatever order, whoever does it: the fold never fails, no clock is lost, no rule is bypassed, and until
//! the case is closed the program always says what comes next.
//!
//! `DOCKET_SEQUENCES=100000` runs as many random sequences of commands; without it there are a thousand.

use std::sync::LazyLock;

use chrono::{Days, NaiveDate, TimeDelta};
use docket::casework::{
    self, AccountingEntry, Actor, AppealOutcome, Case, Command, FrozenLetter, Ground, Intake, ItemGiven,
    ItemWeighed, LetterAbout, MedicalFinding, Outcome, PartDecided, PersonGiven, PersonRole, RecipientGiven,
    Recorded, RepresentativeGiven, Road, Role, State,
};
use docket::law::{
    self, AgencyId, AppealSubject, Capacity, Channel, DisclosureBasis, Evidence, IdentityFacts, Kind, Law,
    Misfit, Relation, Sensitivity, UnusualCircumstance,
};
use docket::letters::{Language, LetterKind};
use docket::notices::Catalogue;
use proptest::prelude::*;
use proptest::sample::select;

static BOOKS: LazyLock<(Law, Catalogue)> =
    LazyLock::new(|| (Law::built_in().expect("the law"), Catalogue::built_in().expect("the catalogue")));

/// Who works at the desk: the first drafts, the second approves; a counsel and a clerk.
static STAFF: LazyLock<Vec<Actor>> = LazyLock::new(|| {
    let actor =
        |name: &str, roles: &[Role]| Actor { name: name.into(), roles: roles.to_vec(), unit: String::new() };
    vec![
        actor("Robin Blake", &[Role::Specialist, Role::Approver]),
        actor("Imani Achebe-Lindqvist", &[Role::Specialist, Role::Approver, Role::MedicalReviewer]),
        actor("Luis Ferreira-Quist", &[Role::Counsel]),
        actor("Noor Halabi", &[Role::Clerk]),
    ]
});

/// What staff may try next.
#[derive(Debug, Clone)]
enum Try {
    Do(Box<Command>),
    Issue(LetterKind, Option<u32>),
    PostNewest,
    EmailNewest,
    /// What the program asks, done as far as it can be done blindly.
    Follow,
    As(usize),
    Wait(u8),
}

fn sentence() -> String {
    "so it is".into()
}

fn person(name: &str) -> PersonGiven {
    PersonGiven { name: name.into(), address: vec!["1 Nowhere".into()], email: None }
}

fn commands() -> BoxedStrategy<Command> {
    let office = select(vec![
        ("USPS 890.000", "Sales and Customer Relations"),
        (
            "60-0383",
            "Deputy Commissioner of Systems, Office of IT Business Support, Office of IT Enterprise Business Support",
        ),
        ("USPS 100.600", "Vice President, Employee Resource Management"),
        ("USPS 100.600", "Nobody’s office"),
    ]);
    let days = || select(vec!["2026-06-20", "2026-07-15", "2026-12-31", "2027-12-31"]).prop_map(day);
    let people = prop_oneof![
        4 => select(Evidence::ALL).prop_map(|evidence| Command::RecordEvidence {
            evidence, note: String::new(), requirement: None, paper: None }),
        1 => select(Evidence::ALL).prop_map(|evidence| Command::RejectEvidence { evidence, reason: sentence() }),
        4 => Just(Command::VerifyIdentity { note: String::new() }),
        4 => Just(Command::ReviewIdentity { note: String::new() }),
        2 => any::<(bool, bool)>().prop_map(|(health_professional, family_member)| Command::NameRepresentative {
            representative: RepresentativeGiven {
                person: person("Dr. Femi Castellano"), occupation: "physician".into(), health_professional, family_member,
            } }),
        1 => any::<bool>().prop_map(|statement_signed| Command::NameCompanion { name: "Deniz".into(), statement_signed }),
        1 => select(PersonRole::ALL).prop_map(|role| Command::ChangePerson {
            role, person: person("Aslı Şahin-Kaya"), reason: sentence() }).boxed(),
        2 => (select(Relation::ALL), select(vec!["the transcript", "everything", ""])).prop_map(|(given_by, what)| {
            Command::RecordConsent { given_by, to_whom: "Deniz".into(), what: what.into(),
                timeframe: String::new(), signed_on: day("2026-06-01") } }),
    ];
    let roads = prop_oneof![
        2 => (select(Road::ALL), proptest::option::of(select(Misfit::ALL))).prop_map(|(road, misfit)| Command::Triage {
            road, misfit, reason: sentence() }),
        1 => select(LetterAbout::ALL).prop_map(|about| Command::RecordLetter {
            about, received: day("2026-06-20"), channel: Channel::Mail, text: sentence() }),
        1 => any::<(bool, bool)>().prop_map(|(whole, requester_agrees)| Command::Refer {
            to: "Another agency".into(), address: vec!["1 Elsewhere".into()], why: sentence(), whole, requester_agrees }),
        2 => select(MedicalFinding::ALL).prop_map(|finding| Command::RecordMedicalReview {
            finding, by: "Dr. Anneke Brandt".into(), on: day("2026-06-20"), note: String::new() }),
        1 => select(vec!["5 U.S.C. 552a(j)(2)", "5 U.S.C. 552a(k)(6)"]).prop_map(|statute| Command::GuardExistence {
            statute: statute.into(), reason: sentence() }),
        1 => select(Sensitivity::ALL).prop_map(|sensitivity| Command::ChangeSensitivity {
            sensitivity, reason: sentence() }),
        1 => days().prop_map(|on| Command::ArrangeInspection { place: "the counter".into(), on, time: "10 a.m.".into() }),
        1 => any::<(bool, bool)>().prop_map(|(statement_signed, declined_beforehand)| Command::RecordInspection {
            on: day("2026-06-20"), time: "10 a.m.".into(), statement_signed, declined_beforehand, note: String::new() }),
        4 => office.prop_map(|(system, office)| Command::Route {
            system: system.into(), office: office.into(), address: String::new(), reason: String::new() }),
        4 => days().prop_map(|answer_by| Command::SendToOffice { answer_by }),
        1 => Just(Command::RemindOffice { note: sentence(), answer_by: None }),
        5 => (0_usize..3, any::<(bool, bool)>()).prop_map(|(count, (concerns_others, medical))| Command::RecordSearch {
            by: "Dana Whitlock, IT Specialist".into(), where_searched: "the files".into(), how: "by name".into(),
            on: day("2026-06-20"), not_searched: String::new(),
            items: (0..count).map(|_| ItemGiven { what: "the note".into(), pages: 2, concerns_others, medical }).collect() }),
        2 => Just(Command::TakeAccounting { show: Vec::new() }),
    ];
    let decisions = prop_oneof![
        2 => (1_u32..3, any::<bool>()).prop_map(|(item, foia)| {
            let ground = law::Ground { cite: "5 U.S.C. 552a(k)(6)".into(), reason: "It is a test".into() };
            let foia = if foia { vec![ground.clone()] } else { Vec::new() };
            Command::Weigh { items: vec![ItemWeighed { item, privacy_act: vec![ground], foia }] } }),
        1 => Just(Command::SignAsCounsel { note: String::new() }),
        8 => proptest::collection::vec((select(Outcome::ALL), any::<bool>()), 0..3).prop_map(|outcomes| Command::Decide {
            parts: (1..).zip(outcomes).map(|(item, (outcome, reveals_source))| PartDecided {
                item, outcome, words: sentence(), exemption: Some("5 U.S.C. 552a(k)(6)".into()),
                reveals_source, others: sentence() }).collect(),
            official: "Jordan Pryce".into(), title: "Manager".into() }),
        5 => Just(Command::ApproveDecision { note: String::new() }),
        1 => Just(Command::ReturnDecision { reason: sentence() }),
        1 => days().prop_map(|expected| Command::RecordDelay { reason: "the records are far away".into(), expected, unusual: Vec::new() }),
        1 => days().prop_map(|expected| Command::RecordDelay { reason: "the records are far away".into(), expected, unusual: vec![UnusualCircumstance::Elsewhere] }),
        1 => (0_u32..400, any::<bool>()).prop_map(|(pages, duplicate)| Command::AssessFee { pages, duplicate }),
        1 => Just(Command::RecordPayment { on: day("2026-06-20"), cents: 100 }),
        1 => Just(Command::NoteDispute { on: day("2026-06-20"), how: sentence() }),
        1 => any::<bool>().prop_map(|in_lieu| Command::FileStatement { received: day("2026-06-20"), words: sentence(), in_lieu }),
        1 => Just(Command::AddReasons { words: sentence() }),
        1 => Just(Command::ListRecipients { recipients: vec![RecipientGiven { name: "Wherry Freight".into(), address: Vec::new(), disclosed_on: None }] }),
        2 => (1_u32..3, days()).prop_map(|(recipient, on)| Command::TellRecipient { recipient, on, how: sentence(), proof: String::new() }),
        2 => days().prop_map(|on| Command::RecordRecipientsTold { on, how: "nobody".into() }),
        1 => Just(Command::SpareRecipients { reason: "a new name after a wedding".into() }),
        1 => select(DisclosureBasis::ALL).prop_map(|basis| Command::RecordDisclosure {
            on: day("2026-06-20"), to: "Dr. Femi Castellano".into(), address: "2 Heron Gate".into(), what: sentence(),
            purpose: sentence(), basis }),
    ];
    let afterwards = prop_oneof![
        3 => (select(AppealSubject::ALL), days()).prop_map(|(of, received)| Command::RecordAppeal {
            of, dated: received, postmarked: None, received, text: sentence(), late_reason: sentence() }),
        1 => Just(Command::SendAppealUp { note: String::new() }),
        1 => days().prop_map(|expected| Command::ExtendReview { reason: sentence(), expected, approver: "Noor Aldaine".into(), title: "Director".into() }),
        3 => (select(AppealOutcome::ALL), days()).prop_map(|(outcome, on)| Command::DecideAppeal {
            outcome, words: sentence(), official: "Adaeze Villanueva".into(), title: "General Counsel".into(), on }),
        1 => days().prop_map(|on| Command::RecordAmended { on, what: sentence() }),
        1 => Just(Command::Withdraw { note: "by telephone".into() }),
        3 => Just(Command::Close { note: String::new() }),
        1 => Just(Command::Reopen { reason: sentence() }),
        1 => Just(Command::PlaceHold { reason: sentence() }),
        1 => Just(Command::ReleaseHold { reason: sentence() }),
        1 => (0_usize..4).prop_map(|who| Command::Assign { to: STAFF[who].name.clone(), unit: String::new(), note: String::new() }),
        1 => Just(Command::Restrict { reason: sentence() }),
        1 => Just(Command::LiftRestriction { reason: sentence() }),
        1 => days().prop_map(|by| Command::AddTask { text: sentence(), by, who: String::new() }),
        1 => Just(Command::FinishTask { task: 1, note: String::new() }),
        1 => select(vec!["write-letter:acknowledgement", "triage", "decide", "verify-identity", "send-appeal-up"]).prop_map(|step| {
            Command::Overrule { step: step.into(), reason: sentence() } }),
        1 => Just(Command::ProposeDisposal { note: String::new() }),
        1 => Just(Command::AddNote { text: "a note".into() }),
        3 => Just(Command::Undo {}),
    ];
    prop_oneof![3 => people, 4 => roads, 4 => decisions, 3 => afterwards].boxed()
}

fn tries() -> impl Strategy<Value = Try> {
    prop_oneof![
        10 => commands().prop_map(|command| Try::Do(Box::new(command))),
        5 => Just(Try::Follow),
        3 => (select(LetterKind::ALL), proptest::option::of(1_u32..3)).prop_map(|(kind, recipient)| Try::Issue(kind, recipient)),
        3 => Just(Try::PostNewest),
        1 => Just(Try::EmailNewest),
        2 => (0_usize..4).prop_map(Try::As),
        1 => (1_u8..40).prop_map(Try::Wait),
    ]
}

fn intake() -> impl Strategy<Value = Intake> {
    let agency = select(vec!["usps", "ssa"]);
    let text = select(vec![
        "my records as a customer of your sales office",
        "Send everything you have on me.",
        "my husband died; send his chat transcript",
    ]);
    let who = (select(Capacity::ALL), select(Sensitivity::ALL), select(Channel::ALL), any::<bool>());
    let evidence = proptest::collection::vec(select(Evidence::ALL), 0..12);
    (select(Kind::ALL), agency, who, evidence, text).prop_map(|(kind, agency, who, evidence, text)| {
        let (capacity, sensitivity, channel, personally_known) = who;
        Intake {
            agency: AgencyId::new(agency),
            kinds: vec![kind],
            received: day("2026-06-10"),
            channel,
            capacity,
            sensitivity,
            requester: person("Aslı Şahin"),
            subject: Some(person("Tomáš Dvořák")),
            text: text.into(),
            particulars: Default::default(),
            evidence,
            personally_known,
            facts: IdentityFacts::default(),
            dated: Some(day("2026-06-08")),
            postmarked: None,
            first_office: None,
            reached_office: None,
            representative: None,
            also: Vec::new(),
        }
    })
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// A case while staff work on it, with everything recorded so far.
struct Work<'a> {
    law: &'a Law,
    catalogue: &'a Catalogue,
    today: NaiveDate,
    who: usize,
    accounting: Vec<AccountingEntry>,
    events: Vec<Recorded>,
}

impl Work<'_> {
    fn ground(&self) -> Ground<'_> {
        Ground {
            law: self.law,
            catalogue: self.catalogue,
            today: self.today,
            actor: &STAFF[self.who],
            accounting: &self.accounting,
        }
    }

    fn case(&self) -> Case {
        Case::fold(&self.events).expect("what was recorded folds")
    }

    fn record(&mut self, events: Vec<casework::Event>) {
        // What one command records has one instant, and the next command another.
        let at = self.today.and_time(chrono::NaiveTime::MIN).and_utc()
            + TimeDelta::seconds(self.events.len() as i64);
        for event in events {
            let version = self.events.len() as u32 + 1;
            let by = STAFF[self.who].name.clone();
            self.events.push(Recorded { version, at, on: self.today, by, event });
        }
    }

    /// How many letters were ever issued.
    fn issued(&self) -> usize {
        let issued = |one: &&Recorded| matches!(one.event, casework::Event::LetterIssued { .. });
        self.events.iter().filter(issued).count()
    }

    fn letter(&self, case: &Case, kind: LetterKind, recipient: Option<u32>) -> FrozenLetter {
        FrozenLetter {
            letter: format!("letter-{}", case.version),
            kind,
            dated: self.today,
            sha256: "0".repeat(64),
            bytes: 1,
            clauses_version: "test".into(),
            recipient,
            language: Language::English,
            edited: Vec::new(),
            source_sha256: "0".repeat(64),
        }
    }

    /// What the program asks first, if it can be done without knowing more.
    fn asked(&self, case: &Case) -> Option<Try> {
        let step = casework::next_steps(case, &self.ground()).expect("next steps").into_iter().next()?;
        let command = match (step.step.as_str(), step.letter) {
            ("write-letter", Some(kind)) => return Some(Try::Issue(kind, step.recipient)),
            ("dispatch-letter", _) => return Some(Try::PostNewest),
            ("verify-identity", _) => Command::VerifyIdentity { note: String::new() },
            ("review-identity", _) => Command::ReviewIdentity { note: String::new() },
            ("send-to-office", _) => Command::SendToOffice { answer_by: self.today },
            ("take-accounting", _) => Command::TakeAccounting { show: Vec::new() },
            ("approve-decision", _) => Command::ApproveDecision { note: String::new() },
            ("record-evidence", _) => {
                let identity = case.identity(&self.ground()).expect("identity");
                let unmet = identity.unmet(&case.evidence_kinds());
                let evidence = *unmet.first()?.any_of.first()?;
                Command::RecordEvidence { evidence, note: String::new(), requirement: None, paper: None }
            }
            ("close", _) => Command::Close { note: String::new() },
            _ => return None,
        };
        Some(Try::Do(Box::new(command)))
    }

    fn attempt(&mut self, attempt: Try) {
        let case = self.case();
        let decided = match attempt {
            Try::Wait(days) => {
                self.today = self.today + Days::new(u64::from(days));
                return;
            }
            Try::As(who) => {
                self.who = who;
                return;
            }
            Try::Follow => {
                if let Some(asked) = self.asked(&case) {
                    self.attempt(asked);
                }
                return;
            }
            Try::Do(command) => casework::decide(&case, &command, &self.ground()),
            Try::Issue(kind, recipient) => {
                casework::issue(&case, &self.letter(&case, kind, recipient), &self.ground())
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

/// Undo leaves the case as it was before the step, and takes back nothing that has left the office.
fn undone_is_as_before(work: &Work<'_>, from: u32) -> Result<(), TestCaseError> {
    let (case, by) = (work.case(), work.ground().actor);
    let before: Vec<Recorded> = work.events.iter().filter(|one| one.version < from).cloned().collect();
    let was = Case::fold(&before).expect("what was before folds");
    prop_assert_eq!(&Case { version: was.version, ..case.clone() }, &was);
    let standing = casework::standing_events(&work.events);
    for taken in work.events.iter().filter(|one| one.version >= from) {
        prop_assert_eq!((&taken.by, taken.on), (&by.name, work.today), "another person or day was undone");
        prop_assert!(standing.iter().all(|kept| kept.version != taken.version));
    }
    prop_assert_eq!(case.letters.len(), work.issued(), "a letter was undone");
    Ok(())
}

/// What must hold of every case, whatever was done.
fn nothing_is_bypassed(work: &Work<'_>, before: &Case) -> Result<(), TestCaseError> {
    let case = work.case();
    let ground = work.ground();
    let state = case.state(&ground).expect("a state");
    let next = casework::next_steps(&case, &ground).expect("next steps");
    prop_assert_eq!(next.is_empty(), state == State::Closed, "next steps at {:?}: {:?}", state, next);

    // What is new in this step was allowed only where the rule allows it.
    let searched = case.search.is_some() && before.search.is_none();
    let sent = case.sent.is_some() && before.sent.is_none();
    if searched || sent {
        prop_assert!(
            before.identity_settled(&ground).expect("identity"),
            "work began before identity was settled"
        );
        prop_assert!(!before.needs_consent(), "work began without the subject’s consent");
    }
    if let (Some(verified), Some(reviewed)) = (&case.identity_verified, &case.identity_reviewed) {
        prop_assert_ne!(&verified.by, &reviewed.by, "one person looked twice at the proof");
    }
    if let Some(made) = &case.determination {
        let rests = case.search.is_some() || case.accounting.is_some() || case.guard().is_some();
        prop_assert!(rests, "decided on nothing");
        if let Some(approved) = &made.approved {
            prop_assert_ne!(&approved.by, &made.by, "the drafter approved");
        }
        if let Some(denied) = made.parts.iter().find(|part| part.outcome == Outcome::Denied) {
            prop_assert!(denied.exemption.is_some(), "denied without an exemption");
            prop_assert!(
                case.weighed.iter().any(|weighed| weighed.item == denied.item),
                "denied without the worksheet"
            );
        }
    }
    if case.letters.len() > before.letters.len() {
        let issued = case.letters.last().expect("a letter");
        let decision = issued.kind.is_decision() || issued.kind.is_final_decision();
        prop_assert!(!decision || !before.approval_wanted(), "a refusal was issued that nobody approved");
        prop_assert!(before.may_be_seen_by(ground.actor), "issued by somebody who may not see the case");
        if case.guard().is_some() && issued.kind.is_decision() {
            prop_assert_eq!(issued.kind, LetterKind::Notification, "a letter gives the record away");
        }
    }
    if case.closed.is_some() && before.closed.is_none() {
        prop_assert!(
            before.changed_on.is_empty() || before.recipients_told.is_some(),
            "closed with recipients untold"
        );
        let answered = before.withdrawn.is_some()
            || before.answered_on().is_some()
            || before.final_letter_issued().and_then(|issued| issued.dispatched()).is_some();
        prop_assert!(answered, "closed without an answer");
    }
    if let Some(decision) = case.appeal().and_then(|appeal| appeal.decision.as_ref()) {
        let same = case.determination.as_ref().is_some_and(|first| first.official == decision.official);
        prop_assert!(!same, "the official of the first decision decided the appeal");
    }
    prop_assert!(case.version >= before.version);
    Ok(())
}

/// How many sequences are tried.
fn sequences() -> u32 {
    std::env::var("DOCKET_SEQUENCES").ok().and_then(|count| count.parse().ok()).unwrap_or(1_000)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: sequences(), max_global_rejects: u32::MAX, ..ProptestConfig::default() })]

    #[test]
    fn no_order_of_work_breaks_a_case(intake in intake(), attempts in proptest::collection::vec(tries(), 0..30)) {
        let (law, catalogue) = &*BOOKS;
        let accounting = vec![AccountingEntry {
            id: "entry-1".into(),
            on: day("2025-04-02"),
            nature: "the address".into(),
            purpose: "a routine use".into(),
            name: "Wherry Freight Partners".into(),
            address: "9 Old Wherry Stairs".into(),
            basis: DisclosureBasis::Other,
        }];
        let mut work = Work { law, catalogue, today: day("2026-06-20"), who: 0, accounting, events: Vec::new() };
        let Ok(opened) = casework::open("TEST-2026-00001".into(), &intake, &work.ground()) else { return Ok(()) };
        work.record(opened);
        let mut running = casework::clocks(&work.case(), &work.ground()).expect("clocks").len();
        for attempt in attempts {
            let before = work.case();
            let events = work.events.len();
            work.attempt(attempt);
            if work.events.len() == events {
                continue;
            }
            let clocks = casework::clocks(&work.case(), &work.ground()).expect("clocks").len();
            if let Some(casework::Event::Undone { from, .. }) = work.events.last().map(|last| &last.event) {
                undone_is_as_before(&work, *from)?;
                running = clocks;
                continue;
            }
            prop_assert!(clocks >= running, "a clock was lost");
            running = clocks;
            nothing_is_bypassed(&work, &before)?;
        }
    }
}
