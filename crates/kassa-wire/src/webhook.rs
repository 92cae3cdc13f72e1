//! What the merchant's server sends and hears about webhooks. Times are RFC 3339 UTC.

use std::fmt;

use serde::{Deserialize, Serialize};

/// `GET /api/webhooks/endpoints` answers a list of these.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WebhookEndpoint {
    /// `we_` and letters or digits.
    pub id: String,
    /// Where it is. Missing at the one endpoint that stands for the addresses that sessions name
    /// as their `callback_url`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Which events it hears of; empty where it hears of all.
    pub event_types: Vec<String>,
    /// Whether anything is sent there.
    pub state: WebhookEndpointState,
    /// Since when nothing is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disabled_at: Option<String>,
    /// When it was added.
    pub created_at: String,
    /// What signs from now on. Shown once: when the endpoint is added and when its secret is
    /// rotated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secret: Option<ShownSecret>,
}

/// Whether anything is sent to an endpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum WebhookEndpointState {
    /// What happens from now on is.
    Enabled,
    /// Nothing is, and what waited was parked.
    Disabled,
}

/// A secret on its way to the merchant that drew it. It prints stars.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct ShownSecret(pub String);

impl fmt::Debug for ShownSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

/// `POST /api/webhooks/endpoints`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PostWebhookEndpoint {
    /// Where it is: https, on the public internet, unless the server's operator allows more.
    #[cfg_attr(
        feature = "openapi",
        schema(max_length = 2048, example = "https://shop.example/hooks")
    )]
    pub url: String,
    /// Which events it hears of; all where nothing is named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub event_types: Vec<String>,
}

/// `PATCH /api/webhooks/endpoints/{id}`. What is not said stays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PatchWebhookEndpoint {
    /// Where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_length = 2048))]
    pub url: Option<String>,
    /// Which events it hears of; all where nothing is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event_types: Option<Vec<String>>,
    /// Whether anything is sent there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<WebhookEndpointState>,
}

/// `POST /api/webhooks/endpoints/{id}/ping` answers what came of the test event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WebhookPing {
    /// What the endpoint answered, if it did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// Why it was not taken; missing where it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
}

/// `GET /api/webhooks/deliveries` answers a page of these, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WebhookDelivery {
    /// `del_` and letters or digits.
    pub id: String,
    /// To which endpoint.
    pub endpoint: String,
    /// Which event: the `webhook-id` that the endpoint gets.
    pub event: String,
    /// What happened.
    pub event_type: String,
    /// In which session.
    pub session: crate::id::SessionId,
    /// How far it is.
    pub state: WebhookDeliveryState,
    /// How often it was tried since it was last put into the outbox.
    pub attempts: u32,
    /// When it is tried next, while it is pending.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_at: Option<String>,
    /// The status that the endpoint last answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_status: Option<u16>,
    /// Why the last try failed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_error: Option<String>,
    /// Since when it is in the outbox.
    pub created_at: String,
    /// When it was last tried or put back.
    pub updated_at: String,
}

/// How far a delivery is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum WebhookDeliveryState {
    /// It is tried until it is delivered or its three days are over.
    Pending,
    /// The endpoint answered 2xx.
    Delivered,
    /// It is not tried any more, unless by hand.
    Parked,
}

/// A page of deliveries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WebhookDeliveries {
    /// This page.
    pub data: Vec<WebhookDelivery>,
    /// What to send as `cursor` for the next page, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
}
