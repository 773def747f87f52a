//! What each kind of letter must say, and by which rule.

use super::super::compose::CLAIM_EVIDENCE;
use super::super::wording::long_date;
use super::super::{AppealFacts, LetterKind, PartFacts};
use super::Inspection;
use LetterKind::{Acknowledgement, Amended, AmendmentRefused, Deficiency, Delay, Grant, Notification};

pub(super) fn inspect(letter: &mut Inspection<'_>) {
    frame(letter);
    dates(letter);
    before_decision(letter);
    decision(letter);
    search(letter);
    access(letter);
    appeal(letter);
}

/// Who writes to whom about what.
fn frame(letter: &mut Inspection<'_>) {
    let facts = &letter.letter.facts;
    let addressee = if facts.addressee.name.is_empty() {
        Some("The addressee's name is missing.".to_owned())
    } else if facts.addressee.address.is_empty() {
        Some("The addressee's address is missing.".to_owned())
    } else {
        letter.unsaid("whom it addresses", [facts.addressee.name.as_str()])
    };
    letter.record(
        "addressee",
        "The letter has its addressee's name and address.",
        "5 U.S.C. 552a(b)",
        addressee,
    );

    let head = &facts.letterhead;
    let office = (head.agency.is_empty() || head.office.is_empty() || head.address.is_empty())
        .then(|| "The letterhead lacks the agency, the office or its address.".to_owned());
    let cite = letter.cite("39 CFR 266.5(a)(1)", "20 CFR 401.40(c)");
    letter.record(
        "letterhead",
        "The letterhead names the office and its address.",
        cite,
        office,
    );

    let official = (facts.signer.name.is_empty() || facts.signer.title.is_empty())
        .then(|| "The official's name or title is missing from the signature.".to_owned());
    let cite = letter.cite("39 CFR 266.5(b)(6)", "20 CFR 401.70(c)");
    letter.record(
        "official-named",
        "The official who signs is named, with title.",
        cite,
        official,
    );

    let case = letter.unsaid("the case number", [facts.case_number.as_str()]);
    let cite = letter.cite("39 CFR 266.5(a)(2)", "20 CFR 401.65(c)");
    letter.record("case-number", "The letter gives the case number.", cite, case);

    let received = letter.unsaid("the day of receipt", [long_date(facts.received).as_str()]);
    letter.record(
        "receipt-date",
        "The letter says when the request was received.",
        cite,
        received,
    );
}

/// No date that cannot be.
fn dates(letter: &mut Inspection<'_>) {
    let facts = &letter.letter.facts;
    let date = facts.date;
    let fault = if date < facts.received {
        Some(("before the day of receipt", facts.received))
    } else {
        facts
            .search
            .as_ref()
            .filter(|search| search.on > date)
            .map(|search| ("before the answer of the search", search.on))
    };
    let fault = fault.map(|(what, other)| {
        format!(
            "The letter is dated {}, {what}, {}.",
            long_date(date),
            long_date(other)
        )
    });
    let cite = letter.cite("39 CFR 266.5(a)(2)", "20 CFR 401.65(c)");
    letter.record(
        "date",
        "The letter is not dated before what it answers.",
        cite,
        fault,
    );

    let ahead = [
        ("the day by which to send what is missing", facts.cure_by),
        (
            "the expected day of the answer",
            facts.delay.as_ref().map(|delay| delay.expected),
        ),
        (
            "the last day for an appeal",
            facts.appeal.as_ref().and_then(|appeal| appeal.last_day),
        ),
    ];
    let past = ahead.into_iter().find_map(|(what, day)| {
        day.filter(|day| *day <= date)
            .map(|day| format!("{}, {what}, is not after the date of the letter.", long_date(day)))
    });
    let cite = letter.cite("39 CFR 266.6(a)(2)", "20 CFR 401.50(b)");
    letter.record(
        "days-ahead",
        "Every day that the letter sets lies ahead.",
        cite,
        past,
    );
}

