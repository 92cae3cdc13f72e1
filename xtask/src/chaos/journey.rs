//! One order from its beginning to wherever its payers and its merchant take it.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};

use super::asker::{Asker, Question, Reply};
use super::dice::Dice;
use crate::failure::Failure;

/// Who is paid: a recipient of the demo account, of its country and currency.
const RECIPIENT: &str = "FWU";

/// What every order costs, in cents.
pub(super) const AMOUNT: u64 = 485_000;

/// How often a payer tries to pay before they leave.
const TRIES: u64 = 3;

/// One who takes part, as payer and as merchant.
#[derive(Debug)]
pub(crate) struct Journey {
    pub(super) asker: Asker,
    pub(super) dice: Dice,
    /// Part of every key, so that no two requests have the same.
    pub(super) name: String,
}

/// When the money is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Capture {
    /// At once.
    Automatic,
    /// When the merchant says so.
    Manual,
}

/// Who makes the payment when the payer presses Pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Creator {
    /// The payer's own press.
    Payer,
    /// The merchant's server, when it hears of the press.
    Merchant,
}

/// A session and what is known of it.
#[derive(Debug)]
pub(super) struct Checkout {
    pub(super) id: String,
    /// Its order and whose it is: part of every key, so that no two sessions share one.
    pub(super) name: String,
    capture: Capture,
    creator: Creator,
}

impl Journey {
    /// The journeys of one actor in a run with this seed.
    pub(crate) fn new(asker: Asker, dice: Dice, actor: u64) -> Self {
        let name = actor.to_string();
        Self { asker, dice, name }
    }

    /// Somebody who does something at the same time.
    pub(super) fn companion(&mut self) -> Self {
        Self {
            asker: self.asker.clone(),
            dice: self.dice.fork(),
            name: self.name.clone(),
        }
    }

    /// Adds an order and has it paid; now and then by two payers at once, of whom one may.
    pub(crate) async fn go(&mut self, nth: u64) -> Result<(), Failure> {
        let order = format!("CHAOS-{}-{nth}", self.name);
        self.add_order(&order).await?;
        if self.dice.happens(15) {
            let mut rival = self.companion();
            let (one, other) = tokio::join!(self.pay(&order, "a"), rival.pay(&order, "b"));
            one.and(other)
        } else {
            self.pay(&order, "a").await
        }
    }

    async fn pay(&mut self, order: &str, whose: &str) -> Result<(), Failure> {
        let Some(checkout) = self.open_session(order, whose).await? else {
            return Ok(());
        };
        for nth in 0..TRIES {
            if !self.confirm(&checkout.id).await? {
                return Ok(());
            }
            self.press_pay(&checkout, nth).await?;
            if checkout.creator == Creator::Merchant {
                self.create_announced(&checkout, nth).await?;
            }
            if let Some(reference) = self.outcome(&checkout.id).await? {
                self.asker.record.told_paid(&checkout.id);
                return self.move_money(&reference).await;
            }
        }
        self.asker.record.count("payers who left unpaid");
        Ok(())
    }

    async fn add_order(&mut self, order: &str) -> Result<(), Failure> {
        let body = json!({
            "number": order, "country": "ES",
            "amount": { "amount": AMOUNT, "currency": "EUR" },
        });
        let question = Question::send(Method::POST, "/api/orders", body)
            .with("idempotency-key", format!("order-{order}"));
        self.done(&question).await.map(drop)
    }

    /// Starts a checkout; now and then asks twice at once, as a merchant's server does that lost
    /// patience, and must get the same session. Nothing where another payer was quicker.
    async fn open_session(
        &mut self,
        order: &str,
        whose: &str,
    ) -> Result<Option<Checkout>, Failure> {
        let capture = if self.dice.happens(45) {
            Capture::Manual
        } else {
            Capture::Automatic
        };
        let creator = if self.dice.happens(30) {
            Creator::Merchant
        } else {
            Creator::Payer
        };
        let name = format!("{order}-{whose}");
        let body = session(order, capture, creator);
        let question = Question::send(Method::POST, "/api/sessions", body)
            .with("idempotency-key", format!("session-{name}"));
        let reply = self.insist(&question).await?;
        if (reply.status, reply.code()) == (409, "order_paid") {
            self.asker.record.told_order_paid(order);
            return Ok(None);
        }
        let id = text(&accepted(&question, reply)?.body["id"])?;
        self.asker.record.opened(&id);
        Ok(Some(Checkout {
            id,
            name,
            capture,
            creator,
        }))
    }

