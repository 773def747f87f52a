//! The determination: weighed, decided item by item, approved by a second person where it refuses; delay and charge.

use super::super::{
    Case, Command, Event, ExemptionUsed, Guard, Item, ItemWeighed, MedicalFinding, Outcome, Part,
    PartDecided, WeighedItem, day, more_foia_time, next,
};
use super::{Ground, afterwards, needed, not_in_the_future, optional, roads};
use crate::error::{Code, Refusal};
use crate::law::{Kind, Misfit, Verdict, Weighed, worksheet};

pub(super) fn decide(case: &Case, command: &Command, ground: &Ground<'_>) -> Result<Vec<Event>, Refusal> {
    let event = match command {
        Command::Weigh { items } => Event::Weighed { items: weighed(case, items)? },
        Command::SignAsCounsel { note } => Event::CounselSigned { note: optional("note", note)? },
        Command::Decide { parts, official, title } => {
            return decide_parts(case, parts, official, title, ground);
        }
        Command::ApproveDecision { note } => Event::DecisionApproved { note: optional("note", note)? },
        Command::ReturnDecision { reason } => {
            Event::DecisionReturned { reason: needed("reason", reason, "Say what must be put right.")? }
        }
        Command::RecordDelay { reason, expected, unusual } => {
            if *expected <= ground.today {
                return Err(Refusal::bad_input(
                    "expected",
                    "Give a day in the future by which the answer is expected.",
                ));
            }
            let reason =
                needed("reason", reason, "Give the reason for the delay: the notice must state it.")?;
            let mut unusual = unusual.clone();
            unusual.sort_unstable();
            unusual.dedup();
            if !unusual.is_empty() {
                let more = more_foia_time(case, ground)?;
                if *expected > more.through {
                    let message = format!(
                        "Unusual circumstances let the time be extended through {}, and no longer.",
                        day(more.through)
                    );
                    let field = Some("expected".to_owned());
                    return Err(Refusal { field, ..Refusal::not_allowed(message, more.cite) });
                }
            }
            Event::DelayRecorded { reason, expected: *expected, unusual }
        }
        Command::AssessFee { pages, duplicate } => {
            let fee = ground.law.fee(&case.agency, *pages, *duplicate, ground.today)?;
            Event::FeeAssessed { pages: *pages, cents: fee.cents, basis: fee.basis, cite: fee.cite }
        }
        Command::RecordPayment { on, cents } => {
            not_in_the_future("on", *on, ground)?;
            if *cents == 0 {
                return Err(Refusal::bad_input("cents", "Give the amount in cents."));
            }
            Event::FeePaid { on: *on, cents: *cents }
        }
        _ => return Ok(Vec::new()),
    };
    Ok(vec![event])
}

fn items(case: &Case) -> &[Item] {
    case.search.as_ref().map_or(&[], |search| search.items.as_slice())
}

fn weighed(case: &Case, given: &[ItemWeighed]) -> Result<Vec<WeighedItem>, Refusal> {
    if given.is_empty() {
        return Err(Refusal::bad_input("items", "Name the items that are not simply released."));
    }
    given
        .iter()
        .map(|item| {
            if !items(case).iter().any(|known| known.item == item.item) {
                return Err(Refusal::bad_input("items", format!("The office found no item {}.", item.item)));
            }
            let blank = |ground: &crate::law::Ground| {
                ground.cite.trim().is_empty() || ground.reason.trim().is_empty()
            };
            if item.privacy_act.iter().chain(&item.foia).any(blank) {
                return Err(Refusal::bad_input(
                    "items",
                    "Every ground to withhold has its exemption and its reason.",
                ));
            }
            Ok(WeighedItem {
                item: item.item,
                privacy_act: item.privacy_act.clone(),
                foia: item.foia.clone(),
            })
        })
        .collect()
}

