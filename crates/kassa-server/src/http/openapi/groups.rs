//! Refusals that whole groups of endpoints have in common.

use kassa_wire::problem::ProblemCode;

/// Any endpoint, whoever asks.
const EVERYBODY: &[ProblemCode] = &[
    ProblemCode::RateLimited,
    ProblemCode::Unavailable,
    ProblemCode::Internal,
];

/// Whatever takes an API key.
const KEYED: &[ProblemCode] = &[
    ProblemCode::MalformedRequest,
    ProblemCode::Unauthorized,
    ProblemCode::InsufficientScope,
];

/// What anybody may ask without a key or a session.
pub(in crate::http) const PUBLIC: &[&[ProblemCode]] = &[EVERYBODY];

/// A merchant's endpoint: both of the above.
pub(in crate::http) const MERCHANT: &[&[ProblemCode]] = &[EVERYBODY, KEYED];

/// A payer's endpoint: the query may be unreadable, and the session unknown.
pub(in crate::http) const PAYER: &[&[ProblemCode]] = &[
    EVERYBODY,
    &[
        ProblemCode::MalformedRequest,
        ProblemCode::InvalidField,
        ProblemCode::SessionNotFound,
    ],
];

/// Whatever takes a merchant's `Idempotency-Key`.
pub(in crate::http) const ONCE: &[ProblemCode] = &[
    ProblemCode::IdempotencyKeyRequired,
    ProblemCode::IdempotencyKeyReused,
    ProblemCode::RequestInProgress,
];

/// Whatever takes a body.
pub(in crate::http) const BODY: &[ProblemCode] = &[
    ProblemCode::MalformedRequest,
    ProblemCode::BodyTooLarge,
    ProblemCode::UnsupportedMediaType,
    ProblemCode::InvalidField,
];
