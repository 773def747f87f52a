//! The inbox: what came by e-mail or was scanned, until somebody takes it in as a request, puts it into a case or sets it
//! aside. Nothing is fetched from any server: a person gives the files.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::cases::{Enclosed, folded};
use super::papers::{self, Came};
use super::{CaseView, Desk};
use crate::casework::Intake;
use crate::clock::Clock;
use crate::error::Refusal;
use crate::mail::{MessageRead, NotAMessage, read_message};
use crate::store::{IncomingForm, LARGEST_PAPER, NewIncoming, SetAside, StoredIncoming};

/// The media type of a message (RFC 2046, section 5.2.1).
const MESSAGE: &str = "message/rfc822";
/// How long a reason may be, in characters.
const LONGEST_WHY: usize = 500;

/// What waits, and what was set aside; in the order in which it was given to the desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Inbox {
    /// What waits.
    pub waiting: Vec<IncomingRow>,
    /// What somebody set aside.
    pub set_aside: Vec<IncomingRow>,
}

/// A message or scan that came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct IncomingRow {
    /// Its id.
    pub id: String,
    /// In what form it came.
    pub form: IncomingForm,
    /// The sender's name; empty for a scan.
    pub from_name: String,
    /// The sender's address; empty for a scan.
    pub from_address: String,
    /// The subject; for a scan the name of the file.
    pub subject: String,
    /// The civil day on which it reached the office.
    pub received: NaiveDate,
    /// How many attachments it has; a scan is one itself.
    pub parts: u32,
    /// Who gave it to the desk.
    pub added_by: String,
    /// The civil day on which it was given to the desk.
    pub added_on: NaiveDate,
    /// When, by whom and why it was set aside.
    pub set_aside: Option<IncomingSetAside>,
    /// A case of this desk that its words name.
    pub case_number: Option<String>,
}

/// When, by whom and why something was set aside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct IncomingSetAside {
    /// The civil day.
    pub on: NaiveDate,
    /// Who did it.
    pub by: String,
    /// Why.
    pub why: String,
}

/// A message or scan, to be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct IncomingView {
    /// What the list shows of it.
    pub row: IncomingRow,
    /// To whom it was written.
    pub to: String,
    /// The civil day on which it was written, by its own date.
    pub sent: Option<NaiveDate>,
    /// The words; empty for a scan.
    pub text: String,
    /// The attachments; a scan has one, itself.
    pub parts: Vec<IncomingPart>,
}

/// An attachment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct IncomingPart {
    /// Its place, counted from 0.
    pub part: u32,
    /// The name of the file.
    pub name: String,
    /// `application/pdf`.
    pub media_type: String,
    /// The size in bytes.
    pub size: u32,
    /// Whether the program can show it.
    pub shown: bool,
}

/// A file that is given to the inbox.
pub struct FileGiven {
    /// Its name.
    pub name: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// What became of the files that were given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct TakenIn {
    /// What waits now that did not before.
    pub added: Vec<IncomingRow>,
    /// The names of files that wait already, byte for byte.
    pub already: Vec<String>,
    /// Files that are neither message nor scan.
    pub refused: Vec<FileRefused>,
}

/// A file that was not taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct FileRefused {
    /// Its name.
    pub file: String,
    /// Why, and what to do.
    pub why: String,
}

/// Something of the inbox that came with a request.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct Arrived {
    /// Its id in the inbox.
    pub incoming: String,
    /// The attachments that show identity, counted from 0: locked under keys of their own, and destroyed some days after.
    #[serde(default)]
    pub identity: Vec<u32>,
}

impl Desk {
    /// Takes messages (`.eml`) and scans into the inbox. One file that cannot be taken does not keep out the others.
    ///
    /// # Errors
    /// Where the store fails; what was taken in before stays.
    pub async fn take_in(&self, files: Vec<FileGiven>) -> Result<TakenIn, Refusal> {
        let mut taken = TakenIn { added: Vec::new(), already: Vec::new(), refused: Vec::new() };
        for file in files {
            let name = file.name.clone();
            match self.came(file).await {
                Err(why) => taken.refused.push(FileRefused { file: name, why }),
                Ok(came) if self.room.store.add_incoming(&came).await? => {
                    let (stored, _) = self.room.store.incoming(&came.id).await?;
                    taken.added.push(row(stored));
                }
                Ok(_) => taken.already.push(name),
            }
        }
        Ok(taken)
    }

