//! The wallet: a page of its own, from which the payer comes back.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kassa_wire::state::{DeclineReason, MethodKind};

use super::super::Sandbox;
use super::super::ledger::{ChargeRow, ChargeState};
use super::super::pages;
use super::answer::{Framing, page, trouble};
use super::question::Question;

const QUESTION: Question = Question {
    method: MethodKind::Wallet,
    awaiting: ChargeState::AwaitingWallet,
    refused: DeclineReason::CalledOff,
};

/// The question; who decided already is brought back.
pub(super) async fn get(State(sandbox): State<Sandbox>, Path(name): Path<String>) -> Response {
    match QUESTION.find(&sandbox, &name).await {
        Ok(Some(row)) if row.state == ChargeState::AwaitingWallet => {
            page(Framing::Nobody, StatusCode::OK, pages::wallet(&row))
        }
        Ok(Some(row)) => bring_back(&row),
        Ok(None) => page(Framing::Nobody, StatusCode::NOT_FOUND, pages::unknown()),
        Err(error) => trouble(&sandbox, &error),
    }
}

/// The payer's decision, and the way back. One that comes twice changes nothing.
pub(super) async fn post(
    State(sandbox): State<Sandbox>,
    Path(name): Path<String>,
    body: String,
) -> Response {
    let Some(decision) = pages::Decision::read(&body) else {
        return page(
            Framing::Nobody,
            StatusCode::UNPROCESSABLE_ENTITY,
            pages::unknown(),
        );
    };
    match QUESTION.decide(&sandbox, &name, decision).await {
        Ok(Some(row)) => bring_back(&row),
        Ok(None) => page(Framing::Nobody, StatusCode::NOT_FOUND, pages::unknown()),
        Err(error) => trouble(&sandbox, &error),
    }
}

fn bring_back(row: &ChargeRow) -> Response {
    let mut response = Redirect::to(&row.charge.return_url.0).into_response();
    let no_referrer = axum::http::HeaderValue::from_static("no-referrer");
    response
        .headers_mut()
        .insert(axum::http::header::REFERRER_POLICY, no_referrer);
    response
}
