//! People and their authority: proof, who receives a medical record, who comes along, consent.

use super::super::{
    Case, Command, Event, Person, PersonGiven, PersonRole, Representative, RepresentativeGiven, intake,
};
use super::{Ground, needed, not_in_the_future, optional};
use crate::error::{Code, Refusal};
use crate::law::{Evidence, Relation, Sensitivity};

pub(super) fn decide(case: &Case, command: &Command, ground: &Ground<'_>) -> Result<Vec<Event>, Refusal> {
    let event = match command {
        Command::RecordEvidence { evidence, note, requirement, paper } => {
            record_evidence(case, *evidence, note, requirement.as_deref(), paper.as_deref(), ground)?
        }
        Command::RejectEvidence { evidence, reason } => {
            if !case.evidence_kinds().contains(evidence) {
                return Err(Refusal::bad_input(
                    "evidence",
                    "That proof is not recorded. Nothing was changed.",
                ));
            }
            let reason = needed("reason", reason, "Say why it does not prove what it should.")?;
            Event::EvidenceRejected { evidence: *evidence, reason }
        }
        Command::VerifyIdentity { note } => {
            Event::IdentityVerified { cites: case.identity(ground)?.cites, note: optional("note", note)? }
        }
        Command::ReviewIdentity { note } => Event::IdentityReviewed { note: optional("note", note)? },
        Command::NameRepresentative { representative } => {
            return name_representative(case, representative, ground);
        }
        Command::NameCompanion { name, statement_signed } => Event::CompanionNamed {
            name: needed("name", name, "Give the name of the person who comes along.")?,
            statement_signed: *statement_signed,
        },
        Command::ChangePerson { role, person, reason } => change_person(case, *role, person, reason)?,
        Command::RecordConsent { given_by, to_whom, what, timeframe, signed_on } => {
            not_in_the_future("signed_on", *signed_on, ground)?;
            consent_may_be_given(case, *given_by, ground)?;
            Event::ConsentRecorded {
                given_by: *given_by,
                to_whom: specific(
                    "to_whom",
                    to_whom,
                    "The consent must say to whom the record may be disclosed.",
                )?,
                what: specific(
                    "what",
                    what,
                    "The consent must say what may be disclosed; “everything” is not enough.",
                )?,
                timeframe: optional("timeframe", timeframe)?,
                signed_on: *signed_on,
            }
        }
        _ => return Ok(Vec::new()),
    };
    Ok(vec![event])
}

fn record_evidence(
    case: &Case,
    evidence: Evidence,
    note: &str,
    requirement: Option<&str>,
    paper: Option<&str>,
    ground: &Ground<'_>,
) -> Result<Event, Refusal> {
    if let Some(id) = requirement {
        let identity = case.identity(ground)?;
        let Some(asked) = identity.requirements.iter().find(|asked| asked.id == id) else {
            return Err(Refusal::bad_input(
                "requirement",
                "The rule has no such requirement here. Nothing was changed.",
            ));
        };
        if !asked.any_of.contains(&evidence) {
            return Err(Refusal::not_allowed(
                format!("That does not meet this requirement: {}", asked.words),
                asked.cite.clone(),
            ));
        }
    }
    if let Some(id) = paper
        && !case.papers.iter().any(|known| known.paper == id && known.destroyed.is_none())
    {
        return Err(Refusal::bad_input("paper", "The file has no such paper. Nothing was changed."));
    }
    Ok(Event::EvidenceRecorded {
        evidence,
        note: optional("note", note)?,
        requirement: requirement.map(str::to_owned),
        paper: paper.map(str::to_owned),
    })
}

