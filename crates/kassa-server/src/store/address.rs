//! Which database.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;
use std::sync::Arc;

use super::{PgStore, SqliteStore, Store, StoreError};

/// Where a store is: `postgres://user@host/name`, `sqlite:kassa.db`, or the file alone.
#[derive(Clone, PartialEq, Eq)]
pub enum DatabaseAddress {
    /// A file.
    Sqlite(PathBuf),
    /// A database, with all that its address says. It may hold a password.
    Postgres(String),
}

impl fmt::Debug for DatabaseAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(file) => write!(f, "sqlite:{}", file.display()),
            Self::Postgres(_) => f.write_str("postgres://***"),
        }
    }
}

/// A text is no database's address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected postgres://user@host/database, sqlite:file, or a file")]
pub struct InvalidAddress;

impl FromStr for DatabaseAddress {
    type Err = InvalidAddress;

    fn from_str(text: &str) -> Result<Self, InvalidAddress> {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(Self::Postgres(text.to_owned()));
        }
        let file = text.strip_prefix("sqlite:").unwrap_or(text);
        let file = file.strip_prefix("//").unwrap_or(file);
        if file.is_empty() || file.contains("://") {
            Err(InvalidAddress)
        } else {
            Ok(Self::Sqlite(file.into()))
        }
    }
}

/// Opens the store, makes what is missing, and brings it up to date.
///
/// # Errors
/// [`StoreError`] where it cannot be opened, or is newer than this program.
pub async fn open_store(address: &DatabaseAddress) -> Result<Arc<dyn Store>, StoreError> {
    Ok(match address {
        DatabaseAddress::Sqlite(file) => Arc::new(SqliteStore::open(file).await?),
        DatabaseAddress::Postgres(url) => Arc::new(PgStore::open(url).await?),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_which_database() {
        let of = |text: &str| text.parse::<DatabaseAddress>();
        assert_eq!(
            of("kassa.db"),
            Ok(DatabaseAddress::Sqlite("kassa.db".into()))
        );
        assert_eq!(of("sqlite:a/b.db"), of("a/b.db"));
        assert_eq!(of("sqlite:///a.db"), of("/a.db"));
        for url in ["postgres://kassa@localhost/kassa", "postgresql:///kassa"] {
            assert_eq!(of(url), Ok(DatabaseAddress::Postgres(url.to_owned())));
        }
        for wrong in ["", "sqlite:", "mysql://kassa@localhost/kassa"] {
            assert_eq!(of(wrong), Err(InvalidAddress), "{wrong}");
        }
    }

    #[test]
    fn a_password_is_not_shown() {
        let address: DatabaseAddress = "postgres://kassa:secret@db/kassa".parse().unwrap();
        assert!(!format!("{address:?}").contains("secret"));
    }
}
