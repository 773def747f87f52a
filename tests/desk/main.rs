//! What a user relies on, through the Desk and the command line.

mod bad_input;
mod casework_properties;
mod command_line;
mod corrections;
mod desks;
mod drafts;
mod law_commands;
mod law_identity;
mod library;
mod mail;
mod misfits;
#[path = "../support/postgres.rs"]
mod postgres;
mod real_notices;
#[allow(dead_code, reason = "other tests use more of it")]
#[path = "../support/smtp.rs"]
mod smtp;
mod story;
mod worked_cases;
