//! A computer for one journey: a display, an empty home, a fixed day, and a WebDriver that opens the program.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use fantoccini::ClientBuilder;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use tempfile::TempDir;

use crate::process::{Beside, free_port, wait_for_port};
use crate::window::Hand;
use crate::{Bus, ScreenReader, Window, checkout};

/// The day of every journey: a Wednesday, with Columbus Day and Veterans Day ahead.
pub const TODAY: &str = "2026-09-16";
/// Debian has it in the package of the library itself.
const EMPTY_BROWSER: &str = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";
/// How long a second program may take to hand over to the first.
const PATIENCE: Duration = Duration::from_secs(30);

/// A computer at which somebody works.
#[derive(Debug)]
pub struct Computer {
    home: TempDir,
    display: String,
    _screen: Beside,
    driver: Option<(Beside, u16)>,
    env: BTreeMap<&'static str, String>,
    users_own: bool,
    hand: Hand,
    read_out: bool,
}

impl Computer {
    /// A new one, where the program never ran and the person works by keyboard alone.
    pub fn new() -> Self {
        let mut screen = Beside::start(
            Command::new("Xvfb")
                .args(["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"])
                .stdout(Stdio::piped())
                .stderr(Stdio::null()),
            "install the package xvfb, or run `make test`, which does",
        );
        let display = format!(":{}", screen.first_line());
        let home = tempfile::tempdir().expect("a temporary folder can be made");
        Self {
            home,
            display,
            _screen: screen,
            driver: None,
            env: BTreeMap::new(),
            users_own: false,
            hand: Hand::Keys,
            read_out: false,
        }
    }

    /// A new one with a mouse, which the person presses things with.
    pub fn with_a_mouse() -> Self {
        Self { hand: Hand::Mouse, ..Self::new() }
    }

    /// The folder of the desks.
    pub fn data(&self) -> PathBuf {
        self.home.path().join("desk")
    }

    /// From now on the desk is where the program itself keeps it: the user's own, of which one program is open at a time.
    pub fn with_the_users_own_desk(&mut self) {
        self.users_own = true;
        self.driver = None;
    }

    /// A folder for what the journey saves.
    pub fn papers(&self) -> PathBuf {
        let papers = self.home.path().join("papers");
        std::fs::create_dir_all(&papers).expect("a folder can be made in a temporary folder");
        papers
    }

    /// What the person will choose in the next file dialogs.
    pub fn will_choose(&mut self, paths: &[&Path]) {
        let paths = std::env::join_paths(paths).expect("no path of a test has a colon");
        self.set("DOCKET_DIALOG_FILES", paths.to_string_lossy().into_owned());
    }

    /// The desktop's own dark style.
    pub fn in_dark_style(&mut self) {
        self.set("GTK_THEME", "Adwaita:dark".to_owned());
    }

    /// Puts the computer on a desktop that shows notifications and can lock its screen.
    pub fn on_a_desktop(&mut self) -> Bus {
        let sockets = self.home.path().join("run");
        std::fs::create_dir_all(&sockets).expect("a folder can be made in a temporary folder");
        let bus = Bus::start(&sockets);
        self.set("DBUS_SESSION_BUS_ADDRESS", bus.address().to_owned());
        bus
    }

    /// Puts the computer on a desktop where somebody works with a screen reader.
    pub fn with_a_screen_reader(&mut self) -> ScreenReader {
        let desktop = self.on_a_desktop();
        self.read_out = true;
        ScreenReader::start(desktop)
    }

    fn set(&mut self, name: &'static str, value: String) {
        self.env.insert(name, value);
        self.driver = None;
    }

    /// Opens the program's window.
    pub async fn open(&mut self) -> Window {
        self.open_with(&[]).await
    }

    /// Opens the program's window as a link does: with words after the program's name.
    pub async fn open_with(&mut self, words: &[&str]) -> Window {
        self.start(&program(), words).await
    }

