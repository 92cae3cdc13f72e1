//! A page in this browser, as the server draws it and the program takes it over. The server stands
//! still: every question is kept, and answered by the test.

#![allow(dead_code, reason = "every test takes what it needs")]

use gloo_timers::future::TimeoutFuture;
use kassa::checkout::Early;
use kassa::shell::{Root, RootProps, read_early};
use kassa_wire::page::{CheckoutPage, Content, Page};
use kassa_wire::state::SessionState;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Document, Element};

use crate::fixture;

#[wasm_bindgen(inline_js = r#"
    // The server stands still: every question is kept and answered by the test.
    let asked = [], answers = {};
    export function be_served() {
        asked = [];
        answers = {};
        window.EventSource = class { addEventListener() {} removeEventListener() {} close() {} };
        window.fetch = (url, { method, headers, body }) => {
            asked.push({ url, method, key: new Headers(headers).get('idempotency-key'), body });
            const answer = answers[url.split('?')[0]];
            if (!answer) return new Promise(() => {});
            return Promise.resolve(new Response(answer[1], { status: answer[0] }));
        };
    }
    export function answer(url, status, body) { answers[url] = [status, body]; }
    export function asked_for(url) { return asked.filter((it) => it.url.startsWith(url)).length; }
    export function type_in(element, text) {
        element.value = text;
        element.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    export function type_at(element, text, caret) {
        element.value = text;
        element.setSelectionRange(caret, caret);
        element.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    export function leave(element) { element.dispatchEvent(new FocusEvent('focusout', { bubbles: true })); }
"#)]
extern "C" {
    pub(crate) fn be_served();
    pub(crate) fn answer(url: &str, status: u16, body: &str);
    pub(crate) fn asked_for(url: &str) -> u32;
    pub(crate) fn type_in(element: &Element, text: &str);
    pub(crate) fn type_at(element: &Element, text: &str, caret: u32);
    pub(crate) fn leave(element: &Element);
}

pub(crate) const API: &str = "/api/checkout/cs_0123456789abcdefghijklmn";

pub(crate) fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

pub(crate) fn props(page: &Page, early: &Early) -> RootProps {
    RootProps::new(page.clone(), fixture::words(), early)
}

/// A fresh place with the server's page in it.
pub(crate) async fn served(page: &Page) -> Element {
    be_served();
    if let Some(old) = document().get_element_by_id("kassa") {
        old.remove();
    }
    let root = document().create_element("div").unwrap();
    root.set_id("kassa");
    let props = props(page, &Early::default());
    root.set_inner_html(
        &yew::LocalServerRenderer::<Root>::with_props(props)
            .render()
            .await,
    );
    document().body().unwrap().append_child(&root).unwrap();
    root
}

pub(crate) async fn take_over(root: &Element, page: &Page) {
    let props = props(page, &read_early(root));
    yew::Renderer::<Root>::with_root_and_props(root.clone(), props).hydrate();
    settle().await;
}

pub(crate) async fn settle() {
    TimeoutFuture::new(20).await;
}

/// Waits until the page says something, because a browser under load takes its time.
pub(crate) async fn says(root: &Element, selector: &str, expected: &str) {
    for _ in 0..100 {
        let found = root.query_selector(selector).unwrap();
        if found.is_some_and(|it| it.text_content().as_deref() == Some(expected)) {
            return;
        }
        settle().await;
    }
    panic!("{selector} does not say {expected:?}");
}

/// Waits until the element with this id has the focus, for the same reason.
pub(crate) async fn focus_is_on(id: &str) {
    for _ in 0..100 {
        if document().active_element().is_some_and(|it| it.id() == id) {
            return;
        }
        settle().await;
    }
    panic!("the focus is not on {id}");
}

pub(crate) async fn running(page: &Page) -> Element {
    let root = served(page).await;
    take_over(&root, page).await;
    root
}

pub(crate) fn find<T: JsCast>(root: &Element, selector: &str) -> T {
    root.query_selector(selector)
        .unwrap()
        .expect(selector)
        .dyn_into()
        .ok()
        .unwrap()
}

pub(crate) fn text(root: &Element, selector: &str) -> String {
    find::<Element>(root, selector)
        .text_content()
        .unwrap_or_default()
}

pub(crate) fn form_page() -> Page {
    let checkout = fixture::checkout_page(fixture::view(SessionState::Open));
    fixture::page(Content::Checkout(Box::new(CheckoutPage {
        editing: true,
        ..checkout
    })))
}

pub(crate) fn payment_page() -> Page {
    fixture::page_of(fixture::view(SessionState::Confirmed))
}

pub(crate) fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap()
}
