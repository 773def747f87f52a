//! Time limits: one rule of a rulebook, applied to a start date, with its working day by day.

use chrono::NaiveDate;
use serde::Serialize;

use super::{Calendar, Closing, Kind, LawError, Reading, day_table::DatedDay, in_force::entry, terms::terms};

terms! {
    /// How a time limit counts its days.
    Unit {
        /// Saturdays, Sundays and legal public holidays are not counted (5 U.S.C. 552a(d)(2)(A)).
        Working = "working" => "working days",
        /// Every day is counted.
        Calendar = "calendar" => "calendar days",
    }
}

terms! {
    /// Whose time limit it is.
    DutyOf {
        /// The agency must act by the date.
        Agency = "agency" => "the agency",
        /// The requester may act until the date.
        Requester = "requester" => "the requester",
    }
}

terms! {
    /// What starts a time limit, and what meets it.
    Trigger {
        /// The request was received.
        Receipt = "receipt" => "receipt of the request",
        /// The date that the request bears.
        RequestDated = "request-dated" => "the date of the request",
        /// An acknowledgement left the office.
        AcknowledgementSent = "acknowledgement-sent" => "the acknowledgement",
        /// A notice of delay left the office.
        DelayNoticeSent = "delay-notice-sent" => "the delay notice",
        /// The decision was made.
        Decided = "decided" => "the decision",
        /// The letter with the decision left the office.
        DecisionSent = "decision-sent" => "the letter with the decision",
        /// The date of a letter that denies access.
        DenialDated = "denial-dated" => "the date of the denial",
        /// The requester received a denial of access, or partial materials.
        DenialReceived = "denial-received" => "receipt of the denial",
        /// The date of a letter that refuses an amendment.
        RefusalDated = "refusal-dated" => "the date of the refusal",
        /// A record was amended, or a dispute noted.
        RecordAmended = "record-amended" => "the amendment of the record",
        /// Earlier recipients were told.
        RecipientsTold = "recipients-told" => "telling earlier recipients",
        /// The requester asked for the review of a refusal to amend.
        ReviewRequested = "review-requested" => "the request for review",
        /// The request for review was received.
        ReviewReceived = "review-received" => "receipt of the request for review",
        /// The time for the review ended, and it was extended.
        ReviewExtended = "review-extended" => "the end of the first time for the review",
        /// The requester appealed against a denial of access.
        AppealReceived = "appeal-received" => "receipt of the appeal",
        /// The time for the appeal ended, and it was extended.
        AppealExtended = "appeal-extended" => "the end of the first time for the appeal",
        /// The reviewing official decided.
        ReviewDecided = "review-decided" => "the decision on review",
    }
}

entry! {
    /// A time limit.
    ClockEntry(id, kinds) {
        /// The id of the contract.
        id: String,
        /// What must be done.
        name: String,
        /// How many days.
        count: u32,
        /// Which days are counted.
        unit: Unit,
        /// Whose limit.
        duty: DutyOf,
        /// What starts it.
        starts: Trigger,
        /// What meets it; any one of these is enough.
        #[serde(default)]
        met_by: Vec<Trigger>,
        /// The kinds of request that it is for.
        kinds: Vec<Kind>,
        /// Whether it may stand still while the requester is asked something.
        #[serde(default)]
        may_toll: bool,
        /// Whether it runs from the day on which the request became complete.
        #[serde(default)]
        waits_for_perfection: bool,
        /// Where it counts from arrival at the right office: within how many days after receipt by any office it starts at
        /// the latest.
        #[serde(default)]
        latest_after_receipt: Option<u32>,
    }
}

/// One time limit as a rulebook states it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClockRule {
    /// The id of the contract: `usps-acknowledge`.
    pub id: String,
    /// What must be done, for people: `Acknowledge the request`.
    pub name: String,
    /// The paragraph: `39 CFR 266.5(a)(2)`.
    pub cite: String,
    /// How many days.
    pub count: u32,
    /// Which days are counted.
    pub unit: Unit,
    /// Whose limit it is.
    pub duty: DutyOf,
    /// What starts it.
    pub starts: Trigger,
    /// What meets it; any one of these is enough.
    pub met_by: Vec<Trigger>,
    /// The kinds of request that it is for.
    pub kinds: Vec<Kind>,
    /// Whether it may stand still while the requester is asked something.
    pub may_toll: bool,
    /// Whether it runs from the day on which the request became complete.
    pub waits_for_perfection: bool,
    /// Where it counts from arrival at the right office: within how many days after receipt by any office it starts at the
    /// latest.
    pub latest_after_receipt: Option<u32>,
}

