//! Notices of systems of records: reading them, understanding them, keeping their revisions.
//!
//! Pure: text in, facts out. A *notice* is what was published; a *system* is what it describes; a *revision* is a
//! system at a date. The published words are kept as they are beside every fact understood from them.

mod compare;
mod model;

pub use compare::{Run, Side};
pub use model::*;
