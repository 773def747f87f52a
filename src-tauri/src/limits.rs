//! How much one command may carry. It is checked for every command before any of them runs, so none can forget it.

use docket::error::Refusal;
use serde_json::Value;
use tauri::ipc::InvokeBody;

/// The longest text of one field, in bytes: more than any letter of a requester, and nothing that slows the desk.
const LONGEST_TEXT: usize = 100_000;
/// The most values in one command.
const MOST_VALUES: usize = 10_000;

/// Checks the arguments of one command.
pub fn check(body: &InvokeBody) -> Result<(), Refusal> {
    match body {
        InvokeBody::Json(value) => walk(value, "", &mut 0),
        InvokeBody::Raw(_) => Err(Refusal::bad_input(
            "",
            "The window sent something that no command takes. Nothing was changed.",
        )),
    }
}

fn walk(value: &Value, field: &str, seen: &mut usize) -> Result<(), Refusal> {
    *seen += 1;
    if *seen > MOST_VALUES {
        return Err(Refusal::bad_input(
            field,
            "That is more than one request can hold. Nothing was changed. Give it in parts.",
        ));
    }
    match value {
        Value::String(text) if text.len() > LONGEST_TEXT => Err(Refusal::bad_input(
            field,
            format!(
                "This text has {} bytes; a field holds {LONGEST_TEXT}. Nothing was changed. Shorten it, and keep the full paper in the file.",
                text.len()
            ),
        )),
        Value::Array(items) => items.iter().try_for_each(|item| walk(item, field, seen)),
        Value::Object(fields) => fields.iter().try_for_each(|(name, inner)| {
            let path = if field.is_empty() { name.clone() } else { format!("{field}.{name}") };
            walk(inner, &path, seen)
        }),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn an_ordinary_command_passes() {
        let command = json!({ "number": "USPS-2026-00042", "version": 3, "command": { "command": "close", "note": "" } });
        assert_eq!(check(&InvokeBody::Json(command)), Ok(()));
    }

    #[test]
    fn a_text_is_refused_from_the_first_byte_too_many_and_its_field_is_named() {
        let intake = |length: usize| InvokeBody::Json(json!({ "intake": { "text": "x".repeat(length) } }));
        assert_eq!(check(&intake(LONGEST_TEXT)), Ok(()));
        let refusal = check(&intake(LONGEST_TEXT + 1)).unwrap_err();
        assert_eq!(refusal.field.as_deref(), Some("intake.text"));
        assert!(refusal.message.contains("100001 bytes"));
    }

    #[test]
    fn a_list_without_end_is_refused() {
        let many = InvokeBody::Json(json!({ "paths": vec!["a"; MOST_VALUES] }));
        assert!(check(&many).is_err());
    }

    #[test]
    fn raw_bytes_are_refused() {
        assert!(check(&InvokeBody::Raw(vec![0])).is_err());
    }
}
