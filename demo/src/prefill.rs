//! What the shop knows of its customer. Sometimes everything, sometimes nothing, and once
//! something wrong, which the payer mends in the checkout.

use kassa_wire::merchant::Recipient;
use kassa_wire::payer::{PayerValues, field};

/// The order whose customer once wrote a wrong email address.
const WITH_A_WRONG_EMAIL: &str = "2026-04417";

/// A customer of whom everything is known, but for these two: who orders `2026-04417` has a wrong
/// email address, and the travel agency's customers are strangers.
pub(crate) fn customer(recipient: &Recipient, order: &str) -> PayerValues {
    if recipient.id.as_str() == "MKT" {
        return PayerValues::new();
    }
    let email = if order == WITH_A_WRONG_EMAIL {
        "amina@example"
    } else {
        "amina@example.com"
    };
    let mut payer: PayerValues = [
        (field::FIRST_NAME, "Amina"),
        (field::LAST_NAME, "Haddad"),
        (field::EMAIL, email),
        (field::PHONE, "+212 537 123 456"),
        (field::COUNTRY, "MA"),
        (field::ADDRESS, "12 Rue des Orangers"),
        (field::CITY, "Rabat"),
        (field::POSTAL_CODE, "10000"),
    ]
    .into_iter()
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .collect();
    for asked in recipient.fields.iter().filter(|asked| asked.required) {
        let answer = asked.options.first().map_or("V-20260417", String::as_str);
        payer.insert(
            format!("{}{}", field::CUSTOM_PREFIX, asked.id),
            answer.to_owned(),
        );
    }
    payer
}
