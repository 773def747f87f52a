//! The passphrase that opens a desk.

use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// A passphrase in memory: wiped when dropped, never printed, never serialised.
///
/// It is kept in Unicode's composed form (RFC 8265, section 4.2), so that `é` opens the desk whichever keyboard typed it.
#[derive(Clone)]
pub struct Passphrase(Zeroizing<String>);

/// The passphrase for a new desk is too short.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "A passphrase needs at least {} characters; this one has {given}. Four or five words that you can remember do \
     well. Nothing was made.",
    Passphrase::SHORTEST
)]
pub struct PassphraseTooShort {
    /// How many characters it has.
    pub given: usize,
}

impl Passphrase {
    /// How many characters a passphrase for a new desk must have.
    pub const SHORTEST: usize = 12;

    /// The passphrase as typed, for opening a desk that exists.
    pub fn new(typed: String) -> Self {
        let typed = Zeroizing::new(typed);
        // Room for the longest composed form, so that no half-filled copy is left behind in memory.
        let mut composed = Zeroizing::new(String::with_capacity(3 * typed.len()));
        composed.extend(typed.nfc());
        Self(composed)
    }

    /// The passphrase for a new desk.
    ///
    /// # Errors
    /// [`PassphraseTooShort`] where it has fewer than [`Passphrase::SHORTEST`] characters.
    pub fn for_new_desk(typed: String) -> Result<Self, PassphraseTooShort> {
        let passphrase = Self::new(typed);
        passphrase.long_enough()?;
        Ok(passphrase)
    }

    /// Whether it may lock a new desk.
    ///
    /// # Errors
    /// [`PassphraseTooShort`] where it may not.
    pub fn long_enough(&self) -> Result<(), PassphraseTooShort> {
        let given = self.0.chars().count();
        if given < Self::SHORTEST { Err(PassphraseTooShort { given }) } else { Ok(()) }
    }

    /// The bytes, for the key derivation alone.
    pub(super) fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eleven_characters_are_too_few_and_the_sentence_says_so() {
        let refused = Passphrase::for_new_desk("eleven char".to_owned()).err().expect("too short");
        assert_eq!(refused.given, 11);
        assert!(
            refused.to_string().starts_with("A passphrase needs at least 12 characters; this one has 11.")
        );
    }

    #[test]
    fn characters_are_counted_not_bytes() {
        assert!(Passphrase::for_new_desk("éééééééééééé".to_owned()).is_ok());
        assert!(Passphrase::for_new_desk("ééééééééééé".to_owned()).is_err());
    }

    #[test]
    fn both_ways_of_typing_an_accent_are_one_passphrase() {
        let composed = Passphrase::new("caf\u{e9} au lait".to_owned());
        let decomposed = Passphrase::new("cafe\u{301} au lait".to_owned());
        assert_eq!(composed.as_bytes(), decomposed.as_bytes());
    }
}
