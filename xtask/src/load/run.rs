//! Everything in one run: what is compared is measured in turns, and medians count.

use std::fs;
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;
use std::time::Duration;

use serde_json::json;

use super::client::{Connection, Question};
use super::commits::commits_a_second;
use super::figure::{Bound, Figure};
use super::ground::{Ground, order_number};
use super::lists;
use super::options::Options;
use super::pages::pages_a_second;
use super::payer::Payer;
use super::payments::payments_a_second;
use super::start::milliseconds_to_answer;
use super::streams::megabytes_with_streams;
use crate::bench::Spread;
use crate::build::{self, Binaries, Profile, brotli_plain};
use crate::demo::runtime;
use crate::failure::Failure;
use crate::repo::Repo;
use crate::say;

/// More orders than can be paid in the longest run.
const ORDERS: usize = 200_000;

/// `cargo xtask load`.
pub(crate) fn run(repo: &Repo, options: &Options) -> Result<(), Failure> {
    build::widget(repo)?;
    let binaries = build::binaries(repo, Profile::Release)?;
    let figures = runtime()?.block_on(async {
        let mut ground = Ground::prepare(repo, &binaries, ORDERS).await?;
        let mut figures = measure(&mut ground, options).await?;
        drop(ground);
        figures.push(lists(repo, &binaries).await?);
        Ok::<_, Failure>(figures)
    })?;
    for figure in &figures {
        say::result(&figure.to_string())?;
    }
    let text = format!("{:#}\n", json!({ "figures": figures }));
    fs::write(repo.path("bench/load.json"), text)
        .map_err(|source| Failure::io("write bench/load.json", source))
}

async fn measure(ground: &mut Ground, options: &Options) -> Result<Vec<Figure>, Failure> {
    say::line("Starting, again and again.");
    let mut figures = vec![start(ground, options).await?];
    say::line("Pages, rendered and fixed in turns.");
    figures.push(pages(ground, options).await?);
    say::line("Payments and bare commits in turns.");
    figures.push(payments(ground, options).await?);
    say::line("A thousand open streams.");
    figures.push(streams(ground).await?);
    Ok(figures)
}

async fn start(ground: &mut Ground, options: &Options) -> Result<Figure, Failure> {
    let mut times = Vec::new();
    for _ in 0..=options.rounds.max(5) {
        times.push(milliseconds_to_answer(ground).await?);
    }
    let value = median(&times);
    Ok(Figure {
        name: "start to first answer",
        value,
        unit: "ms",
        bound: Bound::AtMost(300.0),
        made_of: format!("median of {} starts", times.len()),
    })
}

async fn pages(ground: &mut Ground, options: &Options) -> Result<Figure, Failure> {
    let session = session(ground, 0).await?;
    let page = format!("/v1/view/{session}/?edit=1");
    let text = body_of(ground, &page).await?;
    let fixed = ground.fix(&text)?;
    let time = Duration::from_secs(options.seconds);
    milliseconds_to_answer(ground).await?;
    let (mut rendered, mut sent) = (Vec::new(), Vec::new());
    for _ in 0..options.rounds {
        rendered.push(pages_a_second(ground.server, &page, time).await?);
        sent.push(pages_a_second(ground.server, fixed, time).await?);
    }
    let (ours, bare) = (median(&rendered), median(&sent));
    Ok(Figure {
        name: "hosted pages a second, against a fixed body of the same size",
        value: ours / bare * 100.0,
        unit: "%",
        bound: Bound::AtLeast(8.0),
        made_of: format!("{ours:.0} pages and {bare:.0} fixed bodies a second"),
    })
}

async fn payments(ground: &mut Ground, options: &Options) -> Result<Figure, Failure> {
    let next = Arc::new(AtomicUsize::new(1_000));
    let time = Duration::from_secs(options.seconds);
    let (mut paid, mut committed) = (Vec::new(), Vec::new());
    for _ in 0..options.rounds {
        paid.push(payments_a_second(ground, &next, time).await?);
        committed.push(commits_a_second(&ground.database(), time).await?);
    }
    let (ours, bare) = (median(&paid), median(&committed));
    Ok(Figure {
        name: "whole payments a second, against bare durable commits",
        value: ours / bare * 100.0,
        unit: "%",
        bound: Bound::AtLeast(15.0),
        made_of: format!("{ours:.0} payments and {bare:.0} commits a second"),
    })
}

async fn streams(ground: &mut Ground) -> Result<Figure, Failure> {
    milliseconds_to_answer(ground).await?;
    let session = session(ground, 1).await?;
    let pid = ground.pid().unwrap_or_default();
    let value = megabytes_with_streams(ground.server, pid, &session).await?;
    Ok(Figure {
        name: "memory with 1,000 open event streams",
        value,
        unit: "MB",
        bound: Bound::AtMost(120.0),
        made_of: "resident memory of the server's process".to_owned(),
    })
}

/// The question whose answer grows most with the payments there are.
async fn lists(repo: &Repo, binaries: &Binaries) -> Result<Figure, Failure> {
    say::line("Lists of a thousand payments, and of a million: some minutes.");
    let mut small = Ground::prepare(repo, binaries, 1).await?;
    let few = lists::times(&mut small, lists::FEW).await?;
    drop(small);
    let mut large = Ground::prepare(repo, binaries, 1).await?;
    let many = lists::times(&mut large, lists::MANY).await?;
    let growth = few.iter().zip(&many).map(|(few, many)| {
        let ratio = many.milliseconds / few.milliseconds;
        let line = format!(
            "{}: {:.2} and {:.2} ms",
            few.name, few.milliseconds, many.milliseconds
        );
        (ratio, line)
    });
    let growth: Vec<(f64, String)> = growth.collect();
    let worst = growth.iter().map(|(ratio, _)| *ratio).fold(0.0, f64::max);
    let lines: Vec<&str> = growth.iter().map(|(_, line)| line.as_str()).collect();
    Ok(Figure {
        name: "GET /api/payments at 1,000,000 payments, against 1,000",
        value: worst,
        unit: "×",
        bound: Bound::AtMost(2.0),
        made_of: format!("the worst of: {}", lines.join("; ")),
    })
}

async fn session(ground: &Ground, nth: usize) -> Result<String, Failure> {
    let connection = Connection::open(ground.server).await?;
    Payer::new(connection, &ground.api_key, Ground::RECIPIENT)
        .open_session(&order_number(nth))
        .await
}

async fn body_of(ground: &Ground, path: &str) -> Result<String, Failure> {
    let mut connection = Connection::open(ground.server).await?;
    brotli_plain(&connection.ask(Question::page(path)).await?.body)
}

fn median(values: &[f64]) -> f64 {
    Spread::of(values.iter().copied()).map_or(0.0, |spread| spread.median)
}
