//! Cases: the worklist, taking in, showing, and every command.

use chrono::{NaiveDate, Utc};

use super::{
    CaseRow, CaseView, Desk, HistoryLine, IntakePreview, LetterOffer, Nearness, Worklist, WorklistQuery,
};
use crate::casework::{self, Case, Command, Event, Ground, Intake, NextStep, Recorded, State};
use crate::error::{Code, Refusal};
use crate::law::{AgencyId, Clock};
use crate::letters::LetterKind;
use crate::routing::{self, RouteAnswer, RouteQuestion};
use crate::store::{
    Append, CaseRowValues, MailOutcome, NewLetter, NewMail, PersonRole, PersonSeen, StoreError,
    WorklistFilter,
};

/// How often a new case asks for a number when others take numbers at the same time.
const TRIES_FOR_A_NUMBER: u32 = 20;

/// What goes into the store together with the events of one command.
#[derive(Default)]
pub(super) struct Enclosed {
    /// A letter with its bytes.
    pub(super) letter: Option<NewLetter>,
    /// A message for the outbox.
    pub(super) mail: Option<NewMail>,
    /// What became of a message of the outbox.
    pub(super) mail_state: Option<MailOutcome>,
}

impl Desk {
    /// A page of the worklist, ordered by when the next thing is due.
    ///
    /// # Errors
    /// Where the store fails.
    pub async fn worklist(&self, query: WorklistQuery) -> Result<Worklist, Refusal> {
        let today = self.clock.today();
        let shelf = self.shelf().await?;
        let calendar = shelf.law.law.calendar();
        let page = self
            .room
            .store
            .worklist(&WorklistFilter {
                viewer: self.viewer(),
                agency: query.agency,
                state: query.state,
                search: query.search.filter(|words| !words.trim().is_empty()),
                closed: query.closed,
                after: query.after,
                ..WorklistFilter::default()
            })
            .await?;
        let rows = page
            .rows
            .into_iter()
            .map(|row| {
                let values = row.values;
                CaseRow {
                    nearness: nearness(values.closed, values.next_by, today),
                    working_days_left: values.next_by.map(|by| calendar.working_days_between(today, by)),
                    number: row.number,
                    agency: values.agency,
                    kinds: values.kinds,
                    requester: values.requester,
                    system: values.system,
                    state: values.state,
                    next: values.next_words,
                    next_by: values.next_by,
                    received: values.received,
                }
            })
            .collect();
        Ok(Worklist { rows, total: page.total, next_page: page.next_page })
    }

    /// What the program concludes from a request as typed so far. Nothing is recorded.
    ///
    /// # Errors
    /// Where the agency is not one of the desk.
    pub async fn preview_intake(&self, intake: Intake) -> Result<IntakePreview, Refusal> {
        self.answers_for(&intake.agency)?;
        let shelf = self.shelf().await?;
        let ground = shelf.ground();
        let problems = casework::problems(&intake, &ground);
        let identity = casework::identity_of(&intake, &ground)?;
        let unmet = identity.unmet(&intake.evidence).into_iter().cloned().collect();
        let case = casework::provisional(&intake, self.clock.today());
        let route = self.route_for(&case, &ground)?;
        let likeliest = route.candidates.first().map(|candidate| candidate.system.as_str());
        Ok(IntakePreview {
            asked: case.asked(&identity, likeliest, &ground),
            misfits: casework::misfits(&case.text, &case.kinds, ground.law, &case.agency, case.received)?,
            unmet,
            route,
            clocks: casework::clocks(&case, &ground)?,
            next: casework::next_steps(&case, &ground)?,
            identity,
            problems,
        })
    }

    /// Opens a case.
    ///
    /// # Errors
    /// What is wrong with the form, or the rule that does not let it be taken in. Nothing is recorded then.
    pub async fn open_case(&self, intake: Intake) -> Result<CaseView, Refusal> {
        self.answers_for(&intake.agency)?;
        let shelf = self.shelf().await?;
        let ground = shelf.ground();
        let year = chrono::Datelike::year(&intake.received);
        for _ in 0..TRIES_FOR_A_NUMBER {
            let number = self.room.store.next_number(&intake.agency.prefix(), year).await?;
            let events = casework::open(number.clone(), &intake, &ground)?;
            match self.append(&number, &[], events, Enclosed::default(), &ground).await {
                Err(StoreRefusal::NumberTaken) => {}
                Err(StoreRefusal::Refused(refusal)) => return Err(refusal),
                Ok(()) => return self.case(&number).await,
            }
        }
        Err(Refusal::new(
            Code::ChangedElsewhere,
            "Many cases are being opened at once and no number was free. Nothing was recorded; try again.",
        ))
    }

    /// One case, with all that the law and the notices say to it.
    ///
    /// # Errors
    /// Where there is no such case.
    pub async fn case(&self, number: &str) -> Result<CaseView, Refusal> {
        let shelf = self.shelf().await?;
        let ground = shelf.ground();
        let events = self.events(number).await?;
        self.case_view(&folded(&events)?, &events, &ground)
    }

