//! Clauses → letter → checks → blocks → lines → PDF and plain text.
//!
//! Pure: the same facts, clauses and fonts always give the same bytes. Only `pdf.rs` names the PDF library.

mod facts;
mod kind;
mod letter;

pub use facts::*;
pub use kind::LetterKind;
pub use letter::*;
