//! The letters of a case, issued and gone: the fold of these events.

use crate::casework::{Case, Event, LetterIssued, Recorded};
use crate::letters::{Language, LetterKind};

impl Case {
    pub(super) fn apply_letter(&mut self, recorded: &Recorded) {
        let on = recorded.on;
        match &recorded.event {
            Event::LetterIssued { letter, kind, dated, sha256, bytes, recipient, language, .. } => {
                self.letters.push(LetterIssued {
                    letter: letter.clone(),
                    kind: *kind,
                    name: named(*kind, *language),
                    dated: *dated,
                    sha256: sha256.clone(),
                    bytes: *bytes,
                    recipient: *recipient,
                    language: *language,
                    posted: None,
                    arrived: None,
                    queued: false,
                    emailed: None,
                    printed: None,
                    not_printed: None,
                });
            }
            Event::LetterPosted { letter, on, proof } => {
                self.letter_mut(letter, |issued| issued.posted = issued.posted.or(Some(*on)));
                self.told_by_letter(letter, *on, "by a letter that was posted", proof);
                self.noticed_by_letter(letter, *on);
            }
            Event::LetterArrived { letter, on, .. } => {
                self.letter_mut(letter, |issued| issued.arrived = Some(*on));
            }
            Event::LetterQueued { letter, .. } => self.letter_mut(letter, |issued| issued.queued = true),
            Event::LetterEmailed { letter, message_id } => {
                self.letter_mut(letter, |issued| {
                    issued.queued = false;
                    issued.emailed = issued.emailed.or(Some(on));
                });
                self.told_by_letter(letter, on, "by a letter that was e-mailed", message_id);
                self.noticed_by_letter(letter, on);
            }
            Event::LetterPrinted { letter, .. } => self.letter_mut(letter, |issued| {
                issued.printed = Some(on);
                issued.not_printed = None;
            }),
            Event::LetterNotPrinted { letter, reason, .. } => {
                self.letter_mut(letter, |issued| issued.not_printed = Some(reason.clone()));
            }
            _ => {}
        }
    }

    fn told_by_letter(&mut self, letter: &str, on: chrono::NaiveDate, how: &str, proof: &str) {
        let recipient = self.letter(letter).and_then(|issued| issued.recipient);
        if let Some(recipient) = recipient {
            self.told(recipient, on, how, proof);
        }
    }

    /// A delay notice that was written since the time was extended under the Freedom of Information Act has left.
    fn noticed_by_letter(&mut self, letter: &str, on: chrono::NaiveDate) {
        let notice = self
            .letter(letter)
            .filter(|issued| issued.kind == LetterKind::Delay && issued.language.is_english());
        let Some(dated) = notice.map(|issued| issued.dated) else { return };
        if let Some(extended) = self.foia_extension.as_mut().filter(|extended| extended.on <= dated) {
            extended.noticed = extended.noticed.or(Some(on));
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

/// `Grant of access`, `Grant of access, in Spanish`.
fn named(kind: LetterKind, language: Language) -> String {
    if language.is_english() {
        kind.words().to_owned()
    } else {
        format!("{}, in {}", kind.words(), language.words())
    }
}
