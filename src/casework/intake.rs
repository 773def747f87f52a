//! Taking a request in: what must stand in it before a case can be opened.

use chrono::NaiveDate;
use serde::Serialize;

use super::decide::representative;
use super::{AlsoAsked, Case, Event, EvidenceAtHand, Ground, Guard, Intake, Opening, Person, PersonGiven};
use crate::error::Refusal;
use crate::law::{
    AgencyId, Capacity, IdentityAnswer, IdentityFacts, IdentityQuestion, Kind, LawError, Relation,
    Requirement, Sensitivity,
};

/// The longest text of a request, in bytes: a letter of some fifty pages.
const LONGEST_TEXT: usize = 100_000;
/// The longest name or line, in characters.
const LONGEST_LINE: usize = 200;

/// A field of a form that cannot be used as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct FieldProblem {
    /// `received`, `requester.name`, `requester.address` …
    pub field: String,
    /// What is wrong and what to do.
    pub message: String,
}

/// Opens a case of this number.
///
/// # Errors
/// The first thing that is wrong with the form, or the rule that does not let such a request be taken in.
pub fn open(number: String, intake: &Intake, ground: &Ground<'_>) -> Result<Vec<Event>, Refusal> {
    if let Some(problem) = problems(intake, ground).into_iter().next() {
        return Err(Refusal::bad_input(&problem.field, problem.message));
    }
    if let Some(clash) = clash(&intake.kinds) {
        return Err(Refusal::bad_input("kinds", clash));
    }
    let identity = identity_of(intake, ground)?;
    if !identity.channel_accepted {
        return Err(Refusal::not_allowed(
            format!("{} Nothing was recorded.", identity.why),
            identity.cites.join("; "),
        ));
    }
    let mut events = vec![Event::Opened(opening(number, intake, ground))];
    for evidence in &intake.evidence {
        let recorded = Event::EvidenceRecorded {
            evidence: *evidence,
            note: String::new(),
            requirement: None,
            paper: None,
        };
        if !events.contains(&recorded) {
            events.push(recorded);
        }
    }
    Ok(events)
}

/// Why these kinds cannot be one case: an amendment runs on other clocks than access, and an accounting is no search.
fn clash(kinds: &[Kind]) -> Option<&'static str> {
    let apart = |kind: Kind| kinds.contains(&kind) && kinds.iter().any(|other| *other != kind);
    (apart(Kind::Amendment) || apart(Kind::Accounting)).then_some(
        "A request to amend, or for an accounting, and another request in one letter are cases of their own: they run on \
         different clocks. Name the other one under “also”; nothing was recorded.",
    )
}

/// The requests of one letter, each as it becomes a case: those that run on the same clocks stay together, the others stand
/// apart, with the same people, dates and proof.
pub fn split(intake: &Intake) -> Vec<Intake> {
    let mut together: Vec<Kind> = Vec::new();
    let mut requests: Vec<Intake> = Vec::new();
    for kind in &intake.kinds {
        match kind {
            Kind::Notification | Kind::Access => together.push(*kind),
            Kind::Amendment | Kind::Accounting => {
                requests.push(Intake { kinds: vec![*kind], also: Vec::new(), ..intake.clone() });
            }
        }
    }
    if !together.is_empty() || requests.is_empty() {
        requests.insert(0, Intake { kinds: together, also: Vec::new(), ..intake.clone() });
    }
    for AlsoAsked { kinds, text, sensitivity } in &intake.also {
        requests.push(Intake {
            kinds: kinds.clone(),
            text: text.clone(),
            sensitivity: *sensitivity,
            also: Vec::new(),
            ..intake.clone()
        });
    }
    requests
}

/// Why nothing may give away whether there is a record, where the rule says so from the start: a parent or the guardian of a
/// minor asks an agency that prescribes the words for a minor's medical record (20 CFR 401.55(c)(2)(iii)).
pub(super) fn guard_of(
    agency: &AgencyId,
    kinds: &[Kind],
    capacity: Capacity,
    facts: &IdentityFacts,
    sensitivity: Sensitivity,
    on: NaiveDate,
    ground: &Ground<'_>,
) -> Option<Guard> {
    let for_minor = capacity == Capacity::Parent
        || (capacity == Capacity::Guardian && facts.relation == Some(Relation::GuardianOfMinor));
    let seen = kinds.iter().any(|kind| matches!(kind, Kind::Notification | Kind::Access));
    let prescribed = ground.law.wording(agency, "minor-medical-reply", on).is_ok();
    (for_minor && seen && sensitivity == Sensitivity::Medical && prescribed).then_some(Guard::MinorMedical)
}

