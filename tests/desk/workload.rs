//! The workload as people look at it: on both engines, and on the command line. What a person may not see is in no number.

use crate::desks::{Office, day, intake};
use docket::casework::{Command, ItemGiven, Outcome, PartDecided, Role, State};
use docket::desk::{Desk, NewStaff, WorkloadAsked};
use docket::error::Code;
use docket::law::{Evidence, Kind, Sensitivity};
use docket::letters::LetterKind;
use docket::reports::{MarkKind, TimeBy, Workload};

#[tokio::test]
async fn the_workload_on_an_encrypted_desk() {
    tell(&Office::encrypted().await).await;
}

#[tokio::test]
async fn the_workload_in_an_office_on_postgresql() {
    if let Some(office) = Office::postgres().await {
        tell(&office).await;
    }
}

const NOVEMBER: (&str, &str) = ("2026-11-01", "2026-11-30");

async fn tell(office: &Office) {
    let desk = office.on("2026-11-06").await;
    let mut chat = intake("ssa", Kind::Access, "2026-11-05");
    chat.text = "Please send me the transcript of my Click-to-Chat conversation of October 2.".into();
    chat.particulars.insert("ssn".into(), "987-65-4321".into());
    chat.evidence = vec![Evidence::WrittenCertification, Evidence::FalsePretensesStatement];
    let decided = desk.open_case(chat).await.expect("taken in").number;
    let waiting = desk.open_case(intake("usps", Kind::Access, "2026-11-02")).await.expect("taken in").number;
    let hidden = desk
        .open_case(docket::casework::Intake {
            sensitivity: Sensitivity::Existence,
            ..intake("usps", Kind::Notification, "2026-11-04")
        })
        .await
        .expect("taken in")
        .number;

    grant(&desk, &office.on("2026-11-19").await, &decided).await;

    let desk = office.on("2026-11-20").await;
    let load = november(&desk).await;
    assert_eq!(load.open, 3, "nothing is closed yet");
    let week = |load: &Workload, monday: &str| {
        let week = load.weeks.iter().find(|week| week.week == day(monday)).expect("the week").clone();
        (week.received, week.decided, week.open)
    };
    assert_eq!(load.weeks.len(), 4, "the weeks that today's is the last of: {:?}", load.weeks);
    assert_eq!(week(&load, "2026-10-26"), (0, 0, 0));
    assert_eq!(week(&load, "2026-11-02"), (3, 0, 3));
    assert_eq!(week(&load, "2026-11-16"), (0, 1, 3));
    let at = |load: &Workload, state: State| {
        load.steps.iter().find(|step| step.state == state).map(|step| (step.cases, step.overdue))
    };
    assert_eq!(at(&load, State::Letter), Some((1, 0)));
    assert_eq!(load.ages.iter().map(|band| band.cases).sum::<u32>(), 3);
    assert_eq!(load.ages[1].cases, 3, "all three are 15 to 18 days old: {:?}", load.ages);

    // Received on the 5th and decided on the 19th: fourteen days, for the agency, the kind and the system alike.
    let spread = |load: &Workload, by: TimeBy, of: &str| {
        load.decided.iter().find(|one| one.by == by && one.of == of).map(|one| one.spread)
    };
    for (by, of) in
        [(TimeBy::All, ""), (TimeBy::Agency, "ssa"), (TimeBy::Kind, "access"), (TimeBy::System, "60-0383")]
    {
        let spread = spread(&load, by, of).unwrap_or_else(|| panic!("times by {by} of “{of}”"));
        assert_eq!((spread.cases, spread.median, spread.mean, spread.deviation), (1, 14.0, 14.0, 0.0));
    }
    assert_eq!(spread(&load, TimeBy::Agency, "usps"), None, "nothing of that agency is decided");
    let system =
        load.systems.iter().find(|one| one.system.as_deref() == Some("60-0383")).expect("the system");
    assert_eq!((system.cases, system.open), (1, 1));
    assert!(!system.name.is_empty());
    assert!(load.systems.iter().any(|one| one.system.is_none() && one.cases == 2), "{:?}", load.systems);

    only_what_one_may_see(&desk, &hidden).await;
    the_calendar_agrees_with_the_worklist(&desk, &waiting).await;
    its_life(&desk, &decided).await;

    // A period before anything came has none of it; one that ends before it begins is refused.
    let empty = desk.workload(&asked("2026-09-01", "2026-09-30")).await.expect("counted");
    assert!(empty.decided.is_empty() && empty.systems.is_empty());
    assert!(empty.weeks.iter().all(|week| week.received + week.open == 0), "{:?}", empty.weeks);
    let refused = desk.workload(&asked("2026-11-30", "2026-11-01")).await.expect_err("no period");
    assert_eq!((refused.code, refused.field.as_deref()), (Code::BadInput, Some("to")));

    // Closing takes it out of what is open and into the week.
    let at_end = office.on("2026-11-23").await;
    let issued = at_end.issue_letter(&decided, None, LetterKind::Grant).await.expect("issued");
    let letter = issued.letters.last().expect("a letter").letter.clone();
    let post = Command::RecordPosted { letter, on: day("2026-11-23"), proof: String::new() };
    at_end.act(&decided, None, post).await.expect("posted");
    at_end.act(&decided, None, Command::Close { note: String::new() }).await.expect("closed");
    let load = november(&at_end).await;
    assert_eq!((load.open, load.weeks.last().map(|week| (week.closed, week.open))), (2, Some((1, 2))));
    assert_eq!(week(&load, "2026-11-16"), (0, 1, 3), "what was open then is still told");
}

