//! Two merchants: what one has the other must not see.

use jiff::Timestamp;
use kassa_server::domain::{Account, ApiKey, ApiKeyId, Brand, Extras, Order, Recipient, Scope};
use kassa_server::http::hash_api_key;
use kassa_server::store::{NewAccount, NewApiKey};
use kassa_wire::merchant::{CustomField, CustomKind, OrderLine};
use kassa_wire::{AccountId, Money};
use serde_json::{Value, json};

/// The key of the merchant that tests are about.
pub(crate) const API_KEY: &str = "sk_0123456789abcdefghijklmnopqrstuv";
/// The key of the other one.
pub(crate) const OTHER_API_KEY: &str = "sk_vutsrqponmlkjihgfedcba9876543210";

/// A payer whose information is complete.
pub(crate) fn payer() -> Value {
    json!({
        "first_name": "Amina", "last_name": "Okafor", "email": "amina@example.com",
        "country": "NG", "address": "12 Allen Avenue", "city": "Lagos",
        "fields.student_id": "V-1"
    })
}

/// A merchant with nothing but a key that may do this.
pub(crate) fn holder_of(secret: &str, scope: Scope) -> NewAccount {
    let mut account = other_merchant();
    account.account.id = format!("acc_{:0>16}", scope.as_str()).parse().unwrap();
    account.key = administrator(&account.account.id, scope.as_str(), secret);
    account.key.key.scopes = vec![scope];
    account.recipients.clear();
    account.orders.clear();
    account
}

pub(super) fn merchant() -> NewAccount {
    let id: AccountId = "acc_0000000000000001".parse().unwrap();
    NewAccount {
        account: Account {
            id: id.clone(),
            name: "Shop".to_owned(),
            origins: vec!["https://shop.example".parse().unwrap()],
            brand: Brand::default(),
        },
        key: administrator(&id, "key_0000000000000001", API_KEY),
        recipients: vec![
            recipient(&id, "FWU", "Universidad de Vallarca", ("ES", "EUR")),
            recipient(&id, "NGS", "渚大学 Nagisa University", ("JP", "JPY")),
        ],
        orders: vec![
            order(&id, "2026-04417", ("ES", "EUR"), 485_000),
            order(&id, "2026-04418", ("ES", "EUR"), 1),
            order(&id, "N-1", ("JP", "JPY"), 98_000),
            order(&id, "PESETAS", ("ES", "USD"), 100),
        ],
    }
}

pub(super) fn other_merchant() -> NewAccount {
    let id: AccountId = "acc_0000000000000002".parse().unwrap();
    NewAccount {
        account: Account {
            id: id.clone(),
            name: "Other".to_owned(),
            origins: Vec::new(),
            brand: Brand::default(),
        },
        key: administrator(&id, "key_0000000000000002", OTHER_API_KEY),
        recipients: vec![recipient(&id, "OTH", "Other", ("ES", "EUR"))],
        orders: vec![order(&id, "OTHER-1", ("ES", "EUR"), 100)],
    }
}

fn administrator(account: &AccountId, id: &str, secret: &str) -> NewApiKey {
    let id = ApiKeyId(id.to_owned());
    NewApiKey {
        key: ApiKey::of_administrator(id, account.clone(), secret, Timestamp::UNIX_EPOCH),
        hash: hash_api_key(secret),
    }
}

fn recipient(account: &AccountId, id: &str, name: &str, place: (&str, &str)) -> Recipient {
    let student_id = CustomField {
        id: "student_id".to_owned(),
        label: "Student <b>ID</b>".to_owned(),
        required: true,
        kind: CustomKind::Text,
        options: Vec::new(),
        pattern: None,
        example: None,
    };
    Recipient {
        id: id.parse().unwrap(),
        account: account.clone(),
        name: name.to_owned(),
        country: place.0.parse().unwrap(),
        currency: place.1.parse().unwrap(),
        fields: vec![student_id],
    }
}

fn order(account: &AccountId, number: &str, place: (&str, &str), amount: i64) -> Order {
    let line = OrderLine {
        label: "Tuition".to_owned(),
        detail: None,
        amount,
    };
    Order {
        account: account.clone(),
        number: number.parse().unwrap(),
        country: place.0.parse().unwrap(),
        amount: Money {
            amount,
            currency: place.1.parse().unwrap(),
        },
        description: Some("<script>alert(1)</script> Matrícula".to_owned()),
        lines: vec![line],
        extras: Extras::default(),
        paid_at: None,
    }
}
