//! An office corrects its rulebooks: from taking the correction to the letter that rests on it, on both engines.

use docket::casework::{Command, ItemGiven, Outcome, PartDecided};
use docket::desk::{Desk, RuleKind, VersionState, WorklistQuery};
use docket::error::Code;
use docket::law::{AgencyId, Evidence, Kind};
use docket::letters::LetterKind;
use docket::store::{OverridesMark, Stamp};

use crate::desks::{Office, day, intake};

const TODAY: &str = "2026-11-20";
const WHY: &str = "The General Counsel moved; told by her office on 18 November.";

const NEW_COUNSEL: &str = r#"
for = "usps"

[[office]]
key = "general-counsel"
title = "General Counsel"
address = ["U.S. Postal Service", "500 Nonesuch Plaza SW", "Washington, DC 20260-1101"]
cite = "39 CFR 266.6(a)(1)"
effective_from = "2026-11-20"
source = "letter of the General Counsel's office of 18 November 2026"
"#;

const SHORTER_ACKNOWLEDGEMENT: &str = r#"
for = "usps"

[[clock]]
id = "usps-acknowledge"
name = "Acknowledge the request"
count = 5
unit = "calendar"
duty = "agency"
starts = "receipt"
met_by = ["acknowledgement-sent", "decision-sent"]
kinds = ["notification", "access", "amendment", "accounting"]
cite = "39 CFR 266.5(a)(2), as the office applies it"
effective_from = "2026-11-20"
source = "instruction of the privacy officer of 16 November 2026"
"#;

/// Each scenario on an encrypted file and on PostgreSQL.
macro_rules! on_both_engines {
    ($($story:ident: $encrypted:ident, $postgres:ident;)+) => {$(
        #[tokio::test]
        async fn $encrypted() {
            $story(&Office::encrypted().await).await;
        }

        #[tokio::test]
        async fn $postgres() {
            if let Some(office) = Office::postgres().await {
                $story(&office).await;
            }
        }
    )+};
}

on_both_engines! {
    address: a_letter_names_the_corrected_office_on_an_encrypted_desk, a_letter_names_the_corrected_office_on_postgresql;
    clock: a_corrected_clock_runs_for_new_cases_on_an_encrypted_desk, a_corrected_clock_runs_for_new_cases_on_postgresql;
    resting: a_correction_that_another_rests_on_stays_on_an_encrypted_desk, a_correction_that_another_rests_on_stays_on_postgresql;
    refusals: what_cannot_be_taken_leaves_nothing_on_an_encrypted_desk, what_cannot_be_taken_leaves_nothing_on_postgresql;
    tampering: a_changed_correction_is_found_on_an_encrypted_desk, a_changed_correction_is_found_on_postgresql;
    newer_program: one_that_no_longer_fits_is_left_out_on_an_encrypted_desk, one_that_no_longer_fits_is_left_out_on_postgresql;
}

