//! The program's beginning: find the page's value, read what was typed, take over.

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use kassa_wire::page::{Content, Page};
use kassa_wire::view::Drawn;
use web_sys::Element;

use super::{Root, RootProps, Words, dom, early, later, screens};
use crate::api;
use crate::checkout::asks_information;

/// Takes the server's page over. Where there is none, or its value or its language's texts
/// cannot be read, the page stays as it is: it works without a program.
///
/// Compiling, reading and taking over are a task each, so that a key pressed meanwhile is not kept
/// waiting for all of them. What was typed is read in the task that takes over. The language's texts
/// were asked for by the page, together with the program.
pub fn start() {
    Timeout::new(0, || {
        if let Some((root, page)) = page_in_document() {
            api::get_texts(page.texts.clone()).ask(|texts| {
                if let Ok(texts) = texts {
                    with_what_it_needs(root, page, texts.into());
                }
            });
        }
    })
    .forget();
}

/// A session that asks for no information needs all of the program.
fn with_what_it_needs(root: Element, page: Page, words: Words) {
    let needs_all = matches!(&page.content, Content::Checkout(page) if !asks_information(page));
    let then = || {
        Timeout::new(0, || take_over(root, page, words)).forget();
    };
    if !needs_all || later::here().is_some() {
        return then();
    }
    if let Some(window) = web_sys::window() {
        EventListener::once(&window, later::CAME, |_| {
            if later::here().is_some() {
                then();
            }
        })
        .forget();
        later::fetch();
    }
}

fn take_over(root: Element, page: Page, words: Words) {
    let props = RootProps::new(page, words, &early::read(&root));
    yew::Renderer::<Root>::with_root_and_props(root, props).hydrate();
}

fn page_in_document() -> Option<(Element, Page)> {
    let root = dom::by_id("kassa")?;
    let value: Element = dom::by_id("kassa-page")?;
    let mut page: Page = api::from_text(&value.text_content()?)?;
    if let Content::Checkout(checkout) = &mut page.content {
        checkout.view.drawn = Some(drawn());
    }
    Some((root, page))
}

/// What the server drew is on the page already, so that it is not sent twice.
fn drawn() -> Drawn {
    let inside = |id: &str| dom::by_id(id).map_or_else(String::new, |it: Element| it.inner_html());
    Drawn {
        order: inside(screens::ORDER_ID),
        screen: inside(screens::SCREEN_ID),
    }
}
