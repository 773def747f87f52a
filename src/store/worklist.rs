//! The worklist: cases by when the next thing is due, page by page; with words, those that the words find, the best first.
//!
//! A page begins after the last row of the page before, by what it is sorted by; so a case that moves between two
//! pages never makes another one appear twice or not at all.

use chrono::NaiveDate;
use sqlx::Row;

use super::case_words::{Asked, CaseMatch, OPEN};
use super::filter::Conditions;
use super::{Engine, Store, StoreError, StoredRow, Viewer, postgres, rows, sqlite};
use crate::casework::State;
use crate::law::AgencyId;

/// How many rows a page has at most.
pub const PAGE_ROWS: usize = 100;

/// Up to how many cases are counted.
pub const MOST_COUNTED: u32 = 10_000;

/// How many cases with some words are counted: the engine walks its index for each.
pub const MOST_FOUND: u32 = 1_000;

/// Whose cases the worklist should show.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Whose {
    /// Everyone's.
    #[default]
    Everyone,
    /// The viewer's own.
    Mine,
    /// Those of the viewer's unit.
    MyUnit,
    /// Those that nobody works on.
    Nobody,
    /// Those of the staff member of this name.
    Of(String),
}

/// What the worklist should show.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WorklistFilter {
    /// Who looks: restricted cases of others are neither shown nor counted, unless they see all.
    pub viewer: Viewer,
    /// Only this agency.
    pub agency: Option<AgencyId>,
    /// Only cases at this step of the way.
    pub state: Option<State>,
    /// Only cases with this next step, by its key.
    pub step: Option<String>,
    /// Only cases whose most urgent clock is this one.
    pub clock: Option<String>,
    /// Whose.
    pub whose: Whose,
    /// Only cases of this unit of the office.
    pub unit: Option<String>,
    /// Only cases that the viewer watches.
    pub watched: bool,
    /// Only cases whose next thing is due on this day or later.
    pub due_from: Option<NaiveDate>,
    /// Only cases whose next thing is due on this day or earlier.
    pub due_to: Option<NaiveDate>,
    /// Only cases with all these words in number, names, system or text, without regard to case and accents. The last
    /// word may be the beginning of a longer one; with more than eight the longest count.
    pub search: Option<String>,
    /// Closed cases as well, after the open ones. Asking for the closed step asks for them too.
    pub closed: bool,
    /// The `next_page` of the page before.
    pub after: Option<String>,
}

impl WorklistFilter {
    /// Every open case, for the program itself.
    pub fn of_everything() -> Self {
        Self { viewer: Viewer::of_everything(), ..Self::default() }
    }

    fn with_closed(&self) -> bool {
        self.closed || self.state == Some(State::Closed)
    }
}

/// A page of the worklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorklistPage {
    /// At most [`PAGE_ROWS`]: open cases first, then by day, then by number. With words: those that have them in number
    /// and names first, then open cases, then the newest.
    pub rows: Vec<StoredRow>,
    /// How many there are on all pages, counted up to [`MOST_COUNTED`]; up to [`MOST_FOUND`] where words are looked for.
    pub total: u32,
    /// Whether there are more than were counted.
    pub more_than_total: bool,
    /// Where the next page begins; nothing on the last one.
    pub next_page: Option<String>,
}

/// The place after which a page begins: what the list is sorted by.
struct Place {
    closed: i64,
    due: String,
    number: String,
}

impl Place {
    fn after(row: &StoredRow) -> Self {
        let due = row.values.next_by.map_or_else(|| rows::NO_DAY.to_owned(), |day| day.to_string());
        Self { closed: i64::from(row.values.closed), due, number: row.number.clone() }
    }

    fn to_token(&self) -> String {
        format!("{} {} {}", self.closed, self.due, self.number)
    }

    fn from_token(token: &str) -> Option<Self> {
        let mut parts = token.splitn(3, ' ');
        let closed = parts.next()?.parse().ok().filter(|closed| matches!(closed, 0 | 1))?;
        let due: NaiveDate = parts.next()?.parse().ok()?;
        Some(Self { closed, due: due.to_string(), number: parts.next()?.to_owned() })
    }
}

