//! What every letter must have: who writes to whom about what, on which day; and the letters that precede a decision.

use super::super::LetterKind::{Acknowledgement, AmendmentRefused, Deficiency, Delay};
use super::super::reply::Reply;
use super::super::wording::long_date;
use super::Inspection;

pub(super) fn inspect(letter: &mut Inspection<'_>) {
    frame(letter);
    dates(letter);
    before_decision(letter);
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
    letter.record("letterhead", "The letterhead names the office and its address.", cite, office);

    let official = (facts.signer.name.is_empty() || facts.signer.title.is_empty())
        .then(|| "The official's name or title is missing from the signature.".to_owned());
    let cite = if letter.is(&[AmendmentRefused]) {
        letter.cite("39 CFR 266.5(b)(6)", "20 CFR 401.65(e)")
    } else {
        "office rule"
    };
    letter.record("official-named", "The official who signs is named, with title.", cite, official);

    if letter.reply == Reply::MinorMedical {
        // The prescribed words stand alone; the case number stands above them.
        return;
    }
    let case = letter.unsaid("the case number", [facts.case_number.as_str()]);
    let cite = letter.receipt_cite();
    letter.record("case-number", "The letter gives the case number.", cite, case);

    let received = letter.unsaid("the day of receipt", [long_date(facts.received).as_str()]);
    letter.record("receipt-date", "The letter says when the request was received.", cite, received);
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
        format!("The letter is dated {}, {what}, {}.", long_date(date), long_date(other))
    });
    let cite = letter.receipt_cite();
    letter.record("date", "The letter is not dated before what it answers.", cite, fault);

    let ahead = [
        ("the day by which to send what is missing", facts.cure_by),
        ("the expected day of the answer", facts.delay.as_ref().map(|delay| delay.expected)),
        ("the last day for an appeal", facts.appeal.as_ref().and_then(|appeal| appeal.last_day)),
    ];
    let past = ahead.into_iter().find_map(|(what, day)| {
        day.filter(|day| *day <= date)
            .map(|day| format!("{}, {what}, is not after the date of the letter.", long_date(day)))
    });
    let cite = letter.cite("39 CFR 266.6(a)(2)", "20 CFR 401.50(b)");
    letter.record("days-ahead", "Every day that the letter sets lies ahead.", cite, past);
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
        letter.record(
            "delay-explained",
            "It gives the reason and the expected day.",
            "20 CFR 401.50(b)",
            fault,
        );
    }
}
