//! The front desk: every use case, called by the window and the command line alike.
//!
//! It fetches from the store, asks the pure rooms, and appends what they decide. No rule of law stands here.

mod views;

pub use views::*;
