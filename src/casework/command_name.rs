//! The names of the commands, with the words for their buttons and the fields that they take.

use super::Command;
use crate::law::terms;

terms! {
    /// A command without its fields.
    CommandName {
        /// Record proof that came with the request or later.
        RecordEvidence = "record-evidence" => "Record proof",
        /// Set proof aside that does not prove what it should.
        RejectEvidence = "reject-evidence" => "Set proof aside",
        /// Confirm that identity and authority are proved; refused while a requirement is unmet.
        VerifyIdentity = "verify-identity" => "Confirm identity",
        /// Confirm, as a second person, that identity is proved: asked for medical and other sensitive records.
        ReviewIdentity = "review-identity" => "Confirm identity as the second person",
        /// Record whom the requester named to receive a medical record.
        NameRepresentative = "name-representative" => "Record who receives the medical record",
        /// Record a person whom the requester brings along.
        NameCompanion = "name-companion" => "Record a companion",
        /// Record another name, address or e-mail address of a person of the case; what held before is kept with its days.
        ChangePerson = "change-person" => "Change a name or address",
        /// Confirm under which law the request is answered.
        Triage = "triage" => "Choose the road",
        /// Record a later letter that belongs to this case.
        RecordLetter = "record-letter" => "Record a letter from the requester",
        /// Confirm the system of records and the office.
        Route = "route" => "Confirm the system and office",
        /// Send the request to the office, which is to answer by a date of the office's own.
        SendToOffice = "send-to-office" => "Send the request to the office",
        /// Record that the office was reminded, and perhaps given longer.
        RemindOffice = "remind-office" => "Remind the office",
        /// Record what the system manager found, and how they searched.
        RecordSearch = "record-search" => "Record what the office found",
        /// Take the entries of the accounting of disclosures into the case, less what may be held back.
        TakeAccounting = "take-accounting" => "Take the accounting of disclosures",
        /// Refer the request, or send it on, to another office or agency.
        Refer = "refer" => "Refer the request",
        /// Record what the medical reviewer found on direct access.
        RecordMedicalReview = "record-medical-review" => "Record the medical review",
        /// Decide that nothing may give away whether there is a record.
        GuardExistence = "guard-existence" => "Neither confirm nor deny",
        /// Record the subject's consent to a disclosure to a third party.
        RecordConsent = "record-consent" => "Record the subject’s consent",
        /// Arrange that the requester sees the records in person.
        ArrangeInspection = "arrange-inspection" => "Arrange an inspection",
        /// Record that the requester saw the records.
        RecordInspection = "record-inspection" => "Record the inspection",
        /// Weigh the items under both Acts: only what both let be withheld is withheld.
        Weigh = "weigh" => "Fill in the Acts’ worksheet",
        /// Sign off, as counsel, what is withheld because it was compiled for a lawsuit.
        SignAsCounsel = "sign-as-counsel" => "Sign off as counsel",
        /// Decide on every item.
        Decide = "decide" => "Decide",
        /// Approve what another person drafted: a denial, a refusal, or an appeal that is denied.
        ApproveDecision = "approve-decision" => "Approve the decision",
        /// Send the draft of a decision back.
        ReturnDecision = "return-decision" => "Return the decision to the drafter",
        /// Record why the answer takes longer, and until when, for the delay notice.
        RecordDelay = "record-delay" => "Say why the answer takes longer",
        /// Record that the disputed part of the record was marked.
        NoteDispute = "note-dispute" => "Note the dispute in the record",
        /// File the requester's statement of disagreement with the record.
        FileStatement = "file-statement" => "File the statement of disagreement",
        /// Add the agency's own concise reasons for not amending, to go with the statement.
        AddReasons = "add-reasons" => "Add the agency’s reasons",
        /// List who had the record before, beyond those in the accounting.
        ListRecipients = "list-recipients" => "List who had the record before",
        /// Record that one earlier recipient was told of the correction or dispute.
        TellRecipient = "tell-recipient" => "Record that a recipient was told",
        /// Record that everyone who had the record before was told of the amendment or dispute, or that there was nobody.
        RecordRecipientsTold = "record-recipients-told" => "Record that earlier recipients were told",
        /// Record that the change was of no error, so that nobody who had the record before need be told.
        SpareRecipients = "spare-recipients" => "Record that the change was of no error",
        /// Record that the record was amended as the decision on appeal says.
        RecordAmended = "record-amended" => "Record that the record was amended",
        /// Enter a disclosure that this case made in the accounting of disclosures.
        RecordDisclosure = "record-disclosure" => "Enter a disclosure in the accounting",
        /// Record that the requester asks for a second look.
        RecordAppeal = "record-appeal" => "Record an appeal or review",
        /// Record that the copies went to the reviewing official.
        SendAppealUp = "send-appeal-up" => "Send the copies up",
        /// Extend the time for deciding the appeal or review.
        ExtendReview = "extend-review" => "Extend the time for the review",
        /// Record the decision of the reviewing official.
        DecideAppeal = "decide-appeal" => "Record the decision on appeal",
        /// Reckon the charge for copies.
        AssessFee = "assess-fee" => "Assess the fee",
        /// Record that the charge was paid.
        RecordPayment = "record-payment" => "Record a payment",
        /// Record that a letter left the office by post.
        RecordPosted = "record-posted" => "Record that a letter was posted",
        /// Record the day on which the requester received a letter.
        RecordArrival = "record-arrival" => "Record that a letter arrived",
        /// Record that the requester withdrew.
        Withdraw = "withdraw" => "Record a withdrawal",
        /// Close the case.
        Close = "close" => "Close the case",
        /// Reopen a closed case.
        Reopen = "reopen" => "Reopen the case",
        /// Say that the record is more or less sensitive than it was taken for.
        ChangeSensitivity = "change-sensitivity" => "Change how sensitive the record is",
        /// Keep everything of the case because of a lawsuit or another duty to preserve.
        PlaceHold = "place-hold" => "Hold for litigation",
        /// Release a hold.
        ReleaseHold = "release-hold" => "Release the hold",
        /// Give the case to another member of the staff or another unit.
        Assign = "assign" => "Give the case to somebody",
        /// Show the case only to those who need to know of it.
        Restrict = "restrict" => "Keep to those who need to know",
        /// Show the case to the whole office again.
        LiftRestriction = "lift-restriction" => "Show to the whole office",
        /// Add a task of the office's own.
        AddTask = "add-task" => "Add a task",
        /// Record that a task is done.
        FinishTask = "finish-task" => "Finish a task",
        /// Leave out a step that the program asks, with a written reason.
        Overrule = "overrule" => "Overrule a step",
        /// Propose that the content of the case be destroyed by the records schedule.
        ProposeDisposal = "propose-disposal" => "Propose disposal",
        /// Add a note to the file.
        AddNote = "add-note" => "Add a note",
        /// Take back the last step: by whoever recorded it, on the same day, while nothing has left the office by it.
        Undo = "undo" => "Undo the last step",
    }
}

