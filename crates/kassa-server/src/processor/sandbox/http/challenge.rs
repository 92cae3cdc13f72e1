//! The bank's challenge: a page inside Kassa's frame, where the payer approves or refuses.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kassa_wire::state::DeclineReason;

use super::super::ledger::{ChargeRow, ChargeState};
use super::super::pages;
use super::super::{LedgerError, Sandbox};
use super::answer::{Framing, page, trouble};

/// The question, or what came of it.
pub(super) async fn get(State(sandbox): State<Sandbox>, Path(name): Path<String>) -> Response {
    match find(&sandbox, &name).await {
        Ok(Some(row)) => page(Framing::Anybody, StatusCode::OK, pages::challenge(&row)),
        Ok(None) => page(Framing::Anybody, StatusCode::NOT_FOUND, pages::unknown()),
        Err(error) => trouble(&sandbox, &error),
    }
}

/// The payer's decision. One that comes twice, or after the time is over, changes nothing.
pub(super) async fn post(
    State(sandbox): State<Sandbox>,
    Path(name): Path<String>,
    body: String,
) -> Response {
    let Some(decision) = pages::Decision::read(&body) else {
        return page(
            Framing::Anybody,
            StatusCode::UNPROCESSABLE_ENTITY,
            pages::unknown(),
        );
    };
    match decide(&sandbox, &name, decision).await {
        Ok(true) => Redirect::to(&format!("{}{name}", super::CHALLENGE)).into_response(),
        Ok(false) => page(Framing::Anybody, StatusCode::NOT_FOUND, pages::unknown()),
        Err(error) => trouble(&sandbox, &error),
    }
}

async fn find(sandbox: &Sandbox, name: &str) -> Result<Option<ChargeRow>, LedgerError> {
    sandbox.settle_due().await?;
    let row = sandbox.ledger.charge_of_page(name).await?;
    Ok(row.filter(|row| row.method == kassa_wire::state::MethodKind::Card))
}

async fn decide(
    sandbox: &Sandbox,
    name: &str,
    decision: pages::Decision,
) -> Result<bool, LedgerError> {
    let Some(row) = find(sandbox, name).await? else {
        return Ok(false);
    };
    let to = match decision {
        pages::Decision::Approve => ChargeState::Captured,
        pages::Decision::Refuse => ChargeState::Declined(DeclineReason::ChallengeFailed),
    };
    let step = (ChargeState::AwaitingChallenge, to);
    let attempt = row.charge.attempt;
    if sandbox
        .ledger
        .decide(&attempt, step, sandbox.clock.now())
        .await?
    {
        sandbox.tell(attempt);
    }
    Ok(true)
}
