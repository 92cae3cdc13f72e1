//! What is being paid, and the total, which never leaves the screen.

use kassa_wire::view::{LineView, SessionView};
use yew::{Html, html};

use crate::i18n::{Catalogue, Key};

/// The order's panel.
#[must_use]
pub fn order(text: &Catalogue, view: &SessionView) -> Html {
    let number = text.fill(Key::OrderNumber, &[("number", view.order.number.as_str())]);
    html! {
        <section class="order" aria-label={text.text(Key::OrderLabel).to_owned()}>
            <header class="payee">
                <span class="mark" aria-hidden="true">{ &view.recipient.initials }</span>
                <div>
                    <p class="name" dir="auto">{ &view.recipient.name }</p>
                    <p class="caption">{ view.recipient.id.as_str() }{ " · " }<bdi>{ number }</bdi></p>
                </div>
            </header>
            <p class="total">{ &view.total }</p>
            <div class="lines">
                if let Some(description) = &view.order.description {
                    <p class="quiet" dir="auto">{ description }</p>
                }
                <dl>
                    { for view.order.lines.iter().map(line) }
                    <div class="sum"><dt>{ text.text(Key::Total) }</dt><dd>{ &view.total }</dd></div>
                </dl>
            </div>
        </section>
    }
}

fn line(line: &LineView) -> Html {
    html! {
        <div>
            <dt dir="auto">
                { &line.label }
                if let Some(detail) = &line.detail {
                    <span class="caption">{ detail }</span>
                }
            </dt>
            <dd>{ &line.amount }</dd>
        </div>
    }
}
