//! What the document says beside the endpoints.

use kassa_wire::AttemptKey;
use kassa_wire::page::{Theme, Ui};
use kassa_wire::problem::Problem;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{OpenApi as Document, Server};
use utoipa::{Modify, OpenApi};

/// What the document says beside the endpoints.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Kassa",
        description = "A checkout that a merchant hosts. JSON in `snake_case`; times are RFC 3339 \
                       UTC; amounts are integers of minor units with their currency. A refusal is \
                       `application/problem+json` with a stable `code`, which `docs/errors.md` lists.",
    ),
    components(schemas(AttemptKey, Problem, Ui, Theme)),
    modifiers(&ApiKey),
    tags(
        (name = "Recipients", description = "Who receives the money."),
        (name = "Orders", description = "What is to be paid."),
        (name = "Sessions", description = "One checkout: a recipient, an order, and a payer's link."),
        (name = "Payments", description = "What was paid, and what can be done with it."),
        (name = "Events", description = "What happened, in its order."),
        (name = "Webhooks", description = "Where a merchant's server hears of it, and what came of it: `docs/webhooks.md`."),
        (name = "Checkout", description = "The payer's side. It takes no key: the session's id is the capability."),
    )
)]
struct Api;

struct ApiKey;

impl Modify for ApiKey {
    fn modify(&self, document: &mut Document) {
        let bearer = HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .bearer_format("sk_ and 32 letters or digits")
            .description(Some(
                "One of the account's API keys. A merchant's server keeps it; a browser never sees it.",
            ));
        if let Some(components) = &mut document.components {
            components.add_security_scheme("api_key", SecurityScheme::Http(bearer.build()));
        }
    }
}

/// The document before any endpoint is in it. Requests go where the document was read.
pub(in crate::http) fn describe() -> Document {
    let mut document = Api::openapi();
    document.servers = Some(vec![Server::new("/")]);
    document
}