/// The appeal of a refusal goes to the corrected address from the moment the correction is taken, and to the old one
/// again once it is withdrawn. What was issued before stays as it was.
async fn address(office: &Office) {
    let desk = office.on(TODAY).await;
    let [before, during, after] = [refused(&desk).await, refused(&desk).await, refused(&desk).await];
    let old = desk.issue_letter(&before, None, LetterKind::AmendmentRefused).await.expect("issued");
    let old_letter = old.letters.last().expect("a letter").letter.clone();
    let old_pages = desk.letter_pdf(&before, &old_letter).await.expect("its pages");

    // A colleague who has the same desk open learns of it at their next question.
    let colleague = office.on(TODAY).await;
    let preview = desk.preview_overlay(NEW_COUNSEL).await.expect("a preview");
    let changed: Vec<_> = preview.changes[0].fields.iter().map(|field| field.field.as_str()).collect();
    assert_eq!((changed, preview.open_cases), (vec!["address", "source"], 0));
    assert!(!text(&desk, &during).await.contains("Nonesuch"), "a preview changes nothing");
    assert!(desk.overlays().await.expect("a list").is_empty());

    let taken = desk.take_overlay(NEW_COUNSEL, WHY).await.expect("taken");
    assert_eq!((taken.id, taken.taken_by.as_str(), taken.taken_on), (1, "Robin Blake", day(TODAY)));
    for desk in [&desk, &colleague, &office.on(TODAY).await] {
        let draft = text(desk, &during).await;
        assert!(draft.contains("500 Nonesuch Plaza SW"), "{draft}");
    }
    let rules = colleague.rules(&AgencyId::new("usps"), None).await.expect("the rules");
    let counsel = rules.iter().find(|rule| rule.rule == "general-counsel").expect("the rule");
    assert_eq!(counsel.versions[0].correction.as_deref(), Some("1"));
    assert_eq!(counsel.versions[0].state, VersionState::InForce);

    let new = desk.issue_letter(&during, None, LetterKind::AmendmentRefused).await.expect("issued");
    let new_letter = new.letters.last().expect("a letter").letter.clone();
    let new_pages = desk.letter_pdf(&during, &new_letter).await.expect("its pages");
    assert_eq!(desk.letter_pdf(&before, &old_letter).await.expect("the old pages"), old_pages);

    let short = desk.withdraw_overlay(1, "No.").await.expect_err("no reason");
    assert_eq!((short.code, short.field.as_deref()), (Code::BadInput, Some("reason")));
    let withdrawn = colleague.withdraw_overlay(1, "She moved back again.").await.expect("withdrawn");
    assert_eq!(withdrawn.withdrawn.expect("withdrawn").reason, "She moved back again.");
    assert_eq!(withdrawn.changes.len(), 1, "what it had changed can still be read");
    for desk in [&desk, &colleague] {
        let draft = text(desk, &after).await;
        assert!(draft.contains("475 L'Enfant") && !draft.contains("Nonesuch"), "{draft}");
    }
    let twice = desk.withdraw_overlay(1, "She moved back again.").await;
    assert_eq!(twice.expect_err("it does not hold").code, Code::NotFound);
    assert_eq!(desk.letter_pdf(&during, &new_letter).await.expect("the new pages"), new_pages);

    let report = desk.verify_ledger().await.expect("a report");
    assert_eq!((report.letters, report.broken), (2, None));
}

/// A case keeps the clock of the day on which it was received; the worklist shows the new day of those that change.
async fn clock(office: &Office) {
    let desk = office.on(TODAY).await;
    let old = desk.open_case(intake("usps", Kind::Access, "2026-11-19")).await.expect("taken in").number;
    let new = desk.open_case(intake("usps", Kind::Access, "2026-11-20")).await.expect("taken in").number;
    let due = async |number: &str| {
        let case = desk.case(number).await.expect("the case");
        let clock =
            case.clocks.iter().find(|clock| clock.clock.clock == "usps-acknowledge").expect("a clock");
        (clock.clock.count, clock.clock.due)
    };
    let listed = async |number: &str| {
        let list = desk.worklist(WorklistQuery::default()).await.expect("the worklist");
        list.rows.into_iter().find(|row| row.number == number).expect("its row").next_by
    };
    assert_eq!(due(&new).await, (10, day("2026-11-30")));
    let (old_row, new_row) = (listed(&old).await, listed(&new).await);

    let preview = desk.preview_overlay(SHORTER_ACKNOWLEDGEMENT).await.expect("a preview");
    assert_eq!(preview.open_cases, 1, "only the case received on its first day");
    desk.take_overlay(SHORTER_ACKNOWLEDGEMENT, WHY).await.expect("taken");
    assert_eq!(due(&old).await, (10, day("2026-11-29")));
    assert_eq!(due(&new).await, (5, day("2026-11-25")));
    assert_eq!(listed(&old).await, old_row);
    assert!(listed(&new).await < new_row, "{:?} is not before {new_row:?}", listed(&new).await);

    // Each is laid over those before it; taking the last away brings the one before it back.
    let later = SHORTER_ACKNOWLEDGEMENT.replace("count = 5", "count = 6");
    desk.take_overlay(&later, "Six days after all.").await.expect("taken");
    assert_eq!(due(&new).await, (6, day("2026-11-26")));
    let ended = SHORTER_ACKNOWLEDGEMENT.replace(
        "effective_from = \"2026-11-20\"",
        "effective_from = \"2027-01-01\"\neffective_to = \"2027-06-30\"",
    );
    desk.take_overlay(&ended, "Five days for half a year.").await.expect("taken");
    assert_eq!(
        desk.overlays().await.expect("a list").iter().map(|one| one.id).collect::<Vec<_>>(),
        [3, 2, 1]
    );
    for id in [3, 2, 1] {
        desk.withdraw_overlay(id, "It was a trial only.").await.expect("withdrawn");
    }
    assert_eq!(due(&new).await, (10, day("2026-11-30")));
    assert_eq!((listed(&old).await, listed(&new).await), (old_row, new_row));
    assert_eq!(desk.verify_ledger().await.expect("a report").broken, None);
}