fn opening(number: String, intake: &Intake, ground: &Ground<'_>) -> Opening {
    Opening {
        number,
        agency: intake.agency.clone(),
        kinds: intake.kinds.clone(),
        received: intake.received,
        channel: intake.channel,
        capacity: intake.capacity,
        sensitivity: intake.sensitivity,
        personally_known: intake.personally_known,
        facts: intake.facts.clone(),
        requester: person(&intake.requester),
        subject: intake.subject.as_ref().map(person),
        text: intake.text.trim().to_owned(),
        particulars: intake
            .particulars
            .iter()
            .filter(|(_, value)| !value.trim().is_empty())
            .map(|(name, value)| (name.clone(), value.trim().to_owned()))
            .collect(),
        dated: intake.dated,
        postmarked: intake.postmarked,
        first_office: intake
            .first_office
            .as_deref()
            .map(str::trim)
            .filter(|office| !office.is_empty())
            .map(str::to_owned),
        reached_office: intake.reached_office,
        representative: intake.representative.as_ref().and_then(|given| representative(given).ok()),
        linked: Vec::new(),
        guard: guard_of(
            &intake.agency,
            &intake.kinds,
            intake.capacity,
            &intake.facts,
            intake.sensitivity,
            intake.received,
            ground,
        ),
    }
}

/// The case as it would stand if the request were taken in as typed, for conclusions before it is.
pub fn provisional(intake: &Intake, ground: &Ground<'_>) -> Case {
    let today = ground.today;
    let mut case = Case::begun(&opening(String::new(), intake, ground), 0, today, &ground.actor.name);
    case.evidence = intake
        .evidence
        .iter()
        .map(|evidence| EvidenceAtHand {
            evidence: *evidence,
            note: String::new(),
            requirement: None,
            paper: None,
            by: String::new(),
            on: today,
        })
        .collect();
    case
}

/// Everything that is wrong with the form, field by field; empty where a case can be opened.
pub fn problems(intake: &Intake, ground: &Ground<'_>) -> Vec<FieldProblem> {
    let mut found = Vec::new();
    let mut say =
        |field: &str, message: String| found.push(FieldProblem { field: field.to_owned(), message });
    if ground.law.rulebook(&intake.agency).is_err() {
        say(
            "agency",
            format!("There is no rulebook for “{}”. Choose an agency of this desk.", intake.agency),
        );
    }
    if intake.kinds.is_empty() {
        say(
            "kinds",
            "Say what is asked: notification, access, amendment or an accounting of disclosures.".to_owned(),
        );
    }
    if intake.received > ground.today {
        say(
            "received",
            format!("The day of receipt, {}, is in the future. Check the date stamp.", intake.received),
        );
    } else if intake.received < first_day_of_the_act() {
        say(
            "received",
            format!(
                "The day of receipt, {}, is before the Act took effect on 27 September 1975. Check the year.",
                intake.received
            ),
        );
    }
    for (field, day) in [("dated", intake.dated), ("postmarked", intake.postmarked)] {
        if day.is_some_and(|day| day > intake.received) {
            say(field, "That day is after the day of receipt. Check the dates.".to_owned());
        }
    }
    if intake.reached_office.is_some_and(|day| day < intake.received || day > ground.today) {
        say(
            "reached_office",
            "The right office cannot have had it before the agency received it, or after today. Check the date.".to_owned(),
        );
    }
    if let Some(Err(problem)) = intake.representative.as_ref().map(representative) {
        say(problem.field.as_deref().unwrap_or("representative"), problem.message);
    }
    if intake.also.iter().any(|also| also.kinds.is_empty() || also.text.trim().is_empty()) {
        say("also", "Say of every other request in the letter what it asks, in its own words.".to_owned());
    }
    person_problems("requester", &intake.requester, true, &mut say);
    if let Some(subject) = &intake.subject {
        person_problems("subject", subject, false, &mut say);
    }
    if let Some(relation) = intake.facts.relation
        && let Ok(standing) = ground.law.standing(&intake.agency, relation, intake.received)
        && standing.capacity != intake.capacity
    {
        say(
            "capacity",
            format!(
                "The request of {} is taken in as that of {}. {}",
                relation.words(),
                standing.capacity.words(),
                standing.words
            ),
        );
    }
    let for_another = !matches!(intake.capacity, Capacity::OneSelf | Capacity::MinorSelf);
    if for_another && intake.subject.is_none() {
        say(
            "subject",
            format!("{} asks about somebody else. Give that person's name.", capitalised(intake.capacity)),
        );
    }
    if intake.text.trim().is_empty() {
        say("text", "Write down what the person asks, in their own words.".to_owned());
    } else if intake.text.len() > LONGEST_TEXT {
        say("text", "The text is longer than fifty pages. Keep the part that says what is asked.".to_owned());
    }
    for (name, value) in &intake.particulars {
        if name.len() > LONGEST_LINE || value.chars().count() > LONGEST_LINE * 5 {
            say("particulars", "One of the particulars is too long. Shorten it.".to_owned());
        }
    }
    found
}

