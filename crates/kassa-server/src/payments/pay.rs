//! The payer pays.

use kassa_wire::state::MethodKind;
use kassa_wire::{AttemptKey, SessionId};
use sha2::{Digest, Sha256};

use super::Kassa;
use super::charge::{Refused, charge};
use super::draw::{draw_attempt_id, draw_event_id, draw_reference};
use super::read_checkout::{ReadCheckoutError, read_checkout};
use super::snapshot::claimed_then;
use crate::domain::{
    Attempt, AttemptState, CardTokenText, Checkout, PaymentCreation, SessionRefusal,
};
use crate::store::{Claim, Claimed, Fingerprint, InFlight, StoreError};

/// One press of **Pay**.
#[derive(Clone, Debug)]
pub struct Pay {
    /// Which session.
    pub session: SessionId,
    /// The press's own key: the same key never charges twice.
    pub key: AttemptKey,
    /// How.
    pub method: PayWith,
}

/// How the payer pays. A card always comes with its token, and nothing else does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PayWith {
    /// A card, by its token.
    Card(CardTokenText),
    /// A transfer from the payer's bank.
    BankTransfer,
    /// A wallet with a page of its own.
    Wallet,
}

impl PayWith {
    /// Its kind on the wire.
    #[must_use]
    pub const fn kind(&self) -> MethodKind {
        match self {
            Self::Card(_) => MethodKind::Card,
            Self::BankTransfer => MethodKind::BankTransfer,
            Self::Wallet => MethodKind::Wallet,
        }
    }

    fn token(&self) -> Option<&CardTokenText> {
        match self {
            Self::Card(token) => Some(token),
            Self::BankTransfer | Self::Wallet => None,
        }
    }
}

/// Why nothing was begun.
#[derive(Debug, thiserror::Error)]
pub enum PayError {
    /// No session has this id.
    #[error("no session has this id")]
    NotFound,
    /// The method is not offered for this session.
    #[error("this method is not offered for this session")]
    MethodNotOffered,
    /// The key came before with another method or card.
    #[error("this key came with another request before")]
    KeyReused,
    /// The session does not take it; another attempt under way is one of the reasons.
    #[error(transparent)]
    Refused(#[from] SessionRefusal),
    /// The order was paid in another session.
    #[error("this order was paid already")]
    OrderPaid,
    /// The order is being paid in another session.
    #[error("this order is being paid in another session")]
    OrderBusy,
    /// The card's token is not known or was used. Nothing was charged.
    #[error("the card's token is not known or was used")]
    InvalidToken,
    /// The task ended before its time. If a charge was begun it is settled later.
    #[error("the payment's task ended before its time")]
    Interrupted,
    /// The store failed. If a charge was begun it is settled later.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<ReadCheckoutError> for PayError {
    fn from(error: ReadCheckoutError) -> Self {
        match error {
            ReadCheckoutError::NotFound => Self::NotFound,
            ReadCheckoutError::Store(error) => Self::Store(error),
        }
    }
}

/// Claims an attempt and charges it, once per key; where the merchant creates the payment, it is
/// only announced. Answers with the session as it stands when the
/// processor has answered or its time is over; a refusal by the bank is a session to look at, not
/// an error. It runs as a task of its own: when nobody waits for it any more, it goes on.
///
/// # Errors
/// [`PayError`]; apart from a failing store and an interruption, nothing was charged then.
pub async fn pay(kassa: &Kassa, request: Pay) -> Result<Checkout, PayError> {
    let (task, running) = (kassa.clone(), kassa.charges.begin());
    let done = tokio::spawn(async move {
        let answer = claim_and_charge(&task, &request).await;
        drop(running);
        answer
    });
    done.await.unwrap_or(Err(PayError::Interrupted))
}

async fn claim_and_charge(kassa: &Kassa, request: &Pay) -> Result<Checkout, PayError> {
    let checkout = read_checkout(kassa, &request.session).await?;
    let offers = kassa.offers(&checkout);
    if !offers
        .iter()
        .any(|offer| offer.method == request.method.kind())
    {
        return Err(PayError::MethodNotOffered);
    }
    if let Some(claimed) = claim(kassa, &checkout, request).await? {
        kassa
            .changes
            .tell(&claimed.session.id, claimed.session.version);
        if claimed.attempt.state != AttemptState::Announced {
            charge(kassa, &claimed)
                .await
                .map_err(|Refused::InvalidToken| PayError::InvalidToken)?;
        }
    }
    Ok(read_checkout(kassa, &request.session).await?)
}

/// What is to be charged; nothing where this very request came before.
async fn claim(
    kassa: &Kassa,
    checkout: &Checkout,
    request: &Pay,
) -> Result<Option<InFlight>, PayError> {
    loop {
        let claim = new_claim(kassa, checkout, request);
        match kassa.store.claim_attempt(&claim).await? {
            Claimed::Fresh(claimed) => return Ok(Some(*claimed)),
            Claimed::Replay(_) => return Ok(None),
            Claimed::KeyReused => return Err(PayError::KeyReused),
            Claimed::Refused(refusal) => return Err(PayError::Refused(refusal)),
            Claimed::OrderPaid => return Err(PayError::OrderPaid),
            Claimed::OrderBusy => return Err(PayError::OrderBusy),
            Claimed::NoSession => return Err(PayError::NotFound),
            Claimed::ReferenceTaken => {}
        }
    }
}

fn new_claim(kassa: &Kassa, checkout: &Checkout, request: &Pay) -> Claim {
    let now = kassa.clock.now();
    let (state, confirm_url) = match checkout.session.payment_creation {
        PaymentCreation::Automatic => (AttemptState::Started, None),
        PaymentCreation::Merchant => {
            let url = kassa.confirm_url(&request.session);
            (AttemptState::Announced, Some(url))
        }
    };
    let attempt = Attempt {
        id: draw_attempt_id(kassa),
        payment: draw_reference(kassa, &checkout.recipient.id),
        session: request.session.clone(),
        key: request.key.clone(),
        method: request.method.kind(),
        token: request.method.token().cloned(),
        processor: kassa.processor.name(),
        reference: None,
        state,
        created_at: now,
        updated_at: now,
    };
    Claim {
        attempt,
        fingerprint: fingerprint(&request.method),
        event: draw_event_id(kassa),
        data: claimed_then,
        confirm_url,
        now,
    }
}

/// Tells whether two requests with one key are the same request, also after the card's token was
/// erased.
fn fingerprint(method: &PayWith) -> Fingerprint {
    let kind: &[u8] = match method {
        PayWith::Card(_) => b"card:",
        PayWith::BankTransfer => b"bank_transfer:",
        PayWith::Wallet => b"wallet:",
    };
    let token = method.token().map_or("", |token| token.0.as_str());
    Fingerprint(
        Sha256::new()
            .chain_update(kind)
            .chain_update(token)
            .finalize()
            .into(),
    )
}
