//! `GET /healthz`

use axum::extract::State;

use super::{Failure, HttpState};

/// Whether this server can do its work: it runs and its store answers.
pub(super) async fn health(State(state): State<HttpState>) -> Result<&'static str, Failure> {
    state.kassa.store.ping().await?;
    Ok("ok\n")
}
