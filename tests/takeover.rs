//! The browser takes the server's page over, and nothing that the payer did is lost.
#![cfg(target_arch = "wasm32")]

mod fixture;
mod stand;

use gloo_timers::future::TimeoutFuture;
use kassa_wire::page::{CheckoutPage, Content, Page};
use kassa_wire::state::{PaymentState, SessionState};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement};

use stand::{
    API, answer, asked_for, document, find, focus_is_on, form_page, json, leave, payment_page,
    props, running, says, served, settle, take_over, text, type_at, type_in,
};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn every_page_is_taken_over_with_its_structure_unchanged() {
    let mut views: Vec<_> = [
        SessionState::Open,
        SessionState::Confirmed,
        SessionState::Paying,
        SessionState::Expired,
    ]
    .map(fixture::view)
    .to_vec();
    views.push(fixture::paid_view(
        SessionState::Complete,
        PaymentState::Captured,
    ));
    let pages = views
        .into_iter()
        .map(fixture::page_of)
        .chain([fixture::page(Content::NotFound), form_page()]);
    for page in pages {
        let root = served(&page).await;
        let before = root.query_selector_all("*").unwrap().length();
        let first: Element = find(&root, "h1");
        take_over(&root, &page).await;
        assert_eq!(root.query_selector_all("*").unwrap().length(), before);
        assert!(first.is_connected(), "taken over, not drawn again");
    }
}

#[wasm_bindgen_test]
fn the_browser_reads_a_page_as_the_server_writes_it() {
    for page in [
        form_page(),
        payment_page(),
        fixture::page(Content::NotFound),
        fixture::page(Content::Trouble),
    ] {
        let read = kassa::api::from_text::<Page>(&json(&page));
        assert_eq!(read, Some(fixture::without_what_the_server_draws(page)));
    }
}

#[wasm_bindgen_test]
async fn text_typed_before_the_program_survives_with_focus_and_caret() {
    let page = form_page();
    let root = served(&page).await;
    let email: HtmlInputElement = find(&root, "[name=email]");
    let country: HtmlSelectElement = find(&root, "[name=country]");
    email.set_value("typed@early.example");
    country.set_value("JP");
    email.focus().unwrap();
    email.set_selection_range(3, 3).unwrap();
    take_over(&root, &page).await;
    assert_eq!(
        (email.value().as_str(), country.value().as_str()),
        ("typed@early.example", "JP")
    );
    assert_eq!(email.selection_start(), Ok(Some(3)));
    assert_eq!(document().active_element(), Some(email.clone().into()));
    type_in(&find(&root, "[name=city]"), "Enugu");
    settle().await;
    assert_eq!(
        email.value(),
        "typed@early.example",
        "also after the next keystroke"
    );
}

#[wasm_bindgen_test]
async fn a_method_and_a_card_from_before_the_program_survive() {
    let page = payment_page();
    let root = served(&page).await;
    find::<HtmlInputElement>(&root, "[value=wallet]").set_checked(true);
    find::<HtmlInputElement>(&root, "[data-card='card.number']").set_value("4242");
    take_over(&root, &page).await;
    assert!(find::<HtmlInputElement>(&root, "[value=wallet]").checked());
    assert_eq!(
        find::<HtmlInputElement>(&root, "[data-card='card.number']").value(),
        "4242"
    );
}

#[wasm_bindgen_test]
async fn an_error_appears_when_a_field_is_left_and_goes_when_it_is_right() {
    let root = running(&form_page()).await;
    let email: Element = find(&root, "[name=email]");
    type_in(&email, "amina@");
    settle().await;
    assert!(root.query_selector(".error").unwrap().is_none());
    leave(&email);
    settle().await;
    says(
        &root,
        "#kassa-email-error",
        "Enter an email address like name@example.com.",
    )
    .await;
    assert_eq!(
        email.get_attribute("aria-describedby").as_deref(),
        Some("kassa-email-error")
    );
    type_in(&email, "amina@example.com");
    settle().await;
    assert!(root.query_selector(".error").unwrap().is_none());
}

#[wasm_bindgen_test]
async fn a_form_sent_with_errors_leads_to_the_list_of_them() {
    let root = running(&form_page()).await;
    type_in(&find(&root, "[name=city]"), "");
    find::<HtmlElement>(&root, "[value=confirm]").click();
    focus_is_on("kassa-errors").await;
    says(&root, "#kassa-errors a", "City").await;
    assert_eq!(asked_for(API), 0);
    says(
        &root,
        "[role=status]",
        "Some information needs to be corrected.",
    )
    .await;
    find::<HtmlElement>(&root, "#kassa-errors a").click();
    focus_is_on("kassa-city").await;
}

