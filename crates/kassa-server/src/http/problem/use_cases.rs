//! What goes wrong in a use case, and the code that tells of it.

use kassa_wire::PaymentReference;
use kassa_wire::problem::{FieldCode, FieldProblem, ProblemCode};

use super::Failure;
use crate::domain::{ChoiceRefusal, MoneyRefusal, SessionRefusal};
use crate::http::extract::missing;
use crate::payments::{
    CancelError, ChangeSessionError, ChooseError, ConfirmPayerError, CreatePaymentError,
    InviteError, LockError, OpenSessionError, OperateError, PayError, ReadCheckoutError,
    SettleError,
};
use crate::store::StoreError;
use crate::webhooks::WebhookError;

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::of_store(&error)
    }
}

impl From<WebhookError> for Failure {
    fn from(error: WebhookError) -> Self {
        use WebhookError as E;
        let code = match &error {
            E::NotFound => ProblemCode::WebhookNotFound,
            E::Address(_) => {
                let refused = Self::new(ProblemCode::InvalidField, sentence(&error));
                return refused.blaming("url", FieldCode::Invalid);
            }
            E::TooMany => ProblemCode::TooManyEndpoints,
            E::SessionCallbacks => ProblemCode::EndpointFixed,
            E::Pending => ProblemCode::DeliveryPending,
            E::Disabled => ProblemCode::EndpointDisabled,
            E::Contended => ProblemCode::Unavailable,
            E::Store(error) => return Self::of_store(error),
        };
        Self::new(code, sentence(&error))
    }
}

impl From<OpenSessionError> for Failure {
    fn from(error: OpenSessionError) -> Self {
        use OpenSessionError as E;
        let (code, field, field_code) = match &error {
            E::UnknownRecipient => (
                ProblemCode::UnknownRecipient,
                "recipient",
                FieldCode::Unknown,
            ),
            E::UnknownOrder => (ProblemCode::UnknownOrder, "order", FieldCode::Unknown),
            E::OrderPaid => (ProblemCode::OrderPaid, "order", FieldCode::AlreadyPaid),
            E::CountryMismatch { .. } => {
                (ProblemCode::CountryMismatch, "order", FieldCode::Mismatch)
            }
            E::RequestCountryMismatch { .. } => {
                (ProblemCode::CountryMismatch, "country", FieldCode::Mismatch)
            }
            E::CurrencyMismatch { .. } => {
                (ProblemCode::CurrencyMismatch, "order", FieldCode::Mismatch)
            }
            E::RequestCurrencyMismatch { .. } => (
                ProblemCode::CurrencyMismatch,
                "amount.currency",
                FieldCode::Mismatch,
            ),
            E::AmountMismatch => (
                ProblemCode::InvalidField,
                "amount.amount",
                FieldCode::Mismatch,
            ),
            E::Price(_) => (ProblemCode::AmountTooLarge, "order", FieldCode::Invalid),
            E::UnknownField(unknown) => {
                (ProblemCode::InvalidField, unknown.list, FieldCode::Unknown)
            }
            E::ExpiresInThePast => (ProblemCode::InvalidField, "expires_at", FieldCode::Invalid),
            E::Store(error) => return Self::of_store(error),
        };
        Self::new(code, sentence(&error)).blaming(field, field_code)
    }
}

impl From<ChangeSessionError> for Failure {
    fn from(error: ChangeSessionError) -> Self {
        match error {
            ChangeSessionError::NotFound => session_not_found(),
            ChangeSessionError::Offer(error) => error.into(),
            ChangeSessionError::Refused(refusal) => refusal.into(),
            ChangeSessionError::Store(error) => Self::of_store(&error),
        }
    }
}

impl From<ReadCheckoutError> for Failure {
    fn from(error: ReadCheckoutError) -> Self {
        match error {
            ReadCheckoutError::NotFound => session_not_found(),
            ReadCheckoutError::Store(error) => Self::of_store(&error),
        }
    }
}

