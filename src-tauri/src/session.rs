//! Hears from the system that the screen was locked or the machine goes to sleep, and locks the desk with it.
//!
//! On Linux the desktop says so on the buses of the session and of the system. Where there is no bus, or on another system, nothing
//! is heard, Settings says so, and the idle minutes lock the desk alone.

use std::sync::atomic::{AtomicBool, Ordering};

/// What a bus said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heard<'a> {
    /// `org.freedesktop.login1.Session`.
    pub interface: &'a str,
    /// `Lock`.
    pub member: &'a str,
    /// What it is about.
    pub path: &'a str,
    /// What it says, where it says yes or no.
    pub yes: Option<bool>,
}

/// Whether the desk locks with it. `session` is this session at the login manager, which tells of everybody's.
pub fn locks(heard: Heard<'_>, session: Option<&str>) -> bool {
    match (heard.interface, heard.member) {
        ("org.freedesktop.login1.Session", "Lock") => session == Some(heard.path),
        ("org.freedesktop.login1.Manager", "PrepareForSleep") => heard.yes == Some(true),
        (name, "ActiveChanged") if SCREENS.contains(&name) => heard.yes == Some(true),
        _ => false,
    }
}

/// Who says that a screen is locked: one name for each kind of desktop.
const SCREENS: [&str; 4] = [
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
];

/// Whether anything is heard.
#[derive(Default)]
pub struct Listening(AtomicBool);

