//! One code, one status, one title.

use axum::http::StatusCode;
use kassa_wire::problem::ProblemCode;

/// The status of a code.
pub(in crate::http) const fn status(code: ProblemCode) -> StatusCode {
    match code {
        ProblemCode::MalformedRequest => StatusCode::BAD_REQUEST,
        ProblemCode::Unauthorized => StatusCode::UNAUTHORIZED,
        ProblemCode::InsufficientScope => StatusCode::FORBIDDEN,
        ProblemCode::NotFound => StatusCode::NOT_FOUND,
        ProblemCode::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
        ProblemCode::SessionNotFound => StatusCode::NOT_FOUND,
        ProblemCode::PaymentNotFound => StatusCode::NOT_FOUND,
        ProblemCode::UnknownRecipient => StatusCode::UNPROCESSABLE_ENTITY,
        ProblemCode::UnknownOrder => StatusCode::UNPROCESSABLE_ENTITY,
        ProblemCode::OrderPaid => StatusCode::CONFLICT,
        ProblemCode::CountryMismatch => StatusCode::UNPROCESSABLE_ENTITY,
        ProblemCode::CurrencyMismatch => StatusCode::UNPROCESSABLE_ENTITY,
        ProblemCode::InvalidField => StatusCode::UNPROCESSABLE_ENTITY,
        ProblemCode::InvalidPayer => StatusCode::UNPROCESSABLE_ENTITY,
        ProblemCode::SessionExpired => StatusCode::CONFLICT,
        ProblemCode::SessionCancelled => StatusCode::CONFLICT,
        ProblemCode::SessionComplete => StatusCode::CONFLICT,
        ProblemCode::PayerNotConfirmed => StatusCode::CONFLICT,
        ProblemCode::PaymentInProgress => StatusCode::CONFLICT,
        ProblemCode::IdempotencyKeyReused => StatusCode::CONFLICT,
        ProblemCode::IdempotencyKeyRequired => StatusCode::BAD_REQUEST,
        ProblemCode::VersionRequired => StatusCode::PRECONDITION_REQUIRED,
        ProblemCode::VersionStale => StatusCode::PRECONDITION_FAILED,
        ProblemCode::MethodNotOffered => StatusCode::UNPROCESSABLE_ENTITY,
        ProblemCode::BodyTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        ProblemCode::UnsupportedMediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        ProblemCode::InvalidToken => StatusCode::UNPROCESSABLE_ENTITY,
        ProblemCode::RateLimited => StatusCode::TOO_MANY_REQUESTS,
        ProblemCode::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        ProblemCode::Internal => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// The title of a code, the same for every occurrence.
pub(in crate::http) const fn title(code: ProblemCode) -> &'static str {
    match code {
        ProblemCode::MalformedRequest => "The request cannot be read",
        ProblemCode::Unauthorized => "An API key is needed",
        ProblemCode::InsufficientScope => "The API key may not do this",
        ProblemCode::NotFound => "There is nothing here",
        ProblemCode::MethodNotAllowed => "This method is not taken here",
        ProblemCode::SessionNotFound => "No such session",
        ProblemCode::PaymentNotFound => "No such payment",
        ProblemCode::UnknownRecipient => "No such recipient",
        ProblemCode::UnknownOrder => "No such order",
        ProblemCode::OrderPaid => "The order was paid already",
        ProblemCode::CountryMismatch => "The countries differ",
        ProblemCode::CurrencyMismatch => "The currencies differ",
        ProblemCode::InvalidField => "A field cannot be taken",
        ProblemCode::InvalidPayer => "Some of the payer's fields cannot be taken",
        ProblemCode::SessionExpired => "The session's time is over",
        ProblemCode::SessionCancelled => "The session was called off",
        ProblemCode::SessionComplete => "The session is paid",
        ProblemCode::PayerNotConfirmed => "The payer's information is not confirmed",
        ProblemCode::PaymentInProgress => "A payment is under way",
        ProblemCode::IdempotencyKeyReused => "The key came with another request before",
        ProblemCode::IdempotencyKeyRequired => "An Idempotency-Key is needed",
        ProblemCode::VersionRequired => "An If-Match is needed",
        ProblemCode::VersionStale => "The session changed meanwhile",
        ProblemCode::MethodNotOffered => "This way to pay is not offered",
        ProblemCode::BodyTooLarge => "The body is too large",
        ProblemCode::UnsupportedMediaType => "The body is of another type",
        ProblemCode::InvalidToken => "The card's token cannot be used",
        ProblemCode::RateLimited => "Too many requests",
        ProblemCode::Unavailable => "Not now",
        ProblemCode::Internal => "The server's own fault",
    }
}
