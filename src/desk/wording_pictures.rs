//! The seal and the signatures as somebody gives them with a wording, and the letter that shows them.

use serde::Deserialize;

use super::Desk;
use super::wordings::WordingGiven;
use crate::error::Refusal;
use crate::law::AgencyId;
use crate::letters::{self, OfficePicture, OfficePictures, OfficialSignature, samples};

/// What is to become of the pictures: what is not named stays as it is in force.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct PicturesGiven {
    /// The seal beside the letterhead.
    #[serde(default)]
    pub seal: Option<PictureGiven>,
    /// The signatures, one an official.
    #[serde(default)]
    pub signatures: Vec<SignatureGiven>,
}

/// A picture in the place of the one in force, or none.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum PictureGiven {
    /// A PNG, in base64.
    Png(String),
    /// The one in force goes.
    TakenOut,
}

/// The signature of one official.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct SignatureGiven {
    /// The official, by the name that letters are signed with.
    pub official: String,
    /// Who besides the official may issue letters with it.
    #[serde(default)]
    pub issuers: Vec<String>,
    /// The signature.
    pub picture: PictureGiven,
}

impl PictureGiven {
    fn read(&self) -> Result<Option<OfficePicture>, Refusal> {
        match self {
            Self::Png(base64) => Ok(Some(OfficePicture::read_base64(base64)?)),
            Self::TakenOut => Ok(None),
        }
    }
}

impl PicturesGiven {
    /// The pictures in force with what is given.
    pub(super) fn after(&self, in_force: Option<&OfficePictures>) -> Result<OfficePictures, Refusal> {
        let mut pictures = in_force.cloned().unwrap_or_default();
        if let Some(seal) = &self.seal {
            pictures.seal = seal.read()?;
        }
        for given in &self.signatures {
            let trimmed = |name: &String| name.trim().to_owned();
            let (official, issuers) = (trimmed(&given.official), given.issuers.iter().map(trimmed).collect());
            let signature = given.picture.read()?.map(|picture| OfficialSignature {
                official: official.clone(),
                issuers,
                picture,
            });
            pictures.sign(&official, signature);
        }
        Ok(pictures)
    }
}

impl Desk {
    /// A letter of the sample cases as PDF, with the letterhead, the seal and the first signature that the wording would give
    /// it. Nothing is recorded.
    ///
    /// # Errors
    /// As [`Desk::preview_wording`].
    pub async fn preview_wording_pdf(
        &self,
        agency: &AgencyId,
        given: &WordingGiven,
    ) -> Result<Vec<u8>, Refusal> {
        let wording = self.wording_as_given(agency, given).await?;
        let of_agency = samples::letters_of_the_agencies();
        let kind =
            of_agency.into_iter().find(|(kind, of)| *of == agency.as_str() && kind.leaves_the_office());
        let Some((kind, of)) = kind else {
            return Err(Refusal::not_found(
                "There is no sample letter of this agency. Nothing was recorded.",
            ));
        };
        let mut facts = samples::facts(kind, of);
        facts.letterhead.address.extend(wording.letterhead_lines.iter().cloned());
        facts.pictures.seal.clone_from(&wording.pictures.seal);
        if let Some(signature) = wording.pictures.signatures.first() {
            facts.signer.name.clone_from(&signature.official);
            facts.pictures.signature = Some(signature.picture.clone());
        }
        let letter = letters::compose(&self.room.clauses.worded(&wording)?, &facts)?;
        Ok(self.room.typesetter.pdf(&letter)?.bytes)
    }
}
