//! The worklist: cases by when the next thing is due, page by page.
//!
//! A page begins after the last row of the page before, by what it is sorted by; so a case that moves between two
//! pages never makes another one appear twice or not at all.

use sqlx::Row;

use super::{Store, StoreError, StoredRow, rows, search};
use crate::casework::State;
use crate::law::AgencyId;

/// How many rows a page has at most.
pub const PAGE_ROWS: usize = 100;

/// What the worklist should show.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WorklistFilter {
    /// Only this agency.
    pub agency: Option<AgencyId>,
    /// Only cases at this step.
    pub state: Option<State>,
    /// Only cases with all these words in number, names, system or text, without regard to case and accents; the
    /// eight longest words count.
    pub search: Option<String>,
    /// Closed cases as well, after the open ones. Asking for the closed step asks for them too.
    pub closed: bool,
    /// The `next_page` of the page before.
    pub after: Option<String>,
}

/// A page of the worklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorklistPage {
    /// At most [`PAGE_ROWS`]: open cases first, then by day, then by number.
    pub rows: Vec<StoredRow>,
    /// How many there are on all pages.
    pub total: u32,
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
    fn start() -> Self {
        Self { closed: -1, due: String::new(), number: String::new() }
    }

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
        let due: chrono::NaiveDate = parts.next()?.parse().ok()?;
        Some(Self { closed, due: due.to_string(), number: parts.next()?.to_owned() })
    }
}

impl Store {
    /// A page of the worklist.
    ///
    /// # Errors
    /// [`StoreError::NoSuchPage`] where `after` is not the `next_page` of a page.
    pub async fn worklist(&self, filter: &WorklistFilter) -> Result<WorklistPage, StoreError> {
        let place = match &filter.after {
            Some(token) => Place::from_token(token).ok_or(StoreError::NoSuchPage)?,
            None => Place::start(),
        };
        let closed = i64::from(filter.closed || filter.state == Some(State::Closed));
        let agency = filter.agency.as_ref().map_or("", AgencyId::as_str);
        let state = filter.state.map_or("", State::as_str);
        let patterns = search::patterns(filter.search.as_deref().unwrap_or_default());
        let searching = patterns.iter().any(|pattern| !pattern.is_empty());

        // Without a search, the words are left out of the query so that an index alone can answer the count.
        let (page_sql, count_sql) = if searching {
            (include_str!("sql/worklist_search.sql"), include_str!("sql/worklist_search_count.sql"))
        } else {
            (include_str!("sql/worklist.sql"), include_str!("sql/worklist_count.sql"))
        };
        let one_more = PAGE_ROWS as i64 + 1;
        let mut page = sqlx::query(page_sql)
            .bind(place.closed)
            .bind(place.due)
            .bind(place.number)
            .bind(closed)
            .bind(agency)
            .bind(state)
            .bind(one_more);
        let mut count = sqlx::query(count_sql).bind(closed).bind(agency).bind(state);
        if searching {
            for pattern in &patterns {
                page = page.bind(pattern.as_str());
                count = count.bind(pattern.as_str());
            }
        }
        let stored = page.fetch_all(&self.pool).await?;
        let total = total(count.fetch_one(&self.pool).await?.try_get("total")?)?;
        let mut rows = stored.iter().map(rows::read).collect::<Result<Vec<_>, _>>()?;
        let more = rows.len() > PAGE_ROWS;
        rows.truncate(PAGE_ROWS);
        let next_page = rows.last().filter(|_| more).map(|row| Place::after(row).to_token());
        Ok(WorklistPage { rows, total, next_page })
    }

    /// How many cases are open.
    ///
    /// # Errors
    /// What the database refuses.
    pub async fn count_open(&self) -> Result<u32, StoreError> {
        let row = sqlx::query(include_str!("sql/count_open.sql")).fetch_one(&self.pool).await?;
        total(row.try_get("total")?)
    }
}

fn total(counted: i64) -> Result<u32, StoreError> {
    u32::try_from(counted).map_err(|_| StoreError::unreadable("a count is out of range"))
}
