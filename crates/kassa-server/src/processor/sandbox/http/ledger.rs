//! `GET /sandbox/ledger`: what was charged, oldest first. Tests and demo only.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use kassa_wire::state::{DeclineReason, MethodKind, PaymentState};
use kassa_wire::{Currency, PaymentReference};
use serde::Serialize;

use super::super::Sandbox;
use super::super::ledger::{
    Books, ChargeRow, ChargeState, LedgerError, OperationRow, kind_text, state_text,
};
use super::answer::trouble;
use crate::domain::AttemptId;

/// One charge. States are a payment's, so that both sides can be compared.
#[derive(Serialize)]
struct Line {
    attempt: String,
    reference: PaymentReference,
    amount: i64,
    currency: Currency,
    captured: i64,
    refunded: i64,
    method: MethodKind,
    state: PaymentState,
    #[serde(skip_serializing_if = "Option::is_none")]
    decline: Option<DeclineReason>,
    created_at: String,
    operations: Vec<OperationLine>,
}

/// One capture, void or refund.
#[derive(Serialize)]
struct OperationLine {
    id: String,
    kind: &'static str,
    amount: i64,
    state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    failure: Option<&'static str>,
}

/// Every charge, as a JSON list.
pub(super) async fn get(State(sandbox): State<Sandbox>) -> Response {
    if let Err(error) = sandbox.settle_due().await {
        return trouble(&sandbox, &error);
    }
    match lines(&sandbox).await {
        Ok(lines) => Json(lines).into_response(),
        Err(error) => trouble(&sandbox, &error),
    }
}

async fn lines(sandbox: &Sandbox) -> Result<Vec<Line>, LedgerError> {
    let charges = sandbox.ledger.charges().await?;
    let mut operations: BTreeMap<AttemptId, Vec<OperationRow>> = BTreeMap::new();
    for row in sandbox.ledger.operations().await? {
        operations.entry(row.attempt.clone()).or_default().push(row);
    }
    let with_operations = charges.into_iter().map(|row| {
        let operations = operations.remove(&row.charge.attempt).unwrap_or_default();
        line(row, &operations)
    });
    Ok(with_operations.collect())
}

fn line(row: ChargeRow, operations: &[OperationRow]) -> Line {
    let books = Books::of(&row, operations);
    let decline = match row.state {
        ChargeState::Declined(reason) => Some(reason),
        ChargeState::Captured | ChargeState::Authorized | ChargeState::Voided => None,
        ChargeState::AwaitingChallenge | ChargeState::AwaitingWallet => None,
        ChargeState::AwaitingTransfer | ChargeState::Slow => None,
    };
    Line {
        attempt: row.charge.attempt.0,
        reference: row.charge.reference,
        amount: row.charge.amount.amount,
        currency: row.charge.amount.currency,
        method: row.method,
        captured: books.captured,
        refunded: books.refunded,
        state: books.on_the_wire(),
        decline,
        created_at: row.charge.at.to_string(),
        operations: operations.iter().map(operation_line).collect(),
    }
}

fn operation_line(row: &OperationRow) -> OperationLine {
    let (state, failure) = state_text(row.state);
    OperationLine {
        id: row.id.0.clone(),
        kind: kind_text(row.kind),
        amount: row.amount.amount,
        state,
        failure,
    }
}
