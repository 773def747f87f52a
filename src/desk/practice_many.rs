//! A large practice desk: the patterns of `practice/patterns.toml`, told once by the commands that real cases are made by,
//! and repeated with other people, days and numbers, spread over twenty years.
//!
//! Only days, names, numbers and the words of the request differ from what the commands made, so every case folds as its
//! pattern does. Its row is worked out by the same function as any other.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use chrono::{Datelike, Days, NaiveDate};
use serde::Deserialize;
use tokio::sync::mpsc::{Receiver, Sender, channel};

use super::cases::{folded, row_values};
use super::practice::stories;
use super::practice_patterns::{Particulars, Pattern, cut, moved};
use super::{Desk, Shelf};
use crate::casework::{Event, Recorded};
use crate::clock::Clock;
use crate::error::Refusal;
use crate::store::{BulkCase, BulkEvent, BulkLetter, BulkSecret};

/// The patterns.
const PATTERNS: &str = include_str!("practice/patterns.toml");
/// Of what people are made.
const PEOPLE: &str = include_str!("practice/people.toml");
/// Over how many days the cases are spread.
const DAYS: u64 = 20 * 365 + 5;
/// How many cases a thread works out before it hands them on.
const CHUNK: usize = 500;
/// The entries of the case that is longer than any other.
const LONG_CASE: usize = 200;
/// The setting that names it.
const LONG_CASE_SETTING: &str = "practice-long-case";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct People {
    given: Vec<String>,
    family: Vec<String>,
    street: Vec<String>,
    town: Vec<String>,
    topic: Vec<String>,
    remark: Vec<String>,
}

/// What several threads work cases out from.
struct Workshop {
    patterns: Vec<Pattern>,
    people: People,
    shelf: Shelf,
    secret: BulkSecret,
    cases: u64,
}

/// A case of the plan: which pattern, when, and under which number.
struct Planned {
    index: u64,
    pattern: usize,
    received: NaiveDate,
    number: String,
}

/// Numbers that look random and are the same for each case in each run (splitmix64).
struct Dice(u64);

impl Dice {
    fn of(index: u64) -> Self {
        Self(index.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x0552_a552_a552_a552)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn roll(&mut self, sides: u64) -> u64 {
        self.next() % sides.max(1)
    }

    fn pick<'a>(&mut self, from: &'a [String]) -> &'a str {
        let place = usize::try_from(self.roll(from.len() as u64)).unwrap_or(0);
        from.get(place).map_or("", String::as_str)
    }

    fn bytes(&mut self) -> [u8; 16] {
        (u128::from(self.next()) << 64 | u128::from(self.next())).to_le_bytes()
    }
}

impl Desk {
    /// Fills a desk that was just made, and that nobody else has open, with so many fictitious cases. It is closed then.
    /// `told` hears now and then how many there are.
    pub(super) async fn fill(
        self,
        file: &Path,
        cases: u64,
        told: &(dyn Fn(u64) + Sync),
    ) -> Result<(), Refusal> {
        let patterns = told_patterns(file, self.clock).await?;
        let people = toml::from_str(PEOPLE)
            .map_err(|cause| Refusal::failed("The people of the practice desk could not be read.", &cause))?;
        let shelf = self.shelf().await?;
        if let Some(first) = (Plan::new(&patterns, cases, shelf.today)).next() {
            self.room.store.set_setting(LONG_CASE_SETTING, &first.number).await?;
        }
        let mut writer = self.room.store.clone().begin_bulk().await?;
        let secret = writer.secret();
        let workshop = Arc::new(Workshop { patterns, people, shelf, secret, cases });
        let threads =
            std::thread::available_parallelism().map_or(1, |cores| cores.get().saturating_sub(1).max(1));
        let mut lines: Vec<Receiver<Result<Vec<BulkCase>, Refusal>>> = Vec::new();
        for thread in 0..threads {
            let (sender, receiver) = channel(4);
            let workshop = Arc::clone(&workshop);
            tokio::task::spawn_blocking(move || work(&workshop, thread, threads, &sender));
            lines.push(receiver);
        }
        let mut written = 0_u64;
        let mut begun = 0;
        while written < cases {
            let line = begun % threads;
            begun += 1;
            let chunk = match lines.get_mut(line) {
                Some(line) => line.recv().await,
                None => None,
            };
            let Some(chunk) = chunk else { break };
            for case in chunk? {
                writer.write(case).await?;
                written += 1;
            }
            if written % 20_000 < CHUNK as u64 {
                told(written);
            }
        }
        Ok(writer.finish().await?)
    }

