//! The program's beginning: find the page's value, read what was typed, take over.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use kassa_wire::page::Page;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;

use super::{Root, RootProps, Words, dom, early};
use crate::api;

/// Takes the server's page over. Where there is none, or its value or its language's texts
/// cannot be read, the page stays as it is: it works without a program.
///
/// Compiling, reading and taking over are a task each, so that a key pressed meanwhile is not kept
/// waiting for all of them. What was typed is read in the task that takes over. The language's texts
/// were asked for by the page, together with the program.
pub fn start() {
    Timeout::new(0, || {
        if let Some((root, page)) = page_in_document() {
            spawn_local(async {
                if let Ok(texts) = api::get_texts(page.texts.clone()).ask().await {
                    Timeout::new(0, || take_over(root, page, texts.into())).forget();
                }
            });
        }
    })
    .forget();
}

fn take_over(root: Element, page: Page, words: Words) {
    let early = Rc::new(early::read(&root));
    let props = RootProps {
        page: Rc::new(page),
        words,
        early,
    };
    yew::Renderer::<Root>::with_root_and_props(root, props).hydrate();
}

fn page_in_document() -> Option<(Element, Page)> {
    let root = dom::by_id("kassa")?;
    let value: Element = dom::by_id("kassa-page")?;
    Some((root, api::from_text(&value.text_content()?)?))
}
