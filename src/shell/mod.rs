//! The one room where things happen: owns the state, listens, performs effects.
//!
//! It knows everyone and has no rules: what follows from what, `checkout` decides. To perform a
//! new effect: a line in `perform.rs`. To show a new stage: a file in `screens`.

mod root;
mod printed;
mod message;
mod listen;
mod perform;
mod early;
mod dom;
mod chance;
mod checks;
mod stream;
mod words;
mod later;
mod place;
mod screens;
#[cfg(feature = "browser")]
mod start;

pub use early::read as read_early;
#[cfg(all(feature = "split", target_arch = "wasm32"))]
pub use later::kassa_later;
pub use message::Message;
pub use place::Address;
pub use root::{Root, RootProps};
pub use screens::method_name;
#[cfg(feature = "browser")]
pub use start::start;
pub use words::Words;
