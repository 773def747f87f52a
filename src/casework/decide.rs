//! A command to a case: the events that follow, or the reason why it cannot be.

use chrono::NaiveDate;

use super::{Case, Command, Event, Item, ItemGiven, Outcome, Part, PartDecided, State};
use crate::error::{Code, Refusal};
use crate::law::{Capacity, Kind, Law, Sensitivity};
use crate::notices::Catalogue;

/// What a decision rests on besides the case: the law, the catalogue and the day.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    /// The rulebooks and the calendar.
    pub law: &'a Law,
    /// The systems of records with their revisions.
    pub catalogue: &'a Catalogue,
    /// The civil day in the agency's time zone.
    pub today: NaiveDate,
}

/// The longest free text in a command, in bytes.
const LONGEST_WORDS: usize = 20_000;

/// What follows from a command.
///
/// # Errors
/// A sentence that says why not, with the citation where a rule forbids it. Nothing has changed then.
pub fn decide(case: &Case, command: &Command, ground: &Ground<'_>) -> Result<Vec<Event>, Refusal> {
    if case.closed.is_some() && !matches!(command, Command::AddNote { .. }) {
        return Err(Refusal::new(
            Code::NotAllowed,
            format!("{} is closed. Notes can still be added; nothing else was changed.", case.number),
        ));
    }
    let event = match command {
        Command::RecordEvidence { evidence, note } => {
            Event::EvidenceRecorded { evidence: *evidence, note: optional("note", note)? }
        }
        Command::VerifyIdentity { note } => verify_identity(case, note, ground)?,
        Command::Route { system, office } => route(case, system, office, ground)?,
        Command::SendToOffice { answer_by } => send_to_office(case, *answer_by, ground)?,
        Command::RecordSearch { by, where_searched, how, on, items } => {
            let on = search_day(case, *on, ground)?;
            Event::SearchRecorded {
                by: needed("by", by, "Say who searched: name and title.")?,
                where_searched: needed("where_searched", where_searched, "Say where they searched.")?,
                how: needed("how", how, "Say how they searched: by which names, numbers or dates.")?,
                on,
                items: numbered(items)?,
            }
        }
        Command::Decide { parts, official, title } => decide_parts(case, parts, official, title, ground)?,
        Command::RecordDelay { reason, expected } => record_delay(case, reason, *expected, ground)?,
        Command::RecordRecipientsTold { on, how } => record_recipients_told(case, *on, how, ground)?,
        Command::RecordPosted { letter, on } => record_posted(case, letter, *on, ground)?,
        Command::Withdraw { note } => withdraw(case, note)?,
        Command::Close { note } => close(case, note, ground)?,
        Command::AddNote { text } => {
            Event::NoteAdded { text: needed("text", text, "Write the note first.")? }
        }
    };
    Ok(vec![event])
}

fn verify_identity(case: &Case, note: &str, ground: &Ground<'_>) -> Result<Event, Refusal> {
    if case.identity_verified.is_some() {
        return Err(Refusal::new(
            Code::NotAllowed,
            "Identity is already recorded as proved. Nothing was changed.",
        ));
    }
    let identity = case.identity(ground)?;
    let unmet = identity.unmet(&case.evidence_kinds());
    if let Some(requirement) = unmet.first() {
        return Err(Refusal::not_allowed(
            format!(
                "Identity cannot be recorded as proved yet. Still needed: {} Record it, or ask the requester for it.",
                requirement.words
            ),
            requirement.cite.clone(),
        ));
    }
    Ok(Event::IdentityVerified { cites: identity.cites, note: optional("note", note)? })
}

fn route(case: &Case, system: &str, office: &str, ground: &Ground<'_>) -> Result<Event, Refusal> {
    if case.search.is_some() {
        return Err(Refusal::new(
            Code::NotAllowed,
            "The office has already answered for this system. Open a new case for another system.",
        ));
    }
    let revision = ground
        .catalogue
        .in_force(system, case.received)
        .filter(|revision| revision.agency == case.agency.as_str())
        .ok_or_else(|| {
            Refusal::bad_input(
                "system",
                format!(
                    "The catalogue has no system “{system}” of this agency. Choose one of the list, or import its notice."
                ),
            )
        })?;
    let (address, quote) = revision
        .system
        .notification
        .iter()
        .find(|rule| rule.office == office)
        .map(|rule| (rule.address.clone(), rule.quote.clone()))
        .or_else(|| {
            let manager = revision.system.managers.iter().find(|manager| manager.title == office)?;
            Some((manager.address.clone(), String::new()))
        })
        .ok_or_else(|| {
            Refusal::bad_input(
                "office",
                format!(
                    "The notice of {system} names no office “{office}”. Choose one of the offices it names."
                ),
            )
        })?;
    Ok(Event::Routed {
        system: revision.system.number.clone(),
        system_name: revision.system.name.clone(),
        revision: revision.effective_from,
        office: office.to_owned(),
        address,
        quote,
    })
}

