//! What a user relies on, in the real window. `make test` runs these by name; a plain `cargo test` does not
//! select them, because they need a built page, a WebDriver and a screen.

mod access;
mod amendment;
mod every_screen;
mod first_start;
mod inbox;
mod keyboard;
mod manners;
mod notices;
mod powers;
mod practice;
mod roads;
mod rules;
mod screen_reader;
mod staff;
mod wording;
mod worklist;
mod workload;
