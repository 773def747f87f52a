//! Whether a command may be given as the case stands, by this person. The window and the command line ask the same.

use serde::Serialize;

use super::super::{Case, CommandName, Guard, MedicalFinding, Road, Role, State, next, undo};
use super::Ground;
use crate::error::{Code, Refusal};
use crate::law::{Kind, Sensitivity};

/// The step of a rulebook under which a change of no error need not be told.
const SPARE_RECIPIENTS: &str = "spare-recipients";

/// A command, and why it cannot be given now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct ActionOffer {
    /// The command.
    pub command: CommandName,
    /// What its button says.
    pub words: String,
    /// Why it cannot be given now; nothing where it can.
    pub why_not: Option<String>,
    /// The paragraph that forbids it now.
    pub cite: Option<String>,
}

/// Every command, with the reason where it cannot be given now.
pub fn actions(case: &Case, ground: &Ground<'_>) -> Vec<ActionOffer> {
    let offer = |command: &CommandName| {
        let refused = may(case, *command, ground).err();
        ActionOffer {
            command: *command,
            words: command.words().to_owned(),
            cite: refused.as_ref().and_then(|refusal| refusal.cite.clone()),
            why_not: refused.map(|refusal| refusal.message),
        }
    };
    CommandName::ALL.iter().map(offer).collect()
}

