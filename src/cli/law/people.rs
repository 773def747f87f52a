//! `docket law identity`, `who-may-act`, `misfit`.

use chrono::NaiveDate;
use clap::{Args, builder::PossibleValuesParser};

use super::super::{Global, say};
use docket::error::Refusal;
use docket::law::{
    AgencyId, Capacity, Channel, IdentityQuestion, Kind, Law, LawError, Misfit, MisfitRoad, Relation,
    Sensitivity, Standing,
};

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

pub fn identity(global: &Global, law: &Law, args: IdentityArgs, today: NaiveDate) -> Result<(), Refusal> {
    let question = IdentityQuestion {
        agency: AgencyId::new(args.agency),
        kind: args.kind,
        channel: args.channel,
        capacity: args.capacity,
        sensitivity: args.sensitivity,
        personally_known: args.personally_known,
    };
    let answer = law.identity(&question, today)?;
    say::show(&answer, global.json, |answer| {
        let mut lines = vec![answer.why.clone()];
        lines.extend(answer.requirements.iter().map(|asked| format!("- {} ({})", asked.words, asked.cite)));
        lines.join("\n")
    })
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
