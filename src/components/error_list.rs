//! The errors of a form that was sent, above it, each leading to its field.

use yew::{Html, html};

use super::field::id_of;

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
#[must_use]
pub fn error_list(title: &str, errors: &[ListedError]) -> Html {
    if errors.is_empty() {
        return Html::default();
    }
    html! {
        <div class="notice alert" id={ID} tabindex="-1">
            <h2>{ title }</h2>
            <ul>
                { for errors.iter().map(|error| html! {
                    <li>
                        <a href={format!("#{}", id_of(&error.field))}>{ &error.label }</a>
                        { ": " }{ &error.sentence }
                    </li>
                }) }
            </ul>
        </div>
    }
}
