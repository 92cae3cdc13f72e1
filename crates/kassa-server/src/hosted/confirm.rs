//! **Confirm** without scripts.

use axum::http::StatusCode;
use axum::response::Response;
use kassa_wire::SessionId;
use kassa_wire::page::Notice;

use super::answer::{Asked, Said, see};
use super::intent::Sent;
use super::post::refuse;
use crate::payments::{ConfirmPayer, ConfirmPayerError, ReadCheckoutError, confirm_payer};

/// Takes the form, or shows it again with everything that was typed. A form without a version is
/// as good as an old one.
pub(super) async fn confirm(asked: Asked<'_>, id: &SessionId, sent: Sent) -> Response {
    let request = ConfirmPayer {
        session: id.clone(),
        version: sent.version.unwrap_or(0),
        payer: sent.payer.clone(),
    };
    let entered = Some(sent.payer);
    match confirm_payer(&asked.hosted.kassa, request).await {
        Ok(_) | Err(ConfirmPayerError::Refused(_)) => see(&asked.wishes.page(id)),
        Err(ConfirmPayerError::Invalid(errors)) => {
            let said = Said {
                entered,
                errors,
                ..Said::default()
            };
            refuse(asked, id, StatusCode::UNPROCESSABLE_ENTITY, said).await
        }
        Err(ConfirmPayerError::Stale) => {
            let said = Said {
                entered,
                notice: Some(Notice::Stale),
                ..Said::default()
            };
            refuse(asked, id, StatusCode::CONFLICT, said).await
        }
        Err(ConfirmPayerError::NotFound) => asked.not_found().await,
        Err(ConfirmPayerError::Store(error)) => {
            asked.unread(&ReadCheckoutError::Store(error)).await
        }
    }
}
