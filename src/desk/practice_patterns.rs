//! The patterns of a large practice desk: the events of a case, cut into what stays and what differs from case to case.

use chrono::NaiveDate;
use regex::Regex;

use super::cases::folded;
use super::practice::Story;
use crate::casework::{Event, Recorded};
use crate::error::Refusal;

/// A whole request, from first letter to closing, with gaps where cases differ.
pub(super) struct Pattern {
    pub weight: u64,
    pub prefix: String,
    pub received: NaiveDate,
    pub text: String,
    pub events: Vec<PatternEvent>,
}

pub(super) struct PatternEvent {
    pub on: NaiveDate,
    pub by: String,
    pub event_type: String,
    pub body: Vec<Piece>,
    pub letter: Option<PatternLetter>,
}

/// A letter that an event issues: its places among the ids and hashes of the case.
pub(super) struct PatternLetter {
    pub id: usize,
    pub hash: usize,
    pub kind: String,
    pub name: String,
    pub dated: NaiveDate,
    pub size: u32,
}

/// A piece of an event's JSON.
pub(super) enum Piece {
    Words(String),
    Day(NaiveDate),
    Name,
    Street,
    Town,
    Email,
    Number,
    Ssn,
    Text,
    Id(usize),
    Hash(usize),
}

/// Who a case is about, and its numbers.
pub(super) struct Particulars {
    pub number: String,
    pub name: String,
    pub street: String,
    pub town: String,
    pub email: String,
    pub ssn: String,
    pub text: String,
    pub ids: Vec<String>,
    pub hashes: Vec<String>,
    /// How many days later than in the pattern everything happens.
    pub later: i64,
}

/// Cuts the events of a case into what stays and what differs.
pub(super) fn cut(story: &Story, events: &[Recorded]) -> Result<Pattern, Refusal> {
    let unreadable =
        |cause: &dyn std::error::Error| Refusal::failed("A practice pattern could not be read.", cause);
    let case = folded(events)?;
    let given = [
        (Piece::Number, case.number.clone()),
        (Piece::Name, case.requester.name.clone()),
        (Piece::Street, case.requester.address.first().cloned().unwrap_or_default()),
        (Piece::Town, case.requester.address.get(1).cloned().unwrap_or_default()),
        (Piece::Email, case.requester.email.clone().unwrap_or_default()),
        (Piece::Ssn, case.particulars.get("ssn").cloned().unwrap_or_default()),
        (Piece::Text, case.text.clone()),
    ];
    let literal: Vec<String> =
        given.iter().map(|(_, words)| regex::escape(words)).filter(|words| !words.is_empty()).collect();
    let gaps = format!(
        "{}|[0-9a-f]{{8}}-[0-9a-f]{{4}}-[0-9a-f]{{4}}-[0-9a-f]{{4}}-[0-9a-f]{{12}}|[0-9a-f]{{64}}|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}",
        literal.join("|")
    );
    let gaps = Regex::new(&gaps).map_err(|cause| unreadable(&cause))?;
    let (mut ids, mut hashes): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    let mut cut = Vec::new();
    for recorded in events {
        let body = serde_json::to_string(&recorded.event).map_err(|cause| unreadable(&cause))?;
        let event_type = serde_json::from_str::<serde_json::Value>(&body)
            .ok()
            .and_then(|body| body.get("event").and_then(|kind| kind.as_str()).map(str::to_owned))
            .unwrap_or_default();
        let mut pieces = Vec::new();
        let mut rest = 0;
        for gap in gaps.find_iter(&body) {
            let words = gap.as_str();
            let piece = match words.parse::<NaiveDate>() {
                Ok(day) if day < case.received => continue,
                Ok(day) => Piece::Day(day),
                Err(_) => match given.iter().find(|(_, given)| given == words) {
                    Some((Piece::Name, _)) => Piece::Name,
                    Some((Piece::Street, _)) => Piece::Street,
                    Some((Piece::Town, _)) => Piece::Town,
                    Some((Piece::Email, _)) => Piece::Email,
                    Some((Piece::Number, _)) => Piece::Number,
                    Some((Piece::Ssn, _)) => Piece::Ssn,
                    Some((Piece::Text, _)) => Piece::Text,
                    Some(_) | None if words.len() == 64 => Piece::Hash(place_of(&mut hashes, words)),
                    Some(_) | None => Piece::Id(place_of(&mut ids, words)),
                },
            };
            pieces.push(Piece::Words(body.get(rest..gap.start()).unwrap_or_default().to_owned()));
            pieces.push(piece);
            rest = gap.end();
        }
        pieces.push(Piece::Words(body.get(rest..).unwrap_or_default().to_owned()));
        let letter = match &recorded.event {
            Event::LetterIssued { letter, kind, dated, sha256, bytes, .. } => Some(PatternLetter {
                id: place_of(&mut ids, letter),
                hash: place_of(&mut hashes, sha256),
                kind: kind.as_str().to_owned(),
                name: kind.words().to_owned(),
                dated: *dated,
                size: *bytes,
            }),
            _ => None,
        };
        cut.push(PatternEvent { on: recorded.on, by: recorded.by.clone(), event_type, body: pieces, letter });
    }
    Ok(Pattern {
        weight: story.weight,
        prefix: case.agency.prefix(),
        received: case.received,
        text: case.text,
        events: cut,
    })
}

/// The place of some words in a list; they are added where they are new.
fn place_of(list: &mut Vec<String>, words: &str) -> usize {
    list.iter().position(|known| known == words).unwrap_or_else(|| {
        list.push(words.to_owned());
        list.len() - 1
    })
}

impl Particulars {
    /// The JSON of an event about these people, days and numbers.
    pub(super) fn body(&self, pieces: &[Piece]) -> String {
        let mut body = String::with_capacity(512);
        for piece in pieces {
            // None of what is filled in has a sign that JSON writes in another way.
            match piece {
                Piece::Words(words) => body.push_str(words),
                Piece::Day(day) => body.push_str(&moved(*day, self.later).to_string()),
                Piece::Name => body.push_str(&self.name),
                Piece::Street => body.push_str(&self.street),
                Piece::Town => body.push_str(&self.town),
                Piece::Email => body.push_str(&self.email),
                Piece::Number => body.push_str(&self.number),
                Piece::Ssn => body.push_str(&self.ssn),
                Piece::Text => body.push_str(&self.text),
                Piece::Id(place) => body.push_str(self.ids.get(*place).map_or("", String::as_str)),
                Piece::Hash(place) => body.push_str(self.hashes.get(*place).map_or("", String::as_str)),
            }
        }
        body
    }
}

/// A day so many days later; earlier where it is negative.
pub(super) fn moved(day: NaiveDate, later: i64) -> NaiveDate {
    day + chrono::TimeDelta::days(later)
}
