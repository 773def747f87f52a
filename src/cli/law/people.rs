//! `docket law identity`, `who-may-act`, `misfit`.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, builder::PossibleValuesParser};
use serde::Serialize;

use super::super::{Global, input, say};
use docket::casework::{Asked, AskedBy, Asking, asked};
use docket::error::Refusal;
use docket::law::{
    AgencyId, Capacity, Channel, IdentityAnswer, IdentityFacts, IdentityQuestion, Kind, Law, LawError,
    Misfit, MisfitRoad, Relation, Sensitivity, Standing,
};
use docket::routing::notification_rule;

#[derive(Args)]
pub struct IdentityArgs {
    /// The agency
    #[arg(long)]
    agency: String,
    /// What is asked for
    #[arg(long)]
    kind: Kind,
    /// How the request came
    #[arg(long)]
    channel: Channel,
    /// In what capacity the requester asks
    #[arg(long)]
    capacity: Capacity,
    /// How sensitive the record is
    #[arg(long)]
    sensitivity: Sensitivity,
    /// Staff know the requester
    #[arg(long)]
    personally_known: bool,
    /// What the requester is to the subject, more exactly than the capacity tells: guardian-of-minor
    #[arg(long)]
    relation: Option<Relation>,
    /// The age of a minor who asks for their own record
    #[arg(long, value_name = "YEARS")]
    minor_age: Option<u32>,
    /// The agency already has the proof of the relationship
    #[arg(long)]
    relationship_on_file: bool,
    /// The amendment is of a slip that nobody disputes
    #[arg(long)]
    undisputed_slip: bool,
    /// A parent or guardian asks for their own ends, not on behalf of the subject
    #[arg(long)]
    own_ends: bool,
    /// Also what the notice of this system asks
    #[arg(long, value_name = "NUMBER")]
    system: Option<String>,
    /// The requester's words, where the notice asks different things on different matters
    #[arg(long, requires = "system")]
    text: Option<String>,
    /// Notices to go by besides the built-in catalogue
    #[arg(long, num_args = 1.., value_name = "FILE", requires = "system")]
    catalog: Vec<PathBuf>,
}

/// What the rule asks, and what the notice of a system asks besides.
#[derive(Serialize)]
struct IdentityAsked {
    #[serde(flatten)]
    answer: IdentityAnswer,
    system: Option<String>,
    asked: Vec<Asked>,
}

#[derive(Args)]
pub struct WhoMayActArgs {
    /// The agency
    #[arg(long)]
    agency: String,
    /// What the person is to the subject of the record
    // The id is that of the option for staff, which has the same name everywhere else.
    #[arg(id = "as_name", long = "as", value_name = "RELATION",
          value_parser = PossibleValuesParser::new(Relation::ALL.iter().map(|one| one.as_str())))]
    who: String,
}

#[derive(Args)]
pub struct MisfitArgs {
    /// The agency
    #[arg(long)]
    agency: String,
    /// Why the procedure does not fit [default: all that the agency has a road for]
    #[arg(long, value_parser = PossibleValuesParser::new(Misfit::ALL.iter().map(|one| one.as_str())))]
    what: Option<String>,
}

pub async fn identity(
    global: &Global,
    law: &Law,
    args: IdentityArgs,
    today: NaiveDate,
) -> Result<(), Refusal> {
    let question = IdentityQuestion {
        agency: AgencyId::new(args.agency),
        kind: args.kind,
        channel: args.channel,
        capacity: args.capacity,
        sensitivity: args.sensitivity,
        personally_known: args.personally_known,
        facts: IdentityFacts {
            relation: args.relation,
            minor_age: args.minor_age,
            relationship_on_file: args.relationship_on_file,
            undisputed_slip: args.undisputed_slip,
            own_ends: args.own_ends,
        },
    };
    let answer = law.identity(&question, today)?;
    let catalogue = input::catalogue(&args.catalog, law).await?;
    let revision = match &args.system {
        Some(number) => Some(input::system_of(&catalogue, number, &question.agency, today)?),
        None => None,
    };
    let notice = revision.and_then(|revision| {
        let rule = notification_rule(&revision.system, args.text.as_deref().unwrap_or_default())?;
        Some((revision, rule))
    });
    let asking = Asking {
        identity: &answer,
        channel: args.channel,
        capacity: args.capacity,
        at_hand: &[],
        given: &[],
    };
    let asked = asked(&asking, notice);
    let system = revision.map(|revision| revision.system.number.clone());
    say::show(&IdentityAsked { answer, system, asked }, global.json, |said| {
        let mut lines = vec![format!("{} ({})", said.answer.why, said.answer.cites.join("; "))];
        lines.extend(said.asked.iter().map(asked_line));
        lines.join("\n")
    })
}

fn asked_line(asked: &Asked) -> String {
    let also = asked.also_by.as_ref().map(|notice| format!("; {notice} asks the same")).unwrap_or_default();
    match asked.by {
        AskedBy::Rule => format!("- {} ({}{also})", asked.words, asked.cite),
        AskedBy::Notice => format!("- asked by the notice only: {} ({})", asked.words, asked.cite),
    }
}

pub fn who_may_act(global: &Global, law: &Law, args: WhoMayActArgs, today: NaiveDate) -> Result<(), Refusal> {
    let who: Relation = args.who.parse().map_err(|cause: String| Refusal::bad_input("as", cause))?;
    let standing = law.standing(&AgencyId::new(args.agency), who, today)?;
    say::show(&standing, global.json, |standing| standing_words(who, standing))
}

fn standing_words(who: Relation, standing: &Standing) -> String {
    let answer = if standing.may_act { "yes" } else { "no right to act" };
    let mut lines = vec![
        format!("{}: {answer}; the request is taken in as: {}.", who.words(), standing.capacity),
        format!("{} ({})", standing.words, standing.cite),
    ];
    if !standing.shown_by.is_empty() {
        let any: Vec<&str> = standing.shown_by.iter().map(|evidence| evidence.words()).collect();
        lines.push(format!("Shown by any of: {}.", any.join("; ")));
    }
    lines.join("\n")
}

pub fn misfit(global: &Global, law: &Law, args: MisfitArgs, today: NaiveDate) -> Result<(), Refusal> {
    let agency = AgencyId::new(args.agency);
    if let Some(what) = args.what {
        let what: Misfit = what.parse().map_err(|cause: String| Refusal::bad_input("what", cause))?;
        return say::show(&law.misfit(&agency, what, today)?, global.json, road_words);
    }
    let mut roads = Vec::new();
    for what in Misfit::ALL {
        match law.misfit(&agency, *what, today) {
            Ok(road) => roads.push(road),
            Err(LawError::NoSuchRule { .. } | LawError::NotInForce { .. }) => {}
            Err(other) => return Err(other.into()),
        }
    }
    say::show(&roads, global.json, |roads| roads.iter().map(road_words).collect::<Vec<_>>().join("\n\n"))
}

fn road_words(road: &MisfitRoad) -> String {
    let goes_on = if road.privacy_act_case {
        "The case goes on under the Privacy Act."
    } else {
        "It is no Privacy Act case, and it is not denied."
    };
    let mut lines = vec![
        format!("{}: {} ({})", road.misfit.words(), road.road, road.cite),
        goes_on.to_owned(),
        format!("The letter says: {}", road.tell),
    ];
    if !road.clocks.is_empty() {
        lines.push(format!("Clocks that run: {}.", road.clocks.join(", ")));
    }
    lines.join("\n")
}