fn capitalised(capacity: Capacity) -> String {
    let words = capacity.words();
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

pub(super) fn person_problems(
    field: &str,
    person: &PersonGiven,
    reachable: bool,
    say: &mut impl FnMut(&str, String),
) {
    if person.name.trim().is_empty() {
        say(&format!("{field}.name"), "Give the name as the person writes it.".to_owned());
    }
    let lines = person.address.iter().chain(std::iter::once(&person.name));
    if lines.clone().any(|line| line.chars().count() > LONGEST_LINE) {
        say(
            &format!("{field}.address"),
            "A line of the name or address is too long. Break it in two.".to_owned(),
        );
    }
    if lines.clone().any(|line| line.chars().any(char::is_control)) {
        say(
            &format!("{field}.address"),
            "A line of the name or address has a character that cannot be printed.".to_owned(),
        );
    }
    let email = person.email.as_deref().map(str::trim).filter(|email| !email.is_empty());
    if let Some(email) = email
        && !looks_like_email(email)
    {
        say(
            &format!("{field}.email"),
            "That is not an e-mail address: it needs a name, an @ and a domain.".to_owned(),
        );
    }
    if reachable && email.is_none() && person.address.iter().all(|line| line.trim().is_empty()) {
        say(
            &format!("{field}.address"),
            "Give a postal address or an e-mail address: the answer must reach the person.".to_owned(),
        );
    }
}

/// Whether it has the shape of an address; the mail room reads it strictly before it sends.
fn looks_like_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, domain)| {
        !name.is_empty()
            && domain.contains('.')
            && !domain.contains('@')
            && !text.contains(char::is_whitespace)
    })
}

fn first_day_of_the_act() -> NaiveDate {
    // Pub. L. 93-579, section 8: two hundred and seventy days after enactment.
    NaiveDate::from_ymd_opt(1975, 9, 27).unwrap_or_default()
}

pub(super) fn person(given: &PersonGiven) -> Person {
    Person {
        name: given.name.trim().to_owned(),
        address: given
            .address
            .iter()
            .map(|line| line.trim().to_owned())
            .filter(|line| !line.is_empty())
            .collect(),
        email: given.email.as_deref().map(str::trim).filter(|email| !email.is_empty()).map(str::to_owned),
    }
}

/// What the rules ask of this requester.
///
/// # Errors
/// Where no rulebook answers for the agency and the day.
pub fn identity_of(intake: &Intake, ground: &Ground<'_>) -> Result<IdentityAnswer, LawError> {
    identity_for(
        &intake.kinds,
        &|kind| IdentityQuestion {
            agency: intake.agency.clone(),
            kind,
            channel: intake.channel,
            capacity: intake.capacity,
            sensitivity: intake.sensitivity,
            personally_known: intake.personally_known,
            facts: intake.facts.clone(),
        },
        intake.received,
        ground,
    )
}

/// The answers for several kinds in one: everything that any of them asks, each requirement once.
pub(super) fn identity_for(
    kinds: &[Kind],
    question: &dyn Fn(Kind) -> IdentityQuestion,
    on: NaiveDate,
    ground: &Ground<'_>,
) -> Result<IdentityAnswer, LawError> {
    let mut together: Option<IdentityAnswer> = None;
    for kind in kinds {
        let answer = ground.law.identity(&question(*kind), on)?;
        together = Some(match together {
            None => answer,
            Some(so_far) => joined(so_far, answer),
        });
    }
    together.ok_or_else(|| LawError::NoSuchRule {
        agency: "this desk".to_owned(),
        what: "rule on identity for a request that asks nothing".to_owned(),
    })
}

fn joined(first: IdentityAnswer, second: IdentityAnswer) -> IdentityAnswer {
    let why = if second.required && !first.required { second.why } else { first.why };
    let mut requirements: Vec<Requirement> = first.requirements;
    for requirement in second.requirements {
        if !requirements.iter().any(|known| known.id == requirement.id && known.any_of == requirement.any_of)
        {
            requirements.push(requirement);
        }
    }
    let mut cites = first.cites;
    cites.extend(second.cites.into_iter().filter(|cite| !cites.contains(cite)).collect::<Vec<_>>());
    IdentityAnswer {
        channel_accepted: first.channel_accepted && second.channel_accepted,
        has_right: first.has_right && second.has_right,
        required: first.required || second.required,
        why,
        requirements,
        cites,
    }
}
