//! Who works at the desk, and the key that unlocks it.
//!
//! A passphrase becomes the key of the desk's file by Argon2id; the salt stands in the file itself. Neither the
//! passphrase nor the key is ever kept, logged or shown. Deliberately absent: a way to recover a forgotten passphrase.

mod key;
mod passphrase;
mod staff;

pub use key::{ARGON2, Argon2Cost, DeskKey, KeyError, Salt};
pub use passphrase::{Passphrase, PassphraseTooShort};
pub use staff::StaffMember;
