//! What letters to others must say, and letters that send the requester or the record to others.

use super::super::LetterKind::{
    MedicalRepresentative, MedicalTransmittal, MinorNote, RecipientNotice, Referral,
};
use super::super::wording::{long_date, pages};
use super::Inspection;

pub(super) fn inspect(letter: &mut Inspection<'_>) {
    recipient(letter);
    referral(letter);
    medical(letter);
}

/// A correction with the right information, or a dispute with the statement.
fn recipient(letter: &mut Inspection<'_>) {
    if !letter.is(&[RecipientNotice]) {
        return;
    }
    let facts = &letter.letter.facts;
    let cite = letter.cite("39 CFR 266.3(c)", "20 CFR 401.65(d)");
    let fault = match &facts.recipient {
        None => Some("What the recipient got is not known.".to_owned()),
        Some(got) => letter
            .unsaid("when it was disclosed", [long_date(got.disclosed).as_str()])
            .or_else(|| letter.unsaid("what was disclosed", [got.what.as_str()])),
    };
    letter.record("disclosure-named", "It says what the recipient got, and when.", cite, fault);

    let fault = match facts.recipient.as_ref().map_or("", |got| got.notice.as_str()) {
        "correction" if facts.parts.is_empty() => Some("What was corrected is not known.".to_owned()),
        "correction" => facts
            .parts
            .iter()
            .find_map(|part| letter.unsaid("the correction", [part.what.as_str(), part.words.as_str()])),
        "dispute" => match &facts.statement {
            None => Some("No statement of disagreement goes with the letter.".to_owned()),
            Some(statement) => letter
                .unsaid("what is in dispute", [statement.about.as_str()])
                .or_else(|| {
                    letter.unsaid("that the statement is enclosed", ["statement of disagreement is enclosed"])
                })
                .or_else(|| letter.unsaid("the agency's own reasons", statement.agency_reasons.as_deref())),
        },
        other => Some(format!("“{other}” is neither a correction nor a dispute.")),
    };
    letter.record(
        "correction-or-dispute",
        "It gives the correction, or the dispute with the statement.",
        "5 U.S.C. 552a(c)(4), (d)(4)",
        fault,
    );
}

fn referral(letter: &mut Inspection<'_>) {
    if !letter.is(&[Referral]) {
        return;
    }
    let fault = match &letter.letter.facts.forwarded_to {
        None => Some("Where the request went is not known.".to_owned()),
        Some(to) if to.address.is_empty() => Some("The address of the other office is not known.".to_owned()),
        Some(to) => {
            let lines = [&to.why, &to.to].into_iter().chain(&to.address);
            letter.unsaid("where the request goes, and why", lines.map(String::as_str)).or_else(|| {
                let sent = to.sent.map(long_date);
                match &sent {
                    Some(day) => letter.unsaid("when it was forwarded", [day.as_str()]),
                    None => letter.without("referral.write", "The letter does not ask to write there."),
                }
            })
        }
    };
    let cite = letter.cite("39 CFR 266.5(a)(1)", "20 CFR 401.65(f)");
    letter.record("forwarded", "It says to whom the request was forwarded, or where to write.", cite, fault);
}

/// A medical record goes through the representative to the person, and nobody on the way decides.
fn medical(letter: &mut Inspection<'_>) {
    if !letter.is(&[MedicalRepresentative, MedicalTransmittal, MinorNote]) {
        return;
    }
    let facts = &letter.letter.facts;
    let cite = letter.cite("39 CFR 266.5(b)(4)", "20 CFR 401.55");
    let fault = match &facts.representative {
        None => Some("Who receives the record is not known.".to_owned()),
        Some(named) if letter.is(&[MedicalTransmittal]) => letter
            .unsaid("how many pages are enclosed", [pages(named.pages).as_str()])
            .or_else(|| (named.pages == 0).then(|| "No page is enclosed.".to_owned())),
        Some(named) => letter
            .unsaid("to whom the record went", [named.name.as_str()])
            .or_else(|| letter.unsaid("when it was sent", [long_date(named.sent).as_str()])),
    };
    letter.record("representative-named", "It says to whom the record went, or encloses it.", cite, fault);

    if letter.ssa() && !letter.is(&[MinorNote]) {
        let fault = letter.unsaid("that nothing may be withheld", ["may not withhold any part of it"]);
        letter.record(
            "nothing-withheld",
            "It says that the representative discusses, then releases, and withholds nothing.",
            "20 CFR 401.55(b)(1)(ii)",
            fault,
        );
    }
    let fault = letter.sentence_where(|sentence| {
        let lower = sentence.to_lowercase();
        ["decide", "discretion", "if you think it best", "judge"].iter().any(|word| lower.contains(word))
    });
    letter.record(
        "doctor-decides-nothing",
        "It does not let the doctor decide who sees the record.",
        cite,
        fault,
    );
}
