//! A process that serves while it is held, and ends when it is let go.

use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};

use crate::failure::Failure;
use crate::say;
use crate::stopwatch::Stopwatch;

/// How long a process may take to finish what it is doing.
const GRACE: Duration = Duration::from_secs(5);

/// A running process. Dropping it asks it to end, waits, and insists.
#[derive(Debug)]
#[must_use]
pub(crate) struct Process {
    child: Child,
    name: &'static str,
}

impl Process {
    /// Starts it. What it prints goes where ours goes, to standard error.
    pub(crate) fn start(name: &'static str, mut command: Command) -> Result<Self, Failure> {
        command.stdin(Stdio::null()).stdout(std::io::stderr());
        let child = command.spawn().map_err(|source| Failure::Start {
            program: name.to_owned(),
            remedy: "Was it built?".to_owned(),
            source,
        })?;
        Ok(Self { child, name })
    }

    /// Its number.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Fails if it has ended by itself.
    pub(crate) fn check(&mut self) -> Result<(), Failure> {
        match self.ended() {
            None => Ok(()),
            Some(status) => Err(Failure::Exit {
                what: self.name.to_owned(),
                status: status.to_string(),
            }),
        }
    }

    /// Whether it has ended by itself.
    pub(crate) fn has_ended(&mut self) -> bool {
        self.ended().is_some()
    }

    /// Ends it as a failing machine does: at once, whatever it is in the middle of.
    pub(crate) fn kill(mut self) {
        // One that ended meanwhile cannot be killed, and need not be.
        drop(self.child.kill());
        drop(self.child.wait());
    }

    fn ended(&mut self) -> Option<ExitStatus> {
        self.child.try_wait().ok().flatten()
    }

    fn ask_to_end(&self) {
        let pid = i32::try_from(self.child.id()).ok().and_then(Pid::from_raw);
        let asked = pid.map(|pid| kill_process(pid, Signal::TERM));
        if !matches!(asked, Some(Ok(()))) {
            say::line(&format!("{} could not be asked to end.", self.name));
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        if self.ended().is_some() {
            return;
        }
        self.ask_to_end();
        let watch = Stopwatch::start();
        while self.ended().is_none() && watch.elapsed() < GRACE {
            thread::sleep(Duration::from_millis(20));
        }
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_process_that_is_killed_cannot_say_goodbye() {
        let mut command = Command::new("sh");
        command.args(["-c", "trap 'echo asked >&2' TERM; sleep 60"]);
        let process = Process::start("sh", command).unwrap();
        let watch = Stopwatch::start();
        process.kill();
        assert!(watch.elapsed() < GRACE);
    }

    #[test]
    fn a_process_that_is_let_go_is_gone() {
        let mut command = Command::new("sleep");
        command.arg("60");
        let process = Process::start("sleep", command).unwrap();
        let pid = i32::try_from(process.child.id())
            .ok()
            .and_then(Pid::from_raw)
            .unwrap();
        drop(process);
        assert!(kill_process(pid, Signal::CONT).is_err());
    }
}
