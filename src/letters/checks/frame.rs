//! What every letter must have: who writes to whom about what, on which day; and the letters that precede a decision.

use super::super::LetterKind::{
    Acknowledgement, CertifiedMail, ClosedUnanswered, Deficiency, Delay, Envelope, Extension, FinalAccess,
    FinalAmendment, RoutingSlip, Tasking,
};
use super::super::compose::closing_words;
use super::super::reply::Reply;
use super::super::wording::{bare, long_date};
use super::super::{Audience, LetterFacts};
use super::Inspection;

/// What holds in every language.
pub(super) fn inspect_frame(letter: &mut Inspection<'_>) {
    frame(letter);
    right_addressee(letter);
    dates(letter);
}

pub(super) fn inspect(letter: &mut Inspection<'_>) {
    frame(letter);
    right_addressee(letter);
    references(letter);
    dates(letter);
    before_decision(letter);
}

/// Who writes to whom.
fn frame(letter: &mut Inspection<'_>) {
    let facts = &letter.letter.facts;
    let greeted = letter.letter.kind.leaves_the_office();
    let addressee = if facts.addressee.name.is_empty() {
        Some("The addressee's name is missing.".to_owned())
    } else if facts.addressee.address.is_empty() {
        Some("The addressee's address is missing.".to_owned())
    } else if greeted {
        letter.unsaid("whom it addresses", [facts.addressee.name.as_str()])
    } else {
        None
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
    letter.record("letterhead", "The letterhead names the office and its address.", cite, office);

    if closing_words(letter.letter.kind, letter.letter.language).is_none() {
        return;
    }
    let official = (facts.signer.name.is_empty() || facts.signer.title.is_empty())
        .then(|| "The official's name or title is missing from the signature.".to_owned());
    let cite = if letter.letter.kind.is_refusal() {
        let ssa = if facts.request_kind == "amendment" { "20 CFR 401.65(e)" } else { "20 CFR 401.70(c)" };
        letter.cite("39 CFR 266.5(b)(6)", ssa)
    } else {
        "office rule"
    };
    letter.record("official-named", "The official who signs is named, with title.", cite, official);
}

/// A letter to the requester goes to nobody else, and every other letter to nobody but its reader.
fn right_addressee(letter: &mut Inspection<'_>) {
    let facts = &letter.letter.facts;
    let same = |one: &str, other: &str| bare(one.trim()) == bare(other.trim());
    let requester = facts.requester_name.as_deref();
    let to_requester = requester.is_some_and(|name| same(name, &facts.addressee.name));
    let fault = match letter.letter.kind.audience() {
        Audience::Requester => (requester.is_some() && !to_requester).then(|| {
            format!("The letter is for the requester, and is addressed to {}.", facts.addressee.name)
        }),
        Audience::Recipient | Audience::Representative | Audience::Subject if requester.is_none() => Some(
            "The letter goes to somebody else than the requester, who is not named in its facts.".to_owned(),
        ),
        Audience::Recipient | Audience::Subject => to_requester.then(|| sent_to_requester(letter)),
        Audience::Representative => {
            let named = facts.representative.as_ref().map(|representative| representative.name.as_str());
            let right = named.is_some_and(|name| same(name, &facts.addressee.name));
            (!right).then(|| {
                format!("The record goes to {}, whom the requester did not name.", facts.addressee.name)
            })
        }
        Audience::Office if letter.is(&[Envelope, CertifiedMail]) => None,
        Audience::Office => to_requester.then(|| sent_to_requester(letter)),
    };
    letter.record(
        "right-addressee",
        "It goes to the one whom it is for, and to nobody else.",
        "5 U.S.C. 552a(b)",
        fault,
    );
}

fn sent_to_requester(letter: &Inspection<'_>) -> String {
    format!("This paper is for {}, and is addressed to the requester.", letter.letter.kind.audience().words())
}

/// Which case, and which request or appeal.
fn references(letter: &mut Inspection<'_>) {
    if letter.reply == Reply::MinorMedical || letter.is(&[Envelope]) {
        // The prescribed words stand alone; the case number stands above them. An envelope shows no case.
        return;
    }
    let facts = &letter.letter.facts;
    let case = letter.unsaid("the case number", [facts.case_number.as_str()]);
    let cite = letter.receipt_cite();
    letter.record("case-number", "The letter gives the case number.", cite, case);

    let of_appeal = letter.is(&[Extension, FinalAmendment, FinalAccess]);
    let to_requester = letter.letter.kind.audience() == Audience::Requester;
    if !of_appeal && (to_requester || letter.is(&[Tasking, RoutingSlip])) {
        let received = letter.unsaid("the day of receipt", [long_date(facts.received).as_str()]);
        letter.record("receipt-date", "The letter says when the request was received.", cite, received);
    }
}

/// No date that cannot be.
fn dates(letter: &mut Inspection<'_>) {
    let facts = &letter.letter.facts;
    let date = facts.date;
    let later = what_happened(facts).into_iter().find_map(|(what, day)| {
        day.filter(|day| *day > date)
            .map(|day| format!("The letter is dated {}, before {what}, {}.", long_date(date), long_date(day)))
    });
    let cite = letter.receipt_cite();
    letter.record("date", "The letter is not dated before what it answers.", cite, later);

    let cure_by = facts.cure_by.filter(|_| !letter.is(&[ClosedUnanswered]));
    let ahead = [
        ("the day by which to send what is missing", cure_by),
        ("the expected day of the answer", facts.delay.as_ref().map(|delay| delay.expected)),
        ("the last day for an appeal", facts.appeal.as_ref().and_then(|appeal| appeal.last_day)),
        ("the expected day of the decision", facts.extension.as_ref().map(|extension| extension.expected)),
        ("the last day for a suit", facts.court.as_ref().and_then(|court| court.last_day)),
        ("the day by which to answer", facts.task.as_ref().map(|task| task.answer_by)),
        ("the day on which an answer is due", facts.road.as_ref().and_then(|road| road.answer_by)),
    ];
    let past = ahead.into_iter().find_map(|(what, day)| {
        day.filter(|day| *day <= date)
            .map(|day| format!("{}, {what}, is not after the date of the letter.", long_date(day)))
    });
    let cite = letter.cite("39 CFR 266.6(a)(2)", "20 CFR 401.50(b)");
    letter.record("days-ahead", "Every day that the letter sets lies ahead.", cite, past);
}

/// What must have happened before the letter can be dated.
fn what_happened(facts: &LetterFacts) -> Vec<(&'static str, Option<chrono::NaiveDate>)> {
    let appeal = facts.appeal_decision.as_ref();
    vec![
        ("the day of receipt", Some(facts.received)),
        ("the answer of the search", facts.search.as_ref().map(|search| search.on)),
        ("the determination", facts.decided),
        ("the receipt of the appeal", appeal.map(|appeal| appeal.received)),
        ("the decision that the appeal is against", appeal.and_then(|appeal| appeal.against)),
        ("the filing of the statement", facts.statement.as_ref().map(|statement| statement.filed)),
        ("the disclosure", facts.recipient.as_ref().map(|recipient| recipient.disclosed)),
        (
            "the sending of the record",
            facts.representative.as_ref().map(|representative| representative.sent),
        ),
        ("the forwarding of the request", facts.forwarded_to.as_ref().and_then(|referral| referral.sent)),
        ("the withdrawal", facts.withdrawn),
        ("the request for what was missing", facts.asked_for_missing),
        ("the disposal", facts.disposal.as_ref().map(|disposal| disposal.on)),
        ("a disclosure that it lists", facts.disclosures.iter().map(|disclosure| disclosure.on).max()),
    ]
}

/// Acknowledgement, what is missing, delay.
fn before_decision(letter: &mut Inspection<'_>) {
    let facts = &letter.letter.facts;
    if letter.is(&[Acknowledgement]) && letter.usps() {
        let office = letter
            .unsaid("which office handles the request", [facts.handling_office.as_deref().unwrap_or("")]);
        letter.record(
            "handling-office",
            "It names the office that handles the request.",
            "39 CFR 266.5(a)(1)",
            office,
        );
        // A request may have to be acknowledged before anybody knows which system it is about.
        if let Some(system) = &facts.system {
            let unsaid = letter.unsaid("the system of records", [system.number.as_str()]);
            letter.record("system-named", "It names the system of records.", "39 CFR 266.5(a)(1)", unsaid);
        }
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
            letter.unsaid("what is missing", facts.missing.iter().map(|missing| missing.what.as_str()))
        };
        let cite = letter.cite("39 CFR 266.5(a)(1)", "GN 03340.075");
        letter.record("missing-listed", "It lists everything that is missing.", cite, missing);
    }
    if letter.is(&[Deficiency]) {
        let by = facts.cure_by.map(long_date).unwrap_or_default();
        let how = letter.unsaid("by when to send it", [by.as_str()]).or_else(|| {
            (!letter.has_clause("deficiency.how"))
                .then(|| "The letter does not say how to send it.".to_owned())
        });
        let cite = letter.cite("39 CFR 266.5(a)(1)", "GN 03340.075");
        letter.record("how-to-supply", "It says how, and by when, to send what is missing.", cite, how);
    }
    if letter.is(&[Delay]) {
        let reason = facts.delay.as_ref().map_or("", |delay| delay.reason.as_str());
        let day = facts.delay.as_ref().map(|delay| long_date(delay.expected)).unwrap_or_default();
        let fault = letter
            .unsaid("the reason for the delay", [reason])
            .or_else(|| letter.unsaid("when to expect the answer", [day.as_str()]));
        let cite = letter.cite("5 U.S.C. 552(a)(6)(B)(i)", "20 CFR 401.50(b)");
        letter.record("delay-explained", "It gives the reason and the expected day.", cite, fault);
        if let Some(more_time) = facts.delay.as_ref().and_then(|delay| delay.more_time.as_ref()) {
            let fault = letter.unsaid("what is unusual", more_time.unusual.iter().map(String::as_str));
            letter.record(
                "unusual-circumstances",
                "It states the unusual circumstances for which more time is taken.",
                "5 U.S.C. 552(a)(6)(B)(i)",
                fault,
            );
        }
    }
}
