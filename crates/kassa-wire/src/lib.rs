//! The words both sides speak: ids, money, states, views, requests, errors, embed messages.
//!
//! Every type here is a shape on the wire and nothing more. The crate knows serde and the rules
//! of writing (how an id looks); it must not know Yew, axum, SQL, or either state machine.
//!
//! To add a word: give it a file, derive `Serialize` and `Deserialize`, and add it to
//! `tests/shapes.rs`, which keeps a snapshot of every JSON shape.

pub mod country;
pub mod embed;
pub mod id;
pub mod merchant;
pub mod money;
pub mod page;
pub mod payer;
pub mod problem;
pub mod request;
pub mod state;
pub mod view;
pub mod webhook;

pub use country::CountryCode;
pub use id::{AccountId, AttemptKey, OrderNumber, PaymentReference, RecipientId, SessionId};
pub use money::{Currency, Money};
