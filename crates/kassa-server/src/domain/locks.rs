//! Fields that the merchant has filled in for good.

use kassa_wire::payer::field;
use serde::{Deserialize, Serialize};

use super::Recipient;

/// Which of the payer's fields are the merchant's, by their names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Locks {
    /// Those that the payer reads and cannot change.
    pub read_only: Vec<String>,
    /// Those that the payer is not shown.
    pub hidden: Vec<String>,
}

/// A list of locks names a field that no payer of this recipient has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{list} names a field that the payer's form cannot have")]
pub struct UnknownField {
    /// Which list.
    pub list: &'static str,
}

impl Locks {
    /// That every name is one of a payer's field.
    ///
    /// # Errors
    /// [`UnknownField`] for the first list with another name.
    pub fn refuse_unknown(&self, recipient: &Recipient) -> Result<(), UnknownField> {
        let known = |name: &String| field::ALL.contains(&name.as_str()) || recipient.asks(name);
        for (list, names) in [("read_only", &self.read_only), ("hidden", &self.hidden)] {
            if !names.iter().all(known) {
                return Err(UnknownField { list });
            }
        }
        Ok(())
    }
}