fn decide_parts(
    case: &Case,
    given: &[PartDecided],
    official: &str,
    title: &str,
    ground: &Ground<'_>,
) -> Result<Vec<Event>, Refusal> {
    let wanted = wanted(case);
    if given.len() != wanted.len() {
        return Err(Refusal::bad_input(
            "parts",
            if wanted.is_empty() {
                "There is no item to decide on here: the answer follows from the search. Name no parts."
                    .to_owned()
            } else {
                format!("There are {} item(s). Decide on each of them, once.", wanted.len())
            },
        ));
    }
    let mut parts = Vec::new();
    for number in wanted {
        let Some(part) = given.iter().find(|part| part.item == number) else {
            return Err(Refusal::bad_input("parts", format!("Item {number} is not decided.")));
        };
        parts.push(decided(case, part, ground)?);
    }
    let amended = parts.iter().any(|part| part.outcome == Outcome::Amended);
    let mut events = vec![Event::Decided {
        parts,
        official: needed("official", official, "Name the official who is responsible for the decision.")?,
        title: needed("title", title, "Give the official's title: the letter must state it.")?,
    }];
    if amended {
        events.extend(afterwards::from_the_accounting(case, ground));
    }
    Ok(events)
}

/// The numbers of the items that are decided on. An amendment of a record that was not found is one item: it is refused.
fn wanted(case: &Case) -> Vec<u32> {
    match (case.guard(), case.main_kind()) {
        (Some(Guard::Neither), _) | (None, Kind::Notification | Kind::Accounting) => Vec::new(),
        (None, Kind::Amendment) if items(case).is_empty() => vec![1],
        (Some(Guard::MinorMedical), _) | (None, Kind::Access | Kind::Amendment) => {
            items(case).iter().map(|item| item.item).collect()
        }
    }
}

fn decided(case: &Case, part: &PartDecided, ground: &Ground<'_>) -> Result<Part, Refusal> {
    let item = items(case).iter().find(|item| item.item == part.item);
    let mut exemption = None;
    let words = match (case.guard(), case.main_kind(), part.outcome) {
        (Some(Guard::MinorMedical), _, Outcome::ToRepresentative) => optional("parts", &part.words)?,
        (Some(Guard::MinorMedical), ..) => {
            return Err(Refusal::not_allowed(
                "A minor’s medical record always goes to the health professional whom the parent or guardian named, and to nobody else.",
                "20 CFR 401.55(c)(2)",
            ));
        }
        (_, Kind::Access, Outcome::Granted) => {
            may_be_granted(case, item, part, ground)?;
            optional("parts", &part.words)?
        }
        (_, Kind::Access, Outcome::ToRepresentative) => {
            may_go_to_representative(case, ground)?;
            optional("parts", &part.words)?
        }
        (_, Kind::Access, Outcome::Denied) => {
            exemption = Some(exemption_for(case, part, ground)?);
            needed(
                "parts",
                &part.words,
                "Say for every denied item why: the letter must give the determining factors.",
            )?
        }
        (_, Kind::Access, Outcome::NoPersonalInformation) => optional("parts", &part.words)?,
        (_, Kind::Amendment, Outcome::Amended) if item.is_some() => needed(
            "parts",
            &part.words,
            "Say for every amended item what was changed: the letter must state it.",
        )?,
        (_, Kind::Amendment, Outcome::RefusedClaimEvidence) => {
            claim_evidence(case, ground)?;
            needed("parts", &part.words, "Say for every refused item why: the letter must give the reason.")?
        }
        (_, Kind::Amendment, Outcome::Refused) => {
            needed("parts", &part.words, "Say for every refused item why: the letter must give the reason.")?
        }
        (_, kind, outcome) => {
            return Err(Refusal::bad_input(
                "parts",
                format!("“{}” is no answer to this request for {}.", outcome.words(), kind.words()),
            ));
        }
    };
    Ok(Part {
        item: part.item,
        outcome: part.outcome,
        words,
        exemption,
        reveals_source: part.reveals_source,
        others: optional("parts", &part.others)?,
    })
}

