//! The clause book: every sentence a letter can have, from files that a lawyer can read and change.
//!
//! A clause says for which letters and agencies it is, under which condition it stands, where it stands, and which
//! paragraphs prescribe it. What a clause needs and the facts do not have is an error, never a blank.

use std::collections::BTreeMap;
use std::sync::Arc;

use minijinja::{Environment, Output, State, UndefinedBehavior, Value};
use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::spanish::Spanish;
use super::{BlockStyle, LetterError, LetterKind, wording};

/// The clause files, in the order in which their version is reckoned.
const FILES: &[(&str, &str)] = &[
    ("opening.toml", include_str!("clauses/opening.toml")),
    ("access.toml", include_str!("clauses/access.toml")),
    ("amendment.toml", include_str!("clauses/amendment.toml")),
    ("denial.toml", include_str!("clauses/denial.toml")),
    ("final.toml", include_str!("clauses/final.toml")),
    ("others.toml", include_str!("clauses/others.toml")),
    ("medical.toml", include_str!("clauses/medical.toml")),
    ("answers.toml", include_str!("clauses/answers.toml")),
    ("office.toml", include_str!("clauses/office.toml")),
    ("search.toml", include_str!("clauses/search.toml")),
    ("appeal.toml", include_str!("clauses/appeal.toml")),
    ("closing.toml", include_str!("clauses/closing.toml")),
];

/// The Spanish beside them, which counts for their version too.
const SPANISH: &str = include_str!("clauses/spanish.toml");

/// All clauses, checked and compiled when they are loaded.
#[derive(Debug)]
pub struct ClauseBook {
    clauses: Vec<Clause>,
    environment: Environment<'static>,
    spanish: Arc<Spanish>,
    version: String,
}

/// One clause, as its file has it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Clause {
    pub id: String,
    /// The position in the letter: clauses stand in ascending order.
    pub place: u32,
    pub kinds: Vec<LetterKind>,
    pub agencies: Vec<String>,
    /// The condition, over the facts; always, where there is none.
    #[serde(default)]
    pub when: Option<String>,
    pub style: BlockStyle,
    /// The paragraphs that prescribe it: those of one agency under its short name, those of the statute under `all`.
    #[serde(default)]
    pub cites: BTreeMap<String, Vec<String>>,
    pub text: String,
    /// The names under which its condition and its text are compiled.
    #[serde(skip)]
    compiled: (String, String),
    /// Whether an office worded it anew: then the Spanish beside the program's own words is not its translation.
    #[serde(skip)]
    pub own_words: bool,
}

impl Clause {
    /// The paragraphs that prescribe the clause for an agency.
    ///
    /// A key such as `ssa-amendment` holds for that kind of request in place of the agency's.
    pub(super) fn cites_for(&self, agency: &str, request_kind: &str) -> Vec<String> {
        let of_kind = self.cites.get(&format!("{agency}-{request_kind}"));
        let of_agency = of_kind.or_else(|| self.cites.get(agency));
        of_agency.into_iter().chain(self.cites.get("all")).flatten().cloned().collect()
    }
}

#[derive(Deserialize)]
struct ClauseFile {
    clause: Vec<Clause>,
}

impl ClauseBook {
    /// The clauses that come with the program.
    ///
    /// # Errors
    /// When a file cannot be read as clauses, when two clauses claim one id, when two of one letter claim one place,
    /// or when a condition or text is not well formed; the sentence names the clause.
    pub fn built_in() -> Result<Self, LetterError> {
        let mut clauses: Vec<Clause> = Vec::new();
        let mut hash = Sha256::new();
        for (name, text) in FILES {
            hash.update(name.as_bytes());
            hash.update([0]);
            hash.update(text.as_bytes());
            let file: ClauseFile = toml::from_str(text).map_err(|error| {
                LetterError::new(format!(
                    "The clause file “{name}” cannot be read: {error}. Correct that file."
                ))
            })?;
            clauses.extend(file.clause);
        }
        hash.update(SPANISH);
        Self::of(clauses, &hash.finalize())
    }

