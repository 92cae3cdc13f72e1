//! Signatures, as <https://www.standardwebhooks.com> specifies them.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use jiff::Timestamp;
use sha2::Sha256;

use super::Message;
use crate::domain::WebhookSecret;

/// The three headers that prove a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedHeaders {
    /// `webhook-id`: the event's id, the same at every try.
    pub id: String,
    /// `webhook-timestamp`: when this try was made, in seconds. Merchants refuse old ones, so that
    /// nobody can send a message again that they overheard.
    pub timestamp: String,
    /// `webhook-signature`: one signature for every secret that signs now, parted by spaces.
    pub signature: String,
}

/// Signs a message for this moment: `v1,` and base64 of HMAC-SHA256 over `id.timestamp.body`.
#[must_use]
pub fn sign<'a>(
    message: &Message,
    secrets: impl IntoIterator<Item = &'a WebhookSecret>,
    now: Timestamp,
) -> SignedHeaders {
    let timestamp = now.as_second().to_string();
    let content = format!("{}.{timestamp}.{}", message.id.0, message.body);
    let signatures = secrets.into_iter().filter_map(|s| signature(s, &content));
    let signatures: Vec<String> = signatures.collect();
    SignedHeaders {
        id: message.id.0.clone(),
        timestamp,
        signature: signatures.join(" "),
    }
}

/// HMAC takes keys of any length, so there always is one.
fn signature(secret: &WebhookSecret, content: &str) -> Option<String> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.key()).ok()?;
    mac.update(content.as_bytes());
    Some(format!(
        "v1,{}",
        STANDARD.encode(mac.finalize().into_bytes())
    ))
}
