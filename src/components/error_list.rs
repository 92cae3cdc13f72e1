//! The errors of a form that was sent, above it, each leading to its field.

use yew::Html;

use super::field::id_of;
use super::tag::tag;

/// The id of the list: the shell moves the focus there.
pub const ID: &str = "kassa-errors";

/// One error of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedError {
    /// The field's name.
    pub field: String,
    /// The field's label.
    pub label: String,
    /// What is wrong.
    pub sentence: String,
}

/// The list, or nothing where there is no error.
pub fn error_list(title: &str, errors: &[ListedError]) -> Html {
    if errors.is_empty() {
        return Html::default();
    }
    let items = errors.iter().map(|error| {
        tag("li")
            .tag(
                tag("a")
                    .with("href", &["#", &id_of(&error.field)].concat())
                    .text(&error.label),
            )
            .text(&[": ", &error.sentence].concat())
            .done()
    });
    tag("div")
        .class("notice alert")
        .with("id", ID)
        .with("tabindex", "-1")
        .with("role", "group")
        .with("aria-label", title)
        .tag(tag("h2").text(title))
        .tag(tag("ul").children(items))
        .done()
}
