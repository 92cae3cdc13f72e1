//! Where the checkout brings the customer back to.

use kassa_wire::merchant::Order;
use maud::{Markup, html};

use super::layout::layout;
use crate::amount::amount;

/// What Kassa says of the order now.
pub(crate) fn thanks(order: &Order) -> Markup {
    let title = if order.paid {
        "Thank you"
    } else {
        "Not paid yet"
    };
    let content = html! {
        h1 { (title) }
        p { bdi { (order.number) } ": " (amount(order.amount)) }
        @if order.paid {
            p { "Kassa told our server that the money was taken." }
        } @else {
            p { "A bank transfer takes its time; anything else can be tried again." }
        }
        p { a href="/" { "← All payments" } }
    };
    layout(title, &html! {}, &content)
}
