//! What copies cost (39 CFR 266.7; 20 CFR 401.95).

use serde::Serialize;

use super::{
    LawError,
    in_force::{Entry, entry},
};

/// The charge for copies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Fee {
    /// The amount in cents.
    pub cents: u32,
    /// The pages copied.
    pub pages: u32,
    /// The pages among them that cost nothing.
    pub free_pages: u32,
    /// How it was reckoned, as one sentence.
    pub basis: String,
    /// The paragraph.
    pub cite: String,
}

entry! {
    /// What copies cost.
    FeeEntry() {
        /// Cents for a page.
        cents_per_page: u32,
        /// Pages of one request that cost nothing.
        free_pages: u32,
        /// Whether these pages are free for a second copy too.
        free_pages_for_duplicates: bool,
        /// A total that does not exceed this many cents is not charged.
        free_up_to_cents: u32,
        /// What is never charged, one phrase each.
        never_for: Vec<String>,
    }
}

impl FeeEntry {
    /// The charge for `pages` pages of one request.
    pub(super) fn charge(&self, pages: u32, duplicate: bool) -> Result<Fee, LawError> {
        let free_pages = match duplicate && !self.free_pages_for_duplicates {
            true => 0,
            false => self.free_pages.min(pages),
        };
        let total = (pages - free_pages)
            .checked_mul(self.cents_per_page)
            .ok_or_else(|| LawError::TooLarge(format!("A copy of {pages} pages")))?;
        let cents = if total <= self.free_up_to_cents { 0 } else { total };
        Ok(Fee {
            cents,
            pages,
            free_pages,
            basis: self.basis(pages, free_pages, total),
            cite: self.cite().to_owned(),
        })
    }

    fn basis(&self, pages: u32, free_pages: u32, total: u32) -> String {
        let counted = if pages == 1 { "1 page".to_owned() } else { format!("{pages} pages") };
        let rate = dollars(self.cents_per_page);
        let free = match free_pages {
            0 => String::new(),
            n if n == pages => {
                return format!("{counted} without charge: the first {} pages are free.", self.free_pages);
            }
            n => format!(", the first {n} free"),
        };
        if total == 0 {
            format!("{counted} without charge.")
        } else if total <= self.free_up_to_cents {
            let limit = dollars(self.free_up_to_cents);
            format!("{counted} at {rate} each is {}: nothing is charged up to {limit}.", dollars(total))
        } else {
            format!("{counted}{free}, at {rate} each: {}.", dollars(total))
        }
    }
}

fn dollars(cents: u32) -> String {
    format!("${}.{:02}", cents / 100, cents % 100)
}
