//! `POST /api/orders`

use axum::Json;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use kassa_wire::merchant::{Order, OrderLine, PostOrder};
use kassa_wire::problem::{FieldCode, ProblemCode};
use kassa_wire::{AccountId, Money};
use serde_json::{Map, Value};

use super::order_extras::read_extras;
use super::places::{read_country, read_money};
use crate::domain;
use crate::http::extract::{Admin, Fields, Merchant, Object};
use crate::http::once::{Asked, MerchantKey, once};
use crate::http::openapi::refusals;
use crate::http::{Failure, HttpState};
use crate::payments::Kassa;
use crate::store::Imported;
use crate::views::merchant_order;

refusals!(CreateRefusals: MERCHANT + BODY + ONCE, OrderExists);

/// How many lines an order may have.
const LINES_MAX: usize = 100;

/// Adds an order: 201. The very same order again is no error.
#[utoipa::path(
    post, path = "/api/orders", tag = "Orders", security(("api_key" = [])),
    params(("Idempotency-Key" = Option<String>, Header, description = "The same key and body get the first answer again, for 24 hours.", min_length = 1, max_length = 255, pattern = "^[!-~]+$")),
    request_body = PostOrder,
    responses((status = 201, description = "The order.", body = Order), CreateRefusals),
)]
pub(super) async fn create_order(
    State(state): State<HttpState>,
    merchant: Merchant<Admin>,
    key: MerchantKey,
    Object(body): Object,
) -> Result<Response, Failure> {
    let account = merchant.account.id;
    let order = read_order(&body, account.clone())?;
    let asked = Asked {
        account: &account,
        key,
        what: "POST /api/orders".to_owned(),
        body: &body,
    };
    let (kassa, number) = (state.kassa.clone(), order.number.to_string());
    once(&state, asked, number, |_| add(kassa, order)).await
}

/// Numbers are unique: whoever adds the same order twice adds it once.
async fn add(kassa: Kassa, order: domain::Order) -> Result<Response, Failure> {
    let known = kassa.store.order(&order.account, &order.number).await?;
    let order = match known {
        Some(known) if same(&known, &order) => known,
        Some(_) => return Err(exists()),
        None => match kassa
            .store
            .import_orders(std::slice::from_ref(&order))
            .await?
        {
            Imported::All => order,
            Imported::Refused { .. } => return Err(exists()),
        },
    };
    let path = form_urlencoded::byte_serialize(order.number.as_str().as_bytes());
    let location = format!(
        "/api/orders/{}",
        path.collect::<String>().replace('+', "%20")
    );
    let answer = Json(merchant_order(&order));
    Ok((StatusCode::CREATED, [(header::LOCATION, location)], answer).into_response())
}

fn same(known: &domain::Order, order: &domain::Order) -> bool {
    let paid_at = known.paid_at;
    *known
        == domain::Order {
            paid_at,
            ..order.clone()
        }
}

fn exists() -> Failure {
    let detail = "The account has an order of this number that says something else.";
    Failure::new(ProblemCode::OrderExists, detail)
}

/// Reads one as its request has it; files that are imported say the same.
pub(crate) fn read_order(
    body: &Map<String, Value>,
    account: AccountId,
) -> Result<domain::Order, Failure> {
    let mut fields = Fields::of(body);
    let number = fields.parsed("number", FieldCode::Invalid, |text| text.parse().ok());
    let number = fields.required("number", number);
    let country = read_country(&mut fields, "country");
    let amount = read_money(&mut fields, "amount");
    let amount = fields.required("amount", amount);
    let description = fields.text("description", 1000);
    let lines = read_lines(&mut fields, amount);
    let extras = read_extras(&mut fields);
    match (number, country, amount, fields.failure()) {
        (Some(number), Some(country), Some(amount), None) => Ok(domain::Order {
            account,
            number,
            country,
            amount,
            description,
            lines,
            extras,
            paid_at: None,
        }),
        (_, _, _, failure) => Err(failure.unwrap_or_else(Failure::internal)),
    }
}

/// Where there are lines they add up to the order's amount.
fn read_lines(fields: &mut Fields<'_>, amount: Option<Money>) -> Vec<OrderLine> {
    let lines = fields.objects("lines", LINES_MAX).unwrap_or_default();
    let read = lines.into_iter().filter_map(|object| {
        let mut inside = Fields::inside("lines.", object);
        let line = read_line(&mut inside);
        fields.absorb(inside);
        line
    });
    let lines: Vec<OrderLine> = read.collect();
    let sum = lines
        .iter()
        .try_fold(0_i64, |sum, line| sum.checked_add(line.amount));
    if !lines.is_empty() && amount.is_some_and(|amount| sum != Some(amount.amount)) {
        fields.blame("lines", FieldCode::Mismatch);
    }
    lines
}

/// A line may be a reduction.
fn read_line(inside: &mut Fields<'_>) -> Option<OrderLine> {
    let label = inside.text("label", 200);
    let label = inside.required("label", label);
    let detail = inside.text("detail", 500);
    let amount = inside.minor_units("amount");
    Some(OrderLine {
        label: label?,
        detail,
        amount: amount?,
    })
}
