//! States as the wire names them. The state machines are elsewhere and are not these types.

use serde::{Deserialize, Serialize};

/// Where a checkout session stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum SessionState {
    /// The payer may fill in, correct and confirm their information.
    Open,
    /// The information is confirmed; a method can be chosen and paid with.
    Confirmed,
    /// An attempt is under way, or its outcome is not known yet.
    Paying,
    /// Paid.
    Complete,
    /// Its time is over and nothing was paid.
    Expired,
    /// Called off by the payer or the merchant; nothing was paid.
    Cancelled,
}

/// When the money is taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum CaptureMode {
    /// When the payer pays.
    #[default]
    Automatic,
    /// Reserved when the payer pays; the merchant takes it later, or lets it go.
    Manual,
}

/// Who creates a session's payment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum PaymentCreation {
    /// The payer, by paying.
    #[default]
    Automatic,
    /// The merchant's server, after it heard that the payer wants to pay.
    Merchant,
}

/// Where a payment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum PaymentState {
    /// There is a payment, and nothing was asked of the processor yet.
    Created,
    /// The payer has to do something elsewhere: a challenge, a wallet's page.
    RequiresAction,
    /// Under way; also when the processor's answer is not known.
    Processing,
    /// Reserved, not taken.
    Authorized,
    /// Taken.
    Captured,
    /// Part of it taken.
    PartiallyCaptured,
    /// Reserved and let go.
    Voided,
    /// Refused; may be tried again.
    Declined,
    /// Over, without a way to try again.
    Failed,
    /// Part of what was taken was returned.
    PartiallyRefunded,
    /// All that was taken was returned.
    Refunded,
}

/// How a payer can pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum MethodKind {
    /// A card, tokenised by the processor in the browser.
    Card,
    /// A transfer from the payer's bank, which arrives later.
    BankTransfer,
    /// A wallet with a page of its own.
    Wallet,
}

/// Why the processor refused, in words that a payer can act on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum DeclineReason {
    /// The bank said no without a reason that may be told.
    Declined,
    /// Not enough money.
    InsufficientFunds,
    /// The card's time is over.
    ExpiredCard,
    /// The payer did not pass the bank's challenge.
    ChallengeFailed,
    /// The payer turned back at the wallet's page.
    CalledOff,
    /// The processor never took the charge up: nothing was taken.
    NotProcessed,
}

/// How far an invitation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum InvitationState {
    /// Nobody mails it: there is no address, or the server has no mail server. Pass the link on.
    Kept,
    /// It is tried until a mail server takes it.
    Waiting,
    /// A mail server took it.
    Sent,
    /// It is not tried any more.
    Failed,
}

/// Why an invitation did not leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum InvitationFailure {
    /// The mail server refused it for good.
    Refused,
    /// No mail server took it while the session waited.
    NotTaken,
    /// The session ended before: the link would lead nowhere.
    SessionOver,
}

/// What is done with a payment's money after it was reserved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum OperationKind {
    /// Reserved money is taken.
    Capture,
    /// Reserved money is let go.
    Void,
    /// Money that was taken is returned.
    Refund,
}

/// Where a capture, a void or a refund stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum OperationState {
    /// The processor has not decided, or its answer is missing.
    Initiated,
    /// Done.
    Finished,
    /// Not done, and it will not be.
    Failed,
}

/// Why a capture, a void or a refund was not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum OperationFailure {
    /// By the processor's own books the money is not there.
    TooMuch,
    /// By the processor's own books the charge does not stand where this can be done.
    WrongState,
    /// The reservation's time is over.
    Expired,
    /// The processor or the payer's bank says no.
    Refused,
    /// The processor never took it up.
    NotProcessed,
}
