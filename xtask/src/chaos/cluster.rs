//! A PostgreSQL of the chaos's own: on a folder that is thrown away, restarted again and again.
//! It keeps its promises to the disk, unlike that of the other tests.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::fs::chown;
use std::path::{Path, PathBuf};
use std::process::{ChildStdin, Command, Stdio};

use tempfile::TempDir;

use crate::command::Program;
use crate::failure::Failure;
use crate::tools;

/// The user that PostgreSQL's packages make. PostgreSQL does not run as root.
const USER: &str = "postgres";

/// Waits until its input ends, which is when this task ends, however it ends; then stops the
/// server and deletes its folder.
const SWEEP: &str = r#"cat >/dev/null; "$0" stop -D "$1/data" -m immediate -s; rm -rf "$1""#;

/// A running PostgreSQL. Dropping it ends it.
#[derive(Debug)]
pub(crate) struct Cluster {
    programs: PathBuf,
    folder: PathBuf,
    _until_dropped: ChildStdin,
}

/// How it is restarted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Restart {
    /// Every connection is cut, and what was committed written out.
    Fast,
    /// As when the machine's power is gone: it has to recover from its log.
    Immediate,
}

impl Cluster {
    /// Starts one, with an empty database.
    pub(crate) fn start() -> Result<Self, Failure> {
        let programs = tools::postgresql()?;
        let told = |source| Failure::io("make a folder for PostgreSQL", source);
        let folder = tempfile::Builder::new().prefix("kassa-chaos-pg").tempdir();
        let folder = folder.map(TempDir::keep).map_err(told)?;
        give_away(&folder)?;
        let cluster = Self {
            _until_dropped: sweep(&programs, &folder)?,
            programs,
            folder,
        };
        cluster
            .program("initdb", "making a PostgreSQL")
            .args(["--auth=trust", "--username=kassa", "--encoding=UTF8"])
            .args(["--locale=C", "--no-instructions", "--pgdata"])
            .args([cluster.data()])
            .output()?;
        cluster.control("start", &[])?;
        cluster
            .program("psql", "making a database")
            .args(["--username=kassa", "--dbname=postgres", "--quiet", "--host"])
            .args([cluster.folder.as_path()])
            .args(["--command", "CREATE DATABASE kassa"])
            .run()?;
        Ok(cluster)
    }

    /// The database's address.
    pub(crate) fn address(&self) -> String {
        let socket = self.folder.display().to_string().replace('/', "%2F");
        format!("postgres://kassa@{socket}/kassa")
    }

    /// Restarts it, and waits until it stands again.
    pub(crate) fn restart(&self, how: Restart) -> Result<(), Failure> {
        self.control("restart", &["--mode", how.mode()])
    }

    fn control(&self, what: &str, more: &[&str]) -> Result<(), Failure> {
        let options = format!(
            "-c listen_addresses='' -c max_connections=200 -c unix_socket_directories={}",
            self.folder.display()
        );
        self.program("pg_ctl", format!("{what} of PostgreSQL"))
            .args([what, "--wait", "--silent", "--options", &options])
            .args(more)
            .args([OsStr::new("--log"), self.folder.join("log").as_os_str()])
            .args([OsStr::new("--pgdata"), self.data().as_os_str()])
            .run()
    }

    fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    fn program(&self, name: &str, what: impl Into<String>) -> Program {
        let program = self.programs.join(name);
        let program = if is_root() {
            Program::new("setpriv", what)
                .args(["--reuid", USER, "--regid", USER, "--clear-groups"])
                .args([program])
        } else {
            Program::new(program, what)
        };
        // Ours may be a folder that its user may not enter.
        program.dir(Path::new("/"))
    }
}

impl Restart {
    const fn mode(self) -> &'static str {
        match self {
            Self::Fast => "fast",
            Self::Immediate => "immediate",
        }
    }
}

fn is_root() -> bool {
    rustix::process::geteuid().is_root()
}

fn give_away(folder: &Path) -> Result<(), Failure> {
    if !is_root() {
        return Ok(());
    }
    let told = |source| Failure::io("give a folder to PostgreSQL's user", source);
    let users = fs::read_to_string("/etc/passwd").map_err(told)?;
    let line = users
        .lines()
        .find_map(|line| line.strip_prefix("postgres:"));
    let mut ids = line.into_iter().flat_map(|line| line.split(':').skip(1));
    let mut id = || ids.next().and_then(|id| id.parse::<u32>().ok());
    let (user, group) = (id(), id());
    if user.is_none() {
        return Err(Failure::missing(
            "the user postgres",
            "PostgreSQL does not run as root; run this as another user.",
        ));
    }
    chown_to(folder, user, group)
}

fn chown_to(folder: &Path, user: Option<u32>, group: Option<u32>) -> Result<(), Failure> {
    chown(folder, user, group)
        .map_err(|source| Failure::io("give a folder to PostgreSQL's user", source))
}

fn sweep(programs: &Path, folder: &Path) -> Result<ChildStdin, Failure> {
    let mut sweep = if is_root() {
        let mut sweep = Command::new("setpriv");
        sweep.args(["--reuid", USER, "--regid", USER, "--clear-groups", "sh"]);
        sweep
    } else {
        Command::new("sh")
    };
    sweep
        .args(["-c", SWEEP])
        .arg(programs.join("pg_ctl"))
        .arg(folder);
    sweep.stdin(Stdio::piped()).stdout(Stdio::null());
    let told = |source| Failure::io("start what stops PostgreSQL in the end", source);
    let child = sweep.stderr(Stdio::null()).current_dir("/").spawn();
    let stdin = child.map_err(told)?.stdin.take();
    stdin.ok_or_else(|| Failure::answer("the shell", "it takes input"))
}
