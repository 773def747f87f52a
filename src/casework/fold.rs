//! From events to the case. Folding decides nothing: what the ledger holds has happened.

use super::{
    Appeal, AppealDecision, Approval, Case, Companion, ConsentGiven, Delay, Determination, Event,
    EvidenceAtHand, FeeDue, FoiaExtension, Guard, Guarded, HeldBefore, Incoming, Inspection, LetterIssued,
    MedicalReview, Outcome, Overruled, Paper, Part, PersonRole, RecipientOfRecord, Recorded, Referral,
    Returned, ReviewExtension, RoutedTo, Search, Sent, Statement, Task, Triage,
};
use crate::letters::{Language, LetterKind};

impl Case {
    /// The case that these events tell of; `None` where they do not begin with its opening.
    pub fn fold(events: &[Recorded]) -> Option<Case> {
        let (first, rest) = events.split_first()?;
        let Event::Opened(opening) = &first.event else { return None };
        let mut case = Case::begun(opening, first.version, first.on, &first.by);
        for recorded in rest {
            case.apply(recorded);
        }
        Some(case)
    }

    /// Takes one more event into the case.
    pub fn apply(&mut self, recorded: &Recorded) {
        self.version = recorded.version;
        match &recorded.event {
            Event::EvidenceRecorded { .. }
            | Event::EvidenceRejected { .. }
            | Event::IdentityVerified { .. }
            | Event::IdentityReviewed { .. }
            | Event::RepresentativeNamed { .. }
            | Event::CompanionNamed { .. }
            | Event::PersonChanged { .. }
            | Event::PaperAttached { .. }
            | Event::PaperDestroyed { .. }
            | Event::ConsentRecorded { .. } => self.apply_people(recorded),
            Event::Triaged { .. }
            | Event::LetterReceived { .. }
            | Event::Routed { .. }
            | Event::SentToOffice { .. }
            | Event::OfficeReminded { .. }
            | Event::SearchRecorded { .. }
            | Event::AccountingTaken { .. }
            | Event::Referred { .. }
            | Event::MedicalReviewed { .. }
            | Event::ExistenceGuarded { .. }
            | Event::InspectionArranged { .. }
            | Event::InspectionHeld { .. } => self.apply_search(recorded),
            Event::Weighed { .. }
            | Event::CounselSigned { .. }
            | Event::Decided { .. }
            | Event::DecisionApproved { .. }
            | Event::DecisionReturned { .. }
            | Event::DelayRecorded { .. }
            | Event::FeeAssessed { .. }
            | Event::FeePaid { .. } => self.apply_decision(recorded),
            Event::DisputeNoted { .. }
            | Event::StatementFiled { .. }
            | Event::ReasonsAdded { .. }
            | Event::RecipientsListed { .. }
            | Event::RecipientTold { .. }
            | Event::RecipientsTold { .. }
            | Event::RecipientsSpared { .. }
            | Event::RecordAmended { .. }
            | Event::DisclosureMade { .. }
            | Event::AppealReceived { .. }
            | Event::AppealSentUp { .. }
            | Event::ReviewExtended { .. }
            | Event::AppealDecided { .. } => self.apply_afterwards(recorded),
            Event::LetterIssued { .. }
            | Event::LetterPosted { .. }
            | Event::LetterArrived { .. }
            | Event::LetterQueued { .. }
            | Event::LetterEmailed { .. }
            | Event::LetterPrinted { .. }
            | Event::LetterNotPrinted { .. } => self.apply_letter(recorded),
            Event::Opened(_)
            | Event::Withdrawn { .. }
            | Event::Closed { .. }
            | Event::Reopened { .. }
            | Event::SensitivityChanged { .. }
            | Event::HoldPlaced { .. }
            | Event::HoldReleased { .. }
            | Event::Assigned { .. }
            | Event::Restricted { .. }
            | Event::RestrictionLifted { .. }
            | Event::CaseLinked { .. }
            | Event::TaskAdded { .. }
            | Event::TaskFinished { .. }
            | Event::StepOverruled { .. }
            | Event::DisposalProposed { .. }
            | Event::NoteAdded { .. } => self.apply_file(recorded),
        }
    }

