//! The words of the field as types: who asks, what for, by which way, and with what proof.
//!
//! Spelled in JSON as the command line's contract spells them. Nothing here decides anything.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The short name of an agency whose rulebook is loaded: `usps`, `ssa`, or one that an office adds.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(transparent)]
pub struct AgencyId(pub String);

impl AgencyId {
    /// Wraps a short name. Whether a rulebook for it exists is asked of [`crate::law::Law::rulebook`].
    pub fn new(id: impl Into<String>) -> Self {
        Self(id.into())
    }

    /// The short name as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The prefix of case numbers: `USPS`, `SSA`.
    pub fn prefix(&self) -> String {
        self.0.to_uppercase()
    }
}

impl fmt::Display for AgencyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Declares an enum whose JSON names are kebab-case, with the list of all values and parsing from that name.
macro_rules! terms {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $text:literal => $words:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "bindings", derive(specta::Type))]
        pub enum $name {
            $($(#[$vmeta])* #[serde(rename = $text)] $variant),+
        }

        impl $name {
            /// Every value, in the order in which the window shows them.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The name in JSON and on the command line.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text),+ }
            }

            /// The words for it on screen and in history.
            pub fn words(self) -> &'static str {
                match self { $($name::$variant => $words),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = String;
            fn from_str(text: &str) -> Result<Self, String> {
                Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or_else(|| {
                    let known: Vec<_> = Self::ALL.iter().map(|value| value.as_str()).collect();
                    format!("“{text}” is not one of: {}.", known.join(", "))
                })
            }
        }
    };
}
pub(crate) use terms;

terms! {
    /// What the person asks for (5 U.S.C. 552a(c)(3), (d)(1), (d)(2), (f)(1)).
    Kind {
        /// Whether a system of records has a record on the person.
        Notification = "notification" => "notification",
        /// To see a record or have a copy.
        Access = "access" => "access",
        /// To have a record corrected.
        Amendment = "amendment" => "amendment",
        /// To learn to whom a record was disclosed.
        Accounting = "accounting" => "accounting of disclosures",
    }
}

terms! {
    /// The way in which the request came.
    Channel {
        /// By letter.
        Mail = "mail" => "by mail",
        /// At the counter.
        InPerson = "in-person" => "in person",
        /// By telephone.
        Telephone = "telephone" => "by telephone",
        /// By e-mail or a web form.
        Electronic = "electronic" => "electronically",
    }
}

terms! {
    /// In what capacity the requester asks (5 U.S.C. 552a(h); 20 CFR 401.40(a), 401.75; 39 CFR 266.5(b)(2)).
    Capacity {
        /// The subject of the record.
        OneSelf = "self" => "the person the records are about",
        /// A minor who asks for their own record.
        MinorSelf = "minor-self" => "a minor asking for their own record",
        /// The parent of a minor.
        Parent = "parent" => "the parent of a minor",
        /// The guardian of a minor, or of an adult whom a court declared incompetent.
        Guardian = "guardian" => "a legal guardian",
        /// Anyone else.
        ThirdParty = "third-party" => "a third party",
    }
}

terms! {
    /// How sensitive the record, or the bare fact that it exists, is.
    Sensitivity {
        /// Nothing out of the ordinary.
        Ordinary = "ordinary" => "ordinary",
        /// Medical or psychological.
        Medical = "medical" => "medical",
        /// Mere notice that the record exists would invade privacy (20 CFR 401.45(a)(1)).
        Existence = "existence" => "even its existence is private",
    }
}

terms! {
    /// What can prove identity, relationship or authority.
    Evidence {
        /// An official identity document with a photograph.
        PhotoId = "photo-id" => "official photo identification",
        /// At least one piece of tangible identification (20 CFR 401.45(b)(1)).
        TangibleId = "tangible-id" => "a piece of tangible identification",
        /// The Postal Service's completed form (39 CFR 266.5(b)(2)(i)).
        CertificationOfIdentity = "certification-of-identity" => "a completed Certification of Identity form",
        /// A signed certification that one is the person one claims to be.
        WrittenCertification = "written-certification" => "a signed certification of identity",
        /// A notarized statement.
        NotarizedStatement = "notarized-statement" => "a notarized statement",
        /// The signed sentence on requests under false pretenses (20 CFR 401.45(b)(5)).
        FalsePretensesStatement = "false-pretenses-statement" => "the signed false-pretenses statement",
        /// Particulars that parallel those in the record.
        ParallelParticulars = "parallel-particulars" => "particulars that parallel the record",
        /// The Social Security number of record.
        SsnOfRecord = "ssn-of-record" => "the Social Security number of record",
        /// Remote identity proofing commensurate with the sensitivity (20 CFR 401.45(b)(3)).
        RemoteProofing = "remote-proofing" => "remote identity proofing",
        /// The Postal Service's completed Privacy Waiver (39 CFR 266.5(b)(2)(iii)).
        PrivacyWaiver = "privacy-waiver" => "a completed Privacy Waiver",
        /// The subject's written consent (20 CFR 401.100).
        Consent = "consent" => "the subject's written consent",
        /// A copy of a birth certificate.
        BirthCertificate = "birth-certificate" => "a copy of the birth certificate",
        /// A court order.
        CourtOrder = "court-order" => "a court order",
        /// Other competent evidence of guardianship.
        OtherGuardianshipEvidence = "other-guardianship-evidence" => "other evidence of guardianship",
        /// A representative named in writing for medical records (20 CFR 401.55(b)(1)(ii)).
        MedicalRepresentative = "medical-representative" => "a named representative for medical records",
        /// A health professional outside the family (20 CFR 401.55(c)(2)).
        HealthProfessionalOutsideFamily = "health-professional-outside-family" => "a named health professional outside the family",
        /// Proof of the asking person's own identity.
        OwnIdentity = "own-identity" => "proof of the requester's own identity",
    }
}
