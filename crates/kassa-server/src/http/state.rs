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

/// Tells endless answers that the server ends: without it they would hold it open.
#[derive(Clone, Debug)]
pub struct Shutdown(watch::Sender<bool>);

impl Default for Shutdown {
    fn default() -> Self {
        Self(watch::Sender::new(false))
    }
}

impl Shutdown {
    /// The server ends now.
    pub fn begin(&self) {
        self.0.send_replace(true);
    }

    /// Hears when the server ends.
    #[must_use]
    pub fn subscribe(&self) -> watch::Receiver<bool> {
        self.0.subscribe()
    }
}
