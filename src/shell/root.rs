//! The root component.

use std::rc::Rc;

use kassa_wire::page::{Content, Page};
use yew::{Component, Context, Html, Properties, html};

/// What the root component is made from.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct RootProps {
    /// The page, the same value on the server and in the browser.
    pub page: Rc<Page>,
}

/// The root component.
#[derive(Debug)]
pub struct Root;

impl Component for Root {
    type Message = ();
    type Properties = RootProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        match &ctx.props().page.content {
            Content::Checkout(checkout) => html! { <h1>{ &checkout.view.total }</h1> },
            Content::NotFound | Content::Trouble => html! {},
        }
    }
}
