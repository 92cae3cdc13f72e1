//! A real form, which the server takes as well as the program.

use yew::{Html, html};

/// What a form carries without showing it: name and value.
pub type Hidden = (&'static str, String);

/// A form that is sent to `action`. `children` hold the controls and the button with its intent.
#[must_use]
pub fn form(action: &str, hidden: &[Hidden], children: Html) -> Html {
    html! {
        <form method="post" action={action.to_owned()} novalidate=true>
            { for hidden.iter().map(|(name, value)| html! {
                <input type="hidden" name={*name} value={value.clone()} />
            }) }
            { children }
        </form>
    }
}
