//! What is being paid, and the total, which never leaves the screen.

use kassa_wire::view::{LineView, SessionView};
use yew::Html;

use super::tag::{Tag, tag};
use crate::i18n::{Catalogue, Key};

/// The order's panel.
pub fn order(text: &Catalogue, view: &SessionView) -> Html {
    let recipient = &view.recipient;
    let number = text.fill(Key::OrderNumber, &[("number", view.order.number.as_str())]);
    let caption = tag("p")
        .class("caption")
        .text(recipient.id.as_str())
        .text(" · ")
        .tag(tag("bdi").text(&number));
    let payee = tag("header")
        .class("payee")
        .tag(
            tag("span")
                .class("mark")
                .with("aria-hidden", "true")
                .text(&recipient.initials),
        )
        .tag(
            tag("div")
                .tag(tag("p").class("name").tag(tag("bdi").text(&recipient.name)))
                .tag(caption),
        );
    tag("section")
        .class("order")
        .with("aria-label", text.text(Key::OrderLabel))
        .tag(payee)
        .tag(tag("p").class("total").text(&view.total))
        .tag(lines(text, view))
        .done()
}

fn lines(text: &Catalogue, view: &SessionView) -> Tag {
    let description = view.order.description.as_deref();
    let description = description.map(|it| tag("p").class("quiet").tag(tag("bdi").text(it)).done());
    let sum = tag("div")
        .class("sum")
        .tag(tag("dt").text(text.text(Key::Total)))
        .tag(tag("dd").text(&view.total));
    let list = tag("dl")
        .children(view.order.lines.iter().map(line))
        .tag(sum);
    tag("div").class("lines").option(description).tag(list)
}

fn line(line: &LineView) -> Html {
    let detail = line.detail.as_deref().map(|detail| {
        tag("span")
            .class("caption")
            .tag(tag("bdi").text(detail))
            .done()
    });
    tag("div")
        .tag(tag("dt").tag(tag("bdi").text(&line.label)).option(detail))
        .tag(tag("dd").text(&line.amount))
        .done()
}
