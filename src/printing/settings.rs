//! How somebody prints: remembered for each member of the staff.

use serde::{Deserialize, Serialize};

use crate::error::Refusal;
use crate::law::terms;

terms! {
    /// Which sides of the paper are printed, as IPP names them.
    Sides {
        /// One side.
        One = "one-sided" => "one side",
        /// Both sides, turned at the long edge.
        LongEdge = "two-sided-long-edge" => "both sides, turned at the long edge",
        /// Both sides, turned at the short edge.
        ShortEdge = "two-sided-short-edge" => "both sides, turned at the short edge",
    }
}

terms! {
    /// Where the envelopes of a batch stand.
    Envelopes {
        /// None is printed.
        None = "none" => "no envelopes",
        /// Each right after its letter.
        AfterEach = "after-each" => "each after its letter",
        /// All after the last letter, in the order of the letters.
        AfterAll = "after-all" => "all after the last letter, in the same order",
    }
}

/// How a batch is printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct PrintSettings {
    /// The printer's name in the print service; empty for the one that the service has as its default.
    pub printer: String,
    /// How many copies of each.
    pub copies: u32,
    /// Which sides.
    pub sides: Sides,
    /// The tray, by the printer's own name for it; empty for whichever the printer takes.
    pub tray: String,
    /// Where the envelopes stand.
    pub envelopes: Envelopes,
    /// Whether the envelopes have a window, so that they need no address.
    pub window: bool,
    /// All of it as one job, which is printed or not as a whole; else a job for each letter.
    pub one_job: bool,
}

impl Default for PrintSettings {
    fn default() -> Self {
        Self {
            printer: String::new(),
            copies: 1,
            sides: Sides::One,
            tray: String::new(),
            envelopes: Envelopes::None,
            window: false,
            one_job: false,
        }
    }
}

impl PrintSettings {
    /// The most copies of one batch.
    pub const MOST_COPIES: u32 = 20;

    /// Refuses what no print service could take.
    ///
    /// # Errors
    /// Which field cannot be used, and why.
    pub fn check(&self) -> Result<(), Refusal> {
        if !(1..=Self::MOST_COPIES).contains(&self.copies) {
            return Err(Refusal::bad_input(
                "copies",
                format!("Print between one and {} copies. Nothing was printed.", Self::MOST_COPIES),
            ));
        }
        if !is_name(&self.printer) {
            return Err(Refusal::bad_input("printer", "No printer has such a name. Choose one of the list."));
        }
        if !is_name(&self.tray) {
            return Err(Refusal::bad_input("tray", "No tray has such a name. Choose one of the list."));
        }
        Ok(())
    }
}

/// A name as CUPS takes them: printable ASCII without a space, `/` or `#`; empty for none.
fn is_name(name: &str) -> bool {
    name.len() <= 127 && name.chars().all(|c| c.is_ascii_graphic() && !matches!(c, '/' | '#' | '?' | '%'))
}
