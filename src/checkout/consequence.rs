//! What a refusal means for the payer, whoever was asked.

use kassa_wire::problem::ProblemCode;

/// What follows from a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Consequence {
    /// There is no such session.
    NotFound,
    /// What is on the screen is old.
    Stale,
    /// Its time is over.
    Expired,
    /// It was called off.
    Cancelled,
    /// It is paid.
    AlreadyPaid,
    /// An attempt is under way.
    InProgress,
    /// Fields have to be corrected.
    Fields,
    /// The card has to be checked.
    Card,
    /// Another method has to be chosen.
    Method,
    /// The merchant's server is changing it.
    Locked,
    /// Nobody's fault that the payer could mend; it was not done and can be tried again.
    Fault,
}

/// One line per code, so that a new code asks for a decision.
#[expect(clippy::too_many_lines, reason = "one line per code")]
pub(super) fn of(code: ProblemCode) -> Consequence {
    match code {
        ProblemCode::SessionNotFound => Consequence::NotFound,
        ProblemCode::VersionStale => Consequence::Stale,
        ProblemCode::PayerNotConfirmed => Consequence::Stale,
        ProblemCode::SessionExpired => Consequence::Expired,
        ProblemCode::SessionCancelled => Consequence::Cancelled,
        ProblemCode::SessionComplete => Consequence::AlreadyPaid,
        ProblemCode::OrderPaid => Consequence::AlreadyPaid,
        ProblemCode::PaymentInProgress => Consequence::InProgress,
        ProblemCode::InvalidPayer => Consequence::Fields,
        ProblemCode::InvalidField => Consequence::Fields,
        ProblemCode::InvalidToken => Consequence::Card,
        ProblemCode::MethodNotOffered => Consequence::Method,
        ProblemCode::MalformedRequest => Consequence::Fault,
        ProblemCode::Unauthorized => Consequence::Fault,
        ProblemCode::InsufficientScope => Consequence::Fault,
        ProblemCode::NotFound => Consequence::Fault,
        ProblemCode::MethodNotAllowed => Consequence::Fault,
        ProblemCode::PaymentNotFound => Consequence::Fault,
        ProblemCode::UnknownRecipient => Consequence::Fault,
        ProblemCode::UnknownOrder => Consequence::Fault,
        ProblemCode::CountryMismatch => Consequence::Fault,
        ProblemCode::CurrencyMismatch => Consequence::Fault,
        ProblemCode::PaymentNotAnnounced => Consequence::Fault,
        ProblemCode::PaymentCreated => Consequence::Fault,
        ProblemCode::IdempotencyKeyReused => Consequence::Fault,
        ProblemCode::OrderExists => Consequence::Fault,
        ProblemCode::RecipientIdTaken => Consequence::Fault,
        ProblemCode::RequestInProgress => Consequence::Fault,
        ProblemCode::RecipientNotFound => Consequence::Fault,
        ProblemCode::OrderNotFound => Consequence::Fault,
        ProblemCode::RefundNotFound => Consequence::Fault,
        ProblemCode::InvitationNotFound => Consequence::Fault,
        ProblemCode::SessionLocked => Consequence::Locked,
        ProblemCode::PaymentWrongState => Consequence::Fault,
        ProblemCode::CaptureNotFinal => Consequence::Fault,
        ProblemCode::OperationInProgress => Consequence::Fault,
        ProblemCode::AmountTooLarge => Consequence::Fault,
        ProblemCode::QueryTooBroad => Consequence::Fault,
        ProblemCode::WebhookNotFound => Consequence::Fault,
        ProblemCode::TooManyEndpoints => Consequence::Fault,
        ProblemCode::EndpointFixed => Consequence::Fault,
        ProblemCode::EndpointDisabled => Consequence::Fault,
        ProblemCode::DeliveryPending => Consequence::Fault,
        ProblemCode::InvalidCursor => Consequence::Fault,
        ProblemCode::IdempotencyKeyRequired => Consequence::Fault,
        ProblemCode::VersionRequired => Consequence::Fault,
        ProblemCode::BodyTooLarge => Consequence::Fault,
        ProblemCode::UnsupportedMediaType => Consequence::Fault,
        ProblemCode::RateLimited => Consequence::Fault,
        ProblemCode::Unavailable => Consequence::Fault,
        ProblemCode::Internal => Consequence::Fault,
    }
}