    /// What waits, and what was set aside.
    ///
    /// # Errors
    /// Where the store fails.
    pub async fn inbox(&self) -> Result<Inbox, Refusal> {
        let all = self.room.store.all_incoming().await?.into_iter().map(row);
        let (set_aside, waiting) = all.partition(|row| row.set_aside.is_some());
        Ok(Inbox { waiting, set_aside })
    }

    /// A message or scan, to be read.
    ///
    /// # Errors
    /// Where there is none of that id, or somebody put it into a case in the meantime.
    pub async fn incoming(&self, id: &str) -> Result<IncomingView, Refusal> {
        let (stored, content) = self.content(id).await?;
        let parts = content.pieces();
        let listed = (0_u32..).zip(&parts).map(|(part, piece)| IncomingPart {
            part,
            name: piece.name.clone(),
            media_type: piece.media_type.clone(),
            size: u32::try_from(piece.bytes.len()).unwrap_or(u32::MAX),
            shown: papers::is_shown(&piece.media_type),
        });
        let parts = listed.collect();
        let (to, sent, text) = match content {
            Content::Message(read) => (read.to, read.sent.map(Clock::civil_day), read.text),
            Content::Scan(_) => Default::default(),
        };
        Ok(IncomingView { row: row(stored), to, sent, text, parts })
    }

    /// The bytes of an attachment and what it is.
    ///
    /// # Errors
    /// Where there is none.
    pub async fn incoming_part(&self, id: &str, part: u32) -> Result<(Vec<u8>, String), Refusal> {
        let (_, content) = self.content(id).await?;
        let piece = content.pieces().into_iter().nth(part as usize);
        let piece = piece.ok_or_else(|| Refusal::not_found("This message has no such attachment."))?;
        Ok((piece.bytes, piece.media_type))
    }

    /// Puts a message or scan into the file of a case: its words and each attachment become papers, and it waits no more.
    ///
    /// # Errors
    /// Where somebody else was quicker, or the case is kept from whoever asks. Nothing is changed then.
    pub async fn file_incoming(
        &self,
        number: &str,
        version: Option<u32>,
        arrived: &Arrived,
    ) -> Result<CaseView, Refusal> {
        let shelf = self.shelf().await?;
        let ground = shelf.ground();
        let before = self.seen(number, version).await?;
        self.need_to_know(&folded(&before)?)?;
        let (events, enclosed) =
            self.papers_of(std::slice::from_ref(arrived), ground.today).await?.recorded();
        self.record(number, &before, events, enclosed, &ground).await?;
        self.case(number).await
    }

    /// Opens a case as [`Desk::open_case`] does, with what waited in the inbox; where the letter becomes several cases, the
    /// papers are in the first.
    ///
    /// # Errors
    /// As there, and where something of it waits no more. Nothing is recorded then.
    pub async fn open_case_with(&self, intake: Intake, arrived: &[Arrived]) -> Result<CaseView, Refusal> {
        let came = self.papers_of(arrived, self.clock.today()).await?;
        self.open_case_enclosing(intake, came).await
    }

    /// Sets something aside that is no request, or is not for this office.
    ///
    /// # Errors
    /// Where no reason is given, or it waits no more.
    pub async fn set_aside_incoming(&self, id: &str, why: &str) -> Result<Inbox, Refusal> {
        let why = why.trim();
        if why.is_empty() || why.chars().count() > LONGEST_WHY {
            return Err(Refusal::bad_input(
                "why",
                "Say in at most 500 characters why it is set aside: whoever looks for it later reads it. Nothing was changed.",
            ));
        }
        let by = self.member.staff.name.clone();
        let aside = SetAside { on: self.clock.today(), by, why: why.to_owned() };
        self.room.store.set_aside_incoming(id, &aside).await?;
        self.inbox().await
    }

    /// Lets something wait again that was set aside.
    ///
    /// # Errors
    /// Where it was not set aside.
    pub async fn put_back_incoming(&self, id: &str) -> Result<Inbox, Refusal> {
        self.room.store.put_back_incoming(id).await?;
        self.inbox().await
    }

