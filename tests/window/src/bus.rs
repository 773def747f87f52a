//! The bus of a desktop, with somebody on it who takes notifications, shows a tray and can lock the screen.

use std::collections::HashMap;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use zbus::blocking::{Connection, connection};
use zbus::zvariant::{OwnedValue, Value};

use crate::process::Beside;

const NOTIFICATIONS: &str = "org.freedesktop.Notifications";
const PLACE: &str = "/org/freedesktop/Notifications";
const TRAY: &str = "org.kde.StatusNotifierWatcher";
const TRAY_PLACE: &str = "/StatusNotifierWatcher";

/// A bus of the journey's own: nothing of this machine's desktop is on it.
#[derive(Debug)]
pub struct Bus {
    desktop: Connection,
    told: Mutex<Receiver<String>>,
    items: Mutex<Receiver<String>>,
    address: String,
    _daemon: Beside,
}

impl Bus {
    /// Starts it with a folder for the sockets of what is started over it.
    pub(crate) fn start(sockets: &Path) -> Self {
        let mut daemon = Beside::start(
            Command::new("dbus-daemon")
                .args(["--session", "--nofork", "--nopidfile", "--print-address"])
                .env_remove("DISPLAY")
                .env("XDG_RUNTIME_DIR", sockets)
                .stdout(Stdio::piped())
                .stderr(Stdio::null()),
            "install the package dbus",
        );
        let address = daemon.first_line();
        let (tell, told) = channel();
        let (hand_in, items) = channel();
        let desktop = connection::Builder::address(address.as_str())
            .and_then(|bus| bus.name(NOTIFICATIONS))
            .and_then(|bus| bus.serve_at(PLACE, Notifications { tell }))
            .and_then(|bus| bus.name(TRAY))
            .and_then(|bus| bus.serve_at(TRAY_PLACE, Watcher { hand_in }))
            .and_then(connection::Builder::build)
            .expect("a bus that has just started can be joined");
        Self { desktop, told: Mutex::new(told), items: Mutex::new(items), address, _daemon: daemon }
    }

    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// Turns on what a screen reader needs, and hands over the address of the bus for it.
    pub(crate) fn accessibility(&self) -> String {
        let (whose, place) = ("org.a11y.Bus", "/org/a11y/bus");
        for switch in ["IsEnabled", "ScreenReaderEnabled"] {
            let on = ("org.a11y.Status", switch, Value::from(true));
            let properties = "org.freedesktop.DBus.Properties";
            let set = self.desktop.call_method(Some(whose), place, Some(properties), "Set", &on);
            set.expect("accessibility can be turned on: install the package at-spi2-core");
        }
        let address = self.desktop.call_method(Some(whose), place, Some(whose), "GetAddress", &());
        address.and_then(|answer| answer.body().deserialize()).expect("the accessibility bus has an address")
    }

    /// Waits for a notification, and reads it.
    pub fn notification(&self) -> String {
        let told = self.told.lock().expect("one journey reads at a time");
        told.recv_timeout(Duration::from_secs(30)).expect("a notification comes within 30 seconds")
    }

    /// Waits a moment for a notification that should not come.
    pub fn stays_silent(&self) {
        let told = self.told.lock().expect("one journey reads at a time");
        let said = told.recv_timeout(Duration::from_secs(3));
        assert!(said.is_err(), "nothing should be said, but this was: {said:?}");
    }

    /// Presses the notification.
    pub fn press_notification(&self) {
        let pressed = self.desktop.emit_signal(
            None::<&str>,
            PLACE,
            NOTIFICATIONS,
            "ActionInvoked",
            &(1_u32, "default"),
        );
        pressed.expect("the bus takes a signal");
    }

    /// Waits for an icon in the tray, and hands over by what name it goes.
    pub fn tray_icon(&self) -> String {
        let items = self.items.lock().expect("one journey reads at a time");
        items.recv_timeout(Duration::from_secs(30)).expect("an icon comes within 30 seconds")
    }

    /// Presses an icon of the tray.
    pub fn press_tray_icon(&self, icon: &str) {
        let pressed = self.desktop.call_method(
            Some(icon),
            "/StatusNotifierItem",
            Some("org.kde.StatusNotifierItem"),
            "Activate",
            &(0_i32, 0_i32),
        );
        pressed.expect("the icon can be pressed");
    }

    /// Whether an icon is in the tray still.
    pub fn has_tray_icon(&self, icon: &str) -> bool {
        let asked = ("org.freedesktop.DBus", "/org/freedesktop/DBus");
        let answer =
            self.desktop.call_method(Some(asked.0), asked.1, Some(asked.0), "NameHasOwner", &(icon,));
        answer.and_then(|answer| answer.body().deserialize()).expect("the bus says who is on it")
    }

    /// Locks the screen of the desktop.
    pub fn lock_the_screen(&self) {
        let screen = "org.freedesktop.ScreenSaver";
        let locked = self.desktop.emit_signal(None::<&str>, "/ScreenSaver", screen, "ActiveChanged", &true);
        locked.expect("the bus takes a signal");
    }
}

/// Takes notifications, as the desktop does.
struct Notifications {
    tell: Sender<String>,
}

#[zbus::interface(name = "org.freedesktop.Notifications")]
impl Notifications {
    #[expect(clippy::too_many_arguments, reason = "the desktop's interface has them")]
    fn notify(
        &self,
        app: String,
        _replaces: u32,
        _icon: String,
        summary: String,
        body: String,
        _actions: Vec<String>,
        _hints: HashMap<String, OwnedValue>,
        _timeout: i32,
    ) -> u32 {
        let _ = self.tell.send(format!("{app}\n{summary}\n{body}"));
        1
    }

    fn get_capabilities(&self) -> Vec<String> {
        ["body", "actions"].map(str::to_owned).to_vec()
    }

    fn get_server_information(&self) -> (String, String, String, String) {
        ("journey".to_owned(), "nobody".to_owned(), "1".to_owned(), "1.2".to_owned())
    }

    fn close_notification(&self, _id: u32) {}
}

/// Shows icons, as the tray of the desktop does.
struct Watcher {
    hand_in: Sender<String>,
}

#[zbus::interface(name = "org.kde.StatusNotifierWatcher")]
impl Watcher {
    fn register_status_notifier_item(&self, service: String) {
        let _ = self.hand_in.send(service);
    }

    #[zbus(property)]
    fn is_status_notifier_host_registered(&self) -> bool {
        true
    }
}
