//! Reading the two files.

use jiff::Timestamp;
use kassa_wire::{AccountId, merchant};

use crate::domain::{Extras, Order, Recipient};

/// What a demonstration account starts with.
#[derive(Clone, Debug)]
pub struct DemoData {
    /// Who can be paid.
    pub recipients: Vec<Recipient>,
    /// What can be paid, and what was.
    pub orders: Vec<Order>,
}

/// The demonstration's recipients and orders for an account. Orders that are paid were paid now.
///
/// # Errors
/// Where one of the two files cannot be read, which a test would have found.
pub fn demo_data(account: &AccountId, now: Timestamp) -> Result<DemoData, serde_json::Error> {
    let recipients: Vec<merchant::Recipient> =
        serde_json::from_str(include_str!("recipients.json"))?;
    let orders: Vec<merchant::Order> = serde_json::from_str(include_str!("orders.json"))?;
    Ok(DemoData {
        recipients: recipients
            .into_iter()
            .map(|known| recipient(account, known))
            .collect(),
        orders: orders
            .into_iter()
            .map(|known| order(account, known, now))
            .collect(),
    })
}

fn recipient(account: &AccountId, known: merchant::Recipient) -> Recipient {
    Recipient {
        id: known.id,
        account: account.clone(),
        name: known.name,
        country: known.country,
        currency: known.currency,
        fields: known.fields,
    }
}

fn order(account: &AccountId, known: merchant::Order, now: Timestamp) -> Order {
    Order {
        account: account.clone(),
        number: known.number,
        country: known.country,
        amount: known.amount,
        description: known.description,
        lines: known.lines,
        extras: Extras {
            shipping_options: known.shipping_options,
            discounts: known.discounts,
        },
        paid_at: known.paid.then_some(now),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::words::decimals;

    fn data() -> DemoData {
        let account = "acc_0000000000000000".parse().unwrap();
        demo_data(&account, "2026-11-20T12:00:00Z".parse().unwrap()).unwrap()
    }

    fn can_take(recipient: &Recipient, order: &Order) -> bool {
        recipient.country == order.country && recipient.currency == order.amount.currency
    }

    #[test]
    fn the_lines_of_every_order_add_up_to_its_amount() {
        for order in data().orders {
            let sum: i64 = order.lines.iter().map(|line| line.amount).sum();
            assert_eq!(sum, order.amount.amount, "{}", order.number);
        }
    }

    #[test]
    fn no_two_orders_have_the_same_number() {
        let data = data();
        let numbers: BTreeSet<_> = data.orders.iter().map(|order| &order.number).collect();
        assert_eq!(numbers.len(), data.orders.len());
    }

    #[test]
    fn every_recipient_has_several_orders_of_which_some_are_not_paid() {
        let data = data();
        for recipient in &data.recipients {
            let orders: Vec<_> = data
                .orders
                .iter()
                .filter(|o| can_take(recipient, o))
                .collect();
            assert!(orders.len() >= 2, "{}", recipient.id);
            assert!(
                orders.iter().filter(|o| o.paid_at.is_none()).count() >= 2,
                "{}",
                recipient.id
            );
        }
        assert!(data.orders.iter().any(|order| order.paid_at.is_some()));
    }

    #[test]
    fn there_is_an_order_that_nobody_can_take() {
        let data = data();
        let nobody = |order: &&Order| !data.recipients.iter().any(|r| r.country == order.country);
        assert!(data.orders.iter().any(|order| nobody(&order)));
    }

    #[test]
    fn currencies_with_no_two_and_three_decimals_are_there() {
        let places: BTreeSet<_> = data()
            .recipients
            .iter()
            .map(|r| decimals(r.currency))
            .collect();
        assert_eq!(places, BTreeSet::from([Some(0), Some(2), Some(3)]));
    }
}
