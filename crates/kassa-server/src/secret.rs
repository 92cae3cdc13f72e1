//! What nobody reads over a shoulder.

use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

/// A key or a password. Prints stars, in the log and in the list of settings alike: whatever is a
/// secret is of this type, and nothing else has to be remembered.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// The secret itself, for whoever it is meant for and nobody else.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

/// Everything is taken: a refusal would repeat what it refuses.
impl FromStr for Secret {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self(text.to_owned()))
    }
}