impl From<ConfirmPayerError> for Failure {
    fn from(error: ConfirmPayerError) -> Self {
        let text = sentence(&error);
        match error {
            ConfirmPayerError::NotFound => session_not_found(),
            ConfirmPayerError::Stale => Self::new(ProblemCode::VersionStale, text),
            ConfirmPayerError::Invalid(errors) => {
                Self::new(ProblemCode::InvalidPayer, text).blaming_all(in_payer(errors))
            }
            ConfirmPayerError::Refused(refusal) => refusal.into(),
            ConfirmPayerError::Store(error) => Self::of_store(&error),
        }
    }
}

impl From<PayError> for Failure {
    fn from(error: PayError) -> Self {
        let text = sentence(&error);
        match error {
            PayError::NotFound => session_not_found(),
            PayError::MethodNotOffered => Self::new(ProblemCode::MethodNotOffered, text)
                .blaming("method", FieldCode::UnknownOption),
            PayError::KeyReused => Self::new(ProblemCode::IdempotencyKeyReused, text),
            PayError::Refused(refusal) => refusal.into(),
            PayError::OrderPaid => Self::new(ProblemCode::OrderPaid, text),
            PayError::OrderBusy => Self::new(ProblemCode::PaymentInProgress, text),
            PayError::InvalidToken => {
                Self::new(ProblemCode::InvalidToken, text).blaming("token", FieldCode::Unknown)
            }
            PayError::Interrupted => {
                tracing::error!("a payment's task ended before its time");
                Self::internal()
            }
            PayError::Store(error) => Self::of_store(&error),
        }
    }
}

impl From<CreatePaymentError> for Failure {
    fn from(error: CreatePaymentError) -> Self {
        use CreatePaymentError as E;
        let text = sentence(&error);
        match error {
            E::NotAnnounced => Self::new(ProblemCode::PaymentNotAnnounced, text),
            E::Created => Self::new(ProblemCode::PaymentCreated, text),
            E::Refused(refusal) => refusal.into(),
            E::Contended => Self::new(ProblemCode::Unavailable, text),
            E::Interrupted => {
                tracing::error!("a payment's task ended before its time");
                Self::internal()
            }
            E::Store(error) => Self::of_store(&error),
        }
    }
}

impl From<ChooseError> for Failure {
    fn from(error: ChooseError) -> Self {
        let text = sentence(&error);
        let blaming =
            |field, what| Self::new(ProblemCode::InvalidField, text.clone()).blaming(field, what);
        match error {
            ChooseError::NotFound => session_not_found(),
            ChooseError::Stale => Self::new(ProblemCode::VersionStale, text),
            ChooseError::Choice(ChoiceRefusal::NoSuchOption) => {
                blaming("option", FieldCode::UnknownOption)
            }
            ChooseError::Choice(ChoiceRefusal::NoSuchCode) => blaming("codes", FieldCode::Unknown),
            ChooseError::Choice(ChoiceRefusal::NothingLeft) => blaming("codes", FieldCode::Invalid),
            ChooseError::Choice(ChoiceRefusal::TooMuch) => blaming("option", FieldCode::Invalid),
            ChooseError::Refused(refusal) => refusal.into(),
            ChooseError::Store(error) => Self::of_store(&error),
        }
    }
}

impl From<LockError> for Failure {
    fn from(error: LockError) -> Self {
        match error {
            LockError::NotFound => session_not_found(),
            LockError::Refused(refusal) => refusal.into(),
            LockError::Store(error) => Self::of_store(&error),
        }
    }
}

