//! Using the page for long.

use std::time::Duration;

use thirtyfour::WebDriver;
use tokio::time::{sleep, timeout};

use super::acts::round;
use super::{Reading, Use};
use crate::bench::driver::{Driver, Wishes};
use crate::bench::payer::{Payer, known};
use crate::bench::tab::Tab;
use crate::demo::{Api, DemoSession, Stage};
use crate::failure::Failure;
use crate::say;
use crate::stopwatch::Stopwatch;

const OBSERVE: &str = include_str!("memory.js");
/// Until everything was needed once: each of the five languages and countries.
const FIRST: u64 = 5;
/// Rounds of half an hour, one each thirty seconds.
const ROUNDS: u64 = 60;
const EACH: Duration = Duration::from_secs(30);
/// Longer than one round may take.
const PATIENCE: Duration = Duration::from_mins(1);

/// Uses one page, for so many minutes or as quickly as it goes.
pub(crate) async fn measure(
    driver: &Driver,
    stage: &Stage,
    minutes: Option<u64>,
) -> Result<Use, Failure> {
    let merchant = Api::new(&stage.server_url, &stage.api_key);
    let session = merchant.session(&known(), "en").await?;
    let browser = driver.browser(&Wishes::default()).await?;
    let used = used(&browser, &merchant, &session, minutes).await;
    browser.quit().await?;
    used
}

async fn used(
    browser: &WebDriver,
    merchant: &Api,
    session: &DemoSession,
    minutes: Option<u64>,
) -> Result<Use, Failure> {
    let tab = Tab::of(browser);
    tab.run_in_every_document(OBSERVE).await?;
    browser.goto(&session.url).await?;
    let payer = Payer::at(tab);
    payer.has_the_program().await;
    payer.changes().await;
    let once = async |turn| {
        timeout(PATIENCE, round(payer, merchant, session, turn))
            .await
            .map_err(|_| Failure::answer("the page", "a round of use should be over by now"))?
    };
    for turn in 0..FIRST {
        once(turn).await?;
    }
    let before = Reading::of(tab).await?;
    let rounds = minutes.map_or(ROUNDS, |minutes| minutes * ROUNDS / 30);
    let watch = Stopwatch::start();
    let mut keys = 0;
    for turn in 0..rounds {
        if minutes.is_some() {
            sleep(due(turn).saturating_sub(watch.elapsed())).await;
        }
        keys += once(FIRST + turn).await?;
        if (turn + 1) % 10 == 0 {
            say::line(&format!("memory: {} of {rounds} rounds", turn + 1));
        }
    }
    if minutes.is_some() {
        sleep(due(rounds).saturating_sub(watch.elapsed())).await;
    }
    let after = Reading::of(tab).await?;
    Ok(Use {
        minutes,
        rounds,
        keys,
        before,
        after,
    })
}

/// When a round begins, in real time.
fn due(turn: u64) -> Duration {
    EACH * u32::try_from(turn).unwrap_or(u32::MAX)
}
