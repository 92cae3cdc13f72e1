//! The payer chooses another country in the browser.
#![cfg(target_arch = "wasm32")]

mod fixture;
mod stand;

use kassa_wire::view::{FieldKind, FieldMode, FieldView, FieldsView, OptionView};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};

use stand::{
    API, answer, document, find, focus_is_on, form_page, json, leave, running, says, settle, text,
    type_in,
};

wasm_bindgen_test_configure!(run_in_browser);

/// Japan: a postal code before a choice of regions before the street, and no city.
fn japan() -> FieldsView {
    let known = fixture::fields();
    let named = |name: &str| known.iter().find(|field| field.name == name).unwrap();
    let code = FieldView {
        pattern: Some(r"\d{3}-?\d{4}".to_owned()),
        example: Some("154-0023".to_owned()),
        ..named("postal_code").clone()
    };
    let tokyo = OptionView {
        value: "JP-13".to_owned(),
        label: "Tokyo".to_owned(),
    };
    let region = FieldView {
        kind: FieldKind::Choice,
        options: [tokyo].into(),
        ..named("region").clone()
    };
    let mut fields: Vec<_> = known[..5].to_vec();
    fields.extend([code, region, named("address").clone()]);
    FieldsView {
        country: "JP".parse().unwrap(),
        fields,
    }
}

fn answer_japan() {
    answer(&[API, "/fields"].concat(), 200, &json(&japan()));
}

fn order_of(root: &Element) -> Vec<String> {
    let found = root
        .query_selector_all("#kassa-form .field [id][name]")
        .unwrap();
    let names = (0..found.length()).filter_map(|place| {
        let element: Element = wasm_bindgen::JsCast::dyn_into(found.item(place)?).ok()?;
        element.get_attribute("name")
    });
    names.collect()
}

#[wasm_bindgen_test]
async fn another_country_brings_its_fields_and_the_payer_types_on_where_they_were() {
    let root = running(&form_page()).await;
    answer_japan();
    type_in(&find(&root, "[name=city]"), "Enugu");
    let street: HtmlInputElement = find(&root, "[name=address]");
    type_in(&find(&root, "[name=country]"), "JP");
    street.focus().unwrap();
    street.set_selection_range(3, 3).unwrap();
    says(&root, "[name=region] option:last-child", "Tokyo").await;
    assert_eq!(
        order_of(&root)[4..],
        ["country", "postal_code", "region", "address"]
    );
    focus_is_on("kassa-address").await;
    assert!(street.is_connected(), "the field is the same");
    assert_eq!(street.value(), "14 Awolowo Road");
    assert_eq!(street.selection_start(), Ok(Some(3)));
    let region: HtmlSelectElement = find(&root, "[name=region]");
    assert_eq!(
        region.selected_index(),
        0,
        "nothing of the old country is chosen"
    );
}

#[wasm_bindgen_test]
async fn a_postal_code_is_judged_by_the_countrys_shape_when_it_is_left() {
    let root = running(&form_page()).await;
    answer_japan();
    type_in(&find(&root, "[name=country]"), "JP");
    says(&root, "[name=region] option:last-child", "Tokyo").await;
    let code: HtmlInputElement = find(&root, "[name=postal_code]");
    assert_eq!(code.placeholder(), "154-0023");
    type_in(&code, "EC1Y 8SY");
    leave(&code);
    says(
        &root,
        "#kassa-postal_code-error",
        "Write it like this: 154-0023.",
    )
    .await;
    type_in(&code, "１５４ 0023");
    settle().await;
    assert!(
        root.query_selector("#kassa-postal_code-error")
            .unwrap()
            .is_none()
    );
}

#[wasm_bindgen_test]
async fn a_country_chosen_before_the_program_brings_its_fields_too() {
    let page = form_page();
    let root = stand::served(&page).await;
    answer_japan();
    let country: HtmlSelectElement = find(&root, "[name=country]");
    country.set_value("JP");
    stand::take_over(&root, &page).await;
    says(&root, "[name=region] option:last-child", "Tokyo").await;
}

#[wasm_bindgen_test]
async fn a_slip_in_an_email_address_is_mended_with_one_press() {
    let root = running(&form_page()).await;
    let email: HtmlInputElement = find(&root, "[name=email]");
    type_in(&email, "amina@gmial.com");
    leave(&email);
    settle().await;
    assert!(text(&root, ".offer").contains("amina@gmail.com"));
    find::<web_sys::HtmlElement>(&root, "[data-act=email]").click();
    settle().await;
    assert_eq!(email.value(), "amina@gmail.com");
    assert!(root.query_selector(".offer").unwrap().is_none());
    focus_is_on("kassa-email").await;
}

#[wasm_bindgen_test]
async fn what_the_merchant_has_filled_in_is_read_and_cannot_be_typed_into() {
    let mut page = form_page();
    if let kassa_wire::page::Content::Checkout(checkout) = &mut page.content {
        checkout.view.fields[2].mode = FieldMode::ReadOnly;
    }
    let root = running(&page).await;
    assert!(root.query_selector("[name=email]").unwrap().is_none());
    let form = text(&root, "#kassa-form");
    assert!(form.contains("amina@example.com") && form.contains("cannot be changed here"));
    assert!(document().get_element_by_id("kassa-city").is_some());
}
