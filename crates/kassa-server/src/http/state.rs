//! What every endpoint has at hand.

use std::sync::Arc;

use tokio::sync::watch;

use super::{Assets, Limits};
use crate::payments::Kassa;
use crate::webhooks::Outbox;

/// What every endpoint has at hand, cheap to clone.
#[derive(Clone, Debug)]
pub struct HttpState {
    /// The use cases.
    pub kassa: Kassa,
    /// The built files.
    pub assets: Arc<Assets>,
    /// How much one address or one key may ask for.
    pub limits: Arc<Limits>,
    /// Delivers webhooks.
    pub webhooks: Outbox,
    /// Tells when the server ends.
    pub shutdown: Shutdown,
}

/// Tells that the server ends: first `/readyz` says no, so that nothing new is sent here; then
/// endless answers end, since they would hold the server open, and workers stop.
#[derive(Clone, Debug)]
pub struct Shutdown {
    leaving: watch::Sender<bool>,
    ending: watch::Sender<bool>,
}

impl Default for Shutdown {
    fn default() -> Self {
        let (leaving, ending) = (watch::Sender::new(false), watch::Sender::new(false));
        Self { leaving, ending }
    }
}

impl Shutdown {
    /// The server will end; everything is still answered.
    pub fn announce(&self) {
        self.leaving.send_replace(true);
    }

    /// Whether it was announced.
    #[must_use]
    pub fn is_announced(&self) -> bool {
        *self.leaving.borrow()
    }

    /// The server ends now.
    pub fn begin(&self) {
        self.announce();
        self.ending.send_replace(true);
    }

    /// Hears when the server ends.
    #[must_use]
    pub fn subscribe(&self) -> watch::Receiver<bool> {
        self.ending.subscribe()
    }

    /// Waits until the server ends.
    pub async fn begun(&self) {
        // The sender lives as long as `self`, so waiting cannot fail.
        drop(self.ending.subscribe().wait_for(|ending| *ending).await);
    }
}
