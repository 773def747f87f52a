//! Reading a message that came (RFC 5322 with MIME, as mail programs save it: `.eml`).

use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

use chrono::{DateTime, NaiveDate, Utc};
use mail_parser::decoders::html::html_to_text;
use mail_parser::{Address, Message, MessageParser, MessagePart, MimeHeaders, PartType};

/// The longest name of a part, in characters; longer ones are cut.
const LONGEST_NAME: usize = 120;
/// The most attachments of a message: each becomes a paper of its own.
const MOST_PARTS: usize = 100;
/// What Outlook's own files (`.msg`) begin with.
const OUTLOOK: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Why a file is not read as a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAMessage {
    /// Nobody is named as sender.
    #[error("This file holds no e-mail message. Save the message from the mail program as an .eml file.")]
    NoSender,
    /// The file is of Outlook's own kind.
    #[error(
        "This is a file of Outlook's own kind (.msg), which only Outlook reads. Save the message as an .eml file, or \
         print it to PDF."
    )]
    OutlookFile,
    /// It is written so that no program can tell its parts.
    #[error(
        "This message is damaged: its parts cannot be told apart. Print it to PDF from the mail program."
    )]
    Damaged,
    /// It has more attachments than anybody looks at.
    #[error(
        "This message has more than {MOST_PARTS} attachments. Save those that belong to the request, and give them to the \
         desk one by one."
    )]
    TooManyParts,
}

/// A message that came, read.
#[derive(Clone, PartialEq, Eq)]
pub struct MessageRead {
    /// The sender's name, as they wrote it; empty where they gave none.
    pub from_name: String,
    /// The sender's address.
    pub from_address: String,
    /// To whom it was written, `name <address>`, separated by commas.
    pub to: String,
    /// The subject; empty where there is none.
    pub subject: String,
    /// When it was written, by the sender's clock.
    pub sent: Option<DateTime<Utc>>,
    /// When the office's own server took it: the newest `Received` line, which stands first (RFC 5321, section 4.4).
    pub arrived: Option<DateTime<Utc>>,
    /// The words, as plain text with `\n` between lines.
    pub text: String,
    /// What is attached or stands in it besides words, in order.
    pub parts: Vec<MessagePiece>,
}

/// Something attached to a message.
#[derive(Clone, PartialEq, Eq)]
pub struct MessagePiece {
    /// The name of the file, without folders and without characters that no file name has.
    pub name: String,
    /// `application/pdf`, as the message says.
    pub media_type: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// Neither people nor words are for any log.
impl std::fmt::Debug for MessageRead {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MessageRead").field("parts", &self.parts.len()).finish_non_exhaustive()
    }
}

/// Reads a message.
///
/// # Errors
/// [`NotAMessage`].
pub fn read_message(bytes: &[u8]) -> Result<MessageRead, NotAMessage> {
    if bytes.starts_with(OUTLOOK) {
        return Err(NotAMessage::OutlookFile);
    }
    // A fault of the library is a message that cannot be read, and not the end of the program.
    catch_unwind(AssertUnwindSafe(|| {
        let message = MessageParser::default().parse(bytes).ok_or(NotAMessage::NoSender)?;
        let read = read(&message);
        take_apart(message);
        read
    }))
    .unwrap_or(Err(NotAMessage::Damaged))
}

impl MessageRead {
    /// The civil day on which it reached the office: by the office's own server, else by its own date, and never after
    /// `today`. `day` says which day an instant is where the office is.
    pub fn reached_on(&self, today: NaiveDate, day: impl FnOnce(DateTime<Utc>) -> NaiveDate) -> NaiveDate {
        self.arrived.or(self.sent).map_or(today, day).min(today)
    }
}

fn read(message: &Message<'_>) -> Result<MessageRead, NotAMessage> {
    let from = message.from().and_then(Address::first).ok_or(NotAMessage::NoSender)?;
    let parts = pieces(message);
    if parts.len() > MOST_PARTS {
        return Err(NotAMessage::TooManyParts);
    }
    Ok(MessageRead {
        from_name: from.name().map(in_one_line).unwrap_or_default(),
        from_address: from.address().map(in_one_line).unwrap_or_default(),
        to: message.to().map(written).unwrap_or_default(),
        subject: message.subject().map(in_one_line).unwrap_or_default(),
        sent: message.date().and_then(instant),
        arrived: message.received_all().find_map(|received| received.date()).as_ref().and_then(instant),
        text: words(message),
        parts,
    })
}

/// Frees a message level by level: messages may stand in messages, as deep as somebody cares to write.
fn take_apart(message: Message<'_>) {
    let mut left = vec![message];
    while let Some(message) = left.pop() {
        left.extend(message.parts.into_iter().filter_map(|part| match part.body {
            PartType::Message(inner) => Some(inner),
            _ => None,
        }));
    }
}

