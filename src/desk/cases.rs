//! Cases: the worklist, taking in, showing, and every command.

use chrono::NaiveDate;

use super::inbox::ComingPapers;
use super::{CaseRow, CaseView, Desk, IntakePreview, Nearness, Worklist, WorklistQuery};
use crate::casework::{self, Case, Command, Event, Ground, Intake, NextStep, Recorded, State};
use crate::error::{Code, Refusal};
use crate::law::{AgencyId, Clock};
use crate::routing::{self, RouteAnswer, RouteQuestion};
use crate::store::{
    Append, CaseRowValues, MailOutcome, NewLetter, NewMail, NewPaper, PersonRole, PersonSeen, StoreError,
    Whose, WorklistFilter,
};

/// How often a new case asks for a number when others take numbers at the same time.
const TRIES_FOR_A_NUMBER: u32 = 20;

/// How many days from today count as this week.
const THIS_WEEK: u64 = 7;

/// What goes into the store together with the events of one command.
#[derive(Default)]
pub(super) struct Enclosed {
    /// A letter with its bytes.
    pub(super) letter: Option<NewLetter>,
    /// A message for the outbox.
    pub(super) mail: Option<NewMail>,
    /// What became of a message of the outbox.
    pub(super) mail_state: Option<MailOutcome>,
    /// Scans and files with their bytes.
    pub(super) papers: Vec<NewPaper>,
    /// The ids of papers that are destroyed.
    pub(super) destroyed_papers: Vec<String>,
    /// The ids of what waited in the inbox and comes into the case.
    pub(super) taken_in: Vec<String>,
}

impl Desk {
    /// A page of the worklist, ordered by when the next thing is due.
    ///
    /// # Errors
    /// Where the store fails.
    pub async fn worklist(&self, query: WorklistQuery) -> Result<Worklist, Refusal> {
        self.listed(&self.filter(&query, self.clock.today())).await
    }

    /// The first open cases whose next thing is due on a day: at most a page of the worklist.
    ///
    /// # Errors
    /// Where the store fails.
    pub async fn cases_due(&self, agency: Option<&AgencyId>, on: NaiveDate) -> Result<Worklist, Refusal> {
        let query = WorklistQuery { agency: agency.cloned(), ..WorklistQuery::default() };
        let every = self.filter(&query, self.clock.today());
        self.listed(&WorklistFilter { due_from: Some(on), due_to: Some(on), ..every }).await
    }

    async fn listed(&self, filter: &WorklistFilter) -> Result<Worklist, Refusal> {
        let today = self.clock.today();
        let shelf = self.shelf().await?;
        let calendar = shelf.law.law.calendar();
        let page = self.room.store.worklist(filter).await?;
        let watched = self.room.store.watched_by(&self.member.staff.name).await?;
        let rows = page
            .rows
            .into_iter()
            .map(|row| {
                let values = row.values;
                CaseRow {
                    watched: watched.contains(&row.number),
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
                    assignee: values.assignee,
                    restricted: values.restricted,
                    held: values.held,
                    version: row.version,
                }
            })
            .collect();
        Ok(Worklist {
            rows,
            total: page.total,
            more_than_total: page.more_than_total,
            next_page: page.next_page,
        })
    }

    /// What the store is asked for a query of this member of the staff.
    fn filter(&self, query: &WorklistQuery, today: NaiveDate) -> WorklistFilter {
        let text = |text: &Option<String>| text.clone().filter(|words| !words.trim().is_empty());
        let yesterday = today.pred_opt();
        let tomorrow = today.succ_opt();
        let (due_from, due_to) = match query.due {
            Some(Nearness::Overdue) => (None, yesterday),
            Some(Nearness::Today) => (Some(today), Some(today)),
            Some(Nearness::ThisWeek) => (tomorrow, Some(today + chrono::Days::new(THIS_WEEK))),
            Some(Nearness::Later) => (Some(today + chrono::Days::new(THIS_WEEK + 1)), None),
            Some(Nearness::Closed) | None => (None, None),
        };
        WorklistFilter {
            viewer: self.viewer(),
            agency: query.agency.clone(),
            state: query.state,
            step: text(&query.step),
            clock: text(&query.clock),
            whose: match query.whose.as_deref() {
                None | Some("" | "everyone") => Whose::Everyone,
                Some("mine") => Whose::Mine,
                Some("my-unit") => Whose::MyUnit,
                Some("nobody") => Whose::Nobody,
                Some(name) => Whose::Of(name.to_owned()),
            },
            unit: text(&query.unit),
            watched: query.watched,
            due_from,
            due_to,
            search: text(&query.search),
            closed: query.closed || query.due == Some(Nearness::Closed),
            after: query.after.clone(),
        }
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
        let case = casework::provisional(&intake, &ground);
        let route = self.route_for(&case, &ground)?;
        let likeliest = route.candidates.first().map(|candidate| candidate.system.as_str());
        Ok(IntakePreview {
            asked: case.asked(&identity, likeliest, &ground),
            misfits: casework::misfits(&case.text, &case.kinds, ground.law, &case.agency, case.received)?,
            unmet,
            route,
            triage: casework::triage_offer(&case, &ground)?,
            cases: u32::try_from(casework::split(&intake).len()).unwrap_or(u32::MAX),
            clocks: casework::clocks(&case, &ground)?,
            next: casework::next_steps(&case, &ground)?,
            identity,
            problems,
        })
    }

