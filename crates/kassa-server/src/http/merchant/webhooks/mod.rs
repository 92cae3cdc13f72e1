//! Where a merchant hears of what happened, and what came of it.

mod request;
mod list_endpoints;
mod add_endpoint;
mod change_endpoint;
mod remove_endpoint;
mod rotate_secret;
mod ping_endpoint;
mod list_deliveries;
mod redeliver;
mod routes;

pub(super) use routes::routes;