fn instant(date: &mail_parser::DateTime) -> Option<DateTime<Utc>> {
    date.is_valid().then(|| DateTime::from_timestamp(date.to_timestamp(), 0)).flatten()
}

fn written(to: &Address<'_>) -> String {
    let people = to.iter().map(|one| match (one.name(), one.address()) {
        (Some(name), Some(address)) => format!("{name} <{address}>"),
        (name, address) => address.or(name).unwrap_or_default().to_owned(),
    });
    in_one_line(&people.collect::<Vec<_>>().join(", "))
}

/// The words of the message. Where they come as plain text and as a page, the plain text; but the page where that says
/// much more, as with a plain text that only asks to look at the page.
fn words(message: &Message<'_>) -> String {
    let plain =
        (0..message.text_body_count()).filter_map(|body| message.body_text(body).map(|text| tidy(&text)));
    let pages = message.html_body.iter().filter_map(|at| match &message.part(*at)?.body {
        PartType::Html(page) => Some(tidy(&html_to_text(page))),
        PartType::Text(text) => Some(tidy(text)),
        _ => None,
    });
    let (plain, pages) = (joined(plain), joined(pages));
    let much_more = words_in(&pages) > 2 * words_in(&plain);
    if much_more { pages } else { plain }
}

fn joined(bodies: impl Iterator<Item = String>) -> String {
    bodies.filter(|body| !body.is_empty()).collect::<Vec<_>>().join("\n\n")
}

fn words_in(text: &str) -> usize {
    text.split_whitespace().count()
}

/// Lines that end in `\n`, without signs that control a terminal.
fn tidy(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    let plain: String =
        lines.chars().filter(|sign| matches!(sign, '\n' | '\t') || !sign.is_control()).collect();
    plain.trim().to_owned()
}

/// Everything that is not the words, and not the same words a second time as a page: attachments and pictures.
fn pieces(message: &Message<'_>) -> Vec<MessagePiece> {
    let bodies: HashSet<u32> = message.text_body.iter().chain(&message.html_body).copied().collect();
    (0_u32..)
        .zip(&message.parts)
        .filter(|(at, part)| match part.body {
            PartType::Multipart(_) => false,
            PartType::Text(_) | PartType::Html(_) => !bodies.contains(at),
            PartType::Binary(_) | PartType::InlineBinary(_) | PartType::Message(_) => true,
        })
        .map(|(_, part)| part)
        .enumerate()
        .map(|(nth, part)| piece(nth, part))
        .collect()
}

fn piece(nth: usize, part: &MessagePart<'_>) -> MessagePiece {
    let media_type = part.content_type().map_or_else(
        || "application/octet-stream".to_owned(),
        |said| format!("{}/{}", said.ctype(), said.subtype().unwrap_or("octet-stream")).to_lowercase(),
    );
    let name = part.attachment_name().map(file_name).filter(|name| !name.is_empty());
    let name = name.unwrap_or_else(|| match part.body {
        PartType::Message(_) => format!("message {}.eml", nth + 1),
        _ => format!("attachment {}", nth + 1),
    });
    MessagePiece { name, media_type, bytes: part.contents().to_vec() }
}

/// A name without folders: what a sender calls an attachment never says where it is saved.
fn file_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    in_one_line(last).trim_matches('.').chars().take(LONGEST_NAME).collect()
}