/// A medical record is given directly only where no adverse effect is likely (20 CFR 401.55(b)(2); 39 CFR 266.5(b)(4)); of a
/// record on several people only what is the requester's (20 CFR 401.60).
fn may_be_granted(
    case: &Case,
    item: Option<&Item>,
    part: &PartDecided,
    ground: &Ground<'_>,
) -> Result<(), Refusal> {
    let direct = case.medical.as_ref().is_none_or(|review| review.finding == MedicalFinding::NoAdverseEffect);
    if case.is_medical() && item.is_some_and(|item| item.medical) && !direct {
        return Err(Refusal::not_allowed(
            "The medical reviewer found that this record goes to the person whom the requester named, who reviews it with the requester.",
            next::medical_cite(case, ground),
        ));
    }
    if item.is_some_and(|item| item.concerns_others) && part.others.trim().is_empty() {
        let cite = step_cite(case, "separate-others", ground);
        return Err(Refusal::not_allowed(
            "This record is about other people as well. Say how what is theirs was kept back.",
            cite,
        ));
    }
    Ok(())
}

fn may_go_to_representative(case: &Case, ground: &Ground<'_>) -> Result<(), Refusal> {
    let cite = next::medical_cite(case, ground);
    match &case.medical {
        Some(review) if case.is_medical() && review.finding != MedicalFinding::NoAdverseEffect => Ok(()),
        Some(_) if case.is_medical() => Err(Refusal::not_allowed(
            "The medical reviewer found no likely adverse effect: the record is given to the requester directly.",
            cite,
        )),
        _ => Err(Refusal::not_allowed("Only a medical record goes to a person named to receive it.", cite)),
    }
}

/// The exemption of a denial: offered by notice and rule, weighed under both Acts, and signed off by counsel where the
/// statute alone carries it (39 CFR 266.1; 5 U.S.C. 552a(b)(2), (d)(5)).
fn exemption_for(case: &Case, part: &PartDecided, ground: &Ground<'_>) -> Result<ExemptionUsed, Refusal> {
    let asked = part.exemption.as_deref().map(str::trim).unwrap_or_default();
    let offered = roads::exemptions(case, ground)?;
    let Some(exemption) = offered.into_iter().find(|exemption| exemption.statute == asked) else {
        return Err(Refusal::not_allowed(
            format!(
                "“{asked}” is no exemption that may be applied here: the notice of the system and the rule of the agency must both claim it. Nothing was decided."
            ),
            "5 U.S.C. 552a(j), (k)",
        ));
    };
    if exemption.counsel_signs && case.counsel.is_none() {
        return Err(Refusal::not_allowed(
            "What was compiled for a lawsuit is withheld only with counsel’s sign-off. Ask counsel to sign off first.",
            exemption.statute,
        ));
    }
    let line = case.weighed.iter().find(|weighed| weighed.item == part.item).map(|item| Weighed {
        what: String::new(),
        privacy_act: item.privacy_act.clone(),
        foia: item.foia.clone(),
    });
    let verdict = line.and_then(|line| worksheet(&[line]).into_iter().next()).map(|line| line.verdict);
    if verdict != Some(Verdict::Withhold) {
        return Err(Refusal::not_allowed(
            format!(
                "Item {} is withheld only if both Acts let it be. Fill in the Acts’ worksheet for it first.",
                part.item
            ),
            step_cite(case, "weigh", ground),
        ));
    }
    Ok(ExemptionUsed {
        statute: exemption.statute,
        rule: exemption.rule,
        reason: exemption.reason,
        must_give: exemption.must_give,
        counsel_signs: exemption.counsel_signs,
    })
}

/// Only an agency whose rule keeps evidence and findings in a claim from amendment may refuse on that ground.
fn claim_evidence(case: &Case, ground: &Ground<'_>) -> Result<(), Refusal> {
    if ground.law.misfit(&case.agency, Misfit::ClaimEvidence, case.received).is_ok() {
        return Ok(());
    }
    Err(Refusal::new(
        Code::NotAllowed,
        "The rule of this agency knows no such ground to refuse an amendment. Nothing was decided.",
    ))
}

fn step_cite(case: &Case, step: &str, ground: &Ground<'_>) -> String {
    ground
        .law
        .rulebook(&case.agency)
        .ok()
        .and_then(|book| book.step_cite(step, case.main_kind(), case.received))
        .unwrap_or_default()
        .to_owned()
}
