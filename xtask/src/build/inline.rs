//! The script inside the page, without what only its readers need.
//!
//! Trunk puts it there as it is written; it comes with every payer's first round trip.

use std::fs;

use super::minify::minify;
use crate::failure::Failure;
use crate::repo::Repo;

/// Where the script is written.
const SOURCE: &str = "src/bridge/early.js";

/// Puts the small form of the script where Trunk put the long one.
pub(crate) fn shrink_inline_script(repo: &Repo) -> Result<(), Failure> {
    let told = |source| Failure::io("shrink the page's own script", source);
    let (source, small) = (repo.path(SOURCE), repo.wasm_target().join("early.js"));
    minify(repo, &source, &small)?;
    let long = fs::read_to_string(source).map_err(told)?;
    let small = fs::read_to_string(small).map_err(told)?;
    let page = repo.dist().join("index.html");
    let text = fs::read_to_string(&page).map_err(told)?;
    let short = text.replacen(long.trim(), small.trim(), 1);
    if short == text {
        let remedy = "Does index.html still inline it as it is?";
        return Err(Failure::missing(format!("{SOURCE} in the page"), remedy));
    }
    fs::write(page, short).map_err(told)
}
