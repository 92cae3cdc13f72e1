//! The built files: the widget's program under `/assets/`, and `/kassa.js` for merchants' pages.
//!
//! They are read once, at the start, and served from memory as they were compressed when built.

mod scripts;
mod load;
mod serve;
mod routes;

pub use load::{Assets, AssetsError};
pub(super) use routes::routes;
