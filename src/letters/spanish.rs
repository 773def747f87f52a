//! The Spanish text beside the English: its clauses, titles, phrases and patterns, and how it spells days and counts.

mod pattern;

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use minijinja::{Environment, Error, ErrorKind};
use serde::Deserialize;

use super::{LetterError, LetterKind};
use pattern::Pattern;

/// The Spanish words of the program.
#[derive(Debug)]
pub(super) struct Spanish {
    titles: BTreeMap<LetterKind, String>,
    /// By the English phrase as [`folded`] gives it.
    phrases: BTreeMap<String, String>,
    /// Phrases in which something varies: a count, a sum, a day.
    patterns: Vec<Pattern>,
    /// The same for where and when to see records, which alone have typed words in them.
    appointments: Vec<Pattern>,
    /// The texts of the clauses, by their ids.
    pub clauses: BTreeMap<String, String>,
}

/// Them, as their file has them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SpanishFile {
    titles: BTreeMap<LetterKind, String>,
    phrases: BTreeMap<String, String>,
    patterns: BTreeMap<String, String>,
    appointments: BTreeMap<String, String>,
    clauses: BTreeMap<String, String>,
}

impl Spanish {
    pub(super) fn built_in() -> Result<Arc<Self>, LetterError> {
        let file: SpanishFile = toml::from_str(include_str!("clauses/spanish.toml")).map_err(|error| {
            LetterError::new(format!(
                "The clause file “spanish.toml” cannot be read: {error}. Correct that file."
            ))
        })?;
        let read = |patterns: &BTreeMap<String, String>| -> Result<Vec<Pattern>, LetterError> {
            patterns.iter().map(|(english, spanish)| Pattern::new(english, spanish)).collect()
        };
        Ok(Arc::new(Self {
            patterns: read(&file.patterns)?,
            appointments: read(&file.appointments)?,
            titles: file.titles,
            phrases: file.phrases.into_iter().map(|(english, spanish)| (folded(&english), spanish)).collect(),
            clauses: file.clauses,
        }))
    }

    pub(super) fn title(&self, kind: LetterKind) -> Option<&str> {
        self.titles.get(&kind).map(String::as_str)
    }

    /// The Spanish of a phrase, whether it is written with a capital and a full stop or without; nothing where it has none.
    pub(super) fn known(&self, english: &str) -> Option<String> {
        let bare = english.trim_end_matches('.');
        let whole = self.phrases.get(&folded(bare)).cloned();
        whole.or_else(|| self.patterns.iter().find_map(|pattern| pattern.put(bare, self)))
    }

    /// Where and when to see records; nothing where the words are not those of the program.
    pub(super) fn appointment(&self, english: &str) -> Option<String> {
        self.appointments.iter().find_map(|pattern| pattern.put(english, self))
    }

    /// A phrase in Spanish; what nobody has put into Spanish stays as it is, between quotation marks.
    fn phrase(&self, english: &str) -> String {
        self.known(english).unwrap_or_else(|| format!("“{}”", english.trim_end_matches('.')))
    }

    /// An office with its address: a name, which stays as it is on the door and the envelope, without the English article.
    fn office(&self, english: &str) -> String {
        self.known(english).unwrap_or_else(|| english.strip_prefix("the ").unwrap_or(english).to_owned())
    }

    /// Adds what Spanish texts use.
    pub(super) fn teach(spanish: &Arc<Self>, environment: &mut Environment<'static>) {
        let known = Arc::clone(spanish);
        environment.add_filter("es", move |english: String| known.phrase(&english));
        let known = Arc::clone(spanish);
        environment.add_filter("cita", move |english: String| {
            known.appointment(&english).unwrap_or_else(|| known.phrase(&english))
        });
        let known = Arc::clone(spanish);
        environment.add_filter("oficina", move |english: String| known.office(&english));
        environment.add_filter("fecha", fecha);
        environment.add_filter("paginas", paginas);
    }
}

/// A phrase without its last stop and with a small first letter, so that one that begins a sentence is found like one within.
fn folded(english: &str) -> String {
    let bare = english.trim_end_matches('.');
    let mut letters = bare.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// `2026-11-05` → `5 de noviembre de 2026`.
fn fecha(iso: String) -> Result<String, Error> {
    NaiveDate::parse_from_str(&iso, "%Y-%m-%d")
        .map(long_date)
        .map_err(|_| Error::new(ErrorKind::InvalidOperation, format!("“{iso}” is not a date")))
}

/// `5 de noviembre de 2026`.
pub(super) fn long_date(date: NaiveDate) -> String {
    const MONTHS: [&str; 12] = [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ];
    let month = MONTHS.get(date.month0() as usize).copied().unwrap_or_default();
    format!("{} de {month} de {}", date.day(), date.year())
}

/// `1 página`, `12 páginas`.
pub(super) fn paginas(count: u32) -> String {
    if count == 1 { "1 página".to_owned() } else { format!("{count} páginas") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_found_with_a_capital_and_a_stop_or_without() {
        let spanish = Spanish::built_in().unwrap();
        for english in ["by mail", "By mail", "by mail.", "By mail."] {
            assert_eq!(spanish.phrase(english), "por correo", "{english}");
        }
    }

    #[test]
    fn what_somebody_typed_stays_as_it_is_between_quotation_marks() {
        let spanish = Spanish::built_in().unwrap();
        assert_eq!(spanish.known("the orders of May, by name"), None);
        assert_eq!(spanish.phrase("the orders of May, by name."), "“the orders of May, by name”");
    }

    #[test]
    fn counts_sums_and_days_are_put_into_the_pattern() {
        let spanish = Spanish::built_in().unwrap();
        for (english, expected) in [
            ("90 calendar days", "90 días calendario"),
            ("12 working days", "12 días hábiles"),
            ("6 years", "6 años"),
            (
                "1 page without charge: the first 100 pages are free.",
                "1 página sin costo: las primeras 100 páginas son gratis",
            ),
            (
                "320 pages, the first 100 free, at $0.15 each: $33.00.",
                "320 páginas, las primeras 100 gratis, a $0.15 cada una: $33.00",
            ),
            (
                "12 pages at $0.10 each is $1.20: nothing is charged up to $25.00.",
                "12 páginas a $0.10 cada una son $1.20: no se cobra nada hasta $25.00",
            ),
            (
                "SSN or other identifying information",
                "número de Seguro Social, u otra información que identifique",
            ),
        ] {
            assert_eq!(spanish.known(english).as_deref(), Some(expected), "{english}");
        }
        assert_eq!(spanish.known("several calendar days"), None);
    }

    #[test]
    fn an_appointment_has_its_day_in_spanish_and_its_place_as_typed() {
        let spanish = Spanish::built_in().unwrap();
        let expected = "“Room 12, 475 Windrow Plaza”, el 2 de diciembre de 2026, hora: “10 a.m.”";
        for english in [
            "Room 12, 475 Windrow Plaza, on December 2, 2026 at 10 a.m.",
            "Room 12, 475 Windrow Plaza, on December 2, 2026, at 10 a.m.",
        ] {
            assert_eq!(spanish.appointment(english).as_deref(), Some(expected));
            // A reason that happens to have this form is the office's own words, and stays as it is.
            assert_eq!(spanish.known(english), None);
        }
    }

    #[test]
    fn an_office_keeps_its_name_and_loses_the_english_article() {
        let spanish = Spanish::built_in().unwrap();
        assert_eq!(spanish.office("your local Social Security office"), "su oficina local del Seguro Social");
        assert_eq!(spanish.office("the Records Office, 9 Sallow Street"), "Records Office, 9 Sallow Street");
    }
}
