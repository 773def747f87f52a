//! The days of the years 1971 to 2100, worked out once: what each day is, and how many working days lie before it.
//!
//! With the ranks of the working days a count is looked up, not walked; only the working itself is written day by day.

use chrono::NaiveDate;

use super::Reading;

/// What one day is under each reading, small, so that a century stays in the processor's cache.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Day {
    pub observed: u8,
    pub strict: u8,
}

impl Day {
    pub const WORKING: u8 = 0;
    pub const SATURDAY: u8 = 1;
    pub const SUNDAY: u8 = 2;
    /// The first number of a holiday; before it stand the days that need no name from a rulebook.
    pub const HOLIDAYS: u8 = 3;

    /// Whether a clock of working days counts it.
    pub fn is_working(self, reading: Reading) -> bool {
        self.under(reading) == Self::WORKING
    }

    /// The number of its label under a reading.
    pub fn under(self, reading: Reading) -> u8 {
        match reading {
            Reading::Observed => self.observed,
            Reading::Strict => self.strict,
        }
    }
}

/// The working days of one reading by their rank.
#[derive(Debug, Clone, Default)]
struct Ranks {
    /// How many working days there are up to and with each day.
    up_to: Vec<u32>,
    /// The place of each working day, by its rank.
    places: Vec<u32>,
}

impl Ranks {
    fn of(days: &[Day], reading: Reading) -> Self {
        let mut ranks = Self { up_to: Vec::with_capacity(days.len()), places: Vec::new() };
        let mut rank = 0;
        for (place, day) in (0_u32..).zip(days) {
            if day.is_working(reading) {
                rank += 1;
                ranks.places.push(place);
            }
            ranks.up_to.push(rank);
        }
        ranks
    }

    /// The place of the `count`th working day after a place; nothing where the table ends before it.
    fn nth_after(&self, place: usize, count: u32) -> Option<usize> {
        let rank = self.up_to.get(place)?.checked_add(count)?.checked_sub(1)?;
        self.places.get(usize::try_from(rank).ok()?).and_then(|found| usize::try_from(*found).ok())
    }
}

/// A day with its date.
#[derive(Debug, Clone, Copy)]
pub(super) struct DatedDay {
    pub date: NaiveDate,
    pub day: Day,
}

/// Every day of the years worked out ahead.
#[derive(Debug, Clone)]
pub(super) struct DayTable {
    first: NaiveDate,
    days: Vec<DatedDay>,
    observed: Ranks,
    strict: Ranks,
}

impl DayTable {
    /// The table of these days in a row, from `first` on.
    pub fn new(first: NaiveDate, days: Vec<Day>) -> Self {
        let (observed, strict) = (Ranks::of(&days, Reading::Observed), Ranks::of(&days, Reading::Strict));
        let days = first.iter_days().zip(days).map(|(date, day)| DatedDay { date, day }).collect();
        Self { first, days, observed, strict }
    }

    /// What a date is; nothing outside the table.
    pub fn day(&self, date: NaiveDate) -> Option<Day> {
        self.days.get(self.place(date)?).map(|dated| dated.day)
    }

    /// The days after `from` up to and with the `count`th working one by observed holidays, and after how many of them
    /// the `count`th one by the strict reading falls; nothing where the table does not hold them all.
    pub fn working_days(&self, from: NaiveDate, count: u32) -> Option<(&[DatedDay], usize)> {
        let place = self.place(from)?;
        let last = self.observed.nth_after(place, count)?;
        let strict = self.strict.nth_after(place, count)?;
        Some((self.days.get(place + 1..=last)?, strict.checked_sub(place)?))
    }

    /// The working days after `from` up to and with `to`, by observed holidays; nothing where the table does not hold
    /// both, or `to` is earlier.
    pub fn working_days_between(&self, from: NaiveDate, to: NaiveDate) -> Option<u32> {
        let up_to = |date| self.observed.up_to.get(self.place(date)?);
        up_to(to)?.checked_sub(*up_to(from)?)
    }

    /// The `count` days after `from`; nothing where the table does not hold them all.
    pub fn calendar_days(&self, from: NaiveDate, count: u32) -> Option<&[DatedDay]> {
        let place = self.place(from)?;
        let last = place.checked_add(usize::try_from(count).ok()?)?;
        self.days.get(place + 1..=last)
    }

    fn place(&self, date: NaiveDate) -> Option<usize> {
        usize::try_from((date - self.first).num_days()).ok().filter(|place| *place < self.days.len())
    }
}
