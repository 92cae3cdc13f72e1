//! Failures as the wire tells them: RFC 9457 problems with stable codes.

mod failure;
mod table;
mod use_cases;
#[cfg(test)]
mod list;

pub use failure::Failure;
pub(super) use table::{status, title};
pub(super) use use_cases::session_not_found;