    /// Reads a file that was given; the sentence says why it is not taken.
    async fn came(&self, file: FileGiven) -> Result<NewIncoming, String> {
        if file.bytes.is_empty() || file.bytes.len() > LARGEST_PAPER {
            return Err("The file is empty, or larger than 25 MB.".to_owned());
        }
        let today = self.clock.today();
        let new = NewIncoming {
            id: Uuid::now_v7().to_string(),
            form: IncomingForm::Scan,
            from_name: String::new(),
            from_address: String::new(),
            subject: papers::name_of(&file.name),
            received: today,
            parts: 1,
            case_number: None,
            media_type: String::new(),
            bytes: file.bytes,
            added_on: today,
            added_by: self.member.staff.name.clone(),
        };
        if let Some(media_type) = papers::scan_type(&new.bytes) {
            return Ok(NewIncoming { media_type: media_type.to_owned(), ..new });
        }
        let read = read_message(&new.bytes).map_err(|error| match error {
            NotAMessage::NoSender => {
                "This is neither an e-mail message (.eml) nor a scan (PDF, PNG, JPEG or TIFF).".to_owned()
            }
            NotAMessage::OutlookFile => error.to_string(),
        })?;
        Ok(NewIncoming {
            form: IncomingForm::Message,
            // A clock that goes wrong elsewhere makes no request come tomorrow.
            received: read.arrived.or(read.sent).map_or(today, Clock::civil_day).min(today),
            parts: u32::try_from(papers::pieces_of(&read).len()).unwrap_or(u32::MAX),
            case_number: self.case_named_in(&read).await,
            media_type: MESSAGE.to_owned(),
            from_name: read.from_name,
            from_address: read.from_address,
            subject: read.subject,
            ..new
        })
    }

    /// The first case of this desk that a message names.
    async fn case_named_in(&self, read: &MessageRead) -> Option<String> {
        let words = format!("{} {}", read.subject, read.text);
        let numbers =
            words.split(|sign: char| !(sign.is_ascii_alphanumeric() || sign == '-')).filter(|word| {
                let parts: Vec<&str> = word.split('-').collect();
                let [_, year, nr] = parts.as_slice() else { return false };
                year.len() == 4 && nr.len() >= 5 && [year, nr].iter().all(|part| part.parse::<u32>().is_ok())
            });
        for number in numbers.take(5) {
            let number = number.to_uppercase();
            if self.events(&number).await.is_ok() {
                return Some(number);
            }
        }
        None
    }

    async fn content(&self, id: &str) -> Result<(StoredIncoming, Content), Refusal> {
        let (stored, bytes) = self.room.store.incoming(id).await?;
        let content = match stored.form {
            IncomingForm::Message => Content::Message(read_message(&bytes)?),
            IncomingForm::Scan => Content::Scan(Came {
                name: stored.subject.clone(),
                media_type: stored.media_type.clone(),
                bytes,
                identity: false,
            }),
        };
        Ok((stored, content))
    }

    /// What the inbox holds of these, as papers of a case.
    async fn papers_of(&self, arrived: &[Arrived], today: NaiveDate) -> Result<PapersCame, Refusal> {
        let mut came = PapersCame { today, papers: Vec::new(), taken_in: Vec::new() };
        for one in arrived {
            let (stored, content) = self.content(&one.incoming).await?;
            if let Content::Message(read) = &content {
                came.papers.push(papers::words_of(read, stored.received));
            }
            let pieces = (0_u32..).zip(content.pieces());
            came.papers
                .extend(pieces.map(|(part, piece)| Came { identity: one.identity.contains(&part), ..piece }));
            came.taken_in.push(stored.id);
        }
        Ok(came)
    }
}

/// What something of the inbox is, once it is read.
enum Content {
    Message(MessageRead),
    Scan(Came),
}

impl Content {
    /// The attachments, in order; a scan is one itself.
    fn pieces(&self) -> Vec<Came> {
        match self {
            Self::Message(read) => papers::pieces_of(read),
            Self::Scan(scan) => vec![scan.clone()],
        }
    }
}

/// Papers that come into a case, some of them from the inbox.
pub(super) struct PapersCame {
    today: NaiveDate,
    papers: Vec<Came>,
    taken_in: Vec<String>,
}

impl PapersCame {
    /// Nothing.
    pub(super) fn none(today: NaiveDate) -> Self {
        Self { today, papers: Vec::new(), taken_in: Vec::new() }
    }

    /// The events, and what is enclosed with them.
    pub(super) fn recorded(&self) -> (Vec<crate::casework::Event>, Enclosed) {
        let (events, papers) = self.papers.iter().cloned().map(|came| came.recorded(self.today)).unzip();
        (events, Enclosed { papers, taken_in: self.taken_in.clone(), ..Enclosed::default() })
    }
}

fn row(stored: StoredIncoming) -> IncomingRow {
    IncomingRow {
        id: stored.id,
        form: stored.form,
        from_name: stored.from_name,
        from_address: stored.from_address,
        subject: stored.subject,
        received: stored.received,
        parts: stored.parts,
        added_by: stored.added_by,
        added_on: stored.added_on,
        set_aside: stored.set_aside.map(|aside| IncomingSetAside {
            on: aside.on,
            by: aside.by,
            why: aside.why,
        }),
        case_number: stored.case_number,
    }
}
