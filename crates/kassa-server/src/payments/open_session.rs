//! A merchant starts a checkout.

use jiff::{SignedDuration, Timestamp};
use kassa_wire::payer::PayerValues;
use kassa_wire::{CountryCode, Currency, Money, OrderNumber, RecipientId, SessionId};

use super::Kassa;
use super::callbacks::callbacks_endpoint;
use super::draw::draw_session_id;
use super::happened::happened;
use crate::domain::{
    Account, CaptureMode, ChoiceRefusal, EventKind, Locks, Order, PaymentCreation, Recipient,
    Session, SessionDetails, SessionState, UnknownField,
};
use crate::store::StoreError;

/// How long an offer lasts where the merchant says nothing.
pub const SESSION_LIFE: SignedDuration = SignedDuration::from_hours(2);

/// What the merchant asks for.
#[derive(Clone, Debug)]
pub struct OpenSession {
    /// Who is paid.
    pub recipient: RecipientId,
    /// What is paid.
    pub order: OrderNumber,
    /// Where the merchant thinks the order is paid; must be right where it is said.
    pub country: Option<CountryCode>,
    /// What the merchant thinks the order costs; must be right where it is said.
    pub amount: Option<Money>,
    /// What the merchant says of it.
    pub details: SessionDetails,
    /// When the money is taken.
    pub capture: CaptureMode,
    /// Who creates the payment.
    pub payment_creation: PaymentCreation,
    /// What is known of the payer. Never refused: the payer mends it.
    pub payer: PayerValues,
    /// Which of the payer's fields are the merchant's.
    pub locks: Locks,
    /// When the offer ends; after [`SESSION_LIFE`] where it is not said.
    pub expires_at: Option<Timestamp>,
}

