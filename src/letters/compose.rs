//! Facts and clauses become a letter.
//!
//! Pure: no clock, no file. Whether the letter may be issued is for `checks`; this only refuses what has no form.

use super::clauses::Clause;
use super::given::{template_values, tidied};
use super::language::UNAPPROVED;
use super::wording::close_up;
use super::{
    Audience, BlockStyle, ClauseBook, Language, Letter, LetterBlock, LetterError, LetterFacts, LetterKind,
    fit,
};

/// Composes the letter that the facts ask for, in English.
///
/// # Errors
/// When the agency has no such letter for this request, or when a clause needs a fact that is not there. The sentence
/// says which.
pub fn compose(book: &ClauseBook, facts: &LetterFacts) -> Result<Letter, LetterError> {
    compose_in(book, facts, Language::English)
}

/// Composes the letter in a language: the same clauses, in other words.
///
/// # Errors
/// As [`compose`]; and when a clause has no text in that language.
pub fn compose_in(book: &ClauseBook, facts: &LetterFacts, language: Language) -> Result<Letter, LetterError> {
    let facts = tidied(facts);
    fit::refuse_what_has_no_form(&facts)?;
    let values = template_values(&facts);
    let mut blocks = Vec::new();
    if language == Language::Spanish && facts.translation_approved_by.is_none() {
        blocks.push(unapproved());
    }
    let before = blocks.len();
    for clause in book.clauses_for(facts.kind, &facts.agency) {
        if book.holds(clause, &values)? {
            let rendered = match language {
                Language::English => book.render(clause, &values)?,
                Language::Spanish => book.render_spanish(clause, &values)?,
            };
            blocks.push(block(clause, pieces(clause.style, &rendered), &facts)?);
        }
    }
    if blocks.len() == before {
        return Err(LetterError::new(format!(
            "There are no clauses for the letter “{}” of the agency “{}”. Write them, or choose another letter.",
            facts.kind.words(),
            facts.agency
        )));
    }
    let title = match language {
        Language::English => title_of(facts.kind).to_owned(),
        Language::Spanish => book.spanish_title(facts.kind)?,
    };
    Ok(Letter {
        kind: facts.kind,
        language,
        title,
        blocks,
        facts,
        clauses_version: book.version().to_owned(),
    })
}

/// What a Spanish letter says of itself until its translation is approved.
fn unapproved() -> LetterBlock {
    LetterBlock {
        clause: "translation.unapproved".to_owned(),
        style: BlockStyle::Paragraph,
        text: vec![UNAPPROVED.to_owned()],
        cites: Vec::new(),
    }
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
        LetterKind::Denial | LetterKind::ConfidentialSource => "Decision on a request for records",
        LetterKind::Extension => "Our decision will take longer",
        LetterKind::FinalAmendment => "Final decision on a request to amend a record",
        LetterKind::FinalAccess => "Final decision on a request for records",
        LetterKind::RecipientNotice => "Notice about a record that we gave you",
        LetterKind::StatementFiled => "We filed your statement of disagreement",
        LetterKind::Referral => "Who answers your request",
        LetterKind::MedicalRepresentative => "Where we sent the medical record",
        LetterKind::MedicalTransmittal => "A medical record for you to review",
        LetterKind::MinorNote => "A note about your medical record",
        LetterKind::Fee => "The charge for your copies",
        LetterKind::Accounting => "Disclosures of your record",
        LetterKind::FoiaRoute => "How your request is answered",
        LetterKind::ConsentReturned => "We cannot use this consent yet",
        LetterKind::Inspection => "Your appointment to see records",
        LetterKind::Withdrawal => "You withdrew your request",
        LetterKind::ClosedUnanswered => "We closed your case",
        LetterKind::Tasking => "Search for records under the Privacy Act",
        LetterKind::SearchAttestation => "Search attestation",
        LetterKind::RoutingSlip => "Routing slip",
        LetterKind::AppealTransmittal => "File for the decision on an appeal",
        LetterKind::DisposalCertificate => "Certificate of disposal",
        LetterKind::Envelope => "Envelope",
        LetterKind::CertifiedMail => "Entries for the certified mail form",
    }
}

/// The words above the signature; nothing for a paper that nobody signs, or that another signs on its own lines.
pub(super) fn closing_words(kind: LetterKind, language: Language) -> Option<&'static str> {
    match kind {
        LetterKind::DisposalCertificate => Some("Certified by:"),
        LetterKind::Tasking | LetterKind::AppealTransmittal => Some("Sent by:"),
        LetterKind::SearchAttestation
        | LetterKind::RoutingSlip
        | LetterKind::Envelope
        | LetterKind::CertifiedMail => None,
        LetterKind::Acknowledgement
        | LetterKind::Deficiency
        | LetterKind::Delay
        | LetterKind::Grant
        | LetterKind::Notification
        | LetterKind::Amended
        | LetterKind::AmendmentRefused
        | LetterKind::Denial
        | LetterKind::ConfidentialSource
        | LetterKind::Extension
        | LetterKind::FinalAmendment
        | LetterKind::FinalAccess
        | LetterKind::RecipientNotice
        | LetterKind::StatementFiled
        | LetterKind::Referral
        | LetterKind::MedicalRepresentative
        | LetterKind::MedicalTransmittal
        | LetterKind::MinorNote
        | LetterKind::Fee
        | LetterKind::Accounting
        | LetterKind::FoiaRoute
        | LetterKind::ConsentReturned
        | LetterKind::Inspection
        | LetterKind::Withdrawal
        | LetterKind::ClosedUnanswered => Some(language.sincerely()),
    }
}

/// What comes with the letter, one phrase each.
pub(super) fn enclosures(facts: &LetterFacts, language: Language) -> Vec<String> {
    let mut enclosed = match &facts.access {
        Some(access)
            if access.how == "copies" && access.pages > 0 && facts.kind.audience() == Audience::Requester =>
        {
            vec![format!("{}, {}", language.copies_of_records(), language.pages(access.pages))]
        }
        _ => Vec::new(),
    };
    if facts.kind == LetterKind::MedicalTransmittal
        && let Some(representative) = &facts.representative
    {
        enclosed.push(format!("{}, {}", language.medical_record(), language.pages(representative.pages)));
    }
    if facts.kind == LetterKind::RecipientNotice
        && let Some(statement) = &facts.statement
    {
        enclosed.push(format!("{}, {}", language.statement(), language.pages(statement.pages)));
    }
    enclosed.extend(facts.papers.iter().cloned());
    enclosed
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

/// What parts the cells of a row of a table in [`LetterBlock::text`].
pub(super) const CELL: &str = "\t";

/// Cuts a rendered clause into what its style holds: items, lines, or one text.
fn pieces(style: BlockStyle, rendered: &str) -> Vec<String> {
    let lines = rendered.lines().map(str::trim).filter(|line| !line.is_empty());
    match style {
        BlockStyle::Heading | BlockStyle::Paragraph => {
            vec![close_up(&lines.collect::<Vec<_>>().join(" "))]
        }
        BlockStyle::Address | BlockStyle::Fields => lines.map(close_up).collect(),
        BlockStyle::Table => {
            lines.map(|line| line.split('|').map(close_up).collect::<Vec<_>>().join(CELL)).collect()
        }
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
