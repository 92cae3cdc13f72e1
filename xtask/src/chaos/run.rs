//! One run: trouble, then quiet, then the books.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use tokio::task::JoinSet;

use super::asker::{Asker, Question};
use super::books::Books;
use super::dice::{Dice, any_seed};
use super::ground::Ground;
use super::journey::Journey;
use super::judge::judge;
use super::options::{Options, StoreKind};
use super::receiver::Receiver;
use super::record::Record;
use super::report::Report;
use super::stuck::stuck;
use super::trouble::make_trouble;
use crate::build::{self, Profile};
use crate::demo::runtime;
use crate::failure::Failure;
use crate::repo::Repo;
use crate::say;
use crate::stopwatch::Stopwatch;

/// How many journeys go on at once. Many of them wait: a key whose server was killed is its own for
/// half a minute.
const WORKERS: u64 = 16;

/// How long everything may take to settle after the last trouble: what a server had taken when it
/// was killed is its own for a minute, and what failed is tried again after some more.
const SETTLES: Duration = Duration::from_mins(3);

/// Who draws from the seed, beside the workers.
const KILLER: u64 = 1_001;
const RECEIVER: u64 = 1_002;
const CLERK: u64 = 1_003;

/// `cargo xtask chaos`.
pub(crate) fn run(repo: &Repo, options: &Options) -> Result<(), Failure> {
    let seed = options.seed.unwrap_or_else(any_seed);
    let server = build::binaries(repo, Profile::Dev)?.server;
    let seconds = options.seconds;
    say::line(&format!("The seed is {seed}; {seconds} s of trouble."));
    let reports = runtime()?.block_on(async {
        let mut runs = JoinSet::new();
        for store in options.store.each() {
            let (repo, server, time) = (repo.clone(), server.clone(), Duration::from_secs(seconds));
            runs.spawn(async move { on_store(&repo, &server, *store, (seed, time)).await });
        }
        runs.join_all().await
    });
    let mut broken = 0;
    for report in reports {
        let report = report?;
        say::result(&report.to_string())?;
        broken += report.breaches.len();
    }
    if broken > 0 {
        return Err(Failure::Chaos { broken, seed });
    }
    Ok(())
}

async fn on_store(
    repo: &Repo,
    server: &Path,
    store: StoreKind,
    (seed, time): (u64, Duration),
) -> Result<Report, Failure> {
    let mut ground = tokio::task::block_in_place(|| Ground::prepare(repo, server, store))?;
    let record = Arc::new(Record::default());
    let limit = time.saturating_add(SETTLES);
    let asker = Asker::new(
        ground.servers.urls(),
        &ground.api_key,
        record.clone(),
        (Stopwatch::start(), limit),
    )?;
    let receiver = Receiver::open(Dice::of(seed, RECEIVER), record.clone()).await?;
    let mut clerk = Dice::of(seed, CLERK);
    ground.servers.add_flag("--webhooks-anywhere");
    ground.servers.start_all(Some(seed))?;
    Ground::add_endpoints(&receiver, &asker, &mut clerk).await?;
    let workers = begin_workers(&asker, seed, time);
    make_trouble(&mut ground, Dice::of(seed, KILLER), record.clone(), time).await?;
    calm_down(&mut ground, &receiver)?;
    for worker in workers.join_all().await {
        if let Err(failure) = worker {
            record.broken(format!("a journey did not come to its end: {failure}"));
        }
    }
    settle(&ground, &asker, &record, &mut clerk).await?;
    let mut books = Books::read(&asker, &ground.database, &mut clerk).await?;
    books.taken = receiver.taken();
    books.told_paid = record.paid();
    books.told_moved = record.moves();
    books.told_opened = record.sessions();
    books.told_order_paid = record.orders_paid();
    let breaches = [record.breaches(), judge(&books), ground.panics()?].concat();
    Ok(Report::new(store, &books, record.counts(), breaches).leaving(ground))
}

fn begin_workers(asker: &Asker, seed: u64, time: Duration) -> JoinSet<Result<(), Failure>> {
    let mut workers = JoinSet::new();
    for actor in 0..WORKERS {
        let journey = Journey::new(asker.clone(), Dice::of(seed, actor), actor);
        workers.spawn(work(journey, time));
    }
    workers
}

async fn work(mut journey: Journey, time: Duration) -> Result<(), Failure> {
    let watch = Stopwatch::start();
    let mut nth = 0;
    while watch.elapsed() < time {
        journey.go(nth).await?;
        journey.think(400).await;
        nth += 1;
    }
    Ok(())
}

/// The last kill; then everything works as it should.
fn calm_down(ground: &mut Ground, receiver: &Receiver) -> Result<(), Failure> {
    receiver.mend();
    for nth in 0..ground.servers.count() {
        ground.servers.kill(nth);
    }
    ground.servers.start_all(None).map(drop)
}

/// Waits until nothing is under way any more. What still is when the time is over is stuck.
async fn settle(
    ground: &Ground,
    asker: &Asker,
    record: &Record,
    dice: &mut Dice,
) -> Result<(), Failure> {
    let watch = Stopwatch::start();
    loop {
        // The sandbox moves what is due when it is looked at.
        asker.ask(&Question::get("/healthz"), dice).await?;
        let left = stuck(&ground.database).await?;
        if left.is_empty() {
            return Ok(());
        }
        if watch.elapsed() > SETTLES {
            for what in left {
                record.broken(format!("stuck: {what}"));
            }
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
}
