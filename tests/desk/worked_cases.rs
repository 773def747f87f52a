//! The worked cases of the law, from the first letter to the last: one file each in `cases/`, told day by day.
//!
//! A file says what came, what staff did on which day and who did it, and what the program must have asked, allowed, refused and
//! sent. Each is run on an encrypted desk and, where PostgreSQL is installed, in an office on it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use docket::casework::{Command, Intake, PersonRole, Role};
use docket::desk::{CaseView, Desk, DisclosureGiven, LetterAsked, NewStaff};
use docket::error::Refusal;
use docket::letters::{FormKind, LetterKind};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::desks::Office;

/// One worked case.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Worked {
    /// What it is about.
    title: String,
    /// The rules that it tries, for the reader.
    #[allow(dead_code, reason = "for whoever reads the file")]
    rules: Vec<String>,
    /// Notices that the office imports first, from the fixtures.
    #[serde(default)]
    notices: Vec<String>,
    /// Disclosures that the accounting has before.
    #[serde(default)]
    accounting: Vec<Map<String, Value>>,
    /// The day on which the request is taken in.
    on: String,
    /// The request.
    request: Map<String, Value>,
    /// That it cannot be taken in, in words of the refusal.
    #[serde(default)]
    refused: Option<String>,
    /// What must hold once it is taken in.
    #[serde(default)]
    expect: Expect,
    /// What happens then.
    #[serde(default)]
    step: Vec<Step>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Step {
    on: String,
    /// Who does it; else the specialist who opened the case.
    #[serde(rename = "as")]
    by: Option<String>,
    /// A command, with its fields.
    #[serde(rename = "do")]
    command: Option<String>,
    #[serde(default)]
    with: Map<String, Value>,
    /// A letter that is issued.
    letter: Option<LetterKind>,
    recipient: Option<u32>,
    /// What the letter must say, and must not.
    #[serde(default)]
    says: Vec<String>,
    #[serde(default)]
    never: Vec<String>,
    /// The day on which it is posted; never, where it stays in the drawer.
    posted: Option<String>,
    /// The case that it is done to: 1 is the first of the letter.
    case: Option<usize>,
    /// That it cannot be done, in words of the refusal.
    refused: Option<String>,
    /// The paragraph that the refusal names.
    cite: Option<String>,
    #[serde(default)]
    expect: Expect,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct Expect {
    /// How many cases the letter became.
    cases: Option<usize>,
    state: Option<String>,
    /// The first next step: `write-letter:denial` for a letter.
    next: Option<String>,
    /// Steps that must be among the next ones, and steps that must not.
    asks: Vec<String>,
    asks_not: Vec<String>,
    /// Due dates, last safe days and standing of clocks, by their ids.
    due: BTreeMap<String, String>,
    strict: BTreeMap<String, String>,
    send_by: BTreeMap<String, String>,
    status: BTreeMap<String, String>,
    /// Clocks that must not run.
    no_clock: Vec<String>,
    /// The proposed system and office.
    system: Option<String>,
    office: Option<String>,
    /// Requirements that are not met, by their ids.
    unmet: Option<Vec<String>>,
    determination: Option<String>,
    triage: Option<String>,
    guard: Option<String>,
    /// Letters that must be offered, and that must not.
    offers: Vec<LetterKind>,
    offers_not: Vec<LetterKind>,
    /// The blank forms that fit, all of them.
    forms: Option<Vec<FormKind>>,
}

const APPROVER: &str = "Imani Achebe-Lindqvist";

#[tokio::test]
async fn every_worked_case_goes_as_told_on_an_encrypted_desk() {
    every(|| async { Some(Office::encrypted().await) }).await;
}

#[tokio::test]
async fn every_worked_case_goes_as_told_in_an_office_on_postgresql() {
    every(Office::postgres).await;
}

/// Tells every case in an office of its own, and then says of all that went otherwise.
async fn every<F: Future<Output = Option<Office>>>(office: impl Fn() -> F) {
    // The server of the offices runs as long as one of them is there.
    let Some(_kept) = office().await else { return };
    let mut otherwise = Vec::new();
    for file in files() {
        let Some(office) = office().await else { return };
        let name = file.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if tokio::spawn(async move { run(&office, &file).await }).await.is_err() {
            otherwise.push(name);
        }
    }
    assert!(otherwise.is_empty(), "not as told: {}", otherwise.join(", "));
}

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/desk/cases");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the folder of the cases")
        .map(|entry| entry.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|end| end == "toml"))
        .collect();
    files.sort();
    assert!(files.len() > 15, "the worked cases are here");
    files
}

