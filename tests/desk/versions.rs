//! New versions of the program come only from where the office says.

use docket::casework::Role;
use docket::clock::Clock;
use docket::desk::{Desk, NewDesk, NewStaff};
use docket::error::Code;
use docket::law::AgencyId;
use sha2::{Digest, Sha256};
use tempfile::TempDir;

async fn a_desk(temp: &TempDir) -> Desk {
    let new = NewDesk {
        agencies: vec![AgencyId::new("usps")],
        name: "Ayşe Łukasiewicz".into(),
        title: "Privacy Specialist".into(),
    };
    let file = temp.path().join("office.desk");
    Desk::create(&file, "lamps along the quay", new, Clock::Fixed("2026-09-16".parse().unwrap()))
        .await
        .unwrap()
}

/// A package for the computer that the test runs on, as the bundler names it.
fn package(version: &str) -> String {
    let processor = if std::env::consts::ARCH == "x86_64" { "amd64" } else { "arm64" };
    format!("Docket 552a_{version}_{processor}.deb")
}

fn sum(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[tokio::test]
async fn a_desk_whose_office_names_no_folder_looks_nowhere() {
    let temp = tempfile::tempdir().unwrap();
    let desk = a_desk(&temp).await;
    let place = desk.version_place().await.unwrap();
    assert_eq!((place.folder.as_str(), place.running.as_str()), ("", env!("CARGO_PKG_VERSION")));
    let refusal = desk.look_for_version().await.unwrap_err();
    assert!(refusal.message.contains("looks nowhere"), "{refusal}");
    assert_eq!(desk.version_notice().await, None);
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_newer_package_is_shown_only_where_it_is_what_the_office_wrote_down() {
    let temp = tempfile::tempdir().unwrap();
    let desk = a_desk(&temp).await;
    let folder = temp.path().join("new versions");
    std::fs::create_dir(&folder).unwrap();
    let place = desk.set_version_folder(&format!("  {} ", folder.display())).await.unwrap();
    assert_eq!(place.folder, folder.display().to_string());
    assert_eq!(desk.look_for_version().await.unwrap(), None);

    let name = package("99.0.0");
    std::fs::write(folder.join(&name), "the new program").unwrap();
    assert_eq!(desk.look_for_version().await.unwrap_err().code, Code::NotAllowed);
    assert_eq!(desk.version_notice().await, None);

    let list = format!("{}  {name}\n", sum(b"the new program"));
    std::fs::write(folder.join("SHA256SUMS"), &list).unwrap();
    let found = desk.look_for_version().await.unwrap().unwrap();
    assert_eq!((found.version.as_str(), &found.file), ("99.0.0", &name));
    assert_eq!(desk.version_notice().await, Some(found));

    std::fs::write(folder.join(&name), "another program").unwrap();
    let refusal = desk.look_for_version().await.unwrap_err();
    assert!(refusal.message.contains("is not the file that SHA256SUMS speaks of"), "{refusal}");

    // A link out of the folder is not followed.
    std::fs::write(temp.path().join("elsewhere"), "the new program").unwrap();
    std::fs::remove_file(folder.join(&name)).unwrap();
    std::os::unix::fs::symlink(temp.path().join("elsewhere"), folder.join(&name)).unwrap();
    assert_eq!(desk.look_for_version().await.unwrap(), None);

    // The folder is gone, as a server is: the asked answer says so, the unasked one stays silent.
    std::fs::remove_dir_all(&folder).unwrap();
    assert!(desk.look_for_version().await.unwrap_err().message.contains("cannot be reached"));
    assert_eq!(desk.version_notice().await, None);
}

#[tokio::test]
async fn only_an_administrator_names_the_folder_and_the_ledger_has_it() {
    let temp = tempfile::tempdir().unwrap();
    let desk = a_desk(&temp).await;
    let clerk = NewStaff {
        name: "Siân O'Neill".into(),
        title: String::new(),
        roles: vec![Role::Clerk],
        unit: String::new(),
    };
    desk.add_staff(clerk).await.unwrap();
    let colleague = desk.as_member("Siân O'Neill").await.unwrap();
    let folder = temp.path().display().to_string();
    assert_eq!(colleague.set_version_folder(&folder).await.unwrap_err().code, Code::NotAllowed);
    assert!(!colleague.version_place().await.unwrap().may_change);

    for bad in ["new versions", "./x", "/no/such\u{7}folder", "/no/such/folder"] {
        let refusal = desk.set_version_folder(bad).await.unwrap_err();
        assert_eq!(refusal.field.as_deref(), Some("folder"), "{bad}");
    }
    assert_eq!(desk.version_place().await.unwrap().folder, "");

    let before = desk.verify_ledger().await.unwrap().entries;
    desk.set_version_folder(&folder).await.unwrap();
    desk.set_version_folder(&folder).await.unwrap();
    assert_eq!(colleague.version_place().await.unwrap().folder, folder);
    // Whoever does not administer the desk may look, and is not told unasked.
    assert_eq!(colleague.look_for_version().await.unwrap(), None);
    desk.set_version_folder("").await.unwrap();
    let report = desk.verify_ledger().await.unwrap();
    assert_eq!((report.entries, report.broken), (before + 2, None));

    let ledger = temp.path().join("ledger.jsonl");
    desk.export_ledger(&ledger).await.unwrap();
    let ledger = std::fs::read_to_string(ledger).unwrap();
    let named = ledger.lines().filter(|entry| entry.contains("version-folder-named")).count();
    assert_eq!(named, 2, "each naming is one entry");
}
