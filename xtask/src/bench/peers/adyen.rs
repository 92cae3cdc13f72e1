//! adyen-web: its Card component with the holder's name and the billing address.
//!
//! It shows its fields when all three frames for the card have said that they are configured, and
//! it makes one after the other. Where its servers are can be told to it, so nothing is redirected.

use super::bundle::{bundled, ours};
use crate::bench::StaticPages;
use crate::failure::Failure;
use crate::repo::Repo;
use crate::tools;

const COUNTRIES: &str = r#"[{"id":"US","name":"United States"},{"id":"FR","name":"France"}]"#;
const STATES: &str = r#"[{"id":"CA","name":"California"},{"id":"NY","name":"New York"}]"#;
const ATTEMPT: &str = r#"{"checkoutAttemptId":"bench"}"#;
const PICTURE: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" width="40" height="26"/>"#;

/// Adds the shop's page, its script and its style sheet. `provider` is the stand-in's origin.
pub(crate) fn adyen_shop(
    repo: &Repo,
    pages: StaticPages,
    provider: &str,
) -> Result<StaticPages, Failure> {
    let script = bundled(repo, "adyen.js", &tools::adyen_web(repo)?)?;
    let tags = "<link rel=\"stylesheet\" href=\"adyen.css\"><script type=\"module\" src=\"adyen.js\"></script>";
    let place =
        format!("<div id=\"checkout\" data-provider=\"{provider}/checkoutshopper/\"></div>");
    pages
        .shop(repo, "adyen.html", [tags, &place])?
        .written(&script, "/adyen.js")?
        .written(&script.with_extension("css"), "/adyen.css")
}

/// Adds what Adyen's servers answer.
pub(crate) fn adyen_servers(repo: &Repo, pages: StaticPages) -> Result<StaticPages, Failure> {
    pages
        .text("/checkoutshopper/datasets/countries/en-US.json", COUNTRIES)?
        .text("/checkoutshopper/v3/analytics", ATTEMPT)?
        .text("/checkoutshopper/datasets/states/US/en-US.json", STATES)?
        .written(&ours(repo, "secured-field.html"), "securedFields.html")?
        .text(".svg", PICTURE)
}