async fn run(office: &Office, file: &Path) {
    let name = file.file_stem().expect("a name").to_string_lossy().into_owned();
    let text = std::fs::read_to_string(file).expect("the file");
    let worked: Worked = toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
    println!("{name}: {}", worked.title);
    let desk = office.on(&worked.on).await;
    staff(&desk).await;
    for notice in &worked.notices {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/notices").join(notice);
        desk.import_notices(&[path]).await.expect("imported");
    }
    for entry in worked.accounting {
        let entry: DisclosureGiven = read(&name, Value::Object(entry));
        desk.enter_disclosure(entry).await.expect("entered");
    }
    let intake: Intake = read(&name, Value::Object(worked.request));
    let opened = desk.open_case(intake).await;
    if let Some(words) = &worked.refused {
        let refusal = opened.expect_err(&format!("{name}: must not be taken in"));
        assert!(refusal.message.contains(words.as_str()), "{name}: {}", refusal.message);
        return;
    }
    let opened = opened.unwrap_or_else(|refusal| panic!("{name}: {}", refusal.message));
    let mut numbers = vec![opened.number.clone()];
    numbers.extend(opened.linked.clone());
    worked.expect.hold(&format!("{name}, at the opening"), &opened);
    for (index, step) in worked.step.iter().enumerate() {
        let at = format!("{name}, step {} on {}", index + 1, step.on);
        let number = &numbers[step.case.unwrap_or(1) - 1];
        let desk = desk.on(crate::desks::day(&step.on));
        let desk = match &step.by {
            Some(name) => desk.as_member(name).await.expect("one of the staff"),
            None => desk,
        };
        let done = carry_out(&at, &desk, number, step).await;
        match (&step.refused, done) {
            (Some(words), Err(refusal)) => {
                assert!(
                    refusal.message.contains(words.as_str()),
                    "{at}: refused otherwise: {}",
                    refusal.message
                );
                if let Some(cite) = &step.cite {
                    assert_eq!(refusal.cite.as_deref(), Some(cite.as_str()), "{at}: the citation");
                }
            }
            (Some(words), Ok(_)) => panic!("{at}: must be refused: {words}"),
            (None, Err(refusal)) => panic!("{at}: refused: {} ({:?})", refusal.message, refusal.cite),
            (None, Ok(view)) => step.expect.hold(&at, &view),
        }
    }
    assert!(desk.verify_ledger().await.expect("a report").broken.is_none(), "{name}: the ledger");
}

async fn staff(desk: &Desk) {
    let known = desk.staff().await.expect("the staff");
    let colleagues: [(&str, &[Role]); 3] = [
        (APPROVER, &[Role::Specialist, Role::Approver, Role::MedicalReviewer]),
        ("Luis Ferreira-Quist", &[Role::Counsel]),
        ("Noor Halabi", &[Role::Clerk]),
    ];
    for (name, roles) in colleagues {
        if !known.iter().any(|member| member.name == name) {
            let new = NewStaff {
                name: name.into(),
                title: "Privacy Officer".into(),
                roles: roles.to_vec(),
                unit: String::new(),
            };
            desk.add_staff(new).await.expect("added");
        }
    }
}

async fn carry_out(at: &str, desk: &Desk, number: &str, step: &Step) -> Result<CaseView, Refusal> {
    if let Some(kind) = step.letter {
        let asked = LetterAsked { recipient: step.recipient, ..LetterAsked::from(kind) };
        let draft = desk.draft_letter(number, asked).await?;
        let text: Vec<String> = draft.blocks.iter().flat_map(|block| block.text.clone()).collect();
        let text = text.join("\n");
        for words in &step.says {
            assert!(text.contains(words.as_str()), "{at}: the letter does not say “{words}”:\n{text}");
        }
        for words in &step.never {
            assert!(
                !text.to_lowercase().contains(&words.to_lowercase()),
                "{at}: the letter says “{words}”:\n{text}"
            );
        }
        let failed: Vec<_> = draft.checks.iter().filter(|check| !check.passed).collect();
        assert!(failed.is_empty(), "{at}: checks fail: {failed:#?}\n{text}");
        let mut view = desk.issue_letter(number, None, asked).await?;
        if let Some(on) = &step.posted {
            let letter = view.letters.last().expect("the letter").letter.clone();
            let posted = read(at, json!({ "command": "record-posted", "letter": letter, "on": on }));
            view = desk.act(number, None, posted).await?;
        }
        return Ok(view);
    }
    let Some(command) = &step.command else { return desk.case(number).await };
    let mut fields = step.with.clone();
    fields.insert("command".into(), command.clone().into());
    if command == "route" && !fields.contains_key("system") {
        let view = desk.case(number).await?;
        let best = view.proposal.and_then(|proposal| proposal.candidates.into_iter().next());
        let best = best.unwrap_or_else(|| panic!("{at}: no system is proposed"));
        fields.insert("system".into(), best.system.into());
        fields.insert("office".into(), best.office.into());
    }
    // The newest letter of a kind stands for its id.
    if let Some(Value::String(kind)) = fields.get("letter").cloned() {
        let view = desk.case(number).await?;
        if let Some(letter) = view.letters.iter().rev().find(|letter| letter.kind.as_str() == kind) {
            fields.insert("letter".into(), letter.letter.clone().into());
        }
    }
    let command: Command = read(at, Value::Object(fields));
    if let Command::ChangePerson { role: PersonRole::Companion, .. } = command {
        panic!("{at}: a companion is named, not changed");
    }
    desk.act(number, None, command).await
}