/// Whether the command may be given.
///
/// # Errors
/// Why not, with the citation where a rule forbids it.
pub fn may(case: &Case, command: CommandName, ground: &Ground<'_>) -> Result<(), Refusal> {
    if !case.may_be_seen_by(ground.actor) {
        return Err(Refusal::not_allowed(
            "This case is kept to those who need to know of it. Ask whoever has it, or an approving official. Nothing was changed.",
            "5 U.S.C. 552a(b)(1)",
        ));
    }
    if case.closed.is_some() && !goes_on_after_closing(command) {
        return Err(not_allowed(&format!(
            "{} is closed. Reopen it first; notes can still be added. Nothing was changed.",
            case.number
        )));
    }
    match command {
        CommandName::RecordEvidence | CommandName::RejectEvidence => undecided(case),
        CommandName::VerifyIdentity => verify_identity(case, ground),
        CommandName::ReviewIdentity => review_identity(case, ground),
        CommandName::RecordConsent => {
            if case.capacity == crate::law::Capacity::ThirdParty {
                undecided(case)
            } else {
                Err(not_allowed("Consent is asked only where a third party asks for somebody’s record."))
            }
        }
        CommandName::Triage | CommandName::Refer | CommandName::ChangeSensitivity => undecided(case),
        CommandName::Route => {
            if case.search.is_some() {
                return Err(not_allowed(
                    "The office has already answered for this system. Open a new case for another system.",
                ));
            }
            answered_here(case)
        }
        CommandName::SendToOffice => {
            work_may_begin(case, ground)?;
            if case.search.is_some() {
                return Err(not_allowed("The office has already answered."));
            }
            Ok(())
        }
        CommandName::RemindOffice => match (&case.sent, &case.search) {
            (Some(_), None) => Ok(()),
            (None, _) => Err(not_allowed("The request has not been sent to the office yet. Send it first.")),
            (Some(_), Some(_)) => Err(not_allowed("The office has already answered.")),
        },
        CommandName::RecordSearch => record_search(case, ground),
        CommandName::TakeAccounting => take_accounting(case, ground),
        CommandName::RecordMedicalReview => medical_review(case),
        CommandName::GuardExistence => guard_existence(case, ground),
        CommandName::ArrangeInspection => {
            if case.main_kind() != Kind::Access || case.guard().is_some() {
                return Err(not_allowed("Only a request for access is answered by an inspection."));
            }
            work_may_begin(case, ground)
        }
        CommandName::RecordInspection => match &case.inspection {
            None => Err(not_allowed("No inspection is arranged. Arrange it first.")),
            Some(inspection) if inspection.held.is_some() => {
                Err(not_allowed("The inspection is already recorded."))
            }
            Some(_) => Ok(()),
        },
        CommandName::Weigh => {
            if case.main_kind() != Kind::Access {
                return Err(not_allowed("Only a request for access is weighed under both Acts."));
            }
            searched(case, ground)
        }
        CommandName::SignAsCounsel => {
            role(
                ground,
                &[Role::Counsel],
                "Only counsel signs off what is withheld for a lawsuit.",
                "5 U.S.C. 552a(d)(5)",
            )?;
            searched(case, ground)
        }
        CommandName::Decide => decide(case, ground),
        CommandName::ApproveDecision | CommandName::ReturnDecision => approve(case, ground),
        CommandName::RecordDelay => {
            if case.determination.is_some() {
                return Err(not_allowed("The case is decided; there is no delay to tell of."));
            }
            Ok(())
        }
        CommandName::AssessFee => searched(case, ground),
        CommandName::RecordPayment => match &case.fee {
            Some(fee) if fee.cents > fee.paid => Ok(()),
            Some(_) => Err(not_allowed("Nothing is owed.")),
            None => Err(not_allowed("No charge was reckoned.")),
        },
        CommandName::NoteDispute | CommandName::FileStatement => refused_amendment(case),
        CommandName::AddReasons => match &case.statement {
            None => Err(not_allowed("There is no statement of disagreement. File it first.")),
            Some(_) => Ok(()),
        },
        CommandName::ListRecipients | CommandName::RecordRecipientsTold | CommandName::TellRecipient => {
            if case.changed_on.is_empty() {
                return Err(not_allowed("Nothing was amended or disputed, so there is nobody to tell."));
            }
            Ok(())
        }
        CommandName::SpareRecipients => spare_recipients(case, ground),
        CommandName::RecordDisclosure => match &case.routing {
            None => Err(not_allowed("Confirm the system of records first.")),
            Some(_) => Ok(()),
        },
        CommandName::RecordAppeal => record_appeal(case),
        CommandName::SendAppealUp | CommandName::ExtendReview | CommandName::DecideAppeal => {
            open_appeal(case)
        }
        CommandName::RecordAmended => record_amended(case),
        CommandName::Withdraw => {
            if case.withdrawn.is_some() {
                return Err(not_allowed("The withdrawal is already recorded."));
            }
            Ok(())
        }
        CommandName::Close => close(case, ground),
        CommandName::Reopen => match case.closed {
            None => Err(not_allowed("The case is open.")),
            Some(_) => Ok(()),
        },
        CommandName::PlaceHold if case.hold.is_some() => Err(not_allowed("The case is already held.")),
        CommandName::ReleaseHold if case.hold.is_none() => Err(not_allowed("The case is not held.")),
        CommandName::ReleaseHold => role(
            ground,
            &[Role::Counsel, Role::Approver],
            "Only counsel or an approving official releases a hold.",
            "",
        ),
        CommandName::Restrict if case.kept_close => {
            Err(not_allowed("The case is already kept to those who need to know."))
        }
        CommandName::LiftRestriction => {
            if !case.kept_close {
                return Err(not_allowed(
                    "Nobody restricted the case; what is sensitive of itself stays restricted.",
                ));
            }
            role(
                ground,
                &[Role::Approver],
                "Only an approving official lifts the restriction.",
                "5 U.S.C. 552a(b)(1)",
            )
        }
        CommandName::FinishTask if !case.tasks.iter().any(|task| task.done.is_none()) => {
            Err(not_allowed("There is no open task."))
        }
        CommandName::Overrule => role(
            ground,
            &[Role::Specialist, Role::Approver],
            "Only a privacy specialist or an approving official leaves out a step.",
            "",
        ),
        CommandName::ProposeDisposal => super::disposal::may_propose(case, ground),
        CommandName::Undo => undo::may(case, ground),
        CommandName::NameRepresentative
        | CommandName::NameCompanion
        | CommandName::ChangePerson
        | CommandName::RecordLetter
        | CommandName::RecordPosted
        | CommandName::RecordArrival
        | CommandName::PlaceHold
        | CommandName::Assign
        | CommandName::Restrict
        | CommandName::AddTask
        | CommandName::FinishTask
        | CommandName::AddNote => Ok(()),
    }
}

