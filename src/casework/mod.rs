//! The case: commands in, events out; a case is the fold of its events.
//!
//! `decide` is pure: the case, the command, the law and the day come in as arguments. What a person may do, and what
//! the rule asks next, is decided here and nowhere else. No database, no window, no clock.

mod ahead;
mod asked;
mod blank_forms;
mod case;
mod clocks;
mod command;
mod command_name;
mod correspondence;
mod decide;
mod event;
mod facts;
mod fold;
mod given;
mod history;
mod intake;
mod misfits;
mod more_time;
mod next;
mod particulars;
mod pieces;
mod revised;
mod role;
mod signs;
mod standing;
mod triage;
mod undo;
mod words;

pub use ahead::*;
pub use asked::{Asked, AskedBy, Asking, asked, notice_cite};
pub use blank_forms::{forms_that_fit, forms_with};
pub use case::*;
pub use clocks::clocks;
pub use command::*;
pub use command_name::CommandName;
pub use correspondence::{
    FrozenLetter, emailed, issue, not_printed, printed, queue, waiting_to_print, why_not, why_not_issue,
};
pub use decide::{
    ActionOffer, Disposal, Ground, Keep, LetterLeft, actions, component, decide, disposal, exemptions,
    keep_through, may, second_look,
};
pub use event::*;
pub use facts::*;
pub use given::*;
use history::day;
pub use history::{concealed_words as history_words_concealed, words as history_words};
pub use intake::{FieldProblem, identity_of, open, problems, provisional, split};
pub use misfits::{MisfitOffer, misfits};
pub use more_time::{MoreFoiaTime, more_foia_time};
pub use next::{WANTS_RECEIVER, WANTS_SYSTEM, missing, next_steps, particulars_given};
pub use particulars::shown;
pub use pieces::*;
pub use revised::{SystemChanged, system_changed};
pub use role::{Actor, Role};
pub use signs::{KnownPerson, Sign, SignKind, asks_the_same, signs};
pub use triage::{TriageOffer, triage_offer};
pub use undo::{LastStep, standing as standing_events};
pub use words::*;
