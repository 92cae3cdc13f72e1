//! Another language, or the fields of another country, without scripts.

use axum::http::StatusCode;
use axum::response::Response;
use kassa_wire::SessionId;
use kassa_wire::page::Notice;

use super::answer::{Asked, Said};
use super::intent::Sent;
use crate::payments::read_checkout;

/// The page in the address's language, with what was typed and chosen so far, and with the fields of
/// the country among it. Nothing is checked
/// and nothing is kept: the payer is not done yet.
pub(super) async fn language(asked: Asked<'_>, id: &SessionId, sent: Sent) -> Response {
    let checkout = match read_checkout(&asked.hosted.kassa, id).await {
        Ok(checkout) => checkout,
        Err(error) => return asked.unread(&error).await,
    };
    let typed = !sent.payer.is_empty();
    // The new page carries the new version, so what changed meanwhile has to be said now.
    let is_stale = typed && sent.version != Some(checkout.session.version);
    let said = Said {
        entered: typed.then_some(sent.payer),
        method: sent.method,
        notice: is_stale.then_some(Notice::Stale),
        ..Said::default()
    };
    asked.session(StatusCode::OK, &checkout, said).await
}
