//! What a form has for those without a program. The server writes it as one piece of HTML, and the
//! program takes it over unread: it has no use for any of it.

use kassa_wire::payer::PayerValues;
use kassa_wire::view::FieldView;
use yew::{AttrValue, Html};

use super::options::push_escaped;
use crate::i18n::{Catalogue, Key};

/// The beginning of the payer's form: what Return presses, and what was typed into fields that the
/// country does not have.
pub fn beginning(fields: &[FieldView], typed: &PayerValues) -> Html {
    written(|html| {
        html.push_str(
            "<noscript><button class=unseen name=intent value=confirm tabindex=-1 aria-hidden=true></button></noscript>",
        );
        let is_asked = |name: &String| fields.iter().any(|field| field.name == *name);
        for (name, value) in typed.iter().filter(|(name, _)| !is_asked(name)) {
            html.push_str("<input type=hidden name=\"");
            push_escaped(html, name);
            html.push_str("\" value=\"");
            push_escaped(html, value);
            html.push_str("\">");
        }
    })
}

/// The button beside the country: the form with the country's fields.
pub(super) fn other_country(text: &Catalogue, label: &str) -> Html {
    written(|html| {
        html.push_str("<noscript><button class=quiet name=intent value=fields aria-label=\"");
        push_escaped(html, &[text.text(Key::Change), ": ", label].concat());
        html.push_str("\">");
        push_escaped(html, text.text(Key::Change));
        html.push_str("</button></noscript>");
    })
}

fn written(write: impl FnOnce(&mut String)) -> Html {
    let mut html = String::new();
    if cfg!(feature = "ssr") {
        write(&mut html);
    }
    Html::from_html_unchecked(AttrValue::from(html))
}
