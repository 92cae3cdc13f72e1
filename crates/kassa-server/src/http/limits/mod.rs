//! How much one address or one key may ask for.
//!
//! Payers are counted by their address, merchants by their key; wrong keys count against the
//! address that tries them. Knows nothing of what is asked. Each server counts for itself: behind a
//! balancer the sum may be as many times higher as there are servers.

mod settings;
mod ticks;
mod limiter;
mod address;
mod both;
mod layer;

pub(super) use address::ClientAddress;
pub use both::Limits;
pub(crate) use layer::Hurried;
pub(super) use layer::limit_payers;
pub use settings::{LimitSettings, Rate};
