//! Trust: the ledger written out, backups by plan, a restore that keeps what was, and the proof that a backup can be restored.

use std::path::Path;

use crate::desks::{Office, day, intake};
use docket::casework::{Command, Role};
use docket::clock::Clock;
use docket::desk::{BackupPlan, Desk, NewDesk, NewStaff};
use docket::error::Code;
use docket::law::{AgencyId, Kind};

const PASSPHRASE: &str = "seven grey herons";

async fn new_desk(file: &Path, today: &str) -> Desk {
    let new =
        NewDesk { agencies: vec![AgencyId::new("usps")], name: "Robin Blake".into(), title: String::new() };
    Desk::create(file, PASSPHRASE, new, Clock::Fixed(day(today))).await.expect("a desk")
}

async fn opened(file: &Path, today: &str) -> Desk {
    Desk::open(file, PASSPHRASE, None, Clock::Fixed(day(today))).await.expect("opens")
}

fn plan(folder: &Path, keep: u32) -> Option<BackupPlan> {
    Some(BackupPlan { folder: folder.display().to_string(), every_days: 7, keep })
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[tokio::test]
async fn backups_go_by_plan_and_a_proof_tells_whether_they_can_be_restored() {
    let folder = tempfile::tempdir().expect("a folder");
    let away = tempfile::tempdir().expect("another disk");
    let file = folder.path().join("office.desk");
    let desk = new_desk(&file, "2026-11-02").await;
    desk.open_case(intake("usps", Kind::Access, "2026-11-02")).await.expect("taken in");

    // Nothing is planned: nothing is due, and "now" says what is missing.
    assert!(!desk.backups().await.expect("a view").due);
    assert_eq!(desk.back_up_now().await.expect_err("no folder").field.as_deref(), Some("folder"));
    assert_eq!(desk.drill(None).await.expect_err("no backup").code, Code::NotFound);
    let missing = plan(&away.path().join("missing"), 2);
    assert_eq!(desk.plan_backups(missing).await.expect_err("no such folder").code, Code::BadInput);

    std::fs::write(away.path().join("holiday.desk"), "somebody's own").expect("written");
    assert!(desk.plan_backups(plan(away.path(), 2)).await.expect("planned").due);
    let made = desk.back_up_if_due().await.expect("made").expect("one is due");
    assert_eq!((made.on, made.by.as_str()), (day("2026-11-02"), "Robin Blake"));
    assert!(desk.back_up_if_due().await.expect("asked").is_none(), "the next is due in a week");
    let proof = desk.drill(None).await.expect("a result");
    assert!(proof.passed && proof.entries == made.entries && proof.behind == 0, "{}", proof.words);
    desk.close().await;

    // A week later one is due again; only two are kept, and no file that is not ours is cleared away, nor a backup that
    // another desk made in the same folder.
    let other = new_desk(&folder.path().join("other.desk"), "2026-11-02").await;
    other
        .backup_to(&away.path().join("docket-backup-2026-10-26.desk"))
        .await
        .expect("a backup of another desk");
    other.close().await;
    let desk = opened(&file, "2026-11-09").await;
    assert!(desk.backups().await.expect("a view").due);
    desk.back_up_if_due().await.expect("made");
    desk.back_up_now().await.expect("one more of the same day");
    assert_eq!(
        names(away.path()),
        [
            "docket-backup-2026-10-26.desk",
            "docket-backup-2026-11-09-2.desk",
            "docket-backup-2026-11-09.desk",
            "holiday.desk"
        ]
    );
    desk.act("USPS-2026-00001", None, Command::AddNote { text: "They telephoned.".into() })
        .await
        .expect("noted");
    let proof = desk.drill(None).await.expect("a result");
    assert!(proof.passed && proof.behind == 1 && proof.file.ends_with("-2.desk"), "{proof:?}");
    assert_eq!(desk.backups().await.expect("a view").drill, Some(proof));

    // A damaged backup fails the proof, and a backup of another desk too; the desk is not touched, and nothing stays behind.
    let newest = away.path().join("docket-backup-2026-11-09-2.desk");
    let mut bytes = std::fs::read(&newest).expect("read");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&newest, bytes).expect("written");
    let proof = desk.drill(None).await.expect("a result");
    assert!(!proof.passed && !proof.words.is_empty(), "{proof:?}");
    let foreign = away.path().join("docket-backup-2026-10-26.desk");
    assert!(!desk.drill(Some(&foreign)).await.expect("a result").passed);
    assert!(
        names(folder.path()).iter().all(|name| !name.contains("restore-proof")),
        "{:?}",
        names(folder.path())
    );
    assert!(desk.verify_ledger().await.expect("a report").broken.is_none());
    desk.close().await;
}

