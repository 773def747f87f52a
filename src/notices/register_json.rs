//! The JSON of the Federal Register's programming interface: facts about a document, and sometimes its words.

use serde_json::Value;

/// The facts about a document, as `key: value` lines in the way of a Markdown file's front matter, and its words.
pub(crate) struct Document {
    /// `publication_date`, `document_number`, `fr_citation`, `agency`, `fr_action`, `dates`.
    pub facts: Vec<(String, String)>,
    /// The words in whatever form they have; nothing where the file only points to them.
    pub words: Option<String>,
    /// Where the words are, for the refusal.
    pub address: Option<String>,
}

/// Keys under which the words stand, in the order in which they are preferred.
const WORDS: &[&str] =
    &["full_text_xml", "full_text", "body_xml", "body_html", "body", "raw_text", "text", "content"];
/// Keys of addresses where the words are.
const ADDRESSES: &[&str] = &["full_text_xml_url", "raw_text_url", "body_html_url", "html_url"];

/// Whether a document is in this form.
pub(crate) fn is_this(text: &str) -> bool {
    text.trim_start().starts_with(['{', '['])
        && ["document_number", "full_text_xml_url", "publication_date"].iter().any(|key| text.contains(key))
}

/// Reads the JSON; nothing where it is broken. A list of results gives its first document that holds words.
pub(crate) fn document(text: &str) -> Option<Document> {
    let value: Value = serde_json::from_str(text).ok()?;
    let entries: Vec<&Value> = match (&value, value.get("results")) {
        (_, Some(Value::Array(results))) => results.iter().collect(),
        (Value::Array(list), _) => list.iter().collect(),
        _ => vec![&value],
    };
    let best = entries.iter().find(|entry| words(entry).is_some()).or_else(|| entries.first())?;
    Some(Document {
        facts: facts(best),
        words: words(best).map(str::to_owned),
        address: ADDRESSES.iter().find_map(|key| best.get(key)?.as_str().map(str::to_owned)),
    })
}

fn words(entry: &Value) -> Option<&str> {
    WORDS.iter().find_map(|key| entry.get(key)?.as_str()).filter(|words| words.len() > 200)
}

fn facts(entry: &Value) -> Vec<(String, String)> {
    let mut facts = Vec::new();
    for (key, name) in [
        ("publication_date", "publication_date"),
        ("document_number", "document_number"),
        ("citation", "fr_citation"),
        ("action", "fr_action"),
        ("dates", "dates"),
        ("effective_on", "effective_date"),
    ] {
        if let Some(value) = entry.get(key).and_then(Value::as_str) {
            facts.push((name.to_owned(), value.to_owned()));
        }
    }
    let agency = entry.get("agencies").and_then(Value::as_array).and_then(|agencies| agencies.last());
    if let Some(name) = agency.and_then(|agency| agency.get("name")).and_then(Value::as_str) {
        facts.push(("agency".to_owned(), name.to_owned()));
    }
    facts
}