    /// Opens a case; where the letter asks several things that run on clocks of their own, a case for each, linked to one
    /// another. Answers with the first.
    ///
    /// # Errors
    /// What is wrong with the form, or the rule that does not let it be taken in. Nothing is recorded then.
    pub async fn open_case(&self, intake: Intake) -> Result<CaseView, Refusal> {
        self.open_case_enclosing(intake, ComingPapers::none(self.clock.today())).await
    }

    /// Opens a case with papers in its file.
    pub(super) async fn open_case_enclosing(
        &self,
        intake: Intake,
        coming: ComingPapers,
    ) -> Result<CaseView, Refusal> {
        self.answers_for(&intake.agency)?;
        let shelf = self.shelf().await?;
        let ground = shelf.ground();
        let year = chrono::Datelike::year(&intake.received);
        let requests = casework::split(&intake);
        for _ in 0..TRIES_FOR_A_NUMBER {
            let first = self.room.store.next_number(&intake.agency.prefix(), year).await?;
            let numbers = numbers_from(&first, requests.len());
            let mut batches = Vec::new();
            for (number, request) in numbers.iter().zip(&requests) {
                let mut events = casework::open(number.clone(), request, &ground)?;
                events.extend(numbers.iter().filter(|other| *other != number).map(|other| {
                    Event::CaseLinked { number: other.clone(), why: "asked in the same letter".to_owned() }
                }));
                let (papers, enclosed) = match number == &first {
                    true => coming.recorded(),
                    false => Default::default(),
                };
                events.extend(papers);
                batches.push(self.batch(number, &[], events, enclosed, &ground)?);
            }
            match self.room.store.append_all(batches).await {
                Err(StoreError::NumberTaken { .. }) => {}
                Err(error) => return Err(error.into()),
                Ok(()) => return self.case(&first).await,
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
        let case = folded(&events)?;
        self.need_to_know(&case)?;
        self.case_view(&case, &events, &ground)
    }

    /// Refuses to show a case that is kept to those who need to know of it.
    pub(super) fn need_to_know(&self, case: &Case) -> Result<(), Refusal> {
        if case.may_be_seen_by(&self.member.actor) {
            return Ok(());
        }
        Err(Refusal::not_allowed(
            "This case is kept to those who need to know of it. Ask whoever has it, or an approving official.",
            "5 U.S.C. 552a(b)(1)",
        ))
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
        let events = self.seen(number, version).await?;
        let case = folded(&events)?;
        let shelf = self.shelf_for(&case).await?;
        let ground = shelf.ground();
        let decided = casework::decide(&case, &command, &ground)?;
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

    /// Records what was decided on the events before.
    pub(super) async fn record(
        &self,
        number: &str,
        before: &[Recorded],
        events: Vec<Event>,
        enclosed: Enclosed,
        ground: &Ground<'_>,
    ) -> Result<(), Refusal> {
        let batch = self.batch(number, before, events, enclosed, ground)?;
        Ok(self.room.store.append(batch).await?)
    }

    fn batch(
        &self,
        number: &str,
        before: &[Recorded],
        events: Vec<Event>,
        enclosed: Enclosed,
        ground: &Ground<'_>,
    ) -> Result<Append, Refusal> {
        let expected_version = before.last().map_or(0, |last| last.version);
        let at = self.clock.now();
        let recorded: Vec<Recorded> = (expected_version + 1..)
            .zip(events)
            .map(|(version, event)| Recorded {
                version,
                at,
                on: ground.today,
                by: self.member.staff.name.clone(),
                event,
            })
            .collect();
        let all: Vec<Recorded> = before.iter().chain(&recorded).cloned().collect();
        let case = folded(&all)?;
        let row = row_values(&case, ground)?;
        let made: Vec<Event> = recorded.iter().map(|recorded| recorded.event.clone()).collect();
        let disclosures = Self::disclosures_in(&case, &made);
        Ok(Append {
            case_number: number.to_owned(),
            expected_version,
            events: recorded,
            row,
            letter: enclosed.letter,
            mail: enclosed.mail,
            mail_state: enclosed.mail_state,
            papers: enclosed.papers,
            destroyed_papers: enclosed.destroyed_papers,
            taken_in: enclosed.taken_in,
            disclosures,
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
}

pub(super) fn folded(events: &[Recorded]) -> Result<Case, Refusal> {
    Case::fold(events).ok_or_else(|| {
        Refusal::new(
            Code::DamagedDesk,
            "The ledger of this case does not begin with its opening. Nothing was changed; restore the newest backup.",
        )
    })
}

/// The number and those that follow it: `SSA-2026-00007`, `SSA-2026-00008`.
fn numbers_from(first: &str, count: usize) -> Vec<String> {
    let Some((series, last)) = first.rsplit_once('-') else { return vec![first.to_owned()] };
    let start: u64 = last.parse().unwrap_or_default();
    (start..).take(count.max(1)).map(|number| format!("{series}-{number:05}")).collect()
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
        Some(by) if by <= today + chrono::Days::new(THIS_WEEK) => Nearness::ThisWeek,
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
        decided_on: case.decided_on(),
        office: routing.map(|to| to.office.clone()),
        assignee: case.assignee.clone(),
        unit: case.unit.clone(),
        restricted: case.is_restricted(),
        held: case.hold.is_some(),
        dispose_after: casework::keep_through(case, ground)?.through,
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
    let mut people = match &case.subject {
        Some(subject) => vec![
            seen(PersonRole::Requester, &case.requester, Vec::new()),
            seen(PersonRole::Subject, subject, ssn),
        ],
        None => vec![seen(PersonRole::Requester, &case.requester, ssn)],
    };
    people.extend(
        case.representative.iter().map(|named| seen(PersonRole::Representative, &named.person, Vec::new())),
    );
    people
}
