//! A real print service (CUPS) of the test's own on a socket in a temporary folder, stopped when dropped.
//!
//! Its printers lay their paper into that folder; one of them is the PDF printer of Debian (printer-driver-cups-pdf).

use std::fs::Permissions;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use docket::printing::PrintService;
use tempfile::TempDir;

/// A printer that lays what it gets into a folder. A file `jam` there makes it stop, as a jam does; `broken` makes it give jobs up.
const BACKEND: &str = r#"#!/bin/sh
[ $# -gt 0 ] || exit 0
tray=${DEVICE_URI#paper:}
if [ -e "$tray/jam-$3" ]; then echo "STATE: +media-jam-error" >&2; echo "ERROR: Paper jam behind the rear cover" >&2; exit 4; fi
if [ -e "$tray/broken" ]; then echo "ERROR: The fuser failed" >&2; exit 1; fi
cat "${6:--}" > "$tray/$1.pdf"
printf '%s\n' "$3" > "$tray/$1.title"
printf '%s\n' "copies=$4 $5" > "$tray/$1.options"
"#;

/// A running print service.
pub struct Cups {
    process: Child,
    folder: TempDir,
}

impl Cups {
    /// Starts a service without printers; nothing, said loudly, where CUPS is missing or may not be started here.
    pub async fn start() -> Option<Self> {
        let programs = Path::new("/usr/lib/cups");
        let cupsd = Path::new("/usr/sbin/cupsd");
        if !cupsd.exists() || !programs.exists() {
            println!(
                "NOT RUN: CUPS is not installed, so nothing was printed. Install cups and printer-driver-cups-pdf."
            );
            return None;
        }
        if whoami() != "root" {
            println!(
                "NOT RUN: a print service of one's own needs root, so nothing was printed. CI runs as root."
            );
            return None;
        }
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path();
        open_to_all(root);
        for name in ["conf", "spool", "cache", "state", "bin", "bin/backend", "paper"] {
            std::fs::create_dir(root.join(name)).expect("a folder");
            open_to_all(&root.join(name));
        }
        // The printers run as CUPS's own user.
        std::fs::set_permissions(root.join("paper"), Permissions::from_mode(0o777)).expect("open");
        for name in ["filter", "daemon", "cgi-bin", "driver", "monitor", "notifier"] {
            symlink(programs.join(name), root.join("bin").join(name)).expect("linked");
        }
        let backends = root.join("bin/backend");
        std::fs::write(backends.join("paper"), BACKEND).expect("written");
        std::fs::set_permissions(backends.join("paper"), Permissions::from_mode(0o755)).expect("executable");
        if programs.join("backend/cups-pdf").exists() {
            symlink(programs.join("backend/cups-pdf"), backends.join("cups-pdf")).expect("linked");
        }
        let at = root.display();
        let files = format!(
            "ServerRoot {at}/conf\nRequestRoot {at}/spool\nCacheDir {at}/cache\nStateDir {at}/state\nServerBin {at}/bin\n\
             AccessLog {at}/access.log\nErrorLog {at}/error.log\nPageLog {at}/page.log\nSystemGroup root\n"
        );
        let service = format!(
            "Listen {at}/cups.sock\nLogLevel info\nBrowsing No\nWebInterface No\nDefaultAuthType None\nJobRetryInterval 1\n\
             <Location />\nOrder allow,deny\nAllow all\n</Location>\n<Location /admin>\nOrder allow,deny\nAllow all\n</Location>\n"
        );
        std::fs::write(root.join("conf/cups-files.conf"), files).expect("written");
        std::fs::write(root.join("conf/cupsd.conf"), service).expect("written");
        let process = Command::new(cupsd)
            .arg("-f")
            .arg("-c")
            .arg(root.join("conf/cupsd.conf"))
            .arg("-s")
            .arg(root.join("conf/cups-files.conf"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the print service");
        let cups = Self { process, folder };
        for _ in 0..100 {
            if cups.service().printers().await.is_ok() {
                return Some(cups);
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        let log = std::fs::read_to_string(cups.folder.path().join("error.log")).unwrap_or_default();
        panic!("the print service did not start: {log}");
    }

    /// The service as the program reaches it.
    pub fn service(&self) -> PrintService {
        // Nobody has this name, so the PDF printer lays the paper where it lays that of strangers.
        PrintService::at(&self.server(), "docket-tests")
    }

    /// Its address, as `CUPS_SERVER` has it.
    pub fn server(&self) -> String {
        self.folder.path().join("cups.sock").display().to_string()
    }

    /// Adds a printer that lays its paper into the folder of the test.
    pub fn add_printer(&self, name: &str, error_policy: &str) {
        let device = format!("paper:{}", self.paper().display());
        let policy = format!("printer-error-policy={error_policy}");
        let description = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/support/paper.ppd");
        let description = description.display().to_string();
        self.ask(
            "lpadmin",
            &["-p", name, "-E", "-v", &device, "-P", &description, "-D", "Front office", "-o", &policy],
        );
    }

    /// Adds the PDF printer of Debian; false, said loudly, where it is not installed.
    pub fn add_pdf_printer(&self, name: &str) -> bool {
        let description = Path::new("/usr/share/ppd/cups-pdf/CUPS-PDF_noopt.ppd");
        if !description.exists() {
            println!("NOT RUN: printer-driver-cups-pdf is not installed, so its printer was not tried.");
            return false;
        }
        self.ask(
            "lpadmin",
            &["-p", name, "-E", "-v", "cups-pdf:/", "-P", &description.display().to_string()],
        );
        true
    }

    /// Where the printers lay their paper: `1.pdf` for the first job, with `1.title` and `1.options`.
    pub fn paper(&self) -> PathBuf {
        self.folder.path().join("paper")
    }

    /// The jobs that were printed, in order.
    pub fn printed(&self) -> Vec<PathBuf> {
        (1..100).map(|job| self.paper().join(format!("{job}.pdf"))).filter(|paper| paper.exists()).collect()
    }

    /// Stops a printer by hand, or lets it go on.
    pub fn stop_printer(&self, name: &str) {
        self.ask("cupsdisable", &["-r", "Fuser is being changed", name]);
    }

    /// Lets a printer go on.
    pub fn start_printer(&self, name: &str) {
        self.ask("cupsenable", &[name]);
    }

    /// What waits in the queues, as the service itself lists it.
    pub fn queue(&self) -> String {
        self.ask("lpstat", &["-o"])
    }

    fn ask(&self, program: &str, arguments: &[&str]) -> String {
        let said = Command::new(program)
            .args(arguments)
            .env("CUPS_SERVER", self.server())
            .env("LC_ALL", "C")
            .output()
            .expect(program);
        assert!(said.status.success(), "{program} {arguments:?}: {}", String::from_utf8_lossy(&said.stderr));
        String::from_utf8_lossy(&said.stdout).into_owned()
    }
}

impl Drop for Cups {
    fn drop(&mut self) {
        // It is killed with whatever it still does; its folder goes with it.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn open_to_all(folder: &Path) {
    std::fs::set_permissions(folder, Permissions::from_mode(0o755)).expect("open");
}

fn whoami() -> String {
    let said = Command::new("id").arg("-un").output().expect("id");
    String::from_utf8_lossy(&said.stdout).trim().to_owned()
}
