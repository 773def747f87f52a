//! More time under the Freedom of Information Act, which is had once and by written notice (5 U.S.C. 552(a)(6)(B)(i)).

use chrono::NaiveDate;
use serde::Serialize;

use super::{Case, ClockStatus, FoiaExtension, Ground, clocks, day};
use crate::error::{Code, Refusal};

/// Until when the time under the Freedom of Information Act could be extended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct MoreFoiaTime {
    /// The last day that the answer may be expected.
    pub through: NaiveDate,
    /// The paragraph.
    pub cite: String,
}

/// Until when the time could be extended today for unusual circumstances.
///
/// # Errors
/// Where it was extended before, no such time runs, it stands still, or it has ended; and as [`clocks`].
pub fn more_foia_time(case: &Case, ground: &Ground<'_>) -> Result<MoreFoiaTime, Refusal> {
    if case.foia_extension.is_some() {
        return Err(Refusal::new(
            Code::NotAllowed,
            "The time under the Freedom of Information Act was already extended, once. Nothing was changed.",
        ));
    }
    let now = clocks(case, ground)?;
    let mut running =
        now.iter().filter(|clock| matches!(clock.status, ClockStatus::Running | ClockStatus::Overdue));
    let found = running.find_map(|clock| {
        let extension = ground.law.extension(&case.agency, &clock.clock.clock, ground.today).ok()?;
        extension.adds.map(|_| (&clock.clock, extension.cite))
    });
    let Some((clock, cite)) = found else {
        return Err(Refusal::new(
            Code::NotAllowed,
            "No time under the Freedom of Information Act runs in this case, so there is none to extend. Leave out the \
             unusual circumstances.",
        ));
    };
    if ground.today > clock.due {
        let message = format!("The time ended on {}. It can be extended only while it runs.", day(clock.due));
        return Err(Refusal::not_allowed(message, cite));
    }
    let extended = Case {
        foia_extension: Some(FoiaExtension {
            unusual: Vec::new(),
            on: ground.today,
            noticed: Some(ground.today),
        }),
        ..case.clone()
    };
    let through = clocks(&extended, ground)?
        .into_iter()
        .find(|then| then.clock.clock == clock.clock)
        .map_or(clock.due, |then| then.clock.due);
    Ok(MoreFoiaTime { through, cite })
}
