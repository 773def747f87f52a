//! The forms that a requester may be sent: fillable, tagged, in English or Spanish.
//!
//! Their words stand in `forms.toml`. A form has no case and no person: what is known of them the requester writes.

mod layout;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;

use super::{Language, LetterError};
use crate::law::terms;

pub(super) use layout::lay_out;

terms! {
    /// What a form is for.
    FormKind {
        /// Shows who asks (39 CFR 266.5(b)(2)(i); 20 CFR 401.45(b)(5)).
        CertificationOfIdentity = "certification-of-identity" => "Certification of identity",
        /// Lets the agency disclose to somebody else (20 CFR 401.100; the Postal Service's privacy waiver, 39 CFR 266.5(b)(2)(iii)).
        Consent = "consent" => "Consent or privacy waiver",
        /// Goes with a record that is not changed (5 U.S.C. 552a(d)(3)).
        StatementOfDisagreement = "statement-of-disagreement" => "Statement of disagreement",
        /// Names who receives a medical record (20 CFR 401.55(b)(1)(ii), (c)(2)(ii); 39 CFR 266.5(b)(4)).
        MedicalRepresentativeDesignation = "medical-representative-designation" => "Designation of a medical representative",
    }
}

/// A form in one language, ready to be set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// What it is for.
    pub kind: FormKind,
    /// The agency.
    pub agency: String,
    /// The language.
    pub language: Language,
    /// Its title.
    pub title: String,
    /// The sending office, whose name and address stand above it.
    pub letterhead: super::Letterhead,
    /// What it says and asks, in order.
    pub items: Vec<FormItem>,
    /// The paragraphs that it serves.
    pub cites: Vec<String>,
    /// The day of its words.
    pub dated: NaiveDate,
}

/// One heading, paragraph or field of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormItem {
    /// How it is set.
    pub style: ItemStyle,
    /// The words: of a field, its label, which a screen reader says.
    pub words: String,
    /// The name of the field; empty where nothing is filled in.
    pub name: String,
    /// The lines that a field has room for.
    pub rows: u32,
}

/// How an item of a form is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ItemStyle {
    /// A heading (H2).
    Heading,
    /// A paragraph.
    Text,
    /// One line to fill in.
    Field,
    /// Several lines to fill in.
    Area,
    /// A box to check.
    Check,
    /// A line for a signature by hand.
    Sign,
}

#[derive(Deserialize)]
struct FormFile {
    dated: String,
    form: Vec<FormEntry>,
    ending: Vec<ItemEntry>,
}

#[derive(Deserialize)]
struct FormEntry {
    kind: FormKind,
    en: String,
    es: String,
    cites: BTreeMap<String, Vec<String>>,
    item: Vec<ItemEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ItemEntry {
    style: ItemStyle,
    #[serde(default)]
    agencies: Vec<String>,
    #[serde(default)]
    name: String,
    #[serde(default)]
    rows: Option<u32>,
    en: String,
    es: String,
}

/// The form of an agency in a language.
///
/// # Errors
/// When the agency has no such form, or the file of the forms cannot be read.
pub fn form(
    kind: FormKind,
    agency: &str,
    language: Language,
    letterhead: &super::Letterhead,
) -> Result<Form, LetterError> {
    let unreadable = |cause: String| {
        LetterError::new(format!("The file of the forms cannot be read: {cause}. Correct that file."))
    };
    let file: FormFile =
        toml::from_str(include_str!("forms.toml")).map_err(|error| unreadable(error.to_string()))?;
    let dated = file.dated.parse().map_err(|_| unreadable(format!("“{}” is not a date", file.dated)))?;
    let entry = file.form.into_iter().find(|entry| entry.kind == kind && entry.cites.contains_key(agency));
    let Some(entry) = entry else {
        return Err(LetterError::new(format!(
            "There is no form “{}” of the agency “{agency}”. Choose another form.",
            kind.words()
        )));
    };
    let here =
        |item: &ItemEntry| item.agencies.is_empty() || item.agencies.iter().any(|known| known == agency);
    let mut items: Vec<FormItem> =
        entry.item.into_iter().chain(file.ending).filter(here).map(|item| item.said_in(language)).collect();
    if language == Language::Spanish {
        items.insert(0, FormItem::unapproved());
    }
    Ok(Form {
        kind,
        agency: agency.to_owned(),
        language,
        title: if language == Language::Spanish { entry.es } else { entry.en },
        letterhead: letterhead.clone(),
        items,
        cites: entry.cites.get(agency).cloned().unwrap_or_default(),
        dated,
    })
}

impl ItemEntry {
    fn said_in(self, language: Language) -> FormItem {
        let rows = match self.style {
            ItemStyle::Area => self.rows.unwrap_or(3),
            ItemStyle::Field | ItemStyle::Check | ItemStyle::Sign | ItemStyle::Heading | ItemStyle::Text => 1,
        };
        let words = if language == Language::Spanish { self.es } else { self.en };
        FormItem { style: self.style, words, name: self.name, rows }
    }
}

impl FormItem {
    /// What a Spanish paper says of itself until its words are approved.
    fn unapproved() -> Self {
        Self {
            style: ItemStyle::Text,
            words: super::language::UNAPPROVED.to_owned(),
            name: String::new(),
            rows: 1,
        }
    }
}
