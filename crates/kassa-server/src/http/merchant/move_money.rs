//! What captures, voids and refunds have in common.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kassa_wire::merchant;
use kassa_wire::{AccountId, Money, PaymentReference};
use serde_json::{Map, Value};

use super::places::read_money;
use crate::domain::OperationId;
use crate::http::extract::Fields;
use crate::http::once::{Asked, MerchantKey, once};
use crate::http::{Failure, HttpState};
use crate::payments::{Kassa, Operate, Wanted, draw_operation_id, operate_as};
use crate::views::merchant_operation;

/// A capture, a void or a refund that a merchant asks for.
pub(super) struct Asking<'a> {
    /// Whose payment.
    pub(super) account: AccountId,
    /// Which.
    pub(super) payment: PaymentReference,
    /// What the address ends with.
    pub(super) what: &'static str,
    /// Does it once.
    pub(super) key: MerchantKey,
    /// As it came.
    pub(super) body: &'a Map<String, Value>,
}

/// Has it done, once for each key, and answers with what came of it. The operation's id is drawn
/// before it begins, so that whoever asks again after a lost answer asks for the same one.
pub(super) async fn move_money(
    state: &HttpState,
    asking: Asking<'_>,
    wanted: Wanted,
) -> Result<Response, Failure> {
    let asked = Asked {
        account: &asking.account.clone(),
        key: asking.key,
        what: format!("POST /api/payments/{}/{}", asking.payment, asking.what),
        body: asking.body,
    };
    let id = draw_operation_id(&state.kassa, &wanted);
    let request = Operate {
        account: asking.account,
        payment: asking.payment,
        wanted,
    };
    let kassa = state.kassa.clone();
    once(state, asked, id.0, |id| done(kassa, request, id)).await
}

async fn done(kassa: Kassa, request: Operate, id: String) -> Result<Response, Failure> {
    let moved = operate_as(&kassa, request, OperationId(id)).await?;
    let answer: merchant::Operation = merchant_operation(&moved.operation);
    Ok((StatusCode::CREATED, Json(answer)).into_response())
}

/// How much, where it is said.
pub(super) fn read_amount(fields: &mut Fields<'_>) -> Option<Money> {
    read_money(fields, "amount")
}
