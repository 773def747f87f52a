//! The case: commands in, events out; a case is the fold of its events.
//!
//! `decide` is pure: the case, the command, the law and the day come in as arguments. What a person may do, and what
//! the rule asks next, is decided here and nowhere else.

mod case;
mod command;
mod event;

pub use case::*;
pub use command::*;
pub use event::*;
