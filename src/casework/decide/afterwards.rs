//! After the decision: dispute, statement of disagreement, earlier recipients, disclosures of the case itself.

use super::super::{AccountingEntry, Case, Command, Event, Recipient, RecipientGiven, day};
use super::{Ground, between, lines, needed, optional};
use crate::error::{Code, Refusal};
use crate::law::AppealSubject;

pub(super) fn decide(case: &Case, command: &Command, ground: &Ground<'_>) -> Result<Vec<Event>, Refusal> {
    let event = match command {
        Command::NoteDispute { on, how } => {
            between("on", *on, case.received, "The request was received", ground)?;
            let how = needed("how", how, "Say how the disputed part is marked.")?;
            let noted = Event::DisputeNoted { on: *on, how };
            return Ok(std::iter::once(noted).chain(from_the_accounting(case, ground)).collect());
        }
        Command::FileStatement { received, words, in_lieu } => {
            between("received", *received, case.received, "The request was received", ground)?;
            if *in_lieu {
                let right = ground.law.rulebook(&case.agency)?.appeal(AppealSubject::Amendment, *received)?;
                if !right.statement_in_lieu {
                    return Err(Refusal::not_allowed(
                        "The rule of this agency lets a statement follow the review; it does not take its place. File it without that.",
                        right.cites.join("; "),
                    ));
                }
            }
            Event::StatementFiled {
                received: *received,
                words: needed("words", words, "Write down what the statement says.")?,
                in_lieu: *in_lieu,
            }
        }
        Command::AddReasons { words } => Event::ReasonsAdded {
            words: needed("words", words, "Write the agency’s reasons, in a few sentences.")?,
        },
        Command::ListRecipients { recipients } => {
            Event::RecipientsListed { recipients: listed(case, recipients)? }
        }
        Command::TellRecipient { recipient, on, how, proof } => {
            let changed = case.changed_on.last().copied().unwrap_or(case.received);
            between("on", *on, changed, "The record was changed", ground)?;
            let Some(known) = case.recipients.iter().find(|known| known.recipient.recipient == *recipient)
            else {
                return Err(Refusal::bad_input(
                    "recipient",
                    "The case lists no such recipient. Nothing was changed.",
                ));
            };
            if let Some(told) = known.told_on {
                return Err(Refusal::new(
                    Code::NotAllowed,
                    format!("That recipient was already told, on {}. Nothing was changed.", day(told)),
                ));
            }
            Event::RecipientTold {
                recipient: *recipient,
                on: *on,
                how: needed("how", how, "Say how the recipient was told.")?,
                proof: optional("proof", proof)?,
            }
        }
        Command::RecordRecipientsTold { on, how } => {
            let changed = case.changed_on.last().copied().unwrap_or(case.received);
            if *on < changed {
                return Err(Refusal::bad_input(
                    "on",
                    format!("The record was amended on {}; nobody was told before.", day(changed)),
                ));
            }
            between("on", *on, changed, "The record was changed", ground)?;
            if case.recipients.iter().any(|known| known.told_on.is_none()) {
                return Err(Refusal::not_allowed(
                    "The case lists who had the record before. Record for each of them when and how they were told.",
                    "5 U.S.C. 552a(c)(4)",
                ));
            }
            let how = needed("how", how, "Say who was told and how, or that the accounting lists nobody.")?;
            Event::RecipientsTold { on: *on, how }
        }
        Command::SpareRecipients { reason } => Event::RecipientsSpared {
            on: ground.today,
            reason: needed(
                "reason",
                reason,
                "Say what changed, and why what was disclosed before was no error.",
            )?,
        },
        Command::RecordDisclosure { on, to, address, what, purpose, basis } => {
            between("on", *on, case.received, "The request was received", ground)?;
            let rule = ground.law.accounting(&case.agency, *basis, *on)?;
            if !rule.entered {
                return Err(Refusal::not_allowed(
                    format!("Such a disclosure is not entered in the accounting. {}", rule.words),
                    rule.cite,
                ));
            }
            Event::DisclosureMade {
                entry: AccountingEntry {
                    id: format!("{}-{}", case.number, case.disclosures.len() + 1),
                    on: *on,
                    nature: needed("what", what, "Say what was disclosed.")?,
                    purpose: needed("purpose", purpose, "Say for what purpose.")?,
                    name: needed("to", to, "Name the person or agency.")?,
                    address: needed("address", address, "Give the address: the accounting must state it.")?,
                    basis: *basis,
                },
            }
        }
        _ => return Ok(Vec::new()),
    };
    Ok(vec![event])
}

/// Lists those whom the accounting names and the case does not list yet: they are told of a correction or dispute
/// (5 U.S.C. 552a(c)(4)).
pub(super) fn from_the_accounting(case: &Case, ground: &Ground<'_>) -> Option<Event> {
    let mut recipients: Vec<Recipient> = Vec::new();
    for entry in ground.accounting {
        let known = case.recipients.iter().any(|known| known.recipient.name == entry.name)
            || recipients.iter().any(|known| known.name == entry.name);
        if known {
            continue;
        }
        recipients.push(Recipient {
            recipient: number_after(case, recipients.len()),
            name: entry.name.clone(),
            address: entry.address.lines().map(str::to_owned).collect(),
            disclosed_on: Some(entry.on),
        });
    }
    (!recipients.is_empty()).then_some(Event::RecipientsListed { recipients })
}

fn listed(case: &Case, given: &[RecipientGiven]) -> Result<Vec<Recipient>, Refusal> {
    if given.is_empty() {
        return Err(Refusal::bad_input("recipients", "Name those who had the record before."));
    }
    given
        .iter()
        .enumerate()
        .map(|(index, recipient)| {
            Ok(Recipient {
                recipient: number_after(case, index),
                name: needed("recipients", &recipient.name, "Name every recipient.")?,
                address: lines("recipients", &recipient.address)?,
                disclosed_on: recipient.disclosed_on,
            })
        })
        .collect()
}

fn number_after(case: &Case, more: usize) -> u32 {
    u32::try_from(case.recipients.len() + more).unwrap_or(u32::MAX).saturating_add(1)
}
