//! The merchant's server: it asks the API with its key, and reads the sandbox's ledger.

use reqwest::{Client, RequestBuilder};
use serde_json::{Value, json};

use crate::stage::until;

/// One account at one server.
#[derive(Clone, Debug)]
pub(crate) struct Merchant {
    client: Client,
    server: String,
    key: String,
}

/// A checkout that the merchant began.
#[derive(Clone, Debug)]
pub(crate) struct Session {
    /// Its id.
    pub(crate) id: String,
    /// Its payer's link.
    pub(crate) url: String,
    /// The order's amount, in minor units.
    pub(crate) amount: i64,
}

impl Merchant {
    /// Asks this server with this key.
    pub(crate) fn new(server: String, key: String) -> Self {
        Self {
            client: Client::new(),
            server,
            key,
        }
    }

    /// Begins a checkout in a country, for a payer of whom everything is known.
    pub(crate) async fn session(&self, country: &str) -> Session {
        self.session_with(country, &json!({})).await
    }

    /// The same, with some of the request's fields changed. `payer` is merged field by field.
    pub(crate) async fn session_with(&self, country: &str, changes: &Value) -> Session {
        let recipient = self.recipient(country).await;
        let order = self.unpaid_order(&recipient).await;
        let mut request = json!({
            "recipient": recipient["id"],
            "order": order["number"],
            "payer": complete_payer(&recipient),
        });
        merge(&mut request, changes);
        let session = self
            .ask(self.client.post(self.at("/api/sessions")).json(&request))
            .await;
        Session {
            id: text(&session["id"]),
            url: text(&session["url"]),
            amount: session["amount"]["amount"]
                .as_i64()
                .expect("an amount is an integer"),
        }
    }

    /// The first recipient in a country.
    pub(crate) async fn recipient(&self, country: &str) -> Value {
        let recipients = self
            .ask(self.client.get(self.at("/api/recipients?query=")))
            .await;
        let found = list(&recipients)
            .iter()
            .find(|recipient| recipient["country"] == country);
        found
            .unwrap_or_else(|| panic!("no recipient in {country}: {recipients}"))
            .clone()
    }

    async fn unpaid_order(&self, recipient: &Value) -> Value {
        let path = format!("/api/orders?recipient={}&query=", text(&recipient["id"]));
        let orders = self.ask(self.client.get(self.at(&path))).await;
        let found = list(&orders).iter().find(|order| order["paid"] == false);
        found
            .unwrap_or_else(|| panic!("every order is paid: {orders}"))
            .clone()
    }

    /// The merchant's page says that the session is about to change. It needs no key.
    pub(crate) async fn locks(&self, session: &Session) {
        let path = format!("/api/checkout/{}/lock", session.id);
        self.ask(self.client.post(self.at(&path))).await;
    }

    /// The merchant's server changes the session.
    pub(crate) async fn changes(&self, session: &Session, changes: &Value) {
        let path = format!("/api/sessions/{}", session.id);
        self.ask(self.client.patch(self.at(&path)).json(changes))
            .await;
    }

    /// The session as the API has it.
    pub(crate) async fn look_at(&self, session: &Session) -> Value {
        self.ask(
            self.client
                .get(self.at(&format!("/api/sessions/{}", session.id))),
        )
        .await
    }

    /// The session as the API has it, as soon as it is in this state.
    pub(crate) async fn session_in(&self, session: &Session, state: &str) -> Value {
        until(&format!("the API's session is {state}"), async || {
            Some(self.look_at(session).await).filter(|session| session["state"] == state)
        })
        .await
    }

    /// The session's payment as the API has it, as soon as there is one in this state.
    pub(crate) async fn payment_in(&self, session: &Session, state: &str) -> Value {
        until(&format!("the API's payment is {state}"), async || {
            let session = self.look_at(session).await;
            let reference = session["payment"].as_str()?;
            let payment = self
                .client
                .get(self.at(&format!("/api/payments/{reference}")));
            Some(self.ask(payment).await).filter(|payment| payment["state"] == state)
        })
        .await
    }

    /// What the sandbox took, as its own ledger has it: neither refused nor still awaited.
    pub(crate) async fn charges(&self) -> Vec<Value> {
        let ledger = self.ask(self.client.get(self.at("/sandbox/ledger"))).await;
        let lines = ledger.as_array().expect("a ledger is a list");
        lines
            .iter()
            .filter(|line| line["state"] == "captured")
            .cloned()
            .collect()
    }

    /// Lets the money of a bank transfer arrive.
    pub(crate) async fn transfer_arrives(&self, reference: &str) {
        let path = format!("/sandbox/transfers/{reference}/arrive");
        let answer = self.client.post(self.at(&path)).send().await.unwrap();
        assert!(
            answer.status().is_success(),
            "{}",
            answer.text().await.unwrap()
        );
    }

    fn at(&self, path: &str) -> String {
        format!("{}{path}", self.server)
    }

    async fn ask(&self, request: RequestBuilder) -> Value {
        let answer = request
            .bearer_auth(&self.key)
            .send()
            .await
            .expect("the server answers");
        let status = answer.status();
        let body: Value = answer.json().await.expect("the answer is JSON");
        assert!(status.is_success(), "{status}: {body}");
        body
    }
}

/// A payer with every field that the recipient asks for.
fn complete_payer(recipient: &Value) -> Value {
    let mut payer = json!({
        "first_name": "Amina",
        "last_name": "Okafor",
        "email": "amina@example.com",
        "country": "NG",
        "address": "14 Awolowo Road",
        "city": "Ikoyi",
    });
    for field in recipient["fields"].as_array().into_iter().flatten() {
        if field["required"] == true {
            let first = field["options"][0].as_str().unwrap_or("V-2208817");
            payer[format!("fields.{}", text(&field["id"]))] = first.into();
        }
    }
    payer
}

fn merge(into: &mut Value, changes: &Value) {
    for (name, value) in changes.as_object().expect("changes are an object") {
        match value {
            Value::Object(_) => merge(&mut into[name], value),
            _ => into[name] = value.clone(),
        }
    }
}

fn list(answer: &Value) -> &[Value] {
    answer["data"].as_array().expect("an answer with a list")
}

/// A text in an answer.
pub(crate) fn text(value: &Value) -> String {
    value
        .as_str()
        .unwrap_or_else(|| panic!("not a text: {value}"))
        .to_owned()
}
