//! Who hands letters over.

use std::fmt;

use async_trait::async_trait;

use super::Letter;
use crate::domain::Posted;

/// Hands a letter to a mail server.
#[async_trait]
pub trait Mailer: Send + Sync + fmt::Debug {
    /// Tries once. It ends within half a minute.
    async fn post(&self, letter: &Letter) -> Posted;
}
