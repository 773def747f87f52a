//! One time limit under everything that can happen to it: perfection, tolling, extension, an extension taken back.
//!
//! A pure function of a set of events: in whatever order they are recorded, the same events give the same dates.
//! Whether a limit may be tolled at all, and whether it waits for perfection, stands in the rulebook; the limits of
//! parts 266 and 401 do neither.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    Calendar, CountedDay, LawError, Reading, Unit,
    clock::{ClockEntry, days_to_spare},
    terms::terms,
};

terms! {
    /// Why a limit stands still.
    Toll {
        /// The requester was asked to clarify; once at most (5 U.S.C. 552(a)(6)(A)(ii)).
        Clarification = "clarification" => "waiting for the requester's clarification",
        /// A question of fees is open (5 U.S.C. 552(a)(6)(A)(ii)).
        Fee = "fee" => "waiting for an answer on fees",
    }
}

/// Something that happens to a time limit.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(tag = "event", rename_all = "kebab-case", deny_unknown_fields)]
pub enum ClockEvent {
    /// What starts the limit happened: day 0.
    Started {
        /// The day.
        on: NaiveDate,
    },
    /// The request became complete.
    Perfected {
        /// The day.
        on: NaiveDate,
    },
    /// The limit stands still: this day is counted, those after it are not.
    Tolled {
        /// The day.
        on: NaiveDate,
        /// Why.
        reason: Toll,
    },
    /// The limit runs on: the day after this one is counted.
    Resumed {
        /// The day.
        on: NaiveDate,
        /// What had held it.
        reason: Toll,
    },
    /// More days are given.
    Extended {
        /// The day on which it was done.
        on: NaiveDate,
        /// Tells this extension from others.
        id: String,
        /// How many days.
        count: u32,
        /// Which days are counted.
        unit: Unit,
    },
    /// An extension was taken back, as if it had never been given.
    ExtensionTakenBack {
        /// The day on which it was done.
        on: NaiveDate,
        /// Which extension.
        id: String,
    },
}

/// A time limit after all that happened to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Timeline {
    /// The id of the rule.
    pub clock: String,
    /// The paragraph.
    pub cite: String,
    /// The day of the event that started it.
    pub started: NaiveDate,
    /// Day 0: the same, or the day of perfection where the limit waits for it.
    pub from: NaiveDate,
    /// The due date by observed holidays; nothing while the limit stands still.
    pub due: Option<NaiveDate>,
    /// The due date by the dates of 5 U.S.C. 6103(a) alone.
    pub due_strict: Option<NaiveDate>,
    /// The last working day that is safe under every reading.
    pub send_by: Option<NaiveDate>,
    /// While it stands still: why, since when, and how many days are left.
    pub standing_still: Option<StandingStill>,
    /// Every day from the day after day 0 to the due date, or to the day on which it came to a stand.
    pub days: Vec<CountedDay>,
    /// What had no effect, and why, one sentence each.
    pub notes: Vec<String>,
}

/// A limit that stands still.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct StandingStill {
    /// Why.
    pub reason: Toll,
    /// The last day that was counted or could have been.
    pub since: NaiveDate,
    /// How many days are left of the first limit and its extensions together.
    pub days_left: u32,
}

/// A span of days that are not counted: after the first, through the last; open where there is no last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Span {
    after: NaiveDate,
    through: Option<NaiveDate>,
    reason: Toll,
}

impl Span {
    fn covers(&self, day: NaiveDate) -> bool {
        self.after < day && self.through.is_none_or(|last| day <= last)
    }
}

/// The dates of a limit under a set of events.
///
/// # Errors
/// [`LawError::NoSuchRule`] where nothing started it; [`LawError::TooLarge`] where the count leaves the calendar.
pub(super) fn timeline(
    rule: &ClockEntry,
    events: &[ClockEvent],
    calendar: &Calendar,
) -> Result<Timeline, LawError> {
    let mut events = events.to_vec();
    events.sort();
    events.dedup();
    let started = first_start(&events).ok_or_else(|| LawError::NoSuchRule {
        agency: rule.id.clone(),
        what: "day on which it started".to_owned(),
    })?;
    let mut notes = Vec::new();
    let from = match perfected(&events, started).filter(|_| rule.waits_for_perfection) {
        Some(day) => day,
        None => started,
    };
    let spans = spans(rule, &events, &mut notes);
    let segments = segments(rule, &events, from, &spans, calendar, &mut notes)?;
    let observed = walk(&segments, from, &spans, calendar, Reading::Observed)?;
    let strict = walk(&segments, from, &spans, calendar, Reading::Strict)?;
    let earliest = observed.due.min(strict.due);
    Ok(Timeline {
        clock: rule.id.clone(),
        cite: rule.cite.clone(),
        started,
        from,
        due: observed.due,
        due_strict: strict.due,
        send_by: earliest.map(|day| calendar.last_open_day(day).0),
        standing_still: observed.still,
        days: observed.days,
        notes,
    })
}

