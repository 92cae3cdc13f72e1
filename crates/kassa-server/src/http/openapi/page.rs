//! `GET /api/docs`

use axum::http::header;
use axum::response::{Html, IntoResponse, Response};
use maud::{DOCTYPE, html};

/// Everything comes from here, and nobody may frame it. React writes some styles into attributes.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; \
    img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; \
    frame-ancestors 'none'";

/// A page to read the document and to try the endpoints.
pub(super) async fn page() -> Response {
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { "Kassa's API" }
                link rel="icon" href="/api/docs/favicon-32x32.png";
                link rel="stylesheet" href="/api/docs/swagger-ui.css";
            }
            body {
                div id="api" {}
                noscript { "This page needs scripts. The document itself: /api/openapi.json" }
                script src="/api/docs/swagger-ui-bundle.js" {}
                script src="/api/docs/start.js" {}
            }
        }
    };
    (
        [(header::CONTENT_SECURITY_POLICY, POLICY)],
        Html(page.into_string()),
    )
        .into_response()
}
