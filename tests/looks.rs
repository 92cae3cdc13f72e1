//! Where things stand on the page, with its own styles in a real browser.
#![cfg(target_arch = "wasm32")]

mod fixture;

use kassa::checkout::Early;
use kassa::shell::{Root, RootProps};
use kassa_wire::page::Page;
use kassa_wire::state::SessionState;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element};

wasm_bindgen_test_configure!(run_in_browser);

const STYLES: [&str; 5] = [
    include_str!("../styles/tokens.css"),
    include_str!("../styles/page.css"),
    include_str!("../styles/order.css"),
    include_str!("../styles/form.css"),
    include_str!("../styles/outcome.css"),
];

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// The page as the server renders it, as wide as a phone.
async fn shown(page: Page) -> Element {
    let root = document().create_element("div").unwrap();
    root.set_attribute("style", "inline-size: 390px").unwrap();
    let props = RootProps::new(page, fixture::words(), &Early::default());
    let body = yew::LocalServerRenderer::<Root>::with_props(props)
        .render()
        .await;
    let styles = STYLES.concat();
    root.set_inner_html(&format!("<style>{styles}</style>{body}"));
    document().body().unwrap().append_child(&root).unwrap();
    root
}

fn find(root: &Element, selector: &str) -> Element {
    root.query_selector(selector).unwrap().expect(selector)
}

fn top(element: &Element) -> f64 {
    element.get_bounding_client_rect().top()
}

#[wasm_bindgen_test]
async fn the_security_code_stands_beside_the_expiry_date_whatever_their_labels_are() {
    let root = shown(fixture::page_of(fixture::view(SessionState::Confirmed))).await;
    let label = find(&root, "[for='kassa-card.code']");
    label.set_text_content(Some("Código de seguridad de la tarjeta, detrás"));
    let one_line = find(&root, "[for='kassa-card.expiry']").client_height();
    assert!(label.client_height() > one_line, "it has to wrap");
    let [expiry, code] =
        ["expiry", "code"].map(|name| top(&find(&root, &format!("[data-card='card.{name}']"))));
    assert!((expiry - code).abs() < 1.0, "{expiry} and {code}");
    root.remove();
}

#[wasm_bindgen_test]
async fn a_card_takes_no_more_digits_than_cards_have() {
    let root = shown(fixture::page_of(fixture::view(SessionState::Confirmed))).await;
    for (name, length) in [("expiry", "9"), ("code", "4")] {
        let input = find(&root, &format!("[data-card='card.{name}']"));
        assert_eq!(input.get_attribute("maxlength").as_deref(), Some(length));
    }
    root.remove();
}
