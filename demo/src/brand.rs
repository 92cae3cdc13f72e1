//! Trying colours: a checkout that looks as its own address says.

use std::collections::BTreeMap;

use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};

use crate::kassa::{Kassa, KassaError};
use crate::pages::{self, Tried};
use crate::{handlers, prefill};

/// A checkout in the colours that are asked for; a fresh one where none is named.
pub(crate) async fn show(
    State(kassa): State<Kassa>,
    headers: HeaderMap,
    Query(query): Query<BTreeMap<String, String>>,
) -> Response {
    if query.contains_key("session") {
        let session = handlers::session(&query);
        return handlers::page(pages::brand(kassa.server(), &session, &tried(&query)));
    }
    match fresh_session(&kassa, &headers).await {
        Ok(Some(id)) => Redirect::to(&format!("/brand?session={id}")).into_response(),
        Ok(None) => handlers::not_found().await,
        Err(error) => handlers::trouble(&error),
    }
}

fn tried(query: &BTreeMap<String, String>) -> Tried {
    let or = |name: &str, usual: &str| query.get(name).map_or(usual, String::as_str).to_owned();
    Tried {
        accent: or("accent", "#7a2e8c"),
        radius: or("radius", "8"),
        mode: or("mode", "auto"),
    }
}

/// A checkout of the first order that can be paid.
async fn fresh_session(kassa: &Kassa, headers: &HeaderMap) -> Result<Option<String>, KassaError> {
    for recipient in kassa.recipients().await? {
        let orders = kassa.orders(Some(recipient.id.as_str())).await?;
        if let Some(order) = orders.into_iter().find(|order| !order.paid) {
            let number = order.number.as_str();
            let new = crate::kassa::NewSession {
                recipient: recipient.id.as_str(),
                order: number,
                payer: prefill::customer(&recipient, number),
                return_url: handlers::return_url(headers, number),
            };
            let session = kassa.open_session(new).await?;
            return Ok(Some(session.id.as_str().to_owned()));
        }
    }
    Ok(None)
}
