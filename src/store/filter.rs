//! A filter of the worklist as the conditions of a query: only what is asked stands in it, so that the engine can take the
//! index that fits.

use chrono::NaiveDate;
use sqlx::any::AnyArguments;
use sqlx::query::Query;
use sqlx::{Any, AssertSqlSafe};

use super::{Viewer, Whose, WorklistFilter};
use crate::law::AgencyId;

/// The columns of a row of the worklist.
const COLUMNS: &str = "r.number, r.version, r.agency, r.kinds, r.requester, r.system, r.state, r.step, r.clock, \
    r.next_words, r.next_by, r.due, r.received, r.closed, r.assignee, r.unit, r.restricted, r.held, r.dispose_after";

/// What stands in a condition for a value.
#[derive(Debug, Clone)]
enum Value {
    Text(String),
    Number(i64),
}

/// The conditions of a query, written one after the other with the values that belong to them.
#[derive(Debug, Clone, Default)]
pub(super) struct Conditions {
    sql: String,
    values: Vec<Value>,
}

impl Conditions {
    /// What the filter asks beside words, agency and the place of the page, and what the viewer may see.
    pub(super) fn of(filter: &WorklistFilter) -> Self {
        let mut conditions = Self::default();
        let viewer = &filter.viewer;
        conditions.only_seen_by(viewer);
        if let Some(state) = filter.state {
            conditions.and("r.state = ?", [state.as_str()]);
        }
        if let Some(step) = &filter.step {
            conditions.and("r.step = ?", [step.as_str()]);
        }
        if let Some(clock) = &filter.clock {
            conditions.and("r.clock = ?", [clock.as_str()]);
        }
        if let Some(unit) = &filter.unit {
            conditions.and("r.unit = ?", [unit.as_str()]);
        }
        match &filter.whose {
            Whose::Everyone => {}
            Whose::Mine => conditions.and("r.assignee = ?", [viewer.own()]),
            Whose::MyUnit => conditions.and("r.unit = ?", [viewer.unit.as_deref().unwrap_or("-")]),
            Whose::Nobody => conditions.and("r.assignee = ?", [""]),
            Whose::Of(name) => conditions.and("r.assignee = ?", [name.as_str()]),
        }
        if filter.watched {
            conditions.and(
                "exists (select 1 from watch w where w.case_number = r.number and w.staff = ?)",
                [viewer.own()],
            );
        }
        if let Some(day) = filter.due_from {
            conditions.on_day("r.due >= ?", day);
        }
        if let Some(day) = filter.due_to {
            conditions.on_day("r.due <= ?", day);
        }
        conditions
    }

    /// Whether the answer of the index of words is enough, because only marks of it narrow the search.
    pub(super) fn in_marks_only(filter: &WorklistFilter) -> bool {
        let free = WorklistFilter {
            agency: filter.agency.clone(),
            search: filter.search.clone(),
            closed: filter.closed,
            after: filter.after.clone(),
            viewer: filter.viewer.clone(),
            ..WorklistFilter::default()
        };
        *filter == free
    }

    /// The cases of one agency.
    pub(super) fn of_agency(&mut self, agency: Option<&AgencyId>) {
        if let Some(agency) = agency {
            self.and("r.agency = ?", [agency.as_str()]);
        }
    }

    /// What the viewer may see.
    fn only_seen_by(&mut self, viewer: &Viewer) {
        if !viewer.sees_restricted {
            self.and("(r.restricted = 0 or r.assignee = ?)", [viewer.own()]);
        }
    }

    fn on_day(&mut self, condition: &'static str, day: NaiveDate) {
        let day = day.to_string();
        self.and(condition, [day.as_str()]);
    }

    /// One more condition; each `?` stands for the next value.
    pub(super) fn and<const N: usize>(&mut self, condition: &'static str, values: [&str; N]) {
        self.begin();
        self.write(condition, values.map(|value| Value::Text(value.to_owned())));
    }

    /// One more condition about numbers.
    pub(super) fn and_number<const N: usize>(&mut self, condition: &'static str, values: [i64; N]) {
        self.begin();
        self.write(condition, values.map(Value::Number));
    }

    /// All conditions of another list as well.
    pub(super) fn and_all(&mut self, other: Self) {
        let Some(conditions) = other.sql.strip_prefix(" where ") else { return };
        self.begin();
        let mut values = other.values.into_iter();
        let mut rest = conditions;
        while let Some((before, after)) = rest.split_once('$') {
            self.sql.push_str(before);
            self.values.extend(values.next());
            self.sql.push_str(&format!("${}", self.values.len()));
            rest = after.trim_start_matches(|digit: char| digit.is_ascii_digit());
        }
        self.sql.push_str(rest);
    }

    fn begin(&mut self) {
        self.sql.push_str(if self.sql.is_empty() { " where " } else { " and " });
    }

    fn write<const N: usize>(&mut self, text: &'static str, values: [Value; N]) {
        let mut values = values.into_iter();
        for letter in text.chars() {
            match letter {
                '?' => {
                    self.values.extend(values.next());
                    self.sql.push_str(&format!("${}", self.values.len()));
                }
                other => self.sql.push(other),
            }
        }
    }

    /// The query for at most `limit` rows of the worklist under these conditions.
    pub(super) fn rows(mut self, from: &'static str, order: &'static str, limit: i64) -> Self {
        let place = order.strip_suffix(" desc").unwrap_or("0");
        self.sql = format!("select {COLUMNS}, {place} as place{} order by {order}", self.after(from));
        self.write(" limit ?", [Value::Number(limit)]);
        self
    }

    /// The query for how many there are, counted up to `limit`.
    pub(super) fn count(mut self, from: &'static str, limit: i64) -> Self {
        self.sql = format!("select count(*) as total from (select 1 as found{}", self.after(from));
        self.write(" limit ?) counted", [Value::Number(limit)]);
        self
    }

    fn after(&self, from: &'static str) -> String {
        format!(" from {from}{}", self.sql)
    }

    /// The query with its values.
    ///
    /// Its text is put together from the texts of this program alone: what a person typed stands among the values.
    pub(super) fn query<'q>(self) -> Query<'q, Any, AnyArguments> {
        let mut query = sqlx::query(AssertSqlSafe(self.sql));
        for value in self.values {
            query = match value {
                Value::Text(text) => query.bind(text),
                Value::Number(number) => query.bind(number),
            };
        }
        query
    }
}
