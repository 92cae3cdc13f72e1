//! The servers: started, killed, and started again.

use std::fs::File;
use std::path::PathBuf;
use std::process::Command;

use crate::demo::Process;
use crate::failure::Failure;

/// Servers side by side on one database.
#[derive(Debug)]
pub(crate) struct Servers {
    program: PathBuf,
    flags: Vec<String>,
    /// Where their logs are, each in a file of its own.
    pub(crate) logs: PathBuf,
    ports: Vec<u16>,
    processes: Vec<Option<Process>>,
}

impl Servers {
    /// Servers on these ports, none of them started.
    pub(crate) fn new(program: PathBuf, logs: PathBuf, ports: Vec<u16>) -> Self {
        let processes = ports.iter().map(|_| None).collect();
        Self {
            program,
            flags: Vec::new(),
            logs,
            ports,
            processes,
        }
    }

    /// What each of them is started with.
    pub(crate) fn with_flags(mut self, flags: Vec<String>) -> Self {
        self.flags = flags;
        self
    }

    /// One more flag for each.
    pub(crate) fn add_flag(&mut self, flag: &str) {
        self.flags.push(flag.to_owned());
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.ports.len()
    }

    /// Where they are.
    pub(crate) fn urls(&self) -> Vec<String> {
        let url = |port| format!("http://127.0.0.1:{port}");
        self.ports.iter().map(url).collect()
    }

    /// Kills the nth.
    pub(crate) fn kill(&mut self, nth: usize) {
        if let Some(process) = self.processes.get_mut(nth).and_then(Option::take) {
            process.kill();
        }
    }

    /// Starts every one that does not run, with this weather at the sandbox; answers how many had
    /// ended by themselves, as a server does that finds no database when it starts.
    pub(crate) fn start_all(&mut self, weather: Option<u64>) -> Result<u64, Failure> {
        let mut ended: u64 = 0;
        for (port, process) in self.ports.iter().zip(&mut self.processes) {
            match process.as_mut().map(Process::has_ended) {
                Some(false) => continue,
                Some(true) => ended = ended.saturating_add(1),
                None => {}
            }
            let mut command = Command::new(&self.program);
            command
                .arg("serve")
                .args(["--listen", &format!("127.0.0.1:{port}")])
                .args(&self.flags)
                .env("KASSA_LOG", "warn");
            if let Some(seed) = weather {
                command.args(["--sandbox-weather", &seed.to_string()]);
            }
            let log = self.logs.join(format!("server-{port}.log"));
            let log = File::options().create(true).append(true).open(log);
            command.stderr(log.map_err(|source| Failure::io("write a server's log", source))?);
            *process = Some(Process::start("kassa-server", command)?);
        }
        Ok(ended)
    }

    /// Ends all of them in good order.
    pub(crate) fn stop_all(&mut self) {
        for process in &mut self.processes {
            *process = None;
        }
    }
}
