//! What Stripe's documentation promises and localstripe does not keep.

use std::collections::BTreeMap;

use axum::http::Method;
use serde_json::{Value, json};

use super::front::{Asked, Front, Seen, Told};

fn refused(code: &str) -> Told {
    let error = json!({ "type": "invalid_request_error", "code": code });
    (400, json!({ "error": error }))
}

/// <https://docs.stripe.com/api/payment_methods>: without a customer a card's token is charged
/// once. The error has a sentence for people, and neither a code nor a parameter.
fn used_before() -> Told {
    let error = json!({ "type": "invalid_request_error", "message": "It was used before." });
    (400, json!({ "error": error }))
}

impl Front {
    /// <https://docs.stripe.com/api/idempotent_requests>: the same key with the same request gets
    /// the first answer again, with another one a refusal.
    pub(super) async fn once(&self, seen: &mut Seen, asked: &Asked) -> Told {
        let key = asked.headers.get("idempotency-key");
        let Some(key) = key.and_then(|it| it.to_str().ok()) else {
            return self.by_the_books(seen, asked).await;
        };
        if let Some((form, told)) = seen.kept.get(key) {
            return if *form == asked.form {
                told.clone()
            } else {
                (400, json!({ "error": { "type": "idempotency_error" } }))
            };
        }
        let told = self.by_the_books(seen, asked).await;
        seen.kept
            .insert(key.to_owned(), (asked.form.clone(), told.clone()));
        told
    }

    async fn by_the_books(&self, seen: &mut Seen, asked: &Asked) -> Told {
        if let Some(token) = asked.form.get("payment_method")
            && !seen.used.insert(token.clone())
        {
            return used_before();
        }
        if asked.method == Method::POST
            && let Some(refused) = self.refusal(asked).await
        {
            return refused;
        }
        let (status, mut told) = self.told(seen, asked).await;
        if status == 402 {
            self.name_the_intent(&mut told).await;
        }
        (status, told)
    }

    /// <https://docs.stripe.com/api/errors>: a declined card's error holds the `PaymentIntent`.
    async fn name_the_intent(&self, told: &mut Value) {
        let charge = told["error"]["charge"].as_str().unwrap().to_owned();
        let charge = self.read(&format!("/v1/charges/{charge}")).await;
        told["error"]["type"] = json!("card_error");
        told["error"]["payment_intent"] = json!({ "id": charge["payment_intent"] });
    }

    async fn refusal(&self, asked: &Asked) -> Option<Told> {
        let number = |name: &str| asked.form.get(name).and_then(|it| it.parse::<i64>().ok());
        if asked.path == "/v1/refunds" {
            let intent = asked.form.get("payment_intent")?;
            let left = self.refundable(intent).await;
            return match left {
                0 => Some(refused("charge_already_refunded")),
                left if number("amount")? > left => Some(refused("amount_too_large")),
                _ => None,
            };
        }
        let (path, what) = asked.path.rsplit_once('/')?;
        if !matches!(what, "capture" | "cancel") {
            return None;
        }
        let intent = self.read(path).await;
        let status = intent["status"].as_str().unwrap_or_default();
        let waits = match status {
            "requires_capture" => true,
            "requires_action" | "requires_confirmation" => what == "cancel",
            _ => false,
        };
        if !waits {
            Some(refused("payment_intent_unexpected_state"))
        } else if number("amount_to_capture") > intent["amount"].as_i64() {
            Some(refused("amount_too_large"))
        } else {
            None
        }
    }

    /// What was captured and has not been returned. localstripe writes what a partial capture lets
    /// go as a refund.
    async fn refundable(&self, intent: &str) -> i64 {
        let intent = self.read(&format!("/v1/payment_intents/{intent}")).await;
        let charge = &intent["latest_charge"];
        if charge["captured"] == true {
            charge["amount"].as_i64().unwrap() - charge["amount_refunded"].as_i64().unwrap()
        } else {
            0
        }
    }

    pub(super) async fn read(&self, path: &str) -> Value {
        self.behind(Method::GET, path, &BTreeMap::new()).await.1
    }
}
