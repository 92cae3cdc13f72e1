//! Everything that is measured, served: shops, plain forms, Kassa, and the other checkouts.

use serde_json::json;

use super::driver::Wishes;
use super::peers::{
    BRAINTREE_NAMES, adyen_servers, adyen_shop, braintree_servers, braintree_shop, serve_by_name,
};
use super::shops::{entrances, framed, pressed};
use super::static_pages::{Served, StaticPages};
use super::{PageKind, Place, Way};
use crate::demo::{Api, DemoSession, Stage, free_port};
use crate::failure::Failure;
use crate::repo::Repo;

/// The pages, and whoever serves them.
#[derive(Debug)]
#[must_use]
pub(crate) struct Ground {
    /// Where visits begin.
    pub(crate) places: Vec<Place>,
    /// Where the plain form is.
    pub(crate) plain: String,
    /// What a browser has to be asked for to find them.
    pub(crate) wishes: Wishes,
    _served: [Served; 3],
}

/// The origins that pages name.
#[derive(Clone, Debug)]
pub(super) struct Origins {
    /// The shop's.
    pub(super) shop: String,
    /// Where the plain form is, and what stands in for Adyen.
    pub(super) provider: String,
    /// Kassa's.
    pub(super) kassa: String,
}

/// Serves everything. `shop` is a port whose origin may frame the stage's checkouts.
pub(crate) async fn ground(repo: &Repo, stage: &Stage, shop: u16) -> Result<Ground, Failure> {
    let provider = free_port()?;
    let session = Api::new(&stage.server_url, &stage.api_key)
        .session(&json!({}), "en")
        .await?;
    let origins = Origins {
        shop: format!("http://127.0.0.1:{shop}"),
        provider: format!("http://127.0.0.1:{provider}"),
        kassa: stage.server_url.clone(),
    };
    let (twin, rules) = serve_by_name(braintree_servers(repo)?, &BRAINTREE_NAMES).await?;
    let served = [
        shop_pages(repo, &origins, &session)?.serve(shop).await?,
        provider_pages(repo)?.serve(provider).await?,
        twin,
    ];
    Ok(Ground {
        places: places(&origins, &session),
        plain: plain(&origins),
        wishes: Wishes::default().and_argument(&rules),
        _served: served,
    })
}

fn shop_pages(
    repo: &Repo,
    origins: &Origins,
    session: &DemoSession,
) -> Result<StaticPages, Failure> {
    let pages = framed(repo, StaticPages::default(), origins, session)?;
    let pages = pressed(repo, pages, origins, session)?;
    braintree_shop(repo, adyen_shop(repo, pages, &origins.provider)?)
}

fn provider_pages(repo: &Repo) -> Result<StaticPages, Failure> {
    let own = StaticPages::default()
        .file(repo, "form.html")?
        .file(repo, "loader.js")?;
    adyen_servers(repo, own)
}

fn plain(origins: &Origins) -> String {
    format!("{}/form.html", origins.provider)
}

fn places(origins: &Origins, session: &DemoSession) -> Vec<Place> {
    let place = |kind: PageKind| {
        let (url, way) = match kind {
            PageKind::Static => (plain(origins), Way::Opened),
            PageKind::Hosted => (session.url.clone(), Way::Opened),
            PageKind::StaticFrame
            | PageKind::BareFrame
            | PageKind::LoaderAndStatic
            | PageKind::ScriptTag
            | PageKind::Bundled
            | PageKind::StaticLink
            | PageKind::Redirect
            | PageKind::StaticDialog
            | PageKind::Overlay
            | PageKind::StaticWindow
            | PageKind::Popup
            | PageKind::Adyen
            | PageKind::Braintree => entrances(kind, origins, session),
        };
        Place { kind, url, way }
    };
    PageKind::ALL.map(place).into()
}
