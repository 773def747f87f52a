//! The kinds of letter, and of the office's own papers.

use crate::law::terms;

terms! {
    /// What a letter is for; law.md's list of letters, and the papers that go with a case inside the office.
    LetterKind {
        /// Says that the request came, and who has it (39 CFR 266.5(a)(2); 20 CFR 401.65(c)).
        Acknowledgement = "acknowledgement" => "Acknowledgement",
        /// Asks for what is missing; never a denial, never appeal rights (GN 03340.075; 39 CFR 266.5(a)(1)).
        Deficiency = "deficiency" => "Request for what is missing",
        /// Says that the answer takes longer, why, and until when (20 CFR 401.50(b)).
        Delay = "delay" => "Delay notice",
        /// Grants access (39 CFR 266.5(b)(1); 20 CFR 401.50).
        Grant = "grant" => "Grant of access",
        /// Says whether a record was found (39 CFR 266.5(c); 20 CFR 401.25).
        Notification = "notification" => "Answer to a request for notification",
        /// Says what was corrected (39 CFR 266.5(d)(1); 20 CFR 401.65(d)).
        Amended = "amended" => "Notice of amendment",
        /// Refuses an amendment, whole or in part (39 CFR 266.5(d)(2); 20 CFR 401.65(e)).
        AmendmentRefused = "amendment-refused" => "Refusal of amendment",
        /// Denies access, whole or in part (39 CFR 266.5(b)(6); 20 CFR 401.70(c)).
        Denial = "denial" => "Denial of access",
        /// Denies what would reveal a confidential source, and says so (20 CFR 401.85(c)(3)).
        ConfidentialSource = "confidential-source" => "Denial to protect a confidential source",
        /// Says that the decision on an appeal or review takes longer, and who approved that (5 U.S.C. 552a(d)(3); 20 CFR 401.70(b)(1), (d)).
        Extension = "extension" => "Notice of extension",
        /// Decides the appeal or review of a refusal to amend (39 CFR 266.6(a)(3)-(4); 20 CFR 401.70(b)(2)-(3)).
        FinalAmendment = "final-amendment" => "Final decision on an amendment",
        /// Decides the appeal against a denial of access (39 CFR 266.6(a)(4); 20 CFR 401.70(d)).
        FinalAccess = "final-access" => "Final decision on access",
        /// Tells an earlier recipient of a correction or a dispute (5 U.S.C. 552a(c)(4), (d)(4)).
        RecipientNotice = "recipient-notice" => "Notice to an earlier recipient",
        /// Says that the statement of disagreement is filed, and what becomes of it (5 U.S.C. 552a(d)(4)).
        StatementFiled = "statement-filed" => "Statement of disagreement filed",
        /// Says that the request was forwarded, or where to write (20 CFR 401.65(f)).
        Referral = "referral" => "Notice of referral",
        /// Says that the medical record went to the named representative or doctor (20 CFR 401.55(b)(2); 39 CFR 266.5(b)(4)).
        MedicalRepresentative = "medical-representative" => "Medical record sent to a representative",
        /// Goes to that representative or doctor with the record (20 CFR 401.55(b)(1)(ii), (c)(2)(iii); 39 CFR 266.5(b)(4)).
        MedicalTransmittal = "medical-transmittal" => "Medical record for a representative",
        /// Tells the minor that the record went to a health professional (20 CFR 401.55(c)(2)(iv)).
        MinorNote = "minor-note" => "Note to a minor",
        /// Says what copies cost, and how that was reckoned (39 CFR 266.7; 20 CFR 401.95).
        Fee = "fee" => "Notice of a charge",
        /// The accounting of disclosures (39 CFR 266.3(d)(3); 20 CFR 401.80(c)).
        Accounting = "accounting" => "Accounting of disclosures",
        /// Says that another law than the Privacy Act answers the request, and how.
        FoiaRoute = "foia-route" => "Notice of another road",
        /// Sends a defective consent back with what is wrong with it (20 CFR 401.100; 39 CFR 266.5(b)(2)(iii)).
        ConsentReturned = "consent-returned" => "Consent returned",
        /// Says where and when to see the records, and how (39 CFR 266.5(b)(1), (3); 20 CFR 401.40(a)).
        Inspection = "inspection" => "Appointment to see records",
        /// Confirms that the requester withdrew the request.
        Withdrawal = "withdrawal" => "Confirmation of withdrawal",
        /// Says that the case was closed because nothing came; never a denial, never appeal rights.
        ClosedUnanswered = "closed-unanswered" => "Case closed without an answer",
        /// Asks the system manager or custodian to search.
        Tasking = "tasking" => "Task for the system manager",
        /// The form on which the searching office attests its search.
        SearchAttestation = "search-attestation" => "Search attestation",
        /// Where the file goes, and who does what with it.
        RoutingSlip = "routing-slip" => "Routing slip",
        /// Goes to the official of the appeal with the copies of the file.
        AppealTransmittal = "appeal-transmittal" => "File for the appeal",
        /// Certifies what was disposed of, without naming a person.
        DisposalCertificate = "disposal-certificate" => "Certificate of disposal",
        /// The envelope, No. 10, with or without a window.
        Envelope = "envelope" => "Envelope",
        /// What goes on the form for certified mail.
        CertifiedMail = "certified-mail" => "Certified mail entries",
    }
}

