//! `docket law appeal`.

use chrono::NaiveDate;
use clap::Args;

use super::super::{Global, say};
use super::clocks::{extension_words, working};
use docket::error::Refusal;
use docket::law::{AgencyId, AppealSubject, DecisionTime, Law, RefusedOn, SecondLook};

#[derive(Args)]
pub struct AppealArgs {
    /// The agency
    #[arg(long)]
    agency: String,
    /// What was refused: access, amendment, or unanswered
    #[arg(long)]
    of: AppealSubject,
    /// The date of the letter; of the request, where nobody answered
    #[arg(long)]
    dated: NaiveDate,
    /// The day on which the requester received the letter
    #[arg(long)]
    received: Option<NaiveDate>,
    /// The part of the agency that decided, where it has an appeal of its own: inspector-general
    #[arg(long)]
    component: Option<String>,
}

pub fn appeal(global: &Global, law: &Law, args: AppealArgs) -> Result<(), Refusal> {
    let refused =
        RefusedOn { of: args.of, component: args.component, dated: args.dated, received: args.received };
    let look = law.second_look(&AgencyId::new(args.agency), &refused)?;
    say::show(&look, global.json, words)
}

fn words(look: &SecondLook) -> String {
    let right = &look.right;
    let within = match (right.within, right.unit) {
        (Some(days), Some(unit)) => format!("within {days} {}", unit.words()),
        _ => "at any time".to_owned(),
    };
    let from = right.counted_from.as_deref().map(|from| format!(" of {from}")).unwrap_or_default();
    let mut lines = vec![
        format!(
            "{} to {}, {}, {within}{from} ({}).",
            capital(&right.name),
            right.to.title,
            right.to.address.join(", "),
            right.cites.join("; ")
        ),
        format!("The letter should have: {}.", right.should_have.join("; ")),
    ];
    if right.statement_in_lieu {
        lines.push("A statement of disagreement may be given instead.".to_owned());
    }
    lines.extend(look.assumed.clone());
    match (&look.window, look.last_day) {
        (Some(clock), Some(last)) => {
            let accepted = look
                .accept_through
                .filter(|through| *through != last)
                .map(|through| format!(", taken through {through}"))
                .unwrap_or_default();
            lines.push(format!("Last day: {last}{accepted}."));
            lines.push(working(clock));
        }
        _ => lines.push("No rule sets the requester a time.".to_owned()),
    }
    if look.decided_within.is_empty() {
        lines.push("No rule sets a time in which it is decided.".to_owned());
    }
    lines.extend(look.decided_within.iter().map(decision));
    lines.push(format!("{} ({})", look.suit.words, look.suit.cite));
    lines.join("\n")
}

fn decision(time: &DecisionTime) -> String {
    let extension = match &time.extension {
        Some(extension) => extension_words(extension),
        None => "  No rule lets it be extended.".to_owned(),
    };
    format!(
        "{}: {} {} from {} ({}).\n{extension}",
        time.name,
        time.count,
        time.unit.words(),
        time.starts,
        time.cite
    )
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
