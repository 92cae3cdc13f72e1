//! Measuring, telling, judging.

use super::{Figure, assets, page};
use crate::build::{self, Profile};
use crate::demo::{Ports, Stage, runtime};
use crate::failure::Failure;
use crate::repo::Repo;
use crate::{say, tools};

/// `cargo xtask sizes`.
pub(crate) fn run(repo: &Repo) -> Result<(), Failure> {
    let figures = measured_alone(repo)?;
    for figure in &figures {
        say::line(&figure.to_string());
    }
    match figures.iter().filter(|figure| figure.is_over()).count() {
        0 => Ok(()),
        count => Err(Failure::OverBound { count }),
    }
}

/// Every size, of the built widget and of a running server's pages.
pub(crate) async fn measure(repo: &Repo, stage: &Stage) -> Result<Vec<Figure>, Failure> {
    let mut figures = page::measure(repo, stage).await?;
    figures.extend(assets::measure(&repo.dist(), tools::wasm_rust()?.std)?);
    Ok(figures)
}

fn measured_alone(repo: &Repo) -> Result<Vec<Figure>, Failure> {
    build::widget(repo)?;
    let binaries = build::binaries(repo, Profile::Dev)?;
    runtime()?.block_on(async {
        let stage = Stage::start(repo, &binaries, Ports::free()?).await?;
        measure(repo, &stage).await
    })
}
