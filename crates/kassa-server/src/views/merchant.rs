//! The merchant's plain values: nothing formatted, times in RFC 3339.

use kassa_wire::merchant;
use kassa_wire::{Money, PaymentReference};

use super::operation::merchant_operation;
use super::states::{
    attempt_state, capture_mode, decline_of, payment_creation, payment_state, session_state,
};
use crate::domain::{Attempt, Event, Operation, Order, PaymentCreation, Recipient, Session};
use crate::store::MerchantPayment;

/// A recipient.
#[must_use]
pub fn merchant_recipient(recipient: &Recipient) -> merchant::Recipient {
    merchant::Recipient {
        id: recipient.id.clone(),
        name: recipient.name.clone(),
        country: recipient.country,
        currency: recipient.currency,
        fields: recipient.fields.iter().map(merchant_field).collect(),
    }
}

/// Fields that were kept before there were kinds say theirs too.
fn merchant_field(field: &merchant::CustomField) -> merchant::CustomField {
    merchant::CustomField {
        kind: field.asks_for(),
        ..field.clone()
    }
}

/// An order.
#[must_use]
pub fn merchant_order(order: &Order) -> merchant::Order {
    merchant::Order {
        number: order.number.clone(),
        country: order.country,
        amount: order.amount,
        description: order.description.clone(),
        lines: order.lines.clone(),
        shipping_options: order.extras.shipping_options.clone(),
        discounts: order.extras.discounts.clone(),
        paid: order.paid_at.is_some(),
    }
}

/// Where a session is found.
#[derive(Clone, Debug)]
pub struct MerchantLinks {
    /// The payer's link.
    pub url: String,
    /// Where the merchant's server creates the payment, where it does.
    pub confirm_url: String,
}

/// A session with its links and its payment's name.
#[must_use]
pub fn merchant_session(
    session: &Session,
    links: MerchantLinks,
    payment: Option<PaymentReference>,
) -> merchant::Session {
    let details = &session.details;
    merchant::Session {
        id: session.id.clone(),
        url: links.url,
        state: session_state(&session.state),
        recipient: session.recipient.clone(),
        order: session.order.clone(),
        amount: session.amount,
        customer_id: details.customer_id.clone(),
        description: details.description.clone(),
        return_url: details.return_url.clone(),
        callback_url: details.callback_url.clone(),
        locale: details.locale.clone(),
        capture: capture_mode(session.capture),
        payment_creation: payment_creation(session.payment_creation),
        confirm_url: match session.payment_creation {
            PaymentCreation::Automatic => None,
            PaymentCreation::Merchant => Some(links.confirm_url),
        },
        metadata: details.metadata.clone(),
        shipping: session.chosen.shipping.clone(),
        discounts: session.chosen.discounts.clone(),
        payer: session.payer.clone(),
        read_only: session.locks.read_only.clone(),
        hidden: session.locks.hidden.clone(),
        created_at: session.created_at.to_string(),
        expires_at: session.expires_at.to_string(),
        payment,
    }
}

/// A payment with every try, and with these of its captures, voids and refunds.
#[must_use]
pub fn merchant_payment(found: &MerchantPayment, operations: &[Operation]) -> merchant::Payment {
    let (payment, session) = (&found.payment, &found.session);
    let money = |amount| Money {
        amount,
        currency: payment.amount.currency,
    };
    merchant::Payment {
        reference: payment.reference.clone(),
        session: payment.session.clone(),
        state: payment_state(payment.state),
        amount: payment.amount,
        capture: capture_mode(payment.capture),
        captured: money(payment.funds.captured),
        capturable: money(payment.capturable()),
        refunded: money(payment.funds.refunded),
        refundable: money(payment.refundable()),
        recipient: session.recipient.clone(),
        order: session.order.clone(),
        attempts: found.attempts.iter().map(merchant_attempt).collect(),
        operations: operations.iter().map(merchant_operation).collect(),
        created_at: payment.created_at.to_string(),
        updated_at: payment.updated_at.to_string(),
    }
}

/// Something that happened.
#[must_use]
pub fn merchant_event(event: &Event) -> merchant::Event {
    merchant::Event {
        id: event.id.0.clone(),
        kind: event.kind.as_str().to_owned(),
        session: event.session.clone(),
        payment: event.payment.clone(),
        created_at: event.at.to_string(),
    }
}

fn merchant_attempt(attempt: &Attempt) -> merchant::Attempt {
    merchant::Attempt {
        id: attempt.id.0.clone(),
        method: attempt.method,
        state: attempt_state(&attempt.state),
        decline: decline_of(&attempt.state),
        created_at: attempt.created_at.to_string(),
    }
}
