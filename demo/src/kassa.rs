//! Asking Kassa, as a merchant's server does.

use std::fmt;
use std::sync::Arc;

use kassa_wire::merchant::{List, Order, Recipient, Session};
use kassa_wire::payer::PayerValues;
use kassa_wire::problem::Problem;
use reqwest::{Client, RequestBuilder};
use serde::de::DeserializeOwned;
use serde_json::json;

use crate::settings::Settings;

/// Where Kassa is, and the key to it.
#[derive(Clone)]
pub(crate) struct Kassa {
    client: Client,
    server: Arc<str>,
    api_key: Arc<str>,
}

impl fmt::Debug for Kassa {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Kassa")
            .field("server", &self.server)
            .finish_non_exhaustive()
    }
}

/// Why Kassa did not do it.
#[derive(Debug, thiserror::Error)]
pub(crate) enum KassaError {
    /// It said no, and why.
    #[error("{} ({})", .0.detail, .0.code.as_str())]
    Refused(Box<Problem>),
    /// It does not answer, or not in its words.
    #[error("Kassa does not answer")]
    Silent(#[from] reqwest::Error),
}

/// What a session is to be made of.
pub(crate) struct NewSession<'a> {
    pub(crate) recipient: &'a str,
    pub(crate) order: &'a str,
    pub(crate) payer: PayerValues,
    pub(crate) return_url: String,
}

impl Kassa {
    /// The Kassa of the settings.
    pub(crate) fn new(settings: Settings) -> Self {
        Self {
            client: Client::new(),
            server: settings.server.trim_end_matches('/').into(),
            api_key: settings.api_key.into(),
        }
    }

    /// Where payers' browsers reach it.
    pub(crate) fn server(&self) -> &str {
        &self.server
    }

    /// Everybody who can be paid.
    pub(crate) async fn recipients(&self) -> Result<Vec<Recipient>, KassaError> {
        let list: List<Recipient> = self.ask(self.get("/api/recipients", &[])).await?;
        Ok(list.data)
    }

    /// The orders that a recipient can take, or all.
    pub(crate) async fn orders(&self, recipient: Option<&str>) -> Result<Vec<Order>, KassaError> {
        let query: Vec<_> = recipient.map(|id| ("recipient", id)).into_iter().collect();
        let list: List<Order> = self.ask(self.get("/api/orders", &query)).await?;
        Ok(list.data)
    }

    /// A checkout for an order.
    pub(crate) async fn open_session(&self, new: NewSession<'_>) -> Result<Session, KassaError> {
        let body = json!({
            "recipient": new.recipient,
            "order": new.order,
            "payer": new.payer,
            "return_url": new.return_url,
        });
        self.ask(
            self.client
                .post(format!("{}/api/sessions", self.server))
                .json(&body),
        )
        .await
    }

    fn get(&self, path: &str, query: &[(&str, &str)]) -> RequestBuilder {
        let query = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(query)
            .finish();
        self.client.get(format!("{}{path}?{query}", self.server))
    }

    async fn ask<T: DeserializeOwned>(&self, request: RequestBuilder) -> Result<T, KassaError> {
        let answer = request.bearer_auth(&self.api_key).send().await?;
        if answer.status().is_success() {
            Ok(answer.json().await?)
        } else {
            Err(KassaError::Refused(Box::new(answer.json().await?)))
        }
    }
}
