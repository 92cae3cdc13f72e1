//! The ways to pay, one of which is chosen.
//!
//! Every method's panel is always in the page; the style shows the chosen one's. So choosing works
//! without a program, and what is chosen never changes the structure.

use kassa_wire::state::MethodKind;
use yew::Html;

use super::tag::{Chosen, tag};

/// One way to pay, in the payer's language.
#[derive(Clone, Debug, PartialEq)]
pub struct MethodText {
    /// Which.
    pub kind: MethodKind,
    /// What it is called.
    pub name: String,
    /// What to know before choosing it.
    pub hint: String,
    /// What is filled in or read once it is chosen.
    pub panel: Html,
}

/// The name of a method on the wire, which a form sends.
#[must_use]
pub fn wire_name(kind: MethodKind) -> &'static str {
    match kind {
        MethodKind::Card => "card",
        MethodKind::BankTransfer => "bank_transfer",
        MethodKind::Wallet => "wallet",
    }
}

/// The methods as a group of radio buttons under the screen's heading.
pub fn methods(label: &str, all: Vec<MethodText>, chosen: Option<MethodKind>) -> Html {
    let all = all.into_iter().map(|method| entry(method, chosen));
    tag("div")
        .class("card methods")
        .with("role", "radiogroup")
        .with("aria-label", label)
        .children(all)
        .done()
}

fn entry(method: MethodText, chosen: Option<MethodKind>) -> Html {
    let name = wire_name(method.kind);
    let is_chosen = if chosen == Some(method.kind) {
        Chosen::Yes
    } else {
        Chosen::No
    };
    let radio = tag("input")
        .with("type", "radio")
        .with("name", "method")
        .holding(name)
        .chosen(is_chosen);
    let label = tag("label")
        .tag(radio)
        .tag(tag("span").class("name").text(&method.name))
        .tag(tag("span").class("caption").text(&method.hint));
    tag("div")
        .class("method")
        .tag(label)
        .tag(tag("div").class("panel").child(method.panel))
        .done()
}
