//! What the targets do with their input: read it, and where it is a notice, date it and lay it into a catalogue.
//!
//! The room `notices` and the reader of messages are compiled in by themselves, so that a fuzzer need not build the store and its encryption.

#![allow(dead_code, missing_docs, unused_imports)]

#[path = "../../src/notices/mod.rs"]
pub mod notices;

#[path = "../../src/mail/read.rs"]
pub mod read_mail;

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

/// Reads an e-mail message. No attachment may name a folder, and no line of the head may hold another.
pub fn read_message(bytes: &[u8]) {
    let Ok(read) = read_mail::read_message(bytes) else { return };
    for line in [&read.from_name, &read.from_address, &read.to, &read.subject] {
        assert!(!line.contains(['\n', '\r']), "{line:?}");
    }
    for part in &read.parts {
        assert!(!part.name.is_empty() && !part.name.contains(['/', '\\', '\0']), "{:?}", part.name);
    }
}