#[wasm_bindgen_test]
async fn a_double_click_on_pay_asks_for_one_payment() {
    let root = running(&payment_page()).await;
    find::<HtmlElement>(&root, "[value=bank_transfer]").click();
    let pay: HtmlElement = find(&root, "[value=pay]");
    pay.click();
    pay.click();
    settle().await;
    pay.click();
    settle().await;
    assert_eq!(asked_for(&format!("{API}/payment")), 1);
    says(
        &root,
        "[role=status]",
        "Please keep this page open. This can take a few seconds.",
    )
    .await;
}

#[wasm_bindgen_test]
async fn a_paid_session_shows_its_receipt_and_reads_on_at_its_heading() {
    let root = running(&payment_page()).await;
    let mut paid = fixture::paid_view(SessionState::Complete, PaymentState::Captured);
    paid.drawn = Some(fixture::drawn("<p class=facts>FWU744586810</p>"));
    answer(&format!("{API}/payment"), 200, &json(&paid));
    find::<HtmlElement>(&root, "[value=bank_transfer]").click();
    find::<HtmlElement>(&root, "[value=pay]").click();
    says(&root, "h1", "Payment complete").await;
    focus_is_on("kassa-heading").await;
    assert!(text(&root, ".facts").contains("FWU744586810"));
}

async fn asked_twice() {
    for _ in 0..100 {
        if asked_for(&format!("{API}/payment")) > 1 {
            break;
        }
        settle().await;
    }
}

#[wasm_bindgen_test]
async fn a_server_in_trouble_leaves_the_same_attempt_to_be_tried_again() {
    let root = running(&payment_page()).await;
    answer(&format!("{API}/payment"), 503, "{}");
    find::<HtmlElement>(&root, "[value=bank_transfer]").click();
    find::<HtmlElement>(&root, "[value=pay]").click();
    settle().await;
    says(&root, "h1", "We have not had an answer yet").await;
    let key = find::<HtmlInputElement>(&root, "[name=attempt_key]").value();
    assert_eq!(key.len(), 32);
    find::<HtmlElement>(&root, "[value=pay]").click();
    asked_twice().await;
    assert_eq!(asked_for(&format!("{API}/payment")), 2);
    assert_eq!(
        find::<HtmlInputElement>(&root, "[name=attempt_key]").value(),
        key
    );
}

async fn the_receipt_comes(root: &Element, times: u32) {
    for _ in 0..150 {
        if asked_for(API) >= times {
            break;
        }
        settle().await;
    }
    let paid = fixture::paid_view(SessionState::Complete, PaymentState::Captured);
    answer(API, 200, &json(&paid));
    says(root, "h1", "Payment complete").await;
}

#[wasm_bindgen_test]
async fn a_payer_who_comes_back_to_a_busy_server_still_gets_the_receipt() {
    let waiting = fixture::paid_view(SessionState::Paying, PaymentState::Processing);
    let root = running(&fixture::page_of(waiting)).await;
    answer(API, 429, "too many, says a proxy");
    let online = web_sys::Event::new("online").unwrap();
    web_sys::window().unwrap().dispatch_event(&online).unwrap();
    the_receipt_comes(&root, 1).await;
    // The pages of other tests hear that the line is back too.
    assert!(asked_for(API) >= 2);
}

#[wasm_bindgen_test]
async fn another_language_keeps_everything_that_was_typed() {
    let root = running(&form_page()).await;
    let spanish = fixture::catalogue(include_str!("../locales/es.json"));
    let mut view = fixture::view(SessionState::Open);
    view.locale = "es".to_owned();
    view.fields[2].label = "Correo electrónico".to_owned();
    answer(
        "/api/catalogues/es",
        200,
        &json(&fixture::fetched(&spanish)),
    );
    answer(API, 200, &json(&view));
    type_in(&find(&root, "[name=city]"), "Enugu");
    find::<HtmlElement>(&root, "[data-locale=es]").click();
    settle().await;
    settle().await;
    says(&root, "h1", "Sus datos").await;
    says(&root, "[for=kassa-email]", "Correo electrónico").await;
    assert_eq!(
        find::<HtmlInputElement>(&root, "[name=city]").value(),
        "Enugu"
    );
    says(&root, "[role=status]", "La página está ahora en español.").await;
}

#[wasm_bindgen_test]
async fn a_card_number_is_grouped_and_the_caret_stays_where_it_was() {
    let root = running(&payment_page()).await;
    let number: HtmlInputElement = find(&root, "[data-card='card.number']");
    number.focus().unwrap();
    type_in(&number, "42424242x");
    settle().await;
    assert_eq!(number.value(), "4242 4242");
    type_at(&number, "42942 4242", 3);
    settle().await;
    assert_eq!(number.value(), "4294 2424 2");
    assert_eq!(number.selection_start(), Ok(Some(3)));
}