/// What may be recorded of a closed case: notes, what comes in late, who has it, holds, disposal.
fn goes_on_after_closing(command: CommandName) -> bool {
    matches!(
        command,
        CommandName::AddNote
            | CommandName::Reopen
            | CommandName::RecordAppeal
            | CommandName::RecordArrival
            | CommandName::RecordLetter
            | CommandName::Assign
            | CommandName::Restrict
            | CommandName::LiftRestriction
            | CommandName::PlaceHold
            | CommandName::ReleaseHold
            | CommandName::AddTask
            | CommandName::FinishTask
            | CommandName::RecordPayment
            | CommandName::RecordInspection
            | CommandName::ProposeDisposal
            | CommandName::Undo
    )
}

fn not_allowed(message: &str) -> Refusal {
    Refusal::new(Code::NotAllowed, message)
}

fn role(ground: &Ground<'_>, roles: &[Role], message: &str, cite: &str) -> Result<(), Refusal> {
    if ground.actor.is_any(roles) {
        return Ok(());
    }
    let cite = (!cite.is_empty()).then(|| cite.to_owned());
    Err(Refusal { cite, ..not_allowed(&format!("{message} Nothing was changed.")) })
}

fn undecided(case: &Case) -> Result<(), Refusal> {
    if case.decision_letter_issued().is_some() {
        return Err(not_allowed("The letter with the decision is issued. This cannot be changed any more."));
    }
    Ok(())
}

fn verify_identity(case: &Case, ground: &Ground<'_>) -> Result<(), Refusal> {
    if case.identity_verified.is_some() {
        return Err(not_allowed("Identity is already recorded as proved. Nothing was changed."));
    }
    let identity = case.identity(ground)?;
    let unmet = identity.unmet(&case.evidence_kinds());
    if let Some(requirement) = unmet.first() {
        return Err(Refusal::not_allowed(
            format!(
                "Identity cannot be recorded as proved yet. Still needed: {} Record it, or ask the requester for it.",
                requirement.words
            ),
            requirement.cite.clone(),
        ));
    }
    Ok(())
}

/// A second person looks at the proof where the record is sensitive (20 CFR 401.45(b)(7); a decision of this program).
fn review_identity(case: &Case, ground: &Ground<'_>) -> Result<(), Refusal> {
    let Some(verified) = &case.identity_verified else {
        return Err(not_allowed("Identity is not yet confirmed by the first person."));
    };
    if !case.second_review_wanted() {
        return Err(not_allowed("No second person need look at the proof of identity here."));
    }
    if verified.by == ground.actor.name {
        return Err(Refusal::not_allowed(
            "You confirmed identity yourself. For a sensitive record a second person looks at the proof.",
            "20 CFR 401.45(b)(7)",
        ));
    }
    Ok(())
}

/// Whether the request is answered here at all, under the Privacy Act.
fn answered_here(case: &Case) -> Result<(), Refusal> {
    if case.triage.as_ref().is_some_and(|triage| matches!(triage.road, Road::Foia | Road::Neither)) {
        return Err(not_allowed(
            "The request goes another road than the Privacy Act. Tell the requester, or choose the road anew.",
        ));
    }
    if case.referrals.last().is_some_and(|referral| referral.whole) {
        return Err(not_allowed("The whole request was referred. Tell the requester."));
    }
    Ok(())
}

/// Refuses work on records while identity, consent or the system is open.
pub(super) fn work_may_begin(case: &Case, ground: &Ground<'_>) -> Result<(), Refusal> {
    answered_here(case)?;
    let identity = case.identity(ground)?;
    if !identity.has_right {
        return Err(Refusal::not_allowed(
            format!("{} Choose that road; no work on records begins here.", identity.why),
            identity.cites.join("; "),
        ));
    }
    if !case.identity_settled(ground)? {
        let sentence = if case.second_review_wanted() {
            "The record is sensitive: a second person must confirm identity before anybody works on the records."
        } else {
            "Identity is not proved yet, so nobody may work on the records. Record the proof and confirm it first."
        };
        return Err(Refusal::not_allowed(sentence, identity.cites.join("; ")));
    }
    if case.needs_consent() {
        return Err(Refusal::not_allowed(
            "A third party asks, and the consent of the subject is not recorded: to whom, what, and for which time. Record it first.",
            "5 U.S.C. 552a(b)",
        ));
    }
    if case.routing.is_none() {
        return Err(not_allowed("Confirm the system of records and the office first."));
    }
    Ok(())
}

