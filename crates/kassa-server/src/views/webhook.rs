//! Webhook endpoints and deliveries, as their merchant reads them.

use kassa_wire::webhook::{
    ShownSecret, WebhookDelivery, WebhookDeliveryState, WebhookEndpoint, WebhookEndpointState,
};

use crate::domain::{Delivery, DeliveryState, Endpoint, EndpointTarget, WebhookSecret};

/// An endpoint, without its secret.
#[must_use]
pub fn webhook_endpoint(endpoint: &Endpoint) -> WebhookEndpoint {
    let kinds = endpoint.kinds.iter();
    WebhookEndpoint {
        id: endpoint.id.0.clone(),
        url: match &endpoint.target {
            EndpointTarget::Url(url) => Some(url.clone()),
            EndpointTarget::SessionCallbacks => None,
        },
        event_types: kinds.map(|kind| kind.as_str().to_owned()).collect(),
        state: match endpoint.disabled_at {
            None => WebhookEndpointState::Enabled,
            Some(_) => WebhookEndpointState::Disabled,
        },
        disabled_at: endpoint.disabled_at.map(|at| at.to_string()),
        created_at: endpoint.created_at.to_string(),
        secret: None,
    }
}

/// An endpoint with the secret that was drawn for it just now.
#[must_use]
pub fn webhook_endpoint_with_secret(
    endpoint: &Endpoint,
    secret: &WebhookSecret,
) -> WebhookEndpoint {
    WebhookEndpoint {
        secret: Some(ShownSecret(secret.reveal())),
        ..webhook_endpoint(endpoint)
    }
}

/// A delivery.
#[must_use]
pub fn webhook_delivery(delivery: &Delivery) -> WebhookDelivery {
    let pending = delivery.state == DeliveryState::Pending;
    let error = delivery.last_error.map(|error| error.as_str().to_owned());
    WebhookDelivery {
        id: delivery.id.0.clone(),
        endpoint: delivery.endpoint.0.clone(),
        event: delivery.event.0.clone(),
        event_type: delivery.kind.as_str().to_owned(),
        session: delivery.session.clone(),
        state: match delivery.state {
            DeliveryState::Pending => WebhookDeliveryState::Pending,
            DeliveryState::Delivered => WebhookDeliveryState::Delivered,
            DeliveryState::Parked => WebhookDeliveryState::Parked,
        },
        attempts: delivery.attempts,
        next_at: pending.then(|| delivery.next_at.to_string()),
        last_status: delivery.last_status,
        last_error: error,
        created_at: delivery.created_at.to_string(),
        updated_at: delivery.updated_at.to_string(),
    }
}
