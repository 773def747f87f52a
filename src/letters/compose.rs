//! Facts and clauses become a letter.
//!
//! Pure: no clock, no file. Whether the letter may be issued is for `checks`; this only refuses what has no form.

use minijinja::value::{Serde, Value};

use super::clauses::Clause;
use super::numbers::mask_ssns;
use super::reply::{MINOR_MEDICAL, NEITHER, Reply};
use super::wording::{close_up, tidy};
use super::{BlockStyle, ClauseBook, Letter, LetterBlock, LetterError, LetterFacts, LetterKind};

/// The outcome of a part that is evidence or a finding in a claim (20 CFR 401.65(b)): refused, with its own wording.
pub(super) const CLAIM_EVIDENCE: &str = "refused-claim-evidence";

/// Composes the letter that the facts ask for.
///
/// # Errors
/// When the agency has no such letter for this request, or when a clause needs a fact that is not there. The sentence
/// says which.
pub fn compose(book: &ClauseBook, facts: &LetterFacts) -> Result<Letter, LetterError> {
    let facts = tidied(facts);
    refuse_what_has_no_form(&facts)?;
    let values = template_values(&facts);
    let mut blocks = Vec::new();
    for clause in book.clauses_for(facts.kind, &facts.agency) {
        if book.holds(clause, &values)? {
            let text = pieces(clause.style, &book.render(clause, &values)?);
            blocks.push(block(clause, text, &facts)?);
        }
    }
    if blocks.is_empty() {
        return Err(LetterError::new(format!(
            "There are no clauses for the letter “{}” of the agency “{}”. Write them, or choose another letter.",
            facts.kind.words(),
            facts.agency
        )));
    }
    Ok(Letter {
        kind: facts.kind,
        language: "en".to_owned(),
        title: title_of(facts.kind).to_owned(),
        blocks,
        facts,
        clauses_version: book.version().to_owned(),
    })
}

/// The title of each kind of letter: what the reader sees first, and the name of the PDF.
pub(super) fn title_of(kind: LetterKind) -> &'static str {
    match kind {
        LetterKind::Acknowledgement => "We have your request",
        LetterKind::Deficiency => "We need something more from you",
        LetterKind::Delay => "Our answer will take longer",
        LetterKind::Grant => "Access to records",
        LetterKind::Notification => "Answer on whether we have records",
        LetterKind::Amended => "We changed the record",
        LetterKind::AmendmentRefused => "Decision on a request to amend a record",
    }
}

/// What comes with the letter, one phrase each.
pub(super) fn enclosures(facts: &LetterFacts) -> Vec<String> {
    match &facts.access {
        Some(access) if access.how == "copies" && access.pages > 0 => {
            vec![format!("Copies of records, {}", super::wording::pages(access.pages))]
        }
        _ => Vec::new(),
    }
}

fn refuse_what_has_no_form(facts: &LetterFacts) -> Result<(), LetterError> {
    let amendment = facts.request_kind == "amendment";
    let guarded = |outcome: &str| facts.parts.iter().any(|part| part.outcome == outcome);
    if facts.kind != LetterKind::Notification && (guarded(NEITHER) || guarded(MINOR_MEDICAL)) {
        return Err(LetterError::new(
            "This letter would give away whether a record exists. Answer with the letter “Answer to a request for \
             notification”, which does not.",
        ));
    }
    if guarded(MINOR_MEDICAL) && facts.agency != "ssa" {
        return Err(LetterError::new(
            "Only Social Security's rule prescribes words for a minor's medical record (20 CFR 401.55(c)(2)(iii)). Choose \
             another outcome.",
        ));
    }
    let sentence = match (facts.kind, facts.agency.as_str()) {
        (LetterKind::Acknowledgement, "ssa") if !amendment => {
            "Social Security's rule asks for no acknowledgement of this kind of request (20 CFR 401.50); only a request for \
             correction is acknowledged (20 CFR 401.65(c)). If the answer takes long, send a delay notice."
        }
        (LetterKind::Delay, "usps") => {
            "The Postal Service's rule has no delay notice (39 CFR 266.5). Answer the request, or ask for what is missing."
        }
        (LetterKind::Delay, "ssa") if amendment => {
            "Social Security's rule has no delay notice for a request for correction (20 CFR 401.65). Acknowledge it, then \
             decide it promptly."
        }
        (LetterKind::Amended | LetterKind::AmendmentRefused, _) if !amendment => {
            "This letter answers a request for amendment, and this case asks for something else. Choose another letter."
        }
        (LetterKind::Grant | LetterKind::Notification, _) if amendment => {
            "This letter answers a request for access or notification, and this case asks for an amendment. Choose another \
             letter."
        }
        _ => return Ok(()),
    };
    Err(LetterError::new(sentence))
}

fn block(clause: &Clause, text: Vec<String>, facts: &LetterFacts) -> Result<LetterBlock, LetterError> {
    if text.iter().all(String::is_empty) {
        return Err(LetterError::new(format!(
            "The letter was not written: its clause “{}” came out empty. Complete the case, then write the letter again. \
             Nothing was changed.",
            clause.id
        )));
    }
    Ok(LetterBlock {
        clause: clause.id.clone(),
        style: clause.style,
        text,
        cites: clause.cites_for(&facts.agency, &facts.request_kind),
    })
}

