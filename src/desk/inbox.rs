//! The inbox: what came by e-mail or was scanned, until somebody takes it in as a request, puts it into a case or sets it
//! aside. Nothing is fetched from any server: a person gives the files.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use uuid::Uuid;

use super::cases::{Enclosed, folded};
use super::papers::{self, ComingPaper};
use super::{
    AlreadyThere, Arrived, CaseView, Desk, FileRefused, Inbox, IncomingPart, IncomingRow, IncomingView,
    TakenIn, mail_papers,
};
use crate::casework::{Event, Intake};
use crate::clock::Clock;
use crate::error::Refusal;
use crate::mail::{MessageRead, NotAMessage, read_message};
use crate::store::{IncomingForm, LARGEST_PAPER, SetAside, StoredIncoming};

/// The media type of a message (RFC 2046, section 5.2.1).
const MESSAGE: &str = "message/rfc822";
/// How long a reason may be, in characters.
const LONGEST_WHY: usize = 500;
/// How many numbers that a message writes are looked up.
const MOST_NUMBERS: usize = 5;

impl Desk {
    /// Takes messages (`.eml`) and scans into the inbox, one after the other. One that cannot be read or taken does not keep
    /// out the others.
    ///
    /// # Errors
    /// Where the store fails; what was taken in before stays.
    pub async fn take_in(&self, files: &[PathBuf]) -> Result<TakenIn, Refusal> {
        let mut taken = TakenIn::default();
        for file in files {
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            match read_file(file).await {
                Ok(bytes) => self.take_in_bytes(name, bytes, &mut taken).await?,
                Err(why) => taken.refused.push(FileRefused { file: name, why }),
            }
        }
        Ok(taken)
    }

    /// Takes in what a file of this name holds, and notes what became of it.
    pub(super) async fn take_in_bytes(
        &self,
        file: String,
        bytes: Vec<u8>,
        taken: &mut TakenIn,
    ) -> Result<(), Refusal> {
        let new = match self.recognised(&file, &bytes).await {
            Ok(new) => new,
            Err(why) => {
                taken.refused.push(FileRefused { file, why });
                return Ok(());
            }
        };
        let before = self.room.store.add_incoming(&new, &bytes).await?;
        let stored = self.room.store.incoming(before.as_ref().unwrap_or(&new.id)).await?;
        let row = self.row(stored).await;
        match before {
            None => taken.added.push(row),
            Some(_) => taken.already.push(AlreadyThere { file, row }),
        }
        Ok(())
    }

    /// What waits, and what was set aside. Everybody who works at the desk sees all of it: nobody knows yet whose it is.
    ///
    /// # Errors
    /// Where the store fails.
    pub async fn inbox(&self) -> Result<Inbox, Refusal> {
        let (mut waiting, mut set_aside) = (Vec::new(), Vec::new());
        for stored in self.room.store.all_incoming().await? {
            let row = self.row(stored).await;
            if row.set_aside.is_some() { set_aside.push(row) } else { waiting.push(row) }
        }
        Ok(Inbox { waiting, set_aside })
    }

    /// A message or scan, to be read.
    ///
    /// # Errors
    /// Where there is none of that id, or somebody put it into a case in the meantime.
    pub async fn incoming(&self, id: &str) -> Result<IncomingView, Refusal> {
        let (stored, content) = self.content(id).await?;
        let listed = (0_u32..).zip(content.papers()).map(|(part, paper)| IncomingPart {
            part,
            size: u32::try_from(paper.bytes.len()).unwrap_or(u32::MAX),
            shown: papers::is_shown(&paper.media_type),
            name: paper.name,
            media_type: paper.media_type,
        });
        let parts = listed.collect();
        let (to, sent, text) = match content {
            Content::Message(read) => (read.to, read.sent.map(Clock::civil_day), read.text),
            Content::Scan(_) => Default::default(),
        };
        Ok(IncomingView { row: self.row(stored).await, to, sent, text, parts })
    }

    /// An attachment: its bytes, what it is, and its name.
    ///
    /// # Errors
    /// Where there is none.
    pub async fn incoming_part(&self, id: &str, part: u32) -> Result<(Vec<u8>, String, String), Refusal> {
        let (_, content) = self.content(id).await?;
        let paper = content.papers().into_iter().nth(part as usize).ok_or_else(no_such_part)?;
        Ok((paper.bytes, paper.media_type, paper.name))
    }

