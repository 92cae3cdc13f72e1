//! Charging: one `PaymentIntent`, made and confirmed at once.

use jiff::SignedDuration;
use kassa_wire::state::DeclineReason;
use kassa_wire::view::ActionKind;

use super::amount::stripe_amount;
use super::client::{Form, Said};
use super::objects::{IntentStatus, ObjectId, PaymentError, PaymentIntent};
use super::refusal::Refusal;
use super::{Captures, Stripe};
use crate::domain::CaptureMode;
use crate::processor::{
    Action, Answer, Charge, ChargeMethod, Charged, NoAnswer, Outcome, ProcessorError,
};

/// How long a payer may take at the bank's page. Stripe waits for ever; then the charge is called
/// off, so that nobody is stuck with a page that was closed.
const PATIENCE: SignedDuration = SignedDuration::from_mins(30);

/// Nothing was asked of any bank.
const NOTHING_CHARGED: Outcome = Outcome::Declined(DeclineReason::NotProcessed);

/// Where `PaymentIntents` are.
pub(super) const INTENTS: &str = "/v1/payment_intents";

impl From<NoAnswer> for ProcessorError {
    fn from(NoAnswer: NoAnswer) -> Self {
        Self::Unknown
    }
}

impl Stripe {
    /// Charges once per attempt id.
    pub(super) async fn charge_once(&self, charge: &Charge) -> Result<Answer, ProcessorError> {
        let Some(form) = form(charge, self.captures) else {
            return Ok(NOTHING_CHARGED.into());
        };
        match self.client.post(INTENTS, &charge.attempt.0, &form).await? {
            Said::Done(intent) => Ok(self.answer(intent).await?),
            Said::Refused(refusal) => refused(&refusal),
        }
    }

    /// Where the charge of an attempt stands. A charge that Stripe named and does not know any
    /// more was made with another account's key: nothing is certain of it.
    pub(super) async fn find_charge(
        &self,
        charged: &Charged,
    ) -> Result<Option<Answer>, ProcessorError> {
        let found = match &charged.reference {
            Some(reference) => Some(self.intent(reference).await?),
            None => self.intent_of(charged).await?,
        };
        match found {
            Some(intent) => Ok(Some(self.answer(intent).await?)),
            None => Ok(None),
        }
    }

    /// What a `PaymentIntent` says. One that waits for what cannot be shown, or for a payer who does
    /// not come back, is called off here.
    async fn answer(&self, intent: PaymentIntent) -> Result<Answer, NoAnswer> {
        let intent = if self.is_given_up(&intent) {
            self.call_off(intent).await?
        } else {
            intent
        };
        Ok(Answer {
            outcome: outcome(&intent),
            reference: Some(intent.id.reference()),
        })
    }

    /// One that waits to be confirmed is what a request left that made it and could not confirm
    /// it: nobody else may, so it would wait for ever.
    fn is_given_up(&self, intent: &PaymentIntent) -> bool {
        let age = self.clock.now().as_second().saturating_sub(intent.created);
        let late = age > PATIENCE.as_secs();
        match intent.status {
            IntentStatus::RequiresAction => late || intent.page().is_none(),
            IntentStatus::RequiresConfirmation => late,
            IntentStatus::RequiresPaymentMethod | IntentStatus::Processing => false,
            IntentStatus::RequiresCapture | IntentStatus::Succeeded => false,
            IntentStatus::Canceled => false,
        }
    }

    /// A charge that moved meanwhile is not called off: it is as it was read, until it is read
    /// again.
    async fn call_off(&self, intent: PaymentIntent) -> Result<PaymentIntent, NoAnswer> {
        let key = format!("{}-given-up", intent.id.as_str());
        let path = intent_path(&intent.id, "/cancel");
        match self.client.post(&path, &key, &Form::new()).await? {
            Said::Done(called_off) => Ok(called_off),
            Said::Refused(_) => Ok(intent),
        }
    }
}

/// The address of a `PaymentIntent`, or of what can be done with it.
pub(super) fn intent_path(id: &ObjectId, what: &str) -> String {
    format!("{INTENTS}/{}{what}", id.as_str())
}

/// What Stripe is asked, the same however often: under one key it takes only one request.
fn form(charge: &Charge, captures: Captures) -> Option<Form> {
    let token = match &charge.method {
        ChargeMethod::Card(token) => token.0.clone(),
        ChargeMethod::BankTransfer | ChargeMethod::Wallet => return None,
    };
    let currency = charge.amount.currency.as_str().to_ascii_lowercase();
    let mut form = vec![
        ("amount", stripe_amount(charge.amount)?.to_string()),
        ("currency", currency),
        ("payment_method", token),
        ("payment_method_types[0]", "card".to_owned()),
        ("confirm", "true".to_owned()),
        ("return_url", charge.return_url.0.clone()),
        ("metadata[kassa_attempt]", charge.attempt.0.clone()),
        (
            "metadata[kassa_payment]",
            charge.reference.as_str().to_owned(),
        ),
    ];
    form.extend(when_taken(charge.capture, captures));
    Some(form)
}

