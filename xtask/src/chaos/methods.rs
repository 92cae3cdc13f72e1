//! With what is paid: cards of every kind, the wallet, a transfer.

use reqwest::Method;
use serde_json::{Value, json};

use super::asker::Question;
use super::journey::{Capture, Journey, text};
use crate::failure::Failure;

/// One way to pay.
#[derive(Clone, Copy, Debug)]
enum With {
    Card(&'static str),
    Wallet,
    Transfer,
}

/// How often each is chosen. The sandbox's test cards: approved, declined, without money, with a
/// challenge, slow, and with an answer that is lost.
const CHOICES: [(u64, With); 8] = [
    (40, With::Card("4242424242424242")),
    (8, With::Card("4000000000000002")),
    (5, With::Card("4000000000009995")),
    (10, With::Card("4000000000003220")),
    (8, With::Card("4000000000000259")),
    (10, With::Card("4000000000000119")),
    (10, With::Wallet),
    (9, With::Transfer),
];

impl Journey {
    /// What is sent to pay. A transfer cannot be reserved first.
    pub(super) async fn method(&mut self, capture: Capture) -> Result<Value, Failure> {
        match (self.dice.weighted(&CHOICES), capture) {
            (Some(With::Card(number)), _) => self.card(number).await,
            (Some(With::Transfer), Capture::Automatic) => Ok(json!({ "method": "bank_transfer" })),
            (Some(With::Wallet | With::Transfer) | None, _) => Ok(json!({ "method": "wallet" })),
        }
    }

    async fn card(&mut self, number: &str) -> Result<Value, Failure> {
        let card = json!({
            "number": number, "expiry_month": 12, "expiry_year": 2039,
            "security_code": "123", "holder": "Amina Diallo",
        });
        let question = Question::send(Method::POST, "/sandbox/tokens", card);
        let token = text(&self.done(&question).await?.body["token"])?;
        Ok(json!({ "method": "card", "token": token }))
    }
}
