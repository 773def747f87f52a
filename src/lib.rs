//! Docket 552a: the desk of those who answer Privacy Act requests (5 U.S.C. 552a).
//!
//! The rooms, in the order of a request's way:
//!
//! - [`law`]: what statute and regulations require, from rulebooks;
//! - [`notices`]: systems of records as published, and their revisions;
//! - [`routing`]: which system, which office, and the sentence that says so;
//! - [`casework`]: the case: commands, events, decide, fold, next steps;
//! - [`letters`]: clauses, checks, and the page;
//! - [`mail`]: letters by e-mail, and messages that came;
//! - [`printing`]: the office's printers;
//! - [`reports`]: workload, what is due, and the life of a case;
//! - [`store`]: the ledger and its rows, on SQLite or PostgreSQL;
//! - [`versions`]: new versions of the program, where the office lays them;
//! - [`accounts`]: who works at the desk, and the key that unlocks it;
//! - [`desk`]: the front desk, which the window and the command line call.
//!
//! Imports go down this list's reverse: the desk knows the rooms, `law` knows nobody.

pub mod accounts;
pub mod casework;
pub mod clock;
pub mod desk;
pub mod error;
pub mod law;
pub mod letters;
pub mod mail;
pub mod notices;
pub mod printing;
pub mod reports;
pub mod routing;
pub mod store;
pub mod versions;