    fn apply_people(&mut self, recorded: &Recorded) {
        match &recorded.event {
            Event::EvidenceRecorded { evidence, note, requirement, paper } => {
                self.evidence.push(EvidenceAtHand {
                    evidence: *evidence,
                    note: note.clone(),
                    requirement: requirement.clone(),
                    paper: paper.clone(),
                    by: recorded.by.clone(),
                    on: recorded.on,
                });
            }
            Event::EvidenceRejected { evidence, .. } => {
                self.evidence.retain(|at_hand| at_hand.evidence != *evidence);
                // What was confirmed rested on it: somebody looks again.
                self.identity_verified = None;
                self.identity_reviewed = None;
            }
            Event::IdentityVerified { .. } => self.identity_verified = Some(approval(recorded)),
            Event::IdentityReviewed { .. } => self.identity_reviewed = Some(approval(recorded)),
            Event::RepresentativeNamed { representative } => {
                if let Some(before) = self.representative.replace(representative.clone()) {
                    self.held_before.push(held(
                        PersonRole::Representative,
                        before.person,
                        recorded,
                        "named anew",
                    ));
                }
            }
            Event::CompanionNamed { name, statement_signed } => {
                self.companion = Some(Companion { name: name.clone(), statement_signed: *statement_signed });
            }
            Event::PersonChanged { role, person, reason } => {
                let place = match role {
                    PersonRole::Requester => Some(&mut self.requester),
                    PersonRole::Subject => self.subject.as_mut(),
                    PersonRole::Representative => self.representative.as_mut().map(|named| &mut named.person),
                    PersonRole::Companion => None,
                };
                if let Some(place) = place {
                    let before = std::mem::replace(place, person.clone());
                    self.held_before.push(held(*role, before, recorded, reason));
                }
            }
            Event::PaperAttached { paper, name, media_type, sha256, size, identity, destroy_after } => {
                self.papers.push(Paper {
                    paper: paper.clone(),
                    name: name.clone(),
                    media_type: media_type.clone(),
                    sha256: sha256.clone(),
                    size: *size,
                    identity: *identity,
                    destroy_after: *destroy_after,
                    destroyed: None,
                    on: recorded.on,
                });
            }
            Event::PaperDestroyed { paper, .. } => {
                if let Some(paper) = self.papers.iter_mut().find(|known| known.paper == *paper) {
                    paper.destroyed = paper.destroyed.or(Some(recorded.on));
                }
            }
            Event::ConsentRecorded { given_by, to_whom, what, timeframe, signed_on } => {
                self.consent = Some(ConsentGiven {
                    given_by: *given_by,
                    to_whom: to_whom.clone(),
                    what: what.clone(),
                    timeframe: timeframe.clone(),
                    signed_on: *signed_on,
                });
            }
            _ => {}
        }
    }

