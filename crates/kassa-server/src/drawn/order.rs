//! What is being paid, and the total, which never leaves the screen.

use kassa::i18n::Key;
use kassa_wire::view::{LineView, SessionView};
use maud::{Markup, html};

use super::Look;

/// The order's panel, without the section around it.
pub(super) fn order(look: &Look<'_>, view: &SessionView) -> Markup {
    let recipient = &view.recipient;
    let number = [("number", view.order.number.as_str())];
    html! {
        header .payee {
            (mark(look, &recipient.initials))
            div {
                p .name { bdi { (recipient.name) } }
                p .caption {
                    (recipient.id.as_str()) " · "
                    bdi { (look.text.fill(Key::OrderNumber, &number)) }
                }
            }
        }
        p .total { (view.total) }
        (lines(look, view))
    }
}

/// The merchant's picture; the recipient's initials where there is none. The name stands beside it.
fn mark(look: &Look<'_>, initials: &str) -> Markup {
    html! {
        @match look.logo {
            Some(logo) => img .logo src=(logo) alt="" width="40" height="40";,
            None => span .mark aria-hidden="true" { (initials) }
        }
    }
}

fn lines(look: &Look<'_>, view: &SessionView) -> Markup {
    html! {
        div .lines {
            @if let Some(description) = &view.order.description {
                p .quiet { bdi { (description) } }
            }
            dl {
                @for each in &view.order.lines { (line(each)) }
                div .sum { dt { (look.say(Key::Total)) } dd { (view.total) } }
            }
        }
    }
}

fn line(line: &LineView) -> Markup {
    html! {
        div {
            dt {
                bdi { (line.label) }
                @if let Some(detail) = &line.detail {
                    span .caption { bdi { (detail) } }
                }
            }
            dd { (line.amount) }
        }
    }
}
