//! A checkout in colours that somebody tries.

use maud::{Markup, html};

use super::layout::layout;

/// What is tried, as it was written: Kassa says what counts.
#[derive(Debug)]
pub(crate) struct Tried {
    pub(crate) accent: String,
    pub(crate) radius: String,
    pub(crate) mode: String,
}

/// The choice, and the checkout in it.
pub(crate) fn brand(server: &str, session: &str, tried: &Tried) -> Markup {
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("ui", "inline")
        .append_pair("accent", &tried.accent)
        .append_pair("radius", &tried.radius)
        .append_pair("mode", &tried.mode)
        .finish();
    let content = html! {
        h1 { "Your colours" }
        p { "A colour that could not be read becomes the nearest shade that can, by daylight and in the dark." }
        form .tried method="get" {
            input type="hidden" name="session" value=(session);
            label { "Accent " input type="color" name="accent" value=(tried.accent); }
            label { "Corners, in pixels " input type="number" name="radius" min="0" max="24" value=(tried.radius); }
            label { "Mode "
                select name="mode" {
                    @for mode in ["auto", "light", "dark"] {
                        option selected[mode == tried.mode] { (mode) }
                    }
                }
            }
            button { "Show" }
        }
        iframe .checkout title="Checkout" src={ (server) "/v1/view/" (session) "/?" (query) } {}
    };
    layout("Your colours", &html! {}, &content)
}
