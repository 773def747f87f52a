//! Disposal by the records schedule: one person proposes it, another approves, the content goes and the proof stays.

use chrono::NaiveDate;
use serde::Serialize;

use super::cases::folded;
use super::{Desk, stamp};
use crate::casework;
use crate::error::{Code, Refusal};
use crate::store::{Disposal, DisposalCertificate, DisposedPart};

/// The certificate of a disposal: hashes, dates and kinds, and no person whom the case was about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct CertificateView {
    /// The case.
    pub number: String,
    /// The schedule.
    pub authority: String,
    /// The day.
    pub on: NaiveDate,
    /// Who proposed it.
    pub proposed_by: String,
    /// Who approved it.
    pub approved_by: String,
    /// The entries of the ledger, the letters and the papers: kind, day and hash.
    pub parts: Vec<CertifiedPart>,
}

/// One thing that was destroyed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct CertifiedPart {
    /// What it was.
    pub kind: String,
    /// Its day.
    pub on: NaiveDate,
    /// Its SHA-256.
    pub sha256: String,
}

impl Desk {
    /// Disposes of a case: approves what another person proposed, and destroys its content. The ledger still verifies.
    ///
    /// # Errors
    /// Why the schedule, a hold or the two persons do not let it be. Nothing is destroyed then.
    pub async fn dispose(&self, number: &str, version: Option<u32>) -> Result<CertificateView, Refusal> {
        let shelf = self.shelf().await?;
        let ground = shelf.ground();
        let before = self.seen(number, version).await?;
        let case = folded(&before)?;
        self.need_to_know(&case)?;
        let disposal = casework::disposal(&case, &ground)?;
        if case.letters.iter().any(|letter| letter.queued) {
            return Err(Refusal::new(
                Code::NotAllowed,
                "A letter of the case still waits in the outbox. Send it or take it out first; nothing was destroyed.",
            ));
        }
        let certificate = self
            .room
            .store
            .dispose(&Disposal {
                case_number: number.to_owned(),
                expected_version: case.version,
                authority: disposal.cite.clone(),
                approved_by: disposal.approved_by.clone(),
                stamp: stamp(&self.member.staff, self.clock),
            })
            .await?;
        Ok(view(certificate, disposal.proposed_by))
    }
}

fn view(certificate: DisposalCertificate, proposed_by: String) -> CertificateView {
    let parts = certificate.entries.into_iter().chain(certificate.letters).chain(certificate.papers);
    CertificateView {
        number: certificate.case_number,
        authority: certificate.authority,
        on: certificate.on,
        proposed_by,
        approved_by: certificate.approved_by,
        parts: parts.map(|DisposedPart { kind, on, sha256 }| CertifiedPart { kind, on, sha256 }).collect(),
    }
}
