//! What all of the shop's pages have around them.

use maud::{DOCTYPE, Markup, html};

/// A page of the shop; `head` is for what this page alone needs there.
pub(super) fn layout(title: &str, head: &Markup, content: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) " · Portolan" }
                link rel="icon" href="data:,";
                link rel="stylesheet" href="/shop.css";
                (head)
            }
            body {
                header .top {
                    a .brand href="/" { span .mark aria-hidden="true" { "◈" } " Portolan" }
                    p { "Fees, bills and journeys, paid in one place" }
                }
                main { (content) }
                footer { p { "A pretend shop. It asks Kassa over HTTP, as any merchant does." } }
            }
        }
    }
}
