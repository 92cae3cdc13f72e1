//! The addresses, and which of them there are.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

use super::super::{Desk, Sandbox};
use super::{challenge, ledger, style, tokens, transfers, wallet};

/// Where a browser changes a card into a token.
pub(in super::super) const TOKENS: &str = "/sandbox/tokens";
/// The bank's challenge; a page's name follows.
pub(in super::super) const CHALLENGE: &str = "/sandbox/challenge/";
/// The wallet; a page's name follows.
pub(in super::super) const WALLET: &str = "/sandbox/wallet/";

/// Nothing that is sent here is larger.
const BODY_MAX: usize = 64 * 1024;

/// The sandbox's addresses, to be merged into the server's.
pub fn routes(sandbox: Sandbox) -> Router {
    let open_to_all = Router::new()
        .route(TOKENS, post(tokens::post))
        .route(
            "/sandbox/challenge/{page}",
            get(challenge::get).post(challenge::post),
        )
        .route(
            "/sandbox/wallet/{page}",
            get(wallet::get).post(wallet::post),
        )
        .route("/sandbox/style.css", get(style::get));
    let desk = Router::new()
        .route("/sandbox/ledger", get(ledger::get))
        .route(
            "/sandbox/transfers/{reference}/arrive",
            post(transfers::arrive),
        );
    let all = match sandbox.desk {
        Desk::Open => open_to_all.merge(desk),
        Desk::Closed => open_to_all,
    };
    all.layer(DefaultBodyLimit::max(BODY_MAX))
        .with_state(sandbox)
}