/// One day of the working of a clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct CountedDay {
    /// The day.
    pub date: NaiveDate,
    /// Its number in the count; nothing where the day is not counted.
    pub counted: Option<u32>,
    /// `working day`, `Saturday`, `Columbus Day`, `Independence Day (observed)`.
    pub why: &'static str,
}

/// A time limit applied to a start date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Clock {
    /// The id of the rule.
    pub clock: String,
    /// What must be done, for people.
    pub name: String,
    /// The paragraph.
    pub cite: String,
    /// Whose limit it is.
    pub duty: DutyOf,
    /// What starts it, in words: `receipt of the request`.
    pub starts: &'static str,
    /// Day 0.
    pub from: NaiveDate,
    /// How many days.
    pub count: u32,
    /// Which days are counted.
    pub unit: Unit,
    /// The due date by observed holidays; for calendar clocks the plain date.
    pub due: NaiveDate,
    /// The due date by the dates of 5 U.S.C. 6103(a) alone.
    pub due_strict: NaiveDate,
    /// The last working day, safe under every reading, on which to act; the office is open on it.
    pub send_by: NaiveDate,
    /// The closed days of the office that made `send_by` an earlier day, the latest first. They move no date of a rule.
    pub closings: Vec<Closing>,
    /// For a limit of the requester's: through which working day an act is still taken, where the last day is none.
    ///
    /// A decision of this program: no rule moves the last day, and both agencies may take late appeals.
    pub accept_through: Option<NaiveDate>,
    /// Every day from the day after day 0 to the due date.
    pub days: Vec<CountedDay>,
}

/// Room for the days of a working: fewer than two days in five are weekends or holidays.
pub(super) fn days_to_spare(count: u32) -> usize {
    usize::try_from(count).unwrap_or(0).saturating_mul(8) / 5 + 4
}

/// The days of a count, and the dates on which it ends.
struct Reckoned {
    days: Vec<CountedDay>,
    due: NaiveDate,
    due_strict: NaiveDate,
}

/// Counts from the day after `from`, by both readings at once.
///
/// Observed holidays only ever add days that are not counted, so the strict date lies within the same days.
fn reckon(count: u32, unit: Unit, from: NaiveDate, calendar: &Calendar) -> Result<Reckoned, LawError> {
    let table = calendar.table();
    let ahead = match unit {
        Unit::Working => table.working_days(from, count),
        Unit::Calendar => table.calendar_days(from, count).map(|days| (days, days.len())),
    };
    match ahead {
        Some((days, strict)) => Ok(written_out(days, strict, unit, from, calendar)),
        None => stepped(count, unit, from, calendar),
    }
}

/// The working over days that are worked out ahead; the strict count ends with the `strict`th of them.
fn written_out(
    ahead: &[DatedDay],
    strict: usize,
    unit: Unit,
    from: NaiveDate,
    calendar: &Calendar,
) -> Reckoned {
    let mut counted = 0;
    let every_day = unit == Unit::Calendar;
    let days = ahead.iter().map(|DatedDay { date, day }| {
        let counts = every_day || day.is_working(Reading::Observed);
        counted += u32::from(counts);
        let why = calendar.words(*day, Reading::Observed);
        CountedDay { date: *date, counted: counts.then_some(counted), why }
    });
    let days = days.collect();
    let date_of =
        |place: usize| place.checked_sub(1).and_then(|last| ahead.get(last)).map_or(from, |day| day.date);
    Reckoned { days, due: date_of(ahead.len()), due_strict: date_of(strict) }
}

/// The same, step by step, where the count leaves the years that are worked out ahead.
fn stepped(count: u32, unit: Unit, from: NaiveDate, calendar: &Calendar) -> Result<Reckoned, LawError> {
    let mut days = Vec::with_capacity(days_to_spare(count));
    let (mut counted, mut counted_strict) = (0, 0);
    let (mut date, mut due_strict) = (from, from);
    while counted < count {
        date = date.succ_opt().ok_or_else(|| LawError::TooLarge(format!("{count} days after {from}")))?;
        let day = calendar.day(date);
        let counts = |reading| unit == Unit::Calendar || day.is_working(reading);
        if counted_strict < count && counts(Reading::Strict) {
            counted_strict += 1;
            due_strict = date;
        }
        let counts = counts(Reading::Observed);
        counted += u32::from(counts);
        let why = calendar.words(day, Reading::Observed);
        days.push(CountedDay { date, counted: counts.then_some(counted), why });
    }
    Ok(Reckoned { days, due: date, due_strict })
}

