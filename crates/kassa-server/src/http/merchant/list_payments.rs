//! `GET /api/payments?status=&recipient=&query=&from=&to=&cursor=&limit=`

use axum::Json;
use axum::extract::State;
use jiff::Timestamp;
use kassa_wire::merchant::{List, Payment};
use kassa_wire::problem::{FieldCode, ProblemCode};
use kassa_wire::state::PaymentState;
use kassa_wire::{AccountId, RecipientId};

use crate::domain;
use crate::http::extract::{Merchant, Query, Read, Wanted, list};
use crate::http::openapi::refusals;
use crate::http::{Failure, HttpState};
use crate::store::{FoundPayments, ListPayments, MerchantPayment};
use crate::views::{merchant_payment, payment_state};

refusals!(ListRefusals: MERCHANT, InvalidField, InvalidCursor, QueryTooBroad);

/// The account's payments, newest first. Each word of the query begins the reference, the order's
/// number, the payer's email, or a word of the payer's name.
#[utoipa::path(
    get, path = "/api/payments", tag = "Payments", security(("api_key" = [])),
    params(
        ("status" = Option<PaymentState>, Query, description = "Where they stand."),
        ("recipient" = Option<RecipientId>, Query, description = "Who is paid."),
        ("query" = Option<String>, Query, description = "Words to find them by.", max_length = 200),
        ("from" = Option<String>, Query, description = "Begun at this instant or later, RFC 3339.", max_length = 64, example = "2026-11-01T00:00:00Z"),
        ("to" = Option<String>, Query, description = "Begun before this instant, RFC 3339.", max_length = 64, example = "2026-12-01T00:00:00Z"),
        ("cursor" = Option<String>, Query, description = "The `next_cursor` of the page before.", max_length = 200),
        ("limit" = Option<u32>, Query, description = "How many rows a page has at the most; 100 where it is not said.", minimum = 1, maximum = 100),
    ),
    responses((status = 200, description = "Newest first.", body = List<Payment>), ListRefusals),
)]
pub(super) async fn list_payments(
    State(state): State<HttpState>,
    merchant: Merchant<Read>,
    query: Query,
) -> Result<Json<List<Payment>>, Failure> {
    let wanted = read_wanted(&query, merchant.account.id)?;
    match state.kassa.store.list_payments(&wanted).await? {
        FoundPayments::Page(page) => {
            let name = |row: &MerchantPayment| row.payment.reference.to_string();
            Ok(Json(list(&page, "payments", (row, name))))
        }
        FoundPayments::TooBroad => {
            let detail = "So many payments have words that begin like this: say more of them.";
            Err(Failure::new(ProblemCode::QueryTooBroad, detail)
                .blaming("query", FieldCode::Invalid))
        }
    }
}

fn row(found: &MerchantPayment) -> Payment {
    merchant_payment(found, &[])
}

fn read_wanted(query: &Query, account: AccountId) -> Result<ListPayments, Failure> {
    let page = Wanted::read(query, "payments")?;
    Ok(ListPayments {
        account,
        state: parameter(query, "status", FieldCode::UnknownOption, state_of)?,
        recipient: parameter(query, "recipient", FieldCode::InvalidRecipientId, |text| {
            text.parse().ok()
        })?,
        query: query.get("query").unwrap_or_default().to_owned(),
        from: parameter(query, "from", FieldCode::Invalid, time)?,
        to: parameter(query, "to", FieldCode::Invalid, time)?,
        after: page.after,
        most: page.most,
    })
}

fn parameter<T>(
    query: &Query,
    name: &str,
    code: FieldCode,
    read: impl Fn(&str) -> Option<T>,
) -> Result<Option<T>, Failure> {
    let Some(text) = query.get(name) else {
        return Ok(None);
    };
    let detail = "A query parameter cannot be taken.";
    let wrong = || Failure::new(ProblemCode::InvalidField, detail).blaming(name, code);
    read(text).map(Some).ok_or_else(wrong)
}

fn time(text: &str) -> Option<Timestamp> {
    text.parse().ok()
}

/// The state of a word of the wire.
fn state_of(word: &str) -> Option<domain::PaymentState> {
    let known: PaymentState = serde_json::from_value(word.into()).ok()?;
    let mut all = domain::PaymentState::ALL.iter().copied();
    all.find(|state| payment_state(*state) == known)
}