    fn apply_search(&mut self, recorded: &Recorded) {
        let on = recorded.on;
        match &recorded.event {
            Event::Triaged { road, misfit, reason } => {
                self.triage = Some(Triage { road: *road, misfit: *misfit, reason: reason.clone(), on });
            }
            Event::LetterReceived { about, received, channel, text } => self.incoming.push(Incoming {
                about: *about,
                received: *received,
                channel: *channel,
                text: text.clone(),
            }),
            Event::Routed { system, system_name, revision, office, address, quote, reason } => {
                self.routing = Some(RoutedTo {
                    system: system.clone(),
                    system_name: system_name.clone(),
                    revision: *revision,
                    office: office.clone(),
                    address: address.clone(),
                    quote: quote.clone(),
                    reason: reason.clone(),
                    on,
                });
                // A request that goes to another office has not been sent there yet.
                self.sent = None;
            }
            Event::SentToOffice { answer_by } => {
                self.sent = Some(Sent { on, answer_by: *answer_by, reminded: None });
            }
            Event::OfficeReminded { answer_by, .. } => {
                if let Some(sent) = &mut self.sent {
                    sent.reminded = Some(on);
                    sent.answer_by = answer_by.unwrap_or(sent.answer_by);
                }
            }
            Event::SearchRecorded { by, where_searched, how, on: answered, items, not_searched } => {
                self.search = Some(Search {
                    by: by.clone(),
                    where_searched: where_searched.clone(),
                    how: how.clone(),
                    on: *answered,
                    items: items.clone(),
                    not_searched: not_searched.clone(),
                });
                // What was weighed and signed off was another set of items.
                self.weighed.clear();
                self.counsel = None;
            }
            Event::AccountingTaken { entries } => self.accounting = Some(entries.clone()),
            Event::Referred { to, address, why, whole, cite } => self.referrals.push(Referral {
                to: to.clone(),
                address: address.clone(),
                why: why.clone(),
                whole: *whole,
                cite: cite.clone(),
                on,
            }),
            Event::MedicalReviewed { finding, by, on, note } => {
                self.medical =
                    Some(MedicalReview { finding: *finding, by: by.clone(), on: *on, note: note.clone() });
            }
            Event::ExistenceGuarded { statute, rule, .. } => {
                self.guarded = Some(Guarded {
                    statute: statute.clone(),
                    rule: rule.clone(),
                    decided: approval(recorded),
                });
            }
            Event::InspectionArranged { place, on, time } => {
                self.inspection =
                    Some(Inspection { place: place.clone(), on: *on, time: time.clone(), held: None });
            }
            Event::InspectionHeld { on, .. } => {
                if let Some(inspection) = &mut self.inspection {
                    inspection.held = Some(*on);
                }
            }
            _ => {}
        }
    }

    fn apply_decision(&mut self, recorded: &Recorded) {
        let on = recorded.on;
        match &recorded.event {
            Event::Weighed { items } => {
                for item in items {
                    self.weighed.retain(|known| known.item != item.item);
                    self.weighed.push(item.clone());
                }
            }
            Event::CounselSigned { .. } => self.counsel = Some(approval(recorded)),
            Event::Decided { parts, official, title } => {
                self.determination = Some(Determination {
                    words: self.determination_words(parts).to_owned(),
                    parts: parts.clone(),
                    official: official.clone(),
                    title: title.clone(),
                    on,
                    by: recorded.by.clone(),
                    approved: None,
                });
                self.returned = None;
                if parts.iter().any(|part| part.outcome == Outcome::Amended) {
                    self.record_changed(on);
                }
            }
            Event::DecisionApproved { .. } => {
                let approved = Some(approval(recorded));
                match self.appeals.last_mut().and_then(|appeal| appeal.decision.as_mut()) {
                    Some(decision) => decision.approved = approved,
                    None => {
                        if let Some(determination) = &mut self.determination {
                            determination.approved = approved;
                        }
                    }
                }
            }
            Event::DecisionReturned { reason } => {
                self.returned = Some(Returned { reason: reason.clone(), by: approval(recorded) });
                match self.appeals.last_mut() {
                    Some(appeal) if appeal.decision.is_some() => appeal.decision = None,
                    _ => self.determination = None,
                }
            }
            Event::DelayRecorded { reason, expected, unusual } => {
                if !unusual.is_empty() && self.foia_extension.is_none() {
                    self.foia_extension = Some(FoiaExtension { unusual: unusual.clone(), on, noticed: None });
                }
                self.delay = Some(Delay { reason: reason.clone(), expected: *expected, on });
            }
            Event::FeeAssessed { pages, cents, basis, cite } => {
                let (paid, paid_on) = self.fee.as_ref().map_or((0, None), |fee| (fee.paid, fee.paid_on));
                self.fee = Some(FeeDue {
                    pages: *pages,
                    cents: *cents,
                    basis: basis.clone(),
                    cite: cite.clone(),
                    paid,
                    paid_on,
                });
            }
            Event::FeePaid { on, cents } => {
                if let Some(fee) = &mut self.fee {
                    fee.paid = fee.paid.saturating_add(*cents);
                    fee.paid_on = Some(*on);
                }
            }
            _ => {}
        }
    }

