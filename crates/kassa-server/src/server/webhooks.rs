//! What the operator chooses about webhooks.

use clap::Args;

use crate::payments::Kassa;
use crate::webhooks::{Outbox, OutboxLimits, Reach, Sender, SenderError, SenderSettings};

/// Where webhooks go.
#[derive(Clone, Copy, Debug, Args)]
pub struct WebhookArgs {
    /// Webhooks go over http and into private networks too: for demos, tests, and an operator who
    /// trusts every merchant of this server.
    #[arg(long, env = "KASSA_WEBHOOKS_ANYWHERE")]
    pub webhooks_anywhere: bool,
}

impl WebhookArgs {
    /// What delivers webhooks, as it was chosen.
    pub(super) fn outbox(self, kassa: &Kassa) -> Result<Outbox, SenderError> {
        let reach = if self.webhooks_anywhere {
            Reach::Anywhere
        } else {
            Reach::Public
        };
        let sender = Sender::new(SenderSettings::new(reach))?;
        Ok(Outbox::new(kassa.clone(), sender, OutboxLimits::default()))
    }
}
