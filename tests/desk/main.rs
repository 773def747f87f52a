//! What a user relies on, through the Desk and the command line.

mod backups;
mod bad_input;
mod casework_properties;
mod command_line;
mod corrections;
#[path = "../support/cups.rs"]
mod cups;
mod desks;
mod drafts;
#[path = "../support/pictures.rs"]
mod drawn;
mod inbox;
mod law_commands;
mod law_identity;
mod letters_by_hand;
mod library;
mod mail;
mod misfits;
mod office_pictures;
mod older_desks;
mod people;
#[path = "../support/postgres.rs"]
mod postgres;
mod printing;
mod real_notices;
mod reminders;
#[allow(dead_code, reason = "other tests use more of it")]
#[path = "../support/smtp.rs"]
mod smtp;
mod story;
mod undo;
mod versions;
mod wordings;
mod worked_cases;
mod workload;
