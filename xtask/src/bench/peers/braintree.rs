//! Braintree's drop-in with a card and its holder's name.
//!
//! All its fields are in frames: its first usable input is the stand-in's, which comes once the
//! drop-in has heard of every frame. So this is a lower bound. Where its servers are is written in
//! its script, and it trusts their names alone: the browser finds us under them.

use super::bundle::{bundled, ours};
use crate::bench::StaticPages;
use crate::build;
use crate::failure::Failure;
use crate::repo::Repo;
use crate::tools;

/// The names of its servers.
pub(crate) const NAMES: [&str; 3] = [
    "assets.braintreegateway.com",
    "api.sandbox.braintreegateway.com",
    "payments.sandbox.braintree-api.com",
];

/// Adds the shop's page and its script.
pub(crate) fn braintree_shop(repo: &Repo, pages: StaticPages) -> Result<StaticPages, Failure> {
    let script = bundled(repo, "braintree.js", &tools::braintree_drop_in(repo)?)?;
    let tags = [
        "<script type=\"module\" src=\"braintree.js\"></script>",
        "<div id=\"checkout\"></div>",
    ];
    pages
        .shop(repo, "braintree.html", tags)?
        .written(&script, "/braintree.js")
}

/// What its servers answer.
pub(crate) fn braintree_servers(repo: &Repo) -> Result<StaticPages, Failure> {
    let packages = tools::braintree_drop_in(repo)?;
    let look = packages.join("braintree-web-drop-in/dropin.css");
    StaticPages::default()
        .written(&ours(repo, "braintree-configuration.json"), "/graphql")?
        .text("/analytics", "{}")?
        .written(
            &ours(repo, "hosted-field.html"),
            "hosted-fields-frame.min.html",
        )?
        .text("dropin.css", &build::small_style(repo, &look)?)
}
