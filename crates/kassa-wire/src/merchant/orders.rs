//! What is to be paid.

use serde::{Deserialize, Serialize};

use super::{Discount, ShippingOption};
use crate::{CountryCode, Money, OrderNumber};

/// `GET /api/orders` answers a `List` of these.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Order {
    /// The merchant's number.
    pub number: OrderNumber,
    /// Where it is to be paid.
    pub country: CountryCode,
    /// The total.
    pub amount: Money,
    /// What it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// What the total is made of.
    pub lines: Vec<OrderLine>,
    /// How it can be sent. The first is chosen until the payer chooses another.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shipping_options: Vec<ShippingOption>,
    /// The codes that make it cheaper.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub discounts: Vec<Discount>,
    /// Whether it was paid.
    pub paid: bool,
}

/// One line of an [`Order`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OrderLine {
    /// What it is.
    pub label: String,
    /// More about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// What it costs, in minor units of the order's currency.
    pub amount: i64,
}

/// `POST /api/orders`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PostOrder {
    /// The merchant's number: no two orders of an account have the same.
    pub number: OrderNumber,
    /// Where it is to be paid.
    pub country: CountryCode,
    /// The total, more than nothing.
    pub amount: Money,
    /// What it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_length = 1000))]
    pub description: Option<String>,
    /// What the total is made of. Where there are any they add up to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "openapi", schema(max_items = 100))]
    pub lines: Vec<OrderLine>,
    /// How it can be sent. The first is chosen until the payer chooses another.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "openapi", schema(max_items = 50))]
    pub shipping_options: Vec<ShippingOption>,
    /// The codes that make it cheaper.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "openapi", schema(max_items = 50))]
    pub discounts: Vec<Discount>,
}
