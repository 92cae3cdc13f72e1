//! The merchant's addresses.

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::{
    cancel_session, capture_payment, change_session, create_order, create_payment, create_session,
    invite, list_events, list_orders, list_payments, list_recipients, put_recipient,
    read_invitation, read_order, read_payment, read_recipient, read_refund, read_session,
    refund_payment, void_payment, webhooks,
};
use crate::http::HttpState;

/// The merchant's endpoints.
pub(in crate::http) fn routes() -> OpenApiRouter<HttpState> {
    OpenApiRouter::default()
        .routes(routes!(list_recipients::list_recipients))
        .routes(routes!(
            read_recipient::read_recipient,
            put_recipient::put_recipient
        ))
        .routes(routes!(
            list_orders::list_orders,
            create_order::create_order
        ))
        .routes(routes!(read_order::read_order))
        .routes(routes!(create_session::create_session))
        .routes(routes!(
            read_session::read_session,
            change_session::change_session
        ))
        .routes(routes!(cancel_session::cancel_session))
        .routes(routes!(create_payment::create_payment))
        .routes(routes!(invite::invite))
        .routes(routes!(read_invitation::read_invitation))
        .routes(routes!(list_payments::list_payments))
        .routes(routes!(read_payment::read_payment))
        .routes(routes!(capture_payment::capture_payment))
        .routes(routes!(void_payment::void_payment))
        .routes(routes!(refund_payment::refund_payment))
        .routes(routes!(read_refund::read_refund))
        .routes(routes!(list_events::list_events))
        .merge(webhooks::routes())
}
