//! The pictures of an office: its seal, and the signatures of its officials. They stand in the versions of its wording.
//!
//! A signature binds: it is that of one named official, who wrote or approved the version in which it first stands; it goes
//! only onto a letter that this official signs; and only the official, or whom the office named beside it, issues a letter
//! with it. A draft never has it.

use serde::{Deserialize, Serialize};

use super::picture::OfficePicture;
use super::wording::tidy;
use super::{LetterError, Signer};

/// How many officials' signatures an office keeps, how many others may issue letters with one, and how long a name may be.
const MOST_SIGNATURES: usize = 12;
const MOST_ISSUERS: usize = 12;
const LONGEST_NAME: usize = 120;

/// The pictures in one version of an office's wording.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct OfficePictures {
    /// The seal, beside the letterhead.
    #[serde(default)]
    pub seal: Option<OfficePicture>,
    /// The signatures, one an official.
    #[serde(default)]
    pub signatures: Vec<OfficialSignature>,
}

/// The signature of one official.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct OfficialSignature {
    /// The official, by the name that letters are signed with.
    pub official: String,
    /// Who besides the official may issue letters with it.
    #[serde(default)]
    pub issuers: Vec<String>,
    /// The signature.
    pub picture: OfficePicture,
}

/// The pictures of one letter, frozen with it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterPictures {
    /// The seal beside the letterhead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seal: Option<OfficePicture>,
    /// The signature above the name of whoever signs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<OfficePicture>,
}

impl LetterPictures {
    pub(super) fn is_empty(&self) -> bool {
        self.seal.is_none() && self.signature.is_none()
    }
}

impl OfficePictures {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.seal.is_none() && self.signatures.is_empty()
    }

    /// The signature for a letter that `signer` signs and the member of the staff issues; nothing where the official has
    /// none, or that member may not issue letters with it.
    pub fn signature_for(&self, signer: &Signer, member: &str) -> Option<&OfficePicture> {
        let of = self.signatures.iter().find(|of| same(&of.official, &signer.name))?;
        let may = same(&of.official, member) || of.issuers.iter().any(|issuer| same(issuer, member));
        may.then_some(&of.picture)
    }

    /// Puts an official's signature in the place of an earlier one, or takes it out.
    pub fn sign(&mut self, official: &str, signature: Option<OfficialSignature>) {
        self.signatures.retain(|known| !same(&known.official, official));
        self.signatures.extend(signature);
    }

    /// Refuses what cannot stand in a version: names that are none, or too many of them.
    pub(super) fn prove(&self) -> Result<(), LetterError> {
        let bad = |name: &String| {
            name.trim().is_empty()
                || name.chars().count() > LONGEST_NAME
                || name.chars().any(char::is_control)
        };
        let names = |of: &OfficialSignature| bad(&of.official) || of.issuers.iter().any(bad);
        if self.signatures.iter().any(names) {
            return Err(LetterError::new(
                "A signature belongs to one official. Name the official, and whoever else may issue letters with it. Nothing \
                 was changed.",
            ));
        }
        if self.signatures.len() > MOST_SIGNATURES
            || self.signatures.iter().any(|of| of.issuers.len() > MOST_ISSUERS)
        {
            return Err(LetterError::new(format!(
                "An office keeps the signatures of up to {MOST_SIGNATURES} officials, each with up to {MOST_ISSUERS} people who \
                 may issue letters with it. Nothing was changed."
            )));
        }
        Ok(())
    }

    /// The official whose signature here was not in force before, and who neither wrote nor approves the version.
    pub(super) fn without_consent(&self, before: &Self, author: &str, approver: &str) -> Option<&str> {
        let new = |of: &&OfficialSignature| !before.signatures.contains(of);
        let silent = |of: &&OfficialSignature| !same(&of.official, author) && !same(&of.official, approver);
        self.signatures.iter().filter(new).find(silent).map(|of| of.official.as_str())
    }

    /// What is other than before, one sentence each.
    pub fn changes(&self, before: &Self) -> Vec<String> {
        let size = |picture: &OfficePicture| {
            picture.size().map(|(width, height)| format!(", {width} by {height} pixels")).unwrap_or_default()
        };
        let mut changes = Vec::new();
        if self.seal != before.seal {
            changes.push(match &self.seal {
                Some(seal) => format!("The letterhead has a new seal{}.", size(seal)),
                None => "The letterhead has no seal.".to_owned(),
            });
        }
        for of in self.signatures.iter().filter(|of| !before.signatures.contains(of)) {
            let others =
                if of.issuers.is_empty() { String::new() } else { format!(", {}", of.issuers.join(", ")) };
            changes.push(format!(
                "Letters that {0} signs have a new signature{1}. They are issued with it by: {0}{others}.",
                of.official,
                size(&of.picture)
            ));
        }
        for of in &before.signatures {
            if !self.signatures.iter().any(|known| same(&known.official, &of.official)) {
                changes
                    .push(format!("Letters that {} signs leave room for a signature by hand.", of.official));
            }
        }
        changes
    }
}

/// Names are compared letter by letter: a signature is given to nobody whose name is only like the official's.
fn same(one: &str, other: &str) -> bool {
    tidy(one) == tidy(other)
}
