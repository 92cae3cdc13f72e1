//! What an address is about, by its name.

use std::str::FromStr;

use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use kassa_wire::problem::ProblemCode;
use kassa_wire::{OrderNumber, PaymentReference, RecipientId};

use crate::domain::LogoName;
use crate::http::{Failure, HttpState};

/// What has a name in addresses, and how it is said that nothing has that name.
pub(in crate::http) trait Named: FromStr {
    /// The code of a name that nothing has.
    const MISSING: ProblemCode;
    /// The sentence for it.
    const DETAIL: &'static str;
}

impl Named for RecipientId {
    const MISSING: ProblemCode = ProblemCode::RecipientNotFound;
    const DETAIL: &'static str = "No recipient of this account has this id.";
}

impl Named for OrderNumber {
    const MISSING: ProblemCode = ProblemCode::OrderNotFound;
    const DETAIL: &'static str = "No order of this account has this number.";
}

impl Named for PaymentReference {
    const MISSING: ProblemCode = ProblemCode::PaymentNotFound;
    const DETAIL: &'static str = "No payment of this account has this reference.";
}

impl Named for LogoName {
    const MISSING: ProblemCode = ProblemCode::NotFound;
    const DETAIL: &'static str = "There is no such picture.";
}

/// What can be a refund's id.
pub(in crate::http) struct RefundId(pub(in crate::http) String);

impl FromStr for RefundId {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        named("rf_", text).map(Self).ok_or(())
    }
}

impl Named for RefundId {
    const MISSING: ProblemCode = ProblemCode::RefundNotFound;
    const DETAIL: &'static str = "No refund of this account has this id.";
}

/// What can be an invitation's id.
pub(in crate::http) struct InvitationName(pub(in crate::http) String);

impl FromStr for InvitationName {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        named("inv_", text).map(Self).ok_or(())
    }
}

impl Named for InvitationName {
    const MISSING: ProblemCode = ProblemCode::InvitationNotFound;
    const DETAIL: &'static str = "No invitation of this account has this id.";
}

/// An id of ours: what comes before, and then letters or digits.
fn named(prefix: &str, text: &str) -> Option<String> {
    let name = text.strip_prefix(prefix)?;
    let written = name.len() <= 60 && name.bytes().all(|b| b.is_ascii_alphanumeric());
    written.then(|| text.to_owned())
}

/// What the address names. A name that nothing can have is answered like one that nothing has.
pub(in crate::http) struct NamedPath<T>(pub(in crate::http) T);

/// Nothing of the account has this name.
pub(in crate::http) fn missing<T: Named>() -> Failure {
    Failure::new(T::MISSING, T::DETAIL)
}

impl<T: Named> FromRequestParts<HttpState> for NamedPath<T> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &HttpState) -> Result<Self, Failure> {
        let path = Path::<String>::from_request_parts(parts, state).await;
        let name = path.ok().and_then(|Path(text)| text.parse().ok());
        name.map(Self).ok_or_else(missing::<T>)
    }
}
