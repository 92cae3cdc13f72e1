//! What a database is, found out without changing anything.

use std::collections::BTreeMap;

use sqlx::migrate::Migrator;

use super::{DatabaseAddress, StoreError, postgres, sqlite};

/// The table in which `kassa-server copy` notes how far it came.
const COPYING: &str = "copying";

/// The table in which migrations are noted.
pub(super) const MIGRATED: &str = "_sqlx_migrations";

/// What a database is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// There is no such file. The start makes it.
    NoFile,
    /// It has no tables. The start makes them.
    Empty,
    /// It has exactly the tables that this program was built for.
    Current,
    /// An older version of this program made it. The start brings it up to date.
    Older,
    /// A newer version of this program made it.
    Newer,
    /// Another program made it.
    Foreign,
    /// `kassa-server copy` has not finished with it.
    UnfinishedCopy,
}

/// What a database has.
#[derive(Debug, Default)]
pub(super) struct Inside {
    /// The names of its tables.
    pub(super) tables: Vec<String>,
    /// The checksums of the migrations that made them, by version.
    pub(super) migrations: BTreeMap<i64, Vec<u8>>,
}

/// Looks at a database. Makes nothing and changes nothing.
///
/// # Errors
/// [`StoreError`] where it does not answer or is none.
pub async fn look(address: &DatabaseAddress) -> Result<Found, StoreError> {
    match address {
        DatabaseAddress::Sqlite(file) if !file.exists() => Ok(Found::NoFile),
        DatabaseAddress::Sqlite(file) => sqlite::look(file).await,
        DatabaseAddress::Postgres(url) => postgres::look(url).await,
    }
}

impl Inside {
    /// Whether it has this table.
    pub(super) fn has(&self, table: &str) -> bool {
        self.tables.iter().any(|name| name == table)
    }

    /// What it is to a program with these migrations.
    pub(super) fn judge(&self, ours: &Migrator) -> Found {
        if self.has(COPYING) {
            return Found::UnfinishedCopy;
        }
        if self.tables.iter().all(|table| table == MIGRATED) {
            return Found::Empty;
        }
        let done = |version: i64| self.migrations.get(&version);
        let other = |one: &sqlx::migrate::Migration| {
            done(one.version).is_some_and(|sum| *sum != *one.checksum)
        };
        let unknown = |version: &i64| !ours.iter().any(|one| one.version == *version);
        if ours.iter().any(other) || self.migrations.keys().all(unknown) {
            Found::Foreign
        } else if self.migrations.keys().any(unknown) {
            Found::Newer
        } else if ours.iter().any(|one| done(one.version).is_none()) {
            Found::Older
        } else {
            Found::Current
        }
    }
}

#[cfg(test)]
mod tests {
    use sqlx::SqlSafeStr;
    use sqlx::migrate::{Migration, MigrationType};

    use super::*;

    fn migration(version: i64) -> Migration {
        let kind = MigrationType::Simple;
        Migration::new(version, "".into(), kind, "SELECT 1".into_sql_str(), false)
    }

    fn found(done: &[Migration]) -> Found {
        let inside = Inside {
            tables: vec![MIGRATED.to_owned(), "sessions".to_owned()],
            migrations: done
                .iter()
                .map(|one| (one.version, one.checksum.to_vec()))
                .collect(),
        };
        inside.judge(&Migrator::with_migrations(vec![migration(1), migration(2)]))
    }

    #[test]
    fn an_operator_learns_whether_the_start_changes_the_database() {
        assert_eq!(found(&[migration(1)]), Found::Older);
        assert_eq!(found(&[migration(1), migration(2)]), Found::Current);
        assert_eq!(
            found(&[migration(1), migration(2), migration(3)]),
            Found::Newer
        );
    }

    #[test]
    fn another_programs_migrations_are_not_taken_for_ours() {
        let mut other = migration(1);
        other.checksum = vec![7].into();
        assert_eq!(found(&[other]), Found::Foreign);
        assert_eq!(found(&[migration(20_240_101)]), Found::Foreign);
        assert_eq!(found(&[]), Found::Foreign);
    }
}