impl Command {
    /// Which command it is.
    pub fn name(&self) -> CommandName {
        match self {
            Command::RecordEvidence { .. } => CommandName::RecordEvidence,
            Command::RejectEvidence { .. } => CommandName::RejectEvidence,
            Command::VerifyIdentity { .. } => CommandName::VerifyIdentity,
            Command::ReviewIdentity { .. } => CommandName::ReviewIdentity,
            Command::NameRepresentative { .. } => CommandName::NameRepresentative,
            Command::NameCompanion { .. } => CommandName::NameCompanion,
            Command::ChangePerson { .. } => CommandName::ChangePerson,
            Command::Triage { .. } => CommandName::Triage,
            Command::RecordLetter { .. } => CommandName::RecordLetter,
            Command::Route { .. } => CommandName::Route,
            Command::SendToOffice { .. } => CommandName::SendToOffice,
            Command::RemindOffice { .. } => CommandName::RemindOffice,
            Command::RecordSearch { .. } => CommandName::RecordSearch,
            Command::TakeAccounting { .. } => CommandName::TakeAccounting,
            Command::Refer { .. } => CommandName::Refer,
            Command::RecordMedicalReview { .. } => CommandName::RecordMedicalReview,
            Command::GuardExistence { .. } => CommandName::GuardExistence,
            Command::RecordConsent { .. } => CommandName::RecordConsent,
            Command::ArrangeInspection { .. } => CommandName::ArrangeInspection,
            Command::RecordInspection { .. } => CommandName::RecordInspection,
            Command::Weigh { .. } => CommandName::Weigh,
            Command::SignAsCounsel { .. } => CommandName::SignAsCounsel,
            Command::Decide { .. } => CommandName::Decide,
            Command::ApproveDecision { .. } => CommandName::ApproveDecision,
            Command::ReturnDecision { .. } => CommandName::ReturnDecision,
            Command::RecordDelay { .. } => CommandName::RecordDelay,
            Command::NoteDispute { .. } => CommandName::NoteDispute,
            Command::FileStatement { .. } => CommandName::FileStatement,
            Command::AddReasons { .. } => CommandName::AddReasons,
            Command::ListRecipients { .. } => CommandName::ListRecipients,
            Command::TellRecipient { .. } => CommandName::TellRecipient,
            Command::RecordRecipientsTold { .. } => CommandName::RecordRecipientsTold,
            Command::SpareRecipients { .. } => CommandName::SpareRecipients,
            Command::RecordAmended { .. } => CommandName::RecordAmended,
            Command::RecordDisclosure { .. } => CommandName::RecordDisclosure,
            Command::RecordAppeal { .. } => CommandName::RecordAppeal,
            Command::SendAppealUp { .. } => CommandName::SendAppealUp,
            Command::ExtendReview { .. } => CommandName::ExtendReview,
            Command::DecideAppeal { .. } => CommandName::DecideAppeal,
            Command::AssessFee { .. } => CommandName::AssessFee,
            Command::RecordPayment { .. } => CommandName::RecordPayment,
            Command::RecordPosted { .. } => CommandName::RecordPosted,
            Command::RecordArrival { .. } => CommandName::RecordArrival,
            Command::Withdraw { .. } => CommandName::Withdraw,
            Command::Close { .. } => CommandName::Close,
            Command::Reopen { .. } => CommandName::Reopen,
            Command::ChangeSensitivity { .. } => CommandName::ChangeSensitivity,
            Command::PlaceHold { .. } => CommandName::PlaceHold,
            Command::ReleaseHold { .. } => CommandName::ReleaseHold,
            Command::Assign { .. } => CommandName::Assign,
            Command::Restrict { .. } => CommandName::Restrict,
            Command::LiftRestriction { .. } => CommandName::LiftRestriction,
            Command::AddTask { .. } => CommandName::AddTask,
            Command::FinishTask { .. } => CommandName::FinishTask,
            Command::Overrule { .. } => CommandName::Overrule,
            Command::ProposeDisposal { .. } => CommandName::ProposeDisposal,
            Command::AddNote { .. } => CommandName::AddNote,
            Command::Undo {} => CommandName::Undo,
        }
    }
}

