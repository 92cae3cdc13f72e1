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
    /// What came of copying it, where it can be copied.
    pub copying: Option<Copying>,
}

/// What came of **Copy**.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copying {
    /// Not pressed.
    Not,
    /// The value is in the clipboard.
    Done,
    /// The browser did not allow it.
    Failed,
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
    let copy = fact.copying.map(|copying| {
        let label = text.fill(Key::CopyOf, &[("label", &fact.label)]);
        let name = match copying {
            Copying::Not | Copying::Failed => Key::Copy,
            Copying::Done => Key::Copied,
        };
        let button = tag("button")
            .with("type", "button")
            .class("quiet")
            .with("data-act", act::COPY)
            .with("data-text", &fact.value)
            .maybe(
                "aria-label",
                (copying != Copying::Done).then_some(label.as_str()),
            )
            .text(text.text(name));
        tag("dd").class("needs-scripts").tag(button).done()
    });
    let failed = (fact.copying == Some(Copying::Failed)).then(|| {
        let sentence = text.text(Key::CopyFailed);
        tag("dd").class("caption").text(sentence).done()
    });
    tag("div")
        .tag(tag("dt").text(&fact.label))
        .tag(tag("dd").tag(tag("bdi").text(&fact.value)))
        .option(copy)
        .option(failed)
        .done()
}
