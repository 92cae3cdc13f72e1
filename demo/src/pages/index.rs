//! Everything that can be paid here.

use kassa_wire::merchant::{Order, Recipient};
use maud::{Markup, html};

use super::layout::layout;
use crate::amount::amount;

/// A recipient and what can be paid to it.
pub(crate) struct Shelf {
    pub(crate) recipient: Recipient,
    pub(crate) orders: Vec<Order>,
}

/// The shop's first page. Orders that no recipient takes are shown with the first one, so that a
/// customer sees what Kassa says to that.
pub(crate) fn index(shelves: &[Shelf], left_over: &[Order]) -> Markup {
    let content = html! {
        h1 { "What would you like to pay?" }
        div .shelves {
            @for shelf in shelves {
                section .shelf {
                    h2 { bdi { (shelf.recipient.name) } }
                    p .quiet { (shelf.recipient.id) " · " (shelf.recipient.country) " · " (shelf.recipient.currency) }
                    ul { @for order in &shelf.orders { li { (line(&shelf.recipient, order)) } } }
                }
            }
            @if let (Some(first), false) = (shelves.first(), left_over.is_empty()) {
                section .shelf {
                    h2 { "Not to be paid here" }
                    p .quiet { "Nobody of these takes this country or currency." }
                    ul { @for order in left_over { li { (line(&first.recipient, order)) } } }
                }
            }
        }
    };
    layout("Payments", &html! {}, &content)
}

fn line(recipient: &Recipient, order: &Order) -> Markup {
    let what = html! {
        span .what { bdi { (order.description.as_deref().unwrap_or("No description")) } }
        span .quiet { bdi { (order.number) } }
        span .sum { (amount(order.amount)) }
    };
    html! {
        @if order.paid {
            div .order .paid { (what) span .badge { "Paid" } }
        } @else {
            a .order href={ "/orders/" (recipient.id) "/" (encoded(order.number.as_str())) } { (what) }
        }
    }
}

/// For a path: everything but letters and digits as its bytes.
fn encoded(number: &str) -> String {
    form_urlencoded::byte_serialize(number.as_bytes())
        .collect::<String>()
        .replace('+', "%20")
}
