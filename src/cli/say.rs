//! How the command line speaks: words for people, JSON for scripts, refusals on standard error.

use std::io::Write;

use docket::error::Refusal;
use serde::Serialize;

/// Prints a value as JSON, or as the words made from it.
pub fn show<T: Serialize>(value: &T, json: bool, words: impl FnOnce(&T) -> String) -> Result<(), Refusal> {
    if !json {
        return line(&words(value));
    }
    let text = serde_json::to_string_pretty(value)
        .map_err(|cause| Refusal::failed("The answer could not be written as JSON.", &cause))?;
    line(&text)
}

/// Prints one line, or several.
pub fn line(text: &str) -> Result<(), Refusal> {
    // A reader that has gone away (`docket … | head`) is no failure of ours.
    let _ = writeln!(std::io::stdout().lock(), "{text}");
    Ok(())
}

/// Prints on standard error what the person should know although it was done.
pub fn warning(sentence: &str, json: bool) {
    let mut err = std::io::stderr().lock();
    let _ = if json {
        writeln!(err, "{}", serde_json::json!({ "warning": sentence }))
    } else {
        writeln!(err, "{sentence}")
    };
}

/// Prints a refusal on standard error.
pub fn refusal(refusal: &Refusal, json: bool) {
    let mut err = std::io::stderr().lock();
    let _ = if json {
        let mut error = serde_json::json!({ "code": refusal.code, "message": refusal.message });
        if let Some(cite) = &refusal.cite {
            error["cite"] = serde_json::json!(cite);
        }
        if let Some(field) = &refusal.field {
            error["field"] = serde_json::json!(field);
        }
        writeln!(err, "{}", serde_json::json!({ "error": error }))
    } else {
        match &refusal.cite {
            Some(cite) => writeln!(err, "{} ({cite})", refusal.message),
            None => writeln!(err, "{}", refusal.message),
        }
    };
}
