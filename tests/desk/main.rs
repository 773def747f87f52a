//! What a user relies on, through the Desk and the command line.

mod bad_input;
mod casework_properties;
mod command_line;
mod desks;
#[path = "../support/postgres.rs"]
mod postgres;
mod real_notices;
mod story;
