//! `POST /processors/stripe/webhook`: Stripe says that something moved.

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use tokio::sync::mpsc::UnboundedSender;

use super::Stripe;
use crate::processor::{Notice, Processor, WebhookRefusal};

/// Where Stripe's webhooks come to.
pub const WEBHOOK: &str = "/processors/stripe/webhook";

/// Stripe's events are smaller.
const BODY_MAX: usize = 256 * 1024;

#[derive(Clone)]
struct Heard {
    stripe: Stripe,
    notices: UnboundedSender<Notice>,
}

/// Stripe's address, to be merged into the server's. What it tells goes to whoever looks up what
/// moved; that nobody listens is no harm, since what is in flight is looked up in any case.
pub fn routes(stripe: Stripe, notices: UnboundedSender<Notice>) -> Router {
    Router::new()
        .route(WEBHOOK, post(hear))
        .layer(DefaultBodyLimit::max(BODY_MAX))
        .with_state(Heard { stripe, notices })
}

/// Stripe reads the status alone: it sends again what is not answered with a success.
async fn hear(State(heard): State<Heard>, headers: HeaderMap, body: Bytes) -> StatusCode {
    match heard.stripe.verify_webhook(&headers, &body) {
        Ok(notices) => {
            for notice in notices {
                if heard.notices.send(notice).is_err() {
                    return StatusCode::SERVICE_UNAVAILABLE;
                }
            }
            StatusCode::NO_CONTENT
        }
        Err(refusal @ (WebhookRefusal::Unproven | WebhookRefusal::NotTaken)) => {
            tracing::warn!(%refusal, "a webhook for Stripe's address is not believed");
            StatusCode::UNAUTHORIZED
        }
        Err(refusal @ WebhookRefusal::Unreadable) => {
            tracing::error!(%refusal, "a webhook of Stripe's was not understood");
            StatusCode::BAD_REQUEST
        }
    }
}
