//! From the passphrase to the key of the file: Argon2id (RFC 9106).
//!
//! The salt is the first 16 bytes of the file, where SQLCipher keeps its own: so one file is the whole desk. Its first
//! four bytes mark the file as a desk and name the cost of the derivation; twelve random bytes follow.

use argon2::{Algorithm, Argon2, Params, Version};
use std::fmt::Write as _;
use zeroize::Zeroizing;

use super::Passphrase;

/// What one derivation costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Argon2Cost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over the memory.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

/// The cost of the first generation of desks.
///
/// RFC 9106, section 4, second recommended option (64 MiB, 3 passes), with one lane because the library works on one
/// core. A derivation takes about 0.2 s of a busy server's core, in debug builds too, and 64 MiB of memory.
/// A later generation gets a new mark in [`Salt`]; this one is never changed, or no existing desk would open.
pub const ARGON2: Argon2Cost = Argon2Cost { memory_kib: 64 * 1024, passes: 3, lanes: 1 };

const MARK: [u8; 3] = *b"D55";
const FIRST_GENERATION: u8 = 1;

/// The first 16 bytes of a desk's file: mark, generation, and twelve random bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Salt([u8; Salt::LENGTH]);

/// Why there is no key.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// The file does not begin as a desk does.
    #[error("The file does not begin as a desk does.")]
    NoMark,
    /// The file was locked by a program that derives keys in another way.
    #[error("The file is locked in a way that came after this program (generation {0}).")]
    NewerGeneration(u8),
    /// The system gave no random bytes.
    #[error("The system gave no random bytes: {0}")]
    NoRandomness(getrandom::Error),
    /// The derivation failed, for want of memory.
    #[error("The key could not be derived: {0}")]
    Derivation(argon2::Error),
}

impl Salt {
    /// How many bytes it has.
    pub const LENGTH: usize = 16;

    /// A salt for a new desk.
    ///
    /// # Errors
    /// [`KeyError::NoRandomness`] where the system has none.
    pub fn random() -> Result<Self, KeyError> {
        let mut bytes = [0; Self::LENGTH];
        getrandom::fill(&mut bytes).map_err(KeyError::NoRandomness)?;
        bytes[..3].copy_from_slice(&MARK);
        bytes[3] = FIRST_GENERATION;
        Ok(Self(bytes))
    }

    /// The salt that stands at the head of a file.
    ///
    /// # Errors
    /// [`KeyError::NoMark`] where the file is no desk, [`KeyError::NewerGeneration`] where a newer program locked it.
    pub fn read(head: [u8; Self::LENGTH]) -> Result<Self, KeyError> {
        match head {
            [a, b, c, FIRST_GENERATION, ..] if [a, b, c] == MARK => Ok(Self(head)),
            [a, b, c, generation, ..] if [a, b, c] == MARK && generation > FIRST_GENERATION => {
                Err(KeyError::NewerGeneration(generation))
            }
            _ => Err(KeyError::NoMark),
        }
    }
}

/// The key of a desk's file with its salt, wiped when dropped.
pub struct DeskKey {
    key: Zeroizing<[u8; 32]>,
    salt: [u8; Salt::LENGTH],
}

impl DeskKey {
    /// Derives the key. Takes about 0.2 s and 64 MiB; call it off the threads that serve the window.
    ///
    /// # Errors
    /// [`KeyError::Derivation`] where there is not enough memory.
    pub fn derive(passphrase: &Passphrase, salt: Salt) -> Result<Self, KeyError> {
        let params = Params::new(ARGON2.memory_kib, ARGON2.passes, ARGON2.lanes, Some(32))
            .map_err(KeyError::Derivation)?;
        let mut key = Zeroizing::new([0; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(passphrase.as_bytes(), &salt.0, key.as_mut())
            .map_err(KeyError::Derivation)?;
        Ok(Self { key, salt: salt.0 })
    }

    /// The key and the salt as SQLCipher takes them: `x'…'` with 64 + 32 hexadecimal digits.
    pub fn raw_key_literal(&self) -> Zeroizing<String> {
        let mut literal = Zeroizing::new(String::with_capacity(2 * (32 + Salt::LENGTH) + 3));
        literal.push_str("x'");
        for byte in self.key.iter().chain(&self.salt) {
            // Writing to a string never fails.
            let _ = write!(literal, "{byte:02x}");
        }
        literal.push('\'');
        literal
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn salt() -> Salt {
        Salt::read(*b"D55\x01twelve bytes").expect("a desk's head")
    }

    #[test]
    fn the_same_passphrase_and_salt_give_the_same_key_for_ever() {
        let key =
            DeskKey::derive(&Passphrase::new("correct horse battery".to_owned()), salt()).expect("a key");
        assert_eq!(key.raw_key_literal().as_str(), PINNED);
    }

    // Computed with the reference implementation of Argon2, not with the library used here.
    const PINNED: &str =
        "x'53a30a80490799941d3ee451ea0f05e107dae4b430e23da3cab1e1c468227c44443535017477656c7665206279746573'";

    #[test]
    fn another_salt_gives_another_key() {
        let passphrase = Passphrase::new("correct horse battery".to_owned());
        let one = DeskKey::derive(&passphrase, Salt::random().expect("random")).expect("a key");
        let two = DeskKey::derive(&passphrase, Salt::random().expect("random")).expect("a key");
        assert_ne!(one.raw_key_literal()[..66], two.raw_key_literal()[..66]);
    }

    #[test]
    fn a_file_that_is_no_desk_is_told_from_one_that_is_too_new() {
        assert!(matches!(Salt::read(*b"SQLite format 3\0"), Err(KeyError::NoMark)));
        assert!(matches!(Salt::read(*b"D55\x02twelve bytes"), Err(KeyError::NewerGeneration(2))));
        assert!(matches!(Salt::read(*b"D55\x00twelve bytes"), Err(KeyError::NoMark)));
    }
}
