//! Names and values to read, write down or copy: a receipt, a bank's instructions.

use yew::Html;

use super::act;
use super::tag::tag;
use crate::i18n::{Catalogue, Key};

/// One name and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is.
    pub label: String,
    /// Its value.
    pub value: String,
    /// Whether it can be copied.
    pub copied: bool,
}

/// The facts in their order.
pub fn facts(text: &Catalogue, label: &str, all: &[Fact]) -> Html {
    let all = all.iter().map(|fact| entry(text, fact));
    tag("dl")
        .class("card facts")
        .with("aria-label", label)
        .children(all)
        .done()
}

fn entry(text: &Catalogue, fact: &Fact) -> Html {
    let copy = fact.copied.then(|| {
        let label = text.fill(Key::CopyOf, &[("label", &fact.label)]);
        let button = tag("button")
            .with("type", "button")
            .class("quiet")
            .with("data-act", act::COPY)
            .with("data-text", &fact.value)
            .with("aria-label", &label)
            .text(text.text(Key::Copy));
        tag("dd").class("needs-scripts").tag(button).done()
    });
    tag("div")
        .tag(tag("dt").text(&fact.label))
        .tag(tag("dd").with("dir", "auto").text(&fact.value))
        .option(copy)
        .done()
}
