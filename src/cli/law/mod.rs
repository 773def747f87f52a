//! `docket law`: what the statute and the regulations require, without a desk. One file for each subject.

mod appeal;
mod clocks;
mod people;
mod records;

use clap::Subcommand;

use super::{Global, rules, say};
use docket::error::Refusal;
use docket::law::{Covered, Law, coverage};

pub use clocks::working;

#[derive(Subcommand)]
pub enum LawCommand {
    /// The clocks and their citations
    Clocks(clocks::ClocksArgs),
    /// One clock with its working
    Due(clocks::DueArgs),
    /// One clock under all that happened to it: perfected, tolled, resumed, extended, an extension taken back
    Timeline(clocks::TimelineArgs),
    /// How a clock may be extended, and who must approve it
    Extensions(clocks::ExtensionsArgs),
    /// What evidence is asked
    Identity(people::IdentityArgs),
    /// Whether someone may act for the subject, and which road is open if not
    WhoMayAct(people::WhoMayActArgs),
    /// The road of a request that the Privacy Act procedure does not fit; never a denial
    Misfit(people::MisfitArgs),
    /// The charge for copies
    Fees(records::FeesArgs),
    /// The right of appeal or review: who decides, by when, and what is left after it
    Appeal(appeal::AppealArgs),
    /// The exemptions that an officer may apply, and those that may not be
    Exemptions(records::ExemptionsArgs),
    /// Which disclosures are entered in the accounting, and which of them the subject is shown
    Accounting(records::AccountingArgs),
    /// How long the office keeps its own papers
    Retention(records::RetentionArgs),
    /// Weigh each item under the Privacy Act and the Freedom of Information Act
    Worksheet(records::WorksheetArgs),
    /// Each paragraph of the regulations with the rule and the test that carry it out
    Coverage,
    /// Every rule of a rulebook with its citation, its days and where it was read
    Rules(rules::RulesAsked),
}

pub async fn law(global: &Global, law: &Law, command: LawCommand) -> Result<(), Refusal> {
    let today = global.clock().today();
    match command {
        LawCommand::Clocks(args) => clocks::clocks(global, law, args, today),
        LawCommand::Due(args) => clocks::due(global, law, args),
        LawCommand::Timeline(args) => clocks::timeline(global, law, args),
        LawCommand::Extensions(args) => clocks::extensions(global, law, args, today),
        LawCommand::Identity(args) => people::identity(global, law, args, today).await,
        LawCommand::WhoMayAct(args) => people::who_may_act(global, law, args, today),
        LawCommand::Misfit(args) => people::misfit(global, law, args, today),
        LawCommand::Fees(args) => records::fees(global, law, args, today),
        LawCommand::Appeal(args) => appeal::appeal(global, law, args),
        LawCommand::Exemptions(args) => records::exemptions(global, law, args, today).await,
        LawCommand::Accounting(args) => records::accounting(global, law, args, today),
        LawCommand::Retention(args) => records::retention(global, law, args, today),
        LawCommand::Worksheet(args) => records::worksheet(global, args),
        LawCommand::Rules(asked) => rules::rules(global, law, &asked),
        LawCommand::Coverage => say::show(&coverage()?, global.json, |covered| {
            covered.iter().map(covered_line).collect::<Vec<_>>().join("\n")
        }),
    }
}

fn covered_line(covered: &Covered) -> String {
    let by = covered.rule.as_deref().or(covered.reason.as_deref()).unwrap_or_default();
    format!("{:<28} {by}", covered.at)
}
