//! The choices of a list, as one piece of HTML.
//!
//! The world's countries as elements would be half of the page's nodes, each of which the program
//! would have to take over one by one; as HTML they are a text that never changes.

use kassa_wire::view::OptionView;
use yew::{AttrValue, Html};

/// The choices, with the empty one first and `chosen` chosen.
pub(super) fn options(none: &str, known: &[OptionView], chosen: &str) -> Html {
    let mut html = String::new();
    push(&mut html, ("", none), chosen);
    for option in known {
        push(&mut html, (&option.value, &option.label), chosen);
    }
    Html::from_html_unchecked(AttrValue::from(html))
}

fn push(html: &mut String, (value, label): (&str, &str), chosen: &str) {
    html.push_str("<option value=\"");
    push_escaped(html, value);
    html.push_str(if value == chosen {
        "\" selected>"
    } else {
        "\">"
    });
    push_escaped(html, label);
    html.push_str("</option>");
}

/// Merchants name choices: whatever they write is text.
pub(super) fn push_escaped(html: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            other => html.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html_of(value: &str, label: &str, chosen: &str) -> String {
        let mut html = String::new();
        push(&mut html, (value, label), chosen);
        html
    }

    #[test]
    fn a_choice_is_text_whatever_a_merchant_calls_it() {
        assert_eq!(
            html_of(
                "a\" b",
                "</option><script>x</script> & \u{202e}\u{1f393}",
                ""
            ),
            "<option value=\"a&quot; b\">&lt;/option&gt;&lt;script&gt;x&lt;/script&gt; &amp; \u{202e}\u{1f393}</option>"
        );
    }

    #[test]
    fn the_printed_choice_is_chosen() {
        assert_eq!(
            html_of("NG", "Nigeria", "NG"),
            "<option value=\"NG\" selected>Nigeria</option>"
        );
    }
}
