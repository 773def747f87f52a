//! Which paragraph of the regulations is carried out by which rule and proved by which test, or why no software can.

use serde::{Deserialize, Serialize};

use super::LawError;

/// One paragraph, with everything beneath it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct Covered {
    /// `39 CFR 266.5(a)(2)`.
    pub at: String,
    /// What it says, in a few words.
    pub gist: String,
    /// Where it is carried out: a file, and words that stand in it.
    #[serde(default)]
    pub rule: Option<String>,
    /// The test or case that proves it: a file, and its name.
    #[serde(default)]
    pub test: Option<String>,
    /// Why no software can carry it out, or why it asks nothing of this one.
    #[serde(default)]
    pub reason: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Register {
    paragraph: Vec<Covered>,
}

/// Every paragraph of 39 CFR 266.3 to 266.8, 20 CFR 401.40 to 401.100 and 5 U.S.C. 552a(b) to (d).
///
/// # Errors
/// [`LawError::BadRulebook`], which a test of this program rules out.
pub fn coverage() -> Result<Vec<Covered>, LawError> {
    let register: Register = toml::from_str(include_str!("coverage.toml"))
        .map_err(|error| LawError::BadRulebook(error.to_string()))?;
    Ok(register.paragraph)
}

/// The register as the page `docs/coverage.md`.
pub fn coverage_page(paragraphs: &[Covered]) -> String {
    let carried_out = paragraphs.iter().filter(|paragraph| paragraph.rule.is_some()).count();
    let mut page = format!(
        "# What the program carries out\n\n\
         Each paragraph of the two regulations and of 5 U.S.C. 552a(b) to (d): the rule and the test, or why no software can.\n\
         An entry speaks for everything beneath it. Made from `src/law/coverage.toml`; a test fails when this page is stale.\n\n\
         {carried_out} of {} are carried out as rules.\n",
        paragraphs.len()
    );
    let mut source = "";
    for paragraph in paragraphs {
        let of = source_of(&paragraph.at);
        if of != source {
            source = of;
            page.push_str(&format!(
                "\n## {source}\n\n| paragraph | what it says | rule | test |\n|---|---|---|---|\n"
            ));
        }
        let cell =
            |text: &Option<String>| text.as_deref().map(|text| format!("`{text}`")).unwrap_or_default();
        let (rule, test) = match &paragraph.reason {
            Some(reason) => (format!("*{reason}*"), String::new()),
            None => (cell(&paragraph.rule), cell(&paragraph.test)),
        };
        page.push_str(&format!("| {} | {} | {rule} | {test} |\n", paragraph.at, paragraph.gist));
    }
    page
}

/// `39 CFR 266.5` of `39 CFR 266.5(a)(2)`.
fn source_of(at: &str) -> &str {
    at.split_once('(').map_or(at, |(section, _)| section)
}