    fn apply_afterwards(&mut self, recorded: &Recorded) {
        let on = recorded.on;
        match &recorded.event {
            Event::DisputeNoted { on, .. } => {
                self.dispute_noted = Some(*on);
                self.record_changed(*on);
            }
            Event::StatementFiled { received, words, in_lieu } => {
                self.statement = Some(Statement {
                    received: *received,
                    words: words.clone(),
                    in_lieu: *in_lieu,
                    reasons: None,
                    on,
                });
            }
            Event::ReasonsAdded { words } => {
                if let Some(statement) = &mut self.statement {
                    statement.reasons = Some(words.clone());
                }
            }
            Event::RecipientsListed { recipients } => {
                for recipient in recipients {
                    self.recipients.push(RecipientOfRecord {
                        recipient: recipient.clone(),
                        told_on: None,
                        how: String::new(),
                        proof: String::new(),
                    });
                }
                self.recipients_told = None;
            }
            Event::RecipientTold { recipient, on, how, proof } => self.told(*recipient, *on, how, proof),
            Event::RecipientsTold { on, .. } | Event::RecipientsSpared { on, .. } => self.all_told(*on),
            Event::RecordAmended { on, .. } => {
                if let Some(appeal) = self.appeals.last_mut() {
                    appeal.amended = appeal.amended.or(Some(*on));
                }
                self.record_changed(*on);
            }
            Event::DisclosureMade { entry } => self.disclosures.push(entry.clone()),
            Event::AppealReceived { of, dated, postmarked, received, text, last_day, late_reason } => {
                self.appeals.push(Appeal {
                    of: *of,
                    dated: *dated,
                    postmarked: *postmarked,
                    received: *received,
                    text: text.clone(),
                    last_day: *last_day,
                    late_reason: late_reason.clone(),
                    sent_up: None,
                    extension: None,
                    decision: None,
                    amended: None,
                });
                self.closed = None;
            }
            Event::AppealSentUp { .. } => {
                if let Some(appeal) = self.appeals.last_mut() {
                    appeal.sent_up = appeal.sent_up.or(Some(on));
                }
            }
            Event::ReviewExtended { clock, from, reason, expected, approver, title } => {
                if let Some(appeal) = self.appeals.last_mut() {
                    appeal.extension = Some(ReviewExtension {
                        clock: clock.clone(),
                        from: *from,
                        reason: reason.clone(),
                        expected: *expected,
                        approver: approver.clone(),
                        title: title.clone(),
                        on,
                    });
                }
            }
            Event::AppealDecided { outcome, words, official, title, on } => {
                if let Some(appeal) = self.appeals.last_mut() {
                    appeal.decision = Some(AppealDecision {
                        outcome: *outcome,
                        words: words.clone(),
                        official: official.clone(),
                        title: title.clone(),
                        on: *on,
                        by: recorded.by.clone(),
                        approved: None,
                    });
                }
                self.returned = None;
            }
            _ => {}
        }
    }

