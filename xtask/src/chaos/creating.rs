//! The merchant's servers that create what payers announce, and how such servers ask: again and
//! again under the same key, since answers get lost.

use reqwest::Method;
use serde_json::{Value, json};

use super::asker::{Question, Reply};
use super::journey::{Checkout, Journey};
use crate::failure::Failure;

/// What whoever comes second, or for nothing, is told.
const REFUSALS: [&str; 2] = ["payment_created", "payment_not_announced"];

impl Journey {
    /// Creates the payment that a payer announced with their nth press of Pay. Now and then two
    /// servers heard of it, each with a key of its own: one of them creates it.
    pub(super) async fn create_announced(
        &mut self,
        checkout: &Checkout,
        nth: u64,
    ) -> Result<(), Failure> {
        let view = self.read(&checkout.id).await?;
        let here = creation(checkout, nth, "a");
        let mut replies = Vec::new();
        if self.dice.happens(35) {
            let mut other = self.companion();
            let there = creation(checkout, nth, "b");
            let (one, two) = tokio::join!(self.insist(&here), other.insist(&there));
            replies.extend([one?, two?]);
        } else {
            replies.push(self.insist(&here).await?);
        }
        self.judge_creation(&view, &replies);
        Ok(())
    }

    /// What was announced is created by one of them; what was not, by none.
    fn judge_creation(&self, seen: &Value, replies: &[Reply]) {
        let record = &self.asker.record;
        let announced = seen["payment"]["confirm_url"].is_string();
        let created = replies.iter().filter(|reply| reply.status == 201);
        let mut references: Vec<_> = created.map(|it| it.body["reference"].as_str()).collect();
        references.dedup();
        match (announced, references.len()) {
            (true, 1) => record.count("announced payments created"),
            (false, 0) => record.count("announcements that never were"),
            (true, 0) => record.broken("an announced payment could not be created".to_owned()),
            (true, _) => record.broken("one announcement created two payments".to_owned()),
            (false, _) => record.broken("a payment was created unannounced".to_owned()),
        }
        for reply in replies.iter().filter(|reply| reply.status != 201) {
            record.count("creations refused");
            if !REFUSALS.contains(&reply.code()) {
                let (status, code) = (reply.status, reply.code());
                record.broken(format!("a creation was answered {status} {code}"));
            }
        }
    }

    /// Asks as a server does that may hang up before the answer, or lose it and ask once more
    /// later. The same key has to get the same answer.
    pub(super) async fn insist(&mut self, question: &Question) -> Result<Reply, Failure> {
        if self.dice.happens(20) {
            self.asker.hang_up(question, &mut self.dice).await;
        }
        let reply = self.asker.ask(question, &mut self.dice).await?;
        if self.dice.happens(20) {
            self.think(400).await;
            let again = self.asker.ask(question, &mut self.dice).await?;
            if !again.is_the_same_as(&reply) {
                let what = "the same key was answered in two ways";
                self.asker.record.broken(what.to_owned());
            }
        }
        Ok(reply)
    }
}

fn creation(checkout: &Checkout, nth: u64, server: &str) -> Question {
    let path = format!("/api/sessions/{}/payment", checkout.id);
    let key = format!("create-{}-{nth}-{server}", checkout.name);
    Question::send(Method::POST, path, json!({})).with("idempotency-key", key)
}