/// The place after which a page of a search begins: which part of the answer, and the place in the index.
struct FoundPlace {
    tier: usize,
    place: i64,
}

impl FoundPlace {
    fn from_token(token: &str) -> Option<Self> {
        let (tier, place) = token.strip_prefix("found ")?.split_once(' ')?;
        let tier = tier.parse().ok().filter(|tier| *tier < 2)?;
        Some(Self { tier, place: place.parse().ok().filter(|place| *place > 0)? })
    }
}

impl Store {
    /// A page of the worklist.
    ///
    /// # Errors
    /// [`StoreError::NoSuchPage`] where `after` is not the `next_page` of a page.
    pub async fn worklist(&self, filter: &WorklistFilter) -> Result<WorklistPage, StoreError> {
        let typed = filter.search.as_deref().unwrap_or_default();
        match Asked::read(typed) {
            Some(asked) => self.found_cases(filter, &asked).await,
            // Signs alone find nothing.
            None if !typed.trim().is_empty() => {
                Ok(WorklistPage { rows: Vec::new(), total: 0, more_than_total: false, next_page: None })
            }
            None => self.by_due(filter).await,
        }
    }

    async fn by_due(&self, filter: &WorklistFilter) -> Result<WorklistPage, StoreError> {
        let mut all = Conditions::of(filter);
        all.of_agency(filter.agency.as_ref());
        let with_closed = filter.with_closed();
        if !with_closed {
            all.and_number("r.closed = ?", [0]);
        }
        let mut from_here = all.clone();
        if let Some(token) = &filter.after {
            let place = Place::from_token(token).ok_or(StoreError::NoSuchPage)?;
            let after = [place.due.as_str(), place.number.as_str()];
            match (with_closed, place.closed) {
                (false, _) => from_here.and("(r.due, r.number) > (?, ?)", after),
                (true, 0) => from_here.and("(r.closed, r.due, r.number) > (0, ?, ?)", after),
                (true, _) => from_here.and("(r.closed, r.due, r.number) > (1, ?, ?)", after),
            }
        }
        let order = if with_closed { "r.closed, r.due, r.number" } else { "r.due, r.number" };
        let page = from_here.rows("case_row r", order, PAGE_ROWS as i64 + 1);
        let stored = page.query().fetch_all(&self.pool).await?;
        let (total, more_than_total) = self.counted(all, "case_row r", MOST_COUNTED).await?;
        let mut rows = stored.iter().map(rows::read).collect::<Result<Vec<_>, _>>()?;
        let more = rows.len() > PAGE_ROWS;
        rows.truncate(PAGE_ROWS);
        let next_page = rows.last().filter(|_| more).map(|row| Place::after(row).to_token());
        Ok(WorklistPage { rows, total, more_than_total, next_page })
    }

