//! Scans and files of a case: attached, opened, and destroyed in time where they show identity.

use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::cases::{Enclosed, folded};
use super::{CaseView, Desk};
use crate::casework::{Case, Event};
use crate::error::{Code, Refusal};
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
    /// Attaches a scan or file. A copy of an identity paper is locked under a key of its own and destroyed some days after.
    ///
    /// # Errors
    /// Where it is too large, empty, or no PDF, picture or text; or the case is kept from whoever asks. Nothing is kept then.
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
        if name.is_empty() || name.chars().count() > 200 || name.chars().any(char::is_control) {
            return Err(Refusal::bad_input("name", "Give the paper a name of at most 200 characters."));
        }
        let media_type = media_type(&given.bytes).ok_or_else(|| {
            Refusal::bad_input(
                "file",
                "Only PDF, PNG, JPEG and TIFF files and plain text are attached. Scan or print it to PDF; nothing was attached.",
            )
        })?;
        let sha256: String = Sha256::digest(&given.bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        let id = Uuid::now_v7().to_string();
        let destroy_after = given.identity.then(|| ground.today + chrono::Days::new(IDENTITY_DAYS));
        let event = Event::PaperAttached {
            paper: id.clone(),
            name: name.to_owned(),
            media_type: media_type.to_owned(),
            sha256: sha256.clone(),
            size: u32::try_from(given.bytes.len()).unwrap_or(u32::MAX),
            identity: given.identity,
            destroy_after,
        };
        let paper = NewPaper {
            id,
            name: name.to_owned(),
            media_type: media_type.to_owned(),
            sha256,
            bytes: given.bytes,
            identity: given.identity,
            added_on: ground.today,
            destroy_after,
        };
        let enclosed = Enclosed { papers: vec![paper], ..Enclosed::default() };
        self.record(number, &before, vec![event], enclosed, &ground).await?;
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

fn media_type(bytes: &[u8]) -> Option<&'static str> {
    let known = MEDIA.iter().find(|(_, head)| bytes.starts_with(head)).map(|(media_type, _)| *media_type);
    let text = || std::str::from_utf8(bytes).is_ok_and(|text| !text.contains('\0'));
    known.or_else(|| text().then_some("text/plain"))
}