fn record_search(case: &Case, ground: &Ground<'_>) -> Result<(), Refusal> {
    if case.main_kind() == Kind::Accounting {
        return Err(not_allowed(
            "For an accounting of disclosures nothing is searched: take the accounting.",
        ));
    }
    work_may_begin(case, ground)?;
    if case.sent.is_none() {
        return Err(not_allowed("The request has not been sent to the office yet. Send it first."));
    }
    if case.determination.is_some() {
        return Err(not_allowed("The case is already decided on the search that is recorded."));
    }
    Ok(())
}

fn take_accounting(case: &Case, ground: &Ground<'_>) -> Result<(), Refusal> {
    if case.main_kind() != Kind::Accounting {
        return Err(not_allowed("The request does not ask for an accounting of disclosures."));
    }
    work_may_begin(case, ground)?;
    if case.determination.is_some() {
        return Err(not_allowed("The case is already decided on the accounting that was taken."));
    }
    Ok(())
}

fn medical_review(case: &Case) -> Result<(), Refusal> {
    if case.sensitivity != Sensitivity::Medical {
        return Err(not_allowed("Only medical records are reviewed for the effect of direct access."));
    }
    if case.guard() == Some(Guard::MinorMedical) {
        return Err(Refusal::not_allowed(
            "A minor’s medical record always goes to the health professional whom the parent or guardian named; no review changes that.",
            "20 CFR 401.55(c)(2)",
        ));
    }
    if case.search.is_none() {
        return Err(not_allowed("Record first what the office found."));
    }
    undecided(case)
}

fn guard_existence(case: &Case, ground: &Ground<'_>) -> Result<(), Refusal> {
    role(
        ground,
        &[Role::Approver, Role::Counsel],
        "Only an approving official or counsel decides that nothing may give away whether there is a record.",
        "5 U.S.C. 552a(j), (k)",
    )?;
    undecided(case)?;
    if case.guarded.is_some() {
        return Err(not_allowed("That is already decided."));
    }
    work_may_begin(case, ground)
}

/// Whether there is something to decide on.
fn searched(case: &Case, ground: &Ground<'_>) -> Result<(), Refusal> {
    work_may_begin(case, ground)?;
    if case.search.is_none() {
        return Err(not_allowed("Record what the office found before you decide."));
    }
    undecided(case)
}

fn decide(case: &Case, ground: &Ground<'_>) -> Result<(), Refusal> {
    work_may_begin(case, ground)?;
    if case.decision_letter_issued().is_some() {
        return Err(not_allowed("The letter with the decision is issued. It cannot be decided anew."));
    }
    if case.guarded.is_some() {
        return Ok(());
    }
    if case.main_kind() == Kind::Accounting {
        return match &case.accounting {
            None => Err(not_allowed("Take the accounting of disclosures before you decide.")),
            Some(_) => Ok(()),
        };
    }
    let Some(search) = &case.search else {
        return Err(not_allowed("Record what the office found before you decide."));
    };
    let medical = search.items.iter().any(|item| item.medical);
    if medical && case.sensitivity != Sensitivity::Medical {
        return Err(Refusal::not_allowed(
            "The office found a medical record, and the case is not taken for a medical one. Change how sensitive the record is first: medical records go by a road of their own.",
            "5 U.S.C. 552a(f)(3)",
        ));
    }
    let reviewed = case.sensitivity != Sensitivity::Medical
        || case.main_kind() != Kind::Access
        || case.guard().is_some()
        || search.items.is_empty()
        || case.medical.is_some();
    if !reviewed {
        return Err(Refusal::not_allowed(
            "The record is medical. Record first what the medical reviewer found on direct access.",
            next::medical_cite(case, ground),
        ));
    }
    let needs_representative =
        case.medical.as_ref().is_some_and(|review| review.finding != MedicalFinding::NoAdverseEffect);
    if needs_representative && case.representative.is_none() {
        return Err(Refusal::not_allowed(
            "The medical record goes to the person whom the requester names to receive it, and nobody is named. Ask the requester.",
            next::medical_cite(case, ground),
        ));
    }
    Ok(())
}

