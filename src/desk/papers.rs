//! Scans and files of a case: attached, opened, and destroyed in time where they show identity.

use chrono::NaiveDate;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::cases::{Enclosed, folded};
use super::{CaseView, Desk, mail_papers};
use crate::casework::{Case, Event};
use crate::error::{Code, Refusal};
use crate::mail::read_message;
use crate::store::{LARGEST_PAPER, NewPaper};

/// How many days a copy of an identity paper is kept after it was looked at: a decision of this program, to keep the least.
const IDENTITY_DAYS: u64 = 30;
/// The media types that are taken in, with the bytes that such a file begins with.
const MEDIA: &[(&str, &[u8])] = &[
    ("application/pdf", b"%PDF-"),
    ("image/png", b"\x89PNG\r\n\x1a\n"),
    ("image/jpeg", b"\xff\xd8\xff"),
    ("image/tiff", b"II*\0"),
    ("image/tiff", b"MM\0*"),
];

/// The longest name of a paper, in characters.
const LONGEST_NAME: usize = 200;

/// A scan or file that comes to a case.
pub struct PaperGiven {
    /// The name that it has in the file.
    pub name: String,
    /// The bytes.
    pub bytes: Vec<u8>,
    /// Whether it shows identity.
    pub identity: bool,
}

impl Desk {
    /// Attaches a scan or file, or the words and the attachments of an e-mail message. A copy of an identity paper is locked
    /// under a key of its own and destroyed some days after.
    ///
    /// # Errors
    /// Where it is too large, empty, or no PDF, picture, text or message; or the case is kept from whoever asks. Nothing is kept then.
    pub async fn attach_paper(
        &self,
        number: &str,
        version: Option<u32>,
        given: PaperGiven,
    ) -> Result<CaseView, Refusal> {
        let shelf = self.shelf().await?;
        let ground = shelf.ground();
        let before = self.seen(number, version).await?;
        let case = folded(&before)?;
        self.need_to_know(&case)?;
        if given.bytes.is_empty() || given.bytes.len() > LARGEST_PAPER {
            return Err(Refusal::bad_input(
                "file",
                "The file is empty, or larger than 25 MB. Nothing was attached.",
            ));
        }
        let name = given.name.trim();
        if name.is_empty() || name.chars().count() > LONGEST_NAME || name.chars().any(char::is_control) {
            return Err(Refusal::bad_input("name", "Give the paper a name of at most 200 characters."));
        }
        let (events, papers) =
            papers_in(given, ground.today)?.into_iter().map(|one| one.recorded(ground.today)).unzip();
        let enclosed = Enclosed { papers, ..Enclosed::default() };
        self.record(number, &before, events, enclosed, &ground).await?;
        self.case(number).await
    }

    /// The bytes of a paper and what it is.
    ///
    /// # Errors
    /// Where there is none, it was destroyed, or the case is kept from whoever asks.
    pub async fn paper(&self, number: &str, paper: &str) -> Result<(Vec<u8>, String), Refusal> {
        let case = folded(&self.events(number).await?)?;
        self.need_to_know(&case)?;
        let known = known(&case, paper)?;
        let bytes = self.room.store.paper_bytes(number, paper).await?;
        let gone =
            || Refusal::not_found("That paper was destroyed. Its hash and the day stand in the history.");
        Ok((bytes.ok_or_else(gone)?, known.to_owned()))
    }

    /// Destroys a paper and its key now; hash and day stay.
    ///
    /// # Errors
    /// Where there is none, it is destroyed already, no reason is given, or the case is held.
    pub async fn destroy_paper(
        &self,
        number: &str,
        version: Option<u32>,
        paper: &str,
        why: &str,
    ) -> Result<CaseView, Refusal> {
        let shelf = self.shelf().await?;
        let ground = shelf.ground();
        let before = self.seen(number, version).await?;
        let case = folded(&before)?;
        self.need_to_know(&case)?;
        known(&case, paper)?;
        if case.hold.is_some() {
            return Err(Refusal::new(
                Code::NotAllowed,
                "The case is held: nothing of it is destroyed until the hold is released.",
            ));
        }
        if why.trim().is_empty() {
            return Err(Refusal::bad_input("why", "Say why the paper is destroyed: the ledger keeps it."));
        }
        let event = Event::PaperDestroyed { paper: paper.to_owned(), why: why.trim().to_owned() };
        let enclosed = Enclosed { destroyed_papers: vec![paper.to_owned()], ..Enclosed::default() };
        self.record(number, &before, vec![event], enclosed, &ground).await?;
        self.case(number).await
    }

