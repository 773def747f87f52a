//! `docket demo`: two requests from intake to letter on a practice desk, for a machine without a display.

use std::path::Path;

use super::{Global, say};
use docket::casework::{Command, Intake};
use docket::desk::{CaseView, Desk, read_request};
use docket::error::{Code, Refusal};
use docket::letters::LetterKind;

pub async fn demo(global: &Global, dir: &Path) -> Result<(), Refusal> {
    std::fs::create_dir_all(dir).map_err(|cause| Refusal::failed("The folder could not be made.", &cause))?;
    let file = dir.join("practice.desk");
    let desk = Desk::open_practice(&file, global.clock()).await?;
    let view = desk.view().await?;
    say::line(&format!("{}  Practice desk, {} open cases about people who do not exist: {}", view.today, view.open_cases, file.display()))?;
    let today = view.today;
    work(&desk, dir, read_request("ssa-chat-transcript", today)?, LetterKind::Grant).await?;
    work(&desk, dir, read_request("usps-sales-correction", today)?, LetterKind::AmendmentRefused).await?;
    desk.close().await;
    Ok(())
}

/// One request, all the way; says each step in a line.
async fn work(desk: &Desk, dir: &Path, request: docket::desk::PracticeRequest, letter: LetterKind) -> Result<(), Refusal> {
    let case = desk.open_case(Intake::clone(&request.intake)).await?;
    let clock = case.clocks.first().map(|clock| format!("{} by {} ({})", clock.clock.name, clock.clock.send_by, clock.clock.cite));
    say::line(&format!("{}  taken in: {}; first clock: {}", case.number, request.title, clock.unwrap_or_default()))?;
    let number = case.number.clone();
    let case = if case.state == docket::casework::State::Identity {
        desk.act(&number, None, Command::VerifyIdentity { note: String::new() }).await?
    } else {
        case
    };
    let proposal = case.proposal.as_ref().and_then(|proposal| proposal.candidates.first()).ok_or_else(nowhere)?;
    say::line(&format!("{number}  identity proved; routed to {}: {}", proposal.system, proposal.office))?;
    let route = Command::Route { system: proposal.system.clone(), office: proposal.office.clone() };
    desk.act(&number, None, route).await?;
    let mut case = CaseView::clone(&desk.case(&number).await?);
    for command in request.commands {
        case = desk.act(&number, None, command).await?;
    }
    let decided = case.determination.as_ref().map(|decided| decided.words.clone()).unwrap_or_default();
    let issued = desk.issue_letter(&number, None, letter).await?;
    let Some(paper) = issued.letters.last() else { return Err(nowhere()) };
    let out = dir.join(desk.letter_file_name(&number, &paper.letter).await?);
    super::letter::save(&out, &desk.letter_pdf(&number, &paper.letter).await?)?;
    say::line(&format!("{number}  {decided}; letter issued, {} bytes, every check passed: {}", paper.bytes, out.display()))?;
    let next = issued.next.first().map(|step| step.words.clone()).unwrap_or_default();
    say::line(&format!("{number}  next: {next}"))
}

fn nowhere() -> Refusal {
    Refusal::new(Code::NotFound, "The practice request found no system of records. Nothing was lost.")
}