/// What a later correction rests on cannot be withdrawn from under it.
async fn resting(office: &Office) {
    let desk = office.on(TODAY).await;
    let new_office = NEW_COUNSEL.replace("general-counsel", "deputy-counsel");
    desk.take_overlay(&new_office, WHY).await.expect("taken");
    let rules = desk.rules(&AgencyId::new("usps"), None).await.expect("the rules");
    let appeal = rules
        .iter()
        .filter(|rule| rule.kind == RuleKind::Appeal && rule.rulebook == "usps")
        .flat_map(|rule| &rule.versions)
        .find(|version| {
            version.draft.contains("to = \"general-counsel\"") && version.state == VersionState::InForce
        })
        .expect("an appeal to the General Counsel");
    let to_deputy = appeal
        .draft
        .replace("general-counsel", "deputy-counsel")
        .replace("source = \"\"", "source = \"instruction of the General Counsel\"");
    desk.take_overlay(&to_deputy, "The deputy decides appeals now.").await.expect("taken");
    let early = desk.withdraw_overlay(1, "There is no deputy.").await.expect_err("2 rests on it");
    assert_eq!(early.code, Code::NotAllowed);
    assert!(early.message.contains("correction 2"), "{}", early.message);
    for id in [2, 1] {
        desk.withdraw_overlay(id, "There is no deputy.").await.expect("withdrawn");
    }
}

/// A malformed correction, another agency's, one without a reason, one under which cases could not be worked on.
async fn refusals(office: &Office) {
    let desk = office.on(TODAY).await;
    desk.open_case(intake("usps", Kind::Access, "2026-11-19")).await.expect("taken in");
    let entries = desk.verify_ledger().await.expect("a report").entries;
    let no_privacy_office = r#"
for = "usps"
[[office]]
key = "privacy"
title = "Privacy and Records Management Office"
address = ["U.S. Postal Service", "500 Nonesuch Plaza SW"]
cite = "39 CFR 266.5(a)(1)"
effective_from = "2026-11-01"
source = "hearsay"
unconfirmed = true
"#;
    let long = format!("{NEW_COUNSEL}# {}", "x".repeat(256 * 1024));
    for (text, reason, field) in [
        ("for = \"usps\"\n[[office]", WHY, Some("text")),
        (NEW_COUNSEL.replace("[[office]]", "[[ofice]]").as_str(), WHY, Some("text")),
        (NEW_COUNSEL.replace("source =", "source = \"\" #").as_str(), WHY, Some("text")),
        (NEW_COUNSEL.replace("\"usps\"", "\"nasa\"").as_str(), WHY, Some("text")),
        (NEW_COUNSEL, " moved ", Some("reason")),
        (NEW_COUNSEL, &"word ".repeat(1000), Some("reason")),
        (no_privacy_office, WHY, None),
        (long.as_str(), WHY, Some("text")),
    ] {
        let refused = desk.take_overlay(text, reason).await.expect_err(text);
        assert!(refused.message.contains("othing"), "{}", refused.message);
        assert_eq!(refused.field.as_deref(), field, "{}", refused.message);
    }
    assert!(desk.overlays().await.expect("a list").is_empty());
    assert_eq!(desk.verify_ledger().await.expect("a report").entries, entries);
    assert!(desk.view().await.expect("a desk").corrections_left_out.is_empty());
}

/// Whoever changes what was taken, past the program, is found out; and the desk does not work by it.
async fn tampering(office: &Office) {
    let desk = office.on(TODAY).await;
    let number = refused(&desk).await;
    desk.take_overlay(NEW_COUNSEL, WHY).await.expect("taken");
    assert_eq!(desk.verify_ledger().await.expect("a report").broken, None);
    let store = office.store().await;
    let mark = OverridesMark { taken: 1, withdrawn: 0 };
    let absent = store.withdraw_override(7, "no such one", &stamp(), mark, &[]).await;
    assert_eq!(absent.expect_err("none").code(), Code::ChangedElsewhere);
    let stale = store.take_override("", "", &stamp(), OverridesMark::default(), &[]).await;
    assert_eq!(stale.expect_err("another was taken since").code(), Code::ChangedElsewhere);
    store.close().await;
    desk.close().await;

    office
        .tamper_with_corrections("update overrides set body = replace(body, '500 Nonesuch', '1 Elsewhere')")
        .await;
    let desk = office.on(TODAY).await;
    let broken = desk.verify_ledger().await.expect("a report").broken.expect("found out");
    assert!(
        broken.why.contains("correction to the rulebooks") && broken.why.contains("not as it was made"),
        "{}",
        broken.why
    );
    let draft = text(&desk, &number).await;
    assert!(draft.contains("475 L'Enfant") && !draft.contains("Elsewhere"), "{draft}");
    let said = desk.view().await.expect("a desk").corrections_left_out;
    assert!(said.len() == 1 && said[0].contains("correction 1 of 20 November 2026"), "{said:?}");
}