impl From<InviteError> for Failure {
    fn from(error: InviteError) -> Self {
        use InviteError as E;
        let text = sentence(&error);
        let blaming = |field| {
            Self::new(ProblemCode::InvalidField, text).blaming(field, FieldCode::InvalidEmail)
        };
        match error {
            E::NotFound => session_not_found(),
            E::InvalidEmail => blaming("email"),
            E::InvalidPayerEmail => blaming("payer.email"),
            E::Refused(refusal) => refusal.into(),
            E::Store(error) => Self::of_store(&error),
        }
    }
}

impl From<OperateError> for Failure {
    fn from(error: OperateError) -> Self {
        match error {
            OperateError::NotFound => missing::<PaymentReference>(),
            OperateError::Refused(refusal) => refusal.into(),
            OperateError::Contended => Self::new(ProblemCode::Unavailable, sentence(&error)),
            OperateError::Interrupted => {
                tracing::error!("an operation's task ended before its time");
                Self::internal()
            }
            OperateError::Store(error) => Self::of_store(&error),
        }
    }
}

impl From<MoneyRefusal> for Failure {
    fn from(refusal: MoneyRefusal) -> Self {
        use MoneyRefusal as R;
        let text = sentence(&refusal);
        let blaming = |code, field, what| Self::new(code, text.clone()).blaming(field, what);
        match refusal {
            R::WrongState(_) => Self::new(ProblemCode::PaymentWrongState, text),
            R::NotFinal => Self::new(ProblemCode::CaptureNotFinal, text),
            R::UnderWay => Self::new(ProblemCode::OperationInProgress, text).retrying_after(1),
            R::Nothing => blaming(
                ProblemCode::InvalidField,
                "amount.amount",
                FieldCode::Invalid,
            ),
            R::OtherCurrency => blaming(
                ProblemCode::CurrencyMismatch,
                "amount.currency",
                FieldCode::Mismatch,
            ),
            R::TooMuch { .. } => blaming(
                ProblemCode::AmountTooLarge,
                "amount.amount",
                FieldCode::Invalid,
            ),
            R::Inconsistent => {
                tracing::error!("a payment's sums do not add up");
                Self::internal()
            }
        }
    }
}

impl From<CancelError> for Failure {
    fn from(error: CancelError) -> Self {
        match error {
            CancelError::NotFound => session_not_found(),
            CancelError::Refused(refusal) => refusal.into(),
            CancelError::Payment(SettleError::Store(error)) => Self::of_store(&error),
            CancelError::Payment(error) => {
                tracing::error!(error = ?error, "an announced payment could not be called off");
                Self::internal()
            }
            CancelError::Store(error) => Self::of_store(&error),
        }
    }
}

impl From<SessionRefusal> for Failure {
    fn from(refusal: SessionRefusal) -> Self {
        let code = match refusal {
            SessionRefusal::Expired => ProblemCode::SessionExpired,
            SessionRefusal::Cancelled => ProblemCode::SessionCancelled,
            SessionRefusal::Complete => ProblemCode::SessionComplete,
            SessionRefusal::Paying => ProblemCode::PaymentInProgress,
            SessionRefusal::Locked => ProblemCode::SessionLocked,
            SessionRefusal::NotConfirmed => ProblemCode::PayerNotConfirmed,
            SessionRefusal::NotThisAttempt | SessionRefusal::NotDue => ProblemCode::Internal,
        };
        Self::new(code, sentence(&refusal))
    }
}

/// No session has this id; an id that none can have is no different.
pub(in crate::http) fn session_not_found() -> Failure {
    Failure::new(ProblemCode::SessionNotFound, "No session has this id.")
}

/// The path in the request.
fn in_payer(errors: Vec<FieldProblem>) -> Vec<FieldProblem> {
    let inside = |error: FieldProblem| FieldProblem {
        field: format!("payer.{}", error.field),
        ..error
    };
    errors.into_iter().map(inside).collect()
}

fn sentence(error: &impl std::fmt::Display) -> String {
    let text = error.to_string();
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first
            .to_uppercase()
            .chain(letters)
            .chain(std::iter::once('.'))
            .collect()
    })
}
