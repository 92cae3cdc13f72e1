//! A session in the shop's own pages.

use maud::{Markup, html};

use super::layout::layout;

/// By script tag: what a merchant writes, and a log of what the page hears.
pub(crate) fn script(server: &str, session: &str) -> Markup {
    let content = html! {
        h1 { "Your payment" }
        kassa-checkout session=(session) { (link(server, session)) }
        (log())
    };
    layout("Your payment", &scripts(server), &content)
}

/// The same as a dialog over the page. The element's own link opens it.
pub(crate) fn overlay(server: &str, session: &str) -> Markup {
    let words = "The checkout opens over this page. Escape closes it; nothing is lost.";
    almost_there((server, session), "overlay", words)
}

/// The same in a window of its own.
pub(crate) fn popup(server: &str, session: &str) -> Markup {
    let words = "The checkout opens in a window of its own. This page hears what happens there.";
    almost_there((server, session), "popup", words)
}

fn almost_there((server, session): (&str, &str), mode: &str, words: &str) -> Markup {
    let content = html! {
        h1 { "Almost there" }
        p { (words) }
        kassa-checkout session=(session) mode=(mode) {
            a .button href={ (server) "/v1/view/" (session) "/" } { "Pay now" }
        }
        (log())
    };
    layout("Almost there", &scripts(server), &content)
}

/// In a bare frame: no script at all in this page.
pub(crate) fn frame(server: &str, session: &str) -> Markup {
    let content = html! {
        h1 { "Your payment" }
        iframe .checkout title="Payment" allow="payment; clipboard-write"
            src={ (server) "/v1/view/" (session) "/?ui=inline" } {}
    };
    layout("Your payment", &html! {}, &content)
}

/// What shows where no script runs.
fn link(server: &str, session: &str) -> Markup {
    html! { a href={ (server) "/v1/view/" (session) "/" } { "Pay on our payment provider's page" } }
}

fn scripts(server: &str) -> Markup {
    html! {
        script type="module" src="/shop.js" {}
        script type="module" src={ (server) "/kassa.js" } {}
    }
}

fn log() -> Markup {
    html! {
        section .log {
            h2 { "What this page hears" }
            ol #events aria-live="off" {}
        }
    }
}
