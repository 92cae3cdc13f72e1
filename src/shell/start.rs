//! The program's beginning: find the page's value, read what was typed, take over.

use std::rc::Rc;

use kassa_wire::page::Page;
use web_sys::Element;

use super::{Root, RootProps, dom, early};
use crate::api;

/// Takes the server's page over. Where there is none, or its value cannot be read, the page stays
/// as it is: it works without a program.
pub fn start() {
    let Some((root, page)) = page_in_document() else {
        return;
    };
    let early = Rc::new(early::read(&root));
    yew::Renderer::<Root>::with_root_and_props(
        root,
        RootProps {
            page: Rc::new(page),
            early,
        },
    )
    .hydrate();
}

fn page_in_document() -> Option<(Element, Page)> {
    let root = dom::by_id("kassa")?;
    let value: Element = dom::by_id("kassa-page")?;
    Some((root, api::from_text(&value.text_content()?)?))
}