    fn apply_letter(&mut self, recorded: &Recorded) {
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
            Event::LetterQueued { letter } => self.letter_mut(letter, |issued| issued.queued = true),
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

    fn apply_file(&mut self, recorded: &Recorded) {
        let on = recorded.on;
        match &recorded.event {
            Event::Withdrawn { .. } => self.withdrawn = Some(on),
            Event::Closed { .. } => self.closed = Some(on),
            Event::Reopened { .. } => {
                self.closed = None;
                self.withdrawn = None;
                self.reopened = Some(on);
                self.disposal_proposed = None;
            }
            Event::SensitivityChanged { sensitivity, guard, .. } => {
                self.sensitivity = *sensitivity;
                self.minor_medical = *guard == Some(Guard::MinorMedical);
            }
            Event::HoldPlaced { reason } => {
                self.hold = Some(reason.clone());
                self.disposal_proposed = None;
            }
            Event::HoldReleased { .. } => self.hold = None,
            Event::Assigned { to, unit, .. } => {
                self.assignee.clone_from(to);
                self.unit.clone_from(unit);
            }
            Event::Restricted { .. } => self.kept_close = true,
            Event::RestrictionLifted { .. } => self.kept_close = false,
            Event::CaseLinked { number, .. } if !self.linked.contains(number) => {
                self.linked.push(number.clone());
            }
            Event::TaskAdded { text, by, who } => {
                let task = u32::try_from(self.tasks.len()).unwrap_or(u32::MAX).saturating_add(1);
                self.tasks.push(Task { task, text: text.clone(), by: *by, who: who.clone(), done: None });
            }
            Event::TaskFinished { task, .. } => {
                if let Some(task) = self.tasks.iter_mut().find(|known| known.task == *task) {
                    task.done = task.done.or(Some(on));
                }
            }
            Event::StepOverruled { step, reason } => self.overruled.push(Overruled {
                step: step.clone(),
                reason: reason.clone(),
                by: approval(recorded),
            }),
            Event::DisposalProposed { .. } => self.disposal_proposed = Some(approval(recorded)),
            _ => {}
        }
    }

    /// A change of the record makes everybody who had it before untold again.
    fn record_changed(&mut self, on: chrono::NaiveDate) {
        self.changed_on.push(on);
        self.recipients_told = None;
        for recipient in &mut self.recipients {
            recipient.told_on = None;
        }
    }

    fn told(&mut self, number: u32, on: chrono::NaiveDate, how: &str, proof: &str) {
        if let Some(recipient) = self.recipients.iter_mut().find(|known| known.recipient.recipient == number)
        {
            recipient.told_on = recipient.told_on.or(Some(on));
            how.clone_into(&mut recipient.how);
            proof.clone_into(&mut recipient.proof);
        }
        let last = self.recipients.iter().map(|known| known.told_on).collect::<Option<Vec<_>>>();
        if let Some(last) = last.and_then(|days| days.into_iter().max())
            && self.recipients_told.is_none()
        {
            self.all_told(last);
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

    fn all_told(&mut self, on: chrono::NaiveDate) {
        self.recipients_told = Some(on);
        self.told_on.push(on);
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

    /// The determination in one phrase, from its parts.
    fn determination_words(&self, parts: &[Part]) -> &'static str {
        let has = |outcome| parts.iter().any(|part| part.outcome == outcome);
        let all =
            |wanted: fn(Outcome) -> bool| !parts.is_empty() && parts.iter().all(|part| wanted(part.outcome));
        if self.guard().is_some() {
            return "answered without saying whether there is a record";
        }
        if self.main_kind() == crate::law::Kind::Accounting {
            return "accounting given";
        }
        if parts.is_empty() {
            let found = self.search.as_ref().is_some_and(|search| !search.items.is_empty());
            return if found { "record found" } else { "no record found" };
        }
        if all(|outcome| outcome == Outcome::Granted) {
            "granted"
        } else if all(|outcome| outcome == Outcome::ToRepresentative) {
            "sent to the person named"
        } else if all(|outcome| outcome == Outcome::Amended) {
            "amended"
        } else if all(Outcome::refuses_amendment) {
            "refused"
        } else if parts.iter().any(|part| part.outcome.refuses_amendment()) {
            "refused in part"
        } else if all(|outcome| outcome == Outcome::NoRecord) {
            "no record found"
        } else if all(Outcome::is_adverse) {
            "denied"
        } else if has(Outcome::Granted) || has(Outcome::ToRepresentative) {
            if parts.iter().any(|part| part.outcome.is_adverse()) { "granted in part" } else { "granted" }
        } else {
            "decided"
        }
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

fn approval(recorded: &Recorded) -> Approval {
    Approval { by: recorded.by.clone(), on: recorded.on }
}

fn held(role: PersonRole, person: super::Person, recorded: &Recorded, reason: &str) -> HeldBefore {
    HeldBefore { role, person, until: recorded.on, reason: reason.to_owned() }
}
