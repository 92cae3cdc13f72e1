//! One visit to one page, by a browser that has never seen it.

use std::time::Duration;

use serde_json::json;
use thirtyfour::WebDriver;
use tokio::time::{sleep, timeout};

use super::conditions::SLOW;
use super::driver::{Driver, Wishes};
use super::key::Key;
use super::sample::{Report, Sample};
use super::tab::Tab;
use super::traffic::traffic;
use super::{Place, Traffic, Way};
use crate::failure::Failure;

/// Longer than any page may take; a page that takes longer fails the bench.
const PATIENCE: Duration = Duration::from_secs(40);
/// What moves late still counts.
const AFTERWARDS: Duration = Duration::from_millis(700);
/// How long a shop's page is left alone before its button is pressed.
const QUIET: Duration = Duration::from_millis(300);
const OBSERVE: &str = include_str!("observe.js");

/// Goes to the form, types one letter as soon as that is possible, and looks on until all is quiet.
pub(crate) async fn visit(
    driver: &Driver,
    place: &Place,
    wishes: &Wishes,
) -> Result<Sample, Failure> {
    let browser = driver.browser(wishes).await?;
    let seen = timeout(PATIENCE, observed(&browser, place)).await;
    browser.quit().await?;
    Ok(seen.map_err(|_| late(place))??.0)
}

/// A visit that counts what goes over the wire. It is no measure of time: counting takes some.
pub(crate) async fn counted_visit(
    driver: &Driver,
    place: &Place,
    wishes: &Wishes,
) -> Result<Traffic, Failure> {
    let browser = driver.browser(&wishes.clone().and_traffic()).await?;
    let seen = timeout(PATIENCE, async {
        let (_, usable_at) = observed(&browser, place).await?;
        traffic(&browser, usable_at).await
    });
    let seen = seen.await;
    browser.quit().await?;
    seen.map_err(|_| late(place))?
}

fn late(place: &Place) -> Failure {
    Failure::answer(place.kind.name(), "the page should be usable by now")
}

/// The sample, and when on the wall's clock the form was usable.
async fn observed(browser: &WebDriver, place: &Place) -> Result<(Sample, f64), Failure> {
    let tab = Tab::of(browser);
    let began = begin(browser, place).await?;
    let visible_at = tab.number("__bench.wait('visible')").await;
    tab.press(&Key::writing('a')).await?;
    let usable_at = tab.number("__bench.wait('usable')").await;
    let hydrated_ms = if place.kind.hydrates() {
        Some(tab.number("__bench.wait('hydrated')").await - began)
    } else {
        None
    };
    let present_at = tab.number("__bench.wait('present')").await;
    sleep(AFTERWARDS).await;
    let sample = Sample {
        present_ms: present_at - began,
        visible_ms: visible_at - began,
        usable_ms: usable_at - began,
        hydrated_ms,
        report: report(tab, place).await?,
    };
    Ok((sample, usable_at))
}

async fn report(tab: Tab<'_>, place: &Place) -> Result<Report, Failure> {
    let told = tab.evaluate("__bench.report()").await;
    serde_json::from_value(told)
        .map_err(|_| Failure::answer(place.kind.name(), "the page should report"))
}

/// When the visit began, on the wall's clock. The browser's driver is at the form's window then.
async fn begin(browser: &WebDriver, place: &Place) -> Result<f64, Failure> {
    let tab = Tab::of(browser);
    prepare(tab, &place.url).await?;
    browser.goto(&place.url).await?;
    match &place.way {
        Way::Opened => Ok(tab
            .number("window.__bench ? performance.timeOrigin : null")
            .await),
        Way::Pressed => {
            settle(tab).await;
            press(tab).await
        }
        Way::PressedForWindow(name) => {
            settle(tab).await;
            let shop = browser.window().await?;
            let window = open_window(browser, place, name).await?;
            browser.switch_to_window(shop).await?;
            let began = press(tab).await?;
            browser.switch_to_window(window).await?;
            Ok(began)
        }
    }
}

async fn prepare(tab: Tab<'_>, url: &str) -> Result<(), Failure> {
    let origin: String = url.split('/').take(3).collect::<Vec<_>>().join("/");
    let source = OBSERVE.replace("__TOP__", &json!(origin).to_string());
    tab.run_in_every_document(&source).await?;
    tab.slow(SLOW).await
}

/// Waits until the shop's page has everything that it wants before a press.
async fn settle(tab: Tab<'_>) {
    tab.until("!!window.__bench && document.readyState === 'complete'")
        .await;
    sleep(QUIET).await;
}

/// Presses what opens the checkout, by the keyboard, and says when. Some milliseconds of the
/// driver's own way to the browser are in it, for every page alike.
async fn press(tab: Tab<'_>) -> Result<f64, Failure> {
    tab.evaluate("document.querySelector('a[href], button').focus()")
        .await;
    let began = tab
        .number("performance.timeOrigin + performance.now()")
        .await;
    tab.press(&Key::enter()).await?;
    Ok(began)
}

/// Opens the window that the press will use, so that it can be slowed and looked into. The press
/// finds it by its name; what a browser takes to make a window is in nobody's figure.
async fn open_window(
    browser: &WebDriver,
    place: &Place,
    name: &str,
) -> Result<thirtyfour::WindowHandle, Failure> {
    let before = browser.windows().await?;
    let opening = format!(
        "void window.open('about:blank', {}, 'popup,width=520,height=840')",
        json!(name)
    );
    let asked = json!({ "expression": opening, "userGesture": true });
    Tab::of(browser).ask("Runtime.evaluate", asked).await?;
    let opened = loop {
        let now = browser.windows().await?;
        if let Some(opened) = now.into_iter().find(|it| !before.contains(it)) {
            break opened;
        }
        sleep(Duration::from_millis(10)).await;
    };
    browser.switch_to_window(opened.clone()).await?;
    prepare(Tab::of(browser), &place.url).await?;
    Ok(opened)
}
