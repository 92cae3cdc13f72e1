//! A bad line to the sandbox: what is asked is lost, late, or heard twice, and so are the answers.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use axum::http::HeaderMap;
use kassa_wire::{CountryCode, Money};
use sha2::{Digest, Sha256};

use super::Sandbox;
use crate::domain::{OperationOutcome, ProcessorName};
use crate::processor::{
    Answer, Charge, Charged, Instruction, NoAnswer, Notice, Offer, Processor, ProcessorError,
    WebhookRefusal,
};

/// The longest that a request is on its way. Longer than a test lets a charge take, so that some
/// is done only after Kassa has given up waiting for it.
const LATEST_MS: u32 = 2_500;

/// The sandbox at the end of a bad line, for tests. What happens to the nth request of a process
/// is drawn from the seed, so that a bad day can be had again.
#[derive(Clone, Debug)]
pub struct BadLine {
    sandbox: Sandbox,
    seed: u64,
    asked: Arc<AtomicU64>,
}

/// What the line does to one request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// Nothing.
    Clear,
    /// The request is lost: nothing is done, and nobody answers.
    RequestLost,
    /// What was asked is done, and the answer is lost.
    AnswerLost,
    /// The request arrives after this long, whether or not anybody still waits.
    Late(Duration),
    /// The request arrives twice.
    Twice,
}

impl Fate {
    /// What happens to the nth request.
    pub(super) fn drawn(seed: u64, nth: u64) -> Self {
        let hash = Sha256::new()
            .chain_update(seed.to_be_bytes())
            .chain_update(nth.to_be_bytes())
            .finalize();
        let [percent, high, low, ..] = <[u8; 32]>::from(hash);
        let wait = u32::from(u16::from_be_bytes([high, low])).checked_rem(LATEST_MS);
        match percent {
            0..=24 => Self::RequestLost,
            25..=59 => Self::AnswerLost,
            60..=94 => Self::Late(Duration::from_millis(u64::from(wait.unwrap_or_default()))),
            95..=119 => Self::Twice,
            120..=255 => Self::Clear,
        }
    }
}

impl BadLine {
    /// The line to a sandbox, as bad as the seed has it.
    #[must_use]
    pub fn new(sandbox: Sandbox, seed: u64) -> Self {
        Self {
            sandbox,
            seed,
            asked: Arc::default(),
        }
    }

    /// Carries a request over the line. An answer that is lost is waited for until Kassa's own
    /// time limit ends it.
    async fn carry<T, W>(&self, ask: impl Fn(Sandbox) -> W) -> T
    where
        T: Send + 'static,
        W: Future<Output = T> + Send + 'static,
    {
        let nth = self.asked.fetch_add(1, Ordering::Relaxed);
        let there = || tokio::spawn(ask(self.sandbox.clone()));
        let answer = match Fate::drawn(self.seed, nth) {
            Fate::Clear => there().await,
            Fate::RequestLost => return std::future::pending().await,
            Fate::AnswerLost => {
                drop(there());
                return std::future::pending().await;
            }
            Fate::Late(wait) => {
                let asked = ask(self.sandbox.clone());
                let late = async move {
                    tokio::time::sleep(wait).await;
                    asked.await
                };
                tokio::spawn(late).await
            }
            Fate::Twice => {
                drop(there());
                there().await
            }
        };
        match answer {
            Ok(answer) => answer,
            Err(_) => std::future::pending().await,
        }
    }
}

#[async_trait]
impl Processor for BadLine {
    fn name(&self) -> ProcessorName {
        self.sandbox.name()
    }

    fn offers(&self, amount: Money, country: CountryCode) -> Vec<Offer> {
        self.sandbox.offers(amount, country)
    }

    async fn charge(&self, charge: &Charge) -> Result<Answer, ProcessorError> {
        self.carry(|sandbox| {
            let charge = charge.clone();
            async move { sandbox.charge(&charge).await }
        })
        .await
    }

    async fn look_up(&self, charged: &Charged) -> Result<Option<Answer>, ProcessorError> {
        self.carry(|sandbox| {
            let charged = charged.clone();
            async move { sandbox.look_up(&charged).await }
        })
        .await
    }

    async fn operate(&self, instruction: &Instruction) -> Result<OperationOutcome, NoAnswer> {
        self.carry(|sandbox| {
            let instruction = instruction.clone();
            async move { sandbox.operate(&instruction).await }
        })
        .await
    }

    async fn look_up_operation(
        &self,
        instruction: &Instruction,
    ) -> Result<Option<OperationOutcome>, NoAnswer> {
        self.carry(|sandbox| {
            let instruction = instruction.clone();
            async move { sandbox.look_up_operation(&instruction).await }
        })
        .await
    }

    fn verify_webhook(
        &self,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Result<Vec<Notice>, WebhookRefusal> {
        self.sandbox.verify_webhook(headers, body)
    }
}
