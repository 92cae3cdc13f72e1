//! One PostgreSQL on a folder of its own.

use std::io::Write;
use std::os::unix::fs::{MetadataExt, chown};
use std::path::{Path, PathBuf};
use std::process::{ChildStdin, Command, Stdio};

use super::{Over, Programs};

/// The user that PostgreSQL's packages make.
const USER: &str = "postgres";

/// Waits until its input ends, which is when the test process ends, however it ends; then stops
/// the server and deletes its folder.
const SWEEP: &str = r#"cat >/dev/null; "$0" stop -D "$1/data" -m immediate -s; rm -rf "$1""#;

/// As fast as can be: what these tests promise is not about a loss of power.
const OPTIONS: &str = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off \
                       -c max_connections=300 -c shared_buffers=32MB";

/// A server that ends with the test process.
#[derive(Debug)]
pub(crate) struct Running {
    folder: PathBuf,
    programs: Programs,
    options: String,
    _until_dropped: ChildStdin,
}

impl Running {
    pub(crate) fn start(programs: Programs, over: &Over) -> Self {
        let folder = tempfile::Builder::new().prefix("kassa-pg").tempdir();
        let folder = folder.unwrap().keep();
        give_away(&folder);
        let until_dropped = sweep(&programs, &folder);
        let mut initdb = unprivileged(&programs.path("initdb"));
        initdb.args(["--auth=trust", "--username=kassa", "--no-sync"]);
        initdb.args(["--encoding=UTF8", "--locale=C", "--pgdata"]);
        run(initdb.arg(folder.join("data")));
        let place = folder.display();
        let more = over.prepare(&folder.join("data"));
        let running = Self {
            options: format!("{OPTIONS} -c unix_socket_directories={place} {more}"),
            folder,
            programs,
            _until_dropped: until_dropped,
        };
        running.start_again();
        running
    }

    /// Starts it, where it was stopped.
    pub(crate) fn start_again(&self) {
        let log = self.folder.join("log");
        let mut start = self.control();
        start.args(["start", "--wait", "--silent", "-o", &self.options, "--log"]);
        run(start.arg(log));
    }

    /// Stops it at once, whoever is connected.
    pub(crate) fn stop(&self) {
        let how = ["stop", "--wait", "--silent", "--mode=immediate"];
        run(self.control().args(how));
    }

    fn control(&self) -> Command {
        let mut control = unprivileged(&self.programs.path("pg_ctl"));
        control.arg("--pgdata").arg(self.folder.join("data"));
        control
    }

    /// Makes a database and answers its address.
    pub(crate) fn create(&self, number: u32) -> String {
        let mut psql = Command::new(self.programs.path("psql"));
        psql.args(["--username=kassa", "--dbname=postgres", "--quiet", "--host"]);
        psql.arg(&self.folder).arg("--command");
        run(psql.arg(format!("CREATE DATABASE kassa_{number}")));
        self.address(number)
    }

    /// The address of a database that was made.
    pub(crate) fn address(&self, number: u32) -> String {
        let socket = self.folder.display().to_string().replace('/', "%2F");
        format!("postgres://kassa@{socket}/kassa_{number}")
    }
}

fn is_root() -> bool {
    std::fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0)
}

/// PostgreSQL refuses to run as root.
fn unprivileged(program: &Path) -> Command {
    if !is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command.args(["--reuid", USER, "--regid", USER, "--clear-groups"]);
    command.arg(program);
    command
}

fn give_away(folder: &Path) {
    if is_root() {
        let id = |flag| {
            let output = Command::new("id").args([flag, USER]).output().unwrap();
            let text = String::from_utf8(output.stdout).unwrap();
            text.trim().parse::<u32>().unwrap()
        };
        chown(folder, Some(id("-u")), Some(id("-g"))).unwrap();
    }
}

fn sweep(programs: &Programs, folder: &Path) -> ChildStdin {
    let mut sweep = unprivileged(Path::new("sh"));
    sweep.args(["-c", SWEEP]).arg(programs.path("pg_ctl"));
    sweep.arg(folder).stdin(Stdio::piped());
    // A process that is waited for by nobody and outlives the test by a moment.
    let mut child = sweep.stdout(Stdio::null()).stderr(Stdio::null());
    child = child.current_dir("/");
    child.spawn().unwrap().stdin.take().unwrap()
}

fn run(command: &mut Command) {
    let output = command.current_dir("/").output().unwrap();
    if !output.status.success() {
        std::io::stderr().write_all(&output.stderr).unwrap();
        panic!("{command:?} failed");
    }
}
