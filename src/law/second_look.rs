//! The whole of a second look: who decides it, until when it may be asked for, in what time it is decided and how that time
//! may be extended, and what is left after it (39 CFR 266.6; 20 CFR 401.70; 5 U.S.C. 552a(d)(3), (g)(5)).

use chrono::NaiveDate;
use serde::Serialize;

use super::{
    AgencyId, AppealRight, AppealSubject, Clock, ClockRule, DutyOf, Extension, Kind, Law, LawError, Trigger,
    Unit,
    calendar::Calendar,
    in_force::{Entry, entry, version_on},
};

entry! {
    /// The days after its date on which a mailed letter is taken to have arrived, where nobody recorded the day.
    PresumedReceiptEntry() {
        /// Calendar days after the date of the letter.
        days: u32,
    }
}

/// What was refused, when, and when the requester heard of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedOn {
    /// What was refused, or that nobody answered.
    pub of: AppealSubject,
    /// The part of the agency that decided, by its key in the rulebook; nothing for the agency as a whole.
    pub component: Option<String>,
    /// The date of the letter; of the request, where nobody answered.
    pub dated: NaiveDate,
    /// The day on which the requester received the letter, where it is known.
    pub received: Option<NaiveDate>,
}

/// The right to a second look, with its dates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SecondLook {
    /// Who decides, and what the letter of appeal should have.
    #[serde(flatten)]
    pub right: AppealRight,
    /// The date of the letter, or of the unanswered request.
    pub dated: NaiveDate,
    /// The day from which the requester's days are counted; nothing where no rule sets a limit.
    pub counted_on: Option<NaiveDate>,
    /// What was assumed about that day, and why; nothing where it was given.
    pub assumed: Option<String>,
    /// The requester's time with its working; nothing where no rule sets a limit.
    pub window: Option<Clock>,
    /// The last day of the window.
    pub last_day: Option<NaiveDate>,
    /// Through which working day an appeal is still taken, where the last day is none.
    pub accept_through: Option<NaiveDate>,
    /// In what time it must be decided, by each rule that sets one; empty where none does.
    pub decided_within: Vec<DecisionTime>,
    /// What is left after the final decision.
    pub suit: Suit,
}

/// A time in which a second look must be decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DecisionTime {
    /// The id of the clock.
    pub clock: String,
    /// What must be done.
    pub name: String,
    /// How many days.
    pub count: u32,
    /// Which days are counted.
    pub unit: Unit,
    /// From what they are counted, in words.
    pub starts: String,
    /// The paragraph.
    pub cite: String,
    /// How the time may be extended, and who must approve it; nothing where no rule lets it be.
    pub extension: Option<Extension>,
}

/// The suit against a final decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Suit {
    /// Years from the final decision.
    pub years: u32,
    /// The rule in a sentence.
    pub words: String,
    /// The paragraph.
    pub cite: String,
}

impl Law {
    /// The right to a second look at a refusal, with every date that follows from it.
    ///
    /// Where the rule counts from receipt and nobody recorded the day, the day is presumed, and the answer says so.
    ///
    /// # Errors
    /// Where the rulebook has no such right on that date, or the letter is said to have arrived before its date.
    pub fn second_look(&self, agency: &AgencyId, refused: &RefusedOn) -> Result<SecondLook, LawError> {
        let RefusedOn { of, component, dated, received } = refused;
        if received.is_some_and(|day| day < *dated) {
            return Err(LawError::Impossible(format!(
                "A letter dated {dated} cannot have been received before that day. Check both dates."
            )));
        }
        let right = self.rulebook(agency)?.appeal_from(component.as_deref(), *of, *dated)?;
        let rules = self.clock_rules(agency, *dated)?;
        let rule = rules.iter().find(|rule| of.opens(rule));
        let (mut counted_on, mut assumed, mut window) = (None, None, None);
        if let Some(rule) = rule {
            let (from, why) = match (rule.starts, received) {
                (Trigger::DenialReceived, Some(day)) => (*day, None),
                (Trigger::DenialReceived, None) => {
                    let (day, why) = self.presumed_receipt(agency, *dated)?;
                    (day, Some(why))
                }
                _ => (*dated, None),
            };
            (counted_on, assumed) = (Some(from), why);
            window = Some(rule.run(from, self.calendar_of(agency)?)?);
        }
        Ok(SecondLook {
            right,
            dated: *dated,
            counted_on,
            assumed,
            last_day: window.as_ref().map(|clock| clock.due),
            accept_through: window.as_ref().and_then(|clock| clock.accept_through),
            window,
            decided_within: self.decision_times(agency, *of, &rules, *dated)?,
            suit: self.suit(*dated)?,
        })
    }

    /// The day on which a mailed letter is taken to have been received, and the sentence that says so.
    ///
    /// # Errors
    /// Where the agency has no rulebook, or it presumes nothing on that day.
    pub fn presumed_receipt(
        &self,
        agency: &AgencyId,
        dated: NaiveDate,
    ) -> Result<(NaiveDate, String), LawError> {
        let entries = self.entries(agency, |pages| &pages.presumed_receipt)?;
        let entry = version_on(entries, agency.as_str(), || "presumed day of receipt".to_owned(), dated)?;
        let day = Calendar::days_after(dated, entry.days)?;
        let why = format!(
            "Nobody recorded the day of receipt: {day}, {} days after the date of the letter, is assumed ({}).",
            entry.days,
            entry.cite()
        );
        Ok((day, why))
    }

    fn decision_times(
        &self,
        agency: &AgencyId,
        of: AppealSubject,
        rules: &[ClockRule],
        on: NaiveDate,
    ) -> Result<Vec<DecisionTime>, LawError> {
        let mut times = Vec::new();
        for rule in rules.iter().filter(|rule| of.is_decided_under(rule)) {
            let extension = match self.extension(agency, &rule.id, on) {
                Ok(extension) => Some(extension),
                Err(LawError::NoSuchRule { .. } | LawError::NotInForce { .. }) => None,
                Err(other) => return Err(other),
            };
            times.push(DecisionTime {
                clock: rule.id.clone(),
                name: rule.name.clone(),
                count: rule.count,
                unit: rule.unit,
                starts: rule.starts.words().to_owned(),
                cite: rule.cite.clone(),
                extension,
            });
        }
        Ok(times)
    }
}

impl AppealSubject {
    /// Whether a clock is the requester's time to ask for a second look at this.
    fn opens(self, rule: &ClockRule) -> bool {
        let starts = match self {
            Self::Access => matches!(rule.starts, Trigger::DenialDated | Trigger::DenialReceived),
            Self::Amendment => rule.starts == Trigger::RefusalDated,
            Self::Unanswered => rule.starts == Trigger::RequestDated,
        };
        starts && rule.duty == DutyOf::Requester
    }

    /// Whether a clock is the agency's time to decide the second look at this.
    fn is_decided_under(self, rule: &ClockRule) -> bool {
        let amendment = rule.kinds == [Kind::Amendment];
        let starts = match rule.starts {
            Trigger::AppealReceived => true,
            Trigger::ReviewRequested | Trigger::ReviewReceived => amendment,
            _ => false,
        };
        let of_this = match self {
            Self::Access => !amendment,
            Self::Amendment => amendment,
            // Nobody knows yet which of the two the silence refused.
            Self::Unanswered => true,
        };
        starts && of_this && rule.duty == DutyOf::Agency && rule.met_by.contains(&Trigger::ReviewDecided)
    }
}