    async fn found_cases(&self, filter: &WorklistFilter, asked: &Asked) -> Result<WorklistPage, StoreError> {
        let words = self.case_match(asked, &filter.viewer, filter.agency.as_ref());
        let start = match &filter.after {
            Some(token) => FoundPlace::from_token(token).ok_or(StoreError::NoSuchPage)?,
            None => FoundPlace { tier: 0, place: i64::MAX },
        };
        let engine = self.words_of_engine();
        let mut rows = Vec::new();
        let mut next_page = None;
        // Who is found by number and names is found by all words too. A page that begins with them knows them all and leaves
        // them out itself: asking the engine for each row whether it has the name walks the index anew each time.
        let mut named: Option<Vec<i64>> = (start.tier == 0 && start.place == i64::MAX).then(Vec::new);
        for (tier, find) in [&engine.names, &engine.words].into_iter().enumerate().skip(start.tier) {
            let before = if tier == start.tier { start.place } else { i64::MAX };
            let mut conditions = Conditions::default();
            let mut wanted = (PAGE_ROWS + 1).saturating_sub(rows.len());
            if tier == 0 {
                conditions.and(find.matching, [words.names.as_str()]);
                conditions.of_agency(filter.agency.as_ref());
            } else {
                conditions.and(find.matching, [words.all.as_str()]);
                match &named {
                    Some(named) => wanted += named.len(),
                    None => conditions.and(engine.not_by_name, [words.names.as_str()]),
                }
            }
            conditions.and_number(find.before, [before]);
            if !filter.with_closed() {
                conditions.and_number(find.from, [OPEN]);
            }
            conditions.and_all(Conditions::of(filter));
            let page = conditions.rows(find.joined, find.order, i64::try_from(wanted).unwrap_or(0));
            for row in page.query().fetch_all(&self.pool).await? {
                let place: i64 = row.try_get("place")?;
                match &mut named {
                    Some(named) if tier == 0 => named.push(place),
                    Some(named) if named.contains(&place) => continue,
                    _ => {}
                }
                if rows.len() == PAGE_ROWS {
                    return self.found_page(filter, &words, rows, next_page).await;
                }
                next_page = Some(format!("found {tier} {place}"));
                rows.push(rows::read(&row)?);
            }
        }
        if filter.after.is_none() {
            // The first page holds them all.
            let total = u32::try_from(rows.len()).unwrap_or(u32::MAX);
            return Ok(WorklistPage { rows, total, more_than_total: false, next_page: None });
        }
        self.found_page(filter, &words, rows, None).await
    }

    async fn found_page(
        &self,
        filter: &WorklistFilter,
        words: &CaseMatch,
        rows: Vec<StoredRow>,
        next_page: Option<String>,
    ) -> Result<WorklistPage, StoreError> {
        let engine = self.words_of_engine();
        let mut conditions = Conditions::default();
        conditions.and(engine.words.matching, [words.all.as_str()]);
        if !filter.with_closed() {
            conditions.and_number(engine.words.from, [OPEN]);
        }
        let from = if Conditions::in_marks_only(filter) {
            engine.words_alone
        } else {
            conditions.and_all(Conditions::of(filter));
            engine.words.joined
        };
        let (total, more_than_total) = self.counted(conditions, from, MOST_FOUND).await?;
        Ok(WorklistPage { rows, total, more_than_total, next_page })
    }

    fn words_of_engine(&self) -> &'static FindCases {
        match self.engine {
            Engine::File { .. } => &sqlite::FIND_CASES,
            Engine::Office => &postgres::FIND_CASES,
        }
    }

    async fn counted(
        &self,
        conditions: Conditions,
        from: &'static str,
        most: u32,
    ) -> Result<(u32, bool), StoreError> {
        let one_more = i64::from(most) + 1;
        let row = conditions.count(from, one_more).query().fetch_one(&self.pool).await?;
        let counted = total(row.try_get("total")?)?;
        Ok((counted.min(most), counted > most))
    }

    /// How many open cases the viewer may see.
    ///
    /// # Errors
    /// What the database refuses.
    pub async fn count_open(&self, viewer: &Viewer) -> Result<u32, StoreError> {
        let row = sqlx::query(include_str!("sql/count_open.sql"))
            .bind(viewer.sees())
            .bind(viewer.own())
            .fetch_one(&self.pool)
            .await?;
        total(row.try_get("total")?)
    }
}

/// How an engine finds cases by their words: the parts of the query that differ.
pub(super) struct FindCases {
    /// In the index of numbers and names.
    pub names: FindIn,
    /// In the index of all words.
    pub words: FindIn,
    /// The index of all words, without the rows of its cases.
    pub words_alone: &'static str,
    /// That a case found by its words is not found by number and names.
    pub not_by_name: &'static str,
}

/// How an engine finds cases in one index.
pub(super) struct FindIn {
    /// The index with the rows of its cases.
    pub joined: &'static str,
    /// Having the words.
    pub matching: &'static str,
    /// Before a place.
    pub before: &'static str,
    /// From a place on.
    pub from: &'static str,
    /// The order of the answer.
    pub order: &'static str,
}

fn total(counted: i64) -> Result<u32, StoreError> {
    u32::try_from(counted).map_err(|_| StoreError::unreadable("a count is out of range"))
}
