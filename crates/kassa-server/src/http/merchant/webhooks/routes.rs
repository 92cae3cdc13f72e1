//! The addresses of webhooks.

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::{
    add_endpoint, change_endpoint, list_deliveries, list_endpoints, ping_endpoint, redeliver,
    remove_endpoint, rotate_secret,
};
use crate::http::HttpState;

/// The endpoints about endpoints, and about deliveries.
pub(in crate::http::merchant) fn routes() -> OpenApiRouter<HttpState> {
    OpenApiRouter::default()
        .routes(routes!(list_endpoints::list, add_endpoint::add))
        .routes(routes!(change_endpoint::change, remove_endpoint::remove))
        .routes(routes!(rotate_secret::rotate))
        .routes(routes!(ping_endpoint::ping))
        .routes(routes!(list_deliveries::list))
        .routes(routes!(redeliver::again))
}
