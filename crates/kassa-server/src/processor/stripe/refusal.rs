//! What Stripe refuses, and why: <https://docs.stripe.com/error-codes>.

use kassa_wire::state::DeclineReason;
use serde::Deserialize;

use super::objects::{ObjectId, PaymentError};
use crate::domain::OperationFailure;
use crate::processor::NoAnswer;

/// A refusal that is certain: it was not done, and it will not be.
#[derive(Debug)]
pub(super) struct Refusal {
    status: u16,
    error: StripeError,
}

#[derive(Debug, Deserialize)]
struct Body {
    error: StripeError,
}

#[derive(Debug, Deserialize)]
struct StripeError {
    #[serde(rename = "type", default)]
    kind: String,
    #[serde(flatten)]
    why: PaymentError,
    param: Option<String>,
    payment_intent: Option<Named>,
}

#[derive(Debug, Deserialize)]
struct Named {
    id: ObjectId,
}

/// Codes after which the same request may still be done, or may have been.
const UNDECIDED: [&str; 3] = ["idempotency_key_in_use", "lock_timeout", "rate_limit"];

/// Reads an answer that is no success. Only what Stripe itself refuses for certain is a refusal;
/// everything else (its servers in trouble, too many requests, a key that is not taken, the same
/// key with another request, a stranger's answer) is none.
pub(super) fn refusal(status: u16, body: &[u8]) -> Result<Refusal, NoAnswer> {
    let error = serde_json::from_slice(body)
        .map(|body: Body| body.error)
        .ok();
    let certain = matches!(status, 400 | 402 | 404);
    match error {
        Some(error) if certain && error.is_decided() => Ok(Refusal { status, error }),
        Some(error) => {
            tracing::warn!(
                http.status = status,
                kind = error.kind,
                code = error.why.code(),
                "Stripe did not decide"
            );
            Err(NoAnswer)
        }
        None => {
            tracing::warn!(http.status = status, "Stripe did not decide");
            Err(NoAnswer)
        }
    }
}

impl StripeError {
    fn is_decided(&self) -> bool {
        self.kind != "idempotency_error" && !UNDECIDED.contains(&self.why.code())
    }
}

impl Refusal {
    /// Whether the card was refused, rather than the request.
    pub(super) fn is_of_the_card(&self) -> bool {
        self.status == 402
    }

    /// Whether the card's token is not known, or was used.
    pub(super) fn is_of_the_token(&self) -> bool {
        let of_token = self.error.param.as_deref() == Some("payment_method");
        of_token || self.status == 404
    }

    /// Why the card was refused.
    pub(super) fn decline(&self) -> DeclineReason {
        self.error.why.decline()
    }

    /// The `PaymentIntent` that came of it all the same.
    pub(super) fn payment_intent(&self) -> Option<&ObjectId> {
        self.error.payment_intent.as_ref().map(|it| &it.id)
    }

    /// Why a capture, a void or a refund was refused.
    pub(super) fn failure(&self) -> OperationFailure {
        match self.error.why.code() {
            "amount_too_large" | "charge_exceeds_source_limit" => OperationFailure::TooMuch,
            "charge_already_captured"
            | "charge_already_refunded"
            | "charge_disputed"
            | "payment_intent_unexpected_state"
            | "resource_missing" => OperationFailure::WrongState,
            "capture_charge_authorization_expired" | "charge_expired_for_capture" => {
                OperationFailure::Expired
            }
            _ => OperationFailure::Refused,
        }
    }

    /// Tells the operator: it is the request that is wrong, not the card.
    pub(super) fn log(&self, about: &str) {
        let (kind, code) = (self.error.kind.as_str(), self.error.why.code());
        tracing::error!(
            http.status = self.status,
            kind,
            code,
            param = self.error.param,
            about,
            "Stripe refused a request"
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(status: u16, body: &str) -> Result<Refusal, NoAnswer> {
        refusal(status, body.as_bytes())
    }

    #[test]
    fn a_declined_card_has_the_reason_that_a_payer_can_do_something_about() {
        let said = [
            (
                r#"{"code":"card_declined","decline_code":"insufficient_funds"}"#,
                DeclineReason::InsufficientFunds,
            ),
            (
                r#"{"code":"expired_card","decline_code":"expired_card"}"#,
                DeclineReason::ExpiredCard,
            ),
            (
                r#"{"code":"card_declined","decline_code":"stolen_card"}"#,
                DeclineReason::Declined,
            ),
            (r#"{"code":"card_declined"}"#, DeclineReason::Declined),
            (
                r#"{"code":"payment_intent_authentication_failure"}"#,
                DeclineReason::ChallengeFailed,
            ),
        ];
        for (error, reason) in said {
            let refused = read(402, &format!(r#"{{"error":{error}}}"#)).unwrap();
            assert!(refused.is_of_the_card());
            assert_eq!(refused.decline(), reason, "{error}");
        }
    }

    #[test]
    fn what_is_not_certain_is_no_refusal() {
        let in_use =
            r#"{"error":{"type":"invalid_request_error","code":"idempotency_key_in_use"}}"#;
        let other = r#"{"error":{"type":"idempotency_error"}}"#;
        let failed = r#"{"error":{"type":"api_error"}}"#;
        let nothing = "<html>Bad gateway</html>";
        for (status, body) in [
            (409, in_use),
            (400, in_use),
            (400, other),
            (500, failed),
            (429, failed),
            (401, failed),
            (403, failed),
            (502, nothing),
            (402, nothing),
            (404, nothing),
            (302, ""),
        ] {
            assert!(read(status, body).is_err(), "{status} {body}");
        }
    }

    #[test]
    fn a_token_that_stripe_does_not_know_is_told_from_a_request_that_is_wrong() {
        let of = |param: &str| {
            let body =
                format!(r#"{{"error":{{"type":"invalid_request_error","param":"{param}"}}}}"#);
            read(400, &body).unwrap().is_of_the_token()
        };
        assert!(of("payment_method"));
        assert!(!of("amount"));
    }
}
