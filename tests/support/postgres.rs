//! A PostgreSQL cluster of the test's own: in a temporary folder, reached only through its socket, stopped when dropped.

#![allow(dead_code, reason = "each test uses some of it")]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError, Weak};

/// A running cluster. Dropping it stops the server and removes its folder.
pub struct PrivateCluster {
    programs: PathBuf,
    user: Option<&'static str>,
    folder: PathBuf,
}

/// The cluster that the tests of one program share while any of them has it.
static SHARED: Mutex<(Weak<PrivateCluster>, u32)> = Mutex::new((Weak::new(), 0));

/// An empty database of the test's own in the shared cluster, which lives as long as this.
pub struct PrivateDatabase {
    _cluster: Arc<PrivateCluster>,
    url: String,
}

impl PrivateDatabase {
    /// Makes a database, and starts the cluster where it does not run; nothing where PostgreSQL is not installed.
    pub fn make() -> Option<Self> {
        let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
        let cluster = match shared.0.upgrade() {
            Some(cluster) => cluster,
            None => Arc::new(PrivateCluster::start()?),
        };
        shared.0 = Arc::downgrade(&cluster);
        shared.1 += 1;
        let url = cluster.new_database(&format!("office_{}", shared.1));
        Some(Self { _cluster: cluster, url })
    }

    /// Its address.
    pub fn url(&self) -> &str {
        &self.url
    }
}

impl PrivateCluster {
    /// Starts a cluster; nothing where PostgreSQL is not installed.
    pub fn start() -> Option<Self> {
        let Some(programs) = programs() else {
            println!("skipped: PostgreSQL is not installed");
            return None;
        };
        // The server refuses to run as root, so it runs as somebody without any rights.
        let user = if run_by_root() { Some(system_user()) } else { None };
        let made = as_user(user, Path::new("mktemp"))
            .args(["-d", "-t", "docket-pg-XXXXXX"])
            .output()
            .expect("mktemp");
        assert!(made.status.success(), "no folder for the cluster");
        let folder = PathBuf::from(String::from_utf8(made.stdout).expect("a path").trim());
        let cluster = Self { programs, user, folder };
        cluster.run(
            "initdb",
            &["--auth=trust", "--username=docket", "--encoding=UTF8", "--no-sync", "--locale=C.UTF-8"],
        );
        let settings = format!(
            "-c listen_addresses= -c unix_socket_directories={} -c fsync=off -c full_page_writes=off",
            cluster.folder.display()
        );
        let log = cluster.folder.join("log");
        cluster.run("pg_ctl", &["--wait", "--log", &log.to_string_lossy(), "--options", &settings, "start"]);
        Some(cluster)
    }

    /// The address of the cluster's first database.
    pub fn url(&self) -> String {
        self.url_of("postgres")
    }

    /// Makes a database of that name and returns its address.
    pub fn new_database(&self, name: &str) -> String {
        let made = Command::new(self.programs.join("createdb"))
            .args(["--username=docket", name, "--host"])
            .arg(&self.folder)
            .status()
            .expect("createdb");
        assert!(made.success(), "the database {name} could not be made");
        self.url_of(name)
    }

    fn url_of(&self, database: &str) -> String {
        let socket = self.folder.to_string_lossy().replace('/', "%2F");
        format!("postgres://docket@{socket}/{database}")
    }

    fn run(&self, program: &str, arguments: &[&str]) {
        let done = as_user(self.user, &self.programs.join(program))
            .arg("--pgdata")
            .arg(self.folder.join("data"))
            .args(arguments)
            .current_dir("/")
            .stdout(Stdio::null())
            .status()
            .expect(program);
        assert!(done.success(), "{program} failed");
    }
}

impl Drop for PrivateCluster {
    fn drop(&mut self) {
        self.run("pg_ctl", &["--mode=immediate", "--wait", "stop"]);
        let removed = as_user(self.user, Path::new("rm")).arg("-rf").arg(&self.folder).status();
        assert!(removed.is_ok_and(|status| status.success()), "the cluster's folder could not be removed");
    }
}

/// The folder of `initdb` and `pg_ctl`: on the path, or where Debian puts the newest version.
fn programs() -> Option<PathBuf> {
    let on_path: Vec<PathBuf> =
        std::env::var_os("PATH").map(|path| std::env::split_paths(&path).collect()).unwrap_or_default();
    let mut versions: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .map(|entries| entries.flatten().map(|entry| entry.path().join("bin")).collect())
        .unwrap_or_default();
    versions.sort();
    let folders = on_path.into_iter().chain(versions.into_iter().rev());
    // What stands on the path may be a link to one program alone; the others stand where it leads.
    let initdb =
        folders.map(|folder| folder.join("initdb")).find_map(|program| program.canonicalize().ok())?;
    initdb.parent().map(Path::to_owned)
}

fn run_by_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

fn system_user() -> &'static str {
    let exists = |user| Command::new("id").arg(user).output().is_ok_and(|output| output.status.success());
    if exists("postgres") { "postgres" } else { "nobody" }
}

fn as_user(user: Option<&str>, program: &Path) -> Command {
    match user {
        None => Command::new(program),
        Some(user) => {
            let mut command = Command::new("setpriv");
            command.args(["--reuid", user, "--clear-groups"]).arg("--").arg(program);
            command
        }
    }
}