    /// A book of these clauses, proved.
    pub(super) fn of(mut clauses: Vec<Clause>, hash: &[u8]) -> Result<Self, LetterError> {
        clauses.sort_by_key(|clause| clause.place);
        let mut environment = environment();
        let spanish = Spanish::built_in()?;
        Spanish::teach(&spanish, &mut environment);
        for (id, text) in &spanish.clauses {
            let added = environment.add_template_owned(format!("es {id}"), text.clone());
            added.map_err(|error| {
                LetterError::new(format!("The Spanish of “{id}” is not well formed: {error}."))
            })?;
        }
        for (number, clause) in clauses.iter_mut().enumerate() {
            clause.compiled = (format!("when {number}"), format!("text {number}"));
            if let Some(condition) = &clause.when {
                // A condition is compiled as a text that says "holds" where it does.
                let text = format!("{{% if {condition} %}}holds{{% endif %}}");
                let added = environment.add_template_owned(clause.compiled.0.clone(), text);
                added.map_err(|error| broken(clause, &error))?;
            }
            let added = environment.add_template_owned(clause.compiled.1.clone(), clause.text.clone());
            added.map_err(|error| broken(clause, &error))?;
        }
        let version = hash.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        let book = Self { clauses, environment, spanish, version };
        book.prove()?;
        Ok(book)
    }

    /// Every clause, in order.
    pub(super) fn clauses(&self) -> &[Clause] {
        &self.clauses
    }

    /// The version: the first 12 hexadecimal digits of the SHA-256 of the clause files.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The clauses for a letter, in order, whether or not their conditions hold.
    pub(super) fn clauses_for<'a>(
        &'a self,
        kind: LetterKind,
        agency: &'a str,
    ) -> impl Iterator<Item = &'a Clause> + 'a {
        self.clauses.iter().filter(move |clause| {
            clause.kinds.contains(&kind) && clause.agencies.iter().any(|known| known == agency)
        })
    }

    /// Whether the clause stands in the letter with these facts.
    pub(super) fn holds(&self, clause: &Clause, facts: &Value) -> Result<bool, LetterError> {
        match &clause.when {
            None => Ok(true),
            Some(_) => Ok(!self.compiled(clause, &clause.compiled.0, facts)?.is_empty()),
        }
    }

    /// The text of the clause with these facts.
    pub(super) fn render(&self, clause: &Clause, facts: &Value) -> Result<String, LetterError> {
        self.compiled(clause, &clause.compiled.1, facts)
    }

    /// The Spanish text of the clause with these facts.
    pub(super) fn render_spanish(&self, clause: &Clause, facts: &Value) -> Result<String, LetterError> {
        if clause.own_words || !self.spanish.clauses.contains_key(&clause.id) {
            return Err(LetterError::new(format!(
                "The clause “{}” has no Spanish text. Write the letter in English. Nothing was changed.",
                clause.id
            )));
        }
        self.compiled(clause, &format!("es {}", clause.id), facts)
    }

    /// The Spanish words of a clause, as they are written.
    pub(super) fn spanish_text(&self, id: &str) -> Option<String> {
        self.spanish.clauses.get(id).cloned()
    }

    /// The Spanish of a phrase that the program itself can put into a letter's facts; nothing where it has none, and the
    /// letter has the English between quotation marks.
    pub fn in_spanish(&self, english: &str) -> Option<String> {
        self.spanish.known(english).or_else(|| self.spanish.appointment(english))
    }

    /// The Spanish title of a kind of letter.
    pub(super) fn spanish_title(&self, kind: LetterKind) -> Result<String, LetterError> {
        self.spanish.title(kind).map(str::to_owned).ok_or_else(|| {
            LetterError::new(format!("There is no Spanish text for “{}”. Write it in English.", kind.words()))
        })
    }

    fn compiled(&self, clause: &Clause, name: &str, facts: &Value) -> Result<String, LetterError> {
        let template = self.environment.get_template(name).map_err(|error| broken(clause, &error))?;
        template.render(facts).map_err(|error| broken(clause, &error))
    }

    fn prove(&self) -> Result<(), LetterError> {
        for (index, clause) in self.clauses.iter().enumerate() {
            for other in &self.clauses[index + 1..] {
                let of_one_agency = other.agencies.iter().any(|agency| clause.agencies.contains(agency));
                if other.id == clause.id && of_one_agency {
                    return Err(LetterError::new(format!(
                        "Two clauses have the id “{}”. Give one of them another.",
                        clause.id
                    )));
                }
                let together = other.kinds.iter().any(|kind| clause.kinds.contains(kind)) && of_one_agency;
                if together && other.place == clause.place {
                    return Err(LetterError::new(format!(
                        "The clauses “{}” and “{}” claim the same place {}. Move one of them.",
                        clause.id, other.id, clause.place
                    )));
                }
            }
        }
        Ok(())
    }
}