/// Who may receive a medical record in the requester's place: for a minor's record a health professional outside the
/// family (20 CFR 401.55(c)(2)); otherwise whomever the requester names in writing (20 CFR 401.55(b)(1)(ii)).
fn name_representative(
    case: &Case,
    given: &RepresentativeGiven,
    ground: &Ground<'_>,
) -> Result<Vec<Event>, Refusal> {
    let representative = representative(given)?;
    let requirements = case.identity(ground)?.requirements;
    let asks = |evidence| requirements.iter().find(|asked| asked.any_of.contains(&evidence));
    if let Some(asked) = asks(Evidence::HealthProfessionalOutsideFamily)
        && (!representative.health_professional || representative.family_member)
    {
        return Err(Refusal::not_allowed(
            "A minor’s medical record goes to a physician or other health professional who is no member of the family. Ask the requester to name one.",
            asked.cite.clone(),
        ));
    }
    let shows = [Evidence::HealthProfessionalOutsideFamily, Evidence::MedicalRepresentative]
        .into_iter()
        .find(|evidence| asks(*evidence).is_some() && !case.evidence_kinds().contains(evidence));
    let mut events = vec![Event::RepresentativeNamed { representative }];
    events.extend(shows.map(|evidence| Event::EvidenceRecorded {
        evidence,
        note: String::new(),
        requirement: None,
        paper: None,
    }));
    Ok(events)
}

/// The representative as the case keeps them.
pub(in crate::casework) fn representative(given: &RepresentativeGiven) -> Result<Representative, Refusal> {
    Ok(Representative {
        person: person_of("representative", &given.person)?,
        occupation: needed(
            "occupation",
            &given.occupation,
            "Say what the person is: family physician, nurse, friend.",
        )?,
        health_professional: given.health_professional,
        family_member: given.family_member,
    })
}

fn person_of(field: &str, given: &PersonGiven) -> Result<Person, Refusal> {
    let mut problems = Vec::new();
    intake::person_problems(field, given, true, &mut |field: &str, message: String| {
        problems.push(Refusal::bad_input(field, message));
    });
    match problems.into_iter().next() {
        Some(problem) => Err(problem),
        None => Ok(intake::person(given)),
    }
}

fn change_person(case: &Case, role: PersonRole, given: &PersonGiven, reason: &str) -> Result<Event, Refusal> {
    let there = match role {
        PersonRole::Requester => true,
        PersonRole::Subject => case.subject.is_some(),
        PersonRole::Representative => case.representative.is_some(),
        PersonRole::Companion => false,
    };
    if !there {
        return Err(Refusal::bad_input(
            "role",
            format!("The case has no {} to change. Nothing was changed.", role.words()),
        ));
    }
    let reason = needed("reason", reason, "Say how we know: a letter, a call, a returned envelope.")?;
    Ok(Event::PersonChanged { role, person: person_of("person", given)?, reason })
}

/// Who may consent to a disclosure: the subject, or who may act for the subject; and never a parent to that of a minor's
/// medical record (20 CFR 401.100(d); 5 U.S.C. 552a(h)).
fn consent_may_be_given(case: &Case, given_by: Relation, ground: &Ground<'_>) -> Result<(), Refusal> {
    let standing = ground.law.standing(&case.agency, given_by, case.received)?;
    if !standing.may_act {
        return Err(Refusal::not_allowed(
            format!("This consent was given by {}, who cannot give it. {}", given_by.words(), standing.words),
            standing.cite,
        ));
    }
    if given_by == Relation::Parent && case.sensitivity == Sensitivity::Medical {
        return Err(Refusal::not_allowed(
            "A parent cannot consent to the disclosure of a minor’s medical record.",
            "20 CFR 401.100(d)",
        ));
    }
    Ok(())
}

/// Words that name nothing: a consent to them is a blanket consent (20 CFR 401.100(b)).
const BLANKET: &[&str] = &[
    "all",
    "all records",
    "any",
    "any records",
    "all information",
    "any information",
    "any and all records",
    "anyone",
    "anybody",
    "everything",
    "everybody",
    "everyone",
    "entire record",
    "the entire record",
    "entire file",
    "whole file",
    "all my records",
    "anything",
];

fn specific(field: &str, text: &str, sentence: &str) -> Result<String, Refusal> {
    let text = needed(field, text, sentence)?;
    let folded = text.trim_end_matches('.').to_lowercase();
    if BLANKET.contains(&folded.as_str()) {
        return Err(Refusal {
            cite: Some("20 CFR 401.100(b)".to_owned()),
            field: Some(field.to_owned()),
            ..Refusal::new(Code::NotAllowed, format!("{sentence} Send the consent back with the reason."))
        });
    }
    Ok(text)
}
