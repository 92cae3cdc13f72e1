//! What went wrong: RFC 9457 `application/problem+json` with stable codes.

use serde::{Deserialize, Serialize};

macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($(#[doc = $sentence:literal])* $variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        // One by one the API's description would not see the names: a macro's literal is no text
        // to another macro. That these are the same names a test keeps.
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $($(#[doc = $sentence])* $variant,)*
        }

        impl $name {
            /// Every code there is, in the order of its documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The code as it is written on the wire. It never changes.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }

            /// What it means, as its documentation says it.
            #[must_use]
            pub const fn meaning(self) -> &'static str {
                match self { $(Self::$variant => concat!($($sentence),*),)* }
            }
        }
    };
}

codes!(
    /// Why a request was not done. One code, one HTTP status: the server's error table pairs them.
    ProblemCode {
        /// The body is not JSON, or a parameter cannot be read.
        MalformedRequest = "malformed_request",
        /// No API key, or one that is not known.
        Unauthorized = "unauthorized",
        /// The API key is known and may not do this.
        InsufficientScope = "insufficient_scope",
        /// The cursor is not one that this list gave.
        InvalidCursor = "invalid_cursor",
        /// There is no such page or endpoint.
        NotFound = "not_found",
        /// The endpoint does not take this method.
        MethodNotAllowed = "method_not_allowed",
        /// No session has this id.
        SessionNotFound = "session_not_found",
        /// No recipient of this account has this id.
        RecipientNotFound = "recipient_not_found",
        /// No order of this account has this number.
        OrderNotFound = "order_not_found",
        /// No refund of this account has this id.
        RefundNotFound = "refund_not_found",
        /// No webhook endpoint or delivery of this account has this id.
        WebhookNotFound = "webhook_not_found",
        /// The account has as many webhook endpoints as it may.
        TooManyEndpoints = "too_many_endpoints",
        /// The endpoint of the sessions' callbacks has no address of its own, and stays.
        EndpointFixed = "endpoint_fixed",
        /// Nothing is sent to a disabled endpoint: enable it first.
        EndpointDisabled = "endpoint_disabled",
        /// The delivery is on its way already.
        DeliveryPending = "delivery_pending",
        /// No invitation of this account has this id.
        InvitationNotFound = "invitation_not_found",
        /// The merchant's server is changing the session: it takes nothing until that is done.
        SessionLocked = "session_locked",
        /// The payment does not stand where its money could be moved this way.
        PaymentWrongState = "payment_wrong_state",
        /// More of the reserved money may still be captured: refund after the final capture.
        CaptureNotFinal = "capture_not_final",
        /// A capture or a void of this payment is under way.
        OperationInProgress = "operation_in_progress",
        /// More than can be captured or refunded.
        AmountTooLarge = "amount_too_large",
        /// So many payments have words that begin like this that the list cannot be made: say more.
        QueryTooBroad = "query_too_broad",
        /// No payment of this account has this reference.
        PaymentNotFound = "payment_not_found",
        /// The recipient's id is not three capital letters, or no recipient has it.
        UnknownRecipient = "unknown_recipient",
        /// No order of this account has this number.
        UnknownOrder = "unknown_order",
        /// The account has an order of this number that says something else.
        OrderExists = "order_exists",
        /// A recipient of this id is on this server already, and not of this account.
        RecipientIdTaken = "recipient_id_taken",
        /// The order was paid already.
        OrderPaid = "order_paid",
        /// The order's country is not the recipient's.
        CountryMismatch = "country_mismatch",
        /// The order's currency is not the recipient's, or the request's is not the order's.
        CurrencyMismatch = "currency_mismatch",
        /// A field has a value that cannot be taken; `errors` names it.
        InvalidField = "invalid_field",
        /// Some of the payer's fields cannot be taken; `errors` names each.
        InvalidPayer = "invalid_payer",
        /// The session's time is over.
        SessionExpired = "session_expired",
        /// The session was called off.
        SessionCancelled = "session_cancelled",
        /// The session is paid already.
        SessionComplete = "session_complete",
        /// The payer's information is not confirmed yet.
        PayerNotConfirmed = "payer_not_confirmed",
        /// An attempt is under way: wait for its outcome.
        PaymentInProgress = "payment_in_progress",
        /// No payer's announced payment waits for the merchant to create it.
        PaymentNotAnnounced = "payment_not_announced",
        /// The announced payment was created already: this is done once.
        PaymentCreated = "payment_created",
        /// This key came with another request before.
        IdempotencyKeyReused = "idempotency_key_reused",
        /// A request with this key is being worked on: send it again later.
        RequestInProgress = "request_in_progress",
        /// `Idempotency-Key` is missing or malformed.
        IdempotencyKeyRequired = "idempotency_key_required",
        /// `If-Match` is missing or malformed.
        VersionRequired = "version_required",
        /// Somebody changed the session since this version was read.
        VersionStale = "version_stale",
        /// This method is not offered for this session.
        MethodNotOffered = "method_not_offered",
        /// The body is larger than 64 kB.
        BodyTooLarge = "body_too_large",
        /// The body is not of a type that this endpoint takes.
        UnsupportedMediaType = "unsupported_media_type",
        /// The card's token is not known or was used.
        InvalidToken = "invalid_token",
        /// More requests than one address or one key may send in a minute.
        RateLimited = "rate_limited",
        /// Something that the server needs does not answer now.
        Unavailable = "unavailable",
        /// The server's own fault.
        Internal = "internal",
    }
);

codes!(
    /// What is wrong with one field. Payers read a translated sentence for each.
    FieldCode {
        /// Nothing is there and something has to be.
        Required = "required",
        /// Not an email address.
        InvalidEmail = "invalid_email",
        /// Not a telephone number.
        InvalidPhone = "invalid_phone",
        /// More characters than the field takes.
        TooLong = "too_long",
        /// A control character, which no name or address has.
        InvalidCharacters = "invalid_characters",
        /// Not one of the choices.
        UnknownOption = "unknown_option",
        /// Not three capital letters.
        InvalidRecipientId = "invalid_recipient_id",
        /// No such thing is known.
        Unknown = "unknown",
        /// Not of the type that the field takes.
        WrongType = "wrong_type",
        /// Not a number, date, address or text of the shape that the field takes.
        Invalid = "invalid",
        /// Already paid.
        AlreadyPaid = "already_paid",
        /// Not the same as the other side's.
        Mismatch = "mismatch",
        /// Not a card number.
        InvalidCardNumber = "invalid_card_number",
        /// Not a date that is still to come.
        InvalidExpiry = "invalid_expiry",
        /// Not a security code.
        InvalidSecurityCode = "invalid_security_code",
        /// Not what the field's pattern takes.
        InvalidFormat = "invalid_format",
        /// Not a number.
        InvalidNumber = "invalid_number",
        /// Not a day of the calendar, `2026-11-20`.
        InvalidDate = "invalid_date",
    }
);

/// What is wrong with one field of a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldProblem {
    /// The field's path in the request: `recipient`, `payer.email`, `payer.fields.student_id`.
    pub field: String,
    /// What is wrong with it.
    pub code: FieldCode,
}

/// The body of every answer that is not a success, `application/problem+json` (RFC 9457).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// The code's title, the same for every occurrence.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What a program decides by.
    pub code: ProblemCode,
    /// A sentence for the developer; never shown to payers, never with a payer's data.
    pub detail: String,
    /// Names this request in the server's log.
    pub request_id: String,
    /// Field by field, where fields are to blame.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldProblem>,
}