    /// Confirms the payer's information, if the session still is theirs to pay.
    async fn confirm(&mut self, session: &str) -> Result<bool, Failure> {
        loop {
            let view = self.read(session).await?;
            match view["state"].as_str() {
                Some("open") => {}
                Some("confirmed") => return Ok(true),
                _ => return Ok(false),
            }
            let path = format!("/api/checkout/{session}/payer");
            let body = json!({ "payer": view["payer"] });
            let seen = format!("\"{}\"", view["version"]);
            let question = Question::send(Method::PUT, path, body).with("if-match", seen);
            // Whatever is answered: what counts is how the session stands afterwards.
            self.asker.ask(&question, &mut self.dice).await?;
        }
    }

    async fn press_pay(&mut self, checkout: &Checkout, nth: u64) -> Result<(), Failure> {
        let body = self.method(checkout.capture).await?;
        let key = format!("{}-{nth}-{}", self.name, checkout.id);
        let key = key.chars().take(60).collect::<String>();
        let path = format!("/api/checkout/{}/payment", checkout.id);
        let question = Question::send(Method::POST, path, body).with("idempotency-key", key);
        self.asker.record.count("presses of Pay");
        if self.dice.happens(20) {
            let (asker, mut other) = (self.asker.clone(), self.dice.fork());
            let twice = asker.ask(&question, &mut other);
            let (one, two) = tokio::join!(self.asker.ask(&question, &mut self.dice), twice);
            one.and(two).map(drop)
        } else {
            self.asker.ask(&question, &mut self.dice).await.map(drop)
        }
    }

    /// Waits until the session is paid, and answers its payment; or until it is certain that this
    /// try came to nothing.
    async fn outcome(&mut self, session: &str) -> Result<Option<String>, Failure> {
        loop {
            let view = self.read(session).await?;
            let payment = &view["payment"];
            match view["state"].as_str() {
                Some("complete") => return text(&payment["reference"]).map(Some),
                Some("paying") => {}
                _ => return Ok(None),
            }
            if let Some(page) = payment["action"]["url"].as_str() {
                self.decide(page).await?;
            }
            self.think(300).await;
        }
    }

    async fn decide(&mut self, page: &str) -> Result<(), Failure> {
        let decision = if self.dice.happens(80) {
            "decision=approve"
        } else {
            "decision=refuse"
        };
        let question = Question::form(page, decision);
        self.asker.ask(&question, &mut self.dice).await.map(drop)
    }

    pub(super) async fn read(&mut self, session: &str) -> Result<Value, Failure> {
        let question = Question::get(format!("/api/checkout/{session}"));
        Ok(self.done(&question).await?.body)
    }

    /// Asks for something that has to be done in the end.
    pub(super) async fn done(&mut self, question: &Question) -> Result<Reply, Failure> {
        let reply = self.asker.ask(question, &mut self.dice).await?;
        accepted(question, reply)
    }

    /// People and programs think, for at most so many milliseconds.
    pub(super) async fn think(&mut self, most: u64) {
        tokio::time::sleep(Duration::from_millis(self.dice.below(most))).await;
    }
}

/// An answer that must be no refusal.
fn accepted(question: &Question, reply: Reply) -> Result<Reply, Failure> {
    if (200..300).contains(&reply.status) {
        return Ok(reply);
    }
    let (status, code) = (reply.status, reply.code());
    let expected = format!("it refused {question} with {status} {code}");
    Err(Failure::answer("the server", expected))
}

/// What is asked to start a checkout.
fn session(order: &str, capture: Capture, creator: Creator) -> Value {
    let capture = match capture {
        Capture::Automatic => "automatic",
        Capture::Manual => "manual",
    };
    let creator = match creator {
        Creator::Payer => "automatic",
        Creator::Merchant => "merchant",
    };
    json!({
        "recipient": RECIPIENT, "order": order, "payer": payer(), "capture": capture,
        "payment_creation": creator,
    })
}

/// A text that has to be there.
pub(super) fn text(value: &Value) -> Result<String, Failure> {
    value
        .as_str()
        .map(str::to_owned)
        .ok_or_else(|| Failure::answer("the server", "a field is missing in its answer"))
}

/// All that the form asks, so that it only has to be confirmed.
fn payer() -> Value {
    json!({
        "first_name": "Amina", "last_name": "Diallo", "email": "amina.diallo@example.com",
        "country": "ES", "address": "Calle Mayor 1", "city": "Madrid", "region": "Madrid", "postal_code": "28013",
        "fields": { "student_id": "V-2208817", "term": "Spring 2027" },
    })
}
