//! The roads that leave the ordinary one: another Act, a referral, medical records, what may not be confirmed, inspection.

use chrono::NaiveDate;

use super::super::{Case, Command, Event, Guard, Road, intake};
use super::{Ground, between, lines, needed, not_in_the_future, optional};
use crate::error::{Code, Refusal};
use crate::law::{Exemption, Kind, LawError, Misfit, Sensitivity};

pub(super) fn decide(case: &Case, command: &Command, ground: &Ground<'_>) -> Result<Vec<Event>, Refusal> {
    let event = match command {
        Command::Triage { road, misfit, reason } => triage(case, *road, *misfit, reason, ground)?,
        Command::RecordLetter { about, received, channel, text } => {
            between("received", *received, case.received, "The request was received", ground)?;
            Event::LetterReceived {
                about: *about,
                received: *received,
                channel: *channel,
                text: needed("text", text, "Write down what the letter says.")?,
            }
        }
        Command::Refer { to, address, why, whole, requester_agrees } => {
            refer(case, to, address, why, *whole, *requester_agrees, ground)?
        }
        Command::RecordMedicalReview { finding, by, on, note } => {
            not_in_the_future("on", *on, ground)?;
            Event::MedicalReviewed {
                finding: *finding,
                by: needed("by", by, "Say who reviewed it: name and title.")?,
                on: *on,
                note: optional("note", note)?,
            }
        }
        Command::GuardExistence { statute, reason } => guard_existence(case, statute, reason, ground)?,
        Command::ChangeSensitivity { sensitivity, reason } => {
            if *sensitivity == case.sensitivity {
                return Err(Refusal::bad_input(
                    "sensitivity",
                    "The case is already taken for that. Nothing was changed.",
                ));
            }
            let reason = needed("reason", reason, "Say why the record is more or less sensitive.")?;
            Event::SensitivityChanged {
                sensitivity: *sensitivity,
                guard: intake::guard_of(
                    &case.agency,
                    &case.kinds,
                    case.capacity,
                    &case.facts,
                    *sensitivity,
                    case.received,
                    ground,
                ),
                reason,
            }
        }
        Command::ArrangeInspection { place, on, time } => {
            if *on < ground.today {
                return Err(Refusal::bad_input("on", "That day has passed. Choose a later one."));
            }
            Event::InspectionArranged {
                place: needed("place", place, "Say where the requester comes to see the records.")?,
                on: *on,
                time: needed("time", time, "Say at what time.")?,
            }
        }
        Command::RecordInspection { on, time, statement_signed, declined_beforehand, note } => {
            let held =
                Held { on: *on, time, signed: *statement_signed, declined: *declined_beforehand, note };
            record_inspection(case, &held, ground)?
        }
        _ => return Ok(Vec::new()),
    };
    Ok(vec![event])
}

