//! The shop's pages, one for each way to a checkout, and beside each what that way comes down to.

use super::ground::Origins;
use super::static_pages::StaticPages;
use super::{PageKind, Way};
use crate::build;
use crate::demo::DemoSession;
use crate::failure::Failure;
use crate::repo::Repo;

/// The window that the plain form is opened in.
const WINDOW: &str = "checkout";

/// The page of the shop, and how it goes on from there.
pub(super) fn entrances(kind: PageKind, origins: &Origins, session: &DemoSession) -> (String, Way) {
    let Origins { shop, .. } = origins;
    let (page, way) = match kind {
        // Neither is a shop's.
        PageKind::Static | PageKind::Hosted => ("", Way::Opened),
        PageKind::StaticFrame => ("frame.html", Way::Opened),
        PageKind::BareFrame => ("bare.html", Way::Opened),
        PageKind::LoaderAndStatic => ("loader.html", Way::Opened),
        PageKind::ScriptTag => ("kassa.html", Way::Opened),
        PageKind::Bundled => ("bundled.html", Way::Opened),
        PageKind::StaticLink => ("link.html", Way::Pressed),
        PageKind::Redirect => ("redirect.html", Way::Pressed),
        PageKind::StaticDialog => ("dialog.html", Way::Pressed),
        PageKind::Overlay => ("overlay.html", Way::Pressed),
        PageKind::StaticWindow => ("window.html", Way::PressedForWindow(WINDOW.to_owned())),
        // As our element calls it: the session, and who opened it.
        PageKind::Popup => (
            "popup.html",
            Way::PressedForWindow(format!("{} {shop}", session.id)),
        ),
        PageKind::Adyen => ("adyen.html", Way::Opened),
        PageKind::Braintree => ("braintree.html", Way::Opened),
    };
    (format!("{shop}/{page}"), way)
}

/// Adds the pages that have the checkout in them.
pub(super) fn framed(
    repo: &Repo,
    pages: StaticPages,
    origins: &Origins,
    session: &DemoSession,
) -> Result<StaticPages, Failure> {
    let Origins {
        provider, kassa, ..
    } = origins;
    let frame = |src: &str| {
        format!("<iframe src=\"{src}\" width=\"100%\" height=\"900\" title=\"Checkout\"></iframe>")
    };
    let plain = frame(&format!("{provider}/form.html"));
    let bare = frame(&format!("{}?ui=inline", session.url));
    let loader = format!("<script defer src=\"{provider}/loader.js\"></script>");
    let place = format!(
        "<div id=\"checkout\" data-session=\"{}\" data-server=\"{kassa}\"></div>",
        session.id
    );
    let script = "<script type=\"module\" src=\"bundle.js\"></script>";
    let bundle = repo.target().join("bench/bundle.js");
    build::bundle(repo, &repo.path("bench/static/bundle.js"), &bundle)?;
    pages
        .shop(repo, "frame.html", ["", &plain])?
        .shop(repo, "bare.html", ["", &bare])?
        .shop(
            repo,
            "loader.html",
            [&loader, "<div id=\"checkout\"></div>"],
        )?
        .shop(
            repo,
            "kassa.html",
            [&tag(kassa), &element(session, "inline")],
        )?
        .shop(repo, "bundled.html", [script, &place])?
        .written(&bundle, "/bundle.js")
}

/// Adds the pages with a button that leads to the checkout.
pub(super) fn pressed(
    repo: &Repo,
    pages: StaticPages,
    origins: &Origins,
    session: &DemoSession,
) -> Result<StaticPages, Failure> {
    let Origins {
        provider, kassa, ..
    } = origins;
    let tag = tag(kassa);
    let link = format!("<a href=\"{provider}/form.html\">Pay</a>");
    let button = format!(
        "<button type=\"button\">Pay</button><div id=\"checkout\" data-form=\"{provider}/form.html\"></div>"
    );
    let dialog = "<script defer src=\"dialog.js\"></script>";
    let window = "<script defer src=\"window.js\"></script>";
    pages
        .file(repo, "dialog.js")?
        .file(repo, "window.js")?
        .shop(repo, "link.html", ["", &link])?
        .shop(repo, "redirect.html", [&tag, &element(session, "redirect")])?
        .shop(repo, "dialog.html", [dialog, &button])?
        .shop(repo, "overlay.html", [&tag, &element(session, "overlay")])?
        .shop(repo, "window.html", [window, &button])?
        .shop(repo, "popup.html", [&tag, &element(session, "popup")])
}

fn tag(kassa: &str) -> String {
    format!("<script type=\"module\" src=\"{kassa}/kassa.js\"></script>")
}

fn element(session: &DemoSession, mode: &str) -> String {
    let DemoSession { id, url } = session;
    format!(
        "<kassa-checkout session=\"{id}\" mode=\"{mode}\"><a href=\"{url}\">Pay</a></kassa-checkout>"
    )
}
