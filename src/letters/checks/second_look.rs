//! What the letters of an appeal or review must say: more time, the final decision, the court, the statement of disagreement.

use super::super::LetterKind::{Extension, FinalAccess, FinalAmendment, StatementFiled};
use super::super::PartFacts;
use super::super::reply::Reply;
use super::super::wording::long_date;
use super::Inspection;

pub(super) fn inspect(letter: &mut Inspection<'_>) {
    received(letter);
    extension(letter);
    if letter.is(&[FinalAmendment, FinalAccess]) {
        decision(letter);
        court(letter);
    }
    statement(letter);
}

fn received(letter: &mut Inspection<'_>) {
    if !letter.is(&[Extension, FinalAmendment, FinalAccess]) {
        return;
    }
    let day = letter.letter.facts.appeal_decision.as_ref().map(|appeal| long_date(appeal.received));
    let fault = letter.unsaid("when the appeal or review was received", [day.as_deref().unwrap_or("")]);
    let cite = letter.cite("39 CFR 266.6(a)", "20 CFR 401.70");
    letter.record("appeal-receipt", "It says when the appeal or review was received.", cite, fault);
}

fn extension(letter: &mut Inspection<'_>) {
    if !letter.is(&[Extension]) {
        return;
    }
    let amendment = letter.letter.facts.request_kind == "amendment";
    let ssa = if amendment { "20 CFR 401.70(b)(1)" } else { "20 CFR 401.70(d)" };
    let cite = letter.cite("5 U.S.C. 552a(d)(3)", ssa);
    let fault = match &letter.letter.facts.extension {
        None => Some("No reason for more time is recorded.".to_owned()),
        Some(extension) => letter
            .unsaid("the reason", [extension.reason.as_str()])
            .or_else(|| letter.unsaid("the expected day", [long_date(extension.expected).as_str()])),
    };
    letter.record("extension-explained", "It gives the reason and the expected day.", cite, fault);
    let approver = letter.letter.facts.extension.as_ref();
    let named = approver.map(|extension| [extension.approver.as_str(), extension.approver_title.as_str()]);
    let fault = letter.unsaid("who approved it, with title", named.unwrap_or_default());
    letter.record("extension-approved", "It names who approved the extra time, with title.", cite, fault);
}

fn decision(letter: &mut Inspection<'_>) {
    let facts = &letter.letter.facts;
    let amendment = letter.is(&[FinalAmendment]);
    let ssa = if amendment { "20 CFR 401.70(b)(2)" } else { "20 CFR 401.70(d)" };
    let cite = letter.cite("39 CFR 266.6(a)(4)", ssa);
    let outcome = facts.appeal_decision.as_ref().map_or("", |appeal| appeal.outcome.as_str());
    let neither = letter.reply == Reply::Neither;
    let clause = match (outcome, amendment) {
        _ if neither => "final.neither",
        ("granted", true) => "final.amended",
        ("granted-in-part", true) => "final.amended-part",
        (_, true) => "final.refused",
        ("granted", false) => "final.granted",
        ("granted-in-part", false) => "final.granted-part",
        (_, false) => "final.denied",
    };
    let fault = letter.without(clause, "The letter does not say what was decided.");
    letter.record("determination", "It says what was decided.", cite, fault);

    let given: &[&str] = if amendment { &["amended"] } else { &["granted"] };
    let fault = facts.parts.iter().find_map(|part| part_fault(letter, part, given, outcome));
    letter.record("parts-covered", "Every part has its outcome, as the decision says.", cite, fault);
    if outcome == "granted" {
        return;
    }
    let fault = letter.unsaid("that the decision is final", ["final decision"]);
    letter.record("final", "It says that this is the final decision.", cite, fault);
    let reasons = facts.appeal_decision.as_ref().map_or("", |appeal| appeal.reasons.as_str());
    let fault = (!neither).then(|| letter.unsaid("the reasons", [reasons])).flatten();
    letter.record("reason-given", "It gives the reasons.", cite, fault);
}

fn part_fault(letter: &Inspection<'_>, part: &PartFacts, given: &[&str], outcome: &str) -> Option<String> {
    if letter.reply == Reply::Neither {
        return None;
    }
    let is_given = given.contains(&part.outcome.as_str());
    if is_given && outcome == "upheld" || !is_given && outcome == "granted" {
        return Some(format!("“{}” is {}, against what the letter decides.", part.what, part.outcome));
    }
    let exemption = part.exemption.iter().flat_map(|exemption| [&exemption.statute, &exemption.rule]);
    letter
        .unsaid("one of the parts", [part.what.as_str()])
        .or_else(|| letter.unsaid("the exemption", exemption.map(String::as_str)))
}

/// Judicial review: in a district court, within the time that the statute gives.
fn court(letter: &mut Inspection<'_>) {
    let facts = &letter.letter.facts;
    if facts.appeal_decision.as_ref().is_some_and(|appeal| appeal.outcome == "granted") {
        return;
    }
    let amendment = letter.is(&[FinalAmendment]);
    let within = facts.court.as_ref().map_or("", |court| court.within.as_str());
    let fault = letter
        .unsaid("the right to go to court", ["district court"])
        .or_else(|| letter.unsaid("the paragraph of the suit", ["552a(g)(1)"]))
        .or_else(|| letter.unsaid("the time for a suit", [within]));
    let ssa = if amendment { "20 CFR 401.70(b)(2)(iii)" } else { "20 CFR 401.70(d)" };
    let cite = letter.cite("39 CFR 266.6(a)(4)", ssa);
    letter.record("court", "It explains the right to judicial review, and for how long.", cite, fault);

    if amendment {
        let clause = if letter.usps() { "final.statement" } else { "final.statement-ssa" };
        let fault =
            letter.without(clause, "The letter does not offer a statement of disagreement.").or_else(|| {
                letter.unsaid(
                    "what becomes of the statement",
                    ["will get your statement", "got the record before"],
                )
            });
        let cite = letter.cite("39 CFR 266.6(b)", "20 CFR 401.70(b)(3)");
        letter.record(
            "statement-offered",
            "It offers a statement of disagreement and says what becomes of it.",
            cite,
            fault,
        );
    }
}

/// The statement is filed: when, about what, and where it goes.
fn statement(letter: &mut Inspection<'_>) {
    if !letter.is(&[StatementFiled]) {
        return;
    }
    let fault = match &letter.letter.facts.statement {
        None => Some("No statement is filed.".to_owned()),
        Some(statement) => letter
            .unsaid("when it was filed", [long_date(statement.filed).as_str()])
            .or_else(|| letter.unsaid("what it disputes", [statement.about.as_str()]))
            .or_else(|| letter.unsaid("the agency's own reasons", statement.agency_reasons.as_deref())),
    };
    letter.record(
        "statement-filed",
        "It says when and on what the statement was filed.",
        "5 U.S.C. 552a(d)(3)",
        fault,
    );
    let fault = letter.without("statement.becomes", "The letter does not say what becomes of the statement.");
    let cite = letter.cite("39 CFR 266.3(c)", "20 CFR 401.70(b)(3)");
    letter.record("statement-becomes", "It says what becomes of the statement.", cite, fault);
}
