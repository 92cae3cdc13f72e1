//! What is asked for, and the page that answers.

use std::collections::BTreeMap;

use axum::extract::{Form, Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use kassa_wire::merchant::{Order, Recipient};
use maud::Markup;
use serde::Deserialize;

use crate::kassa::{Kassa, KassaError, NewSession};
use crate::{pages, prefill};

type Asked = Query<BTreeMap<String, String>>;

/// What an order's page sends.
#[derive(Deserialize)]
pub(crate) struct Pay {
    recipient: String,
    order: String,
    way: Way,
}

/// How the checkout is to be shown.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Way {
    Hosted,
    Script,
    Overlay,
    Popup,
    Frame,
}

pub(crate) async fn index(State(kassa): State<Kassa>) -> Response {
    match stock(&kassa).await {
        Ok((shelves, left_over)) => page(pages::index(&shelves, &left_over)),
        Err(error) => trouble(&error),
    }
}

/// Every recipient with its orders, and the orders that belong to none.
async fn stock(kassa: &Kassa) -> Result<(Vec<pages::Shelf>, Vec<Order>), KassaError> {
    let shelves = shelves(kassa).await?;
    let mut left_over = kassa.orders(None).await?;
    left_over.retain(|order| !shelves.iter().any(|shelf| shelf.orders.contains(order)));
    Ok((shelves, left_over))
}

async fn shelves(kassa: &Kassa) -> Result<Vec<pages::Shelf>, KassaError> {
    let mut shelves = Vec::new();
    for recipient in kassa.recipients().await? {
        let orders = kassa.orders(Some(recipient.id.as_str())).await?;
        shelves.push(pages::Shelf { recipient, orders });
    }
    Ok(shelves)
}

pub(crate) async fn order(
    State(kassa): State<Kassa>,
    Path((recipient, number)): Path<(String, String)>,
) -> Response {
    match find(&kassa, &recipient, &number).await {
        Ok(Some((recipient, order))) => page(pages::order(&recipient, &order)),
        Ok(None) => not_found().await,
        Err(error) => trouble(&error),
    }
}

async fn find(
    kassa: &Kassa,
    recipient: &str,
    number: &str,
) -> Result<Option<(Recipient, Order)>, KassaError> {
    let known = kassa
        .recipients()
        .await?
        .into_iter()
        .find(|it| it.id.as_str() == recipient);
    let order = kassa
        .orders(None)
        .await?
        .into_iter()
        .find(|it| it.number.as_str() == number);
    Ok(known.zip(order))
}

pub(crate) async fn pay(
    State(kassa): State<Kassa>,
    headers: HeaderMap,
    Form(pay): Form<Pay>,
) -> Response {
    match begin(&kassa, &headers, &pay).await {
        Ok(Some(address)) => Redirect::to(&address).into_response(),
        Ok(None) => not_found().await,
        Err(error) => trouble(&error),
    }
}

/// Makes a session and answers where it is shown.
async fn begin(
    kassa: &Kassa,
    headers: &HeaderMap,
    pay: &Pay,
) -> Result<Option<String>, KassaError> {
    let Some((recipient, _)) = find(kassa, &pay.recipient, &pay.order).await? else {
        return Ok(None);
    };
    let new = NewSession {
        recipient: &pay.recipient,
        order: &pay.order,
        payer: prefill::customer(&recipient, &pay.order),
        return_url: return_url(headers, &pay.order),
    };
    let session = kassa.open_session(new).await?;
    let id = session.id.as_str();
    Ok(Some(match pay.way {
        Way::Hosted => session.url,
        Way::Script => format!("/script?session={id}"),
        Way::Overlay => format!("/overlay?session={id}"),
        Way::Popup => format!("/popup?session={id}"),
        Way::Frame => format!("/frame?session={id}"),
    }))
}

/// Where this shop is, as the customer's browser called it.
pub(crate) fn return_url(headers: &HeaderMap, order: &str) -> String {
    let host = headers
        .get(header::HOST)
        .and_then(|host| host.to_str().ok());
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("order", order)
        .finish();
    format!("http://{}/thanks?{query}", host.unwrap_or("localhost"))
}

pub(crate) async fn script(State(kassa): State<Kassa>, Query(query): Asked) -> Response {
    page(pages::script(kassa.server(), &session(&query)))
}

pub(crate) async fn overlay(State(kassa): State<Kassa>, Query(query): Asked) -> Response {
    page(pages::overlay(kassa.server(), &session(&query)))
}

pub(crate) async fn popup(State(kassa): State<Kassa>, Query(query): Asked) -> Response {
    page(pages::popup(kassa.server(), &session(&query)))
}

pub(crate) async fn frame(State(kassa): State<Kassa>, Query(query): Asked) -> Response {
    page(pages::frame(kassa.server(), &session(&query)))
}

/// The session that is asked for; only what can stand in an address.
pub(crate) fn session(query: &BTreeMap<String, String>) -> String {
    let text = query.get("session").map_or("", String::as_str);
    text.chars()
        .filter(|c| c.is_ascii_alphanumeric() || *c == '_')
        .take(64)
        .collect()
}

/// Whether an order is paid the shop asks Kassa: what a browser says is no proof.
pub(crate) async fn thanks(State(kassa): State<Kassa>, Query(query): Asked) -> Response {
    let number = query.get("order").map_or("", String::as_str);
    let orders = kassa.orders(None).await;
    match orders.map(|all| {
        all.into_iter()
            .find(|order| order.number.as_str() == number)
    }) {
        Ok(Some(order)) => page(pages::thanks(&order)),
        Ok(None) => not_found().await,
        Err(error) => trouble(&error),
    }
}

pub(crate) async fn style() -> Response {
    let kind = [(header::CONTENT_TYPE, "text/css; charset=utf-8")];
    (kind, include_str!("../static/shop.css")).into_response()
}

pub(crate) async fn program() -> Response {
    let kind = [(header::CONTENT_TYPE, "text/javascript; charset=utf-8")];
    (kind, include_str!("../static/shop.js")).into_response()
}

pub(crate) async fn not_found() -> Response {
    let words = "We have no such page.";
    (
        StatusCode::NOT_FOUND,
        page(pages::sorry("Nothing here", words)),
    )
        .into_response()
}

pub(crate) fn trouble(error: &KassaError) -> Response {
    let words = error.to_string();
    (
        StatusCode::BAD_GATEWAY,
        page(pages::sorry("This cannot be paid now", &words)),
    )
        .into_response()
}

pub(crate) fn page(markup: Markup) -> Response {
    Html(markup.into_string()).into_response()
}
