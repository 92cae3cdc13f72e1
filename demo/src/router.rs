//! The shop's addresses.

use axum::Router;
use axum::http::{HeaderValue, header};
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use axum::{extract, middleware, response};

use crate::kassa::Kassa;
use crate::{brand, handlers};

/// All of them. `/script`, `/overlay`, `/popup` and `/frame` show any session of this Kassa's, by
/// `?session=`; the orders' pages make one and lead there.
pub(crate) fn router(kassa: Kassa) -> Router {
    Router::new()
        .route("/", get(handlers::index))
        .route("/orders/{recipient}/{number}", get(handlers::order))
        .route("/pay", post(handlers::pay))
        .route("/script", get(handlers::script))
        .route("/overlay", get(handlers::overlay))
        .route("/popup", get(handlers::popup))
        .route("/frame", get(handlers::frame))
        .route("/iframe", get(handlers::frame))
        .route("/brand", get(brand::show))
        .route("/thanks", get(handlers::thanks))
        .route("/shop.css", get(handlers::style))
        .route("/shop.js", get(handlers::program))
        .fallback(handlers::not_found)
        .layer(from_fn_with_state(kassa.clone(), guard))
        .with_state(kassa)
}

/// A merchant with a policy: scripts of its own and of Kassa's, frames of Kassa's, nothing else.
async fn guard(
    extract::State(kassa): extract::State<Kassa>,
    request: extract::Request,
    next: middleware::Next,
) -> response::Response {
    let mut response = next.run(request).await;
    let server = kassa.server();
    let policy = format!(
        "script-src 'self' {server}; frame-src {server}; object-src 'none'; base-uri 'none'"
    );
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        response
            .headers_mut()
            .insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

#[cfg(test)]
mod tests {
    use axum::body::{Body, to_bytes};
    use axum::http::Request;
    use clap::Parser;
    use tower::ServiceExt;

    use super::*;
    use crate::settings::Settings;

    async fn get(path: &str) -> String {
        let server = ["shop", "--server", "http://127.0.0.1:9/"];
        let shop = router(Kassa::new(Settings::parse_from(server)));
        let request = Request::get(path).body(Body::empty()).unwrap();
        let answer = shop.oneshot(request).await.unwrap();
        let body = to_bytes(answer.into_body(), 1 << 20).await.unwrap();
        String::from_utf8(body.to_vec()).unwrap()
    }

    #[tokio::test]
    async fn a_session_is_shown_by_script_tag_with_a_plain_link_for_those_without_scripts() {
        let page = get("/script?session=cs_1").await;
        assert!(page.contains(
            "<kassa-checkout session=\"cs_1\"><a href=\"http://127.0.0.1:9/v1/view/cs_1/\">"
        ));
        assert!(page.contains("src=\"http://127.0.0.1:9/kassa.js\""));
    }

    #[tokio::test]
    async fn a_bare_frame_comes_without_any_script() {
        let page = get("/frame?session=cs_1").await;
        assert!(page.contains("src=\"http://127.0.0.1:9/v1/view/cs_1/?ui=inline\""));
        assert!(!page.contains("<script"));
    }

    #[tokio::test]
    async fn nothing_but_an_id_gets_into_a_page() {
        let page = get("/script?session=%22%3E%3Cscript%3Ealert(1)").await;
        assert!(page.contains("session=\"scriptalert1\""));
    }

    #[tokio::test]
    async fn a_shop_whose_kassa_does_not_answer_says_so() {
        assert!(get("/").await.contains("Kassa does not answer"));
    }
}
