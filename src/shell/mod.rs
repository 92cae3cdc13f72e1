//! The one room where things happen: owns the state, performs effects.

mod root;

pub use root::{Root, RootProps};
