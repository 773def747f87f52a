//! What the installable packages are built from: one configuration for Linux, Windows and macOS, and icons in every size.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops where something is not as it should be"
)]

use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn configuration() -> serde_json::Value {
    let text = std::fs::read_to_string(root().join("src-tauri/tauri.conf.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

#[test]
fn every_icon_that_the_packages_name_is_there_and_is_what_its_name_says() {
    let configuration = configuration();
    for icon in configuration["bundle"]["icon"].as_array().unwrap() {
        let name = icon.as_str().unwrap();
        let bytes = std::fs::read(root().join("src-tauri").join(name))
            .unwrap_or_else(|_| panic!("{name} is missing"));
        match Path::new(name).extension().unwrap().to_str().unwrap() {
            "png" => {
                let width = u32::from_be_bytes(bytes[16..20].try_into().unwrap());
                let said = if name.contains("@2x") {
                    256
                } else {
                    name.rsplit('/').next().unwrap().split('x').next().unwrap().parse().unwrap()
                };
                assert_eq!(width, said, "{name}");
            }
            "ico" => {
                let count = usize::from(u16::from_le_bytes([bytes[4], bytes[5]]));
                let sizes: Vec<u16> = (0..count)
                    .map(|at| match bytes[6 + at * 16] {
                        0 => 256,
                        size => size.into(),
                    })
                    .collect();
                for size in [16, 24, 32, 48, 64, 256] {
                    assert!(sizes.contains(&size), "Windows shows {size} dots; {sizes:?}");
                }
            }
            "icns" => {
                assert_eq!(&bytes[..4], b"icns");
                let mut at = 8;
                let mut kinds = Vec::new();
                while at + 8 <= bytes.len() {
                    kinds.push(String::from_utf8_lossy(&bytes[at..at + 4]).into_owned());
                    at += u32::from_be_bytes(bytes[at + 4..at + 8].try_into().unwrap()) as usize;
                }
                // 128, 256, 512 and 1024 dots, and twice 16, 32, 128 and 256 for dense screens.
                for kind in ["ic07", "ic08", "ic09", "ic10", "ic11", "ic12", "ic13", "ic14"] {
                    assert!(kinds.iter().any(|known| known == kind), "macOS shows {kind}; {kinds:?}");
                }
            }
            other => panic!("no package takes a .{other}"),
        }
    }
}

#[test]
fn one_configuration_serves_the_three_systems_and_each_of_them_hands_docket_links_to_the_program() {
    let bundle = configuration()["bundle"].clone();
    assert_eq!(bundle["targets"], "all");
    for package in ["deb", "rpm"] {
        let template = bundle["linux"][package]["desktopTemplate"].as_str().unwrap();
        let desktop = std::fs::read_to_string(root().join("src-tauri").join(template)).unwrap();
        assert!(desktop.lines().any(|line| line == "MimeType=x-scheme-handler/docket;"));
        assert!(desktop.lines().any(|line| line == "Exec={{exec}} %u"), "the link is handed to the program");
        // The command line goes with the window.
        assert_eq!(bundle["linux"][package]["files"]["/usr/bin/docket"], "../target/release/docket");
    }
    // From this the bundler registers the links on Windows, in both installers, and on macOS.
    let links = &configuration()["plugins"]["deep-link"]["desktop"]["schemes"];
    assert_eq!(links, &serde_json::json!(["docket"]));
    // The bundler itself knows what a .deb depends on, and the names of the .rpm not.
    assert!(!bundle["linux"]["rpm"]["depends"].as_array().unwrap().is_empty());
    // It refuses a category that it does not know, and only after the whole build.
    let category = bundle["category"].as_str().unwrap();
    assert!(["Business", "Productivity", "Utility"].contains(&category), "{category}");
    // Nothing is fetched while it is installed: an office may have no network.
    assert_eq!(bundle["windows"]["webviewInstallMode"]["type"], "offlineInstaller");
    assert_eq!(bundle["windows"]["nsis"]["installMode"], "both");
    assert!(bundle["windows"]["wix"]["language"].is_array());
    assert!(bundle["macOS"]["minimumSystemVersion"].is_string());
    for told in ["publisher", "copyright", "shortDescription", "longDescription", "license", "category"] {
        assert!(bundle[told].as_str().is_some_and(|words| !words.is_empty()), "{told}");
    }
}

#[test]
fn the_tray_of_the_bundler_is_asked_for_on_windows_and_macos_alone() {
    let read = |name: &str| std::fs::read_to_string(root().join("src-tauri").join(name)).unwrap();
    for system in ["windows", "macos"] {
        let own: serde_json::Value =
            serde_json::from_str(&read(&format!("tauri.{system}.conf.json"))).unwrap();
        assert_eq!(own["build"]["features"], serde_json::json!(["tray"]), "{system}");
    }
    // On Linux the bundler ends where it finds the feature and not the library that it stands for.
    let manifest: toml::Table = read("Cargo.toml").parse().unwrap();
    let tauri = manifest["dependencies"]["tauri"]["features"].as_array().unwrap();
    assert!(tauri.iter().all(|feature| feature.as_str() != Some("tray-icon")), "{tauri:?}");
    let by_default = manifest["features"]["default"].as_array().unwrap();
    assert!(by_default.iter().all(|feature| feature.as_str() != Some("tray")), "{by_default:?}");
}
