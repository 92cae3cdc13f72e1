//! What all these pages have around them.

use maud::{DOCTYPE, Markup, html};

use super::super::ledger::ChargeRow;
use crate::words;

/// A page with a heading; `who` is the pretend bank or wallet.
pub(super) fn layout(who: &str, heading: &str, content: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (heading) " · " (who) }
                link rel="stylesheet" href="/sandbox/style.css";
            }
            body {
                main {
                    header { p .who { (who) } p .sandbox { "Sandbox: no real money" } }
                    h1 { (heading) }
                    (content)
                }
            }
        }
    }
}

/// What is to be approved.
pub(super) fn facts(row: &ChargeRow) -> Markup {
    let amount = words::amount(row.charge.amount, words::Locale::ENGLISH);
    html! {
        dl {
            div { dt { "Amount" } dd .amount { (amount) } }
            div { dt { "Reference" } dd { (row.charge.reference) } }
            @if let Some(card) = &row.card { div { dt { "Card" } dd { (card) } } }
        }
    }
}