fn in_one_line(words: &str) -> String {
    let plain: String = words.chars().map(|sign| if sign.is_control() { ' ' } else { sign }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const LETTER: &str = "Received: from mx.example.org by mail.agency.example; Tue, 15 Sep 2026 03:10:00 +0000\r\n\
        Received: from home.example.org by mx.example.org; Mon, 14 Sep 2026 22:59:58 -0400\r\n\
        From: =?utf-8?q?Th=E1=BA=A3o_Nguy=E1=BB=85n?= <thao@example.org>\r\n\
        To: Privacy Office <privacy@agency.example>, desk@agency.example\r\n\
        Subject: My records,\r\n  SSA-2026-00012\r\n\
        Date: Mon, 14 Sep 2026 22:59:00 -0400\r\n\
        MIME-Version: 1.0\r\n\
        Content-Type: multipart/mixed; boundary=b\r\n\r\n\
        --b\r\nContent-Type: multipart/alternative; boundary=c\r\n\r\n\
        --c\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nPlease send me\r\na copy.\x07\r\n\
        --c\r\nContent-Type: text/html\r\n\r\n<p>Please send me a copy.<script>x()</script></p>\r\n--c--\r\n\
        --b\r\nContent-Type: application/pdf; name=\"..\\\\..\\\\id card.pdf\"\r\nContent-Transfer-Encoding: base64\r\n\
        Content-Disposition: attachment; filename=\"../../id card.pdf\"\r\n\r\nJVBERi0x\r\n\
        --b\r\nContent-Type: text/plain; name=note.txt\r\nContent-Disposition: attachment; filename=note.txt\r\n\r\nA note.\r\n\
        --b--\r\n";

    #[test]
    fn a_message_says_who_when_what_and_what_comes_with_it() {
        let read = read_message(LETTER.as_bytes()).expect("a message");
        assert_eq!(
            (read.from_name.as_str(), read.from_address.as_str()),
            ("Thảo Nguyễn", "thao@example.org")
        );
        assert_eq!(read.to, "Privacy Office <privacy@agency.example>, desk@agency.example");
        assert_eq!(read.subject, "My records, SSA-2026-00012");
        assert_eq!(read.arrived.map(|at| at.to_rfc3339()), Some("2026-09-15T03:10:00+00:00".to_owned()));
        assert_eq!(read.sent.map(|at| at.to_rfc3339()), Some("2026-09-15T02:59:00+00:00".to_owned()));
        assert_eq!(read.text, "Please send me\na copy.");
        let parts: Vec<_> = read
            .parts
            .iter()
            .map(|part| (part.name.as_str(), part.media_type.as_str(), part.bytes.as_slice()))
            .collect();
        assert_eq!(
            parts,
            [
                ("id card.pdf", "application/pdf", b"%PDF-1".as_slice()),
                ("note.txt", "text/plain", b"A note.".as_slice())
            ]
        );
    }

    #[test]
    fn a_page_without_plain_text_is_read_as_words_and_never_run() {
        let page = "From: a@example.org\r\nContent-Type: text/html\r\n\r\n<p>One</p><script>alert(1)</script><p>Two &amp; three</p>";
        let read = read_message(page.as_bytes()).expect("a message");
        assert!(read.text.contains("One") && read.text.contains("Two & three"), "{}", read.text);
        assert!(!read.text.contains('<') && !read.text.contains("alert"), "{}", read.text);
        assert!(read.parts.is_empty());
    }

    #[test]
    fn a_plain_text_that_says_nothing_gives_way_to_the_page() {
        for plain in ["", "  \r\n", "Please view this message in a browser."] {
            let both = format!(
                "From: a@example.org\r\nContent-Type: multipart/alternative; boundary=c\r\n\r\n\
                 --c\r\nContent-Type: text/plain\r\n\r\n{plain}\r\n--c\r\nContent-Type: text/html\r\n\r\n\
                 <p>Please send me a copy of every record that you keep about me under my name and my address.</p>\r\n--c--\r\n"
            );
            let read = read_message(both.as_bytes()).expect("a message");
            assert!(read.text.contains("every record that you keep"), "{plain:?}: {}", read.text);
        }
    }

    #[test]
    fn messages_in_messages_as_deep_as_one_likes_do_not_stop_the_program() {
        let deep = "From: a@example.org\r\nContent-Type: message/rfc822\r\n\r\n".repeat(100_000);
        let read = read_message(deep.as_bytes()).expect("a message");
        assert_eq!(read.parts.len(), 1);
        assert_eq!(read.parts[0].name, "message 1.eml");
    }

    /// Found by the fuzzer: one part's boundary stands in the middle of another's head.
    #[test]
    fn a_message_over_which_the_library_stumbles_is_refused_or_read() {
        let stumbled = read_message(include_bytes!("../../fuzz/seeds/message/joined-parts.eml"));
        assert!(matches!(stumbled, Ok(_) | Err(NotAMessage::Damaged)), "{stumbled:?}");
    }

    #[test]
    fn a_message_with_very_many_attachments_is_refused() {
        let part = "--b\r\nContent-Type: image/png\r\n\r\nx\r\n";
        let many = |n| {
            format!(
                "From: a@example.org\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n{}--b--\r\n",
                part.repeat(n)
            )
        };
        assert_eq!(read_message(many(MOST_PARTS).as_bytes()).expect("read").parts.len(), MOST_PARTS);
        assert_eq!(read_message(many(MOST_PARTS + 1).as_bytes()), Err(NotAMessage::TooManyParts));
    }

    #[test]
    fn what_is_no_message_is_refused_with_what_to_do() {
        for nothing in ["", "A notice of systems of records.", "Subject: no sender\r\n\r\nwords"] {
            assert_eq!(read_message(nothing.as_bytes()), Err(NotAMessage::NoSender), "{nothing}");
        }
        assert_eq!(read_message(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 more"), Err(NotAMessage::OutlookFile));
    }

    #[test]
    fn a_damaged_message_is_read_or_refused_and_never_stops_the_program() {
        let whole = LETTER.as_bytes();
        for cut in 0..whole.len() {
            let _ = read_message(&whole[..cut]);
            let mut changed = whole.to_vec();
            changed[cut] ^= 0x55;
            let _ = read_message(&changed);
        }
    }
}