/// Two persons stand behind every denial and every refusal (a decision of this program; law.md, section 7).
fn approve(case: &Case, ground: &Ground<'_>) -> Result<(), Refusal> {
    if !case.approval_wanted() {
        return Err(not_allowed("Nothing waits for approval."));
    }
    role(
        ground,
        &[Role::Approver],
        "Only an approving official approves a denial or refusal, or returns it.",
        "",
    )?;
    if case.drafter() == Some(ground.actor.name.as_str()) {
        return Err(not_allowed(
            "You drafted this decision yourself. A denial or refusal is approved by another person. Nothing was changed.",
        ));
    }
    Ok(())
}

fn refused_amendment(case: &Case) -> Result<(), Refusal> {
    let refused = case
        .determination
        .as_ref()
        .is_some_and(|made| made.parts.iter().any(|part| part.outcome.refuses_amendment()));
    if !refused || case.decision_letter_issued().is_none() {
        return Err(not_allowed(
            "No amendment was refused in this case, so there is no disagreement to file. Nothing was changed.",
        ));
    }
    Ok(())
}

fn record_appeal(case: &Case) -> Result<(), Refusal> {
    if case.appeal().is_some_and(|appeal| appeal.decision.is_none()) {
        return Err(not_allowed("An appeal is already open in this case."));
    }
    Ok(())
}

fn open_appeal(case: &Case) -> Result<(), Refusal> {
    match case.appeal() {
        None => Err(not_allowed("There is no appeal in this case.")),
        Some(appeal) if appeal.decision.is_some() => Err(not_allowed("The appeal is already decided.")),
        Some(_) => Ok(()),
    }
}

/// One agency's rule lets what was right when it was disclosed go untold, such as an earlier name or address (20 CFR
/// 401.65(d)). A dispute is told to everybody (5 U.S.C. 552a(c)(4)).
fn spare_recipients(case: &Case, ground: &Ground<'_>) -> Result<(), Refusal> {
    let book = ground.law.rulebook(&case.agency)?;
    if book.step_cite(SPARE_RECIPIENTS, case.main_kind(), ground.today).is_none() {
        return Err(Refusal::not_allowed(
            "The rule of this agency excepts no change: everybody who had the record before is told.",
            "5 U.S.C. 552a(c)(4)",
        ));
    }
    if case.changed_on.is_empty() {
        return Err(not_allowed("Nothing was amended, so there is nobody to tell."));
    }
    if case.dispute_noted.is_some() {
        return Err(Refusal::not_allowed(
            "A dispute was noted, and everybody who had the record before is told of it.",
            "5 U.S.C. 552a(c)(4)",
        ));
    }
    if next::recipients_wait(case) {
        Ok(())
    } else {
        Err(not_allowed("Everybody who had the record before was told already."))
    }
}

fn record_amended(case: &Case) -> Result<(), Refusal> {
    if case.main_kind() != Kind::Amendment {
        return Err(not_allowed("The case asks for no amendment."));
    }
    let wanted = next::amendment_after_appeal_waits(case);
    if wanted {
        Ok(())
    } else {
        Err(not_allowed("No decision on appeal says that the record is to be amended."))
    }
}

fn close(case: &Case, ground: &Ground<'_>) -> Result<(), Refusal> {
    if case.state(ground)? != State::Answered {
        return Err(not_allowed(
            "The requester has no answer yet. Send the decision, or record the withdrawal; then close the case.",
        ));
    }
    if next::recipients_wait(case) {
        return Err(Refusal::not_allowed(
            "A record was amended or a dispute noted. Record that its earlier recipients were told, or that there are none, before you close the case.",
            "5 U.S.C. 552a(c)(4)",
        ));
    }
    if next::amendment_after_appeal_waits(case) {
        return Err(not_allowed(
            "The decision on appeal says that the record is amended. Record that it was, before you close the case.",
        ));
    }
    if next::dispute_waits(case) {
        return Err(Refusal::not_allowed(
            "The requester disagrees with the record. Record that the disputed part is marked before you close the case.",
            "5 U.S.C. 552a(d)(4)",
        ));
    }
    if let Some(why) = next::accounting_entry_waits(case, ground)? {
        return Err(Refusal::not_allowed(
            "The case disclosed a record to somebody else. Enter it in the accounting of disclosures before you close the case.",
            why,
        ));
    }
    Ok(())
}