/// Refuses work on records while identity or the system is open.
fn work_may_begin(case: &Case, ground: &Ground<'_>) -> Result<(), Refusal> {
    if !case.identity_settled(ground)? {
        let identity = case.identity(ground)?;
        return Err(Refusal::not_allowed(
            "Identity is not proved yet, so nobody may work on the records. Record the proof and confirm it first.",
            identity.cites.join("; "),
        ));
    }
    if case.routing.is_none() {
        return Err(Refusal::new(Code::NotAllowed, "Confirm the system of records and the office first."));
    }
    Ok(())
}

fn send_to_office(case: &Case, answer_by: NaiveDate, ground: &Ground<'_>) -> Result<Event, Refusal> {
    work_may_begin(case, ground)?;
    if case.search.is_some() {
        return Err(Refusal::new(Code::NotAllowed, "The office has already answered."));
    }
    if answer_by < ground.today {
        return Err(Refusal::bad_input(
            "answer_by",
            "The day by which the office is to answer has passed. Choose a later one.",
        ));
    }
    Ok(Event::SentToOffice { answer_by })
}

fn search_day(case: &Case, on: NaiveDate, ground: &Ground<'_>) -> Result<NaiveDate, Refusal> {
    work_may_begin(case, ground)?;
    let Some(sent) = &case.sent else {
        return Err(Refusal::new(
            Code::NotAllowed,
            "The request has not been sent to the office yet. Send it first.",
        ));
    };
    if case.determination.is_some() {
        return Err(Refusal::new(
            Code::NotAllowed,
            "The case is already decided on the search that is recorded.",
        ));
    }
    not_in_the_future("on", on, ground)?;
    if on < sent.on {
        return Err(Refusal::bad_input(
            "on",
            format!("The office was asked on {}; its answer cannot be older.", sent.on),
        ));
    }
    Ok(on)
}

fn numbered(items: &[ItemGiven]) -> Result<Vec<Item>, Refusal> {
    items
        .iter()
        .zip(1..)
        .map(|(given, item)| {
            let what = needed("items", &given.what, "Say for every item what it is.")?;
            Ok(Item { item, what, pages: given.pages })
        })
        .collect()
}

fn decide_parts(
    case: &Case,
    given: &[PartDecided],
    official: &str,
    title: &str,
    ground: &Ground<'_>,
) -> Result<Event, Refusal> {
    work_may_begin(case, ground)?;
    let Some(search) = &case.search else {
        return Err(Refusal::new(Code::NotAllowed, "Record what the office found before you decide."));
    };
    if case.decision_letter_issued().is_some() {
        return Err(Refusal::new(
            Code::NotAllowed,
            "The letter with the decision is issued. It cannot be decided anew.",
        ));
    }
    roads_not_yet_built(case)?;
    let kind = case.main_kind();
    if kind != Kind::Notification && search.items.is_empty() {
        return Err(Refusal::not_yet(
            "No record was found. This version does not yet write that denial; write it by hand. The case stays open and nothing was changed.",
        ));
    }
    let wanted = if kind == Kind::Notification { 0 } else { search.items.len() };
    if given.len() != wanted {
        return Err(Refusal::bad_input(
            "parts",
            if wanted == 0 {
                "A request for notification is decided by the search: name no parts.".to_owned()
            } else {
                format!("The office found {wanted} item(s). Decide on each of them, once.")
            },
        ));
    }
    let mut parts = Vec::new();
    for item in search.items.iter().take(wanted) {
        let Some(part) = given.iter().find(|part| part.item == item.item) else {
            return Err(Refusal::bad_input("parts", format!("Item {} is not decided.", item.item)));
        };
        parts.push(decided(part, kind)?);
    }
    Ok(Event::Decided {
        parts,
        official: needed("official", official, "Name the official who is responsible for the decision.")?,
        title: needed("title", title, "Give the official's title: the letter must state it.")?,
    })
}

fn decided(part: &PartDecided, kind: Kind) -> Result<Part, Refusal> {
    let words = match (kind, part.outcome) {
        (Kind::Access, Outcome::Granted) => optional("parts", &part.words)?,
        (Kind::Access, Outcome::Denied | Outcome::NoRecord) => {
            return Err(Refusal::not_yet(
                "This version does not yet write denials of access. The case stays open and nothing was changed.",
            ));
        }
        (Kind::Amendment, Outcome::Amended) => needed(
            "parts",
            &part.words,
            "Say for every amended item what was changed: the letter must state it.",
        )?,
        (Kind::Amendment, Outcome::Refused) => {
            needed("parts", &part.words, "Say for every refused item why: the letter must give the reason.")?
        }
        (kind, outcome) => {
            return Err(Refusal::bad_input(
                "parts",
                format!("“{}” is no answer to a request for {}.", outcome.words(), kind.words()),
            ));
        }
    };
    Ok(Part { item: part.item, outcome: part.outcome, words })
}

