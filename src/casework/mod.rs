//! The case: commands in, events out; a case is the fold of its events.
//!
//! `decide` is pure: the case, the command, the law and the day come in as arguments. What a person may do, and what
//! the rule asks next, is decided here and nowhere else. No database, no window, no clock.

mod asked;
mod case;
mod clocks;
mod command;
mod correspondence;
mod decide;
mod event;
mod fold;
mod history;
mod intake;
mod misfits;
mod next;
mod particulars;
mod revised;
mod standing;

pub use asked::{Asked, AskedBy, Asking, asked, notice_cite};
pub use case::*;
pub use clocks::clocks;
pub use command::*;
pub use correspondence::{FrozenLetter, emailed, issue, queue, why_not};
pub use decide::{Ground, decide};
pub use event::*;
pub use history::words as history_words;
pub use intake::{FieldProblem, identity_of, open, problems, provisional};
pub use misfits::{MisfitOffer, misfits};
pub use next::{missing, next_steps, particulars_given};
pub use particulars::shown;
pub use revised::{SystemChanged, system_changed};
