//! How it is sent, and codes that make it cheaper.
//!
//! Each is a form of its own, which works without a program: choosing is sent with a button that
//! only those see whose browser runs no scripts.

use kassa_wire::view::{DiscountsView, ShippingView};
use yew::Html;

use super::field::{id_of, labelled};
use super::form::{Hidden, hidden_input, plain_form};
use super::tag::{Chosen, row, tag};
use crate::i18n::{Catalogue, Key};

/// The name of the options' radio buttons.
pub const OPTION: &str = "option";
/// The name of the code's field.
pub const CODE: &str = "code";
/// Sends the chosen option, where no program does.
const SHIP: &str = "shipping";
/// Sends the typed code.
pub const APPLY: &str = "discount";
/// Takes a code away again.
pub const REMOVE: &str = "discount_remove";
/// Which code a button takes away.
pub const DATA_CODE: &str = "data-code";

/// The ways to send it, those of one group together. `wished` is the one that was asked for and
/// is not answered yet.
pub fn shipping(
    text: &Catalogue,
    options: &[ShippingView],
    wished: Option<&str>,
    (action, hidden): (&str, &[Hidden]),
) -> Html {
    let mut group = None;
    let entries = options.iter().map(|option| {
        let title = option.group.as_deref().filter(|_| option.group != group);
        let title = title.map(|it| tag("p").class("group").tag(tag("bdi").text(it)).done());
        group.clone_from(&option.group);
        let is_chosen = wished.map_or(option.chosen, |wished| wished == option.id);
        let chosen = if is_chosen { Chosen::Yes } else { Chosen::No };
        row(vec![title.unwrap_or_default(), entry(option, chosen)])
    });
    let heading = text.text(Key::ShippingHeading);
    let list = tag("div")
        .class("card methods")
        .with("role", "radiogroup")
        .with("aria-label", heading)
        .children(entries.collect::<Vec<_>>().into_iter());
    let send = button(text, SHIP, "quiet without-scripts");
    let controls = row(vec![list.done(), send]);
    tag("section")
        .class("extras")
        .tag(tag("h2").text(heading))
        .tag(plain_form(action, hidden, controls))
        .done()
}

fn entry(option: &ShippingView, chosen: Chosen) -> Html {
    let radio = tag("input")
        .with("type", "radio")
        .with("name", OPTION)
        .holding(&option.id)
        .chosen(chosen);
    let detail = option.detail.as_deref();
    let detail = detail.map(|it| {
        let text = tag("bdi").text(it);
        tag("span").class("caption").tag(text).done()
    });
    let label = tag("label")
        .tag(radio)
        .tag(
            tag("span")
                .class("name")
                .tag(tag("bdi").text(&option.label)),
        )
        .tag(tag("span").class("price").text(&option.amount))
        .option(detail);
    tag("div").class("method").tag(label).done()
}

/// The codes that count, and a field for another one with what is said under it.
pub fn discounts(
    text: &Catalogue,
    view: &DiscountsView,
    (typed, refused): (&str, bool),
    (action, hidden): (&str, &[Hidden]),
) -> Html {
    let given = view.codes.iter().map(|code| {
        let label = text.fill(Key::DiscountRemove, &[("code", code)]);
        let remove = tag("button")
            .with("type", "submit")
            .class("quiet")
            .with("name", "intent")
            .with("value", REMOVE)
            .with(DATA_CODE, code)
            .text(&label)
            .done();
        let controls = row(vec![hidden_input(CODE, code), remove]);
        plain_form(action, hidden, controls).done()
    });
    let error = refused.then(|| text.text(Key::DiscountUnknown));
    let id = id_of(CODE);
    let control = tag("input")
        .with("type", "text")
        .with("name", CODE)
        .with("autocomplete", "off")
        .with("autocapitalize", "characters")
        .with("spellcheck", "false")
        .with("enterkeyhint", "done")
        .with("maxlength", "64")
        .with("dir", "auto")
        .holding(typed);
    let label = tag("label")
        .with("for", &id)
        .text(text.text(Key::DiscountLabel));
    let controls = row(vec![
        labelled("field", label, control, &id, error).done(),
        button(text, APPLY, "quiet"),
    ]);
    tag("section")
        .class("extras discounts")
        .children(given)
        .tag(plain_form(action, hidden, controls).class("code"))
        .done()
}

fn button(text: &Catalogue, intent: &str, class: &str) -> Html {
    tag("button")
        .with("type", "submit")
        .class(class)
        .with("name", "intent")
        .with("value", intent)
        .text(text.text(Key::DiscountApply))
        .done()
}
