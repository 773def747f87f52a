//! Routing and search: which office, the suspense, its answer, and the accounting of disclosures.

use chrono::NaiveDate;

use super::super::{Case, Command, EntryTaken, Event, Item, ItemGiven, Role, day};
use super::{Ground, needed, not_in_the_future, optional};
use crate::error::Refusal;

pub(super) fn decide(case: &Case, command: &Command, ground: &Ground<'_>) -> Result<Vec<Event>, Refusal> {
    let event = match command {
        Command::Route { system, office, address, reason } => {
            route(case, system, office, address, reason, ground)?
        }
        Command::SendToOffice { answer_by } => {
            Event::SentToOffice { answer_by: suspense(*answer_by, ground)? }
        }
        Command::RemindOffice { note, answer_by } => Event::OfficeReminded {
            note: needed("note", note, "Say how the office was reminded, and what it said.")?,
            answer_by: answer_by.map(|day| suspense(day, ground)).transpose()?,
        },
        Command::RecordSearch { by, where_searched, how, on, items, not_searched } => {
            answered_on(case, *on, ground)?;
            Event::SearchRecorded {
                by: needed("by", by, "Say who searched: name and title.")?,
                where_searched: needed("where_searched", where_searched, "Say where they searched.")?,
                how: needed("how", how, "Say how they searched: by which names, numbers or dates.")?,
                on: *on,
                items: numbered(items)?,
                not_searched: optional("not_searched", not_searched)?,
            }
        }
        Command::TakeAccounting { show } => take_accounting(case, show, ground)?,
        _ => return Ok(Vec::new()),
    };
    Ok(vec![event])
}

fn suspense(answer_by: NaiveDate, ground: &Ground<'_>) -> Result<NaiveDate, Refusal> {
    if answer_by < ground.today {
        return Err(Refusal::bad_input(
            "answer_by",
            "The day by which the office is to answer has passed. Choose a later one.",
        ));
    }
    Ok(answer_by)
}

/// Confirms the system and one of the offices that its notice names; a specialist may choose another office, with its address
/// and a written reason.
fn route(
    case: &Case,
    system: &str,
    office: &str,
    address: &str,
    reason: &str,
    ground: &Ground<'_>,
) -> Result<Event, Refusal> {
    let revision = ground
        .catalogue
        .in_force(system, case.received)
        .filter(|revision| revision.agency == case.agency.as_str())
        .ok_or_else(|| {
            Refusal::bad_input(
                "system",
                format!("The catalogue has no system “{system}” of this agency. Choose one of the list, or import its notice."),
            )
        })?;
    let named = revision
        .system
        .notification
        .iter()
        .find(|rule| rule.office == office)
        .map(|rule| (rule.address.clone(), rule.quote.clone()))
        .or_else(|| {
            let manager = revision.system.managers.iter().find(|manager| manager.title == office)?;
            Some((manager.address.clone(), String::new()))
        });
    let (address, quote, reason) = match named {
        Some((address, quote)) => (address, quote, String::new()),
        None if reason.trim().is_empty() || address.trim().is_empty() => {
            return Err(Refusal::bad_input(
                "office",
                format!(
                    "The notice of {system} names no office “{office}”. Choose one of the offices it names, or give the address and the reason."
                ),
            ));
        }
        None if !ground.actor.is_any(&[Role::Specialist, Role::Approver]) => {
            return Err(Refusal::not_allowed(
                "Only a privacy specialist or an approving official sends a request to an office that the notice does not name.",
                "39 CFR 266.5(a)(1); 20 CFR 401.40(c)",
            ));
        }
        None => (optional("address", address)?, String::new(), optional("reason", reason)?),
    };
    Ok(Event::Routed {
        system: revision.system.number.clone(),
        system_name: revision.system.name.clone(),
        revision: revision.effective_from,
        office: needed("office", office, "Name the office.")?,
        address,
        quote,
        reason,
    })
}

fn answered_on(case: &Case, on: NaiveDate, ground: &Ground<'_>) -> Result<(), Refusal> {
    not_in_the_future("on", on, ground)?;
    match &case.sent {
        Some(sent) if on < sent.on => Err(Refusal::bad_input(
            "on",
            format!("The office was asked on {}; its answer cannot be older.", day(sent.on)),
        )),
        _ => Ok(()),
    }
}

fn numbered(items: &[ItemGiven]) -> Result<Vec<Item>, Refusal> {
    items
        .iter()
        .zip(1..)
        .map(|(given, item)| {
            let what = needed("items", &given.what, "Say for every item what it is.")?;
            let ItemGiven { pages, concerns_others, medical, .. } = *given;
            Ok(Item { item, what, pages, concerns_others, medical })
        })
        .collect()
}

/// What the requester is shown of the accounting: all that the rule enters, less what it lets be held back
/// (5 U.S.C. 552a(c)(3); 39 CFR 266.3(d)(3); 20 CFR 401.80(c)).
fn take_accounting(case: &Case, show: &[String], ground: &Ground<'_>) -> Result<Event, Refusal> {
    if let Some(unknown) = show.iter().find(|id| !ground.accounting.iter().any(|entry| entry.id == **id)) {
        return Err(Refusal::bad_input(
            "show",
            format!(
                "The accounting has no entry “{unknown}” on this subject and system. Nothing was changed."
            ),
        ));
    }
    let mut entries = Vec::new();
    for entry in ground.accounting {
        let rule = ground.law.accounting(&case.agency, entry.basis, entry.on.max(case.received))?;
        if !rule.entered {
            continue;
        }
        let shown = rule.shown || (rule.discretionary && show.contains(&entry.id));
        entries.push(EntryTaken { entry: entry.clone(), shown, why: rule.words, cite: rule.cite });
    }
    entries.sort_by(|one, other| (one.entry.on, &one.entry.id).cmp(&(other.entry.on, &other.entry.id)));
    Ok(Event::AccountingTaken { entries })
}
