//! The chain of hashes that makes a change in the ledger visible.
//!
//! Each entry's hash covers its own fields and the hash before it, over all cases and the desk's own entries. It shows
//! that something was changed, left out or put in; it does not stop a person who holds the key and rebuilds the whole
//! chain, which only a copy kept elsewhere can show.

use std::fmt::Write;

use sha2::{Digest, Sha256};

/// The hash before the first entry.
pub(super) const GENESIS: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// The newest entry of the ledger.
pub(super) struct Head {
    pub seq: i64,
    pub hash: String,
}

/// An entry of the ledger as the chain sees it.
pub(super) struct Entry<'a> {
    pub seq: i64,
    pub scope: &'a str,
    pub case_number: Option<&'a str>,
    pub version: Option<i64>,
    pub id: &'a str,
    pub at: &'a str,
    pub on_day: &'a str,
    pub by_name: &'a str,
    pub event_type: &'a str,
    pub body_sha256: &'a str,
    pub prev_hash: &'a str,
}

impl Entry<'_> {
    /// SHA-256 over the fields in the order of the table, each as `length:bytes,` so that no two entries read alike;
    /// a field that is not there is `-,`.
    pub(super) fn hash(&self) -> String {
        let mut chained = String::with_capacity(512);
        let seq = self.seq.to_string();
        let version = self.version.map(|version| version.to_string());
        let fields = [
            Some(self.prev_hash),
            Some(&seq),
            Some(self.scope),
            self.case_number,
            version.as_deref(),
            Some(self.id),
            Some(self.at),
            Some(self.on_day),
            Some(self.by_name),
            Some(self.event_type),
            Some(self.body_sha256),
        ];
        for field in fields {
            match field {
                Some(text) => {
                    // Writing to a string cannot fail.
                    let _ = write!(chained, "{}:{text}", text.len());
                }
                None => chained.push('-'),
            }
            chained.push(',');
        }
        sha256(chained.as_bytes())
    }
}

/// SHA-256 of some bytes, in hexadecimal.
pub(super) fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Bytes in hexadecimal.
pub(super) fn hex(bytes: &[u8]) -> String {
    const DIGITS: [char; 16] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 0xf]);
    digits.filter_map(|digit| DIGITS.get(usize::from(digit))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry<'a>(by_name: &'a str, event_type: &'a str) -> Entry<'a> {
        Entry {
            seq: 1,
            scope: "case",
            case_number: Some("USPS-2026-00001"),
            version: Some(1),
            id: "0199",
            at: "2026-03-02T14:00:00.000000000Z",
            on_day: "2026-03-02",
            by_name,
            event_type,
            body_sha256: GENESIS,
            prev_hash: GENESIS,
        }
    }

    #[test]
    fn moving_letters_between_fields_changes_the_hash() {
        assert_ne!(entry("Ada", "opened").hash(), entry("Adao", "pened").hash());
    }

    #[test]
    fn a_hash_is_that_of_the_published_example() {
        // FIPS 180-4, "abc".
        assert_eq!(sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn a_missing_field_is_not_an_empty_one() {
        let without = Entry { case_number: None, ..entry("Ada", "opened") };
        let empty = Entry { case_number: Some(""), ..entry("Ada", "opened") };
        assert_ne!(without.hash(), empty.hash());
    }
}
