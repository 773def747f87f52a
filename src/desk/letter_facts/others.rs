//! What a letter says of other people and offices, and what the office's own papers say.

use super::{requester, words};
use crate::casework::{self, Case, Ground, Outcome};
use crate::desk::correspondence::LetterAsked;
use crate::law::Kind;
use crate::letters::{
    Addressee, Audience, DisclosureFacts, LetterFacts, LetterKind, Particular, RecipientFacts, ReferralFacts,
    RepresentativeFacts, Station, TaskFacts,
};

/// To whom the letter goes.
pub(in crate::desk) fn addressee(case: &Case, asked: LetterAsked) -> Addressee {
    match asked.kind.audience() {
        Audience::Recipient => case
            .recipients
            .iter()
            .find(|known| Some(known.recipient.recipient) == asked.recipient)
            .map(|known| Addressee {
                name: known.recipient.name.clone(),
                address: known.recipient.address.clone(),
            })
            .unwrap_or_else(|| requester(case)),
        Audience::Representative => case
            .representative
            .as_ref()
            .map(|named| Addressee { name: named.person.name.clone(), address: named.person.address.clone() })
            .unwrap_or_else(|| requester(case)),
        Audience::Subject => {
            let subject = case.subject_person();
            // A minor lives with the parent who asks unless the request says otherwise.
            let address = if subject.address.is_empty() { &case.requester.address } else { &subject.address };
            Addressee { name: subject.name.clone(), address: address.clone() }
        }
        Audience::Office => office(case, asked.kind),
        Audience::Requester => requester(case),
    }
}

/// An office paper goes to the office that searches; an envelope and the entries for certified mail bear the newest letter's
/// addressee.
fn office(case: &Case, kind: LetterKind) -> Addressee {
    match (kind, &case.routing) {
        (LetterKind::Envelope | LetterKind::CertifiedMail, _) | (_, None) => requester(case),
        (_, Some(to)) => Addressee {
            name: to.office.clone(),
            address: to.address.split(", ").map(str::to_owned).collect(),
        },
    }
}

/// The system manager whom the notice names, with the address, on one line.
pub(super) fn system_manager(case: &Case, ground: &Ground<'_>) -> Option<String> {
    let revision = ground.catalogue.in_force(&case.routing.as_ref()?.system, case.received)?;
    let manager = revision.system.managers.first()?;
    Some(format!("{}, {}", manager.title, manager.address))
}

/// The names that must not stand in a letter: of people whom the addressee need not know of.
pub(super) fn other_names(case: &Case, kind: LetterKind) -> Vec<String> {
    let representative = case.representative.as_ref().map(|named| named.person.name.clone());
    match kind.audience() {
        Audience::Requester if kind != LetterKind::MedicalRepresentative => Vec::new(),
        Audience::Recipient => representative.into_iter().collect(),
        _ => Vec::new(),
    }
}

/// Adds what the letter says of recipients, representatives, referrals, disclosures and tasks.
pub(super) fn add(case: &Case, asked: LetterAsked, ground: &Ground<'_>, facts: &mut LetterFacts) {
    match asked.kind {
        LetterKind::RecipientNotice => facts.recipient = recipient(case, asked),
        LetterKind::MedicalRepresentative | LetterKind::MedicalTransmittal | LetterKind::MinorNote => {
            facts.representative = representative(case, ground);
        }
        LetterKind::Referral => {
            facts.forwarded_to = case.referrals.last().map(|referral| ReferralFacts {
                to: referral.to.clone(),
                address: referral.address.clone(),
                why: referral.why.clone(),
                sent: Some(referral.on),
                part: !referral.whole,
            });
        }
        LetterKind::Accounting => {
            facts.disclosures = case
                .accounting
                .iter()
                .flatten()
                .filter(|taken| taken.shown)
                .map(|taken| DisclosureFacts {
                    on: taken.entry.on,
                    nature: taken.entry.nature.clone(),
                    purpose: taken.entry.purpose.clone(),
                    to: taken.entry.name.clone(),
                    address: taken.entry.address.lines().collect::<Vec<_>>().join(", "),
                })
                .collect();
        }
        LetterKind::Tasking | LetterKind::SearchAttestation => facts.task = Some(task(case, ground)),
        LetterKind::RoutingSlip => facts.stations = stations(case),
        LetterKind::AppealTransmittal => {
            facts.papers =
                std::iter::once(format!("the request, received {}", case.received.format("%B %-d, %Y")))
                    .chain(case.letters.iter().filter(|letter| letter.kind.leaves_the_office()).map(
                        |letter| {
                            format!("our letter “{}” of {}", letter.name, letter.dated.format("%B %-d, %Y"))
                        },
                    ))
                    .chain(case.appeal().map(|appeal| {
                        format!("the letter of appeal, received {}", appeal.received.format("%B %-d, %Y"))
                    }))
                    .collect();
        }
        LetterKind::ConsentReturned => facts.missing = consent_wants(case),
        _ => {}
    }
}

