//! Building for real, starting everything, and visiting every page round by round.

use super::driver::Driver;
use super::ground::{Ground, ground};
use super::options::{Options, Part};
use super::results::Results;
use super::verdicts::Visits;
use super::visit::{counted_visit, visit};
use super::{PageKind, Traffic, keys, memory, peers};
use crate::build::{self, Binaries, Profile};
use crate::demo::{Ports, Stage, free_port, runtime};
use crate::failure::Failure;
use crate::repo::Repo;
use crate::{say, sizes, tools};

/// `cargo xtask bench`.
pub(crate) fn run(repo: &Repo, options: &Options) -> Result<(), Failure> {
    build::widget(repo)?;
    let binaries = build::binaries(repo, Profile::Release)?;
    let results = runtime()?.block_on(measure(repo, &binaries, options))?;
    results.print()?;
    if options.wants_everything() {
        results.write(repo)?;
    }
    Ok(())
}

async fn measure(repo: &Repo, binaries: &Binaries, options: &Options) -> Result<Results, Failure> {
    let browser = tools::browser()?;
    let shop = free_port()?;
    let stage = Stage::start(repo, binaries, Ports::free()?.and_origin(shop)).await?;
    let driver = Driver::start(&browser).await?;
    let mut results = Results {
        browser: browser.version()?,
        rounds: options.rounds,
        peers: peers::versions(),
        sizes: Vec::new(),
        visits: Vec::new(),
        traffic: Vec::new(),
        keys: Vec::new(),
        used: None,
    };
    let ground = ground(repo, &stage, shop).await?;
    if options.wants(Part::Pages) {
        results.sizes = sizes::measure(repo, &stage).await?;
        results.traffic = traffic(&driver, &ground).await?;
        results.visits = visits(&driver, &ground, options.rounds).await?;
    }
    if options.wants(Part::Keys) {
        results.keys = keys::measure(&driver, &stage, &ground.plain, options.keys).await?;
    }
    if options.wants(Part::Memory) {
        results.used = Some(memory::measure(&driver, &stage, options.minutes).await?);
    }
    Ok(results)
}

/// The round whose times are thrown away.
async fn traffic(driver: &Driver, ground: &Ground) -> Result<Vec<(PageKind, Traffic)>, Failure> {
    let mut traffic = Vec::new();
    for place in &ground.places {
        let sent = counted_visit(driver, place, &ground.wishes).await?;
        say::line(&format!(
            "{}: {} bytes until it is usable",
            place.kind.name(),
            sent.bytes_until_usable
        ));
        traffic.push((place.kind, sent));
    }
    Ok(traffic)
}

/// Every other round goes backwards, so that no page always profits from the one before it.
async fn visits(driver: &Driver, ground: &Ground, rounds: usize) -> Result<Visits, Failure> {
    let mut visits = Visits::new();
    for round in 1..=rounds {
        let mut places: Vec<_> = ground.places.iter().collect();
        if round % 2 == 0 {
            places.reverse();
        }
        for place in places {
            let sample = visit(driver, place, &ground.wishes).await?;
            say::line(&format!(
                "round {round}: {} usable after {:.0} ms",
                place.kind.name(),
                sample.usable_ms
            ));
            visits.push((place.kind, sample));
        }
    }
    Ok(visits)
}
