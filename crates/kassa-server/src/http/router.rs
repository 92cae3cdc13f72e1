//! All addresses, and what is around them.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::get;
use kassa_wire::problem::ProblemCode;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use utoipa_axum::router::OpenApiRouter;

use super::{Failure, HttpState, assets, health, limits, logo, merchant, observe, openapi, payer};

/// Nothing that anybody sends is larger.
const BODY_MAX: usize = 64 * 1024;

/// All addresses. The guests are routers with a state of their own: the payer's pages, and the
/// embedded processor's.
pub fn router(state: HttpState, guests: Vec<Router>) -> Router {
    let described = OpenApiRouter::with_openapi(openapi::describe())
        .merge(merchant::routes())
        .merge(payer::routes());
    let (api, document) = described.split_for_parts();
    let own = api
        .merge(openapi::routes(document))
        .merge(assets::routes())
        .route(logo::ROUTE, get(logo::logo))
        .route("/healthz", get(health::health))
        .route("/readyz", get(health::ready))
        .with_state(state.clone());
    let all = guests.into_iter().fold(own, Router::merge);
    all.fallback(not_found)
        .method_not_allowed_fallback(method_not_allowed)
        .layer(from_fn_with_state(state.clone(), limits::limit_payers))
        .layer(DefaultBodyLimit::max(BODY_MAX))
        .layer(CatchPanicLayer::custom(observe::caught))
        .layer(from_fn(observe::write_failures))
        .layer(from_fn(observe::guard_answers))
        .layer(from_fn(observe::log_request))
        .layer(from_fn_with_state(state, observe::name_request))
        .layer(CompressionLayer::new())
}

async fn not_found() -> Failure {
    Failure::new(ProblemCode::NotFound, "There is no such address.")
}

async fn method_not_allowed() -> Failure {
    Failure::new(
        ProblemCode::MethodNotAllowed,
        "The header Allow names what is taken here.",
    )
}