/// Why no session was made.
#[derive(Debug, thiserror::Error)]
pub enum OpenSessionError {
    /// The account has no such recipient.
    #[error("no recipient of this account has this id")]
    UnknownRecipient,
    /// The account has no such order.
    #[error("no order of this account has this number")]
    UnknownOrder,
    /// The order was paid already.
    #[error("this order was paid already")]
    OrderPaid,
    /// The recipient does not take orders of that country.
    #[error("the order is to be paid in {order} and the recipient takes orders of {recipient}")]
    CountryMismatch {
        /// The order's country.
        order: CountryCode,
        /// The recipient's country.
        recipient: CountryCode,
    },
    /// The merchant named another country than the order's.
    #[error("the request says {request} and the order is to be paid in {order}")]
    RequestCountryMismatch {
        /// The request's country.
        request: CountryCode,
        /// The order's country.
        order: CountryCode,
    },
    /// The recipient does not take that currency.
    #[error("the order is in {order} and the recipient takes {recipient}")]
    CurrencyMismatch {
        /// The order's currency.
        order: Currency,
        /// The recipient's currency.
        recipient: Currency,
    },
    /// The merchant named another currency than the order's.
    #[error("the request is in {request} and the order is in {order}")]
    RequestCurrencyMismatch {
        /// The request's currency.
        request: Currency,
        /// The order's currency.
        order: Currency,
    },
    /// The merchant named another amount than the order's.
    #[error("the amount is not the order's")]
    AmountMismatch,
    /// The order with what is chosen at first costs more than an amount can be.
    #[error(transparent)]
    Price(#[from] ChoiceRefusal),
    /// A field is to be locked that no payer has.
    #[error(transparent)]
    UnknownField(#[from] UnknownField),
    /// The offer would have ended before it began.
    #[error("expires_at is not in the future")]
    ExpiresInThePast,
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Makes a session for an order that is to be paid to a recipient who can take it.
///
/// # Errors
/// [`OpenSessionError`]; nothing was made then.
pub async fn open_session(
    kassa: &Kassa,
    account: &Account,
    request: OpenSession,
) -> Result<Session, OpenSessionError> {
    open_session_as(kassa, account, draw_session_id(kassa), request).await
}

/// The same with an id that was drawn before. Where the account has a session of this id it is the
/// one that was to be made: whoever made it was gone before they could say so.
///
/// # Errors
/// [`OpenSessionError`]; nothing was made then.
pub async fn open_session_as(
    kassa: &Kassa,
    account: &Account,
    id: SessionId,
    request: OpenSession,
) -> Result<Session, OpenSessionError> {
    if let Some(made) = kassa.store.checkout(&id).await? {
        return Ok(made.session);
    }
    let recipient = kassa
        .store
        .recipient(&account.id, &request.recipient)
        .await?;
    let recipient = recipient.ok_or(OpenSessionError::UnknownRecipient)?;
    let order = kassa.store.order(&account.id, &request.order).await?;
    let order = order.ok_or(OpenSessionError::UnknownOrder)?;
    refuse_wrong_order(&order, &recipient)?;
    refuse_wrong_request(&request, &order)?;
    request.locks.refuse_unknown(&recipient)?;
    let session = new_session(kassa, id, &order, request)?;
    let event = happened(
        kassa,
        EventKind::SessionCreated,
        &session,
        session.created_at,
    );
    if session.details.callback_url.is_some() {
        callbacks_endpoint(kassa, &session.account).await?;
    }
    kassa.store.add_session(&session, &event).await?;
    Ok(session)
}

/// The recipient has to take the order as it is now.
pub(super) fn refuse_wrong_order(
    order: &Order,
    recipient: &Recipient,
) -> Result<(), OpenSessionError> {
    if order.paid_at.is_some() {
        return Err(OpenSessionError::OrderPaid);
    }
    if order.country != recipient.country {
        let (order, recipient) = (order.country, recipient.country);
        return Err(OpenSessionError::CountryMismatch { order, recipient });
    }
    if order.amount.currency != recipient.currency {
        let (order, recipient) = (order.amount.currency, recipient.currency);
        return Err(OpenSessionError::CurrencyMismatch { order, recipient });
    }
    Ok(())
}

fn refuse_wrong_request(request: &OpenSession, order: &Order) -> Result<(), OpenSessionError> {
    if let Some(country) = request.country.filter(|country| *country != order.country) {
        let (request, order) = (country, order.country);
        return Err(OpenSessionError::RequestCountryMismatch { request, order });
    }
    request
        .amount
        .map_or(Ok(()), |amount| refuse_wrong_amount(amount, order))
}

/// What the merchant thinks the order costs has to be what it costs now.
pub(super) fn refuse_wrong_amount(amount: Money, order: &Order) -> Result<(), OpenSessionError> {
    if amount.currency != order.amount.currency {
        let (request, order) = (amount.currency, order.amount.currency);
        return Err(OpenSessionError::RequestCurrencyMismatch { request, order });
    }
    if amount == order.amount {
        Ok(())
    } else {
        Err(OpenSessionError::AmountMismatch)
    }
}

fn new_session(
    kassa: &Kassa,
    id: SessionId,
    order: &Order,
    request: OpenSession,
) -> Result<Session, OpenSessionError> {
    let created_at = kassa.clock.now();
    let usual_end = created_at
        .checked_add(SESSION_LIFE)
        .unwrap_or(Timestamp::MAX);
    let expires_at = request.expires_at.unwrap_or(usual_end);
    if expires_at <= created_at {
        return Err(OpenSessionError::ExpiresInThePast);
    }
    let chosen = order.chosen_at_first();
    let amount = order.price(&chosen)?;
    Ok(Session {
        id,
        account: order.account.clone(),
        recipient: request.recipient,
        order: request.order,
        amount,
        chosen,
        details: request.details,
        capture: request.capture,
        payment_creation: request.payment_creation,
        locked_at: None,
        link_asked_at: None,
        payer: request.payer,
        locks: request.locks,
        version: 1,
        state: SessionState::Open,
        created_at,
        expires_at,
    })
}