/// Cuts a rendered clause into what its style holds: items, lines, or one text.
fn pieces(style: BlockStyle, rendered: &str) -> Vec<String> {
    let lines = rendered.lines().map(str::trim).filter(|line| !line.is_empty());
    match style {
        BlockStyle::Heading | BlockStyle::Paragraph => {
            vec![close_up(&lines.collect::<Vec<_>>().join(" "))]
        }
        BlockStyle::Address => lines.map(close_up).collect(),
        BlockStyle::List => {
            let mut items: Vec<String> = Vec::new();
            for line in lines {
                match (line.strip_prefix("- "), items.last_mut()) {
                    (Some(item), _) => items.push(close_up(item)),
                    (None, Some(item)) => *item = close_up(&format!("{item} {line}")),
                    (None, None) => items.push(close_up(line)),
                }
            }
            items
        }
    }
}

/// The facts with composed characters, single spaces and masked numbers, as the letter keeps them.
fn tidied(facts: &LetterFacts) -> LetterFacts {
    let mut facts = facts.clone();
    let prose = |text: &mut String| *text = mask_ssns(&tidy(text));
    let plain = |text: &mut String| *text = tidy(text);
    let lines = |lines: &mut Vec<String>| {
        lines.iter_mut().for_each(|line| *line = tidy(line));
        lines.retain(|line| !line.is_empty());
    };
    plain(&mut facts.letterhead.agency);
    plain(&mut facts.letterhead.office);
    lines(&mut facts.letterhead.address);
    plain(&mut facts.addressee.name);
    lines(&mut facts.addressee.address);
    plain(&mut facts.case_number);
    plain(&mut facts.channel_words);
    plain(&mut facts.request_kind);
    plain(&mut facts.signer.name);
    plain(&mut facts.signer.title);
    facts.other_names.iter_mut().for_each(plain);
    facts.system_manager.iter_mut().for_each(plain);
    for text in [&mut facts.subject_name, &mut facts.handling_office, &mut facts.help_office] {
        text.iter_mut().for_each(prose);
    }
    if let Some(system) = &mut facts.system {
        plain(&mut system.number);
        prose(&mut system.name);
    }
    for missing in &mut facts.missing {
        prose(&mut missing.what);
        plain(&mut missing.cite);
    }
    if let Some(search) = &mut facts.search {
        [&mut search.by, &mut search.where_searched, &mut search.how].into_iter().for_each(prose);
    }
    for part in &mut facts.parts {
        plain(&mut part.outcome);
        [&mut part.what, &mut part.words].into_iter().for_each(prose);
    }
    if let Some(access) = &mut facts.access {
        access.where_and_when.iter_mut().for_each(prose);
    }
    if let Some(fee) = &mut facts.fee {
        prose(&mut fee.basis);
        plain(&mut fee.cite);
    }
    if let Some(delay) = &mut facts.delay {
        prose(&mut delay.reason);
    }
    if Reply::of(&facts) == Reply::MinorMedical {
        // The rule prescribes the whole answer, and an appeal beside it would give the record away.
        facts.appeal = None;
    }
    if let Some(appeal) = &mut facts.appeal {
        plain(&mut appeal.to);
        lines(&mut appeal.address);
        appeal.should_have.iter_mut().for_each(plain);
        appeal.within.iter_mut().for_each(plain);
        appeal.counted_from.iter_mut().for_each(plain);
    }
    facts
}

/// The facts as the clauses see them: what is not known is not there at all, so that no blank can be printed.
fn template_values(facts: &LetterFacts) -> Value {
    let mut values = serde_json::to_value(facts).unwrap_or_default();
    drop_unknown(&mut values);
    let whose = facts.subject_name.as_ref().map_or_else(|| "your".to_owned(), |name| format!("{name}’s"));
    let about = facts.subject_name.clone().unwrap_or_else(|| "you".to_owned());
    let outcome = |wanted: &str| facts.parts.iter().any(|part| part.outcome == wanted);
    let claim_parts: Vec<_> =
        facts.parts.iter().filter(|part| part.outcome == CLAIM_EVIDENCE).map(|part| &part.what).collect();
    if let serde_json::Value::Object(map) = &mut values {
        map.insert("reply".to_owned(), Reply::of(facts).name().into());
        map.insert("whose".to_owned(), whose.into());
        map.insert("about".to_owned(), about.into());
        map.insert("some_amended".to_owned(), outcome("amended").into());
        map.insert("claim_evidence".to_owned(), (!claim_parts.is_empty()).into());
        map.insert("claim_parts".to_owned(), serde_json::json!(claim_parts));
    }
    Value::from(Serde(values))
}

fn drop_unknown(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::Object(map) => {
            map.retain(|_, inner| !inner.is_null() && inner.as_str() != Some(""));
            map.values_mut().for_each(drop_unknown);
        }
        serde_json::Value::Array(items) => items.iter_mut().for_each(drop_unknown),
        _ => {}
    }
}