/// The limit of an entry applied to `from`, day 0, with its working day by day.
///
/// The day of receipt is not counted ("after the date of receipt", 5 U.S.C. 552a(d)(2)(A)). A clock of working days is
/// reckoned twice, because an observed Friday is a holiday for pay and leave only (5 U.S.C. 6103(b)(1)).
struct Limit<'a> {
    id: &'a str,
    name: &'a str,
    cite: &'a str,
    duty: DutyOf,
    starts: Trigger,
    count: u32,
    unit: Unit,
}

impl Limit<'_> {
    fn run(&self, from: NaiveDate, calendar: &Calendar) -> Result<Clock, LawError> {
        let Reckoned { days, due, due_strict } = reckon(self.count, self.unit, from, calendar)?;
        let earliest = due.min(due_strict);
        let (send_by, closings) = match self.duty {
            DutyOf::Agency => calendar.last_open_day(earliest),
            // A closed office takes nothing of the requester's time away.
            DutyOf::Requester => (calendar.previous_working_day(earliest), Vec::new()),
        };
        Ok(Clock {
            clock: self.id.to_owned(),
            name: self.name.to_owned(),
            cite: self.cite.to_owned(),
            duty: self.duty,
            starts: self.starts.words(),
            from,
            count: self.count,
            unit: self.unit,
            due,
            due_strict,
            send_by,
            closings,
            accept_through: (self.duty == DutyOf::Requester).then(|| calendar.next_working_day(due)),
            days,
        })
    }
}

impl ClockRule {
    /// The limit applied to `from`, day 0, with its working day by day, by the calendar of the office.
    ///
    /// # Errors
    /// [`LawError::TooLarge`] where the count runs past the last day that has a date.
    pub fn run(&self, from: NaiveDate, calendar: &Calendar) -> Result<Clock, LawError> {
        let Self { id, name, cite, duty, starts, count, unit, .. } = self;
        Limit { id, name, cite, duty: *duty, starts: *starts, count: *count, unit: *unit }.run(from, calendar)
    }
}

impl ClockEntry {
    /// The same, of the entry itself.
    pub(super) fn run(&self, from: NaiveDate, calendar: &Calendar) -> Result<Clock, LawError> {
        let Self { id, name, cite, duty, starts, count, unit, .. } = self;
        Limit { id, name, cite, duty: *duty, starts: *starts, count: *count, unit: *unit }.run(from, calendar)
    }
}

impl From<&ClockEntry> for ClockRule {
    fn from(entry: &ClockEntry) -> Self {
        Self {
            id: entry.id.clone(),
            name: entry.name.clone(),
            cite: entry.cite.clone(),
            count: entry.count,
            unit: entry.unit,
            duty: entry.duty,
            starts: entry.starts,
            met_by: entry.met_by.clone(),
            kinds: entry.kinds.clone(),
            may_toll: entry.may_toll,
            waits_for_perfection: entry.waits_for_perfection,
            latest_after_receipt: entry.latest_after_receipt,
        }
    }
}

impl ClockEntry {
    /// Refuses a count that no time limit has, so that a slip of the pen cannot make a clock of centuries.
    pub(super) fn check(&self) -> Result<(), String> {
        match self.count {
            1..=3660 => Ok(()),
            count => Err(format!("the clock “{}” counts {count} days; it must be 1 to 3660.", self.id)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_looked_up_is_what_is_stepped_through() {
        let calendar = Calendar::federal();
        let first = NaiveDate::from_ymd_opt(1970, 11, 1).unwrap();
        // Past both ends of the years worked out ahead.
        for from in first.iter_days().step_by(3).take(16_000) {
            for (count, unit) in
                [(10, Unit::Working), (30, Unit::Working), (30, Unit::Calendar), (90, Unit::Calendar)]
            {
                let (ahead, stepped) =
                    (reckon(count, unit, from, &calendar), stepped(count, unit, from, &calendar));
                let (ahead, stepped) = (ahead.unwrap(), stepped.unwrap());
                assert_eq!(
                    (ahead.due, ahead.due_strict),
                    (stepped.due, stepped.due_strict),
                    "{count} from {from}"
                );
                assert_eq!(ahead.days, stepped.days, "{count} from {from}");
            }
        }
    }
}
