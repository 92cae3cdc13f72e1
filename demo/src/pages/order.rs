//! One order, and the ways to its checkout.

use kassa_wire::Money;
use kassa_wire::merchant::{Order, Recipient};
use maud::{Markup, html};

use super::layout::layout;
use crate::amount::amount;

const WAYS: [(&str, &str, &str); 5] = [
    (
        "hosted",
        "Pay on Kassa's page",
        "A link: the whole page is Kassa's.",
    ),
    (
        "script",
        "Pay in this page",
        "The script tag: a custom element makes a frame, sizes it and tells us.",
    ),
    (
        "overlay",
        "Pay in an overlay",
        "The same element as a dialog over our page.",
    ),
    (
        "popup",
        "Pay in a window of its own",
        "The same element opens a window and hears of it.",
    ),
    (
        "frame",
        "Pay in a bare frame",
        "An iframe and no script of Kassa's at all.",
    ),
];

/// An order's page.
pub(crate) fn order(recipient: &Recipient, order: &Order) -> Markup {
    let content = html! {
        p { a href="/" { "← All payments" } }
        h1 { bdi { (order.description.as_deref().unwrap_or("No description")) } }
        p .quiet { bdi { (recipient.name) } " · order " bdi { (order.number) } }
        table {
            tbody { @for it in &order.lines {
                tr {
                    th scope="row" {
                        bdi { (it.label) }
                        @if let Some(detail) = &it.detail { span .quiet { bdi { (detail) } } }
                    }
                    td { (amount(Money { amount: it.amount, currency: order.amount.currency })) }
                }
            } }
            tfoot { tr { th scope="row" { "Total" } td { (amount(order.amount)) } } }
        }
        @if order.paid { p .badge { "Paid" } } @else { (ways(recipient, order)) }
    };
    layout(order.number.as_str(), &html! {}, &content)
}

fn ways(recipient: &Recipient, order: &Order) -> Markup {
    html! {
        form .ways method="post" action="/pay" {
            input type="hidden" name="recipient" value=(recipient.id);
            input type="hidden" name="order" value=(order.number);
            @for (way, label, explanation) in WAYS {
                div .way {
                    button name="way" value=(way) { (label) }
                    p .quiet { (explanation) }
                }
            }
        }
    }
}
