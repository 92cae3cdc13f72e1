//! **Pay** without scripts: by bank transfer or wallet. A card's number would have to come here,
//! and must not.

use axum::http::StatusCode;
use axum::response::Response;
use kassa_wire::page::{Notice, Ui};
use kassa_wire::state::MethodKind;
use kassa_wire::view::ActionKind;
use kassa_wire::{AttemptKey, SessionId};

use super::answer::{Asked, Said, see};
use super::intent::Sent;
use super::post::refuse;
use crate::domain::{AttemptState, Checkout};
use crate::payments::{self, Pay, PayError, PayWith, ReadCheckoutError};

/// Pays under the form's own key: a second press, or a reload, is the first one again.
pub(super) async fn pay(asked: Asked<'_>, id: &SessionId, sent: &Sent) -> Response {
    let method = match sent.method {
        Some(MethodKind::BankTransfer) => PayWith::BankTransfer,
        Some(MethodKind::Wallet) => PayWith::Wallet,
        Some(MethodKind::Card) => return say(asked, id, sent, Notice::CardNeedsScripts).await,
        None => return say(asked, id, sent, Notice::ChooseMethod).await,
    };
    let Ok(key) = sent.attempt_key.parse::<AttemptKey>() else {
        return say(asked, id, sent, Notice::ChooseMethod).await;
    };
    let request = Pay {
        session: id.clone(),
        key,
        method,
    };
    match payments::pay(&asked.hosted.kassa, request).await {
        Ok(checkout) => see(&next(asked, &checkout)),
        Err(error) => failed(asked, id, sent, error).await,
    }
}

async fn failed(asked: Asked<'_>, id: &SessionId, sent: &Sent, error: PayError) -> Response {
    match error {
        PayError::NotFound => asked.not_found().await,
        PayError::MethodNotOffered | PayError::InvalidToken => {
            say(asked, id, sent, Notice::ChooseMethod).await
        }
        PayError::KeyReused => say(asked, id, sent, Notice::Stale).await,
        PayError::OrderPaid => say(asked, id, sent, Notice::AlreadyPaid).await,
        PayError::OrderBusy => say(asked, id, sent, Notice::InProgress).await,
        PayError::Refused(_) | PayError::Interrupted => see(&asked.wishes.page(id)),
        PayError::Store(error) => asked.unread(&ReadCheckoutError::Store(error)).await,
    }
}

/// The page again, with the method that was chosen.
async fn say(asked: Asked<'_>, id: &SessionId, sent: &Sent, notice: Notice) -> Response {
    let said = Said {
        method: sent.method,
        notice: Some(notice),
        ..Said::default()
    };
    refuse(asked, id, StatusCode::UNPROCESSABLE_ENTITY, said).await
}

/// The wallet's page, where there is one; but wallets refuse to be framed, so a framed page offers
/// a link to it instead.
fn next(asked: Asked<'_>, checkout: &Checkout) -> String {
    let page = asked.wishes.page(&checkout.session.id);
    let state = checkout
        .payment
        .as_ref()
        .map(|payment| &payment.attempt.state);
    match (state, asked.wishes.ui()) {
        (Some(AttemptState::RequiresAction(action)), Ui::Hosted)
            if action.kind == ActionKind::Redirect =>
        {
            action.url.clone()
        }
        _ => page,
    }
}
