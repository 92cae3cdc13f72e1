//! What can be asked of the chaos.

use clap::ValueEnum;

/// What can be asked of the chaos.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// For how many seconds there is trouble; what is under way has some minutes more to settle.
    #[arg(long, default_value_t = 120)]
    pub(crate) seconds: u64,
    /// What everything is drawn from; another one each time where it is not said.
    #[arg(long)]
    pub(crate) seed: Option<u64>,
    /// On which store; both side by side.
    #[arg(long, value_enum, default_value_t = Stores::Both)]
    pub(crate) store: Stores,
}

/// On which store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Stores {
    /// One file and one server.
    Sqlite,
    /// One PostgreSQL and three servers.
    Postgres,
    /// Each of them.
    Both,
}

/// One of the stores.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StoreKind {
    /// One file and one server.
    Sqlite,
    /// One PostgreSQL and three servers.
    Postgres,
}

impl Stores {
    /// Which they are.
    pub(crate) const fn each(self) -> &'static [StoreKind] {
        match self {
            Self::Sqlite => &[StoreKind::Sqlite],
            Self::Postgres => &[StoreKind::Postgres],
            Self::Both => &[StoreKind::Sqlite, StoreKind::Postgres],
        }
    }
}

impl StoreKind {
    /// For people.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "SQLite",
            Self::Postgres => "PostgreSQL",
        }
    }

    /// How many servers work on it side by side.
    pub(crate) const fn servers(self) -> usize {
        match self {
            Self::Sqlite => 1,
            Self::Postgres => 3,
        }
    }
}
