use kassa_wire::Money;
use kassa_wire::merchant::{Discount, ShippingOption};

use crate::domain::{ChoiceRefusal as R, Chosen, Extras, Order};

fn discount(code: &str, amount: Option<i64>, percent: Option<u8>) -> Discount {
    Discount {
        code: code.to_owned(),
        label: code.to_owned(),
        amount,
        percent,
    }
}

fn shipping(id: &str, amount: i64) -> ShippingOption {
    ShippingOption {
        id: id.to_owned(),
        label: id.to_owned(),
        detail: None,
        group: None,
        amount,
    }
}

fn order(amount: i64) -> Order {
    Order {
        account: "acc_0000000000000001".parse().unwrap(),
        number: "1".parse().unwrap(),
        country: "ES".parse().unwrap(),
        amount: Money {
            amount,
            currency: "EUR".parse().unwrap(),
        },
        description: None,
        lines: Vec::new(),
        extras: Extras {
            shipping_options: vec![shipping("post", 0), shipping("express", 1_500)],
            discounts: vec![
                discount("Spring", None, Some(15)),
                discount("TEN", Some(1_000), None),
            ],
        },
        paid_at: None,
    }
}

fn codes(codes: &[&str]) -> Vec<String> {
    codes.iter().map(|code| (*code).to_owned()).collect()
}

fn price(order: &Order, chosen: &Chosen) -> i64 {
    order.price(chosen).unwrap().amount
}

#[test]
fn the_first_way_of_sending_is_chosen_until_another_is() {
    let order = order(9_999);
    let first = order.chosen_at_first();
    assert_eq!(first.shipping.as_deref(), Some("post"));
    assert_eq!(price(&order, &first), 9_999);
    let express = order.sent_by("express", first.clone()).unwrap();
    assert_eq!(price(&order, &express), 11_499);
    assert_eq!(order.sent_by("drone", first), Err(R::NoSuchOption));
}

#[test]
fn codes_count_once_however_they_are_written() {
    let order = order(9_999);
    let typed = codes(&[" spring ", "SPRING", "ten"]);
    let chosen = order.cheaper_by(&typed, order.chosen_at_first()).unwrap();
    assert_eq!(chosen.discounts, codes(&["Spring", "TEN"]));
    // 15 % of 99.99 are 14.9985: what is taken off is rounded down.
    assert_eq!(price(&order, &chosen), 9_999 - 1_499 - 1_000);
    let unknown = order.cheaper_by(&codes(&["WINTER"]), chosen.clone());
    assert_eq!(unknown, Err(R::NoSuchCode));
    let none = order.cheaper_by(&[], chosen).unwrap();
    assert_eq!(price(&order, &none), 9_999);
}

#[test]
fn what_would_cost_nothing_or_too_much_is_refused() {
    let cheap = order(1_000);
    let free = cheap
        .cheaper_by(&codes(&["ten"]), cheap.chosen_at_first())
        .unwrap();
    assert_eq!(cheap.price(&free), Err(R::NothingLeft));
    let dear = order(i64::MAX);
    let express = dear.sent_by("express", Chosen::default()).unwrap();
    assert_eq!(dear.price(&express), Err(R::TooMuch));
    let most = dear
        .cheaper_by(&codes(&["spring"]), Chosen::default())
        .unwrap();
    assert!(dear.price(&most).unwrap().amount > i64::MAX / 100 * 84);
}

#[test]
fn what_an_order_offers_no_more_is_not_chosen_any_more() {
    let mut order = order(9_999);
    let chosen = Chosen {
        shipping: Some("express".to_owned()),
        discounts: codes(&["TEN", "Spring"]),
    };
    order.extras.shipping_options.pop();
    order.extras.discounts.pop();
    let kept = order.still_offered(&chosen);
    assert_eq!(kept.shipping.as_deref(), Some("post"));
    assert_eq!(kept.discounts, codes(&["Spring"]));
}
