//! The package on this machine, as its own user meets it.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;
use std::{fs, thread};

use crate::command::Program;
use crate::demo::Process;
use crate::failure::Failure;

/// How long it may take to be ready.
const PATIENCE: Duration = Duration::from_secs(20);

/// How often it is looked for.
const PAUSE: Duration = Duration::from_millis(50);

/// The installed package.
#[derive(Debug)]
pub(super) struct Installed {
    log: PathBuf,
}

impl Installed {
    /// Installs it, with what it depends on.
    pub(super) fn from(package: &Path) -> Result<Self, Failure> {
        Program::new("apt-get", "installing the package")
            .args(["install", "--yes", "--quiet", "--no-install-recommends"])
            .args([package])
            .env("DEBIAN_FRONTEND", "noninteractive")
            .run()?;
        Ok(Self {
            log: package.with_extension("log"),
        })
    }

    /// Asks the installed program whether it would serve with the installed settings.
    pub(super) fn check() -> Result<(), Failure> {
        Program::new("setpriv", "checking the installed settings")
            .args(AS_KASSA)
            .args(["kassa-server", "check"])
            .dir(Path::new("/var/lib/kassa"))
            .run()
    }

    /// Starts it as the unit does, waits until it serves, and ends it.
    pub(super) fn serve(&self) -> Result<(), Failure> {
        let doing = || format!("write {}", self.log.display());
        let log = File::create(&self.log).map_err(|source| Failure::io(doing(), source))?;
        let mut command = Command::new("setpriv");
        command
            .args(AS_KASSA)
            .args(["kassa-server", "serve", "--listen", "127.0.0.1:0"])
            .current_dir("/var/lib/kassa")
            .stderr(log);
        let mut process = Process::start("the installed server", command)?;
        self.logged("\"ready\"", &mut process)?;
        drop(process);
        self.has_logged("\"ended in good order\"")
    }

    fn logged(&self, words: &str, process: &mut Process) -> Result<(), Failure> {
        for _ in 0..PATIENCE.as_millis() / PAUSE.as_millis() {
            process.check()?;
            if self.has_logged(words).is_ok() {
                return Ok(());
            }
            thread::sleep(PAUSE);
        }
        self.has_logged(words)
    }

    fn has_logged(&self, words: &str) -> Result<(), Failure> {
        let log = fs::read_to_string(&self.log).unwrap_or_default();
        if log.contains(words) {
            Ok(())
        } else {
            Err(Failure::answer(
                "the installed server",
                format!("its log says {words}"),
            ))
        }
    }

    /// Takes it away with all that it brought and made.
    pub(super) fn purge() -> Result<(), Failure> {
        Program::new("apt-get", "purging the package")
            .args(["purge", "--yes", "--quiet", "kassa-server"])
            .env("DEBIAN_FRONTEND", "noninteractive")
            .run()
    }
}

/// The unit's user, and nothing of our own environment.
const AS_KASSA: [&str; 6] = [
    "--reuid=kassa",
    "--regid=kassa",
    "--clear-groups",
    "env",
    "--ignore-environment",
    "PATH=/usr/bin:/bin",
];