/// What an older program took, and this one cannot lay over its own rulebooks, is left out alone, and said.
async fn newer_program(office: &Office) {
    let desk = office.on(TODAY).await;
    let number = refused(&desk).await;
    let store = office.store().await;
    let unknown = "for = \"usps\"\n[[bureau]]\nkey = \"x\"\n";
    store.take_override(unknown, WHY, &stamp(), OverridesMark::default(), &[]).await.expect("kept");
    store.close().await;
    desk.take_overlay(NEW_COUNSEL, WHY).await.expect("taken");

    let desk = office.on(TODAY).await;
    assert!(text(&desk, &number).await.contains("500 Nonesuch Plaza SW"), "the other one holds");
    let said = desk.view().await.expect("a desk").corrections_left_out;
    assert!(said.len() == 1 && said[0].contains("correction 1 of") && said[0].contains("bureau"), "{said:?}");
    let list = desk.overlays().await.expect("a list");
    assert_eq!(list.iter().map(|one| one.left_out.is_some()).collect::<Vec<_>>(), [false, true]);
    assert_eq!(desk.verify_ledger().await.expect("a report").broken, None);
    desk.withdraw_overlay(1, "It fits no program.").await.expect("withdrawn");
    assert!(desk.view().await.expect("a desk").corrections_left_out.is_empty());
    assert!(text(&desk, &number).await.contains("500 Nonesuch Plaza SW"));
}

fn stamp() -> Stamp {
    Stamp {
        at: day(TODAY).and_hms_opt(12, 0, 0).expect("noon").and_utc(),
        on: day(TODAY),
        by: "Robin Blake".to_owned(),
    }
}

/// A case whose amendment was refused, and whose letter is still to be written.
async fn refused(desk: &Desk) -> String {
    let mut request = intake("usps", Kind::Amendment, "2026-11-16");
    request.text = "I am a customer. Your sales records show a wrong e-mail address. Correct it.".into();
    request.evidence = vec![Evidence::CertificationOfIdentity];
    let number = desk.open_case(request).await.expect("taken in").number;
    let act = async |command| desk.act(&number, None, command).await.expect("done");
    act(Command::VerifyIdentity { note: String::new() }).await;
    act(Command::Route {
        system: "USPS 890.000".into(),
        office: "Sales and Customer Relations".into(),
        address: String::new(),
        reason: String::new(),
    })
    .await;
    act(Command::SendToOffice { answer_by: day("2026-11-24") }).await;
    act(Command::RecordSearch {
        by: "Dana Whitlock, IT Specialist".into(),
        where_searched: "the sales records".into(),
        how: "by name".into(),
        on: day(TODAY),
        items: vec![ItemGiven {
            what: "the e-mail address".into(),
            pages: 1,
            concerns_others: false,
            medical: false,
        }],
        not_searched: String::new(),
    })
    .await;
    act(Command::Decide {
        parts: vec![PartDecided {
            item: 1,
            outcome: Outcome::Refused,
            words: "It is the address that you gave.".into(),
            exemption: None,
            reveals_source: false,
            others: String::new(),
        }],
        official: "Jordan Pryce".into(),
        title: "Manager, Sales and Customer Relations".into(),
    })
    .await;
    let approver = crate::desks::approver(desk).await;
    let approval = Command::ApproveDecision { note: String::new() };
    approver.act(&number, None, approval).await.expect("approved");
    number
}

/// The words of the letter of refusal as it would be issued now.
async fn text(desk: &Desk, number: &str) -> String {
    let draft = desk.draft_letter(number, LetterKind::AmendmentRefused).await.expect("a draft");
    draft.blocks.iter().flat_map(|block| block.text.clone()).collect::<Vec<_>>().join("\n")
}
