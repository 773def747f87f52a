//! Clauses → letter → checks → blocks → lines → PDF and plain text.
//!
//! Pure: the same facts, clauses and fonts always give the same bytes. Only `pdf.rs` and `tags.rs` name the PDF libraries.
//!
//! A letter is issued in English; its Spanish stands beside it and waits for an official translator's approval.
//!
//! Not here: characters that none of the fonts has, such as the rarest Chinese ones; each is refused by name, never a box.

mod bind;
mod checks;
mod clauses;
mod compose;
mod edit;
mod error;
mod facts;
mod fields;
mod fit;
mod fonts;
mod forms;
mod given;
mod kind;
mod language;
mod layout;
mod letter;
mod lines;
mod numbers;
mod office_pictures;
mod office_wording;
mod pages;
mod paper;
mod pdf;
mod picture;
mod plain;
mod reading;
mod reply;
pub mod samples;
mod shape;
mod spanish;
mod subset;
mod tags;
mod wording;
mod wording_preview;

pub use bind::{BoundPapers, bind};
pub use checks::check;
pub use clauses::ClauseBook;
pub use compose::{compose, compose_in};
pub use edit::{BlockChange, BlockEdit, Mark, MarkedWords, check_edits};
pub use error::LetterError;
pub use facts::*;
pub use forms::{Form, FormItem, FormKind, ItemStyle, form};
pub use kind::{Audience, LetterKind};
pub use language::Language;
pub use letter::*;
pub use office_pictures::{LetterPictures, OfficePictures, OfficialSignature};
pub use office_wording::{
    ApprovedTranslation, ClauseText, OfficeWording, OfficeWordings, WordingApproval, WordingEvent,
    WordingHistory,
};
pub use paper::named_case;
pub use pdf::{SetLetter, Typesetter, verify};
pub use picture::OfficePicture;
pub use plain::plain_text;
pub use reading::reading_grade;
pub use wording_preview::{ReadsDifferently, preview};
