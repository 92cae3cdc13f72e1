//! What the merchant's server sends to move a payment's money keeps its shape.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

use insta::assert_json_snapshot;
use kassa_wire::Money;
use kassa_wire::merchant::{PostCapture, PostRefund};

fn money() -> Money {
    Money {
        amount: 485_000,
        currency: "EUR".parse().unwrap(),
    }
}

#[test]
fn what_moves_a_payments_money_keeps_its_shape() {
    assert_json_snapshot!(
        "post_capture",
        PostCapture {
            amount: Some(money()),
            is_final: true
        }
    );
    assert_json_snapshot!(
        "post_refund",
        PostRefund {
            amount: None,
            reason: Some("too much".to_owned())
        }
    );
}