async fn november(desk: &Desk) -> Workload {
    desk.workload(&asked(NOVEMBER.0, NOVEMBER.1)).await.expect("counted")
}

fn asked(from: &str, to: &str) -> WorkloadAsked {
    WorkloadAsked { agency: None, from: Some(day(from)), to: Some(day(to)) }
}

async fn grant(before: &Desk, later: &Desk, number: &str) {
    before.act(number, None, Command::VerifyIdentity { note: String::new() }).await.expect("proved");
    let case = before.case(number).await.expect("the case");
    let best = case.proposal.expect("a proposal").candidates.remove(0);
    let route = Command::Route {
        system: best.system,
        office: best.office,
        address: String::new(),
        reason: String::new(),
    };
    before.act(number, None, route).await.expect("routed");
    before.act(number, None, Command::SendToOffice { answer_by: day("2026-11-20") }).await.expect("sent");
    let found = Command::RecordSearch {
        by: "Lena Whitfield, systems analyst".into(),
        where_searched: "the chat archive".into(),
        how: "by name and date".into(),
        on: day("2026-11-18"),
        items: vec![ItemGiven {
            what: "the transcript of your chat".into(),
            pages: 3,
            concerns_others: false,
            medical: false,
        }],
        not_searched: String::new(),
    };
    later.act(number, None, found).await.expect("found");
    let decide = Command::Decide {
        parts: vec![PartDecided {
            item: 1,
            outcome: Outcome::Granted,
            words: String::new(),
            exemption: None,
            reveals_source: false,
            others: String::new(),
        }],
        official: "Robin Blake".into(),
        title: "Privacy Specialist".into(),
    };
    later.act(number, None, decide).await.expect("decided");
}

/// A specialist who may not see the restricted case finds it in no count.
async fn only_what_one_may_see(desk: &Desk, hidden: &str) {
    let name = "Tomasz Łukasiewicz";
    let new = NewStaff {
        name: name.into(),
        title: String::new(),
        roles: vec![Role::Specialist],
        unit: String::new(),
    };
    desk.add_staff(new).await.expect("added");
    let colleague = desk.as_member(name).await.expect("a colleague");
    assert!(colleague.case(hidden).await.is_err(), "the case is kept from them");
    let (all, theirs) = (november(desk).await, november(&colleague).await);
    assert_eq!((all.open, theirs.open), (3, 2));
    let sum = |load: &Workload| {
        (
            load.weeks.iter().map(|week| week.received).sum::<u32>(),
            load.steps.iter().map(|step| step.cases).sum::<u32>(),
            load.ages.iter().map(|band| band.cases).sum::<u32>(),
            load.systems.iter().map(|system| system.cases).sum::<u32>(),
            load.age.map_or(0, |age| age.cases),
        )
    };
    assert_eq!((sum(&all), sum(&theirs)), ((3, 3, 3, 3, 3), (2, 2, 2, 2, 2)));
    let due = async |desk: &Desk| -> u32 {
        let days = desk.due_calendar(None, day("2026-10-01"), day("2027-01-31")).await.expect("a calendar");
        days.iter().map(|day| day.cases).sum()
    };
    assert!(due(desk).await > due(&colleague).await, "nor is it in the calendar");
}

async fn the_calendar_agrees_with_the_worklist(desk: &Desk, waiting: &str) {
    let row = desk.worklist(Default::default()).await.expect("a list").rows.into_iter();
    let by = row.clone().find(|row| row.number == waiting).and_then(|row| row.next_by).expect("a day");
    let same = row.filter(|row| row.next_by == Some(by)).count();
    let days = desk.due_calendar(None, day("2026-11-01"), day("2026-12-31")).await.expect("a calendar");
    assert_eq!(days.len(), 61);
    let on = |text: &str| days.iter().find(|one| one.date == day(text)).expect("the day");
    assert_eq!(on(&by.to_string()).cases as usize, same);
    let listed = desk.cases_due(None, by).await.expect("a list").rows;
    assert!(listed.iter().any(|row| row.number == waiting) && listed.len() == same);
    assert_eq!((on("2026-11-11").working, on("2026-11-11").what.as_str()), (false, "Veterans Day"));
    assert_eq!(on("2026-11-21").what, "Saturday");
    assert!(on("2026-11-23").working);
}

/// The line of the granted case: at each step for as long as it stood there.
async fn its_life(desk: &Desk, decided: &str) {
    let life = desk.case(decided).await.expect("the case").life;
    assert_eq!((life.from, life.to), (day("2026-11-05"), day("2026-11-20")));
    let stages: Vec<_> = life.stages.iter().map(|stage| (stage.state, stage.from, stage.days)).collect();
    assert_eq!(
        stages,
        [(State::Search, day("2026-11-05"), 14), (State::Letter, day("2026-11-19"), 1)],
        "{stages:?}"
    );
    let kinds: Vec<_> = life.marks.iter().map(|mark| mark.kind).collect();
    assert_eq!(kinds.first(), Some(&MarkKind::Received));
    assert!(kinds.contains(&MarkKind::Decision) && kinds.contains(&MarkKind::Due));
    assert!(life.marks.windows(2).all(|pair| pair[0].on <= pair[1].on));
}
