//! What can be added to an order's price, and taken off it.

use serde::{Deserialize, Serialize};

/// One way to send what was ordered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ShippingOption {
    /// The merchant's own name for it: unique within the order.
    #[cfg_attr(feature = "openapi", schema(max_length = 64, example = "express"))]
    pub id: String,
    /// What payers read.
    #[cfg_attr(feature = "openapi", schema(max_length = 200))]
    pub label: String,
    /// More about it: a pick-up point's address, a time slot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_length = 500))]
    pub detail: Option<String>,
    /// Options of one group are shown together under this name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_length = 200))]
    pub group: Option<String>,
    /// What it costs, in minor units of the order's currency; nothing is 0.
    #[cfg_attr(feature = "openapi", schema(minimum = 0))]
    pub amount: i64,
}

/// A code that makes an order cheaper. It has either an amount or a percentage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Discount {
    /// What the payer types; small and capital letters are the same.
    #[cfg_attr(feature = "openapi", schema(max_length = 64, example = "SPRING"))]
    pub code: String,
    /// What payers read.
    #[cfg_attr(feature = "openapi", schema(max_length = 200))]
    pub label: String,
    /// What it takes off, in minor units of the order's currency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(minimum = 1))]
    pub amount: Option<i64>,
    /// How many hundredths of the order's price it takes off, rounded down to minor units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 100))]
    pub percent: Option<u8>,
}
