//! A way to send it, or a code, chosen without scripts.

use axum::http::StatusCode;
use axum::response::Response;
use kassa_wire::SessionId;
use kassa_wire::page::Notice;

use super::answer::{Asked, Said, see};
use super::intent::{Intent, Sent};
use super::post::refuse;
use crate::payments::{self, Choice, Choose, ChooseError, ReadCheckoutError, read_checkout};

/// Takes what was chosen, and shows the new total. A form without a version is as good as an old
/// one.
pub(super) async fn choose(asked: Asked<'_>, id: &SessionId, sent: Sent) -> Response {
    let typed = sent.payer.get("code").cloned().unwrap_or_default();
    let choice = match sent.intent {
        Some(Intent::Discount) => codes(asked, id, |codes| codes.push(typed.clone())).await,
        Some(Intent::DiscountRemove) => {
            codes(asked, id, |codes| codes.retain(|code| *code != typed)).await
        }
        _ => Ok(Choice::Shipping(
            sent.payer.get("option").cloned().unwrap_or_default(),
        )),
    };
    let choice = match choice {
        Ok(choice) => choice,
        Err(error) => return asked.unread(&error).await,
    };
    let request = Choose {
        session: id.clone(),
        version: sent.version.unwrap_or(0),
        choice,
    };
    match payments::choose(&asked.hosted.kassa, request).await {
        Ok(_) | Err(ChooseError::Refused(_)) => see(&asked.wishes.page(id)),
        Err(error) => failed(asked, id, typed, error).await,
    }
}

/// All codes that are to count: those of the session, changed.
async fn codes(
    asked: Asked<'_>,
    id: &SessionId,
    change: impl FnOnce(&mut Vec<String>),
) -> Result<Choice, ReadCheckoutError> {
    let checkout = read_checkout(&asked.hosted.kassa, id).await?;
    let mut codes = checkout.session.chosen.discounts;
    change(&mut codes);
    Ok(Choice::Discounts(codes))
}

async fn failed(asked: Asked<'_>, id: &SessionId, typed: String, error: ChooseError) -> Response {
    let (status, said) = match error {
        ChooseError::NotFound => return asked.not_found().await,
        ChooseError::Store(error) => return asked.unread(&ReadCheckoutError::Store(error)).await,
        ChooseError::Refused(_) | ChooseError::Stale => (
            StatusCode::CONFLICT,
            Said {
                notice: Some(Notice::Stale),
                ..Said::default()
            },
        ),
        ChooseError::Choice(_) => (
            StatusCode::UNPROCESSABLE_ENTITY,
            Said {
                code: Some(typed),
                ..Said::default()
            },
        ),
    };
    refuse(asked, id, status, said).await
}