fn read<T: serde::de::DeserializeOwned>(at: &str, value: Value) -> T {
    serde_json::from_value(value).unwrap_or_else(|error| panic!("{at}: {error}"))
}

impl Expect {
    fn hold(&self, at: &str, case: &CaseView) {
        let steps: Vec<String> = case
            .next
            .iter()
            .map(|step| match (step.step.as_str(), step.letter) {
                ("write-letter", Some(kind)) => format!("write-letter:{kind}"),
                (step, _) => step.to_owned(),
            })
            .collect();
        if let Some(cases) = self.cases {
            assert_eq!(case.linked.len() + 1, cases, "{at}: cases");
        }
        if let Some(state) = &self.state {
            assert_eq!(case.state.as_str(), state, "{at}: state; next {steps:?}");
        }
        if let Some(next) = &self.next {
            assert_eq!(steps.first(), Some(next), "{at}: next steps {steps:?}");
        }
        for step in &self.asks {
            assert!(steps.contains(step), "{at}: “{step}” is not asked: {steps:?}");
        }
        for step in &self.asks_not {
            assert!(!steps.contains(step), "{at}: “{step}” is asked: {steps:?}");
        }
        let clock = |id: &str| {
            let found = case.clocks.iter().find(|clock| clock.clock.clock == id);
            let all: Vec<_> = case.clocks.iter().map(|clock| clock.clock.clock.as_str()).collect();
            found.unwrap_or_else(|| panic!("{at}: no clock “{id}” among {all:?}"))
        };
        for (id, due) in &self.due {
            assert_eq!(&clock(id).clock.due.to_string(), due, "{at}: {id} is due");
        }
        for (id, due) in &self.strict {
            assert_eq!(
                &clock(id).clock.due_strict.to_string(),
                due,
                "{at}: {id} is due by the dates of 6103(a)"
            );
        }
        for (id, by) in &self.send_by {
            assert_eq!(&clock(id).clock.send_by.to_string(), by, "{at}: {id}, the last safe day");
        }
        for (id, status) in &self.status {
            assert_eq!(clock(id).status.as_str(), status, "{at}: {id} stands");
        }
        for id in &self.no_clock {
            assert!(case.clocks.iter().all(|clock| clock.clock.clock != *id), "{at}: {id} must not run");
        }
        let candidate = case.proposal.as_ref().and_then(|proposal| proposal.candidates.first());
        let routed = case.routing.as_ref();
        let system = routed.map(|to| &to.system).or(candidate.map(|best| &best.system));
        let office = routed.map(|to| &to.office).or(candidate.map(|best| &best.office));
        if let Some(wanted) = &self.system {
            assert_eq!(system, Some(wanted), "{at}: system");
        }
        if let Some(wanted) = &self.office {
            assert!(office.is_some_and(|office| office.contains(wanted.as_str())), "{at}: office {office:?}");
        }
        if let Some(unmet) = &self.unmet {
            let ids: Vec<&str> = case.unmet.iter().map(|asked| asked.id.as_str()).collect();
            assert_eq!(&ids, unmet, "{at}: unmet requirements");
        }
        if let Some(words) = &self.determination {
            let made = case.determination.as_ref().map(|made| made.words.as_str());
            assert_eq!(made, Some(words.as_str()), "{at}: determination");
        }
        if let Some(road) = &self.triage {
            assert_eq!(case.triage_offer.road.as_str(), road, "{at}: the road proposed");
        }
        if let Some(guard) = &self.guard {
            assert_eq!(case.guard.map(|guard| guard.as_str()), Some(guard.as_str()), "{at}: guard");
        }
        let offered = |kind: &LetterKind| {
            case.offers.iter().any(|offer| offer.kind == *kind && offer.why_not.is_none())
        };
        for kind in &self.offers {
            assert!(offered(kind), "{at}: {kind} is not offered");
        }
        if let Some(forms) = &self.forms {
            assert_eq!(&case.forms, forms, "{at}: the blank forms that fit");
        }
        for kind in &self.offers_not {
            assert!(!offered(kind), "{at}: {kind} is offered");
        }
    }
}
