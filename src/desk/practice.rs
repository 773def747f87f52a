//! The practice desk: fictitious cases in every state, made by the same commands that real cases are made by.

use std::collections::HashMap;
use std::path::Path;

use chrono::{Days, NaiveDate};
use serde::Deserialize;
use serde_json::{Map, Value};

use super::{Desk, NewDesk, NewStaff};
use crate::casework::{Command, Intake, Role};
use crate::clock::Clock;
use crate::error::{Code, Refusal};
use crate::law::Law;
use crate::letters::LetterKind;

/// The passphrase of every practice desk: it guards nobody's data.
pub const PRACTICE_PASSPHRASE: &str = "practice makes perfect";

/// Who approves at the practice desk what another drafted.
pub const PRACTICE_APPROVER: &str = "Imani Achebe-Lindqvist";

/// The staff of the practice desk besides the one who works there first.
const COLLEAGUES: &[(&str, &str, &[Role])] = &[
    (PRACTICE_APPROVER, "Privacy Officer", &[Role::Specialist, Role::Approver, Role::MedicalReviewer]),
    ("Noor Halabi", "Mail Room Clerk", &[Role::Clerk]),
    ("Luis Ferreira-Quist", "Attorney", &[Role::Counsel]),
];

/// The people and their cases.
const CASES: &str = include_str!("practice/cases.toml");
/// The requests of `docket demo`.
const DEMO: &str = include_str!("practice/demo.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Stories {
    story: Vec<Story>,
}

/// A request and what staff did with it; days count from the day of receipt.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Story {
    id: String,
    title: String,
    received_days_ago: u64,
    intake: Map<String, Value>,
    #[serde(default)]
    steps: Vec<Map<String, Value>>,
    /// How many of a hundred cases of a large practice desk go this way.
    #[serde(default)]
    pub(super) weight: u64,
}

impl Story {
    /// The day of receipt.
    pub(super) fn received_on(&self, today: NaiveDate) -> NaiveDate {
        today - Days::new(self.received_days_ago)
    }
}

/// A request of the demonstration, with the commands that follow its routing.
pub struct PracticeRequest {
    /// What it is about.
    pub title: String,
    /// The request.
    pub intake: Intake,
    /// The commands, in order.
    pub commands: Vec<Command>,
}

impl Desk {
    /// Opens the practice desk in `file`; makes it with its fictitious cases where there is none.
    ///
    /// # Errors
    /// Where the file is something else. A desk that could not be finished is not left behind.
    pub async fn open_practice(file: &Path, clock: Clock) -> Result<Desk, Refusal> {
        Self::open_large_practice(file, clock, 0, &|_| {}).await
    }

    /// The same with so many more fictitious cases, spread over twenty years, where it is made. `told` hears now and then
    /// how many there are.
    ///
    /// # Errors
    /// As [`Desk::open_practice`].
    pub async fn open_large_practice(
        file: &Path,
        clock: Clock,
        cases: u64,
        told: &(dyn Fn(u64) + Sync),
    ) -> Result<Desk, Refusal> {
        if tokio::fs::try_exists(file).await.unwrap_or(false) {
            return Desk::open(file, PRACTICE_PASSPHRASE, None, clock).await;
        }
        let made = async {
            let mut desk = Self::new_practice(file, clock).await?;
            if cases > 0 {
                desk.fill(file, cases, told).await?;
                desk = Desk::open(file, PRACTICE_PASSPHRASE, None, clock).await?;
            }
            match desk.furnish_practice().await {
                Ok(()) => Ok(desk),
                Err(refusal) => {
                    desk.close().await;
                    Err(refusal)
                }
            }
        };
        let made = made.await;
        if made.is_err() {
            remove(file).await;
        }
        made
    }

    /// A practice desk with its staff, without any case.
    pub(super) async fn new_practice(file: &Path, clock: Clock) -> Result<Desk, Refusal> {
        let law = Law::built_in()?;
        let new = NewDesk {
            agencies: law.agencies().map(|book| book.id().clone()).collect(),
            name: "Robin Blake".to_owned(),
            title: "Privacy Specialist".to_owned(),
        };
        let desk = Desk::create_as(file, PRACTICE_PASSPHRASE, new, clock, true).await?;
        for (name, title, roles) in COLLEAGUES {
            let new = NewStaff {
                name: (*name).to_owned(),
                title: (*title).to_owned(),
                roles: roles.to_vec(),
                unit: String::new(),
            };
            desk.add_staff(new).await?;
        }
        Ok(desk)
    }

    async fn furnish_practice(&self) -> Result<(), Refusal> {
        let today = self.clock.today();
        let mut stories = stories(CASES)?;
        stories.sort_by_key(|story| std::cmp::Reverse(story.received_days_ago));
        let mut numbers = HashMap::new();
        for story in stories {
            let number = self.tell(&story, story.received_on(today), today).await?;
            numbers.insert(story.id, number);
        }
        self.furnish_inbox(&numbers).await
    }

