//! The languages of letters and forms, and the words of the frame in each.

use chrono::NaiveDate;

use super::spanish;
use super::wording;
use super::{Audience, LetterKind};
use crate::law::terms;

terms! {
    /// The language of a letter or form.
    Language {
        /// English, in which every letter is issued.
        English = "en" => "English",
        /// Spanish, beside the English; its words wait for an official translator's approval.
        Spanish = "es" => "Spanish",
    }
}

/// What a Spanish paper says of itself until an official translator has approved its words.
pub(super) const UNAPPROVED: &str =
    "Traducción pendiente de aprobación por un traductor oficial. El texto en inglés es el que vale.";

impl Language {
    /// The language of a letter of which nothing is said.
    pub fn unless_said() -> Self {
        Self::English
    }

    /// The languages that a letter can be written in: Spanish goes beside the English to whoever asked, and to nobody else.
    pub fn of(kind: LetterKind) -> &'static [Self] {
        match kind.audience() {
            Audience::Requester => &[Self::English, Self::Spanish],
            Audience::Recipient | Audience::Representative | Audience::Subject | Audience::Office => {
                &[Self::English]
            }
        }
    }

    /// Whether it is the language in which every letter is issued.
    pub fn is_english(&self) -> bool {
        *self == Self::English
    }

    /// The tag by which a screen reader chooses its voice.
    pub(super) fn tag(self) -> &'static str {
        match self {
            Self::English => "en-US",
            Self::Spanish => "es-US",
        }
    }

    pub(super) fn long_date(self, date: NaiveDate) -> String {
        match self {
            Self::English => wording::long_date(date),
            Self::Spanish => spanish::long_date(date),
        }
    }

    pub(super) fn pages(self, count: u32) -> String {
        match self {
            Self::English => wording::pages(count),
            Self::Spanish => spanish::paginas(count),
        }
    }

    pub(super) fn page_of(self, page: usize, count: usize) -> String {
        match self {
            Self::English => format!("Page {page} of {count}"),
            Self::Spanish => format!("Página {page} de {count}"),
        }
    }

    pub(super) fn case_number(self) -> &'static str {
        match self {
            Self::English => "Case number",
            Self::Spanish => "Número de caso",
        }
    }

    pub(super) fn system_of_records(self) -> &'static str {
        match self {
            Self::English => "System of records",
            Self::Spanish => "Sistema de registros",
        }
    }

    pub(super) fn enclosed(self) -> &'static str {
        match self {
            Self::English => "Enclosed",
            Self::Spanish => "Con esta carta",
        }
    }

    pub(super) fn sincerely(self) -> &'static str {
        match self {
            Self::English => "Sincerely,",
            Self::Spanish => "Atentamente,",
        }
    }

    pub(super) fn seal_of(self, agency: &str) -> String {
        match self {
            Self::English => format!("Seal of the {agency}"),
            Self::Spanish => format!("Sello de {agency}"),
        }
    }

    pub(super) fn signature_of(self, official: &str) -> String {
        match self {
            Self::English => format!("Signature of {official}"),
            Self::Spanish => format!("Firma de {official}"),
        }
    }

    pub(super) fn copies_of_records(self) -> &'static str {
        match self {
            Self::English => "Copies of records",
            Self::Spanish => "Copias de registros",
        }
    }

    pub(super) fn medical_record(self) -> &'static str {
        match self {
            Self::English => "The medical record",
            Self::Spanish => "El registro médico",
        }
    }

    pub(super) fn statement(self) -> &'static str {
        match self {
            Self::English => "Statement of disagreement",
            Self::Spanish => "Declaración de desacuerdo",
        }
    }
}