    /// The case of the large practice desk that has more entries than any other; nothing at another desk.
    ///
    /// # Errors
    /// Where the store fails.
    pub async fn practice_long_case(&self) -> Result<Option<String>, Refusal> {
        Ok(self.room.store.setting(LONG_CASE_SETTING).await?)
    }
}

/// Tells every pattern at a desk of its own, which is thrown away, and reads what it became.
async fn told_patterns(file: &Path, clock: Clock) -> Result<Vec<Pattern>, Refusal> {
    let beside = file.with_extension("patterns");
    let desk = Desk::new_practice(&beside, clock).await?;
    let read = async {
        let mut patterns = Vec::new();
        for story in stories(PATTERNS)? {
            let number = desk.tell(&story, story.received_on(clock.today()), clock.today()).await?;
            patterns.push(cut(&story, &desk.events(&number).await?)?);
        }
        Ok(patterns)
    };
    let read = read.await;
    desk.close().await;
    super::practice::remove(&beside).await;
    read
}

/// Which cases there are, in the order of their days; the same in each run.
struct Plan<'a> {
    patterns: &'a [Pattern],
    cases: u64,
    today: NaiveDate,
    next: u64,
    counted: HashMap<(&'a str, i32), u64>,
}

impl<'a> Plan<'a> {
    fn new(patterns: &'a [Pattern], cases: u64, today: NaiveDate) -> Self {
        Self { patterns, cases, today, next: 0, counted: HashMap::new() }
    }
}

impl Iterator for Plan<'_> {
    type Item = Planned;

    fn next(&mut self) -> Option<Planned> {
        if self.next >= self.cases {
            return None;
        }
        let index = self.next;
        self.next += 1;
        let total = self.patterns.iter().map(|pattern| pattern.weight).sum();
        let mut rolled = Dice::of(index).roll(total);
        let place = self.patterns.iter().position(|pattern| match rolled.checked_sub(pattern.weight) {
            Some(rest) => {
                rolled = rest;
                false
            }
            None => true,
        });
        let place = place.unwrap_or(0);
        let pattern = self.patterns.get(place)?;
        let wanted = self.today - Days::new(DAYS - index * DAYS / self.cases.max(2).saturating_sub(1).max(1));
        // Whole weeks earlier or later than the pattern, so that what was done on working days is done on such again.
        let later = (wanted - pattern.received).num_days().div_euclid(7) * 7;
        let received = moved(pattern.received, later);
        let count = self.counted.entry((pattern.prefix.as_str(), received.year())).or_default();
        *count += 1;
        let number = format!("{}-{}-{count:05}", pattern.prefix, received.year());
        Some(Planned { index, pattern: place, received, number })
    }
}

/// Works out the chunks of one thread and hands them on, in order.
fn work(workshop: &Workshop, thread: usize, threads: usize, sender: &Sender<Result<Vec<BulkCase>, Refusal>>) {
    let mut chunk = Vec::with_capacity(CHUNK);
    let plan = Plan::new(&workshop.patterns, workshop.cases, workshop.shelf.today);
    for planned in plan {
        let place = usize::try_from(planned.index).unwrap_or(usize::MAX);
        if (place / CHUNK) % threads == thread {
            chunk.push(workshop.case(&planned));
        }
        let last = planned.index + 1 == workshop.cases;
        if !chunk.is_empty() && (chunk.len() == CHUNK || last) {
            let whole = std::mem::replace(&mut chunk, Vec::with_capacity(CHUNK));
            if sender.blocking_send(whole.into_iter().collect()).is_err() {
                return;
            }
        }
    }
}

