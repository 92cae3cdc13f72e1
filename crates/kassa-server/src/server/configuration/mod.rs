//! Where the settings come from: a flag, else the environment, else a line of the file, else what
//! the program says by itself.
//!
//! The one list of settings is [`ServeSettings`](super::ServeSettings), read by clap. What the
//! file says becomes clap's defaults, so that one parser reads all three. To add a setting: a
//! field there; its flag, its variable, its line and its row in the documentation follow.

mod known;
mod file;
mod read;
mod effective;
mod table;

pub use crate::secret::Secret;
pub use effective::{Effective, print_effective};
pub use read::{ConfigurationError, Configured, read_settings};
pub use table::settings_table;
