//! A message with a letter attached and the blank forms that go with it, as bytes that are then frozen.
//!
//! Pure: the same letter always gives the same bytes, boundary included.

use chrono::{DateTime, Utc};
use lettre::message::header::{ContentTransferEncoding, ContentType};
use lettre::message::{Attachment, Body, Mailbox, Message, MultiPart, SinglePart};
use lettre::{Address, address::AddressError};
use sha2::{Digest, Sha256};
use std::time::SystemTime;

use super::MailError;

/// A letter to be sent.
///
/// Subject and file name are seen by every server on the way: they name the case's number and nothing of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mailable {
    /// The office's address.
    pub from: String,
    /// The requester's address.
    pub to: String,
    /// The subject.
    pub subject: String,
    /// The words before the letter.
    pub body: String,
    /// The name of the attached file.
    pub file_name: String,
    /// The letter.
    pub pdf: Vec<u8>,
    /// What goes with it.
    pub enclosed: Vec<EnclosedPdf>,
    /// The message's own id, `<…@…>`.
    pub message_id: String,
    /// The instant that the message is dated.
    pub at: DateTime<Utc>,
}

/// A PDF that goes with a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnclosedPdf {
    /// The name of the attached file.
    pub file_name: String,
    /// The page.
    pub pdf: Vec<u8>,
}

/// A message as it will be sent, byte for byte.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frozen {
    /// The message with its head and its attachments.
    pub bytes: Vec<u8>,
    /// From which address.
    pub from: String,
    /// To which address.
    pub to: String,
    /// The message's own id.
    pub message_id: String,
}

/// Composes the message.
///
/// # Errors
/// [`MailError::BadSender`], [`MailError::BadRecipient`] and [`MailError::BadHead`], where an address, the subject, the
/// a file name or the id cannot stand in a message.
pub fn compose(letter: Mailable) -> Result<Frozen, MailError> {
    let from = mailbox(&letter.from).map_err(|_| MailError::BadSender)?;
    let to = mailbox(&letter.to).map_err(|_| MailError::BadRecipient)?;
    let attached = EnclosedPdf { file_name: letter.file_name, pdf: letter.pdf };
    let attached: Vec<EnclosedPdf> = std::iter::once(attached).chain(letter.enclosed).collect();
    if [&letter.subject, &letter.message_id]
        .into_iter()
        .chain(attached.iter().map(|one| &one.file_name))
        .any(|line| line.contains(char::is_control))
        || !is_message_id(&letter.message_id)
    {
        return Err(MailError::BadHead);
    }
    let pdf = ContentType::parse("application/pdf").map_err(|_| MailError::BadHead)?;
    let mut parts =
        MultiPart::mixed().boundary(boundary(&letter.message_id)).singlepart(SinglePart::plain(letter.body));
    for EnclosedPdf { file_name, pdf: page } in attached {
        // Base64 whatever the bytes: any other encoding lets servers on the way change the ends of lines.
        let page =
            Body::new_with_encoding(page, ContentTransferEncoding::Base64).map_err(|_| MailError::BadHead)?;
        parts = parts.singlepart(Attachment::new(file_name).body(page, pdf.clone()));
    }
    let message = Message::builder()
        .from(from)
        .to(to)
        .subject(letter.subject)
        .date(SystemTime::from(letter.at))
        .message_id(Some(letter.message_id.clone()))
        .multipart(parts)
        .map_err(|_| MailError::BadHead)?;
    Ok(Frozen { bytes: message.formatted(), from: letter.from, to: letter.to, message_id: letter.message_id })
}

fn mailbox(address: &str) -> Result<Mailbox, AddressError> {
    Ok(Mailbox::new(None, address.parse::<Address>()?))
}

fn is_message_id(id: &str) -> bool {
    id.strip_prefix('<')
        .and_then(|rest| rest.strip_suffix('>'))
        .and_then(|inner| inner.split_once('@'))
        .is_some_and(|(left, right)| {
            !left.is_empty() && !right.is_empty() && !id.contains(char::is_whitespace)
        })
}

/// A line that no part contains: made from the message's id, so that composing needs no random number.
fn boundary(message_id: &str) -> String {
    Sha256::digest(message_id).iter().take(20).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter() -> Mailable {
        Mailable {
            from: "privacy@example.org".to_owned(),
            to: "okonkwo@example.org".to_owned(),
            subject: "Your request USPS-2026-00042".to_owned(),
            body: "The answer to your request is attached.\n".to_owned(),
            file_name: "USPS-2026-00042.pdf".to_owned(),
            pdf: b"%PDF-1.7\nnot\r\nthe end of\rlines".to_vec(),
            enclosed: Vec::new(),
            message_id: "<0199a@example.org>".to_owned(),
            at: "2026-03-02T14:30:00Z".parse().expect("an instant"),
        }
    }

    #[test]
    fn the_same_letter_gives_the_same_bytes() {
        assert_eq!(compose(letter()), compose(letter()));
    }

    #[test]
    fn a_page_of_plain_characters_travels_as_base64_all_the_same() {
        let text = String::from_utf8(compose(letter()).expect("composed").bytes).expect("ASCII");
        assert!(text.contains("Content-Transfer-Encoding: base64"), "{text}");
        assert!(text.contains("filename=\"USPS-2026-00042.pdf\""), "{text}");
        assert!(text.contains("Date: Mon, 02 Mar 2026 14:30:00 +0000"), "{text}");
    }

    #[test]
    fn nothing_slips_a_second_recipient_into_the_head() {
        let forged = "Your request\r\nBcc: other@example.org".to_owned();
        assert_eq!(compose(Mailable { subject: forged, ..letter() }), Err(MailError::BadHead));
        let forged = "a@example.org\r\nBcc: other@example.org".to_owned();
        assert_eq!(compose(Mailable { to: forged, ..letter() }), Err(MailError::BadRecipient));
        assert_eq!(
            compose(Mailable { to: "no address".to_owned(), ..letter() }),
            Err(MailError::BadRecipient)
        );
        assert_eq!(compose(Mailable { from: String::new(), ..letter() }), Err(MailError::BadSender));
        assert_eq!(compose(Mailable { message_id: "0199a".to_owned(), ..letter() }), Err(MailError::BadHead));
    }
}
