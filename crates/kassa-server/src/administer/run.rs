//! From a command to what it does.

use std::sync::Arc;

use super::{
    AccountCommand, AdministerError, Answer, KeyCommand, OriginCommand, accounts, brands, keys,
    origins,
};
use crate::administer::which_account;
use crate::clock::{Clock, Dice, SystemClock, SystemDice};
use crate::store::Store;

/// What every command has at hand.
#[derive(Clone, Debug)]
pub struct Desk {
    /// Keeps accounts.
    pub store: Arc<dyn Store>,
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// Draws ids and keys.
    pub dice: Arc<dyn Dice>,
}

impl Desk {
    /// A desk with the machine's own clock and dice.
    #[must_use]
    pub fn at(store: Arc<dyn Store>) -> Self {
        Self {
            store,
            clock: Arc::new(SystemClock),
            dice: Arc::new(SystemDice),
        }
    }
}

/// `kassa-server account …`
///
/// # Errors
/// [`AdministerError`]; nothing was changed then.
pub async fn account(desk: &Desk, command: AccountCommand) -> Result<Answer, AdministerError> {
    match command {
        AccountCommand::Add { name, origins } => accounts::add(desk, name, origins).await,
        AccountCommand::List => accounts::list(desk).await,
        AccountCommand::Show { account } => accounts::show(desk, &account).await,
        AccountCommand::Rename { account, name } => accounts::rename(desk, &account, name).await,
        AccountCommand::Brand { account, brand } => brands::brand(desk, &account, brand).await,
    }
}

/// `kassa-server key …`
///
/// # Errors
/// [`AdministerError`]; nothing was changed then.
pub async fn key(
    desk: &Desk,
    account: Option<&str>,
    command: KeyCommand,
) -> Result<Answer, AdministerError> {
    let account = which_account(&*desk.store, account).await?;
    match command {
        KeyCommand::Add { name, scopes } => keys::add(desk, &account, name, scopes).await,
        KeyCommand::List => keys::list(desk, &account).await,
        KeyCommand::Revoke { id } => keys::revoke(desk, &account, id).await,
    }
}

/// `kassa-server origin …`
///
/// # Errors
/// [`AdministerError`]; nothing was changed then.
pub async fn origin(
    desk: &Desk,
    account: Option<&str>,
    command: OriginCommand,
) -> Result<Answer, AdministerError> {
    let account = which_account(&*desk.store, account).await?;
    match command {
        OriginCommand::Add { origin } => origins::add(desk, account, origin).await,
        OriginCommand::List => Ok(origins::list(&account)),
        OriginCommand::Remove { origin } => origins::remove(desk, account, origin).await,
    }
}