/// The day on which a limit of these events started; the earliest where it is recorded twice.
pub(super) fn first_start(events: &[ClockEvent]) -> Option<NaiveDate> {
    let starts = events.iter().filter_map(|event| match event {
        ClockEvent::Started { on } => Some(*on),
        _ => None,
    });
    starts.min()
}

fn perfected(events: &[ClockEvent], started: NaiveDate) -> Option<NaiveDate> {
    let days = events.iter().filter_map(|event| match event {
        ClockEvent::Perfected { on } => Some((*on).max(started)),
        _ => None,
    });
    days.min()
}

/// The spans in which the limit stands still. Each reason is paired with its own end.
fn spans(rule: &ClockEntry, events: &[ClockEvent], notes: &mut Vec<String>) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for reason in Toll::ALL {
        let mut stops: Vec<NaiveDate> = Vec::new();
        let mut ends: Vec<NaiveDate> = Vec::new();
        for event in events {
            match event {
                ClockEvent::Tolled { on, reason: why } if why == reason => stops.push(*on),
                ClockEvent::Resumed { on, reason: why } if why == reason => ends.push(*on),
                _ => {}
            }
        }
        if !rule.may_toll && !stops.is_empty() {
            notes.push(format!("Nothing in {} lets this limit stand still; it ran on.", rule.cite));
            continue;
        }
        let mut last: Option<Span> = None;
        for stop in stops {
            if last.is_some_and(|span| span.through.is_none_or(|through| stop < through)) {
                continue;
            }
            let through = ends.iter().copied().find(|end| *end >= stop);
            let span = Span { after: stop, through, reason: *reason };
            // A question that is answered the same day holds nothing up, and uses nothing up.
            let empty = through == Some(stop);
            let again = spans.iter().any(|earlier| earlier.reason == Toll::Clarification);
            if *reason == Toll::Clarification && again && !empty {
                notes.push(format!(
                    "The limit stands still for a clarification once only; on {stop} it ran on."
                ));
            } else if !empty {
                spans.push(span);
                last = Some(span);
            }
        }
    }
    spans
}

/// The first limit, then its extensions in the order in which they were given.
fn segments(
    rule: &ClockEntry,
    events: &[ClockEvent],
    from: NaiveDate,
    spans: &[Span],
    calendar: &Calendar,
    notes: &mut Vec<String>,
) -> Result<Vec<(u32, Unit)>, LawError> {
    let taken_back = |id: &str| {
        events
            .iter()
            .any(|event| matches!(event, ClockEvent::ExtensionTakenBack { id: back, .. } if back == id))
    };
    let mut given: Vec<(NaiveDate, &str, u32, Unit)> = events
        .iter()
        .filter_map(|event| match event {
            ClockEvent::Extended { on, id, count, unit } if !taken_back(id) => {
                Some((*on, id.as_str(), *count, *unit))
            }
            _ => None,
        })
        .collect();
    given.sort();
    let mut segments = vec![(rule.count, rule.unit)];
    for (on, _, count, unit) in given {
        let due = walk(&segments, from, spans, calendar, Reading::Observed)?.due;
        if due.is_some_and(|due| due < on) {
            notes.push(format!(
                "The extension of {on} came after the limit had run out, and gives no more days."
            ));
        } else {
            segments.push((count, unit));
        }
    }
    Ok(segments)
}

/// A limit walked to its end, or to where it stands still.
struct Walked {
    due: Option<NaiveDate>,
    still: Option<StandingStill>,
    days: Vec<CountedDay>,
}

fn walk(
    segments: &[(u32, Unit)],
    from: NaiveDate,
    spans: &[Span],
    calendar: &Calendar,
    reading: Reading,
) -> Result<Walked, LawError> {
    let total: u32 = segments.iter().fold(0, |sum, (count, _)| sum.saturating_add(*count));
    let mut days = Vec::with_capacity(days_to_spare(total));
    let (mut date, mut counted) = (from, 0);
    for (count, unit) in segments {
        let mut left = *count;
        while left > 0 {
            let next = Calendar::days_after(date, 1)?;
            let held = spans.iter().find(|span| span.covers(next));
            if let Some(Span { reason, through: None, .. }) = held {
                let still = StandingStill { reason: *reason, since: date, days_left: total - counted };
                return Ok(Walked { due: None, still: Some(still), days });
            }
            let day = calendar.day(next);
            let counts = held.is_none() && (day.is_working(reading) || *unit == Unit::Calendar);
            if counts {
                left -= 1;
                counted += 1;
            }
            let why = held.map_or_else(|| calendar.words(day, reading), |span| span.reason.words());
            days.push(CountedDay { date: next, counted: counts.then_some(counted), why });
            date = next;
        }
    }
    Ok(Walked { due: Some(date), still: None, days })
}
