//! What every target does with its input: read it, and where it is a notice, date it and lay it into a catalogue.
//!
//! The room `notices` is compiled in by itself, so that a fuzzer need not build the store and its encryption.

#![allow(dead_code, missing_docs, unused_imports)]

#[path = "../../src/notices/mod.rs"]
pub mod notices;

/// Reads a file and follows it as far as the catalogue. A refusal must be a whole sentence.
pub fn read(name: &str, bytes: &[u8]) {
    match notices::read_bytes(name, bytes) {
        Ok(read) => {
            for system in &read.systems {
                for place in &system.places {
                    assert!(system.words_at(place).is_some(), "a place outside of its section: {place:?}");
                }
            }
            let json = serde_json::to_string(&notices::json::NoticeJson::from(&read));
            assert!(json.is_ok());
            let revisions = notices::revisions_of(&read, &[("lhs", &["Lighthouse"])]);
            let catalogue = notices::Catalogue::new(revisions);
            let _ = catalogue.find("name");
        }
        Err(refusal) => assert!(refusal.0.ends_with("Nothing was changed."), "{refusal}"),
    }
}