/// Acknowledgement, what is missing, delay.
fn before_decision(letter: &mut Inspection<'_>) {
    let facts = &letter.letter.facts;
    if letter.is(&[Acknowledgement]) && letter.usps() {
        let office = letter.unsaid(
            "which office handles the request",
            [facts.handling_office.as_deref().unwrap_or("")],
        );
        letter.record(
            "handling-office",
            "It names the office that handles the request.",
            "39 CFR 266.5(a)(1)",
            office,
        );
        let number = facts.system.as_ref().map_or("", |system| system.number.as_str());
        let system = letter.unsaid("the system of records", [number]);
        letter.record(
            "system-named",
            "It names the system of records.",
            "39 CFR 266.5(a)(1)",
            system,
        );
    }
    if letter.is(&[Acknowledgement]) && facts.request_kind == "amendment" {
        let next = (!letter.has_clause("acknowledgement.next-amendment"))
            .then(|| "The letter does not say that a decision follows.".to_owned());
        let cite = letter.cite("39 CFR 266.5(d)", "20 CFR 401.65(c)");
        letter.record("decision-follows", "It says that a decision follows.", cite, next);
    }
    if letter.is(&[Deficiency]) || (letter.is(&[Acknowledgement]) && !facts.missing.is_empty()) {
        let missing = if facts.missing.is_empty() {
            Some("Nothing is listed as missing.".to_owned())
        } else {
            letter.unsaid(
                "what is missing",
                facts.missing.iter().map(|missing| missing.what.as_str()),
            )
        };
        let cite = letter.cite("39 CFR 266.5(a)(1)", "GN 03340.075");
        letter.record(
            "missing-listed",
            "It lists everything that is missing.",
            cite,
            missing,
        );
    }
    if letter.is(&[Deficiency]) {
        let by = facts.cure_by.map(long_date).unwrap_or_default();
        let how = letter.unsaid("by when to send it", [by.as_str()]).or_else(|| {
            (!letter.has_clause("deficiency.how"))
                .then(|| "The letter does not say how to send it.".to_owned())
        });
        let cite = letter.cite("39 CFR 266.5(a)(1)", "GN 03340.075");
        letter.record(
            "how-to-supply",
            "It says how, and by when, to send what is missing.",
            cite,
            how,
        );
    }
    if letter.is(&[Delay]) {
        let reason = facts.delay.as_ref().map_or("", |delay| delay.reason.as_str());
        let day = facts
            .delay
            .as_ref()
            .map(|delay| long_date(delay.expected))
            .unwrap_or_default();
        let fault = letter
            .unsaid("the reason for the delay", [reason])
            .or_else(|| letter.unsaid("when to expect the answer", [day.as_str()]));
        letter.record(
            "delay-explained",
            "It gives the reason and the expected day.",
            "20 CFR 401.50(b)",
            fault,
        );
    }
}