    /// Destroys every copy of an identity paper whose day has passed, but for cases that are held. Answers with how many.
    ///
    /// # Errors
    /// Where the store fails; what was destroyed before stays destroyed.
    pub async fn destroy_papers_in_time(&self) -> Result<u32, Refusal> {
        let shelf = self.shelf().await?;
        let ground = shelf.ground();
        let mut destroyed = 0;
        for paper in self.room.store.papers_to_destroy(ground.today).await? {
            let before = self.events(&paper.case_number).await?;
            let event =
                Event::PaperDestroyed { paper: paper.id.clone(), why: "its time was over".to_owned() };
            let enclosed = Enclosed { destroyed_papers: vec![paper.id], ..Enclosed::default() };
            self.record(&paper.case_number, &before, vec![event], enclosed, &ground).await?;
            destroyed += 1;
        }
        Ok(destroyed)
    }
}

fn known<'a>(case: &'a Case, paper: &str) -> Result<&'a str, Refusal> {
    let known = case.papers.iter().find(|known| known.paper == paper);
    match known {
        None => Err(Refusal::not_found("This case has no such paper.")),
        Some(known) if known.destroyed.is_some() => {
            Err(Refusal::not_found("That paper was destroyed. Its hash and the day stand in the history."))
        }
        Some(known) => Ok(&known.media_type),
    }
}

/// A paper that comes to a case, read and named.
#[derive(Clone)]
pub(super) struct ComingPaper {
    /// The name that it has in the file.
    pub(super) name: String,
    /// `application/pdf`.
    pub(super) media_type: String,
    /// The bytes.
    pub(super) bytes: Vec<u8>,
    /// Whether it shows identity.
    pub(super) identity: bool,
}

impl ComingPaper {
    /// The event that the paper came, and the paper for the store.
    pub(super) fn recorded(self, today: NaiveDate) -> (Event, NewPaper) {
        let sha256: String = Sha256::digest(&self.bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        let id = Uuid::now_v7().to_string();
        let destroy_after = self.identity.then(|| today + chrono::Days::new(IDENTITY_DAYS));
        let event = Event::PaperAttached {
            paper: id.clone(),
            name: self.name.clone(),
            media_type: self.media_type.clone(),
            sha256: sha256.clone(),
            size: u32::try_from(self.bytes.len()).unwrap_or(u32::MAX),
            identity: self.identity,
            destroy_after,
        };
        let paper = NewPaper {
            id,
            name: self.name,
            media_type: self.media_type,
            sha256,
            bytes: self.bytes,
            identity: self.identity,
            added_on: today,
            destroy_after,
        };
        (event, paper)
    }
}

/// What a file that is attached brings: itself, or the words and the attachments of a message.
fn papers_in(given: PaperGiven, today: NaiveDate) -> Result<Vec<ComingPaper>, Refusal> {
    let name = given.name.trim().to_owned();
    if name.to_lowercase().ends_with(".eml") {
        return Ok(mail_papers::all_of(&read_message(&given.bytes)?, given.identity, today));
    }
    let media_type = shown_type(&given.bytes).ok_or_else(|| {
        Refusal::bad_input(
            "file",
            "Only PDF, PNG, JPEG and TIFF files, plain text and e-mail messages (.eml) are attached. Scan or print it to PDF; nothing was attached.",
        )
    })?;
    let media_type = media_type.to_owned();
    Ok(vec![ComingPaper { name, media_type, bytes: given.bytes, identity: given.identity }])
}

/// The name of a file as a paper bears it.
pub(super) fn name_of(file: &str) -> String {
    let plain: String = file.chars().map(|sign| if sign.is_control() { ' ' } else { sign }).collect();
    let name: String = plain.trim().chars().take(LONGEST_NAME).collect();
    if name.is_empty() { "a file without a name".to_owned() } else { name }
}

/// Whether the window shows a paper of this media type; it shows no TIFF.
pub(super) fn is_shown(media_type: &str) -> bool {
    ["application/pdf", "image/png", "image/jpeg", "text/plain"].contains(&media_type)
}

/// What a scan is, by how it begins.
pub(super) fn scan_type(bytes: &[u8]) -> Option<&'static str> {
    MEDIA.iter().find(|(_, head)| bytes.starts_with(head)).map(|(media_type, _)| *media_type)
}

/// What a scan or a plain text is.
pub(super) fn shown_type(bytes: &[u8]) -> Option<&'static str> {
    let text = || std::str::from_utf8(bytes).is_ok_and(|text| !text.contains('\0'));
    scan_type(bytes).or_else(|| text().then_some("text/plain"))
}