impl CommandName {
    /// The fields that it takes, those in brackets where they may be left out, as the command line lists them.
    pub fn fields(self) -> &'static str {
        match self {
            CommandName::RecordEvidence => "evidence, [note], [requirement], [paper]",
            CommandName::RejectEvidence => "evidence, reason",
            CommandName::VerifyIdentity => "[note]",
            CommandName::ReviewIdentity => "[note]",
            CommandName::NameRepresentative => {
                "representative: {person: {name, [address, email]}, occupation, [health_professional, family_member]}"
            }
            CommandName::NameCompanion => "name, [statement_signed]",
            CommandName::ChangePerson => "role, person: {name, [address, email]}, reason",
            CommandName::Triage => "road, [misfit], reason",
            CommandName::RecordLetter => "about, received, channel, text",
            CommandName::Route => "system, office, [address], [reason]",
            CommandName::SendToOffice => "answer_by",
            CommandName::RemindOffice => "note, [answer_by]",
            CommandName::RecordSearch => {
                "by, where_searched, how, on, items: [{what, [pages, concerns_others, medical]}], [not_searched]"
            }
            CommandName::TakeAccounting => "[show]",
            CommandName::Refer => "to, address, why, whole, [requester_agrees]",
            CommandName::RecordMedicalReview => "finding, by, on, [note]",
            CommandName::GuardExistence => "statute, reason",
            CommandName::RecordConsent => "given_by, to_whom, what, [timeframe], signed_on",
            CommandName::ArrangeInspection => "place, on, time",
            CommandName::RecordInspection => "on, [time], statement_signed, [declined_beforehand], [note]",
            CommandName::Weigh => "items: [{item, [privacy_act, foia: [{cite, reason}]]}]",
            CommandName::SignAsCounsel => "[note]",
            CommandName::Decide => {
                "parts: [{item, outcome, [words, exemption, reveals_source, others]}], official, title"
            }
            CommandName::ApproveDecision => "[note]",
            CommandName::ReturnDecision => "reason",
            CommandName::RecordDelay => "reason, expected, [unusual]",
            CommandName::NoteDispute => "on, how",
            CommandName::FileStatement => "received, words, [in_lieu]",
            CommandName::AddReasons => "words",
            CommandName::ListRecipients => "recipients: [{name, [address, disclosed_on]}]",
            CommandName::TellRecipient => "recipient, on, how, [proof]",
            CommandName::RecordRecipientsTold => "on, how",
            CommandName::SpareRecipients => "reason",
            CommandName::RecordAmended => "on, what",
            CommandName::RecordDisclosure => "on, to, address, what, purpose, basis",
            CommandName::RecordAppeal => "of, dated, [postmarked], received, text, [late_reason]",
            CommandName::SendAppealUp => "[note]",
            CommandName::ExtendReview => "reason, expected, approver, title",
            CommandName::DecideAppeal => "outcome, words, official, title, on",
            CommandName::AssessFee => "pages, [duplicate]",
            CommandName::RecordPayment => "on, cents",
            CommandName::RecordPosted => "letter, on, [proof]",
            CommandName::RecordArrival => "letter, on, [how]",
            CommandName::Withdraw => "note",
            CommandName::Close => "[note]",
            CommandName::Reopen => "reason",
            CommandName::ChangeSensitivity => "sensitivity, reason",
            CommandName::PlaceHold => "reason",
            CommandName::ReleaseHold => "reason",
            CommandName::Assign => "to, [unit], [note]",
            CommandName::Restrict => "reason",
            CommandName::LiftRestriction => "reason",
            CommandName::AddTask => "text, by, [who]",
            CommandName::FinishTask => "task, [note]",
            CommandName::Overrule => "step, reason",
            CommandName::ProposeDisposal => "[note]",
            CommandName::AddNote => "text",
            CommandName::Undo => "none",
        }
    }
}
