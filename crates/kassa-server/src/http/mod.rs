//! Requests, authentication, answers. Parses, calls a use case, answers; must not know SQL or any
//! processor.
//!
//! To add an endpoint: give it a file in `merchant` or `payer` with one handler, name it in that
//! room's `routes`, describe it as `openapi` says, and pair the errors of its use case with codes in `problem`.

mod state;
mod problem;
mod limits;
mod extract;
mod once;
mod openapi;
mod merchant;
mod payer;
mod assets;
mod health;
mod logo;
mod observe;
mod router;

pub use assets::{Assets, AssetsError};
pub use extract::hash_api_key;
pub(crate) use limits::Hurried;
pub use limits::{LimitSettings, Limits, Rate};
pub(crate) use logo::logo_address;
pub(crate) use merchant::{read_order, read_recipient};
pub(crate) use payer::texts_address;
pub use problem::Failure;
pub use router::router;
pub use state::{HttpState, Shutdown};
