//! The way to the decision: road, identity, system, search, decision, approval, letter.

use chrono::NaiveDate;

use super::super::clocks::asks_delay_notice;
use super::super::{Guard, MedicalFinding, NextStep, Outcome, Road, State, misfits};
use super::{PRESSING, Steps, missing};
use crate::law::{Kind, LawError, Sensitivity, Trigger};
use crate::letters::LetterKind;

impl Steps<'_> {
    /// The step that the state itself asks, with what may stand before it.
    pub(super) fn before(&self, state: State, list: &mut Vec<NextStep>) -> Result<(), LawError> {
        self.triage(state, list)?;
        match state {
            State::Identity => self.identity(list)?,
            State::System => {
                list.push(self.step(
                    "route",
                    "Confirm the system of records and the office",
                    "The request goes to the official whom the published notice names; a person confirms which.",
                    self.nearest(),
                ));
                if !missing(self.case, self.ground)?.is_empty() {
                    self.ask_or_wait("The request does not say what is wanted of which system.", list)?;
                }
            }
            State::Search => self.search(list)?,
            State::Decision => self.decision(list)?,
            State::Approval => self.approval(list),
            State::Letter => self.decision_letter(list),
            State::Dispatch | State::Answered | State::Appeal | State::Closed => {}
        }
        if self.case.ending_letter().is_none() {
            self.acknowledgement(state, list);
            self.delay(state, list)?;
            self.referral_of_a_part(list);
        }
        Ok(())
    }

    /// Where a part was sent on, the requester is told to whom while the rest is answered here (20 CFR 401.65(f)).
    fn referral_of_a_part(&self, list: &mut Vec<NextStep>) {
        let Some(referral) = self.case.referrals.last().filter(|referral| !referral.whole) else { return };
        let told = self.case.newest(LetterKind::Referral);
        if told.is_some_and(|told| told.dated >= referral.on) {
            return;
        }
        let why = "A part of the request was sent on. The requester must be told which office answers it.";
        list.push(self.letter(LetterKind::Referral, "Tell the requester of the referral", why, None));
    }

    /// Words of the request that point to another road are looked at by a person before anything else is done.
    fn triage(&self, state: State, list: &mut Vec<NextStep>) -> Result<(), LawError> {
        let case = self.case;
        let early = matches!(state, State::Identity | State::System | State::Search | State::Decision);
        if case.triage.is_some() || !early {
            return Ok(());
        }
        let identity = case.identity(self.ground)?;
        if !identity.has_right {
            let mut step = self.step(
                "triage",
                "Choose the road: no right under the Privacy Act",
                &identity.why,
                self.nearest(),
            );
            step.cite = identity.cites.join("; ");
            list.push(step);
            return Ok(());
        }
        let offers = misfits(&case.text, &case.kinds, self.ground.law, &case.agency, case.received)?;
        if let Some(offer) = offers.first().filter(|_| matches!(state, State::Identity | State::System)) {
            let words = format!("Choose the road: {}", offer.road.misfit.words());
            let why = format!("The request says “{}”. {}", offer.found, offer.road.road);
            let mut step = self.step("triage", &words, &why, self.nearest());
            step.cite.clone_from(&offer.road.cite);
            list.push(step);
        }
        Ok(())
    }

    fn identity(&self, list: &mut Vec<NextStep>) -> Result<(), LawError> {
        let case = self.case;
        let identity = case.identity(self.ground)?;
        if case.second_review_wanted() {
            let mut step = self.step(
                "review-identity",
                "Have a second person confirm identity",
                "The record is sensitive: a second person looks at the proof before work begins.",
                self.nearest(),
            );
            step.who = case
                .identity_verified
                .as_ref()
                .map(|verified| format!("another person than {}", verified.by));
            list.push(step);
            return Ok(());
        }
        let unmet = identity.unmet(&case.evidence_kinds());
        let Some(requirement) = unmet.first() else {
            list.push(self.step(
                "verify-identity",
                "Confirm that identity is proved",
                "Everything that the rule asks is recorded; a person looks at it and confirms.",
                self.nearest(),
            ));
            return Ok(());
        };
        if self.ask_or_wait("Proof that the rule asks did not come with the request.", list)? {
            return Ok(());
        }
        let mut record =
            self.step("record-evidence", "Record the proof of identity", &requirement.words, self.nearest());
        record.cite.clone_from(&requirement.cite);
        list.insert(0, record);
        Ok(())
    }

    fn search(&self, list: &mut Vec<NextStep>) -> Result<(), LawError> {
        let case = self.case;
        if case.needs_consent() {
            list.push(self.step(
                "record-consent",
                "Record the subject’s consent",
                "A third party asks. The consent must say to whom, what, and for which time.",
                self.nearest(),
            ));
            list.push(self.letter(
                LetterKind::ConsentReturned,
                "Send the consent back with what is wrong with it",
                "A consent that names nobody or everything cannot be used.",
                self.nearest(),
            ));
            return Ok(());
        }
        if case.main_kind() == Kind::Accounting {
            list.push(self.step(
                "take-accounting",
                "Take the accounting of disclosures",
                "The accounting shows to whom the record went, when, why and what, less what may be held back.",
                self.nearest(),
            ));
            return Ok(());
        }
        // The title alone: the case's head and the routing slip have the offices above it.
        let office = case.routing.as_ref().map_or("office", |routing| {
            routing.office.split_once(',').map_or(routing.office.as_str(), |(title, _)| title)
        });
        match &case.sent {
            None => {
                list.push(self.step(
                    "send-to-office",
                    &format!("Send the request to the {office}"),
                    "The office that the notice names searches its records and answers.",
                    self.nearest(),
                ));
                if !missing(case, self.ground)?.is_empty() {
                    self.ask_or_wait(
                        "The notice asks for particulars that the request does not give.",
                        list,
                    )?;
                }
            }
            Some(sent) => {
                if self.ground.today > sent.answer_by && sent.reminded.is_none_or(|on| on < self.ground.today)
                {
                    list.push(self.step(
                        "remind-office",
                        &format!("Remind the {office}"),
                        "Its suspense date has passed without an answer.",
                        Some(sent.answer_by),
                    ));
                }
                list.push(self.step(
                    "record-search",
                    &format!("Record what the {office} found"),
                    "It was asked; its answer tells where and how it searched and what it found.",
                    Some(sent.answer_by),
                ));
            }
        }
        Ok(())
    }

    /// Asks the requester for what is missing; where that was done, waits, and then closes without prejudice. Says whether it
    /// already waits.
    fn ask_or_wait(&self, why: &str, list: &mut Vec<NextStep>) -> Result<bool, LawError> {
        let case = self.case;
        let Some(cure_by) = case.cure_by(self.ground)? else {
            list.push(self.letter(
                LetterKind::Deficiency,
                "Ask the requester for what is missing",
                why,
                self.nearest(),
            ));
            return Ok(false);
        };
        if self.ground.today > cure_by {
            list.push(self.letter(
                LetterKind::ClosedUnanswered,
                "Tell the requester that the case is closed without prejudice",
                "What was asked for did not come in time. That is no denial: the requester may ask again.",
                None,
            ));
        } else {
            list.push(self.step(
                "await-requester",
                "Wait for the requester",
                "The requester was asked for what is missing. Record what comes.",
                Some(cure_by),
            ));
        }
        Ok(self.ground.today <= cure_by)
    }

    fn decision(&self, list: &mut Vec<NextStep>) -> Result<(), LawError> {
        let case = self.case;
        let medical = case.is_medical()
            && case.main_kind() == Kind::Access
            && case.search.as_ref().is_some_and(|search| !search.items.is_empty());
        if medical && case.medical.is_none() {
            list.push(self.step(
                "record-medical-review",
                "Have the medical record reviewed",
                "A medical record is given directly only where no adverse effect is likely.",
                self.nearest(),
            ));
            return Ok(());
        }
        let indirect =
            case.medical.as_ref().is_some_and(|review| review.finding != MedicalFinding::NoAdverseEffect);
        if medical && indirect && case.representative.is_none() {
            list.push(self.step(
                "name-representative",
                "Record whom the requester names to receive the medical record",
                "The record goes to that person, who reviews it with the requester.",
                self.nearest(),
            ));
            self.ask_or_wait("Nobody is named to receive the medical record.", list)?;
            return Ok(());
        }
        let (words, why) = match &case.returned {
            Some(returned) => ("Decide anew", format!("The draft came back: {}", returned.reason)),
            None => (
                "Decide",
                "Decide on what was found and name the official responsible. A denial or refusal is approved by a second person."
                    .to_owned(),
            ),
        };
        list.push(self.step("decide", words, &why, self.nearest()));
        Ok(())
    }

    pub(super) fn approval(&self, list: &mut Vec<NextStep>) {
        let mut step = self.step(
            "approve-decision",
            "Have the decision approved",
            "A denial or refusal is drafted by one person and approved by another.",
            self.nearest(),
        );
        step.who = self.case.drafter().map(|drafter| format!("an approving official other than {drafter}"));
        list.push(step);
    }

    fn decision_letter(&self, list: &mut Vec<NextStep>) {
        let case = self.case;
        let (kind, why) = match case.ending_letter() {
            Some(kind @ LetterKind::Referral) => {
                (kind, "The request was sent on. The requester must be told to whom.")
            }
            Some(kind) => {
                (kind, "Another law answers this request. The requester is told which; that is no denial.")
            }
            None => match case.decision_letter() {
                Some(kind) => (kind, "It is decided. The requester must be told in writing."),
                None => return,
            },
        };
        list.push(self.letter(kind, &format!("Write the letter: {}", kind.words()), why, self.nearest()));
        let owed = case.fee.is_none() && case.granted_pages() > 0 && case.ending_letter().is_none();
        if owed
            && case
                .determination
                .as_ref()
                .is_some_and(|made| made.parts.iter().any(|part| part.outcome == Outcome::Granted))
        {
            list.push(self.step(
                "assess-fee",
                "Reckon the charge for copies",
                "The letter states what the copies cost, or that they cost nothing.",
                None,
            ));
        }
    }

    /// The acknowledgement stands after identity and routing, unless its day is near.
    fn acknowledgement(&self, state: State, list: &mut Vec<NextStep>) {
        let waiting = self.case.newest(LetterKind::Acknowledgement).is_some();
        let Some(clock) = self.open_clock(Trigger::AcknowledgementSent) else { return };
        if waiting || self.case.determination.is_some() {
            return;
        }
        let step = self.letter(
            LetterKind::Acknowledgement,
            "Acknowledge the request",
            "The rule asks that the requester hear soon that the request came, and who has it.",
            Some(clock.clock.send_by),
        );
        let first = clock.working_days_left <= PRESSING || matches!(state, State::Search | State::Decision);
        let sent = self.case.sent.is_some();
        list.insert(if first || sent { 0 } else { list.len() }, step);
    }

    /// Where the answer will take longer than the rule's time, the requester is told why and until when.
    fn delay(&self, state: State, list: &mut Vec<NextStep>) -> Result<(), LawError> {
        let told = self.case.newest(LetterKind::Delay);
        if let Some(extended) = &self.case.foia_extension
            && told.is_none_or(|told| told.dated < extended.on)
            && self.case.determination.is_none()
        {
            list.insert(0, self.foia_extension(extended.on));
            return Ok(());
        }
        if !asks_delay_notice(self.case, self.ground)? {
            return Ok(());
        }
        let Some(clock) = self.open_clock(Trigger::DelayNoticeSent) else { return Ok(()) };
        let pressing = clock.working_days_left <= PRESSING;
        if told.is_some() || self.case.determination.is_some() || !(pressing || self.case.delay.is_some()) {
            return Ok(());
        }
        let why =
            "The answer will not go out in time: the requester is told the reason and the expected day.";
        let by = Some(clock.clock.send_by);
        let step = if self.case.delay.is_some() {
            self.letter(LetterKind::Delay, "Write the delay notice", why, by)
        } else {
            self.step("record-delay", "Say why the answer takes longer", why, by)
        };
        list.insert(if pressing && state != State::Decision { 0 } else { list.len() }, step);
        Ok(())
    }

    /// More time under the Freedom of Information Act is had by written notice (5 U.S.C. 552(a)(6)(B)(i)).
    fn foia_extension(&self, on: NaiveDate) -> NextStep {
        let mut clocks = self.clocks.iter().filter(|clock| clock.status.is_open());
        let found = clocks.find_map(|clock| {
            let rule = self.ground.law.extension(&self.case.agency, &clock.clock.clock, on).ok()?;
            rule.adds.map(|_| (clock.clock.send_by, rule.cite))
        });
        let (by, cite) = found.unzip();
        let step = self.letter(
            LetterKind::Delay,
            "Tell the requester of the extension",
            "More time for unusual circumstances is had by a written notice, which states them and the expected day.",
            by,
        );
        NextStep { cite: cite.unwrap_or_default(), ..step }
    }
}

impl super::super::Case {
    /// The number of pages of what is granted.
    pub fn granted_pages(&self) -> u32 {
        let (Some(made), Some(search)) = (&self.determination, &self.search) else { return 0 };
        let granted =
            |item: u32| made.parts.iter().any(|part| part.item == item && part.outcome == Outcome::Granted);
        search
            .items
            .iter()
            .filter(|item| granted(item.item))
            .map(|item| item.pages)
            .fold(0, u32::saturating_add)
    }

    /// Whether the request is one for access that is answered under both Acts unless a person says otherwise (39 CFR 266.1).
    pub fn is_dual(&self) -> bool {
        self.main_kind() == Kind::Access
            && self.guard() != Some(Guard::MinorMedical)
            && self.sensitivity != Sensitivity::Existence
            && self.triage.as_ref().is_none_or(|triage| triage.road == Road::Both)
    }
}