    /// Puts a message or scan into the file of a case: its words and each attachment become papers, and it waits no more.
    ///
    /// # Errors
    /// Where somebody else was quicker, there is no such attachment, or the case is kept from whoever asks. Nothing is
    /// changed then.
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
        let coming = self.coming_with(std::slice::from_ref(arrived), ground.today).await?;
        let (events, enclosed) = coming.recorded();
        self.record(number, &before, events, enclosed, &ground).await?;
        self.case(number).await
    }

    /// Opens a case as [`Desk::open_case`] does, with what waited in the inbox; where the letter becomes several cases, the
    /// papers are in the first.
    ///
    /// # Errors
    /// As there, and where something of it waits no more. Nothing is recorded then.
    pub async fn open_case_with(&self, intake: Intake, arrived: &[Arrived]) -> Result<CaseView, Refusal> {
        let coming = self.coming_with(arrived, self.clock.today()).await?;
        self.open_case_enclosing(intake, coming).await
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

    /// Destroys something that was set aside, its key first. Nothing of it stays.
    ///
    /// # Errors
    /// Where it was not set aside.
    pub async fn destroy_incoming(&self, id: &str) -> Result<Inbox, Refusal> {
        self.room.store.destroy_incoming(id).await?;
        self.inbox().await
    }

    /// What a file holds, as it is to wait; or the sentence that says why it is not taken.
    async fn recognised(&self, file: &str, bytes: &[u8]) -> Result<StoredIncoming, String> {
        let today = self.clock.today();
        let scan = papers::scan_type(bytes);
        let read = match scan {
            Some(_) => None,
            None => Some(read_message(bytes).map_err(|error| match error {
                NotAMessage::NoSender => {
                    "This is neither an e-mail message (.eml) nor a scan (PDF, PNG, JPEG or TIFF).".to_owned()
                }
                other => other.to_string(),
            })?),
        };
        let new = StoredIncoming {
            id: Uuid::now_v7().to_string(),
            form: IncomingForm::Scan,
            from_name: String::new(),
            from_address: String::new(),
            subject: papers::name_of(file),
            received: today,
            parts: 1,
            case_number: None,
            media_type: scan.unwrap_or(MESSAGE).to_owned(),
            added_on: today,
            added_by: self.member.staff.name.clone(),
            set_aside: None,
        };
        let Some(read) = read else { return Ok(new) };
        Ok(StoredIncoming {
            form: IncomingForm::Message,
            received: read.reached_on(today, Clock::civil_day),
            parts: u32::try_from(mail_papers::attached_to(&read).len()).unwrap_or(u32::MAX),
            case_number: self.case_named_in(&read).await,
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
        for number in numbers.take(MOST_NUMBERS) {
            let number = number.to_uppercase();
            if self.events(&number).await.is_ok() {
                return Some(number);
            }
        }
        None
    }

    /// What the list shows. That a case is there which is kept from whoever looks is not given away by a message that names it.
    async fn row(&self, stored: StoredIncoming) -> IncomingRow {
        let mut row = IncomingRow::from(stored);
        if let Some(number) = &row.case_number {
            let case = self.events(number).await.and_then(|events| folded(&events));
            if case.and_then(|case| self.need_to_know(&case)).is_err() {
                row.case_number = None;
            }
        }
        row
    }

    async fn content(&self, id: &str) -> Result<(StoredIncoming, Content), Refusal> {
        let stored = self.room.store.incoming(id).await?;
        let bytes = self.room.store.incoming_bytes(id).await?;
        let content = match stored.form {
            IncomingForm::Message => Content::Message(read_message(&bytes)?),
            IncomingForm::Scan => Content::Scan(ComingPaper {
                name: stored.subject.clone(),
                media_type: stored.media_type.clone(),
                bytes,
                identity: false,
            }),
        };
        Ok((stored, content))
    }

    /// What waits of these in the inbox, as papers of a case.
    async fn coming_with(&self, arrived: &[Arrived], today: NaiveDate) -> Result<ComingPapers, Refusal> {
        let mut coming = ComingPapers { today, papers: Vec::new(), taken_in: Vec::new() };
        for one in arrived {
            let (stored, content) = self.content(&one.incoming).await?;
            let mut papers = content.papers();
            for part in &one.identity {
                // Left out in silence, the paper would be kept without its lock and for ever.
                papers.get_mut(*part as usize).ok_or_else(no_such_part)?.identity = true;
            }
            if let Content::Message(read) = &content {
                coming.papers.push(mail_papers::words_of(read, stored.received));
            }
            coming.papers.extend(papers);
            coming.taken_in.push(stored.id);
        }
        Ok(coming)
    }
}

fn no_such_part() -> Refusal {
    Refusal::bad_input("part", "It has no such attachment; they are counted from 0. Nothing was changed.")
}

/// The bytes of a file, or the sentence that says why it cannot be read. Its size is looked at first.
async fn read_file(file: &Path) -> Result<Vec<u8>, String> {
    let unreadable = |_| "It could not be read. Is it still there, and may you read it?".to_owned();
    let known = tokio::fs::metadata(file).await.map_err(unreadable)?;
    if !known.is_file() {
        return Err("It is a folder. Give the files in it.".to_owned());
    }
    if known.len() == 0 || known.len() > LARGEST_PAPER as u64 {
        return Err("It is empty, or larger than 25 MB.".to_owned());
    }
    tokio::fs::read(file).await.map_err(unreadable)
}

/// What something of the inbox is, once it is read.
enum Content {
    Message(MessageRead),
    Scan(ComingPaper),
}

impl Content {
    /// The attachments, in order; a scan is one itself.
    fn papers(&self) -> Vec<ComingPaper> {
        match self {
            Self::Message(read) => mail_papers::attached_to(read),
            Self::Scan(scan) => vec![scan.clone()],
        }
    }
}

/// Papers that come into a case, some of them from the inbox.
pub(super) struct ComingPapers {
    today: NaiveDate,
    papers: Vec<ComingPaper>,
    taken_in: Vec<String>,
}

impl ComingPapers {
    /// Nothing.
    pub(super) fn none(today: NaiveDate) -> Self {
        Self { today, papers: Vec::new(), taken_in: Vec::new() }
    }

    /// The events, and what is enclosed with them.
    pub(super) fn recorded(&self) -> (Vec<Event>, Enclosed) {
        let (events, papers) = self.papers.iter().cloned().map(|paper| paper.recorded(self.today)).unzip();
        (events, Enclosed { papers, taken_in: self.taken_in.clone(), ..Enclosed::default() })
    }
}
