//! The powers of the page, by name. Whoever gives it one more must also write it here, and say why in the review.

#![expect(clippy::expect_used, reason = "a test that cannot read its file fails")]

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::{Value, json};

fn read(path: &str) -> Value {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path);
    let text = std::fs::read_to_string(path).expect("the file can be read");
    serde_json::from_str(&text).expect("the file is JSON")
}

#[test]
fn the_page_may_hear_of_dropped_files_and_nothing_else() {
    let capability = read("capabilities/main.json");
    assert_eq!(capability["permissions"], json!(["core:event:allow-listen", "core:event:allow-unlisten"]));
    // A case may stand in a window of its own, which shows the same page and hears when the desk is locked elsewhere.
    assert_eq!(capability["windows"], json!(["main", "case-*"]));
    assert!(capability.get("remote").is_none(), "no page from the network may call a command");
}

#[test]
fn there_is_one_capability_and_the_window_takes_no_other() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("capabilities");
    let files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert_eq!(files, ["main.json"]);
    assert_eq!(read("tauri.conf.json")["app"]["security"]["capabilities"], json!(["main"]));
}

#[test]
fn the_content_security_policy_is_exactly_this() {
    let allowed = BTreeMap::from([
        ("default-src", "'self'"),
        ("script-src", "'self'"),
        // The PDF viewer and the table's column widths set style attributes.
        ("style-src", "'self' 'unsafe-inline'"),
        ("img-src", "'self' data: blob:"),
        ("font-src", "'self' data:"),
        ("worker-src", "'self' blob:"),
        ("connect-src", "ipc: http://ipc.localhost"),
        ("object-src", "'none'"),
        ("frame-src", "'none'"),
        ("base-uri", "'none'"),
        ("form-action", "'none'"),
    ]);
    let security = &read("tauri.conf.json")["app"]["security"];
    assert_eq!(security["csp"], json!(allowed));
    for loosening in ["devCsp", "dangerousDisableAssetCspModification", "assetProtocol"] {
        assert!(security.get(loosening).is_none(), "{loosening} would loosen the policy");
    }
}

#[test]
fn the_page_gets_no_tauri_object_and_no_page_of_its_own_choice() {
    let app = &read("tauri.conf.json")["app"];
    assert_eq!(app["withGlobalTauri"], json!(false));
    let windows = app["windows"].as_array().unwrap();
    assert_eq!(windows.len(), 1);
    assert!(windows[0].get("url").is_none(), "the window shows the built page");
}

#[test]
fn no_plugin_that_hands_files_programs_or_the_network_to_the_page_is_built_in() {
    let manifest =
        std::fs::read_to_string(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).unwrap();
    let plugins: Vec<_> =
        manifest.lines().filter_map(|line| line.strip_prefix("tauri-plugin-")?.split(' ').next()).collect();
    assert_eq!(plugins, ["dialog", "single-instance", "window-state"]);
}