/// Confirms the road. A misfit that stays a Privacy Act case cannot be sent away, and none of the roads is a denial.
fn triage(
    case: &Case,
    road: Road,
    misfit: Option<Misfit>,
    reason: &str,
    ground: &Ground<'_>,
) -> Result<Event, Refusal> {
    let reason = needed("reason", reason, "Say why: the file must show it.")?;
    let away = matches!(road, Road::Foia | Road::Neither);
    if let Some(misfit) = misfit {
        match ground.law.misfit(&case.agency, misfit, case.received) {
            Ok(known) if away && known.privacy_act_case => {
                return Err(Refusal::not_allowed(
                    format!("{} stays a Privacy Act case. {}", capitalised(misfit.words()), known.road),
                    known.cite,
                ));
            }
            Ok(_) => {}
            Err(LawError::NoSuchRule { .. } | LawError::NotInForce { .. }) => {
                return Err(Refusal::bad_input(
                    "misfit",
                    "This agency has no such road: the request is taken as it stands. Nothing was changed.",
                ));
            }
            Err(other) => return Err(other.into()),
        }
    }
    if road == Road::Both && case.main_kind() != Kind::Access {
        return Err(Refusal::bad_input("road", "Only a request for access is answered under both Acts."));
    }
    Ok(Event::Triaged { road, misfit, reason })
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Sends the request on. A rule sends a correction of another agency's record on (20 CFR 401.65(f)); where no rule does, the
/// requester agrees first (a decision of this program: part 266 has no rule on referrals).
fn refer(
    case: &Case,
    to: &str,
    address: &[String],
    why: &str,
    whole: bool,
    agrees: bool,
    ground: &Ground<'_>,
) -> Result<Event, Refusal> {
    let rule = ground.law.misfit(&case.agency, Misfit::OtherAgency, case.received).ok();
    let cite = rule.filter(|_| case.main_kind() == Kind::Amendment).map(|road| road.cite).unwrap_or_default();
    if cite.is_empty() && !agrees {
        return Err(Refusal::new(
            Code::NotAllowed,
            "No rule sends this request on. Ask the requester first, or tell them where to write; then record that they agree. Nothing was changed.",
        ));
    }
    let address = lines("address", address)?;
    if address.is_empty() {
        return Err(Refusal::bad_input(
            "address",
            "Give the address of the office: the letter tells it to the requester.",
        ));
    }
    Ok(Event::Referred {
        to: needed("to", to, "Name the office or agency.")?,
        address,
        why: needed("why", why, "Say why the request is theirs.")?,
        whole,
        cite,
    })
}

/// The exemptions that an officer may apply in this case, those of the rule that the notice claims too.
///
/// # Errors
/// Where the agency has no rulebook.
pub fn exemptions(case: &Case, ground: &Ground<'_>) -> Result<Vec<Exemption>, LawError> {
    let Some(routing) = &case.routing else { return Ok(Vec::new()) };
    let claims = ground
        .catalogue
        .in_force(&routing.system, case.received)
        .map(|revision| revision.system.exemptions.clone())
        .unwrap_or_default();
    let names = [routing.system.as_str(), routing.system_name.as_str()];
    let sheet = ground.law.exemption_sheet(&case.agency, &names, &claims, case.main_kind(), case.received)?;
    Ok(sheet
        .exemptions
        .into_iter()
        .filter(|weighed| weighed.offered)
        .map(|weighed| weighed.exemption)
        .collect())
}

fn guard_existence(case: &Case, statute: &str, reason: &str, ground: &Ground<'_>) -> Result<Event, Refusal> {
    let reason = needed("reason", reason, "Say, for the file, what harm confirming would do.")?;
    let offered = exemptions(case, ground)?;
    let Some(exemption) = offered
        .iter()
        .find(|exemption| exemption.statute == statute.trim() && exemption.neither_confirm_nor_deny)
    else {
        return Err(Refusal::not_allowed(
            "No exemption that the notice and the rule both claim for this system lets the agency neither confirm nor deny. Nothing was changed.",
            "5 U.S.C. 552a(j), (k)",
        ));
    };
    Ok(Event::ExistenceGuarded { statute: exemption.statute.clone(), rule: exemption.rule.clone(), reason })
}

struct Held<'a> {
    on: NaiveDate,
    time: &'a str,
    signed: bool,
    declined: bool,
    note: &'a str,
}

/// At the Postal Service the requester signs a statement of what was reviewed, or says beforehand that they will not, and then
/// day and time are noted (39 CFR 266.5(b)(3)); whoever comes along is authorised first (5 U.S.C. 552a(d)(1)).
fn record_inspection(case: &Case, held: &Held<'_>, ground: &Ground<'_>) -> Result<Event, Refusal> {
    between("on", held.on, case.received, "The request was received", ground)?;
    let statement = ground.law.wording(&case.agency, "inspection-statement", held.on).ok();
    if let Some(rule) = statement.filter(|_| !held.signed) {
        if !held.declined {
            return Err(Refusal::not_allowed(
                "The requester signs a statement of the records reviewed, or says beforehand that they will not. Record which.",
                rule.cite,
            ));
        }
        if held.time.trim().is_empty() {
            return Err(Refusal {
                field: Some("time".to_owned()),
                ..Refusal::not_allowed(
                    "Where the requester does not sign, the day and the time of the review are noted in the file.",
                    rule.cite,
                )
            });
        }
    }
    if case.companion.as_ref().is_some_and(|companion| !companion.statement_signed) {
        return Err(Refusal::not_allowed(
            "Somebody comes along whom the requester has not authorised. Record the authorisation first.",
            "5 U.S.C. 552a(d)(1)",
        ));
    }
    Ok(Event::InspectionHeld {
        on: held.on,
        time: optional("time", held.time)?,
        statement_signed: held.signed,
        declined_beforehand: held.declined,
        note: optional("note", held.note)?,
    })
}

impl Case {
    /// Whether the record goes by the medical road (20 CFR 401.55; 39 CFR 266.5(b)(4)).
    pub fn is_medical(&self) -> bool {
        self.sensitivity == Sensitivity::Medical && self.guard() != Some(Guard::MinorMedical)
    }
}
