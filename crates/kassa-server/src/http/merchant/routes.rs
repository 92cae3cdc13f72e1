//! The merchant's addresses.

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::{create_session, list_orders, list_recipients, read_payment, read_session};
use crate::http::HttpState;

/// The merchant's endpoints.
pub(in crate::http) fn routes() -> OpenApiRouter<HttpState> {
    OpenApiRouter::default()
        .routes(routes!(list_recipients::list_recipients))
        .routes(routes!(list_orders::list_orders))
        .routes(routes!(create_session::create_session))
        .routes(routes!(read_session::read_session))
        .routes(routes!(read_payment::read_payment))
}
