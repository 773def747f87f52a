//! The languages of letters and forms.

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
    /// The tag by which a screen reader chooses its voice.
    pub(super) fn tag(self) -> &'static str {
        match self {
            Self::English => "en-US",
            Self::Spanish => "es-US",
        }
    }
}