/// What was decided, and every part of it.
fn decision(letter: &mut Inspection<'_>) {
    if !letter.is(&[Grant, Notification, Amended, AmendmentRefused]) {
        return;
    }
    let facts = &letter.letter.facts;
    let (usps, ssa, clause) = match letter.letter.kind {
        Grant => ("39 CFR 266.5(b)(1)", "20 CFR 401.50(a)", "grant.decision"),
        Notification if facts.search.as_ref().is_some_and(|search| search.found) => {
            ("39 CFR 266.5(c)", "20 CFR 401.25", "notification.found")
        }
        Notification => ("39 CFR 266.5(c)", "20 CFR 401.25", "notification.not-found"),
        Amended => ("39 CFR 266.5(d)(1)", "20 CFR 401.65(d)", "amended.decision"),
        _ if facts.parts.iter().any(|part| part.outcome == "amended") => {
            ("39 CFR 266.5(d)(2)", "20 CFR 401.65(e)", "refusal.part")
        }
        _ => ("39 CFR 266.5(d)(2)", "20 CFR 401.65(e)", "refusal.whole"),
    };
    let cite = letter.cite(usps, ssa);
    let unsaid = (!letter.has_clause(clause)).then(|| "The letter does not say what was decided.".to_owned());
    letter.record("determination", "It says what was decided.", cite, unsaid);

    if !letter.is(&[Notification]) || !facts.parts.is_empty() {
        let parts = if facts.parts.is_empty() {
            Some("No part of the request is listed with its outcome.".to_owned())
        } else {
            facts.parts.iter().find_map(|part| part_fault(letter, part))
        };
        letter.record(
            "parts-covered",
            "Every part has its outcome, and each refusal its reason.",
            cite,
            parts,
        );
    }
    if letter.is(&[AmendmentRefused]) && !facts.parts.iter().any(refused) {
        let fault = Some("No part is refused, yet the letter refuses an amendment.".to_owned());
        letter.record("something-refused", "At least one part is refused.", cite, fault);
    }
    if facts.parts.iter().any(|part| part.outcome == "amended") {
        let told = (!letter.has_clause("amended.recipients"))
            .then(|| "The letter does not say that earlier recipients are told.".to_owned());
        let cite = letter.cite("39 CFR 266.3(c)", "20 CFR 401.65(d)");
        letter.record(
            "recipients-told",
            "It says that earlier recipients are told of the change.",
            cite,
            told,
        );
    }
    let claim = facts.parts.iter().any(|part| part.outcome == CLAIM_EVIDENCE);
    if letter.is(&[AmendmentRefused]) && letter.ssa() {
        let fault = match (claim, letter.has_clause("refusal.claim-evidence")) {
            (true, false) => {
                Some("The letter does not give the way through the appeal of a claim.".to_owned())
            }
            (false, true) => {
                letter.sentence_where(|sentence| sentence.contains("evidence that we received in a claim"))
            }
            _ => None,
        };
        letter.record(
            "claim-evidence",
            "Claim evidence has its own words, and only claim evidence.",
            "20 CFR 401.65(b)",
            fault,
        );
    }
}

fn refused(part: &PartFacts) -> bool {
    part.outcome == "refused" || part.outcome == CLAIM_EVIDENCE
}

fn part_fault(letter: &Inspection<'_>, part: &PartFacts) -> Option<String> {
    let allowed: &[&str] = match letter.letter.kind {
        Grant => &["granted"],
        Amended => &["amended"],
        AmendmentRefused => &["amended", "refused", CLAIM_EVIDENCE],
        _ => &[],
    };
    if !allowed.is_empty() && !allowed.contains(&part.outcome.as_str()) {
        return Some(format!(
            "“{}” is {}, which this letter cannot say.",
            part.what, part.outcome
        ));
    }
    if (refused(part) || part.outcome == "amended") && part.words.is_empty() {
        return Some(format!("“{}” has no reason.", part.what));
    }
    letter
        .unsaid("one of the parts", [part.what.as_str()])
        .or_else(|| {
            (!part.words.is_empty())
                .then(|| letter.unsaid("the reason of a part", [part.words.as_str()]))
                .flatten()
        })
}

/// Where, how and by whom.
fn search(letter: &mut Inspection<'_>) {
    if !letter.is(&[Grant, Notification]) {
        return;
    }
    let fault = match &letter.letter.facts.search {
        None => Some("No search is attested.".to_owned()),
        Some(search) => letter
            .unsaid("where was searched", [search.where_searched.as_str()])
            .or_else(|| letter.unsaid("how it was searched", [search.how.as_str()]))
            .or_else(|| letter.unsaid("who searched", [search.by.as_str()])),
    };
    let cite = letter.cite("39 CFR 266.5(c)", "20 CFR 401.25");
    letter.record(
        "search-described",
        "It says where, how and by whom was searched.",
        cite,
        fault,
    );
}

