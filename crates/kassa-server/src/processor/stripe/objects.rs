//! Stripe's objects, as far as they are read: <https://docs.stripe.com/api/payment_intents/object>.

use kassa_wire::state::DeclineReason;
use serde::Deserialize;

use crate::domain::ProcessorReference;

/// Stripe's name for a thing. It becomes a part of addresses, so it holds nothing else.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct ObjectId(String);

impl TryFrom<String> for ObjectId {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let plain = |b: u8| b.is_ascii_alphanumeric() || b == b'_';
        if !text.is_empty() && text.bytes().all(plain) {
            Ok(Self(text))
        } else {
            Err("expected letters, digits and underscores")
        }
    }
}

impl ObjectId {
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// As the store keeps it.
    pub(super) fn reference(&self) -> ProcessorReference {
        ProcessorReference(self.0.clone())
    }
}

/// A charge, as it stands.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct PaymentIntent {
    pub(super) id: ObjectId,
    pub(super) status: IntentStatus,
    /// Seconds since 1970, by Stripe's clock.
    pub(super) created: i64,
    #[serde(default)]
    pub(super) metadata: Metadata,
    pub(super) next_action: Option<NextAction>,
    pub(super) last_payment_error: Option<PaymentError>,
    /// The charge itself where it was asked for, else its name.
    latest_charge: Option<LatestCharge>,
}

/// <https://docs.stripe.com/payments/paymentintents/lifecycle>
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum IntentStatus {
    RequiresPaymentMethod,
    RequiresConfirmation,
    RequiresAction,
    Processing,
    RequiresCapture,
    Succeeded,
    Canceled,
}

/// Our own names for things, which Stripe keeps with its own.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Metadata {
    pub(super) kassa_attempt: Option<String>,
    pub(super) kassa_operation: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct NextAction {
    redirect_to_url: Option<RedirectToUrl>,
}

#[derive(Clone, Debug, Deserialize)]
struct RedirectToUrl {
    url: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
enum LatestCharge {
    Expanded { status: String },
    Name(#[expect(dead_code, reason = "it only has to be there")] String),
}

/// Why a payment was refused.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct PaymentError {
    code: Option<String>,
    decline_code: Option<String>,
}

/// A refund, as it stands.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Refund {
    pub(super) id: ObjectId,
    /// `pending`, `requires_action`, `succeeded`, `failed` or `canceled`.
    pub(super) status: Option<String>,
    #[serde(default)]
    pub(super) metadata: Metadata,
}

/// A page of a list, newest first.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct List<T> {
    pub(super) data: Vec<T>,
    pub(super) has_more: bool,
}

impl PaymentIntent {
    /// The page that the payer has to be sent to.
    pub(super) fn page(&self) -> Option<&str> {
        let redirect = self.next_action.as_ref()?.redirect_to_url.as_ref()?;
        redirect.url.as_deref()
    }

    /// Whether the bank ever said yes: then what was called off is a reservation that was let go.
    pub(super) fn was_reserved(&self) -> bool {
        match &self.latest_charge {
            Some(LatestCharge::Expanded { status }) => status == "succeeded",
            Some(LatestCharge::Name(_)) | None => false,
        }
    }
}

impl PaymentError {
    pub(super) fn code(&self) -> &str {
        self.code.as_deref().unwrap_or_default()
    }

    /// The reason as payers are told it (Stripe's documentation, "Decline codes"). What a bank
    /// means as a warning to the merchant (a stolen card, a suspicion) is a plain refusal to
    /// whoever holds the card.
    pub(super) fn decline(&self) -> DeclineReason {
        match (self.decline_code.as_deref(), self.code()) {
            (Some("insufficient_funds"), _) => DeclineReason::InsufficientFunds,
            (Some("expired_card"), _) | (_, "expired_card") => DeclineReason::ExpiredCard,
            (Some("authentication_required" | "authentication_not_handled"), _)
            | (_, "authentication_required" | "payment_intent_authentication_failure") => {
                DeclineReason::ChallengeFailed
            }
            _ => DeclineReason::Declined,
        }
    }
}
