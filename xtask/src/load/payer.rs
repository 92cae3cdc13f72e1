//! One whole payment over HTTP: the merchant's request, and everything that a payer's browser asks.

use kassa_wire::merchant::Session;
use kassa_wire::request::CardToken;
use kassa_wire::state::SessionState;
use kassa_wire::view::SessionView;
use serde_json::{Value, json};

use super::client::{Connection, Question};
use crate::failure::Failure;

/// What every payment needs.
pub(crate) struct Payer {
    connection: Connection,
    authorization: String,
    recipient: String,
}

impl Payer {
    /// A payer of a recipient's orders, whose merchant has this key.
    pub(crate) fn new(connection: Connection, api_key: &str, recipient: &str) -> Self {
        Self {
            connection,
            authorization: format!("Bearer {api_key}"),
            recipient: recipient.to_owned(),
        }
    }

    /// Pays an order by card, from the session to the receipt.
    pub(crate) async fn pay(&mut self, order: &str) -> Result<(), Failure> {
        let session = self.open_session(order).await?;
        let view = self.read(&session).await?;
        let version = self.confirm(&session, &view).await?;
        let token = self.tokenise().await?;
        let state = self.press_pay(&session, &token, version).await?;
        if state == SessionState::Complete {
            Ok(())
        } else {
            Err(Failure::answer("the server", format!("{order} is paid")))
        }
    }

    /// Starts a checkout for an order; its id.
    pub(crate) async fn open_session(&mut self, order: &str) -> Result<String, Failure> {
        let body = json!({ "recipient": self.recipient, "order": order, "payer": payer() });
        let question = Question::send("POST", "/api/sessions", &body);
        let answer = self
            .connection
            .ask(question.with("authorization", &self.authorization))
            .await?;
        Ok(answer.json::<Session>()?.id.as_str().to_owned())
    }

    async fn read(&mut self, session: &str) -> Result<SessionView, Failure> {
        let path = format!("/api/checkout/{session}");
        self.connection.ask(Question::get(&path)).await?.json()
    }

    async fn confirm(&mut self, session: &str, view: &SessionView) -> Result<u32, Failure> {
        let path = format!("/api/checkout/{session}/payer");
        let seen = format!("\"{}\"", view.version);
        let question = Question::send("PUT", &path, &json!({ "payer": view.payer }));
        let answer = self
            .connection
            .ask(question.with("if-match", &seen))
            .await?;
        Ok(answer.json::<SessionView>()?.version)
    }

    async fn tokenise(&mut self) -> Result<String, Failure> {
        let card = json!({
            "number": "4242424242424242", "expiry_month": 12, "expiry_year": 2039,
            "security_code": "123", "holder": "Amina Diallo",
        });
        let question = Question::send("POST", "/sandbox/tokens", &card);
        Ok(self
            .connection
            .ask(question)
            .await?
            .json::<CardToken>()?
            .token)
    }

    async fn press_pay(
        &mut self,
        session: &str,
        token: &str,
        version: u32,
    ) -> Result<SessionState, Failure> {
        let path = format!("/api/checkout/{session}/payment");
        let key = format!("load-{session}-{version}");
        let key = key.get(..key.len().min(64)).unwrap_or(&key);
        let body = json!({ "method": "card", "token": token });
        let question = Question::send("POST", &path, &body).with("idempotency-key", key);
        Ok(self
            .connection
            .ask(question)
            .await?
            .json::<SessionView>()?
            .state)
    }
}

/// What the merchant knows: all that the form asks, so that it only has to be confirmed.
fn payer() -> Value {
    json!({
        "first_name": "Amina", "last_name": "Diallo", "email": "amina.diallo@example.com",
        "country": "ES", "address": "Calle Mayor 1", "city": "Madrid", "region": "Madrid", "postal_code": "28013",
        "fields": { "student_id": "V-2208817", "term": "Spring 2027" },
    })
}
