//! What the page may ask: one file for each noun, one line for each command, each one call of the desk.
//!
//! No rule of law stands here. The size of the arguments is checked for all of them in `limits`.

pub mod accounting;
pub mod cases;
pub mod desktop;
pub mod drafts;
pub mod inbox;
pub mod ledger;
pub mod letters;
pub mod mail;
pub mod papers;
pub mod people;
pub mod print_room;
pub mod reports;
pub mod rules;
pub mod staff;
pub mod start;
pub mod systems;
pub mod together;
pub mod versions;
pub mod windows;
pub mod wordings;

use docket::error::Refusal;

use crate::state::Office;

/// The office's state, as Tauri hands it to a command.
type Here<'a> = tauri::State<'a, Office>;
/// What a command answers.
type Answer<T> = Result<T, Refusal>;
