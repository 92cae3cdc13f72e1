//! Messages between the frame and the merchant's page.
//!
//! Envelope: `{ "kassa": 1, "session": id, "type": …, … }`. The frame answers only its parent, or
//! the page that opened it as a window of its own, only a registered origin, only for its own
//! session; it posts to that exact origin.

use serde::{Deserialize, Serialize};

use crate::id::{AttemptKey, PaymentReference, SessionId};
use crate::state::PaymentState;

/// The protocol's version, the value of `kassa` in every message.
pub const VERSION: u8 = 1;

/// A message with its envelope.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Envelope<M> {
    /// Always [`VERSION`].
    pub kassa: u8,
    /// Which checkout it is about.
    pub session: SessionId,
    /// What is said.
    #[serde(flatten)]
    pub message: M,
}

/// What the frame tells the merchant's page. Hints for the screen: what counts is what the
/// merchant's server reads at `GET /api/payments/{reference}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "type")]
pub enum FrameMessage {
    /// The checkout can be used. Also the answer to [`HostMessage::Hello`].
    Ready,
    /// The content's height in CSS pixels.
    Height {
        /// CSS pixels.
        height: u32,
    },
    /// The payer changed something.
    Change,
    /// The payer confirmed their information.
    Confirm,
    /// The payment moved.
    Payment {
        /// Which.
        reference: PaymentReference,
        /// Where it stands now.
        status: PaymentState,
        /// Where the merchant wanted the payer back.
        return_url: Option<String>,
        /// Where the merchant's server creates a payment that is only announced.
        confirm_url: Option<String>,
    },
    /// Something went wrong that the payer was told of.
    Error {
        /// A problem code, or `network`.
        code: String,
    },
    /// The payer called it off.
    Cancel,
    /// The offer ended.
    Expired,
    /// The payer chose another language.
    Locale {
        /// BCP 47.
        locale: String,
    },
    /// The payer pressed **Pay**, and the page wants to be asked before: it answers with
    /// [`HostMessage::Agree`] or [`HostMessage::Refuse`].
    Validate {
        /// Which press it is, to be said again in the answer.
        attempt: AttemptKey,
    },
    /// The payer pressed Escape in the frame, which an overlay around it does not hear.
    Close,
    /// The answer to [`HostMessage::Refresh`]: what is shown is what the server has.
    Updated,
    /// The answer to [`HostMessage::Refresh`] where the server knows no such session.
    NotFound,
    /// The answer to [`HostMessage::Lock`]: the payer may look, and may not confirm or pay.
    Locked,
    /// The answer to [`HostMessage::Lock`] where the session is not known to be locked.
    LockFailed,
}

/// What the merchant's page asks of the frame.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "type")]
pub enum HostMessage {
    /// Who is there? Answered with [`FrameMessage::Ready`] and a height.
    Hello,
    /// The session changed on the server: read it again.
    Refresh,
    /// Keep the payer from confirming and paying while the merchant's server changes the session.
    Lock,
    /// From now on ask before anything is paid. A convenience and no control: whoever is at the
    /// browser can leave it out.
    SetValidate {
        /// Whether to ask.
        validate: bool,
    },
    /// The answer to [`FrameMessage::Validate`]: the press counts.
    Agree {
        /// Which press.
        attempt: AttemptKey,
    },
    /// The answer to [`FrameMessage::Validate`]: nothing is paid.
    Refuse {
        /// Which press.
        attempt: AttemptKey,
    },
    /// Show another language.
    SetLocale {
        /// BCP 47.
        locale: String,
    },
}
