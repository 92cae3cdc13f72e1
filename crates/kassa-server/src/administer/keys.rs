//! `kassa-server key …`

use jiff::Timestamp;
use kassa_wire::AccountId;
use serde_json::{Value, json};

use super::answer::table;
use super::run::Desk;
use super::{AdministerError, Answer};
use crate::domain::{Account, ApiKey, ApiKeyId, Scope};
use crate::http::hash_api_key;
use crate::store::{NewApiKey, RevokeApiKey, Swapped};

/// Draws a key. The store gets its hash; the key itself is for whoever asked.
pub(super) fn fresh_key(
    desk: &Desk,
    account: &AccountId,
    name: String,
    scopes: Vec<Scope>,
) -> (String, NewApiKey) {
    let secret = format!("sk_{}", desk.dice.letters(32));
    let key = ApiKey {
        id: ApiKeyId(format!("key_{}", desk.dice.letters(16))),
        account: account.clone(),
        name,
        scopes,
        prefix: ApiKey::shown_of(&secret),
        created_at: desk.clock.now(),
        last_used_at: None,
        revoked_at: None,
    };
    let hash = hash_api_key(&secret);
    (secret, NewApiKey { key, hash })
}

/// Prints the key alone, so that a script can keep it.
pub(super) async fn add(
    desk: &Desk,
    account: &Account,
    name: String,
    mut scopes: Vec<Scope>,
) -> Result<Answer, AdministerError> {
    scopes.sort_unstable();
    scopes.dedup();
    let (secret, new) = fresh_key(desk, &account.id, name, scopes);
    desk.store.add_api_key(&new).await?;
    let mut json = key_json(&new.key);
    if let Some(object) = json.as_object_mut() {
        object.insert("api_key".to_owned(), Value::String(secret.clone()));
    }
    let id = &new.key.id.0;
    Ok(Answer {
        text: format!("{secret}\n"),
        remark: Some(format!(
            "{id} of {}. The key is shown only now.",
            account.name
        )),
        json,
    })
}

pub(super) async fn list(desk: &Desk, account: &Account) -> Result<Answer, AdministerError> {
    let keys = desk.store.api_keys(&account.id).await?;
    Ok(Answer {
        text: key_table(&keys),
        remark: None,
        json: keys.iter().map(key_json).collect(),
    })
}

pub(super) async fn revoke(
    desk: &Desk,
    account: &Account,
    id: String,
) -> Result<Answer, AdministerError> {
    let revoke = RevokeApiKey {
        account: account.id.clone(),
        id: ApiKeyId(id.clone()),
        now: desk.clock.now(),
    };
    match desk.store.revoke_api_key(&revoke).await? {
        Swapped::Done => Ok(Answer {
            text: format!("{id} opens nothing any more.\n"),
            remark: None,
            json: json!({ "id": id, "revoked_at": revoke.now.to_string() }),
        }),
        Swapped::Conflict => Err(AdministerError::NoKey {
            account: account.name.clone(),
            id,
        }),
    }
}

pub(super) fn key_table(keys: &[ApiKey]) -> String {
    let time =
        |time: Option<Timestamp>| time.map_or_else(|| "never".to_owned(), |it| it.to_string());
    let rows: Vec<_> = keys
        .iter()
        .map(|key| {
            [
                key.id.0.clone(),
                key.name.clone(),
                format!("{}…", key.prefix),
                scopes(key).join(","),
                time(key.last_used_at),
                key.revoked_at
                    .map_or_else(|| "opens".to_owned(), |at| format!("revoked {at}")),
            ]
        })
        .collect();
    table(
        ["KEY", "NAME", "BEGINS", "SCOPES", "LAST USED", "STATE"],
        &rows,
    )
}

pub(super) fn key_json(key: &ApiKey) -> Value {
    json!({
        "id": key.id.0,
        "account": key.account.as_str(),
        "name": key.name,
        "begins": key.prefix,
        "scopes": scopes(key),
        "created_at": key.created_at.to_string(),
        "last_used_at": key.last_used_at.map(|at| at.to_string()),
        "revoked_at": key.revoked_at.map(|at| at.to_string()),
    })
}

fn scopes(key: &ApiKey) -> Vec<&'static str> {
    key.scopes.iter().map(|scope| scope.as_str()).collect()
}
