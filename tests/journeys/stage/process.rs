//! Processes that end with their values, and waiting for what they do.

use std::fs::File;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use tokio::process::{Child, Command};

const PATIENCE: Duration = Duration::from_secs(20);
const BETWEEN_LOOKS: Duration = Duration::from_millis(40);

/// A running program. Dropping it kills it.
#[derive(Debug)]
pub(crate) struct Process(Child);

impl Process {
    /// Starts a program whose every word goes to the end of a file.
    pub(crate) fn start(mut command: Command, log: &Path) -> Self {
        let log = File::options()
            .create(true)
            .append(true)
            .open(log)
            .expect("the log can be opened");
        let copy = log.try_clone().expect("a file has two handles");
        command
            .stdin(Stdio::null())
            .stdout(log)
            .stderr(copy)
            .kill_on_drop(true);
        let program = command.as_std().get_program().to_owned();
        Self(
            command
                .spawn()
                .unwrap_or_else(|why| panic!("{} did not start: {why}", program.display())),
        )
    }

    /// Ends it as a power cut would: SIGKILL, and nothing can be tidied up.
    pub(crate) async fn kill(&mut self) {
        self.0
            .kill()
            .await
            .expect("a running process can be killed");
    }

    /// Stops it where it is, or lets it go on.
    pub(crate) async fn signal(&self, signal: &str) {
        let id = self.0.id().expect("a running process has an id");
        let sent = Command::new("sh")
            .args(["-c", &format!("kill -{signal} {id}")])
            .status();
        let sent = sent.await.expect("a shell can be run");
        assert!(sent.success(), "{signal} was not sent");
    }

    /// The code it ended with, if it ended.
    pub(crate) fn ended(&mut self) -> Option<std::process::ExitStatus> {
        self.0.try_wait().expect("a child can be asked")
    }
}

/// Looks again and again until there is something to see; fails when it takes too long.
pub(crate) async fn until<T>(what: &str, mut look: impl AsyncFnMut() -> Option<T>) -> T {
    let found = tokio::time::timeout(PATIENCE, async {
        loop {
            if let Some(seen) = look().await {
                return seen;
            }
            tokio::time::sleep(BETWEEN_LOOKS).await;
        }
    });
    found
        .await
        .unwrap_or_else(|_| panic!("waited {PATIENCE:?} in vain until {what}"))
}