/// How access is given, and what it costs.
fn access(letter: &mut Inspection<'_>) {
    if !letter.is(&[Grant]) {
        return;
    }
    let facts = &letter.letter.facts;
    let fault = match &facts.access {
        None => Some("The letter does not say how access is given.".to_owned()),
        Some(access) if access.how == "copies" => {
            (access.pages == 0).then(|| "No page is enclosed.".to_owned())
        }
        Some(access) => letter.unsaid(
            "where and when to see the records",
            [access.where_and_when.as_deref().unwrap_or("")],
        ),
    };
    let cite = letter.cite("39 CFR 266.5(b)(1)", "20 CFR 401.50(a)");
    letter.record(
        "access-given",
        "It encloses the copies, or says where and when to see the records.",
        cite,
        fault,
    );

    if facts
        .access
        .as_ref()
        .is_some_and(|access| access.how == "inspection")
    {
        let clause = if letter.usps() {
            "grant.inspection-duties"
        } else {
            "grant.companion-ssa"
        };
        let fault = (!letter.has_clause(clause)).then(|| {
            "The letter does not say what to do at the inspection, or how to bring a person.".to_owned()
        });
        let cite = letter.cite("39 CFR 266.5(b)(3)", "20 CFR 401.40(a)");
        letter.record(
            "inspection-duties",
            "It says what to do at the inspection and how to bring a person.",
            cite,
            fault,
        );
    }
    if let Some(fee) = &facts.fee {
        let amount = super::super::wording::dollars(fee.cents);
        let fault = letter
            .unsaid("how the charge was reckoned", [fee.basis.as_str()])
            .or_else(|| {
                (fee.cents > 0)
                    .then(|| letter.unsaid("the charge", [amount.as_str()]))
                    .flatten()
            });
        let cite = letter.cite("39 CFR 266.7", "20 CFR 401.95");
        letter.record(
            "fee-explained",
            "It states the charge and how it was reckoned.",
            cite,
            fault,
        );
    }
}

/// Appeal or review, and the statement of disagreement.
fn appeal(letter: &mut Inspection<'_>) {
    let refusal = letter.is(&[AmendmentRefused]);
    let facts = &letter.letter.facts;
    if !refusal && facts.appeal.is_none() || letter.is(&[Acknowledgement, Deficiency, Delay]) {
        return;
    }
    let (usps, ssa) = if refusal {
        ("39 CFR 266.5(d)(2)", "20 CFR 401.65(e)")
    } else {
        ("39 CFR 266.5(b)(6)", "20 CFR 401.70(c)")
    };
    let cite = letter.cite(usps, ssa);
    let Some(appeal) = &facts.appeal else {
        let fault = Some("The letter has no right of appeal or review.".to_owned());
        letter.record(
            "appeal-office",
            "It names the official and the address for the appeal or review.",
            cite,
            fault,
        );
        return;
    };
    let fault = office_fault(letter, appeal);
    letter.record(
        "appeal-office",
        "It names the official and the address for the appeal or review.",
        cite,
        fault,
    );

    if letter.usps() || !refusal {
        let fault = letter
            .unsaid(
                "the time limit of the appeal",
                [appeal.within.as_deref().unwrap_or("")],
            )
            .or_else(|| {
                letter.unsaid(
                    "from when the time limit counts",
                    [appeal.counted_from.as_deref().unwrap_or("")],
                )
            });
        let cite = letter.cite("39 CFR 266.6(a)(2)", "20 CFR 401.70(c)");
        letter.record(
            "appeal-limit",
            "It states the time limit and from when it counts.",
            cite,
            fault,
        );
    }
    if letter.usps() {
        let fault = if appeal.should_have.is_empty() {
            Some("The letter does not say what an appeal should have.".to_owned())
        } else {
            letter.unsaid(
                "what an appeal should have",
                appeal.should_have.iter().map(String::as_str),
            )
        };
        letter.record(
            "appeal-encloses",
            "It says what the appeal should have.",
            "39 CFR 266.6(a)(2)",
            fault,
        );
    }
    if refusal && letter.usps() {
        let fault = (!letter.has_clause("statement.in-lieu")
            || !letter.says("statement of reasonable length"))
        .then(|| "The letter does not offer a statement in place of an appeal.".to_owned());
        letter.record(
            "statement-choice",
            "It offers a statement in place of an appeal.",
            "39 CFR 266.5(d)(2)",
            fault,
        );
    }
}

fn office_fault(letter: &Inspection<'_>, appeal: &AppealFacts) -> Option<String> {
    if appeal.address.is_empty() {
        return Some("The address for the appeal or review is not known.".to_owned());
    }
    letter
        .unsaid("the official of the appeal or review", [appeal.to.as_str()])
        .or_else(|| {
            letter.unsaid(
                "the address of the appeal or review",
                appeal.address.iter().map(String::as_str),
            )
        })
}
