//! Accounts and their keys.

use jiff::SignedDuration;
use kassa_server::domain::{Account, ApiKey, ApiKeyId, Brand, Scope};
use kassa_server::store::{AccountChange, KeyHash, KeyHolder, NewApiKey, RevokeApiKey, Swapped};

use crate::Shared;
use crate::rows::{account, add_account, logo, noon};

pub(crate) async fn a_key_opens_its_own_account_only(store: &Shared) {
    add_account(store).await;
    let known = store.account_by_key(&KeyHash([7; 32])).await.unwrap();
    assert_eq!(
        known,
        Some(KeyHolder {
            account: account().account,
            key: account().key.key
        })
    );
    assert_eq!(store.account_by_key(&KeyHash([8; 32])).await.unwrap(), None);
    let stranger = "acc_0000000000000009".parse().unwrap();
    assert_eq!(store.recipients(&stranger, "").await.unwrap(), []);
    assert_eq!(store.orders(&stranger, None, "").await.unwrap(), []);
    assert_eq!(
        store
            .recipient(&stranger, &"FWU".parse().unwrap())
            .await
            .unwrap(),
        None
    );
    assert_eq!(
        store.order(&stranger, &"1".parse().unwrap()).await.unwrap(),
        None
    );
}

pub(crate) async fn a_key_that_was_revoked_opens_nothing(store: &Shared) {
    add_account(store).await;
    let first = account().key.key;
    let second = ApiKey {
        id: ApiKeyId("key_0000000000000002".to_owned()),
        name: "Till".to_owned(),
        scopes: vec![Scope::Read, Scope::Sessions],
        created_at: noon() + SignedDuration::from_secs(1),
        ..first.clone()
    };
    let new = NewApiKey {
        key: second.clone(),
        hash: KeyHash([8; 32]),
    };
    store.add_api_key(&new).await.unwrap();
    let keys = store.api_keys(&first.account).await.unwrap();
    assert_eq!(keys, [first.clone(), second.clone()]);
    let mut revoke = RevokeApiKey {
        account: "acc_0000000000000009".parse().unwrap(),
        id: second.id.clone(),
        now: noon(),
    };
    let stranger = store.revoke_api_key(&revoke).await.unwrap();
    assert_eq!(stranger, Swapped::Conflict);
    revoke.account = first.account.clone();
    assert_eq!(store.revoke_api_key(&revoke).await.unwrap(), Swapped::Done);
    assert_eq!(
        store.revoke_api_key(&revoke).await.unwrap(),
        Swapped::Conflict
    );
    assert_eq!(store.account_by_key(&new.hash).await.unwrap(), None);
    let other = store.account_by_key(&KeyHash([7; 32])).await.unwrap();
    assert_eq!(other.unwrap().key, first);
    let keys = store.api_keys(&first.account).await.unwrap();
    assert_eq!(keys[1].revoked_at, Some(noon()));
}

pub(crate) async fn the_last_use_of_a_key_is_known_to_the_minute(store: &Shared) {
    add_account(store).await;
    let id = account().key.key.id;
    for (seconds, known) in [(0, 0), (59, 0), (60, 60), (61, 60)] {
        let now = noon() + SignedDuration::from_secs(seconds);
        store.touch_api_key(&id, now).await.unwrap();
        let holder = store.account_by_key(&KeyHash([7; 32])).await.unwrap();
        let last = holder.unwrap().key.last_used_at;
        assert_eq!(last, Some(noon() + SignedDuration::from_secs(known)));
    }
}

pub(crate) async fn a_picture_is_kept_once_and_found_by_its_name(store: &Shared) {
    let name = logo().name().clone();
    assert_eq!(store.logo(&name).await.unwrap(), None);
    for _ in 0..2 {
        store.keep_logo(&logo()).await.unwrap();
    }
    assert_eq!(store.logo(&name).await.unwrap(), Some(logo()));
}

pub(crate) async fn a_brand_is_written_unless_somebody_else_wrote_another(store: &Shared) {
    add_account(store).await;
    let mut change = AccountChange {
        before: account().account,
        after: Account {
            brand: Brand::default(),
            ..account().account
        },
    };
    assert_eq!(store.change_account(&change).await.unwrap(), Swapped::Done);
    let now = store.account(&change.after.id).await.unwrap();
    assert_eq!(now, Some(change.after.clone()));
    let again = store.change_account(&change).await.unwrap();
    assert_eq!(again, Swapped::Conflict);
    std::mem::swap(&mut change.before, &mut change.after);
    assert_eq!(store.change_account(&change).await.unwrap(), Swapped::Done);
}

pub(crate) async fn an_account_changes_its_name_and_origins(store: &Shared) {
    add_account(store).await;
    let mut change = AccountChange {
        before: account().account,
        after: Account {
            name: "新しい店".to_owned(),
            origins: Vec::new(),
            ..account().account
        },
    };
    let changed = change.after.clone();
    assert_eq!(store.change_account(&change).await.unwrap(), Swapped::Done);
    assert_eq!(
        store.account(&changed.id).await.unwrap(),
        Some(changed.clone())
    );
    let all = store.accounts().await.unwrap();
    assert_eq!(all, std::slice::from_ref(&changed));
    let of_before = store.change_account(&change).await.unwrap();
    assert_eq!(
        of_before,
        Swapped::Conflict,
        "somebody changed it meanwhile"
    );
    change.before = changed;
    change.before.id = "acc_0000000000000009".parse().unwrap();
    let nobody = store.change_account(&change).await.unwrap();
    assert_eq!(nobody, Swapped::Conflict);
    assert_eq!(store.account(&change.before.id).await.unwrap(), None);
}
