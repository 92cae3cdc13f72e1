//! Why a command was not done.

use crate::domain::InvalidLogo;
use crate::store::StoreError;

/// Why a command was not done.
#[derive(Debug, thiserror::Error)]
pub enum AdministerError {
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// There is no such account.
    #[error("there is no account `{0}`; `kassa-server account list` shows all")]
    NoAccount(String),
    /// The name is that of several.
    #[error(
        "there are several accounts `{0}`; say the id, which `kassa-server account list` shows"
    )]
    SeveralAccounts(String),
    /// There is more than one, and none was named.
    #[error("there are several accounts; say which with --account")]
    WhichAccount,
    /// There is none at all.
    #[error("there is no account yet; make one with `kassa-server account add NAME`")]
    NoAccounts,
    /// The account has no such key, or it was revoked before.
    #[error("{account} has no key `{id}` that opens anything; `kassa-server key list` shows all")]
    NoKey {
        /// Whose it would be.
        account: String,
        /// Which.
        id: String,
    },
    /// The account has no such origin.
    #[error("{account} has no origin {origin}; `kassa-server origin list` shows all")]
    NoOrigin {
        /// Whose it would be.
        account: String,
        /// Which.
        origin: String,
    },
    /// A picture's file cannot be read.
    #[error("{file} cannot be read: {error}")]
    LogoFile {
        /// Which.
        file: String,
        /// Why.
        error: std::io::Error,
    },
    /// A file is no picture that a page can show.
    #[error("{file} cannot be shown: {error}")]
    Logo {
        /// Which.
        file: String,
        /// Why.
        error: InvalidLogo,
    },
    /// Somebody else changes the account all the time.
    #[error("somebody else changed this account at the same time; try again")]
    ChangedMeanwhile,
    /// No id could be drawn.
    #[error(transparent)]
    Id(#[from] kassa_wire::id::InvalidId),
}