terms! {
    /// Who reads a letter.
    Audience {
        /// The person who asked.
        Requester = "requester" => "the requester",
        /// Somebody to whom the record was disclosed before.
        Recipient = "recipient" => "an earlier recipient",
        /// The representative, doctor or health professional for a medical record.
        Representative = "representative" => "the medical representative",
        /// The individual that the records are about, where another asked.
        Subject = "subject" => "the subject of the record",
        /// The agency itself; never the requester.
        Office = "office" => "the office",
    }
}

impl LetterKind {
    /// Who reads it.
    pub fn audience(self) -> Audience {
        match self {
            Self::Acknowledgement
            | Self::Deficiency
            | Self::Delay
            | Self::Grant
            | Self::Notification
            | Self::Amended
            | Self::AmendmentRefused
            | Self::Denial
            | Self::ConfidentialSource
            | Self::Extension
            | Self::FinalAmendment
            | Self::FinalAccess
            | Self::StatementFiled
            | Self::Referral
            | Self::MedicalRepresentative
            | Self::Fee
            | Self::Accounting
            | Self::FoiaRoute
            | Self::ConsentReturned
            | Self::Inspection
            | Self::Withdrawal
            | Self::ClosedUnanswered => Audience::Requester,
            Self::RecipientNotice => Audience::Recipient,
            Self::MedicalTransmittal => Audience::Representative,
            Self::MinorNote => Audience::Subject,
            Self::Tasking
            | Self::SearchAttestation
            | Self::RoutingSlip
            | Self::AppealTransmittal
            | Self::DisposalCertificate
            | Self::Envelope
            | Self::CertifiedMail => Audience::Office,
        }
    }

    /// Whether it carries the determination on the request.
    pub fn is_decision(self) -> bool {
        match self {
            Self::Grant
            | Self::Notification
            | Self::Amended
            | Self::AmendmentRefused
            | Self::Denial
            | Self::ConfidentialSource
            | Self::MedicalRepresentative
            | Self::Accounting => true,
            Self::Acknowledgement
            | Self::Deficiency
            | Self::Delay
            | Self::Extension
            | Self::FinalAmendment
            | Self::FinalAccess
            | Self::RecipientNotice
            | Self::StatementFiled
            | Self::Referral
            | Self::MedicalTransmittal
            | Self::MinorNote
            | Self::Fee
            | Self::FoiaRoute
            | Self::ConsentReturned
            | Self::Inspection
            | Self::Withdrawal
            | Self::ClosedUnanswered
            | Self::Tasking
            | Self::SearchAttestation
            | Self::RoutingSlip
            | Self::AppealTransmittal
            | Self::DisposalCertificate
            | Self::Envelope
            | Self::CertifiedMail => false,
        }
    }

    /// Whether it decides an appeal or review, which is the agency's last word.
    pub fn is_final_decision(self) -> bool {
        matches!(self, Self::FinalAmendment | Self::FinalAccess)
    }

    /// Whether it denies or refuses on the request, so that the requester must be told of appeal or review.
    pub fn is_refusal(self) -> bool {
        matches!(self, Self::AmendmentRefused | Self::Denial | Self::ConfidentialSource)
    }

    /// Whether it must not speak of denial or appeal: it refuses nothing.
    pub fn refuses_nothing(self) -> bool {
        matches!(
            self,
            Self::Acknowledgement
                | Self::Deficiency
                | Self::Delay
                | Self::Referral
                | Self::MedicalRepresentative
                | Self::Fee
                | Self::FoiaRoute
                | Self::ConsentReturned
                | Self::Inspection
                | Self::Withdrawal
                | Self::ClosedUnanswered
        )
    }

    /// Whether the requester may get it: the office's own papers never go to the requester.
    pub fn leaves_the_office(self) -> bool {
        self.audience() != Audience::Office
    }
}
