//! `docket demo`: two requests from intake to letter on a practice desk, for a machine without a display.

use std::path::Path;

use super::{Global, say};
use docket::casework::{Command, State};
use docket::desk::{Desk, PRACTICE_APPROVER, PRACTICE_PASSPHRASE, PracticeRequest, read_request};
use docket::error::{Code, Refusal};
use docket::letters::LetterKind;

pub async fn demo(global: &Global, dir: &Path) -> Result<(), Refusal> {
    std::fs::create_dir_all(dir).map_err(|cause| Refusal::failed("The folder could not be made.", &cause))?;
    let file = dir.join("practice.desk");
    let desk = Desk::open_practice(&file, global.clock()).await?;
    let view = desk.view().await?;
    say::line(&format!(
        "{}  Practice desk, {} open cases about people who do not exist: {}",
        view.today,
        view.open_cases,
        file.display()
    ))?;
    let today = view.today;
    work(&desk, dir, read_request("ssa-chat-transcript", today)?, LetterKind::Grant).await?;
    work(&desk, dir, read_request("usps-sales-correction", today)?, LetterKind::AmendmentRefused).await?;
    desk.close().await;
    say::line(&format!(
        "The letters are in {}; the desk's passphrase is “{PRACTICE_PASSPHRASE}”.",
        dir.display()
    ))
}

/// One request, all the way to its letter; says each step in a line.
async fn work(desk: &Desk, dir: &Path, request: PracticeRequest, letter: LetterKind) -> Result<(), Refusal> {
    let title = request.title.clone();
    let number = to_the_decision(desk, request).await?;
    let case = desk.case(&number).await?;
    let clock = case.clocks.first().ok_or_else(nowhere)?;
    let (name, by, cite) = (&clock.clock.name, clock.clock.send_by, &clock.clock.cite);
    say::line(&format!("{number}  taken in: {title}; {name}: by {by} ({cite})"))?;
    let routing = case.routing.as_ref().ok_or_else(nowhere)?;
    say::line(&format!("{number}  identity proved; routed to {}: {}", routing.system, routing.office))?;
    let decided = case.determination.as_ref().ok_or_else(nowhere)?;
    if case.state == State::Approval {
        let approver = desk.as_member(PRACTICE_APPROVER).await?;
        approver.act(&number, None, Command::ApproveDecision { note: String::new() }).await?;
        say::line(&format!("{number}  {}: approved by {PRACTICE_APPROVER}", decided.words))?;
    }
    let issued = desk.issue_letter(&number, None, letter).await?;
    let paper = issued.letters.last().ok_or_else(nowhere)?;
    let out = dir.join(desk.letter_file_name(&number, &paper.letter).await?);
    super::letter::save(&out, &desk.letter_pdf(&number, &paper.letter).await?)?;
    say::line(&format!("{number}  {}; letter issued, every check passed: {}", decided.words, out.display()))?;
    let next = issued.next.first().ok_or_else(nowhere)?;
    say::line(&format!("{number}  next: {}", next.words))
}

/// Takes a request in and works it to its decision, by the same commands that staff use.
pub async fn to_the_decision(desk: &Desk, request: PracticeRequest) -> Result<String, Refusal> {
    let case = desk.open_case(request.intake).await?;
    let number = case.number;
    if case.state == State::Identity {
        desk.act(&number, None, Command::VerifyIdentity { note: String::new() }).await?;
    }
    let best =
        case.proposal.and_then(|proposal| proposal.candidates.into_iter().next()).ok_or_else(nowhere)?;
    desk.act(&number, None, super::case::route_to(best.system, best.office)).await?;
    for command in request.commands {
        desk.act(&number, None, command).await?;
    }
    Ok(number)
}

fn nowhere() -> Refusal {
    Refusal::new(Code::NotFound, "The practice request found no system of records. Nothing was lost.")
}
