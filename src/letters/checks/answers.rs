//! What letters that deny nothing must say: the charge, the accounting, another road, a consent, an appointment, an end.

use super::super::LetterKind::{
    Accounting, ClosedUnanswered, ConsentReturned, Fee, FoiaRoute, Inspection as Appointment, Withdrawal,
};
use super::super::wording::{dollars, long_date};
use super::Inspection;

pub(super) fn inspect(letter: &mut Inspection<'_>) {
    fee(letter);
    accounting(letter);
    road(letter);
    consent(letter);
    appointment(letter);
    end(letter);
}

fn fee(letter: &mut Inspection<'_>) {
    if !letter.is(&[Fee]) {
        return;
    }
    let fault = match &letter.letter.facts.fee {
        None => Some("The charge is not known.".to_owned()),
        Some(fee) => {
            let amount = dollars(fee.cents);
            letter
                .unsaid("how the charge was reckoned", [fee.basis.as_str(), fee.cite.as_str()])
                .or_else(|| (fee.cents > 0).then(|| letter.unsaid("the charge", [amount.as_str()])).flatten())
        }
    };
    let cite = letter.cite("39 CFR 266.7", "20 CFR 401.95");
    letter.record("fee-explained", "It states the charge and how it was reckoned.", cite, fault);
}

fn accounting(letter: &mut Inspection<'_>) {
    if !letter.is(&[Accounting]) {
        return;
    }
    let cite = letter.cite("39 CFR 266.3(d)", "20 CFR 401.80(b)");
    let fault = letter.letter.facts.disclosures.iter().find_map(|entry| {
        let day = long_date(entry.on);
        let said = [&day, &entry.nature, &entry.purpose, &entry.to, &entry.address];
        letter
            .unsaid("a disclosure with its date, nature, purpose, name and address", said.map(String::as_str))
    });
    letter.record(
        "disclosures-listed",
        "Each disclosure has its date, nature, purpose, name and address.",
        cite,
        fault,
    );

    let clause = if letter.usps() { "accounting.not-listed" } else { "accounting.not-listed-ssa" };
    let fault = letter
        .without(clause, "The letter does not say, as every such letter does, that not all is listed.")
        .or_else(|| {
            let telling =
                ["no disclosure was made", "no disclosures were made", "we left out", "we withheld"];
            letter.sentence_where(|sentence| {
                let lower = sentence.to_lowercase();
                telling.iter().any(|words| lower.contains(words))
            })
        });
    letter.record(
        "gives-nothing-away",
        "It says the same whether or not something is held back.",
        "5 U.S.C. 552a(c)(3)",
        fault,
    );
}

fn road(letter: &mut Inspection<'_>) {
    if !letter.is(&[FoiaRoute]) {
        return;
    }
    let fault = match &letter.letter.facts.road {
        None => Some("The road of the request is not known.".to_owned()),
        Some(road) => letter.unsaid("how the request is answered", [road.tell.as_str()]).or_else(|| {
            let day = road.answer_by.map(long_date)?;
            letter.unsaid("when the answer is due", [day.as_str()])
        }),
    };
    let cite = letter.cite("39 CFR 266.1", "20 CFR 401.25");
    letter.record("road-told", "It says how the request is answered instead.", cite, fault);
}

fn consent(letter: &mut Inspection<'_>) {
    if !letter.is(&[ConsentReturned]) {
        return;
    }
    let missing = &letter.letter.facts.missing;
    let fault = if missing.is_empty() {
        Some("Nothing is listed that has to be put right.".to_owned())
    } else {
        letter.unsaid("what is wrong with the consent", missing.iter().map(|fault| fault.what.as_str()))
    };
    let cite = letter.cite("39 CFR 266.5(b)(2)(iii)", "20 CFR 401.100");
    letter.record("faults-listed", "It says what has to be put right.", cite, fault);
}

fn appointment(letter: &mut Inspection<'_>) {
    if !letter.is(&[Appointment]) {
        return;
    }
    let access = letter.letter.facts.access.as_ref();
    let place = access.and_then(|access| access.where_and_when.as_deref()).unwrap_or("");
    let fault = letter.unsaid("where and when to see the records", [place]);
    let cite = letter.cite("39 CFR 266.5(b)(1)", "20 CFR 401.40(c)");
    letter.record("access-given", "It says where and when to see the records.", cite, fault);

    let clause = if letter.usps() { "grant.inspection-duties" } else { "grant.companion-ssa" };
    let fault = letter.without(clause, "The letter does not say what to do there, or how to bring a person.");
    let cite = letter.cite("39 CFR 266.5(b)(3)", "20 CFR 401.40(a)");
    letter.record("inspection-duties", "It says what to do there and how to bring a person.", cite, fault);
}

/// Withdrawn, or closed because nothing came: nothing was decided, and a new request may come.
fn end(letter: &mut Inspection<'_>) {
    if !letter.is(&[Withdrawal, ClosedUnanswered]) {
        return;
    }
    let facts = &letter.letter.facts;
    let days = if letter.is(&[Withdrawal]) {
        vec![facts.withdrawn]
    } else {
        vec![facts.asked_for_missing, facts.cure_by]
    };
    let days: Vec<String> = days.into_iter().map(|day| day.map(long_date).unwrap_or_default()).collect();
    let early = facts.cure_by.filter(|by| letter.is(&[ClosedUnanswered]) && *by >= facts.date);
    let fault = letter
        .unsaid("why the case is closed", days.iter().map(String::as_str))
        .or_else(|| letter.unsaid("that a new request may come", ["new request at any time"]))
        .or_else(|| early.map(|by| format!("There is still time until {}.", long_date(by))));
    let cite = letter.cite("39 CFR 266.5(a)(1)", "GN 03340.075");
    letter.record(
        "closed-openly",
        "It says why the case is closed, and that a new request may come.",
        cite,
        fault,
    );
}
