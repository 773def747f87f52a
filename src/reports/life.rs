//! The life of one case as a line: how long it stood at which step, and what came on the way.

use chrono::NaiveDate;
use serde::Serialize;

use crate::casework::{Case, Event, Ground, Recorded, State, standing_events};
use crate::law::{LawError, terms};

terms! {
    /// What a mark on the line is about.
    MarkKind {
        /// The request came.
        Received = "received" => "Received",
        /// A letter left the office.
        Letter = "letter" => "Letter",
        /// Something came from the requester.
        FromRequester = "from-requester" => "From the requester",
        /// It was decided.
        Decision = "decision" => "Decision",
        /// A limit ends.
        Due = "due" => "Due",
        /// It was closed or reopened.
        End = "end" => "Closed",
    }
}

/// How long a case stood at one step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct LifeStage {
    /// The step.
    pub state: State,
    /// From this day.
    pub from: NaiveDate,
    /// To this day, on which the next step began.
    pub to: NaiveDate,
    /// How many days.
    pub days: u32,
}

/// Something that came on the way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct LifeMark {
    /// The day.
    pub on: NaiveDate,
    /// What it is about.
    pub kind: MarkKind,
    /// What it is, in words.
    pub words: String,
}

/// The life of a case, from receipt to closing or to today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct CaseLife {
    /// Day 0.
    pub from: NaiveDate,
    /// The day of closing, or today.
    pub to: NaiveDate,
    /// Step after step; none where the steps would tell whether there is a record.
    pub stages: Vec<LifeStage>,
    /// What came on the way, the oldest first.
    pub marks: Vec<LifeMark>,
}

/// The life of a case from its events and its clocks. Where its existence is kept from whoever looks, only its receipt, its
/// limits and its end are told.
///
/// # Errors
/// Where no rulebook answers for the agency and the day.
pub fn life(case: &Case, events: &[Recorded], ground: &Ground<'_>) -> Result<CaseLife, LawError> {
    let concealed = case.conceals_existence_from(ground.actor);
    let to = case.closed.unwrap_or(ground.today).max(case.received);
    let mut marks = vec![LifeMark {
        on: case.received,
        kind: MarkKind::Received,
        words: MarkKind::Received.words().to_owned(),
    }];
    for recorded in standing_events(events) {
        marks.extend(mark(case, recorded).filter(|mark| !concealed || mark.kind == MarkKind::End));
    }
    for clock in crate::casework::clocks(case, ground)? {
        marks.push(LifeMark { on: clock.clock.due, kind: MarkKind::Due, words: clock.clock.name.clone() });
    }
    marks.sort_by_key(|mark| mark.on);
    let stages = if concealed { Vec::new() } else { stages(case, events, to, ground)? };
    Ok(CaseLife { from: case.received, to, stages, marks })
}

/// The case as it stood at the end of each day on which something happened.
fn stages(
    case: &Case,
    events: &[Recorded],
    to: NaiveDate,
    ground: &Ground<'_>,
) -> Result<Vec<LifeStage>, LawError> {
    let mut stages: Vec<LifeStage> = Vec::new();
    for (place, recorded) in events.iter().enumerate() {
        let last_of_day = events.get(place + 1).is_none_or(|next| next.on > recorded.on);
        let Some(then) = last_of_day.then(|| events.get(..=place).and_then(Case::fold)).flatten() else {
            continue;
        };
        let state = then.state(ground)?;
        let begun = if stages.is_empty() { case.received } else { recorded.on };
        match stages.last_mut() {
            Some(before) if before.state == state => {}
            before => {
                if let Some(before) = before {
                    before.to = begun;
                }
                stages.push(LifeStage { state, from: begun, to, days: 0 });
            }
        }
    }
    stages.retain(|stage| stage.state != State::Closed || stage.to > stage.from || stage.from == to);
    for stage in &mut stages {
        stage.to = stage.to.max(stage.from);
        stage.days = u32::try_from((stage.to - stage.from).num_days()).unwrap_or(0);
    }
    Ok(stages)
}

fn mark(case: &Case, recorded: &Recorded) -> Option<LifeMark> {
    let letter = |id: &str| {
        case.letters
            .iter()
            .find(|issued| issued.letter == id)
            .map(|issued| issued.name.clone())
            .unwrap_or_default()
    };
    let (on, kind, words) = match &recorded.event {
        Event::LetterPosted { letter: id, on, .. } => (*on, MarkKind::Letter, letter(id)),
        Event::LetterEmailed { letter: id, .. } => (recorded.on, MarkKind::Letter, letter(id)),
        Event::LetterReceived { received, about, .. } => {
            (*received, MarkKind::FromRequester, about.words().to_owned())
        }
        Event::AppealReceived { received, of, .. } => {
            (*received, MarkKind::FromRequester, format!("Asks for a second look: {}", of.words()))
        }
        Event::StatementFiled { received, .. } => {
            (*received, MarkKind::FromRequester, "Statement of disagreement".to_owned())
        }
        Event::Decided { .. } => (recorded.on, MarkKind::Decision, "Decided".to_owned()),
        Event::DecisionApproved { .. } => (recorded.on, MarkKind::Decision, "Decision approved".to_owned()),
        Event::AppealDecided { on, .. } => (*on, MarkKind::Decision, "Decided on the second look".to_owned()),
        Event::Closed { .. } => (recorded.on, MarkKind::End, "Closed".to_owned()),
        Event::Reopened { .. } => (recorded.on, MarkKind::End, "Reopened".to_owned()),
        _ => return None,
    };
    Some(LifeMark { on, kind, words })
}