fn broken(clause: &Clause, error: &minijinja::Error) -> LetterError {
    let detail = error.detail().map_or_else(|| error.kind().to_string(), str::to_owned);
    LetterError::new(format!(
        "The letter was not written: its clause “{}” needs something that the case does not have ({detail}). Complete the \
         case, then write the letter again. Nothing was changed.",
        clause.id
    ))
}

fn environment() -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    // "none" must never be read in a letter, so printing it is as wrong as printing what is not known.
    environment.set_formatter(|out: &mut Output, state: &mut State, value: &Value| {
        if value.is_none() || value.is_undefined() {
            return Err(minijinja::Error::new(
                minijinja::ErrorKind::UndefinedError,
                "a value that is not known",
            ));
        }
        minijinja::escape_formatter(out, state, value)
    });
    environment.set_auto_escape_callback(|_| minijinja::AutoEscape::None);
    environment.add_filter("cell", wording::cell);
    environment.add_filter("date", wording::date_words);
    environment.add_filter("dollars", wording::dollars);
    environment.add_filter("pages", wording::pages);
    environment.add_filter("sentence", wording::sentence);
    environment.add_filter("sentence_start", wording::sentence_start);
    environment.add_filter("sentence_end", wording::sentence_end);
    environment
}

#[cfg(test)]
mod tests {
    use minijinja::value::Serde;

    use super::*;

    #[test]
    fn the_built_in_clauses_load_and_have_a_version() {
        let book = ClauseBook::built_in().unwrap();
        assert_eq!(book.version().len(), 12);
        assert_eq!(book.version(), ClauseBook::built_in().unwrap().version());
    }

    #[test]
    fn every_clause_that_states_law_cites_it() {
        let book = ClauseBook::built_in().unwrap();
        for clause in &book.clauses {
            let plain = ["salutation", "heading", "help", "closing", "contact"]
                .iter()
                .any(|word| clause.id.contains(word));
            assert!(plain || !clause.cites.is_empty(), "“{}” cites nothing", clause.id);
        }
    }

    #[test]
    fn what_is_not_known_is_an_error_and_not_a_blank() {
        let trial = |text: &str| {
            let clause = Clause {
                id: "trial".to_owned(),
                place: 1,
                kinds: vec![],
                agencies: vec![],
                when: None,
                style: BlockStyle::Paragraph,
                cites: BTreeMap::new(),
                text: text.to_owned(),
                compiled: Default::default(),
                own_words: false,
            };
            ClauseBook::of(vec![clause], &[0; 6]).unwrap()
        };
        let empty = Value::from(Serde(serde_json::json!({})));
        let by = trial("By {{ cure_by|date }}.");
        let refusal = by.render(&by.clauses()[0], &empty).unwrap_err().to_string();
        assert!(refusal.contains("“trial”"), "{refusal}");
        let null = Value::from(Serde(serde_json::json!({ "cure_by": null })));
        let plain = trial("By {{ cure_by }}.");
        assert!(plain.render(&plain.clauses()[0], &null).is_err());
    }
}