    /// Works one story on the days on which it happened; answers with the number of its case.
    pub(super) async fn tell(
        &self,
        story: &Story,
        received: NaiveDate,
        today: NaiveDate,
    ) -> Result<String, Refusal> {
        let intake = intake(story, received)?;
        let opened = self.on(received).open_case(intake).await?;
        for step in &story.steps {
            let mut fields = step.clone();
            let day = fields.remove("day").and_then(|day| day.as_u64()).unwrap_or_default();
            let on = self.on((received + Days::new(day)).min(today));
            let desk = match fields.remove("as") {
                Some(Value::String(name)) => on.as_member(&name).await?,
                _ => on,
            };
            desk.step(&opened.number, fields, received).await?;
        }
        Ok(opened.number)
    }

    async fn step(
        &self,
        number: &str,
        mut fields: Map<String, Value>,
        received: NaiveDate,
    ) -> Result<(), Refusal> {
        if let Some(letter) = fields.remove("letter") {
            let kind: LetterKind = read(letter)?;
            let issued = self.issue_letter(number, None, kind).await?;
            if fields.remove("posted") == Some(Value::Bool(true))
                && let Some(letter) = issued.letters.last()
            {
                let posted = Command::RecordPosted {
                    letter: letter.letter.clone(),
                    on: self.clock.today(),
                    proof: String::new(),
                };
                self.act(number, None, posted).await?;
            }
            return Ok(());
        }
        let command = if fields.get("command") == Some(&Value::from("route")) && fields.len() == 1 {
            self.proposed_route(number).await?
        } else {
            read(dated(Value::Object(fields), received))?
        };
        self.act(number, None, command).await.map(|_| ())
    }

    async fn proposed_route(&self, number: &str) -> Result<Command, Refusal> {
        let proposal =
            self.case(number).await?.proposal.and_then(|proposal| proposal.candidates.into_iter().next());
        let best = proposal
            .ok_or_else(|| Refusal::new(Code::NotFound, "A practice request found no system of records."))?;
        Ok(Command::Route {
            system: best.system,
            office: best.office,
            address: String::new(),
            reason: String::new(),
        })
    }

    /// The same desk on another day: for stories that are told, and for tests.
    pub fn on(&self, day: NaiveDate) -> Desk {
        Desk { clock: Clock::Fixed(day), ..self.clone() }
    }
}

/// A request of the demonstration, received two days before `today` and worked on `today`.
///
/// # Errors
/// Where there is none of this id.
pub fn read_request(id: &str, today: NaiveDate) -> Result<PracticeRequest, Refusal> {
    let story = stories(DEMO)?
        .into_iter()
        .find(|story| story.id == id)
        .ok_or_else(|| Refusal::not_found(format!("There is no demonstration called “{id}”.")))?;
    let intake = intake(&story, story.received_on(today))?;
    let commands = story
        .steps
        .into_iter()
        .map(|fields| read(dated(Value::Object(fields), today)))
        .collect::<Result<_, _>>()?;
    Ok(PracticeRequest { title: story.title, intake, commands })
}

/// Removes a desk that was not finished, or is no longer needed.
pub(super) async fn remove(file: &Path) {
    for end in ["", "-wal", "-shm"] {
        let mut path = file.as_os_str().to_owned();
        path.push(end);
        let _ = tokio::fs::remove_file(path).await;
    }
}

/// The stories of a text.
pub(super) fn stories(text: &str) -> Result<Vec<Story>, Refusal> {
    let stories: Stories = toml::from_str(text)
        .map_err(|cause| Refusal::failed("The practice cases could not be read.", &cause))?;
    Ok(stories.story)
}

fn intake(story: &Story, received: NaiveDate) -> Result<Intake, Refusal> {
    let mut fields = story.intake.clone();
    fields.insert("received".to_owned(), Value::from(received.to_string()));
    read(dated(Value::Object(fields), received))
}

fn read<T: serde::de::DeserializeOwned>(value: Value) -> Result<T, Refusal> {
    serde_json::from_value(value)
        .map_err(|cause| Refusal::failed("A practice case could not be read.", &cause))
}

/// Puts a date where the story says `day+7`: so many days after the day of receipt.
fn dated(value: Value, received: NaiveDate) -> Value {
    match value {
        Value::String(text) => match text.strip_prefix("day+").and_then(|days| days.parse().ok()) {
            Some(days) => Value::from((received + Days::new(days)).to_string()),
            None => Value::String(text),
        },
        Value::Array(list) => list.into_iter().map(|value| dated(value, received)).collect(),
        Value::Object(map) => map.into_iter().map(|(name, value)| (name, dated(value, received))).collect(),
        other => other,
    }
}
