//! What is read out of a request, each into a type that cannot be wrong.

mod object;
mod fields;
mod query;
mod page;
mod maybe_object;
mod named_path;
mod headers;
mod scope;
mod api_key;
mod session_path;

pub(super) use api_key::Merchant;
pub use api_key::hash_api_key;
pub(super) use fields::Fields;
pub(super) use headers::{IdempotencyKey, IfMatch};
pub(super) use maybe_object::MaybeObject;
pub(super) use named_path::{InvitationName, NamedPath, RefundId, missing};
pub(super) use object::Object;
pub(super) use page::{Wanted, list};
pub(super) use query::Query;
pub(super) use scope::{Admin, Payments, Read, Sessions};
pub(super) use session_path::SessionPath;