impl Listening {
    /// Whether a bus is listened to.
    pub fn hears(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    #[cfg_attr(not(target_os = "linux"), expect(dead_code, reason = "only there a bus is listened to"))]
    fn begin(&self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

#[cfg(target_os = "linux")]
pub use bus::listen;

/// Nothing is heard on this system.
#[cfg(not(target_os = "linux"))]
pub fn listen(_: std::sync::Arc<Listening>, _: impl Fn() + Clone + Send + 'static) {}

#[cfg(target_os = "linux")]
mod bus {
    use std::sync::Arc;

    use zbus::blocking::{Connection, MessageIterator, fdo::DBusProxy};
    use zbus::message::Type;
    use zbus::zvariant::OwnedObjectPath;
    use zbus::{MatchRule, Result};

    use super::{Heard, Listening, SCREENS, locks};

    const LOGIN: &str = "org.freedesktop.login1";

    /// Listens to both buses, each beside everything else, and calls `lock` for what locks the desk.
    pub fn listen(listening: Arc<Listening>, lock: impl Fn() + Clone + Send + 'static) {
        for (name, connect) in [
            ("the bus of the session", Connection::session as fn() -> Result<Connection>),
            ("the bus of the system", Connection::system),
        ] {
            let (listening, lock) = (Arc::clone(&listening), lock.clone());
            std::thread::spawn(move || {
                let heard = connect().and_then(|bus| {
                    let session = session_of(&bus);
                    listen_on(&bus, session.as_deref(), || listening.begin(), lock)
                });
                if let Err(cause) = heard {
                    tracing::info!(%cause, "{name} is not listened to");
                }
            });
        }
    }

    /// Listens to one bus for as long as it is there; says when it begins to.
    pub fn listen_on(
        bus: &Connection,
        session: Option<&str>,
        begun: impl FnOnce(),
        lock: impl Fn(),
    ) -> Result<()> {
        let wanted = [
            ("org.freedesktop.login1.Session", "Lock"),
            ("org.freedesktop.login1.Manager", "PrepareForSleep"),
        ]
        .into_iter()
        .chain(SCREENS.map(|screen| (screen, "ActiveChanged")));
        let rules = DBusProxy::new(bus)?;
        let messages = MessageIterator::from(bus);
        for (interface, member) in wanted {
            let rule =
                MatchRule::builder().msg_type(Type::Signal).interface(interface)?.member(member)?.build();
            rules.add_match_rule(rule)?;
        }
        begun();
        for message in messages {
            let message = message?;
            let head = message.header();
            let (Some(interface), Some(member), Some(path)) = (head.interface(), head.member(), head.path())
            else {
                continue;
            };
            let yes = message.body().deserialize::<bool>().ok();
            let heard =
                Heard { interface: interface.as_str(), member: member.as_str(), path: path.as_str(), yes };
            if locks(heard, session) {
                lock();
            }
        }
        Ok(())
    }

    /// This session at the login manager; nothing where there is none, as on the bus of the session itself.
    fn session_of(bus: &Connection) -> Option<String> {
        let manager = "/org/freedesktop/login1";
        let reply = bus
            .call_method(
                Some(LOGIN),
                manager,
                Some("org.freedesktop.login1.Manager"),
                "GetSessionByPID",
                &std::process::id(),
            )
            .ok()?;
        Some(reply.body().deserialize::<OwnedObjectPath>().ok()?.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says(interface: &'static str, member: &'static str, yes: Option<bool>) -> Heard<'static> {
        Heard { interface, member, path: "/org/freedesktop/login1/session/_32", yes }
    }

    #[test]
    fn the_desk_locks_with_its_own_session_and_no_other() {
        let lock = says("org.freedesktop.login1.Session", "Lock", None);
        assert!(locks(lock, Some("/org/freedesktop/login1/session/_32")));
        assert!(!locks(lock, Some("/org/freedesktop/login1/session/_33")), "somebody else locked theirs");
        assert!(!locks(lock, None));
        assert!(!locks(
            says("org.freedesktop.login1.Session", "Unlock", None),
            Some("/org/freedesktop/login1/session/_32")
        ));
    }

    #[test]
    fn it_locks_before_sleep_and_not_after_it() {
        let sleep = |yes| says("org.freedesktop.login1.Manager", "PrepareForSleep", yes);
        assert!(locks(sleep(Some(true)), None));
        assert!(!locks(sleep(Some(false)), None));
        assert!(!locks(sleep(None), None));
    }

    #[test]
    fn it_locks_with_the_screen_of_every_desktop() {
        for screen in SCREENS {
            assert!(locks(says(screen, "ActiveChanged", Some(true)), None), "{screen}");
            assert!(!locks(says(screen, "ActiveChanged", Some(false)), None), "{screen}");
        }
        assert!(!locks(says("org.example.ScreenSaver", "ActiveChanged", Some(true)), None));
    }

    /// A bus of its own, so that nothing of this machine's desktop is touched.
    #[cfg(target_os = "linux")]
    #[test]
    fn what_a_bus_says_is_heard() {
        use std::io::{BufRead, BufReader};
        use std::process::{Command, Stdio};
        use std::sync::mpsc;
        use std::time::Duration;

        let started = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--nopidfile", "--print-address"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        // A machine without a bus has nothing to hear.
        let Ok(mut daemon) = started else { return };
        let mut address = String::new();
        BufReader::new(daemon.stdout.take().unwrap()).read_line(&mut address).unwrap();
        let connect = || {
            zbus::blocking::connection::Builder::address(address.trim()).and_then(|bus| bus.build()).unwrap()
        };

        let (tell, told) = mpsc::channel();
        let listener = connect();
        let ready = tell.clone();
        std::thread::spawn(move || {
            super::bus::listen_on(
                &listener,
                None,
                || ready.send("listening").unwrap(),
                || tell.send("lock").unwrap(),
            )
        });
        let patience = Duration::from_secs(10);
        assert_eq!(told.recv_timeout(patience), Ok("listening"));
        let desktop = connect();
        let says = |active: bool| {
            let screen = "org.freedesktop.ScreenSaver";
            desktop.emit_signal(None::<&str>, "/ScreenSaver", screen, "ActiveChanged", &active).unwrap();
        };
        says(false);
        says(true);
        assert_eq!(told.recv_timeout(patience), Ok("lock"));
        assert!(told.recv_timeout(Duration::from_millis(200)).is_err(), "the screen was locked once");
        daemon.kill().unwrap();
        daemon.wait().unwrap();
    }
}
