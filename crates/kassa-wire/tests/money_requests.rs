//! What moves a payment's money keeps its shape.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

use insta::assert_json_snapshot;
use kassa_wire::Money;
use kassa_wire::merchant::{Operation, PostCapture, PostRefund};
use kassa_wire::state::{OperationFailure, OperationKind, OperationState};

fn money() -> Money {
    Money {
        amount: 485_000,
        currency: "EUR".parse().unwrap(),
    }
}

fn refund() -> Operation {
    Operation {
        id: "rf_0123456789abcdef".to_owned(),
        kind: OperationKind::Refund,
        payment: "FWU744586810".parse().unwrap(),
        amount: money(),
        is_final: None,
        reason: Some("The course was called off".to_owned()),
        state: OperationState::Failed,
        failure: Some(OperationFailure::Refused),
        created_at: "2026-11-20T19:21:00Z".to_owned(),
        updated_at: "2026-11-20T19:21:01Z".to_owned(),
    }
}

#[test]
fn what_moves_a_payments_money_keeps_its_shape() {
    assert_json_snapshot!("refund", refund());
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
