//! Around every request: an id, a line in the log, headers, and bodies for failures.

mod request_id;
mod log;
mod failures;
mod guards;
mod panics;

pub(super) use failures::write_failures;
pub(super) use guards::guard_answers;
pub(super) use log::log_request;
pub(super) use panics::caught;
pub(in crate::http) use request_id::RequestId;
pub(super) use request_id::name_request;
