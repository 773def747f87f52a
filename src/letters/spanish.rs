//! The Spanish text beside the English: its clauses, titles and phrases, and how it spells days and counts.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use minijinja::{Environment, Error, ErrorKind};
use serde::Deserialize;

use super::{LetterError, LetterKind};

/// The Spanish words of the program.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Spanish {
    titles: BTreeMap<LetterKind, String>,
    phrases: BTreeMap<String, String>,
    /// The texts of the clauses, by their ids.
    pub clauses: BTreeMap<String, String>,
}

impl Spanish {
    pub(super) fn built_in() -> Result<Arc<Self>, LetterError> {
        let read = toml::from_str(include_str!("clauses/spanish.toml"));
        read.map(Arc::new).map_err(|error| {
            LetterError::new(format!(
                "The clause file “spanish.toml” cannot be read: {error}. Correct that file."
            ))
        })
    }

    pub(super) fn title(&self, kind: LetterKind) -> Option<&str> {
        self.titles.get(&kind).map(String::as_str)
    }

    /// A phrase of the rulebook in Spanish; what nobody has put into Spanish stays as it is, between quotation marks.
    fn phrase(&self, english: &str) -> String {
        match self.phrases.get(english.trim_end_matches('.')) {
            Some(spanish) => spanish.clone(),
            None => format!("“{english}”"),
        }
    }

    /// Adds what Spanish texts use.
    pub(super) fn teach(spanish: &Arc<Self>, environment: &mut Environment<'static>) {
        let known = Arc::clone(spanish);
        environment.add_filter("es", move |english: String| known.phrase(&english));
        environment.add_filter("fecha", fecha);
        environment.add_filter("paginas", paginas);
    }
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
