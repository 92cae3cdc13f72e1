//! What Stripe refuses, and why.
//!
//! Stripe's documentation: "Error codes" for the codes, "Errors" for their types and statuses,
//! "Advanced error handling" for what is certain: 4xx was not done, 5xx may have been, and the
//! first answer under an idempotency key is the answer for a day, a 500 among them.

use kassa_wire::state::DeclineReason;
use serde::Deserialize;

use super::objects::{IntentStatus, ObjectId, PaymentError};
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
    status: Option<IntentStatus>,
}

/// The types of errors that say that nothing was done. An `api_error` is Stripe's own trouble, an
/// `idempotency_error` is about another request, and what a type says that Stripe has not yet
/// documented is not known.
const DECIDED: [&str; 2] = ["card_error", "invalid_request_error"];

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
        DECIDED.contains(&self.kind.as_str()) && !UNDECIDED.contains(&self.why.code())
    }
}

impl Refusal {
    /// Whether the card was refused, rather than the request.
    pub(super) fn is_of_the_card(&self) -> bool {
        self.status == 402
    }

    /// Whether the card's token is not known. One that was used is told by a sentence alone, with
    /// neither a code nor a parameter: that is a request that is refused like any other.
    pub(super) fn is_of_the_token(&self) -> bool {
        let of_token = self.error.param.as_deref() == Some("payment_method");
        of_token || self.status == 404
    }

    /// Whether a charge that Stripe named before is not known to it: another account's, or one of
    /// the other mode. Then only that account knows what became of it.
    pub(super) fn is_of_another_account(&self) -> bool {
        self.status == 404 || self.error.why.code() == "resource_missing"
    }

    /// Whether the `PaymentIntent` that came of a refused charge stands where money was taken or
    /// may still be. Then it was no refusal, whatever the status says.
    pub(super) fn may_have_charged(&self) -> bool {
        let intent = self.error.payment_intent.as_ref();
        match intent.and_then(|it| it.status) {
            // Nobody but us could confirm it, and this was the one request that asked for it.
            None | Some(IntentStatus::RequiresConfirmation) => false,
            Some(IntentStatus::RequiresPaymentMethod | IntentStatus::Canceled) => false,
            Some(IntentStatus::RequiresAction | IntentStatus::Processing) => true,
            Some(IntentStatus::RequiresCapture | IntentStatus::Succeeded) => true,
        }
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
            "amount_too_large" => OperationFailure::TooMuch,
            "capture_unauthorized_payment"
            | "charge_already_captured"
            | "charge_already_refunded"
            | "charge_disputed"
            | "charge_not_refundable"
            | "payment_intent_unexpected_state"
            | "refund_disputed_payment" => OperationFailure::WrongState,
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
            (
                r#"{"code":"card_declined","decline_code":"authentication_not_handled"}"#,
                DeclineReason::ChallengeFailed,
            ),
        ];
        for (error, reason) in said {
            let error = error.replacen('{', r#"{"type":"card_error","#, 1);
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
        let untyped = r#"{"error":{"code":"card_declined"}}"#;
        let nothing = "<html>Bad gateway</html>";
        for (status, body) in [
            (409, in_use),
            (400, in_use),
            (400, other),
            (500, failed),
            (400, failed),
            (402, failed),
            (402, untyped),
            (424, failed),
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

    #[test]
    fn a_token_that_was_used_is_a_request_that_is_refused() {
        let used = r#"{"error":{"type":"invalid_request_error","message":"It may not be used."}}"#;
        let used = read(400, used).unwrap();
        assert!(!used.is_of_the_card() && !used.is_of_the_token());
        assert!(!used.may_have_charged());
    }

    #[test]
    fn a_refusal_whose_charge_goes_on_is_none() {
        let stands = |status: &str| {
            let intent = format!(r#"{{"id":"pi_1","status":"{status}"}}"#);
            let body = format!(r#"{{"error":{{"type":"card_error","payment_intent":{intent}}}}}"#);
            read(402, &body).map(|refusal| refusal.may_have_charged())
        };
        for status in [
            "requires_payment_method",
            "requires_confirmation",
            "canceled",
        ] {
            assert_eq!(stands(status), Ok(false), "{status}");
        }
        for status in [
            "requires_action",
            "processing",
            "requires_capture",
            "succeeded",
        ] {
            assert_eq!(stands(status), Ok(true), "{status}");
        }
        assert_eq!(stands("requires_something_new"), Err(NoAnswer));
    }

    #[test]
    fn why_money_did_not_move_is_told_by_the_code() {
        let why = |code: &str| {
            let body = format!(r#"{{"error":{{"type":"invalid_request_error","code":"{code}"}}}}"#);
            read(400, &body).unwrap().failure()
        };
        assert_eq!(why("amount_too_large"), OperationFailure::TooMuch);
        for code in [
            "charge_already_captured",
            "refund_disputed_payment",
            "charge_not_refundable",
        ] {
            assert_eq!(why(code), OperationFailure::WrongState, "{code}");
        }
        assert_eq!(why("charge_expired_for_capture"), OperationFailure::Expired);
        // The account's own limit, and its own balance: nothing that is wrong with the charge.
        for code in ["charge_exceeds_source_limit", "balance_insufficient", ""] {
            assert_eq!(why(code), OperationFailure::Refused, "{code}");
        }
    }

    #[test]
    fn another_accounts_charge_is_told_from_a_refusal() {
        let code = |code: &str| format!(r#"{{"type":"invalid_request_error","code":"{code}"}}"#);
        let of = |status: u16, code: &str| {
            let refused = read(status, &format!(r#"{{"error":{code}}}"#)).unwrap();
            refused.is_of_another_account()
        };
        assert!(of(404, &code("resource_missing")) && of(400, &code("resource_missing")));
        assert!(!of(400, &code("payment_intent_unexpected_state")));
    }
}
