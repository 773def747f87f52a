//! Invented cases for tests of the store.
#![allow(dead_code, reason = "each test uses some of it")]

use chrono::{DateTime, NaiveDate, Utc};
use docket::accounts::Passphrase;
use docket::casework::{Event, Opening, Person, Recorded, State};
use docket::law::{AgencyId, Capacity, Channel, Kind, Sensitivity};
use docket::letters::{Language, LetterKind};
use docket::store::{Append, CaseRowValues, DraftKey, NewLetter, Stamp};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The passphrase of every desk in tests.
pub fn passphrase() -> Passphrase {
    Passphrase::for_new_desk("seven quiet lighthouses".to_owned()).expect("long enough")
}

/// A civil day.
pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// An instant of 2 March 2026, so many seconds after half past two.
pub fn instant(seconds: i64) -> DateTime<Utc> {
    let start: DateTime<Utc> = "2026-03-02T14:30:00Z".parse().expect("an instant");
    start + chrono::TimeDelta::seconds(seconds)
}

/// Who does everything in tests, and when.
pub fn stamp() -> Stamp {
    Stamp { at: instant(0), on: day("2026-03-02"), by: "Ayşe Şahin".to_owned() }
}

/// An event as recorded.
pub fn recorded(version: u32, event: Event) -> Recorded {
    let stamp = stamp();
    Recorded { version, at: instant(i64::from(version)), on: stamp.on, by: stamp.by, event }
}

/// The event that opens a case.
pub fn opened(number: &str, agency: &str, requester: &str) -> Event {
    Event::Opened(Opening {
        number: number.to_owned(),
        agency: AgencyId::new(agency),
        kinds: vec![Kind::Access, Kind::Amendment],
        received: day("2026-03-02"),
        channel: Channel::Mail,
        capacity: Capacity::OneSelf,
        sensitivity: Sensitivity::Ordinary,
        personally_known: false,
        facts: Default::default(),
        requester: Person {
            name: requester.to_owned(),
            address: vec!["14 Lantern Hollow".to_owned(), "Nowhere, OH 00000".to_owned()],
            email: None,
        },
        subject: None,
        text: "Please send me the chat transcript of 3 February.".to_owned(),
        particulars: BTreeMap::from([("chat_date".to_owned(), "2026-02-03".to_owned())]),
        dated: None,
        postmarked: None,
        first_office: None,
        reached_office: None,
        representative: None,
        linked: Vec::new(),
        guard: None,
    })
}

/// A batch without letter and message.
pub fn append(number: &str, requester: &str, expected_version: u32, events: Vec<Recorded>) -> Append {
    let agency = number.split('-').next().unwrap_or_default().to_lowercase();
    Append {
        case_number: number.to_owned(),
        expected_version,
        events,
        row: CaseRowValues {
            agency: AgencyId::new(agency),
            kinds: vec![Kind::Access, Kind::Amendment],
            requester: requester.to_owned(),
            system: Some("USPS 890.000".to_owned()),
            state: State::Identity,
            step: "record-evidence".to_owned(),
            clock: "usps-acknowledge".to_owned(),
            next_words: "Ask for proof of identity".to_owned(),
            next_by: Some(day("2026-03-16")),
            received: day("2026-03-02"),
            closed: false,
            closed_on: None,
            decided_on: None,
            office: None,
            assignee: String::new(),
            unit: String::new(),
            restricted: false,
            held: false,
            dispose_after: None,
            people: Vec::new(),
            search_text: "Please send me the chat transcript of 3 February.".to_owned(),
        },
        letter: None,
        mail: None,
        mail_state: None,
        papers: Vec::new(),
        destroyed_papers: Vec::new(),
        taken_in: Vec::new(),
        disclosures: Vec::new(),
    }
}

/// What the letter was made from.
const SOURCE: &str = "{\"title\":\"We have your request\"}";

/// A letter with the right hash.
pub fn letter(id: &str, bytes: &[u8]) -> NewLetter {
    NewLetter {
        id: id.to_owned(),
        kind: LetterKind::Acknowledgement,
        name: "Acknowledgement".to_owned(),
        dated: day("2026-03-02"),
        sha256: Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect(),
        bytes: bytes.to_vec(),
        source: SOURCE.to_owned(),
        draft: DraftKey { kind: LetterKind::Acknowledgement, recipient: None, language: "en".to_owned() },
    }
}

/// The event that issues a letter.
pub fn issuing(letter: &NewLetter) -> Event {
    Event::LetterIssued {
        letter: letter.id.clone(),
        kind: letter.kind,
        dated: letter.dated,
        sha256: letter.sha256.clone(),
        bytes: u32::try_from(letter.bytes.len()).expect("a short letter"),
        clauses_version: "0123456789ab".to_owned(),
        recipient: None,
        language: Language::English,
        edited: Vec::new(),
        source_sha256: Some(
            Sha256::digest(&letter.source).iter().map(|byte| format!("{byte:02x}")).collect(),
        ),
    }
}
