//! What an order offers beyond its own price, as a request has it.

use kassa_wire::merchant::{Discount, ShippingOption};
use kassa_wire::problem::FieldCode;
use serde_json::{Map, Value};

use crate::domain::Extras;
use crate::http::extract::Fields;

/// How many shipping options, and how many codes, an order may have.
const MOST: usize = 50;

/// How long an option's id or a code may be.
const NAME_MAX: usize = 64;

/// Reads both lists; everything wrong with them is told at once.
pub(super) fn read_extras(fields: &mut Fields<'_>) -> Extras {
    let shipping_options = each(fields, "shipping_options", read_option);
    let discounts = each(fields, "discounts", read_discount);
    let ids = shipping_options.iter().map(|option| option.id.clone());
    if repeats(ids) {
        fields.blame("shipping_options", FieldCode::Mismatch);
    }
    let codes = discounts
        .iter()
        .map(|discount| discount.code.to_lowercase());
    if repeats(codes) {
        fields.blame("discounts", FieldCode::Mismatch);
    }
    Extras {
        shipping_options,
        discounts,
    }
}

fn each<T>(
    fields: &mut Fields<'_>,
    name: &'static str,
    read: impl Fn(&mut Fields<'_>, &Map<String, Value>) -> Option<T>,
) -> Vec<T> {
    let objects = fields.objects(name, MOST).unwrap_or_default();
    let things = objects
        .into_iter()
        .filter_map(|object| read(fields, object));
    things.collect()
}

fn read_option(fields: &mut Fields<'_>, object: &Map<String, Value>) -> Option<ShippingOption> {
    let mut inside = Fields::inside("shipping_options.", object);
    let id = read_name(&mut inside, "id");
    let label = inside.text("label", 200);
    let label = inside.required("label", label);
    let detail = inside.text("detail", 500);
    let group = inside.text("group", 200);
    let amount = inside.minor_units("amount");
    if amount.is_some_and(|amount| amount < 0) {
        inside.blame("amount", FieldCode::Invalid);
    }
    fields.absorb(inside);
    Some(ShippingOption {
        id: id?,
        label: label?,
        detail,
        group,
        amount: amount?,
    })
}

fn read_discount(fields: &mut Fields<'_>, object: &Map<String, Value>) -> Option<Discount> {
    let mut inside = Fields::inside("discounts.", object);
    let code = read_name(&mut inside, "code");
    let label = inside.text("label", 200);
    let label = inside.required("label", label);
    let amount = inside.value("amount").map(Value::as_i64);
    let percent = inside.value("percent").map(Value::as_i64);
    let (amount, percent) = match (amount, percent) {
        (Some(Some(amount)), None) if amount > 0 => (Some(amount), None),
        (None, Some(Some(percent))) if (1..=100).contains(&percent) => {
            (None, u8::try_from(percent).ok())
        }
        (Some(_), None) => {
            inside.blame("amount", FieldCode::Invalid);
            (None, None)
        }
        (None, Some(_)) => {
            inside.blame("percent", FieldCode::Invalid);
            (None, None)
        }
        (Some(_), Some(_)) => {
            inside.blame("percent", FieldCode::Mismatch);
            (None, None)
        }
        (None, None) => {
            inside.blame("amount", FieldCode::Required);
            (None, None)
        }
    };
    fields.absorb(inside);
    Some(Discount {
        code: code?,
        label: label?,
        amount,
        percent,
    })
}

/// A name that a payer's browser sends back: some letters, and no space around them.
fn read_name(inside: &mut Fields<'_>, name: &str) -> Option<String> {
    let text = inside.text(name, NAME_MAX);
    let text = inside.required(name, text)?;
    if text.trim() == text && !text.is_empty() {
        return Some(text);
    }
    inside.blame(name, FieldCode::Invalid);
    None
}

fn repeats(names: impl Iterator<Item = String>) -> bool {
    let mut names: Vec<String> = names.collect();
    let all = names.len();
    names.sort_unstable();
    names.dedup();
    names.len() < all
}
