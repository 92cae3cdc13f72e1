//! The payer's addresses.

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::{
    ask_for_link, cancel, catalogue, confirm_payer, events, lock, pay, put_discounts, put_shipping,
    read_checkout, read_fields,
};
use crate::http::HttpState;

/// The payer's endpoints.
pub(in crate::http) fn routes() -> OpenApiRouter<HttpState> {
    OpenApiRouter::default()
        .routes(routes!(read_checkout::read_checkout))
        .routes(routes!(read_fields::read_fields))
        .routes(routes!(confirm_payer::confirm_payer))
        .routes(routes!(pay::pay))
        .routes(routes!(cancel::cancel))
        .routes(routes!(put_shipping::put_shipping))
        .routes(routes!(put_discounts::put_discounts))
        .routes(routes!(lock::lock))
        .routes(routes!(ask_for_link::ask_for_link))
        .routes(routes!(events::events))
        .routes(routes!(catalogue::catalogue))
}
