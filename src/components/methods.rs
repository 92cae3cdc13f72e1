//! The ways to pay, one of which is chosen.
//!
//! Every method's panel is always in the page; the style shows the chosen one's. So choosing works
//! without a program, and what is chosen never changes the structure.

use kassa_wire::state::MethodKind;
use yew::{Html, html};

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
#[must_use]
pub fn methods(label: &str, all: Vec<MethodText>, chosen: Option<MethodKind>) -> Html {
    html! {
        <div class="card methods" role="radiogroup" aria-label={label.to_owned()}>
            { for all.into_iter().map(|method| {
                let name = wire_name(method.kind);
                let hint = format!("kassa-hint-{name}");
                html! {
                    <div class="method">
                        <label>
                            <input type="radio" name="method" value={name} checked={chosen == Some(method.kind)} aria-describedby={hint.clone()} />
                            <span class="name">{ method.name }</span>
                            <span class="caption" id={hint}>{ method.hint }</span>
                        </label>
                        <div class="panel">{ method.panel }</div>
                    </div>
                }
            }) }
        </div>
    }
}
