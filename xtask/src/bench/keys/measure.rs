//! Typing on every surface.

use std::time::Duration;

use thirtyfour::WebDriver;
use tokio::time::{sleep, timeout};

use super::{Surface, Typing};
use crate::bench::conditions::SLOW;
use crate::bench::driver::{Driver, Wishes};
use crate::bench::key::Key;
use crate::bench::payer::{Payer, known};
use crate::bench::tab::Tab;
use crate::demo::{Api, Stage};
use crate::failure::Failure;
use crate::say;

const OBSERVE: &str = include_str!("keys.js");
/// Frames as soon as they are wanted, instead of when a screen would show the next one.
const AT_ONCE: [&str; 2] = ["--disable-frame-rate-limit", "--disable-gpu-vsync"];
/// How long a finger stays on a key, and how long it takes to the next. Nobody asks the page anything
/// meanwhile, which would take its time.
const HELD: Duration = Duration::from_millis(70);
const BETWEEN: Duration = Duration::from_millis(30);
/// Longer than any of it may take.
const PATIENCE: Duration = Duration::from_mins(3);

/// Presses so many keys on each surface. `plain` is the address of the plain form.
pub(crate) async fn measure(
    driver: &Driver,
    stage: &Stage,
    plain: &str,
    keys: usize,
) -> Result<Vec<Typing>, Failure> {
    let at_once = AT_ONCE
        .iter()
        .fold(Wishes::default(), |wishes, it| wishes.and_argument(it));
    let usual = Wishes::default();
    let mut typings = Vec::new();
    for surface in Surface::ALL {
        let here = address(stage, surface, plain).await?;
        let drawn_ms = typed(driver, &at_once, &here, surface, keys)
            .await?
            .taken_ms;
        // A session of its own: the one before has gone on to the payment.
        let here = address(stage, surface, plain).await?;
        let shown = typed(driver, &usual, &here, surface, keys).await?;
        let typing = Typing {
            surface,
            drawn_ms,
            shown_keys: shown.taken_ms.len(),
            shown_late_ms: shown.late_ms,
        };
        say::line(&format!("keys: {}", typing.line()));
        typings.push(typing);
    }
    Ok(typings)
}

async fn address(stage: &Stage, surface: Surface, plain: &str) -> Result<String, Failure> {
    match surface {
        Surface::Plain => Ok(plain.to_owned()),
        Surface::Information | Surface::Card => {
            let api = Api::new(&stage.server_url, &stage.api_key);
            Ok(api.session(&known(), "en").await?.url)
        }
    }
}

/// What the page noted.
struct Noted {
    taken_ms: Vec<f64>,
    late_ms: Vec<f64>,
}

async fn typed(
    driver: &Driver,
    wishes: &Wishes,
    url: &str,
    surface: Surface,
    keys: usize,
) -> Result<Noted, Failure> {
    let browser = driver.browser(wishes).await?;
    let noted = timeout(PATIENCE, noted(&browser, url, surface, keys)).await;
    browser.quit().await?;
    noted.map_err(|_| Failure::answer(surface.name(), "every key should be shown by now"))?
}

async fn noted(
    browser: &WebDriver,
    url: &str,
    surface: Surface,
    keys: usize,
) -> Result<Noted, Failure> {
    let tab = Tab::of(browser);
    tab.run_in_every_document(OBSERVE).await?;
    browser.goto(url).await?;
    let payer = Payer::at(tab);
    match surface {
        Surface::Plain => (),
        Surface::Information => {
            payer.has_the_program().await;
            payer.changes().await;
        }
        Surface::Card => {
            payer.has_the_program().await;
            payer.confirms().await;
        }
    }
    tab.slow_processor(SLOW).await?;
    payer.goes_to(surface.css()).await;
    tab.evaluate(&format!("__keys.grouped = {}", surface.groups()))
        .await;
    let signs: Vec<char> = surface.text().chars().collect();
    for (at, sign) in signs.iter().cycle().take(keys).enumerate() {
        if at % signs.len() == 0 {
            payer.goes_to(surface.css()).await;
        }
        tab.hold(&Key::writing(*sign), HELD).await?;
        sleep(BETWEEN).await;
        tab.until("!__keys.isWaiting()").await;
    }
    let numbers = async |name: &str| -> Result<Vec<f64>, Failure> {
        let told = tab.evaluate(&format!("__keys.{name}")).await;
        serde_json::from_value(told).map_err(|_| Failure::answer(surface.name(), "it should tell"))
    };
    Ok(Noted {
        taken_ms: numbers("taken").await?,
        late_ms: numbers("late").await?,
    })
}