    /// Opens an empty page in the small browser that comes with WebKitGTK: what a window costs before anything of ours.
    pub async fn open_empty_browser(&mut self) -> Window {
        self.start(Path::new(EMPTY_BROWSER), &["--automation"]).await
    }

    async fn start(&mut self, program: &Path, words: &[&str]) -> Window {
        let (_, port) = match self.driver.take() {
            Some(running) => self.driver.insert(running),
            None => self.driver.insert(self.start_driver()),
        };
        let wanted = json!({ "tauri:options": { "application": program, "args": words } });
        let serde_json::Value::Object(wanted) = wanted else {
            unreachable!("json! of an object is an object")
        };
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(wanted)
            .connect(&format!("http://127.0.0.1:{port}"))
            .await
            .unwrap_or_else(|cause| panic!("{} did not open its window: {cause}", program.display()));
        Window::new(client, self.hand)
    }

    /// Starts the program once more beside the one that runs, as the desktop does with a link, and waits until it has ended.
    pub async fn starts_once_more(&self, words: &[&str]) {
        let mut second = Command::new(program());
        self.sit_down(second.args(words).stdin(Stdio::null()));
        let mut second = tokio::process::Command::from(second);
        let ended = tokio::time::timeout(PATIENCE, second.kill_on_drop(true).output()).await;
        let ended = ended
            .expect("a second program leaves everything to the first and ends")
            .expect("the program can be started");
        assert!(ended.status.success(), "{}: {}", ended.status, String::from_utf8_lossy(&ended.stderr));
    }

    /// The person leaves the program by its key, and waits until it has ended.
    pub async fn quit(&mut self, window: Window) {
        window.quits().await;
        self.driver = None;
        window.is_accessible();
    }

    /// The power fails: everything that runs ends at once, and nothing is asked to finish.
    pub fn pull_the_plug(&mut self, window: Window) {
        self.driver = None;
        window.is_accessible();
    }

    fn start_driver(&self) -> (Beside, u16) {
        let (port, native) = (free_port(), free_port());
        let own = checkout().join("target/tools/bin/tauri-driver");
        let program = if own.exists() { own } else { PathBuf::from("tauri-driver") };
        let mut driver = Command::new(program);
        self.sit_down(
            driver
                .args(["--port", &port.to_string(), "--native-port", &native.to_string()])
                .stdout(Stdio::null())
                .stderr(Stdio::null()),
        );
        let driver =
            Beside::start(&mut driver, "run `make test`, which installs tauri-driver into target/tools");
        wait_for_port(native, "WebKitWebDriver (package webkit2gtk-driver)");
        wait_for_port(port, "tauri-driver");
        (driver, port)
    }

    /// Lets a program run at this computer and nowhere else.
    fn sit_down(&self, command: &mut Command) {
        let home = self.home.path();
        command
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .env("DISPLAY", &self.display)
            .env("GDK_BACKEND", "x11")
            .env("HOME", home)
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_DATA_HOME", home.join("share"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            // Dates and numbers as in the United States, wherever the tests run.
            .env("LC_ALL", "C.UTF-8")
            .env("DOCKET_TODAY", TODAY);
        // GTK then keeps off the accessibility bus, which costs time.
        if self.read_out {
            command.env_remove("NO_AT_BRIDGE");
        } else {
            command.env("NO_AT_BRIDGE", "1");
        }
        if self.users_own {
            command.env_remove("DOCKET_DATA");
        } else {
            command.env("DOCKET_DATA", self.data());
        }
        command.envs(&self.env);
    }
}

impl Default for Computer {
    fn default() -> Self {
        Self::new()
    }
}

/// The program that `cargo build --workspace` made. `DOCKET_WINDOW` names another one, such as a release build.
fn program() -> PathBuf {
    let program = std::env::var_os("DOCKET_WINDOW")
        .map_or_else(|| checkout().join("target/debug/docket-desktop"), PathBuf::from);
    assert!(program.exists(), "{} is not built: run `make test`", program.display());
    program.canonicalize().expect("a file that exists has a full path")
}
