//! The bank's challenge: a page inside Kassa's frame, where the payer approves or refuses.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kassa_wire::state::{DeclineReason, MethodKind};

use super::super::Sandbox;
use super::super::ledger::ChargeState;
use super::super::pages;
use super::answer::{Framing, page, trouble};
use super::question::Question;

const QUESTION: Question = Question {
    method: MethodKind::Card,
    awaiting: ChargeState::AwaitingChallenge,
    refused: DeclineReason::ChallengeFailed,
};

/// The question, or what came of it.
pub(super) async fn get(State(sandbox): State<Sandbox>, Path(name): Path<String>) -> Response {
    match QUESTION.find(&sandbox, &name).await {
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
    match QUESTION.decide(&sandbox, &name, decision).await {
        Ok(Some(_)) => Redirect::to(&format!("{}{name}", super::CHALLENGE)).into_response(),
        Ok(None) => page(Framing::Anybody, StatusCode::NOT_FOUND, pages::unknown()),
        Err(error) => trouble(&sandbox, &error),
    }
}
