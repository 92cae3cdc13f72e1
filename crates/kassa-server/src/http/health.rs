//! `GET /healthz` and `GET /readyz`: whether to start this process anew, and whether to send it
//! requests.

use axum::extract::State;
use kassa_wire::problem::ProblemCode;

use super::{Failure, HttpState};

/// The process lives. Asks nobody: a database that is away is no reason to kill a server.
pub(super) async fn health() -> &'static str {
    "ok\n"
}

/// Whether this server can do its work: it stays, and its store answers, has the tables that this
/// program was built for, and keeps what is written.
pub(super) async fn ready(State(state): State<HttpState>) -> Result<&'static str, Failure> {
    if state.shutdown.is_announced() {
        let detail = "This server is about to end.";
        return Err(Failure::new(ProblemCode::Unavailable, detail));
    }
    if !state.kassa.store.is_current().await? {
        let detail = "The database is of another version than this server.";
        return Err(Failure::new(ProblemCode::Unavailable, detail));
    }
    state.kassa.store.takes_writes().await?;
    Ok("ok\n")
}
