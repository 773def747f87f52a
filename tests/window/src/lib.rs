//! Drives the real window of Docket 552a, as a person does: by what is on the screen, never by the inside.
//!
//! - [`Computer`]: a display, an empty home folder and a WebDriver of its own, so that journeys run side by side;
//! - [`Window`]: the words of a journey: press, fill in, choose, see, photograph; by keyboard alone, or with a mouse;
//! - [`Bus`]: a desktop that shows notifications and locks its screen;
//! - [`ScreenReader`]: the accessibility tree of the window, and where it says that the focus is;
//! - [`MailServer`]: a real SMTP server on this machine, and the letters that reached it.
//!
//! Deliberately absent: any call into the desk. What a journey claims, it has seen on the screen, in a saved file or in the mail.

#![expect(clippy::expect_used, clippy::panic, reason = "a journey that cannot go on fails, and says why")]

mod bus;
mod computer;
mod hearing;
mod keyboard;
mod mail;
mod picture;
mod pointer;
mod process;
mod tree;
mod walk;
mod window;

pub use bus::Bus;
pub use computer::Computer;
pub use fantoccini::key::Key;
pub use mail::MailServer;
pub use tree::{ScreenReader, Thing, Tree};
pub use window::Window;

use std::path::PathBuf;

/// The root of the checkout.
pub fn checkout() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}
