//! `kassa-server origin …`

use serde_json::json;

use super::accounts::{account_json, change};
use super::run::Desk;
use super::{AdministerError, Answer};
use crate::domain::{Account, Origin};

/// An origin that is there already stays.
pub(super) async fn add(
    desk: &Desk,
    account: Account,
    origin: Origin,
) -> Result<Answer, AdministerError> {
    let account = change(desk, account, |account| {
        if !account.origins.contains(&origin) {
            account.origins.push(origin.clone());
        }
        Ok(())
    })
    .await?;
    Ok(answer(&account))
}

pub(super) fn list(account: &Account) -> Answer {
    Answer {
        json: json!(
            account
                .origins
                .iter()
                .map(Origin::as_str)
                .collect::<Vec<_>>()
        ),
        ..answer(account)
    }
}

pub(super) async fn remove(
    desk: &Desk,
    account: Account,
    origin: Origin,
) -> Result<Answer, AdministerError> {
    let account = change(desk, account, |account| {
        let before = account.origins.len();
        account.origins.retain(|one| *one != origin);
        if account.origins.len() == before {
            return Err(AdministerError::NoOrigin {
                account: account.name.clone(),
                origin: origin.as_str().to_owned(),
            });
        }
        Ok(())
    })
    .await?;
    Ok(answer(&account))
}

/// The origins as they are now, a line each.
fn answer(account: &Account) -> Answer {
    let lines = account.origins.iter();
    Answer {
        text: lines.map(line).collect(),
        remark: None,
        json: account_json(account),
    }
}

fn line(origin: &Origin) -> String {
    format!("{}\n", origin.as_str())
}
