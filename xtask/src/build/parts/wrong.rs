//! Why a module cannot be taken apart.

use wasm_encoder::reencode;
use wasmparser::BinaryReaderError;

/// Why.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Wrong {
    /// It is no module.
    #[error("it should be a module: {0}")]
    Unreadable(#[from] BinaryReaderError),
    /// It has something in it that cannot be written again.
    #[error("it should have nothing new in it: {0}")]
    Unwritable(#[from] reencode::Error),
    /// It is not as compilers make it today.
    #[error("{0}")]
    Unforeseen(String),
}

impl Wrong {
    pub(super) fn unforeseen(expected: impl Into<String>) -> Self {
        Self::Unforeseen(expected.into())
    }
}
