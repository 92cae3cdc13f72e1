//! Names and values to read, write down or copy: a receipt, a bank's instructions.

use yew::{Html, html};

use super::act;
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
#[must_use]
pub fn facts(text: &Catalogue, label: &str, all: &[Fact]) -> Html {
    html! {
        <dl class="card facts" aria-label={label.to_owned()}>
            { for all.iter().map(|fact| html! {
                <div>
                    <dt>{ &fact.label }</dt>
                    <dd dir="auto">{ &fact.value }</dd>
                    if fact.copied {
                        <dd class="needs-scripts">
                            <button type="button" class="quiet" data-act={act::COPY} data-text={fact.value.clone()}
                                aria-label={text.fill(Key::CopyOf, &[("label", &fact.label)])}>{ text.text(Key::Copy) }</button>
                        </dd>
                    }
                </div>
            }) }
        </dl>
    }
}
