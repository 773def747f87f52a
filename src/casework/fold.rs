//! From events to the case. Folding decides nothing: what the ledger holds has happened.

use super::{
    Case, Delay, Determination, Event, EvidenceAtHand, LetterIssued, Outcome, Part, Recorded, RoutedTo,
    Search, Sent,
};

impl Case {
    /// The case that these events tell of; `None` where they do not begin with its opening.
    pub fn fold(events: &[Recorded]) -> Option<Case> {
        let (first, rest) = events.split_first()?;
        let Event::Opened(opening) = &first.event else { return None };
        let mut case = Case::begun(opening, first.version, first.on);
        for recorded in rest {
            case.apply(recorded);
        }
        Some(case)
    }

    /// Takes one more event into the case.
    pub fn apply(&mut self, recorded: &Recorded) {
        self.version = recorded.version;
        let on = recorded.on;
        match &recorded.event {
            Event::Opened(_) | Event::NoteAdded { .. } => {}
            Event::EvidenceRecorded { evidence, note } => self.evidence.push(EvidenceAtHand {
                evidence: *evidence,
                note: note.clone(),
                by: recorded.by.clone(),
                on,
            }),
            Event::IdentityVerified { .. } => self.identity_verified = Some(on),
            Event::Routed { system, system_name, revision, office, address, quote } => {
                self.routing = Some(RoutedTo {
                    system: system.clone(),
                    system_name: system_name.clone(),
                    revision: *revision,
                    office: office.clone(),
                    address: address.clone(),
                    quote: quote.clone(),
                    on,
                });
                // A request that goes to another office has not been sent there yet.
                self.sent = None;
            }
            Event::SentToOffice { answer_by } => self.sent = Some(Sent { on, answer_by: *answer_by }),
            Event::SearchRecorded { by, where_searched, how, on: answered, items } => {
                self.search = Some(Search {
                    by: by.clone(),
                    where_searched: where_searched.clone(),
                    how: how.clone(),
                    on: *answered,
                    items: items.clone(),
                });
            }
            Event::Decided { parts, official, title } => {
                self.determination = Some(Determination {
                    words: determination_words(parts, self.search.as_ref()).to_owned(),
                    parts: parts.clone(),
                    official: official.clone(),
                    title: title.clone(),
                    on,
                    by: recorded.by.clone(),
                });
            }
            Event::DelayRecorded { reason, expected } => {
                self.delay = Some(Delay { reason: reason.clone(), expected: *expected, on });
            }
            Event::RecipientsTold { on, .. } => self.recipients_told = Some(*on),
            Event::LetterIssued { letter, kind, dated, sha256, bytes, .. } => {
                self.letters.push(LetterIssued {
                    letter: letter.clone(),
                    kind: *kind,
                    name: kind.words().to_owned(),
                    dated: *dated,
                    sha256: sha256.clone(),
                    bytes: *bytes,
                    posted: None,
                    queued: false,
                    emailed: None,
                })
            }
            Event::LetterPosted { letter, on } => {
                self.letter_mut(letter, |issued| issued.posted = issued.posted.or(Some(*on)));
            }
            Event::LetterQueued { letter } => self.letter_mut(letter, |issued| issued.queued = true),
            Event::LetterEmailed { letter, .. } => self.letter_mut(letter, |issued| {
                issued.queued = false;
                issued.emailed = issued.emailed.or(Some(on));
            }),
            Event::Withdrawn { .. } => self.withdrawn = Some(on),
            Event::Closed { .. } => self.closed = Some(on),
        }
    }

    fn letter_mut(&mut self, id: &str, change: impl FnOnce(&mut LetterIssued)) {
        if let Some(issued) = self.letters.iter_mut().find(|issued| issued.letter == id) {
            change(issued);
        }
    }

    /// The letter of this id.
    pub fn letter(&self, id: &str) -> Option<&LetterIssued> {
        self.letters.iter().find(|issued| issued.letter == id)
    }
}

impl LetterIssued {
    /// The day on which it left the office, by post or e-mail, whichever came first.
    pub fn dispatched(&self) -> Option<chrono::NaiveDate> {
        self.posted.into_iter().chain(self.emailed).min()
    }
}

/// The determination in one phrase, from its parts.
fn determination_words(parts: &[Part], search: Option<&Search>) -> &'static str {
    let has = |outcome| parts.iter().any(|part| part.outcome == outcome);
    let all = |outcome| !parts.is_empty() && parts.iter().all(|part| part.outcome == outcome);
    if parts.is_empty() {
        return if search.is_some_and(|search| !search.items.is_empty()) {
            "record found"
        } else {
            "no record found"
        };
    }
    if all(Outcome::Granted) {
        "granted"
    } else if all(Outcome::Amended) {
        "amended"
    } else if all(Outcome::Refused) {
        "refused"
    } else if all(Outcome::Denied) {
        "denied"
    } else if has(Outcome::Refused) {
        "refused in part"
    } else if has(Outcome::Granted) {
        "granted in part"
    } else {
        "no record found"
    }
}