    /// Carries out a command. `version` is the version that the person saw; nothing for the newest.
    ///
    /// # Errors
    /// Why it cannot be done, or who changed the case in between. Nothing is changed then.
    pub async fn act(
        &self,
        number: &str,
        version: Option<u32>,
        command: Command,
    ) -> Result<CaseView, Refusal> {
        let shelf = self.shelf().await?;
        let ground = shelf.ground();
        let events = self.seen(number, version).await?;
        let decided = casework::decide(&folded(&events)?, &command, &ground)?;
        self.record(number, &events, decided, Enclosed::default(), &ground).await?;
        self.case(number).await
    }

    /// A clock from another start date: what if it arrives on that day.
    ///
    /// # Errors
    /// Where there is no such clock on that day.
    pub async fn what_if(&self, agency: &AgencyId, clock: &str, from: NaiveDate) -> Result<Clock, Refusal> {
        Ok(self.law_in_force().await?.law.clock(agency, clock, from)?)
    }

    pub(super) async fn events(&self, number: &str) -> Result<Vec<Recorded>, Refusal> {
        let events = self.room.store.events(number).await?;
        if events.is_empty() {
            return Err(Refusal::not_found("There is no case of that number at this desk."));
        }
        Ok(events)
    }

    /// The events of a case, refused where others have added to the version that the person saw.
    pub(super) async fn seen(&self, number: &str, version: Option<u32>) -> Result<Vec<Recorded>, Refusal> {
        let events = self.events(number).await?;
        match (version, events.last()) {
            (Some(version), Some(last)) if last.version != version => {
                Err(changed_elsewhere(&events, version))
            }
            _ => Ok(events),
        }
    }

    pub(super) async fn record(
        &self,
        number: &str,
        before: &[Recorded],
        events: Vec<Event>,
        enclosed: Enclosed,
        ground: &Ground<'_>,
    ) -> Result<(), Refusal> {
        self.append(number, before, events, enclosed, ground).await.map_err(|refusal| match refusal {
            StoreRefusal::Refused(refusal) => refusal,
            StoreRefusal::NumberTaken => {
                Refusal::new(Code::ChangedElsewhere, "That number is taken. Nothing was changed.")
            }
        })
    }

    async fn append(
        &self,
        number: &str,
        before: &[Recorded],
        events: Vec<Event>,
        enclosed: Enclosed,
        ground: &Ground<'_>,
    ) -> Result<(), StoreRefusal> {
        let expected_version = before.last().map_or(0, |last| last.version);
        let at = self.clock.now();
        let recorded: Vec<Recorded> = (expected_version + 1..)
            .zip(events)
            .map(|(version, event)| Recorded {
                version,
                at,
                on: ground.today,
                by: self.room.staff.name.clone(),
                event,
            })
            .collect();
        let all: Vec<Recorded> = before.iter().chain(&recorded).cloned().collect();
        let case = folded(&all).map_err(StoreRefusal::Refused)?;
        let row = row_values(&case, ground).map_err(StoreRefusal::Refused)?;
        let append = Append {
            case_number: number.to_owned(),
            expected_version,
            events: recorded,
            row,
            letter: enclosed.letter,
            mail: enclosed.mail,
            mail_state: enclosed.mail_state,
            papers: Vec::new(),
            destroyed_papers: Vec::new(),
        };
        self.room.store.append(append).await.map_err(|error| match error {
            StoreError::NumberTaken { .. } => StoreRefusal::NumberTaken,
            error => StoreRefusal::Refused(error.into()),
        })
    }

    pub(super) fn route_for(&self, case: &Case, ground: &Ground<'_>) -> Result<RouteAnswer, Refusal> {
        let given = casework::particulars_given(case);
        let privacy_office = ground.law.rulebook(&case.agency)?.privacy_office_near(ground.today);
        Ok(routing::route(
            &RouteQuestion {
                agency: &case.agency,
                kind: case.main_kind(),
                text: &case.text,
                particulars_given: &given,
                on: case.received,
            },
            ground.catalogue,
            &privacy_office,
        ))
    }

    fn case_view(&self, case: &Case, events: &[Recorded], ground: &Ground<'_>) -> Result<CaseView, Refusal> {
        let identity = case.identity(ground)?;
        let unmet = if case.identity_verified.is_some() {
            Vec::new()
        } else {
            identity.unmet(&case.evidence_kinds()).into_iter().cloned().collect()
        };
        let proposal = if case.routing.is_none() { Some(self.route_for(case, ground)?) } else { None };
        let mut offers = Vec::new();
        for kind in LetterKind::ALL {
            let why_not = casework::why_not(case, *kind, ground)?;
            offers.push(LetterOffer { kind: *kind, name: kind.words().to_owned(), why_not });
        }
        Ok(CaseView {
            number: case.number.clone(),
            version: case.version,
            state: case.state(ground)?,
            agency: case.agency.clone(),
            kinds: case.kinds.clone(),
            received: case.received,
            channel: case.channel,
            capacity: case.capacity,
            sensitivity: case.sensitivity,
            facts: case.facts.clone(),
            requester: case.requester.clone(),
            subject: case.subject.clone(),
            text: case.text.clone(),
            particulars: case
                .particulars
                .iter()
                .map(|(name, value)| (name.clone(), casework::shown(name, value)))
                .collect(),
            asked: case.asked(
                &identity,
                proposal
                    .as_ref()
                    .and_then(|route| route.candidates.first())
                    .map(|candidate| candidate.system.as_str()),
                ground,
            ),
            misfits: casework::misfits(&case.text, &case.kinds, ground.law, &case.agency, case.received)?,
            requirements: identity.requirements.clone(),
            identity,
            unmet,
            evidence: case.evidence.clone(),
            identity_verified: case.identity_verified,
            routing: case.routing.clone(),
            proposal,
            sent: case.sent.clone(),
            search: case.search.clone(),
            determination: case.determination.clone(),
            delay: case.delay.clone(),
            system_changed: casework::system_changed(case, ground),
            letters: case.letters.clone(),
            offers,
            clocks: casework::clocks(case, ground)?,
            next: casework::next_steps(case, ground)?,
            history: events.iter().map(history_line).collect(),
        })
    }
}

