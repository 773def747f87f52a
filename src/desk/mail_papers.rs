//! The papers that a message becomes in a case: its words, and each attachment.

use chrono::NaiveDate;

use super::papers::{ComingPaper, name_of, scan_type, shown_type};
use crate::clock::Clock;
use crate::mail::MessageRead;

/// What a file is of which nothing better is known (RFC 2046, section 4.5.1).
const SOME_FILE: &str = "application/octet-stream";

/// The words and the attachments. Whoever says that a message shows identity means what is attached to it, where something is.
pub(super) fn all_of(read: &MessageRead, identity: bool, today: NaiveDate) -> Vec<ComingPaper> {
    let attached = attached_to(read);
    let words = words_of(read, read.reached_on(today, Clock::civil_day));
    let words = ComingPaper { identity: identity && attached.is_empty(), ..words };
    let attached = attached.into_iter().map(|paper| ComingPaper { identity, ..paper });
    std::iter::once(words).chain(attached).collect()
}

/// The words of a message as a paper, with who wrote them, to whom and when.
pub(super) fn words_of(read: &MessageRead, received: NaiveDate) -> ComingPaper {
    let from = match read.from_name.as_str() {
        "" => read.from_address.clone(),
        name => format!("{name} <{}>", read.from_address),
    };
    let sent = read.sent.map(|at| Clock::civil_day(at).to_string()).unwrap_or_default();
    let (to, subject, text) = (&read.to, &read.subject, &read.text);
    let words =
        format!("From: {from}\nTo: {to}\nDate: {sent}\nReceived: {received}\nSubject: {subject}\n\n{text}\n");
    ComingPaper {
        name: format!("e-mail message of {received}.txt"),
        media_type: "text/plain".to_owned(),
        bytes: words.into_bytes(),
        identity: false,
    }
}

/// The attachments of a message as papers. What the bytes are counts more than what the message calls them; an attachment
/// without bytes is none.
pub(super) fn attached_to(read: &MessageRead) -> Vec<ComingPaper> {
    let whole = read.parts.iter().filter(|piece| !piece.bytes.is_empty());
    whole
        .map(|piece| {
            let text = piece.media_type.starts_with("text/").then(|| shown_type(&piece.bytes)).flatten();
            let media_type = scan_type(&piece.bytes).or(text).unwrap_or(SOME_FILE);
            ComingPaper {
                name: name_of(&piece.name),
                media_type: media_type.to_owned(),
                bytes: piece.bytes.clone(),
                identity: false,
            }
        })
        .collect()
}
