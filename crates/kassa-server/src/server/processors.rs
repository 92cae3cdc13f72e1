//! Which processors there are.

use std::sync::Arc;

use axum::Router;
use jiff::SignedDuration;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

use super::settings::ProcessorChoice;
use super::{ServeError, ServeSettings};
use crate::clock::{SystemClock, SystemDice};
use crate::processor::sandbox::{self, BadLine, Desk, LedgerError, Sandbox, SandboxSettings};
use crate::processor::stripe::{self, Stripe};
use crate::processor::{Notice, Processor, Processors};

/// The processors, open: the chosen one, and those that may have payments of before.
pub(super) struct OpenProcessors {
    pub(super) all: Processors,
    /// Their own addresses.
    pub(super) guests: Vec<Router>,
    /// On which each says what moved.
    pub(super) notices: Vec<UnboundedReceiver<Notice>>,
    /// Whose charges move by themselves.
    pub(super) sandbox: Option<Sandbox>,
}

/// Opens every processor that payments may be kept by: Stripe where its keys are said, the sandbox
/// where it has a ledger.
pub(super) async fn open_processors(
    settings: &ServeSettings,
) -> Result<OpenProcessors, ServeError> {
    let (mut guests, mut notices) = (Vec::new(), Vec::new());
    let mut found: Vec<(ProcessorChoice, Arc<dyn Processor>)> = Vec::new();
    let wanted = settings.processor == ProcessorChoice::Sandbox;
    let mut sandbox = None;
    if wanted || settings.sandbox_ledger_file().exists() {
        let (opened, heard) = open_sandbox(settings).await?;
        guests.push(sandbox::routes(opened.clone()));
        notices.push(heard);
        let line = line_to(&opened, settings.sandbox_weather);
        found.push((ProcessorChoice::Sandbox, line));
        sandbox = Some(opened);
    }
    if let Some(account) = settings.stripe.settings(settings.charge_time_limit) {
        let opened = Stripe::new(account, Arc::new(SystemClock))?;
        let (tell, heard) = unbounded_channel();
        guests.push(stripe::routes(opened.clone(), tell));
        notices.push(heard);
        found.push((ProcessorChoice::Stripe, Arc::new(opened)));
    }
    let chosen = found.iter().position(|(it, _)| *it == settings.processor);
    let chosen = chosen.ok_or_else(|| {
        let missing = settings.stripe.missing();
        ServeError::Stripe(missing.join(", "))
    })?;
    let (_, chosen) = found.swap_remove(chosen);
    let others = found.into_iter().map(|(_, other)| other).collect();
    Ok(OpenProcessors {
        all: Processors::new(chosen, others),
        guests,
        notices,
        sandbox,
    })
}

async fn open_sandbox(
    settings: &ServeSettings,
) -> Result<(Sandbox, UnboundedReceiver<Notice>), LedgerError> {
    let delay = SignedDuration::try_from(settings.sandbox_transfer_delay);
    let sandbox = SandboxSettings {
        file: settings.sandbox_ledger_file(),
        transfer_delay: delay.unwrap_or(SignedDuration::MAX),
        desk: if settings.sandbox_ledger {
            Desk::Open
        } else {
            Desk::Closed
        },
    };
    Sandbox::open(sandbox, Arc::new(SystemClock), Arc::new(SystemDice)).await
}

fn line_to(sandbox: &Sandbox, weather: Option<u64>) -> Arc<dyn Processor> {
    match weather {
        None => Arc::new(sandbox.clone()),
        Some(seed) => Arc::new(BadLine::new(sandbox.clone(), seed)),
    }
}
