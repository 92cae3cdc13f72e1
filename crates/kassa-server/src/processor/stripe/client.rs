//! Asking Stripe, and what is certain of its answers.

use std::time::Duration;

use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use reqwest::redirect::Policy;
use reqwest::{Client, RequestBuilder};
use serde::de::DeserializeOwned;

use super::refusal::{Refusal, refusal};
use crate::processor::NoAnswer;
use crate::secret::Secret;

/// The version of Stripe's API that all of this is written for, whatever the account's own is.
const VERSION: &str = "2024-06-20";

/// What we are called.
const USER_AGENT: &str = concat!("Kassa/", env!("CARGO_PKG_VERSION"));

/// Stripe cannot be asked from this machine at all.
#[derive(Debug, thiserror::Error)]
pub enum ClientError {
    /// The secret key cannot stand in a header.
    #[error("the secret key is not one of Stripe's")]
    Key,
    /// There are no root certificates.
    #[error("Stripe cannot be asked: the system's root certificates cannot be read")]
    Certificates(#[source] reqwest::Error),
}

/// Asks Stripe.
#[derive(Clone, Debug)]
pub(super) struct StripeClient {
    client: Client,
    base_url: String,
}

/// What Stripe said for certain.
#[derive(Debug)]
pub(super) enum Said<T> {
    /// It did it, or it knows it.
    Done(T),
    /// It did not do it.
    Refused(Refusal),
}

/// The fields of a form, or of an address's query.
pub(super) type Form = Vec<(&'static str, String)>;

impl StripeClient {
    /// Each request takes no longer than the time limit, and follows no redirect: the key would
    /// go along.
    pub(super) fn new(
        base_url: String,
        key: &Secret,
        time_limit: Duration,
    ) -> Result<Self, ClientError> {
        let mut bearer = HeaderValue::try_from(format!("Bearer {}", key.expose()))
            .map_err(|_| ClientError::Key)?;
        bearer.set_sensitive(true);
        let version = HeaderName::from_static("stripe-version");
        let headers = HeaderMap::from_iter([
            (reqwest::header::AUTHORIZATION, bearer),
            (version, HeaderValue::from_static(VERSION)),
        ]);
        let client = Client::builder()
            .default_headers(headers)
            .redirect(Policy::none())
            .referer(false)
            .user_agent(USER_AGENT)
            .timeout(time_limit)
            .build()
            .map_err(ClientError::Certificates)?;
        Ok(Self { client, base_url })
    }

    /// Has something done once per key.
    pub(super) async fn post<T: DeserializeOwned>(
        &self,
        path: &str,
        idempotency_key: &str,
        form: &Form,
    ) -> Result<Said<T>, NoAnswer> {
        let request = self.client.post(format!("{}{path}", self.base_url));
        let request = request.header("idempotency-key", idempotency_key);
        ask(request.form(form)).await
    }

    /// Reads something.
    pub(super) async fn get<T: DeserializeOwned>(
        &self,
        path: &str,
        query: &Form,
    ) -> Result<Said<T>, NoAnswer> {
        let mut address = format!("{}{path}?", self.base_url);
        form_urlencoded::Serializer::for_suffix(&mut address, 0).extend_pairs(query);
        ask(self.client.get(address)).await
    }
}

async fn ask<T: DeserializeOwned>(request: RequestBuilder) -> Result<Said<T>, NoAnswer> {
    let response = request.send().await.map_err(|error| unheard(&error))?;
    let status = response.status().as_u16();
    let body = response.bytes().await.map_err(|error| unheard(&error))?;
    if (200..300).contains(&status) {
        let read = serde_json::from_slice(&body);
        // The reason would repeat what was said.
        return read.map(Said::Done).map_err(|_| unreadable(status));
    }
    refusal(status, &body).map(Said::Refused)
}

/// The address holds names of Stripe's, and the reason may hold the address.
fn unheard(error: &reqwest::Error) -> NoAnswer {
    let (timed_out, connecting) = (error.is_timeout(), error.is_connect());
    tracing::warn!(timed_out, connecting, "Stripe did not answer");
    NoAnswer
}

fn unreadable(status: u16) -> NoAnswer {
    tracing::error!(http.status = status, "Stripe's answer cannot be read");
    NoAnswer
}