#[tokio::test]
async fn a_restore_keeps_the_desk_of_before_and_refuses_one_that_is_open() {
    let folder = tempfile::tempdir().expect("a folder");
    let (file, backup) = (folder.path().join("office.desk"), folder.path().join("copy.desk"));
    let desk = new_desk(&file, "2026-11-02").await;
    desk.open_case(intake("usps", Kind::Access, "2026-11-02")).await.expect("taken in");
    desk.backup_to(&backup).await.expect("a backup");
    desk.open_case(intake("usps", Kind::Amendment, "2026-11-02")).await.expect("taken in after it");

    let clock = Clock::Fixed(day("2026-11-03"));
    let open = Desk::restore(&file, &backup, PASSPHRASE, clock).await.expect_err("the desk is open");
    assert_eq!(open.code, Code::NotAllowed, "{}", open.message);
    desk.close().await;
    let wrong = Desk::restore(&file, &backup, "another passphrase", clock).await.expect_err("no key");
    assert_eq!(wrong.code, Code::WrongPassphrase);
    let desk = opened(&file, "2026-11-03").await;
    assert_eq!(desk.view().await.expect("a view").open_cases, 2, "nothing was changed");
    desk.close().await;

    let restored = Desk::restore(&file, &backup, PASSPHRASE, clock).await.expect("restored");
    let desk = opened(&file, "2026-11-03").await;
    assert_eq!(desk.view().await.expect("a view").open_cases, 1);
    desk.close().await;
    let kept = restored.kept.expect("the desk of before");
    assert!(kept.ends_with("before-restore-2026-11-03.desk"), "{kept}");
    let before = opened(Path::new(&kept), "2026-11-03").await;
    assert_eq!(before.view().await.expect("a view").open_cases, 2);
    before.close().await;
    assert!(
        names(folder.path())
            .iter()
            .all(|name| !name.contains("restore-proof") && !name.contains("unfinished"))
    );

    // A cut backup is refused before anything is renamed.
    let bytes = std::fs::read(&backup).expect("read");
    std::fs::write(&backup, &bytes[..bytes.len() / 2]).expect("written");
    assert!(Desk::restore(&file, &backup, PASSPHRASE, clock).await.is_err());
    opened(&file, "2026-11-03").await.close().await;
}

#[tokio::test]
async fn the_ledger_is_written_out_by_an_administrator_and_can_be_stopped_while_it_is_read() {
    for office in [Some(Office::encrypted().await), Office::postgres().await].into_iter().flatten() {
        let desk = office.on("2026-11-02").await;
        desk.open_case(intake("usps", Kind::Access, "2026-11-02")).await.expect("taken in");
        let folder = tempfile::tempdir().expect("a folder");
        let out = folder.path().join("ledger.jsonl");
        let entries = desk.export_ledger(&out).await.expect("written");
        let text = std::fs::read_to_string(&out).expect("read");
        let lines: Vec<serde_json::Value> =
            text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        assert_eq!(lines.len() as u32, entries + 1);
        assert_eq!(lines[0]["entries"], entries);
        assert_eq!(lines.last().map(|last| &last["hash"]), Some(&lines[0]["head"]));
        assert!(
            lines[1..].windows(2).all(|pair| pair[0]["hash"] == pair[1]["prev_hash"]),
            "the chain can be followed"
        );
        assert!(desk.export_ledger(&out).await.is_err(), "nothing is overwritten");
        let stopped = desk.verify_ledger_telling(&|_, _| false).await.expect_err("stopped");
        assert!(stopped.message.contains("stopped"), "{}", stopped.message);

        let clerk = NewStaff {
            name: "Tomasz Łukasiewicz".into(),
            title: String::new(),
            roles: vec![Role::Specialist],
            unit: String::new(),
        };
        desk.add_staff(clerk).await.expect("added");
        let clerk = desk.as_member("Tomasz Łukasiewicz").await.expect("a clerk");
        let refused = clerk.export_ledger(&folder.path().join("mine.jsonl")).await.expect_err("not theirs");
        assert_eq!(refused.code, Code::NotAllowed);
        assert!(!folder.path().join("mine.jsonl").exists());
        assert_eq!(clerk.plan_backups(None).await.expect_err("nor the plan").code, Code::NotAllowed);
    }
    if let Some(office) = Office::postgres().await {
        let desk = office.on("2026-11-02").await;
        assert!(!desk.backups().await.expect("a view").is_file);
        assert_eq!(desk.drill(None).await.expect_err("the server's").code, Code::NotAllowed);
    }
}
