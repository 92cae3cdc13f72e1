//! The hosted page, as a running server sends it.

use std::fs;

use reqwest::Client;
use reqwest::header::{ACCEPT_ENCODING, CONTENT_ENCODING};
use serde_json::json;

use super::{Bound, Figure};
use crate::build::brotli_plain;
use crate::demo::{Api, Stage};
use crate::failure::Failure;
use crate::repo::Repo;

/// One initial congestion window of ten packets, with room for the headers.
const PAGE: u64 = 14_000;

/// The page's size on the wire, and how many requests it takes until it can be used: in English,
/// and in the language where it is the largest. The payer is unknown, so that the page holds the
/// whole form.
pub(crate) async fn measure(repo: &Repo, stage: &Stage) -> Result<Vec<Figure>, Failure> {
    let api = Api::new(&stage.server_url, &stage.api_key);
    let (english, requests) = in_language(&api, "en").await?;
    let mut largest = english.clone();
    for locale in languages(repo)? {
        let (size, _) = in_language(&api, &locale).await?;
        if size.value > largest.value {
            largest = size;
        }
    }
    Ok(vec![english, requests, largest])
}

async fn in_language(api: &Api, locale: &str) -> Result<(Figure, Figure), Failure> {
    let session = api.session(&json!({}), locale).await?;
    let sent = sent(&session.url).await?;
    let html = brotli_plain(&sent)?;
    if !is_in(&html, locale) {
        let wanted = format!("the page should be in {locale}");
        return Err(Failure::answer("the server", wanted));
    }
    Ok((size(locale, &sent), requests(locale, &html)?))
}

/// Whether the page says that it is in this language. Its links name all the others.
fn is_in(html: &str, locale: &str) -> bool {
    let root = tags(html).find(|tag| tag.starts_with("html"));
    let attributes = root.unwrap_or_default().split_whitespace();
    let mut languages = attributes.filter_map(|it| it.strip_prefix("lang="));
    languages.any(|language| language.trim_matches('"') == locale)
}

/// Every language that there is a catalogue for.
fn languages(repo: &Repo) -> Result<Vec<String>, Failure> {
    let told = |source| Failure::io("read the catalogues' folder", source);
    let mut codes = Vec::new();
    for entry in fs::read_dir(repo.path("locales")).map_err(told)? {
        let path = entry.map_err(told)?.path();
        let code = path.file_stem().and_then(|code| code.to_str());
        if path.is_file()
            && let Some(code) = code
        {
            codes.push(code.to_owned());
        }
    }
    Ok(codes)
}

async fn sent(url: &str) -> Result<Vec<u8>, Failure> {
    let response = Client::new()
        .get(url)
        .header(ACCEPT_ENCODING, "br")
        .send()
        .await?;
    let response = response.error_for_status()?;
    if response
        .headers()
        .get(CONTENT_ENCODING)
        .is_none_or(|encoding| encoding != "br")
    {
        return Err(Failure::answer(
            "the server",
            "the page should be sent as brotli",
        ));
    }
    Ok(response.bytes().await?.to_vec())
}

fn size(locale: &str, sent: &[u8]) -> Figure {
    Figure {
        name: format!("hosted page with its CSS, {locale}, brotli as sent"),
        value: sent.len().try_into().unwrap_or(u64::MAX),
        unit: "bytes",
        bound: Bound::AtMost(PAGE),
    }
}

fn requests(locale: &str, html: &str) -> Result<Figure, Failure> {
    if !html.contains("<input") {
        return Err(Failure::answer(
            "the server",
            "the page should hold the form",
        ));
    }
    let waited_for = tags(html).filter(|tag| holds_up(tag)).count();
    Ok(Figure {
        name: format!("requests before the hosted form can be used, {locale}"),
        value: u64::try_from(waited_for)
            .unwrap_or(u64::MAX)
            .saturating_add(1),
        unit: "requests",
        bound: Bound::AtMost(1),
    })
}

/// Every tag's inside. Inside a script `<` begins no tag that we would mistake: the page's own
/// are escaped.
fn tags(html: &str) -> impl Iterator<Item = &str> {
    html.split('<')
        .skip(1)
        .filter_map(|rest| rest.split_once('>').map(|(tag, _)| tag))
}

/// Whether the browser waits for what a tag names before it draws the page.
fn holds_up(tag: &str) -> bool {
    let has = |word: &str| tag.contains(word);
    let sheet = tag.starts_with("link ") && has("stylesheet");
    let script = tag.starts_with("script ") && has(" src=");
    let patient = has(" async") || has(" defer") || has("type=\"module\"") || has("type=module");
    sheet || (script && !patient)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_in_the_language_of_its_root_and_not_of_its_links() {
        for html in [
            "<!doctype html><html lang=en dir=ltr><a href=# hreflang=es lang=es>",
            "<html dir=\"ltr\" lang=\"en\"><a lang=\"es\">",
        ] {
            assert!(is_in(html, "en") && !is_in(html, "es"), "{html}");
        }
    }

    #[test]
    fn what_holds_the_page_up_is_counted() {
        let html = "<html><link rel=\"stylesheet\" href=\"a.css\"><script src=\"a.js\"></script>\
                    <script type=\"module\" src=\"b.js\"></script><link rel=\"modulepreload\" href=\"b.js\">\
                    <input name=\"a\">";
        assert_eq!(requests("en", html).unwrap().value, 3);
        assert!(requests("en", "<html>").is_err());
    }
}
