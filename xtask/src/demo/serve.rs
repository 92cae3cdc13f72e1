//! Building, starting, telling, and serving until someone stops it.

use std::time::Duration;

use serde_json::json;
use tokio::runtime::Runtime;
use tokio::signal::unix::{Signal, SignalKind, signal};

use super::options::Options;
use super::stage::{Ports, Stage};
use super::{Api, announce};
use crate::build::{self, Binaries, Profile};
use crate::failure::Failure;
use crate::repo::Repo;

/// `cargo xtask demo`.
pub(crate) fn run(repo: &Repo, options: &Options) -> Result<(), Failure> {
    build::widget(repo)?;
    let binaries = build::binaries(repo, Profile::Dev)?;
    runtime()?.block_on(serve(repo, &binaries, options))
}

/// What tasks that wait for the network run in.
pub(crate) fn runtime() -> Result<Runtime, Failure> {
    Runtime::new().map_err(|source| Failure::io("start the runtime", source))
}

async fn serve(repo: &Repo, binaries: &Binaries, options: &Options) -> Result<(), Failure> {
    // Listened for from the start: who stops us early stops the children too.
    let mut stop = Stop::listen()?;
    tokio::select! {
        ended = play(repo, binaries, options) => ended,
        () = stop.asked() => Ok(()),
    }
}

async fn play(repo: &Repo, binaries: &Binaries, options: &Options) -> Result<(), Failure> {
    let ports = if options.json {
        Ports::free()?
    } else {
        Ports::familiar()?
    };
    let mut stage = Stage::start(repo, binaries, ports).await?;
    let payer = json!({
        "first_name": "Amina",
        "last_name": "Diallo",
        "email": "amina.diallo@example.com",
    });
    let session = Api::new(&stage.server_url, &stage.api_key)
        .session(&payer, "en")
        .await?;
    if options.json {
        announce::to_script(&stage, &session)?;
    } else {
        announce::to_person(&stage, &session)?;
    }
    loop {
        tokio::time::sleep(Duration::from_millis(500)).await;
        stage.check()?;
    }
}

/// The signals that ask a program to end.
struct Stop {
    terminate: Signal,
    interrupt: Signal,
    hang_up: Signal,
}

impl Stop {
    fn listen() -> Result<Self, Failure> {
        let on = |kind| signal(kind).map_err(|source| Failure::io("listen for signals", source));
        Ok(Self {
            terminate: on(SignalKind::terminate())?,
            interrupt: on(SignalKind::interrupt())?,
            hang_up: on(SignalKind::hangup())?,
        })
    }

    async fn asked(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => (),
            _ = self.interrupt.recv() => (),
            _ = self.hang_up.recv() => (),
        }
    }
}