impl Workshop {
    fn case(&self, planned: &Planned) -> Result<BulkCase, Refusal> {
        let mut dice = Dice::of(planned.index);
        dice.next();
        let Some(pattern) = self.patterns.get(planned.pattern) else {
            return Err(Refusal::not_found("A practice pattern is missing."));
        };
        let particulars = self.particulars(planned, pattern, &mut dice);
        let today = self.shelf.today;
        let mut events = Vec::new();
        let mut letters = Vec::new();
        for event in &pattern.events {
            let on = moved(event.on, particulars.later);
            if on > today {
                break;
            }
            if let Some(letter) = &event.letter {
                letters.push(BulkLetter {
                    id: particulars.ids.get(letter.id).cloned().unwrap_or_default(),
                    kind: letter.kind.clone(),
                    name: letter.name.clone(),
                    dated: moved(letter.dated, particulars.later),
                    sha256: particulars.hashes.get(letter.hash).cloned().unwrap_or_default(),
                    size: letter.size,
                });
            }
            events.push(BulkEvent {
                on,
                by: event.by.clone(),
                event_type: event.event_type.clone(),
                body: particulars.body(&event.body),
                random: dice.bytes(),
            });
        }
        self.shorten(planned, &mut events, &mut letters, &mut dice)?;
        let recorded = recorded(&events)?;
        let row = row_values(&folded(&recorded)?, &self.shelf.ground())?;
        Ok(BulkCase::new(planned.number.clone(), row, events, letters, &self.secret))
    }

    /// Lets some cases stand still: a few of the old ones, more of the last year; and makes the first one very long.
    fn shorten(
        &self,
        planned: &Planned,
        events: &mut Vec<BulkEvent>,
        letters: &mut Vec<BulkLetter>,
        dice: &mut Dice,
    ) -> Result<(), Refusal> {
        let age = (self.shelf.today - planned.received).num_days();
        let stopped = dice.roll(10_000) < if age < 365 { 600 } else { 5 };
        if planned.index != 0 && !stopped {
            return Ok(());
        }
        let kept = if planned.index == 0 { 1 } else { 1 + dice.roll(events.len().saturating_sub(1) as u64) };
        events.truncate(usize::try_from(kept).unwrap_or(1));
        letters.retain(|letter| events.iter().any(|event| event.body.contains(&letter.sha256)));
        if planned.index == 0 {
            let by = events.first().map(|event| event.by.clone()).unwrap_or_default();
            for nth in 1..LONG_CASE {
                let text =
                    format!("Telephoned, attempt {nth}; nobody answered. The file waits for another letter.");
                let body = serde_json::to_string(&Event::NoteAdded { text })
                    .map_err(|cause| Refusal::failed("A practice note could not be written.", &cause))?;
                let after = u64::try_from(age.max(0)).unwrap_or(0) * nth as u64 / LONG_CASE as u64;
                events.push(BulkEvent {
                    on: planned.received + Days::new(after),
                    by: by.clone(),
                    event_type: "note-added".to_owned(),
                    body,
                    random: dice.bytes(),
                });
            }
        }
        Ok(())
    }

    fn particulars(&self, planned: &Planned, pattern: &Pattern, dice: &mut Dice) -> Particulars {
        let people = &self.people;
        let name = format!("{} {}", dice.pick(&people.given), dice.pick(&people.family));
        let street = format!("{} {}", 1 + dice.roll(900), dice.pick(&people.street));
        let text = format!(
            "{} It is about {} of {}. {}",
            pattern.text,
            dice.pick(&people.topic),
            planned.received.year() - i32::try_from(dice.roll(4)).unwrap_or(0),
            dice.pick(&people.remark)
        );
        let ids =
            (0..8).map(|_| uuid::Builder::from_random_bytes(dice.bytes()).into_uuid().to_string()).collect();
        let hash = |dice: &mut Dice| {
            let bytes = [u128::from_le_bytes(dice.bytes()), u128::from_le_bytes(dice.bytes())];
            bytes.map(|half| format!("{half:032x}")).concat()
        };
        let hashes = (0..4).map(|_| hash(dice)).collect();
        Particulars {
            email: format!("person{}@example.org", planned.index),
            ssn: format!("987-65-432{}", dice.roll(10)),
            town: dice.pick(&people.town).to_owned(),
            number: planned.number.clone(),
            hashes,
            later: (planned.received - pattern.received).num_days(),
            name,
            street,
            text,
            ids,
        }
    }
}

/// The events as the case folds them.
fn recorded(events: &[BulkEvent]) -> Result<Vec<Recorded>, Refusal> {
    (1..)
        .zip(events)
        .map(|(version, event)| {
            Ok(Recorded {
                version,
                at: event.on.and_time(chrono::NaiveTime::MIN).and_utc(),
                on: event.on,
                by: event.by.clone(),
                event: serde_json::from_str(&event.body)
                    .map_err(|cause| Refusal::failed("A practice case could not be read.", &cause))?,
            })
        })
        .collect()
}