/// The special roads that this version does not carry: it says so rather than treat them as ordinary.
fn roads_not_yet_built(case: &Case) -> Result<(), Refusal> {
    let road = match (case.sensitivity, case.capacity) {
        (Sensitivity::Medical, _) => {
            Some(("Medical records go by a road of their own", "20 CFR 401.55; 39 CFR 266.5(b)(4)"))
        }
        (Sensitivity::Existence, _) => Some((
            "Where even the existence of a record is private, the answer goes by a road of its own",
            "20 CFR 401.45(a)(1)",
        )),
        (_, Capacity::ThirdParty) => Some((
            "A third party has no right of access; disclosure by consent goes by a road of its own",
            "5 U.S.C. 552a(b)",
        )),
        _ => None,
    };
    match road {
        Some((why, cite)) => Err(Refusal {
            cite: Some(cite.to_owned()),
            ..Refusal::not_yet(format!(
                "{why}, which this version does not yet carry. Decide by hand; the case stays open and nothing was changed."
            ))
        }),
        None => Ok(()),
    }
}

fn record_delay(
    case: &Case,
    reason: &str,
    expected: NaiveDate,
    ground: &Ground<'_>,
) -> Result<Event, Refusal> {
    if case.determination.is_some() {
        return Err(Refusal::new(Code::NotAllowed, "The case is decided; there is no delay to tell of."));
    }
    if expected <= ground.today {
        return Err(Refusal::bad_input(
            "expected",
            "Give a day in the future by which the answer is expected.",
        ));
    }
    let reason = needed("reason", reason, "Give the reason for the delay: the notice must state it.")?;
    Ok(Event::DelayRecorded { reason, expected })
}

fn record_recipients_told(
    case: &Case,
    on: NaiveDate,
    how: &str,
    ground: &Ground<'_>,
) -> Result<Event, Refusal> {
    let amended = case
        .determination
        .as_ref()
        .filter(|determination| determination.parts.iter().any(|part| part.outcome == Outcome::Amended))
        .ok_or_else(|| Refusal::new(Code::NotAllowed, "Nothing was amended, so there is nobody to tell."))?;
    not_in_the_future("on", on, ground)?;
    if on < amended.on {
        return Err(Refusal::bad_input(
            "on",
            format!("The record was amended on {}; nobody was told before.", amended.on),
        ));
    }
    let how = needed("how", how, "Say who was told and how, or that the accounting lists nobody.")?;
    Ok(Event::RecipientsTold { on, how })
}

fn record_posted(case: &Case, letter: &str, on: NaiveDate, ground: &Ground<'_>) -> Result<Event, Refusal> {
    let issued = case.letter(letter).ok_or_else(|| Refusal::not_found("This case has no such letter."))?;
    if let Some(posted) = issued.posted {
        return Err(Refusal::new(
            Code::NotAllowed,
            format!("That letter is already recorded as posted on {posted}."),
        ));
    }
    not_in_the_future("on", on, ground)?;
    if on < issued.dated {
        return Err(Refusal::bad_input(
            "on",
            format!("The letter is dated {}; it cannot have been posted before.", issued.dated),
        ));
    }
    Ok(Event::LetterPosted { letter: letter.to_owned(), on })
}

fn withdraw(case: &Case, note: &str) -> Result<Event, Refusal> {
    if case.withdrawn.is_some() {
        return Err(Refusal::new(Code::NotAllowed, "The withdrawal is already recorded."));
    }
    Ok(Event::Withdrawn { note: needed("note", note, "Write down what the requester said.")? })
}

fn close(case: &Case, note: &str, ground: &Ground<'_>) -> Result<Event, Refusal> {
    if case.state(ground)? != State::Answered {
        return Err(Refusal::new(
            Code::NotAllowed,
            "The requester has no answer yet. Send the decision, or record the withdrawal; then close the case.",
        ));
    }
    if super::next::recipients_wait(case) {
        return Err(Refusal::not_allowed(
            "A record was amended. Record that its earlier recipients were told, or that there are none, before you close the case.",
            "5 U.S.C. 552a(c)(4)",
        ));
    }
    Ok(Event::Closed { note: optional("note", note)? })
}

fn not_in_the_future(field: &str, on: NaiveDate, ground: &Ground<'_>) -> Result<(), Refusal> {
    if on > ground.today {
        return Err(Refusal::bad_input(field, format!("{on} is in the future. Check the date.")));
    }
    Ok(())
}

fn needed(field: &str, text: &str, sentence: &str) -> Result<String, Refusal> {
    let text = optional(field, text)?;
    if text.is_empty() { Err(Refusal::bad_input(field, sentence)) } else { Ok(text) }
}

fn optional(field: &str, text: &str) -> Result<String, Refusal> {
    if text.len() > LONGEST_WORDS {
        return Err(Refusal::bad_input(field, "That text is too long. Keep what belongs in the file."));
    }
    Ok(text.trim().to_owned())
}
