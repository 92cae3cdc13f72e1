//! What an operator does from the shell: accounts, their API keys, their origins and
//! their brands. A server may
//! serve the same database meanwhile and sees every change with its next request.
//!
//! Takes the store, the clock and the dice; must not know which database it is. To add a command:
//! a variant in `arguments`, and what it does in its topic's file.

mod arguments;
mod error;
mod answer;
mod which;
mod accounts;
mod brands;
mod keys;
mod origins;
mod run;

pub use answer::{Answer, Form};
pub use arguments::{
    AccountArgs, AccountCommand, BrandArgs, KeyArgs, KeyCommand, OriginArgs, OriginCommand,
};
pub use error::AdministerError;
pub use run::{Desk, account, key, origin};
pub(crate) use which::which_account;