pub(super) fn folded(events: &[Recorded]) -> Result<Case, Refusal> {
    Case::fold(events).ok_or_else(|| {
        Refusal::new(
            Code::DamagedDesk,
            "The ledger of this case does not begin with its opening. Nothing was changed; restore the newest backup.",
        )
    })
}

enum StoreRefusal {
    NumberTaken,
    Refused(Refusal),
}

fn changed_elsewhere(events: &[Recorded], version: u32) -> Refusal {
    let since: Vec<String> = events
        .iter()
        .filter(|recorded| recorded.version > version)
        .map(|recorded| format!("{} {}", recorded.by, casework::history_words(&recorded.event)))
        .collect();
    Refusal::new(
        Code::ChangedElsewhere,
        format!(
            "The case has changed since you opened it. {} Your change was not made; look at the case as it is now and decide again.",
            since.join(" ")
        ),
    )
}

fn nearness(closed: bool, next_by: Option<NaiveDate>, today: NaiveDate) -> Nearness {
    match next_by {
        _ if closed => Nearness::Closed,
        Some(by) if by < today => Nearness::Overdue,
        Some(by) if by == today => Nearness::Today,
        Some(by) if by <= today + chrono::Days::new(7) => Nearness::ThisWeek,
        _ => Nearness::Later,
    }
}

/// The row that lists and search read: the first next step, and the nearest day of all of them.
pub(super) fn row_values(case: &Case, ground: &Ground<'_>) -> Result<CaseRowValues, Refusal> {
    let state = case.state(ground)?;
    let next: Vec<NextStep> = casework::next_steps(case, ground)?;
    let routing = case.routing.as_ref();
    let search_text = [routing.map_or("", |to| &to.system_name), &case.text].join("\n");
    let clock = casework::clocks(case, ground)?.into_iter().find(|clock| clock.status.is_open());
    Ok(CaseRowValues {
        agency: case.agency.clone(),
        kinds: case.kinds.clone(),
        requester: case.requester.name.clone(),
        system: routing.map(|to| to.system.clone()),
        state,
        step: next.first().map(step_key).unwrap_or_default(),
        clock: clock.map(|clock| clock.clock.clock).unwrap_or_default(),
        next_words: next.first().map(|step| step.words.clone()).unwrap_or_default(),
        next_by: next.iter().filter_map(|step| step.by).min(),
        received: case.received,
        closed: state == State::Closed,
        closed_on: case.closed,
        office: routing.map(|to| to.office.clone()),
        assignee: String::new(),
        unit: String::new(),
        restricted: false,
        held: false,
        dispose_after: None,
        people: people(case),
        search_text,
    })
}

/// The key of a step, by which lists are narrowed: `write-letter:acknowledgement`.
fn step_key(step: &NextStep) -> String {
    match step.letter {
        Some(letter) => format!("{}:{letter}", step.step),
        None => step.step.clone(),
    }
}

/// The people by whom a case is found.
fn people(case: &Case) -> Vec<PersonSeen> {
    let seen = |role, person: &casework::Person, identifiers| PersonSeen {
        role,
        name: person.name.clone(),
        address: person.address.clone(),
        email: person.email.clone(),
        identifiers,
    };
    // The number is the subject's: the records are about them.
    let ssn: Vec<String> = case.particulars.get("ssn").cloned().into_iter().collect();
    match &case.subject {
        Some(subject) => vec![
            seen(PersonRole::Requester, &case.requester, Vec::new()),
            seen(PersonRole::Subject, subject, ssn),
        ],
        None => vec![seen(PersonRole::Requester, &case.requester, ssn)],
    }
}

fn history_line(recorded: &Recorded) -> HistoryLine {
    let at: chrono::DateTime<Utc> = recorded.at;
    HistoryLine {
        version: recorded.version,
        at: at.with_timezone(&chrono_tz::America::New_York).format("%Y-%m-%dT%H:%M:%S%:z").to_string(),
        on: recorded.on,
        by: recorded.by.clone(),
        words: casework::history_words(&recorded.event),
    }
}
