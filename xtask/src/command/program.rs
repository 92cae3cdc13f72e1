//! One program, to be run once.

use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::failure::Failure;
use crate::stopwatch::Stopwatch;

/// A program with its arguments and environment, and what it is run for.
#[derive(Debug)]
pub(crate) struct Program {
    command: Command,
    what: String,
    remedy: String,
}

impl Program {
    /// `what` it is run for ends up in the error when it fails: "the widget's build".
    pub(crate) fn new(program: impl AsRef<OsStr>, what: impl Into<String>) -> Self {
        let mut command = Command::new(program);
        // A script may be reading our standard output: only results belong there.
        command.stdin(Stdio::null()).stdout(io::stderr());
        Self {
            command,
            what: what.into(),
            remedy: "Is it installed, and in PATH?".to_owned(),
        }
    }

    /// What to do when it cannot be started.
    pub(crate) fn remedy(mut self, remedy: impl Into<String>) -> Self {
        self.remedy = remedy.into();
        self
    }

    /// Adds arguments.
    pub(crate) fn args<I, S>(mut self, args: I) -> Self
    where
        I: IntoIterator<Item = S>,
        S: AsRef<OsStr>,
    {
        self.command.args(args);
        self
    }

    /// Sets a variable.
    pub(crate) fn env(mut self, key: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(key, value);
        self
    }

    /// Takes a variable away.
    pub(crate) fn env_remove(mut self, key: &str) -> Self {
        self.command.env_remove(key);
        self
    }

    /// Where it runs.
    pub(crate) fn dir(mut self, dir: &Path) -> Self {
        self.command.current_dir(dir);
        self
    }

    /// Runs it to its end.
    pub(crate) fn run(mut self) -> Result<(), Failure> {
        let status = self
            .command
            .status()
            .map_err(|source| self.cannot_start(source))?;
        if status.success() {
            Ok(())
        } else {
            Err(self.ended(status.to_string()))
        }
    }

    /// Runs it for at most this long.
    pub(crate) fn run_within(mut self, limit: Duration) -> Result<(), Failure> {
        let mut child = self
            .command
            .spawn()
            .map_err(|source| self.cannot_start(source))?;
        let watch = Stopwatch::start();
        loop {
            match child
                .try_wait()
                .map_err(|source| Failure::io("wait for a program", source))?
            {
                Some(status) if status.success() => return Ok(()),
                Some(status) => return Err(self.ended(status.to_string())),
                None if watch.elapsed() > limit => return Err(self.late(&mut child, limit)),
                None => thread::sleep(Duration::from_millis(50)),
            }
        }
    }

    /// Runs it and takes what it writes to standard output.
    pub(crate) fn output(mut self) -> Result<String, Failure> {
        let output = self
            .command
            .stdout(Stdio::piped())
            .output()
            .map_err(|source| self.cannot_start(source))?;
        if !output.status.success() {
            return Err(self.ended(output.status.to_string()));
        }
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    fn cannot_start(&self, source: io::Error) -> Failure {
        let program = PathBuf::from(self.command.get_program())
            .display()
            .to_string();
        Failure::Start {
            program,
            remedy: self.remedy.clone(),
            source,
        }
    }

    fn ended(&self, status: String) -> Failure {
        Failure::Exit {
            what: self.what.clone(),
            status,
        }
    }

    fn late(&self, child: &mut Child, limit: Duration) -> Failure {
        // It is over either way; a child that ended meanwhile cannot be killed, and need not be.
        drop(child.kill());
        drop(child.wait());
        Failure::Late {
            what: self.what.clone(),
            seconds: limit.as_secs(),
        }
    }
}
