//! The scripts inside the page, without what only their readers need.
//!
//! Trunk puts them there in their order, as they are written or in a small form of its own; they come
//! with every payer's first round trip.

use std::fs;
use std::path::Path;

use super::minify::minify;
use crate::failure::Failure;
use crate::repo::Repo;

/// Where the scripts are written, in the page's order.
const SOURCES: [&str; 2] = ["src/bridge/early.js", "src/shell/helps.js"];
/// What begins a script of the page itself; the program's has a type.
const OPEN: &str = "<script>";
/// What ends one.
const CLOSE: &str = "</script>";

/// Puts the small form of the scripts where Trunk put the scripts.
pub(crate) fn shrink_inline_scripts(repo: &Repo) -> Result<(), Failure> {
    let told = |source| Failure::io("shrink the page's own scripts", source);
    let small: Result<Vec<_>, _> = SOURCES.iter().map(|it| small_form(repo, it)).collect();
    let page = repo.dist().join("index.html");
    let text = fs::read_to_string(&page).map_err(told)?;
    let short = with_scripts(&text, &small?).ok_or_else(|| {
        let remedy = "Does index.html inline just these, in this order?";
        Failure::missing(format!("{} in the page", SOURCES.join(" and ")), remedy)
    })?;
    fs::write(page, short).map_err(told)
}

fn small_form(repo: &Repo, source: &str) -> Result<String, Failure> {
    let name = Path::new(source).file_name().unwrap_or_default();
    let small = repo.wasm_target().join(name);
    minify(repo, &repo.path(source), &small)?;
    fs::read_to_string(small).map_err(|source| Failure::io("read a small script", source))
}

/// The page with these scripts for its own, if it has just as many.
fn with_scripts(page: &str, scripts: &[String]) -> Option<String> {
    let mut pieces = page.split(OPEN);
    let mut text = pieces.next()?.to_owned();
    let mut scripts = scripts.iter();
    for piece in pieces {
        let (_, after) = piece.split_once(CLOSE)?;
        text.extend([OPEN, scripts.next()?.trim(), CLOSE, after]);
    }
    scripts.next().is_none().then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str =
        "<p><script>first()</script><script type=module>m()</script><script>second()</script></p>";

    #[test]
    fn every_script_of_the_page_is_exchanged_in_order() {
        let page = with_scripts(PAGE, &["a()\n".to_owned(), "b()\n".to_owned()]);
        let expected =
            "<p><script>a()</script><script type=module>m()</script><script>b()</script></p>";
        assert_eq!(page.as_deref(), Some(expected));
    }

    #[test]
    fn a_script_more_or_less_than_there_are_is_told() {
        assert_eq!(with_scripts(PAGE, &["a()".to_owned()]), None);
        assert_eq!(
            with_scripts(PAGE, &["a()", "b()", "c()"].map(str::to_owned)),
            None
        );
    }
}
