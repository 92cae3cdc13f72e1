//! `kassa-server account …`

use kassa_wire::AccountId;
use serde_json::{Value, json};

use super::answer::table;
use super::keys::{fresh_key, key_json, key_table};
use super::run::Desk;
use super::which::which_account;
use super::{AdministerError, Answer};
use crate::domain::{Account, Brand, Origin, Scope};
use crate::store::{AccountChange, NewAccount, Swapped};

/// How often a change is tried while others change the same account.
const TRIES: u32 = 5;

/// Makes an account with an administrator's key.
pub(super) async fn add(
    desk: &Desk,
    name: String,
    origins: Vec<Origin>,
) -> Result<Answer, AdministerError> {
    let id: AccountId = format!("acc_{}", desk.dice.letters(16)).parse()?;
    let (secret, key) = fresh_key(desk, &id, "Administrator".to_owned(), vec![Scope::Admin]);
    let account = Account {
        id,
        name,
        origins,
        brand: Brand::default(),
    };
    let new = NewAccount {
        account: account.clone(),
        key,
        recipients: Vec::new(),
        orders: Vec::new(),
    };
    desk.store.add_account(&new).await?;
    let mut json = account_json(&account);
    if let Some(object) = json.as_object_mut() {
        object.insert("api_key".to_owned(), Value::String(secret.clone()));
    }
    let remark = "The key may do everything for this account, and is shown only now.";
    Ok(Answer {
        text: format!("account  {}\napi key  {secret}\n", account.id),
        remark: Some(remark.to_owned()),
        json,
    })
}

pub(super) async fn list(desk: &Desk) -> Result<Answer, AdministerError> {
    let accounts = desk.store.accounts().await?;
    let rows: Vec<_> = accounts
        .iter()
        .map(|one| [one.id.to_string(), one.name.clone(), origins_text(one)])
        .collect();
    Ok(Answer {
        text: table(["ID", "NAME", "ORIGINS"], &rows),
        remark: None,
        json: accounts.iter().map(account_json).collect(),
    })
}

pub(super) async fn show(desk: &Desk, said: &str) -> Result<Answer, AdministerError> {
    let account = which_account(&*desk.store, Some(said)).await?;
    let keys = desk.store.api_keys(&account.id).await?;
    let mut json = account_json(&account);
    if let Some(object) = json.as_object_mut() {
        object.insert("keys".to_owned(), keys.iter().map(key_json).collect());
    }
    let text = format!(
        "id       {}\nname     {}\norigins  {}\n\n{}",
        account.id,
        account.name,
        origins_text(&account),
        key_table(&keys)
    );
    Ok(Answer {
        text,
        remark: None,
        json,
    })
}

pub(super) async fn rename(
    desk: &Desk,
    said: &str,
    name: String,
) -> Result<Answer, AdministerError> {
    let account = which_account(&*desk.store, Some(said)).await?;
    let account = change(desk, account, |account| {
        account.name.clone_from(&name);
        Ok(())
    })
    .await?;
    Ok(Answer {
        text: format!("{} is called {}.\n", account.id, account.name),
        remark: None,
        json: account_json(&account),
    })
}

/// Changes an account; from the beginning again where somebody else changed it meanwhile.
pub(super) async fn change(
    desk: &Desk,
    mut before: Account,
    how: impl Fn(&mut Account) -> Result<(), AdministerError>,
) -> Result<Account, AdministerError> {
    for _ in 0..TRIES {
        let mut after = before.clone();
        how(&mut after)?;
        let change = AccountChange { before, after };
        match desk.store.change_account(&change).await? {
            Swapped::Done => return Ok(change.after),
            Swapped::Conflict => {
                let id = change.after.id;
                let now = desk.store.account(&id).await?;
                before = now.ok_or_else(|| AdministerError::NoAccount(id.to_string()))?;
            }
        }
    }
    Err(AdministerError::ChangedMeanwhile)
}

pub(super) fn account_json(account: &Account) -> Value {
    let origins: Vec<&str> = account.origins.iter().map(Origin::as_str).collect();
    json!({ "id": account.id.as_str(), "name": account.name, "origins": origins })
}

fn origins_text(account: &Account) -> String {
    let origins: Vec<&str> = account.origins.iter().map(Origin::as_str).collect();
    if origins.is_empty() {
        "none".to_owned()
    } else {
        origins.join(", ")
    }
}
