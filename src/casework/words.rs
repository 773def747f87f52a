//! The words of casework as types: roads, outcomes, findings. Spelled in JSON as the command line spells them.

use crate::law::terms;

terms! {
    /// What was decided on one record or part.
    Outcome {
        /// Access is given.
        Granted = "granted" => "granted",
        /// The record was corrected as asked.
        Amended = "amended" => "amended",
        /// The amendment is refused.
        Refused = "refused" => "refused",
        /// The amendment is refused because the record is evidence or a finding in a claim (20 CFR 401.65(b)).
        RefusedClaimEvidence = "refused-claim-evidence" => "refused: evidence or a finding in a claim",
        /// Access is denied under an exemption.
        Denied = "denied" => "denied",
        /// No record was found.
        NoRecord = "no-record" => "no record found",
        /// The record has no personal information on the requester (39 CFR 266.5(b)(6)).
        NoPersonalInformation = "no-personal-information" => "no personal information on the requester",
        /// A medical record goes to the person named to receive it (20 CFR 401.55(b); 39 CFR 266.5(b)(4)).
        ToRepresentative = "to-representative" => "sent to the person named to receive it",
    }
}

impl Outcome {
    /// Whether a second person must approve it: a denial or a refusal.
    pub fn is_adverse(self) -> bool {
        match self {
            Outcome::Granted | Outcome::Amended | Outcome::ToRepresentative => false,
            Outcome::Refused
            | Outcome::RefusedClaimEvidence
            | Outcome::Denied
            | Outcome::NoRecord
            | Outcome::NoPersonalInformation => true,
        }
    }

    /// Whether it refuses an amendment.
    pub fn refuses_amendment(self) -> bool {
        matches!(self, Outcome::Refused | Outcome::RefusedClaimEvidence)
    }
}

terms! {
    /// Under which law a request is answered.
    Road {
        /// The Privacy Act.
        PrivacyAct = "privacy-act" => "the Privacy Act",
        /// The Privacy Act, and the Freedom of Information Act for what it need not release.
        Both = "both" => "the Privacy Act and the Freedom of Information Act",
        /// The Freedom of Information Act alone.
        Foia = "foia" => "the Freedom of Information Act",
        /// Neither: another procedure of the agency.
        Neither = "neither" => "neither Act: another procedure",
    }
}

terms! {
    /// What a later letter of the requester brings.
    LetterAbout {
        /// What was still missing.
        Supplies = "supplies" => "what was missing",
        /// A question on the case.
        Question = "question" => "a question",
        /// Anything else.
        Other = "other" => "another matter",
    }
}

terms! {
    /// What the medical reviewer finds (20 CFR 401.55(b)(2); 39 CFR 266.5(b)(4)).
    MedicalFinding {
        /// Direct access is not likely to have an adverse effect.
        NoAdverseEffect = "no-adverse-effect" => "no adverse effect is likely",
        /// Direct access is likely to have an adverse effect.
        AdverseEffect = "adverse-effect" => "an adverse effect is likely",
        /// The reviewer is not qualified to say.
        NotQualified = "not-qualified" => "the agency is not qualified to say",
    }
}

terms! {
    /// The part that a person has in a case.
    PersonRole {
        /// Who asks.
        Requester = "requester" => "requester",
        /// About whom.
        Subject = "subject" => "subject",
        /// Who receives a medical record.
        Representative = "representative" => "person named to receive the medical record",
        /// Who may be present.
        Companion = "companion" => "companion",
    }
}

terms! {
    /// What came of an appeal or review.
    AppealOutcome {
        /// The first decision is reversed.
        Granted = "granted" => "granted",
        /// It is reversed in part.
        GrantedInPart = "granted-in-part" => "granted in part",
        /// It stands.
        Upheld = "upheld" => "denied",
    }
}

terms! {
    /// Why nothing may give away whether there is a record.
    Guard {
        /// The agency neither confirms nor denies (39 CFR 266.8(b)(2); 20 CFR 401.85).
        Neither = "neither-confirm-nor-deny" => "neither confirm nor deny",
        /// A parent or guardian asks for a minor's medical record (20 CFR 401.55(c)(2)(iii)).
        MinorMedical = "minor-medical" => "a minor’s medical record",
    }
}
