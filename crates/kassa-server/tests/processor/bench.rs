//! A processor to test, and how a test has a card of its.

use async_trait::async_trait;
use jiff::Timestamp;
use kassa_server::domain::{
    AttemptId, CaptureMode, CardTokenText, OperationId, OperationKind, OperationOutcome,
};
use kassa_server::processor::{
    Answer, Charge, ChargeMethod, Charged, Instruction, Processor, ProcessorError, ReturnUrl,
};
use kassa_wire::Money;

/// Which card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Card {
    /// One that is paid with.
    Good,
    /// One that the bank refuses.
    Refused,
}

/// A processor to test.
#[async_trait]
pub(crate) trait Bench: Sized + Send + Sync {
    /// A fresh one.
    async fn open() -> Self;

    /// What is tested.
    fn processor(&self) -> &dyn Processor;

    /// A token as a browser gets it.
    async fn token(&self, card: Card) -> CardTokenText;

    /// Now, by the processor's clock.
    fn now(&self) -> Timestamp;
}

/// An amount of the currency that all of them take.
pub(crate) fn euros(amount: i64) -> Money {
    Money {
        amount,
        currency: "EUR".parse().unwrap(),
    }
}

/// What every charge of these tests costs.
pub(crate) const PRICE: i64 = 4_850;

/// A charge under a name of its own.
pub(crate) async fn card_charge<B: Bench>(bench: &B, card: Card, capture: CaptureMode) -> Charge {
    Charge {
        processor: bench.processor().name(),
        attempt: AttemptId(name("att_")),
        reference: "FWU744586810".parse().unwrap(),
        amount: euros(PRICE),
        capture,
        method: ChargeMethod::Card(bench.token(card).await),
        return_url: ReturnUrl("https://pay.example/v1/view/cs_000000000000000000000000/".into()),
    }
}

/// Charges a good card; what it is looked up by afterwards.
pub(crate) async fn paid<B: Bench>(bench: &B, capture: CaptureMode) -> Charged {
    let charge = card_charge(bench, Card::Good, capture).await;
    let answer = send(bench, &charge).await.unwrap();
    Charged {
        processor: bench.processor().name(),
        attempt: charge.attempt,
        reference: answer.reference,
        since: bench.now(),
    }
}

pub(crate) async fn send<B: Bench>(bench: &B, charge: &Charge) -> Result<Answer, ProcessorError> {
    bench.processor().charge(charge).await
}

/// An operation under a name of its own.
pub(crate) fn instruction(charged: &Charged, kind: OperationKind, amount: i64) -> Instruction {
    Instruction {
        id: OperationId(name("op_")),
        charged: charged.clone(),
        kind,
        amount: euros(amount),
    }
}

/// Has it done, and answers what came of it.
pub(crate) async fn operate<B: Bench>(bench: &B, instruction: &Instruction) -> OperationOutcome {
    bench.processor().operate(instruction).await.unwrap()
}

/// Never the same twice.
fn name(prefix: &str) -> String {
    use std::sync::atomic::{AtomicU64, Ordering};
    static DRAWN: AtomicU64 = AtomicU64::new(1);
    let process = std::process::id();
    format!(
        "{prefix}{process:0>8}{:0>8}",
        DRAWN.fetch_add(1, Ordering::SeqCst)
    )
}
