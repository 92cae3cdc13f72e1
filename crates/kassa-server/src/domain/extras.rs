//! What a payer may choose: how it is sent, and codes that make it cheaper.

use kassa_wire::Money;
use kassa_wire::merchant::{Discount, OrderLine, ShippingOption};
use serde::{Deserialize, Serialize};

use super::Order;

/// What an order offers beyond its own price. Untrusted text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Extras {
    /// How it can be sent.
    pub shipping_options: Vec<ShippingOption>,
    /// The codes that make it cheaper.
    pub discounts: Vec<Discount>,
}

/// What a session's payer chose of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Chosen {
    /// A shipping option's id.
    pub shipping: Option<String>,
    /// Codes, as the order writes them.
    pub discounts: Vec<String>,
}

/// Why something cannot be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChoiceRefusal {
    /// The order is not sent this way.
    #[error("the order has no such shipping option")]
    NoSuchOption,
    /// No such code makes the order cheaper.
    #[error("no such code makes this order cheaper")]
    NoSuchCode,
    /// Nothing would be left to pay, or less.
    #[error("nothing would be left to pay")]
    NothingLeft,
    /// More than an amount can be.
    #[error("the total is more than an amount can be")]
    TooMuch,
}

impl Order {
    /// What is chosen before anybody chose: the first shipping option.
    #[must_use]
    pub fn chosen_at_first(&self) -> Chosen {
        let first = self.extras.shipping_options.first();
        Chosen {
            shipping: first.map(|option| option.id.clone()),
            discounts: Vec::new(),
        }
    }

    /// A choice with another shipping option.
    ///
    /// # Errors
    /// [`ChoiceRefusal::NoSuchOption`].
    pub fn sent_by(&self, option: &str, before: Chosen) -> Result<Chosen, ChoiceRefusal> {
        let known = self.shipping_option(option);
        let known = known.ok_or(ChoiceRefusal::NoSuchOption)?;
        Ok(Chosen {
            shipping: Some(known.id.clone()),
            ..before
        })
    }

    /// A choice with these codes and no others. A code that is given twice counts once.
    ///
    /// # Errors
    /// [`ChoiceRefusal::NoSuchCode`].
    pub fn cheaper_by(&self, codes: &[String], before: Chosen) -> Result<Chosen, ChoiceRefusal> {
        let mut discounts: Vec<String> = Vec::new();
        for code in codes {
            let known = self.discount(code).ok_or(ChoiceRefusal::NoSuchCode)?;
            if !discounts.contains(&known.code) {
                discounts.push(known.code.clone());
            }
        }
        Ok(Chosen {
            discounts,
            ..before
        })
    }

    /// What of a choice the order still offers, for an order that was changed meanwhile.
    #[must_use]
    pub fn still_offered(&self, before: &Chosen) -> Chosen {
        let offered = |id: &String| self.shipping_option(id).is_some();
        let kept = before.shipping.clone().filter(offered);
        let known = |code: &&String| self.discount(code).is_some();
        Chosen {
            shipping: kept.or_else(|| self.chosen_at_first().shipping),
            discounts: before.discounts.iter().filter(known).cloned().collect(),
        }
    }

    /// What a choice adds to the order's own lines: what is taken off is less than nothing.
    #[must_use]
    pub fn lines_of(&self, chosen: &Chosen) -> Vec<OrderLine> {
        let sent = chosen.shipping.as_deref();
        let sent = sent.and_then(|id| self.shipping_option(id));
        let sent = sent.map(|option| OrderLine {
            label: option.label.clone(),
            detail: option.detail.clone(),
            amount: option.amount,
        });
        let codes = chosen.discounts.iter();
        let known = codes.filter_map(|code| self.discount(code));
        let taken_off = known.map(|discount| OrderLine {
            label: discount.label.clone(),
            detail: Some(discount.code.clone()),
            amount: 0_i64.saturating_sub(self.reduction(discount)),
        });
        sent.into_iter().chain(taken_off).collect()
    }

    /// What the order costs with a choice.
    ///
    /// # Errors
    /// [`ChoiceRefusal`] where that is not more than nothing, or more than an amount can be.
    pub fn price(&self, chosen: &Chosen) -> Result<Money, ChoiceRefusal> {
        let lines = self.lines_of(chosen);
        let mut amounts = lines.iter().map(|line| line.amount);
        let total = amounts.try_fold(self.amount.amount, i64::checked_add);
        match total {
            Some(amount) if amount > 0 => Ok(Money {
                amount,
                currency: self.amount.currency,
            }),
            Some(_) => Err(ChoiceRefusal::NothingLeft),
            None => Err(ChoiceRefusal::TooMuch),
        }
    }

    fn shipping_option(&self, id: &str) -> Option<&ShippingOption> {
        let mut options = self.extras.shipping_options.iter();
        options.find(|option| option.id == id)
    }

    fn discount(&self, code: &str) -> Option<&Discount> {
        let typed = code.trim().to_lowercase();
        let mut discounts = self.extras.discounts.iter();
        discounts.find(|discount| discount.code.to_lowercase() == typed)
    }

    /// How much a code takes off, in minor units.
    fn reduction(&self, discount: &Discount) -> i64 {
        match (discount.amount, discount.percent) {
            (Some(amount), _) => amount,
            (None, Some(percent)) => hundredths(self.amount.amount, i64::from(percent)),
            (None, None) => 0,
        }
    }
}

/// So many hundredths of an amount, rounded down, without an overflow on the way.
const fn hundredths(amount: i64, percent: i64) -> i64 {
    let (whole, rest) = (amount.div_euclid(100), amount.rem_euclid(100));
    let of_whole = whole.saturating_mul(percent);
    of_whole.saturating_add(rest.saturating_mul(percent).div_euclid(100))
}
