//! Notices of systems of records: reading them, understanding them, keeping their revisions.
//!
//! Pure: text in, facts out. A *notice* is what was published; a *system* is what it describes; a *revision* is a
//! system at a date. The published words are kept as they are beside every fact understood from them.
//!
//! The way of a notice: `decode` (bytes → text) → `text` (lines → pieces) → `assemble` (pieces → sections of systems)
//! → `understand` (sections → facts) → [`revisions_of`] → [`Catalogue`].

mod amend;
mod appendix;
mod assemble;
mod built_in;
mod catalogue;
mod cites;
mod columns;
mod compare;
mod correction;
mod decode;
mod division;
mod heading;
mod heading_words;
mod html;
mod identifiers;
mod issuance_xml;
pub mod json;
mod markup;
mod model;
mod naming;
mod offices;
mod particulars;
pub(crate) mod pattern;
mod pdf;
mod piece;
mod places;
mod procedures;
mod read;
mod register_json;
mod register_xml;
mod revise;
mod sentences;
mod sgml;
mod text;
mod understand;
mod words;

pub use catalogue::Catalogue;
pub use compare::{Run, SectionChange, Side, compare};
pub use correction::{Corrected, NoticeCorrection};
pub use model::*;
pub use naming::number_key;
pub use particulars::is_evidence;
pub use read::{read_bytes, read_text};
pub use revise::revisions_of;
pub(crate) use sentences::sentences;
pub use words::{SentenceWords, stems};

/// Why a file was not read: one sentence on what it is, what to do, and that nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct NoticeRefusal(pub String);
