//! The manners of a desktop program: links, the place where one was, the lock of the screen, notifications, size.

use std::time::Duration;

use docket_window_tests::Computer;

use crate::practice;

/// Somebody stays in a room long enough for the desk to keep it.
async fn a_moment() {
    tokio::time::sleep(Duration::from_millis(1500)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_opens_its_case_after_the_desk_and_one_that_leads_nowhere_says_so() {
    let mut computer = Computer::new();
    let window = computer.open_with(&["docket:case/USPS-2026-00001"]).await;
    window.see_heading("Set up your desk").await;
    practice::enters(&window).await;
    window.see_heading("What the rule asks next").await;
    window.see("USPS-2026-00001").await;
    // A key holds a moment after its screen is drawn.
    a_moment().await;
    window.key('c').await;
    window.see("The link to USPS-2026-00001 is on the clipboard.").await;
    window.photograph("70-link-to-case").await;
    window.close().await;

    let window = computer.open_with(&["docket:case/USPS-2026-00001?do=close"]).await;
    practice::enters(&window).await;
    window.see("The link does not lead anywhere on this desk.").await;
    window.photograph("71-link-to-nowhere").await;
    window.press("Close").await;
    window.see_no_more("The link does not lead anywhere on this desk.").await;
    window.close().await;

    let window = computer.open_with(&["docket:case/USPS-2026-99999"]).await;
    practice::enters(&window).await;
    window.see("There is no case of that number at this desk.").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_given_to_a_second_start_reaches_the_window_that_is_open_and_waits_while_it_is_locked() {
    let mut computer = Computer::new();
    let _bus = computer.on_a_desktop();
    computer.with_the_users_own_desk();
    let window = practice::opens(&mut computer).await;
    computer.starts_once_more(&["docket:case/USPS-2026-00001"]).await;
    window.see_heading("What the rule asks next").await;
    window.see("USPS-2026-00001").await;

    window.follow("Workload").await;
    window.see_heading("Week by week").await;
    window.control('l').await;
    window.see_heading("Set up your desk").await;
    computer.starts_once_more(&["docket:case/USPS-2026-00001"]).await;
    window.see_heading("Set up your desk").await;
    practice::enters(&window).await;
    window.see_heading("What the rule asks next").await;

    // Without a link, the second start only brings the first window to the front.
    computer.starts_once_more(&[]).await;
    window.see_heading("What the rule asks next").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_window_opens_again_where_it_was_and_as_large_as_it_was_left() {
    let mut computer = Computer::new();
    let window = practice::opens(&mut computer).await;
    let left = (64, 48, 1000, 700);
    assert_ne!(window.place().await, left);
    window.put_at(left).await;
    window.follow("New").await;
    window.fill("Requester's name", "İpek Şahin").await;
    computer.quit(window).await;

    let window = computer.open().await;
    window.see_heading("Set up your desk").await;
    assert_eq!(window.place().await, left);
    // Whoever leaves by the key loses no word.
    practice::enters(&window).await;
    window.see("Found again as it was typed").await;
    assert_eq!(window.value("Requester's name").await, "İpek Şahin");
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_opens_the_program_again_finds_the_room_and_the_zoom_as_they_left_them() {
    let mut computer = Computer::new();
    let window = practice::opens(&mut computer).await;
    window.follow("Workload").await;
    window.see_heading("Week by week").await;
    window.control('=').await;
    window.see("Everything is shown at 110 %.").await;
    a_moment().await;
    window.close().await;

    let window = computer.open().await;
    window.see("Open a practice desk").await;
    window.press("Open a practice desk").await;
    window.see_heading("Week by week").await;
    assert_eq!(window.ask("return window.localStorage.getItem('docket-zoom')").await, "110");
    let width = window.ask("return window.innerWidth").await.as_f64().unwrap_or_default();
    let outer = window.ask("return window.outerWidth").await.as_f64().unwrap_or_default();
    assert!(outer / width > 1.05, "{outer} of the screen hold {width} of the page");
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_desk_locks_with_the_screen_and_keeps_what_was_typed() {
    let mut computer = Computer::new();
    let bus = computer.on_a_desktop();
    let window = practice::opens(&mut computer).await;
    window.follow("Settings").await;
    window.see("The desk also locks when you lock the screen").await;
    window.follow("New").await;
    window.fill("Requester's name", "İpek Şahin").await;
    bus.lock_the_screen();
    window.see_heading("Set up your desk").await;
    window.see_no_more("Requester's name").await;
    practice::enters(&window).await;
    window.see("Found again as it was typed").await;
    assert_eq!(window.value("Requester's name").await, "İpek Şahin");
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_overdue_case_of_ones_own_is_told_by_number_once_and_pressing_it_opens_the_worklist() {
    let mut computer = Computer::new();
    let bus = computer.on_a_desktop();
    let window = practice::opens(&mut computer).await;
    window.key('j').await;
    window.key('x').await;
    window.see("1 case chosen").await;
    window.key('m').await;
    window.choose("To whom", "Robin Blake").await;
    window.press("Preview").await;
    window.press("Assign 1 case").await;
    window.see("Recorded for 1 case.").await;
    window.press("Close").await;
    bus.stays_silent();

    window.follow("Settings").await;
    window.tick("Tell me of deadlines").await;
    window.choose("Say nothing from", "12:00 AM").await;
    window.choose("until", "12:00 AM").await;
    window.photograph("72-reminders").await;
    window.press_marked("save-reminders").await;
    let said = bus.notification();
    assert!(said.starts_with("Docket 552a\n"), "{said}");
    assert!(said.contains("1 request is overdue: ") && said.contains("-2026-"), "{said}");
    let row = practice::answer(&window, "'worklist', { query: { whose: 'mine' } }").await;
    let name = row["rows"][0]["requester"].as_str().unwrap_or_default();
    assert!(!name.is_empty() && !said.contains(name), "{said}");

    window.press_marked("save-reminders").await;
    bus.stays_silent();
    bus.press_notification();
    window.see_heading("Worklist").await;
    window.close().await;
}

/// A file of four letters, `test`, and its SHA-256.
const PACKAGE: (&str, &str) = ("test", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");

#[tokio::test(flavor = "multi_thread")]
async fn a_new_version_is_looked_for_only_where_the_office_lays_it_and_must_be_what_it_wrote_down() {
    let mut computer = Computer::new();
    let folder = computer.papers();
    let window = practice::opens(&mut computer).await;
    window.follow("Help").await;
    window.see("so the program looks nowhere").await;
    window.follow("Name a folder under Settings").await;
    window.fill("Folder for new versions", "share").await;
    window.press_marked("save-version-folder").await;
    window.see("Write the whole path of the folder").await;
    window.fill("Folder for new versions", &folder.display().to_string()).await;
    window.press_marked("save-version-folder").await;
    window.see_no_more("Write the whole path of the folder").await;
    window.photograph("73-version-folder").await;
    window.follow("Look for a new version under Help").await;
    window.press("Look for a new version").await;
    window.see("No version in the folder is newer than").await;

    let (bytes, sum) = PACKAGE;
    let names = ["amd64", "arm64"].map(|processor| format!("Docket 552a_99.0.0_{processor}.deb"));
    let lay = |bytes: &str| {
        for name in &names {
            std::fs::write(folder.join(name), bytes).expect("a file can be laid into the folder");
        }
    };
    lay(bytes);
    let sums: String = names.iter().map(|name| format!("{sum}  {name}\n")).collect();
    std::fs::write(folder.join("SHA256SUMS"), sums).expect("a list can be laid into the folder");
    window.press("Look for a new version").await;
    window.see_heading("Docket 552a 99.0.0 is there").await;
    window.see(sum).await;
    window.photograph("74-new-version").await;

    lay("half of i");
    window.press("Look for a new version").await;
    window.see("is not the file that SHA256SUMS speaks of").await;
    window.photograph("75-new-version-refused").await;

    // Unasked, an administrator is told once, when opening the desk.
    lay(bytes);
    window.see_no_more("Docket 552a 99.0.0 is in your office's folder.").await;
    window.control('l').await;
    practice::enters(&window).await;
    window.see("Docket 552a 99.0.0 is in your office's folder.").await;
    window.photograph("76-version-notice").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_program_stays_in_the_tray_where_somebody_wants_it_and_comes_back_from_there() {
    let mut computer = Computer::new();
    let bus = computer.on_a_desktop();
    let window = practice::opens(&mut computer).await;
    window.follow("Settings").await;
    window.tick("Keep Docket 552a in the tray when its window is closed").await;
    let icon = bus.tray_icon();
    window.control('w').await;
    window.is_hidden(true).await;
    bus.press_tray_icon(&icon);
    window.is_hidden(false).await;
    window.see_heading("Settings").await;

    window.tick("Keep Docket 552a in the tray when its window is closed").await;
    let until = std::time::Instant::now() + Duration::from_secs(30);
    while bus.has_tray_icon(&icon) {
        assert!(std::time::Instant::now() < until, "the icon goes when nobody wants it");
        a_moment().await;
    }
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_desktop_without_a_tray_says_so_and_offers_none() {
    let mut computer = Computer::new();
    let window = practice::opens(&mut computer).await;
    window.follow("Settings").await;
    window.see("This desktop shows no tray, so the program closes with its last window.").await;
    window.close().await;
}
