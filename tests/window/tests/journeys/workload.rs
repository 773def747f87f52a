//! The workload to look at, the ledger read, a backup and its proof.

use docket_window_tests::Computer;

#[tokio::test(flavor = "multi_thread")]
async fn the_workload_the_ledger_and_a_proven_backup_on_the_practice_desk() {
    let mut computer = Computer::new();
    let papers = computer.papers();
    computer.will_choose(&[&papers]);
    let window = computer.open().await;
    window.press("Open a practice desk").await;
    window.see_heading("Worklist").await;
    window.follow("Workload").await;
    window.see_heading("Week by week").await;
    window.see_heading("What is due when").await;
    window.photograph("80-workload").await;

    window.follow("Ledger").await;
    window.see_heading("Ledger and backups").await;
    window.press("Read the whole ledger").await;
    window.see("are as they were written.").await;
    window.press("Choose the folder").await;
    window.press("Save the plan").await;
    window.see("The plan is saved.").await;
    window.press("Back up now").await;
    window.see("docket-backup-2026-09-16.desk").await;
    window.press("Try the newest backup").await;
    window.see("The proof is good.").await;
    window.photograph("81-ledger").await;
    window.close().await;
    assert!(papers.join("docket-backup-2026-09-16.desk").exists());
}
