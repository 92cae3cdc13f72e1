//! Names and values to read, write down or copy: a receipt, a bank's instructions.

use kassa::components::act;
use kassa::i18n::Key;
use maud::{Markup, html};

use super::Look;

/// One name and its value.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fact<'a> {
    /// What it is.
    pub(super) label: Key,
    /// Its value.
    pub(super) value: &'a str,
    /// Whether somebody will want it elsewhere.
    pub(super) copied: Copied,
}

/// Whether a value has a button that copies it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Copied {
    /// It is read.
    No,
    /// It is put into a form somewhere else.
    Yes,
}

/// The facts in their order.
pub(super) fn facts(look: &Look<'_>, label: Key, all: &[Fact<'_>]) -> Markup {
    html! {
        dl .card.facts aria-label=(look.say(label)) {
            @for fact in all {
                div {
                    dt { (look.say(fact.label)) }
                    dd { bdi { (fact.value) } }
                    @if fact.copied == Copied::Yes { (copy(look, fact)) }
                }
            }
        }
    }
}

/// The button, and what is said where the browser does not let it copy.
fn copy(look: &Look<'_>, fact: &Fact<'_>) -> Markup {
    let name = [("label", look.say(fact.label))];
    html! {
        dd .needs-scripts {
            button .quiet type="button" data-act=(act::COPY) data-text=(fact.value)
                data-done=(look.say(Key::Copied)) aria-label=(look.text.fill(Key::CopyOf, &name)) {
                (look.say(Key::Copy))
            }
        }
        dd .caption hidden { (look.say(Key::CopyFailed)) }
    }
}