/// When the money is taken. Several captures are asked for only where the account may have them:
/// "if available" speaks of the card, and Stripe refuses the whole charge of an account that may
/// not (Stripe's documentation, "Capture a payment multiple times").
fn when_taken(mode: CaptureMode, captures: Captures) -> Form {
    let mut form = match mode {
        CaptureMode::Automatic => return vec![("capture_method", "automatic".to_owned())],
        CaptureMode::Manual => vec![("capture_method", "manual".to_owned())],
    };
    match captures {
        Captures::One => {}
        Captures::Several => {
            let multicapture = "payment_method_options[card][request_multicapture]";
            form.push((multicapture, "if_available".to_owned()));
        }
    }
    form
}

fn refused(refusal: &Refusal) -> Result<Answer, ProcessorError> {
    if refusal.may_have_charged() {
        refusal.log("charge");
        return Err(ProcessorError::Unknown);
    }
    if refusal.is_of_the_card() {
        return Ok(Answer {
            outcome: Outcome::Declined(refusal.decline()),
            reference: refusal.payment_intent().map(ObjectId::reference),
        });
    }
    refusal.log("charge");
    if refusal.is_of_the_token() {
        Err(ProcessorError::InvalidToken)
    } else {
        Ok(NOTHING_CHARGED.into())
    }
}

fn outcome(intent: &PaymentIntent) -> Outcome {
    match intent.status {
        IntentStatus::Succeeded => Outcome::Captured,
        IntentStatus::RequiresCapture => Outcome::Authorized,
        IntentStatus::Processing | IntentStatus::RequiresConfirmation => Outcome::Processing(None),
        IntentStatus::RequiresAction => match intent.page() {
            Some(url) => Outcome::RequiresAction(Action {
                kind: ActionKind::Redirect,
                url: url.to_owned(),
            }),
            None => Outcome::Processing(None),
        },
        // What becomes of reserved money is the payment's business.
        IntentStatus::Canceled if intent.was_reserved() => Outcome::Authorized,
        IntentStatus::Canceled | IntentStatus::RequiresPaymentMethod => {
            let reason = intent.last_payment_error.as_ref();
            Outcome::Declined(reason.map_or(DeclineReason::ChallengeFailed, PaymentError::decline))
        }
    }
}

#[cfg(test)]
mod tests {
    use kassa_wire::Money;

    use super::*;
    use crate::domain::{AttemptId, CardTokenText, ProcessorName};
    use crate::processor::ReturnUrl;

    const MULTICAPTURE: &str = "payment_method_options[card][request_multicapture]";

    fn asked(capture: CaptureMode, captures: Captures) -> Form {
        let charge = Charge {
            processor: ProcessorName(crate::processor::stripe::NAME.to_owned()),
            attempt: AttemptId("att_1".to_owned()),
            reference: "FWU744586810".parse().unwrap(),
            amount: Money {
                amount: 4_850,
                currency: "EUR".parse().unwrap(),
            },
            capture,
            method: ChargeMethod::Card(CardTokenText("pm_1".to_owned())),
            return_url: ReturnUrl("https://pay.example/".to_owned()),
        };
        form(&charge, captures).unwrap()
    }

    fn said<'a>(form: &'a [(&str, String)], name: &str) -> Option<&'a str> {
        let found = form.iter().find(|(field, _)| *field == name);
        found.map(|(_, value)| value.as_str())
    }

    #[test]
    fn several_captures_are_asked_for_only_where_the_account_may_have_them() {
        let one = asked(CaptureMode::Manual, Captures::One);
        assert_eq!(said(&one, "capture_method"), Some("manual"));
        assert_eq!(said(&one, MULTICAPTURE), None);
        let several = asked(CaptureMode::Manual, Captures::Several);
        assert_eq!(said(&several, "capture_method"), Some("manual"));
        assert_eq!(said(&several, MULTICAPTURE), Some("if_available"));
    }

    #[test]
    fn money_that_is_taken_at_once_is_captured_by_nobody() {
        for captures in [Captures::One, Captures::Several] {
            let at_once = asked(CaptureMode::Automatic, captures);
            assert_eq!(said(&at_once, "capture_method"), Some("automatic"));
            assert_eq!(said(&at_once, MULTICAPTURE), None);
        }
    }
}
