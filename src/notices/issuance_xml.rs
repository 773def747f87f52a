//! The Privacy Act Issuances in XML: `pai`, `agency`, `section`, `subsection type="…"`.
//!
//! Many agencies have only pointers to the Federal Register there; those are no systems and are passed over.

use super::heading::{Found, Opens};
use super::markup::{Gathered, Token, attribute, tokens};
use super::piece::{Paragraph, Piece};

/// Whether a document is in this form.
pub(crate) fn is_this(text: &str) -> bool {
    text.contains("<subsection type=")
        || text.contains("<systemNumber")
        || text.contains("<pai>")
        || text.contains("<pai ")
}

/// What the type of a subsection opens, with the heading that the printed issuance has for it.
fn opens(kind: &str) -> Option<(Opens, &'static str)> {
    Some(match kind {
        "systemName" => (Opens::Name, "System name"),
        "securityClassification" => (Opens::Section("security_classification"), "Security classification"),
        "systemLocation" => (Opens::Section("system_location"), "System location"),
        "categoriesOfIndividuals" => {
            (Opens::Section("categories_of_individuals"), "Categories of individuals covered by the system")
        }
        "categoriesOfRecords" => {
            (Opens::Section("categories_of_records"), "Categories of records in the system")
        }
        "authorityForMaintenance" => (Opens::Section("authority"), "Authority for maintenance of the system"),
        "purpose" => (Opens::Section("purpose"), "Purpose(s)"),
        "routineUsesOfRecords" => {
            (Opens::Section("routine_uses"), "Routine uses of records maintained in the system")
        }
        "disclosureToConsumerReportingAgencies" | "disclosure" => {
            (Opens::Section("consumer_reporting_agencies"), "Disclosure to consumer reporting agencies")
        }
        "policiesAndPractices" => (Opens::Section("policies_and_practices"), "Policies and practices"),
        "storage" => (Opens::Section("storage"), "Storage"),
        "retrievability" => (Opens::Section("retrieval"), "Retrievability"),
        "safeguards" => (Opens::Section("safeguards"), "Safeguards"),
        "retentionAndDisposal" => (Opens::Section("retention"), "Retention and disposal"),
        "systemManager" => (Opens::Section("system_manager"), "System manager(s) and address"),
        "notificationProcedure" => (Opens::Section("notification_procedure"), "Notification procedure"),
        "recordAccessProcedures" => (Opens::Section("record_access_procedures"), "Record access procedures"),
        "contestingRecordProcedures" => {
            (Opens::Section("contesting_record_procedures"), "Contesting record procedures")
        }
        "recordSourceCategories" => (Opens::Section("record_sources"), "Record source categories"),
        "exemptionsClaimed" => (Opens::Section("exemptions"), "Exemptions claimed for the system"),
        "history" => (Opens::Section("history"), "History"),
        _ => return None,
    })
}

/// Turns the document into pieces.
pub(crate) fn pieces(text: &str) -> Vec<Piece> {
    let mut reader = Reader::default();
    for token in tokens(text) {
        reader.token(token);
    }
    reader.pieces
}

#[derive(Default)]
struct Reader {
    pieces: Vec<Piece>,
    words: Gathered,
    abbreviation: String,
    agency: bool,
    skipping: bool,
}

impl Reader {
    fn token(&mut self, token: Token<'_>) {
        match token {
            Token::Close("previouslyPublished") => {
                self.skipping = false;
                self.words.take();
            }
            _ if self.skipping => {}
            Token::Open("previouslyPublished", _, false) => self.skipping = true,
            Token::Words(words) => self.words.add(words),
            Token::Open("agency", _, _) => self.agency = true,
            Token::Close("name") if self.agency => {
                let name = self.words.take();
                self.heading(Opens::Preamble("agency"), "AGENCY");
                self.push(name);
                self.agency = false;
            }
            Token::Close("abbrev") => self.abbreviation = self.words.take(),
            Token::Open("section", _, _) => {
                self.words.take();
                self.pieces.push(Piece::End);
            }
            Token::Close("systemNumber") => {
                let number = self.words.take();
                // `-1` goes behind the agency's short name.
                let number =
                    if number.starts_with('-') { format!("{}{number}", self.abbreviation) } else { number };
                if !number.is_empty() {
                    self.heading(Opens::Number, "System number");
                    self.push(number);
                }
            }
            Token::Open("subsection", attributes, _) => {
                self.words.take();
                if let Some((opens, printed)) = attribute(attributes, "type").and_then(opens) {
                    self.heading(opens, printed);
                }
            }
            Token::Open("E" | "i" | "b" | "em" | "strong" | "sup", ..)
            | Token::Close("E" | "i" | "b" | "em" | "strong" | "sup") => {}
            Token::Open(..) | Token::Close(_) => self.flush(),
        }
    }

    fn heading(&mut self, opens: Opens, printed: &str) {
        self.pieces.push(Piece::Heading(Found { opens, printed: printed.to_owned(), rest: String::new() }));
    }

    fn flush(&mut self) {
        let words = self.words.take();
        self.push(words);
    }

    fn push(&mut self, words: String) {
        if words.is_empty() {
            return;
        }
        match super::heading::run_in(&words) {
            Some(found) => {
                self.heading(found.opens, &found.printed);
                self.push(found.rest);
            }
            None => self.pieces.push(Piece::Words(Paragraph::of(words))),
        }
    }
}