/// What a consent must have, and this one lacks (20 CFR 401.100(b); 39 CFR 266.5(b)(2)(iii)).
fn consent_wants(case: &Case) -> Vec<crate::letters::Missing> {
    let cite = if case.agency.as_str() == "usps" { "39 CFR 266.5(b)(2)(iii)" } else { "20 CFR 401.100(b)" };
    words::A_CONSENT_SAYS
        .map(|what| crate::letters::Missing { what: what.to_owned(), cite: cite.to_owned() })
        .into()
}

fn recipient(case: &Case, asked: LetterAsked) -> Option<RecipientFacts> {
    let known = case.recipients.iter().find(|known| Some(known.recipient.recipient) == asked.recipient)?;
    let disputed = case.dispute_noted.is_some();
    let what = if disputed { super::second_look::about(case) } else { amended(case) };
    Some(RecipientFacts {
        disclosed: known.recipient.disclosed_on.unwrap_or(case.received),
        what,
        notice: if disputed { "dispute" } else { "correction" }.to_owned(),
    })
}

fn amended(case: &Case) -> String {
    let items = case.search.iter().flat_map(|search| &search.items);
    let amended = |number: u32| {
        case.determination
            .iter()
            .flat_map(|made| &made.parts)
            .any(|part| part.item == number && part.outcome == Outcome::Amended)
    };
    let what: Vec<&str> = items.filter(|item| amended(item.item)).map(|item| item.what.as_str()).collect();
    if what.is_empty() { words::THE_RECORD.to_owned() } else { what.join("; ") }
}

fn representative(case: &Case, ground: &Ground<'_>) -> Option<RepresentativeFacts> {
    let named = case.representative.as_ref()?;
    let goes = |number: u32| {
        case.determination
            .iter()
            .flat_map(|made| &made.parts)
            .any(|part| part.item == number && part.outcome == Outcome::ToRepresentative)
    };
    let items = case.search.iter().flat_map(|search| &search.items);
    Some(RepresentativeFacts {
        name: named.person.name.clone(),
        role: named.occupation.clone(),
        address: named.person.address.clone(),
        sent: ground.today,
        pages: items.filter(|item| goes(item.item)).map(|item| item.pages).sum(),
        minor: case.minor_medical,
    })
}

/// What the searching office is asked; numbers are masked when the paper is written.
fn task(case: &Case, ground: &Ground<'_>) -> TaskFacts {
    let subject = case.subject_person();
    let asked = match case.main_kind() {
        Kind::Amendment => {
            format!("Find the record that {} asks us to amend. The request says: {}", subject.name, case.text)
        }
        Kind::Notification | Kind::Access | Kind::Accounting => {
            format!("Search for the records on {}. The request says: {}", subject.name, case.text)
        }
    };
    TaskFacts {
        asked,
        answer_by: case.sent.as_ref().map_or(ground.today, |sent| sent.answer_by),
        particulars: std::iter::once(Particular { name: "name".to_owned(), value: subject.name.clone() })
            .chain(case.particulars.iter().map(|(name, value)| Particular {
                name: name.replace('_', " "),
                value: casework::shown(name, value),
            }))
            .collect(),
    }
}

fn stations(case: &Case) -> Vec<Station> {
    let office = case.routing.as_ref().map(|to| Station {
        office: to.office.clone(),
        action: "search and attest".to_owned(),
        by: case.sent.as_ref().map(|sent| sent.answer_by),
    });
    office
        .into_iter()
        .chain(std::iter::once(Station {
            office: if case.assignee.is_empty() {
                "privacy office".to_owned()
            } else {
                case.assignee.clone()
            },
            action: "decide and answer".to_owned(),
            by: None,
        }))
        .collect()
}
