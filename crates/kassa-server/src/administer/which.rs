//! Which account a command is about.

use super::AdministerError;
use crate::domain::Account;
use crate::store::Store;

/// The account of this id or name; the only one where nothing is said.
pub(crate) async fn which_account(
    store: &dyn Store,
    said: Option<&str>,
) -> Result<Account, AdministerError> {
    let mut accounts = store.accounts().await?;
    if let Some(said) = said {
        if let Some(place) = accounts.iter().position(|one| one.id.as_str() == said) {
            return Ok(accounts.swap_remove(place));
        }
        accounts.retain(|one| one.name == said);
    }
    match (accounts.pop(), accounts.is_empty(), said) {
        (Some(account), true, _) => Ok(account),
        (Some(_), false, Some(said)) => Err(AdministerError::SeveralAccounts(said.to_owned())),
        (Some(_), false, None) => Err(AdministerError::WhichAccount),
        (None, _, Some(said)) => Err(AdministerError::NoAccount(said.to_owned())),
        (None, _, None) => Err(AdministerError::NoAccounts),
    }
}
