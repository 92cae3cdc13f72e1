//! Building for real, starting everything, and visiting every page round by round.

use serde_json::json;

use super::driver::Driver;
use super::options::Options;
use super::results::Results;
use super::static_pages::{Served, StaticPages};
use super::verdicts::Visits;
use super::visit::visit;
use super::{PageKind, Pages};
use crate::build::{self, Binaries, Profile};
use crate::demo::{Api, Ports, Stage, free_port, runtime};
use crate::failure::Failure;
use crate::repo::Repo;
use crate::{say, sizes, tools};

/// `cargo xtask bench`.
pub(crate) fn run(repo: &Repo, options: &Options) -> Result<(), Failure> {
    build::widget(repo)?;
    let binaries = build::binaries(repo, Profile::Release)?;
    let results = runtime()?.block_on(measure(repo, &binaries, options.rounds))?;
    results.print()?;
    results.write(repo)
}

async fn measure(repo: &Repo, binaries: &Binaries, rounds: usize) -> Result<Results, Failure> {
    let browser = tools::browser()?;
    let shop = free_port()?;
    let stage = Stage::start(repo, binaries, Ports::free()?.and_origin(shop)).await?;
    let (pages, _served) = pages(repo, &stage, shop).await?;
    let sizes = sizes::measure(repo, &stage).await?;
    let driver = Driver::start(&browser).await?;
    let visits = visits(&driver, &pages, rounds).await?;
    Ok(Results {
        browser: browser.version()?,
        rounds,
        sizes,
        visits,
    })
}

/// Serves the shop's pages and the plain form, each on an origin of its own.
async fn pages(repo: &Repo, stage: &Stage, shop: u16) -> Result<(Pages, [Served; 2]), Failure> {
    let provider = free_port()?;
    let session = Api::new(&stage.server_url, &stage.api_key)
        .session(&json!({}), "en")
        .await?;
    let (shop_url, provider_url) = (
        format!("http://127.0.0.1:{shop}"),
        format!("http://127.0.0.1:{provider}"),
    );
    let kassa = format!(
        "<script type=\"module\" src=\"{}/kassa.js\"></script>",
        stage.server_url
    );
    let element = format!(
        "<kassa-checkout session=\"{}\"><a href=\"{}\">Pay</a></kassa-checkout>",
        session.id, session.url
    );
    let loader = format!("<script defer src=\"{provider_url}/loader.js\"></script>");
    let shop_pages = StaticPages::default()
        .shop(repo, "kassa.html", [&kassa, &element])?
        .shop(
            repo,
            "loader.html",
            [&loader, "<div id=\"checkout\"></div>"],
        )?;
    let provider_pages = StaticPages::default()
        .file(repo, "form.html")?
        .file(repo, "loader.js")?;
    let served = [
        shop_pages.serve(shop).await?,
        provider_pages.serve(provider).await?,
    ];
    let pages = Pages {
        static_form: format!("{provider_url}/form.html"),
        hosted: session.url,
        loader: format!("{shop_url}/loader.html"),
        script_tag: format!("{shop_url}/kassa.html"),
    };
    Ok((pages, served))
}

/// The first round is thrown away; every other goes backwards, so that no page always profits from
/// the one before it.
async fn visits(driver: &Driver, pages: &Pages, rounds: usize) -> Result<Visits, Failure> {
    let mut visits = Visits::new();
    for round in 0..=rounds {
        let mut kinds = PageKind::ALL;
        if round % 2 == 1 {
            kinds.reverse();
        }
        for kind in kinds {
            let sample = visit(driver, kind, pages.url(kind)).await?;
            say::line(&format!(
                "round {round}: {} usable after {:.0} ms",
                kind.name(),
                sample.usable_ms
            ));
            if round > 0 {
                visits.push((kind, sample));
            }
        }
    }
    Ok(visits)
}
