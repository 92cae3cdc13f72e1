//! What the merchant's server sends and reads of an order, and what the payer chooses of it, keep
//! their shapes.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

use insta::assert_json_snapshot;
use kassa_wire::Money;
use kassa_wire::merchant::{Discount, Order, OrderLine, PostOrder, ShippingOption};
use kassa_wire::request::{PutDiscounts, PutShipping};
use kassa_wire::view::{DiscountsView, ShippingView};

fn money() -> Money {
    Money {
        amount: 485_000,
        currency: "EUR".parse().unwrap(),
    }
}

fn lines() -> Vec<OrderLine> {
    vec![OrderLine {
        label: "Tuition fee".to_owned(),
        detail: None,
        amount: 485_000,
    }]
}

fn shipping_options() -> Vec<ShippingOption> {
    vec![ShippingOption {
        id: "fast".to_owned(),
        label: "By courier".to_owned(),
        detail: Some("Between 9 and 12".to_owned()),
        group: Some("At home".to_owned()),
        amount: 1_500,
    }]
}

fn discounts() -> Vec<Discount> {
    let discount = |amount, percent| Discount {
        code: "SPRING".to_owned(),
        label: "Spring".to_owned(),
        amount,
        percent,
    };
    vec![discount(Some(1_000), None), discount(None, Some(15))]
}

#[test]
fn an_order_keeps_its_shape() {
    let order = Order {
        number: "2026-04417".parse().unwrap(),
        country: "ES".parse().unwrap(),
        amount: money(),
        description: None,
        lines: lines(),
        shipping_options: shipping_options(),
        discounts: discounts(),
        paid: false,
    };
    assert_json_snapshot!("order", order);
    let request = PostOrder {
        number: order.number,
        country: order.country,
        amount: order.amount,
        description: Some("Autumn term".to_owned()),
        lines: lines(),
        shipping_options: shipping_options(),
        discounts: discounts(),
    };
    assert_json_snapshot!("post_order", request);
}

#[test]
fn a_payers_choice_keeps_its_shape() {
    let option = "fast".to_owned();
    assert_json_snapshot!("put_shipping", PutShipping { option });
    let codes = vec!["SPRING".to_owned()];
    let view = DiscountsView {
        codes: codes.clone(),
    };
    assert_json_snapshot!("put_discounts", PutDiscounts { codes });
    assert_json_snapshot!("discounts_view", view);
    let shown = ShippingView {
        id: "fast".to_owned(),
        label: "By courier".to_owned(),
        detail: Some("Between 9 and 12".to_owned()),
        group: Some("At home".to_owned()),
        amount: "€15.00".to_owned(),
        chosen: true,
    };
    assert_json_snapshot!("shipping_view", shown);
}
