//! Sends one message to one address, once.

use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use reqwest::redirect::Policy;
use reqwest::{Client, Response};

use super::names::{AddressRefused, GuardedNames};
use super::{Destination, Message, Names, Reach, SignedHeaders, SystemNames};
use crate::domain::DeliveryError;

/// How much of an answer is read. Nothing in it is used; it is read so that the connection can be
/// used again.
const MOST: usize = 16 * 1024;

/// How long an endpoint may take for everything: its name, the connection, the answer.
pub const TIME_LIMIT: Duration = Duration::from_secs(10);

/// What we are called.
const USER_AGENT: &str = concat!("Kassa-Webhooks/", env!("CARGO_PKG_VERSION"));

/// Sends messages.
#[derive(Clone, Debug)]
pub struct Sender {
    client: Client,
    reach: Reach,
    time_limit: Duration,
}

/// How messages are sent.
#[derive(Clone, Debug)]
pub struct SenderSettings {
    /// How far they reach.
    pub reach: Reach,
    /// How long an endpoint may take for everything.
    pub time_limit: Duration,
    /// Where names' addresses come from.
    pub names: Arc<dyn Names>,
}

impl SenderSettings {
    /// What a server in use has.
    #[must_use]
    pub fn new(reach: Reach) -> Self {
        Self {
            reach,
            time_limit: TIME_LIMIT,
            names: Arc::new(SystemNames),
        }
    }
}

/// Messages cannot be sent from this machine at all: it has no root certificates.
#[derive(Debug, thiserror::Error)]
#[error("webhooks cannot be sent: the system's root certificates cannot be read")]
pub struct SenderError(#[source] reqwest::Error);

/// What an endpoint answered that took a message: its status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken(pub u16);

/// What came of a message that was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotTaken {
    /// Why.
    pub why: DeliveryError,
    /// What the endpoint answered, if it did.
    pub status: Option<u16>,
}

impl From<DeliveryError> for NotTaken {
    fn from(why: DeliveryError) -> Self {
        Self { why, status: None }
    }
}

impl Sender {
    /// Makes what sends. No redirect is followed, no proxy of the environment used: both would
    /// lead around the check of addresses.
    ///
    /// # Errors
    /// [`SenderError`].
    pub fn new(settings: SenderSettings) -> Result<Self, SenderError> {
        let (reach, names) = (settings.reach, settings.names);
        let client = Client::builder()
            .dns_resolver(Arc::new(GuardedNames { names, reach }))
            .redirect(Policy::none())
            .no_proxy()
            .referer(false)
            .user_agent(USER_AGENT)
            .pool_max_idle_per_host(2)
            .build()
            .map_err(SenderError)?;
        Ok(Self {
            client,
            reach,
            time_limit: settings.time_limit,
        })
    }

    /// How far messages reach.
    #[must_use]
    pub const fn reach(&self) -> Reach {
        self.reach
    }

    /// Sends a message. It is taken as soon as the endpoint answers 2xx: what the answer holds is
    /// read in part, and ignored.
    ///
    /// # Errors
    /// [`NotTaken`]; whether the endpoint acted upon it nobody knows.
    pub async fn send(
        &self,
        url: &str,
        message: &Message,
        headers: &SignedHeaders,
    ) -> Result<Taken, NotTaken> {
        let destination = Destination::parse(url, self.reach)?;
        let request = self
            .client
            .post(destination.url())
            .header("content-type", "application/json")
            .header("webhook-id", &headers.id)
            .header("webhook-timestamp", &headers.timestamp)
            .header("webhook-signature", &headers.signature)
            .body(message.body.clone());
        let deadline = tokio::time::sleep(self.time_limit);
        tokio::pin!(deadline);
        let response = tokio::select! {
            response = request.send() => response.map_err(|error| why(&error))?,
            () = &mut deadline => return Err(DeliveryError::TimedOut.into()),
        };
        let answer = judge(response.status().as_u16());
        tokio::select! {
            () = read_some(response) => {}
            () = &mut deadline => {}
        }
        answer
    }
}

fn judge(status: u16) -> Result<Taken, NotTaken> {
    let why = match status {
        200..=299 => return Ok(Taken(status)),
        300..=399 => DeliveryError::Redirected,
        410 => DeliveryError::Gone,
        _ => DeliveryError::Refused,
    };
    Err(NotTaken {
        why,
        status: Some(status),
    })
}

fn why(error: &reqwest::Error) -> DeliveryError {
    let mut reason: Option<&(dyn Error + 'static)> = Some(error);
    while let Some(error) = reason {
        if error.is::<AddressRefused>() {
            return DeliveryError::AddressRefused;
        }
        reason = error.source();
    }
    DeliveryError::ConnectionFailed
}

/// Reads an answer to its end, if that is near; else drops the connection with it.
async fn read_some(mut response: Response) {
    let mut read = 0_usize;
    while let Ok(Some(chunk)) = response.chunk().await {
        read = read.saturating_add(chunk.len());
        if read > MOST {
            return;
        }
    }
}
