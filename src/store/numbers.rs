//! Case numbers: `USPS-2026-00042`, counted for each agency and year, without gaps.

use sqlx::{Any, Row, Transaction};

use super::{Store, StoreError};

impl Store {
    /// The number that the next case gets. It is taken only when the case is appended: where somebody else was
    /// faster, the append says [`StoreError::NumberTaken`], and the caller asks again.
    ///
    /// # Errors
    /// What the database refuses.
    pub async fn next_number(&self, agency_prefix: &str, year: i32) -> Result<String, StoreError> {
        let row = sqlx::query(include_str!("sql/last_number.sql"))
            .bind(agency_prefix)
            .bind(i64::from(year))
            .fetch_optional(&self.pool)
            .await?;
        let last: i64 = row.map_or(Ok(0), |row| row.try_get("last"))?;
        Ok(format!("{agency_prefix}-{year}-{:05}", last + 1))
    }
}

/// Counts the number of a new case. A number of another form (of an older office system) counts for nothing.
pub(super) async fn count(transaction: &mut Transaction<'_, Any>, number: &str) -> Result<(), StoreError> {
    let Some((prefix, year, count)) = parts(number) else {
        return Ok(());
    };
    sqlx::query(include_str!("sql/count_number.sql"))
        .bind(prefix)
        .bind(year)
        .bind(count)
        .execute(&mut **transaction)
        .await?;
    Ok(())
}

/// The agency's prefix, the year and the count of a number.
pub(super) fn parts(number: &str) -> Option<(&str, i64, i64)> {
    let (rest, count) = number.rsplit_once('-')?;
    let (prefix, year) = rest.rsplit_once('-')?;
    let digits =
        |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten();
    Some((prefix, digits(year)?, digits(count)?))
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn a_number_has_an_agency_a_year_and_a_count() {
        assert_eq!(parts("USPS-2026-00042"), Some(("USPS", 2026, 42)));
        assert_eq!(parts("A-B-2026-100000"), Some(("A-B", 2026, 100_000)));
        assert_eq!(parts("FOIA 12/2019"), None);
        assert_eq!(parts("USPS-2026-"), None);
        assert_eq!(parts("USPS-2026-+4"), None);
    }
}
