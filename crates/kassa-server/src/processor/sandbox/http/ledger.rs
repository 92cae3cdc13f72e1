//! `GET /sandbox/ledger`: what was charged, oldest first. Tests and demo only.

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use kassa_wire::state::{DeclineReason, MethodKind, PaymentState};
use kassa_wire::{Currency, PaymentReference};
use serde::Serialize;

use super::super::Sandbox;
use super::super::ledger::{ChargeRow, ChargeState};
use super::answer::trouble;

/// One charge. States are a payment's, so that both sides can be compared.
#[derive(Serialize)]
struct Line {
    attempt: String,
    reference: PaymentReference,
    amount: i64,
    currency: Currency,
    method: MethodKind,
    state: PaymentState,
    #[serde(skip_serializing_if = "Option::is_none")]
    decline: Option<DeclineReason>,
    created_at: String,
}

/// Every charge, as a JSON list.
pub(super) async fn get(State(sandbox): State<Sandbox>) -> Response {
    if let Err(error) = sandbox.settle_due().await {
        return trouble(&sandbox, &error);
    }
    match sandbox.ledger.charges().await {
        Ok(rows) => Json(rows.into_iter().map(line).collect::<Vec<_>>()).into_response(),
        Err(error) => trouble(&sandbox, &error),
    }
}

fn line(row: ChargeRow) -> Line {
    let decline = match row.state {
        ChargeState::Declined(reason) => Some(reason),
        ChargeState::Captured | ChargeState::AwaitingChallenge | ChargeState::AwaitingWallet => {
            None
        }
        ChargeState::AwaitingTransfer | ChargeState::Slow => None,
    };
    Line {
        attempt: row.charge.attempt.0,
        reference: row.charge.reference,
        amount: row.charge.amount.amount,
        currency: row.charge.amount.currency,
        method: row.method,
        state: row.state.on_the_wire(),
        decline,
        created_at: row.charge.at.to_string(),
    }
}
