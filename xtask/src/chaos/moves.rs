//! What a merchant does with money that was reserved or taken: captures it in parts, lets it go,
//! returns it, alone and by two servers at once.

use reqwest::Method;
use serde_json::{Value, json};

use super::asker::{Question, Reply};
use super::journey::{Journey, text};
use crate::failure::Failure;

/// How often at the most a merchant comes back to one payment.
const MOVES: u64 = 6;

/// One way to move money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Move {
    Capture,
    FinalCapture,
    Void,
    Refund,
}

/// How much of what is left.
#[derive(Clone, Copy, Debug)]
enum Part {
    /// All, by not saying how much.
    Rest,
    /// Some, which may end like this: the sandbox refuses, delays, or loses the answer by an
    /// amount's last three digits.
    Ending(u64),
    /// Some.
    Some,
    /// More than there is.
    TooMuch,
}

/// Where money is reserved.
const RESERVED: [(u64, Move); 4] = [
    (45, Move::Capture),
    (25, Move::FinalCapture),
    (20, Move::Void),
    (10, Move::Refund),
];

/// Where money was taken. What cannot be done any more is tried too: it has to be refused.
const TAKEN: [(u64, Move); 3] = [(90, Move::Refund), (5, Move::Capture), (5, Move::Void)];

const PARTS: [(u64, Part); 6] = [
    (15, Part::Rest),
    (10, Part::Ending(13)),
    (10, Part::Ending(59)),
    (15, Part::Ending(19)),
    (42, Part::Some),
    (8, Part::TooMuch),
];

/// What a merchant may be told instead of having a move made.
const REFUSALS: [&str; 4] = [
    "payment_wrong_state",
    "operation_in_progress",
    "capture_not_final",
    "amount_too_large",
];

impl Move {
    /// What the address ends with.
    const fn address(self) -> &'static str {
        match self {
            Self::Capture | Self::FinalCapture => "capture",
            Self::Void => "void",
            Self::Refund => "refunds",
        }
    }

    /// What is left for it, by the merchant's own view of the payment.
    fn left(self, payment: &Value) -> u64 {
        let left = match self {
            Self::Capture | Self::FinalCapture | Self::Void => &payment["capturable"],
            Self::Refund => &payment["refundable"],
        };
        left["amount"].as_u64().unwrap_or_default()
    }

    const fn asked(self) -> &'static str {
        match self {
            Self::Capture => "captures asked for",
            Self::FinalCapture => "final captures asked for",
            Self::Void => "voids asked for",
            Self::Refund => "refunds asked for",
        }
    }

    fn body(self, amount: Option<u64>) -> Value {
        let mut body = match self {
            Self::Capture | Self::Void => json!({}),
            Self::FinalCapture => json!({ "final": true }),
            Self::Refund => json!({ "reason": "Withdrawn" }),
        };
        match (self, amount) {
            (Self::Void, _) | (_, None) => {}
            (Self::Capture | Self::FinalCapture | Self::Refund, Some(amount)) => {
                body["amount"] = json!({ "amount": amount, "currency": "EUR" });
            }
        }
        body
    }
}

impl Journey {
    /// Moves a payment's money a few times; now and then two servers of the merchant's move it at
    /// once, each as it sees fit.
    pub(super) async fn move_money(&mut self, reference: &str) -> Result<(), Failure> {
        for nth in 0..self.dice.below(MOVES) {
            let payment = self.payment(reference).await?;
            if self.dice.happens(40) {
                let mut other = self.companion();
                let (here, there) = tokio::join!(
                    self.move_once(&payment, format!("move-{reference}-{nth}-a")),
                    other.move_once(&payment, format!("move-{reference}-{nth}-b")),
                );
                here.and(there)?;
            } else {
                self.move_once(&payment, format!("move-{reference}-{nth}-a"))
                    .await?;
            }
            self.think(500).await;
        }
        Ok(())
    }

    async fn payment(&mut self, reference: &str) -> Result<Value, Failure> {
        let question = Question::get(format!("/api/payments/{reference}"));
        Ok(self.done(&question).await?.body)
    }

    async fn move_once(&mut self, payment: &Value, key: String) -> Result<(), Failure> {
        let reserved = Move::Capture.left(payment) > 0;
        let moves: &[(u64, Move)] = if reserved { &RESERVED } else { &TAKEN };
        let chosen = self.dice.weighted(moves).unwrap_or(Move::Refund);
        let body = chosen.body(self.amount(chosen.left(payment)));
        let reference = text(&payment["reference"])?;
        let path = format!("/api/payments/{reference}/{}", chosen.address());
        let question = Question::send(Method::POST, path, body).with("idempotency-key", key);
        self.asker.record.count(chosen.asked());
        let reply = self.insist(&question).await?;
        self.hear(&reply)
    }

    /// How much of what is left; nothing where it is not said.
    fn amount(&mut self, left: u64) -> Option<u64> {
        let part = self.dice.weighted(&PARTS).unwrap_or(Part::Rest);
        let some = 1 + self.dice.below(left);
        match part {
            Part::Rest => None,
            Part::Ending(ending) => Some(some - some % 1_000 + ending).filter(|it| *it <= left),
            Part::Some => Some(some),
            Part::TooMuch => Some(left + some),
        }
    }

    fn hear(&self, reply: &Reply) -> Result<(), Failure> {
        let record = &self.asker.record;
        if reply.status == 201 {
            let state = text(&reply.body["state"])?;
            record.count(match state.as_str() {
                "finished" => "moves answered with finished",
                "failed" => "moves answered with failed",
                _ => "moves answered with initiated",
            });
            record.moved(&text(&reply.body["id"])?, &state);
        } else if REFUSALS.contains(&reply.code()) {
            record.count("moves refused");
        } else {
            let (status, code) = (reply.status, reply.code());
            record.broken(format!("a move was answered {status} {code}"));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_void_says_no_amount_and_all_others_may() {
        assert_eq!(Move::Void.body(Some(5)), json!({}));
        assert_eq!(Move::Capture.body(None), json!({}));
        let body = Move::FinalCapture.body(Some(5));
        assert_eq!(body["amount"]["amount"], 5);
        assert_eq!(body["final"], true);
    }
}
