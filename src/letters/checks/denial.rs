//! What a denial of access must say: the grounds, part by part, with the exact subsection, and who is responsible.

use super::super::LetterKind::{ConfidentialSource, Denial};
use super::super::PartFacts;
use super::super::given::SOURCE;
use super::Inspection;

pub(super) fn inspect(letter: &mut Inspection<'_>) {
    if !letter.is(&[Denial, ConfidentialSource]) {
        return;
    }
    determination(letter);
    grounds(letter);
    source(letter);
    both_acts(letter);
    responsible(letter);
}

fn determination(letter: &mut Inspection<'_>) {
    let facts = &letter.letter.facts;
    let cite = letter.cite("39 CFR 266.5(b)(6)", "20 CFR 401.70(c)");
    let granted = facts.parts.iter().any(|part| part.outcome == "granted");
    let clause = if granted { "denial.part" } else { "denial.whole" };
    let fault = letter.without(clause, "The letter does not say what was decided.");
    letter.record("determination", "It says what was decided.", cite, fault);

    let fault = if facts.parts.is_empty() {
        Some("No part of the request is listed with its outcome.".to_owned())
    } else {
        facts.parts.iter().find_map(|part| part_fault(letter, part))
    };
    letter.record("parts-covered", "Every part has its outcome, and each denial its reason.", cite, fault);

    let denied = facts.parts.iter().any(|part| part.outcome != "granted");
    let fault = (!denied).then(|| "Every part is granted, yet the letter denies access.".to_owned());
    letter.record("something-denied", "At least one part is denied.", cite, fault);

    if granted && facts.access.is_none() {
        let fault = Some("The letter does not say how access to the rest is given.".to_owned());
        let cite = letter.cite("39 CFR 266.5(b)(1)", "20 CFR 401.50(a)");
        letter.record("access-given", "It says how access to the granted part is given.", cite, fault);
    }
    let attested = facts.search.as_ref();
    if attested.is_some() || facts.parts.iter().any(|part| part.outcome == "no-record") {
        let fault = match attested {
            None => Some("It says that there is no record, and no search is attested.".to_owned()),
            Some(search) => letter
                .unsaid("where was searched", [search.where_searched.as_str()])
                .or_else(|| letter.unsaid("how it was searched", [search.how.as_str()]))
                .or_else(|| letter.unsaid("who searched", [search.by.as_str()])),
        };
        letter.record("search-described", "It says where, how and by whom was searched.", cite, fault);
    }
}

fn part_fault(letter: &Inspection<'_>, part: &PartFacts) -> Option<String> {
    let allowed = match part.outcome.as_str() {
        "granted" | "denied" | "denied-litigation" | "no-record" | "no-personal-information" => true,
        other => other == SOURCE && letter.ssa(),
    };
    if !allowed {
        return Some(format!("“{}” is {}, which this letter cannot say.", part.what, part.outcome));
    }
    letter.unsaid("one of the parts", [part.what.as_str()]).or_else(|| {
        let words = Some(part.words.as_str()).filter(|words| !words.is_empty())?;
        letter.unsaid("the reason of a part", [words])
    })
}

/// The Postal Service denies only on the grounds of its rule, and with the exact subsection.
fn grounds(letter: &mut Inspection<'_>) {
    let facts = &letter.letter.facts;
    let fault = facts.parts.iter().find_map(|part| match (&part.exemption, part.outcome.as_str()) {
        (Some(exemption), "denied" | SOURCE) => {
            if !names_subsection(&exemption.statute) {
                return Some(format!("“{}” is denied without the exact subsection of the Act.", part.what));
            }
            let said = [exemption.statute.as_str(), exemption.rule.as_str(), exemption.reason.as_str()];
            letter.unsaid("the exemption", said).or_else(|| {
                letter.unsaid("what is given all the same", exemption.must_give.as_deref())
            })
        }
        (None, "denied") if letter.usps() => Some(format!(
            "“{}” is denied without an exemption: the rule allows a denial only where there is no record, no personal \
             information, or an exemption.",
            part.what
        )),
        (None, "denied") if part.words.is_empty() => Some(format!("“{}” has no reason.", part.what)),
        (_, "denied-litigation") => letter.unsaid("the ground", ["552a(d)(5)"]),
        _ => None,
    });
    let cite = letter.cite("39 CFR 266.5(b)(6)", "20 CFR 401.70(c)");
    letter.record(
        "grounds",
        "Each denial rests on a ground of the rule, with its exact subsection.",
        cite,
        fault,
    );
}

/// Whether a citation goes down to the number: `5 U.S.C. 552a(k)(6)`, `5 U.S.C. 552a(d)(5)`.
fn names_subsection(statute: &str) -> bool {
    let Some((_, subsection)) = statute.split_once("552a(") else { return false };
    let mut parts = subsection.split(['(', ')']).filter(|part| !part.is_empty());
    matches!(parts.next(), Some("d" | "j" | "k"))
        && parts.next().is_some_and(|number| number.parse::<u8>().is_ok())
}

fn source(letter: &mut Inspection<'_>) {
    let facts = &letter.letter.facts;
    let protected = facts.parts.iter().any(|part| part.outcome == SOURCE);
    if letter.is(&[ConfidentialSource]) || protected {
        let fault = if protected {
            letter.unsaid("why it is withheld", ["confidential source would be revealed"])
        } else {
            Some("No part of the request is withheld to protect a source.".to_owned())
        };
        letter.record(
            "source-said",
            "It says that a confidential source would be revealed.",
            "20 CFR 401.85(c)(3)",
            fault,
        );
    }
}

/// What the Privacy Act does not give is looked at under the Freedom of Information Act too.
fn both_acts(letter: &mut Inspection<'_>) {
    let facts = &letter.letter.facts;
    let fault = match &facts.foia {
        None => Some("The letter does not say what the Freedom of Information Act gives.".to_owned()),
        Some(foia) => letter
            .unsaid("what came of the Freedom of Information Act", [foia.words.as_str()])
            .or_else(|| {
                let exemptions =
                    facts.parts.iter().filter_map(|part| part.exemption.as_ref()?.foia.as_deref());
                letter.unsaid("the exemption of the Freedom of Information Act", exemptions)
            })
            .or_else(|| {
                let appeal = foia.appeal.as_ref()?;
                let lines = std::iter::once(&appeal.to).chain(&appeal.address).chain(&appeal.within);
                letter.unsaid("the appeal under that Act", lines.map(String::as_str))
            }),
    };
    let cite = letter.cite("39 CFR 266.1", "20 CFR 402.20");
    letter.record("both-acts", "It says what came of the Freedom of Information Act.", cite, fault);
}

fn responsible(letter: &mut Inspection<'_>) {
    if !letter.ssa() {
        return;
    }
    let signer = &letter.letter.facts.signer;
    let fault = letter
        .without("denial.responsible", "The letter does not say who is responsible for the decision.")
        .or_else(|| letter.unsaid("who is responsible", [signer.name.as_str(), signer.title.as_str()]));
    letter.record(
        "responsible",
        "It gives the name and the title of the person responsible.",
        "20 CFR 401.70(c)",
        fault,
    );
}
