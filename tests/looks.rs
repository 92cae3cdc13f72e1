//! Where things stand on the page, with its own styles in a real browser.
#![cfg(target_arch = "wasm32")]

mod fixture;

use std::rc::Rc;

use kassa::shell::{Root, RootProps};
use kassa_wire::page::Page;
use kassa_wire::payer::field;
use kassa_wire::state::{PaymentState, SessionState};
use kassa_wire::view::{ActionKind, ActionView};
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
    let props = RootProps {
        page: Rc::new(page),
        words: fixture::words(),
        early: Rc::default(),
    };
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
    label.set_text_content(Some("Código de seguridad"));
    let one_line = find(&root, "[for='kassa-card.expiry']").client_height();
    assert!(label.client_height() > one_line, "it has to wrap");
    let [expiry, code] =
        ["expiry", "code"].map(|name| top(&find(&root, &format!("[data-card='card.{name}']"))));
    assert!((expiry - code).abs() < 1.0, "{expiry} and {code}");
    root.remove();
}

#[wasm_bindgen_test]
async fn a_name_in_another_script_stands_where_names_stand() {
    let mut view = fixture::view(SessionState::Open);
    for name in [field::FIRST_NAME, field::LAST_NAME] {
        view.payer.insert(name.to_owned(), "أمينة".to_owned());
    }
    let root = shown(fixture::page_of(view)).await;
    let start = |selector: &str| find(&root, selector).get_bounding_client_rect().left();
    let (name, email) = (
        start(".summary p:nth-of-type(2) bdi"),
        start(".summary .quiet bdi"),
    );
    assert!((name - email).abs() < 1.0, "{name} and {email}");
    root.remove();
}

#[wasm_bindgen_test]
async fn who_pays_takes_little_room_where_the_card_is_typed() {
    let root = shown(fixture::page_of(fixture::view(SessionState::Confirmed))).await;
    let summary = find(&root, ".summary");
    assert!(summary.client_height() < 80, "{}", summary.client_height());
    let text = summary.text_content().unwrap();
    assert!(text.contains("Amina Okafor amina@example.com"), "{text}");
    assert!(text.contains("Change"), "{text}");
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

#[wasm_bindgen_test]
async fn a_bank_that_is_waited_for_can_be_asked_after_by_hand() {
    for (kind, sentence) in [
        (ActionKind::Challenge, "on your bank's page below"),
        (ActionKind::Redirect, "on your bank's page, then come back"),
    ] {
        let mut view = fixture::paid_view(SessionState::Paying, PaymentState::RequiresAction);
        view.payment.as_mut().unwrap().action = Some(ActionView {
            kind,
            url: "about:blank".to_owned(),
        });
        let root = shown(fixture::page_of(view)).await;
        let text = find(&root, "main").text_content().unwrap();
        assert!(text.contains(sentence), "{text}");
        assert!(text.contains("Check again"), "{text}");
        root.remove();
    }
}
