//! Wire types out of what the browser's own JSON parser gives.
//!
//! By hand and not by serde: its machinery for these types would be a fifth of the `.wasm`. The
//! compiler keeps the lists complete: a struct is made with every field, and a new variant of an
//! enum stops the build. A test keeps the names those of the wire.

use std::collections::BTreeMap;
use std::mem::ManuallyDrop;
use std::sync::Arc;

use js_sys::{Array, Object, Reflect};
use kassa_wire::page::{CheckoutPage, Content, LocaleView, Notice, Page, Texts, Theme, Ui};
use kassa_wire::problem::{FieldCode, FieldProblem, Problem, ProblemCode};
use kassa_wire::request::CardToken;
use kassa_wire::state::{DeclineReason, MethodKind, PaymentState, SessionState};
use kassa_wire::view::{
    ActionKind, ActionView, DiscountsView, Drawn, FieldKind, FieldMode, FieldView, FieldsView,
    MethodView, OptionView, OrderView, PaymentView, RecipientView, SessionView, ShippingView,
    TransferView,
};
use kassa_wire::{
    AttemptKey, CountryCode, Currency, Money, OrderNumber, PaymentReference, RecipientId, SessionId,
};
use wasm_bindgen::{JsCast, JsValue};

/// A type that a parsed JSON value can have the shape of.
pub trait Shape: Sized {
    /// The value, if it has the shape. What is absent is `undefined`.
    fn read(value: &JsValue) -> Option<Self>;
}

/// A type whose values have names on the wire. A variant without one stops the build.
pub trait Named {
    /// The name.
    fn name(self) -> &'static str;
}

/// One field of an object.
pub(super) fn field<T: Shape>(value: &JsValue, name: &str) -> Option<T> {
    T::read(&Reflect::get(value, &JsValue::from_str(name)).ok()?)
}

impl Shape for String {
    fn read(value: &JsValue) -> Option<Self> {
        value.as_string()
    }
}

impl Shape for bool {
    fn read(value: &JsValue) -> Option<Self> {
        value.as_bool()
    }
}

/// JSON's numbers are floats; those here are whole and small enough to be exact.
impl Shape for i64 {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "whole and within 2^53, as it was just checked"
    )]
    fn read(value: &JsValue) -> Option<Self> {
        let number = value.as_f64()?;
        js_sys::Number::is_safe_integer(value).then_some(number as Self)
    }
}

impl Shape for u32 {
    fn read(value: &JsValue) -> Option<Self> {
        i64::read(value)?.try_into().ok()
    }
}

impl Shape for u16 {
    fn read(value: &JsValue) -> Option<Self> {
        i64::read(value)?.try_into().ok()
    }
}

impl<T: Shape> Shape for Option<T> {
    fn read(value: &JsValue) -> Option<Self> {
        if value.is_undefined() || value.is_null() {
            Some(None)
        } else {
            T::read(value).map(Some)
        }
    }
}

impl<T: Shape> Shape for Box<T> {
    fn read(value: &JsValue) -> Option<Self> {
        T::read(value).map(Box::new)
    }
}

/// An absent list is an empty one, as the wire writes it.
impl<T: Shape> Shape for Vec<T> {
    fn read(value: &JsValue) -> Option<Self> {
        if value.is_undefined() {
            return Some(Self::new());
        }
        value
            .dyn_ref::<Array>()?
            .iter()
            .map(|item| T::read(&item))
            .collect()
    }
}

impl<T: Shape> Shape for Arc<[T]> {
    fn read(value: &JsValue) -> Option<Self> {
        Vec::read(value).map(Self::from)
    }
}

impl Shape for BTreeMap<String, String> {
    fn read(value: &JsValue) -> Option<Self> {
        let object = value.dyn_ref::<Object>()?;
        let mut texts = Self::new();
        for pair in Object::entries(object).iter() {
            let pair: Array = pair.dyn_into().ok()?;
            texts.insert(pair.get(0).as_string()?, pair.get(1).as_string()?);
        }
        Some(texts)
    }
}

macro_rules! texts {
    ($($name:ty),* $(,)?) => { $(
        impl Shape for $name {
            fn read(value: &JsValue) -> Option<Self> {
                value.as_string()?.try_into().ok()
            }
        }
    )* };
}

texts!(
    SessionId,
    RecipientId,
    OrderNumber,
    PaymentReference,
    AttemptKey,
    CountryCode,
    Currency
);

macro_rules! objects {
    ($($name:ident { $($field:ident),* $(,)? })*) => { $(
        impl Shape for $name {
            fn read(value: &JsValue) -> Option<Self> {
                $(let $field = ManuallyDrop::new(field(value, stringify!($field))?);)*
                Some(Self { $($field: ManuallyDrop::into_inner($field),)* })
            }
        }
    )* };
}

objects! {
    Page { locale, texts, ui, theme, content }
    Texts { rtl, locales, messages, countries }
    CheckoutPage { view, attempt_key, editing, entered, errors, method, code, notice }
    LocaleView { code, name }
    SessionView {
        id, version, state, locale, recipient, order, amount, total, shipping, discounts, country,
        fields, payer, problems, methods, payment, expires_at, expires, return_url, locked, link_asked,
        origins, drawn,
    }
    Drawn { order, screen }
    FieldsView { country, fields }
    RecipientView { id, name, initials }
    ShippingView { id, label, detail, group, amount, chosen }
    DiscountsView { codes }
    Money { amount, currency }
    FieldView { name, label, kind, required, max_length, options, pattern, example, mode }
    OptionView { value, label }
    MethodView { kind, tokenizer, tokenizer_key }
    PaymentView { reference, state, method, amount, date, decline, action, transfer, confirm_url }
    ActionView { kind, url }
    FieldProblem { field, code }
    Problem { title, status, code, detail, request_id, errors }
}

/// The server draws its lines: nothing here reads them.
impl Shape for OrderView {
    fn read(value: &JsValue) -> Option<Self> {
        Some(Self {
            number: field(value, "number")?,
            description: None,
            lines: Vec::new(),
        })
    }
}

/// The server draws it: here it only says that there is one.
impl Shape for TransferView {
    fn read(_: &JsValue) -> Option<Self> {
        Some(Self::default())
    }
}

/// Absent where it is the usual one.
impl Shape for FieldMode {
    fn read(value: &JsValue) -> Option<Self> {
        Some(if value.is_string() {
            Self::ReadOnly
        } else {
            Self::Editable
        })
    }
}

/// Stripe's API calls it an id.
impl Shape for CardToken {
    fn read(value: &JsValue) -> Option<Self> {
        let token = field(value, "token").or_else(|| field(value, "id"))?;
        Some(Self { token })
    }
}

/// A variant is the key of its content, or a text where it has none.
impl Shape for Content {
    fn read(value: &JsValue) -> Option<Self> {
        match value.as_string().as_deref() {
            None => field(value, "checkout").map(Self::Checkout),
            Some("not_found") => Some(Self::NotFound),
            Some("trouble") => Some(Self::Trouble),
            Some(_) => None,
        }
    }
}

macro_rules! names {
    ($($name:ident { $($variant:ident = $text:literal),* $(,)? })*) => { $(
        impl Shape for $name {
            fn read(value: &JsValue) -> Option<Self> {
                match value.as_string()?.as_str() {
                    $($text => Some(Self::$variant),)*
                    _ => None,
                }
            }
        }

        impl Named for $name {
            fn name(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }
        }
    )*

        #[cfg(test)]
        fn names() -> Vec<(&'static str, serde_json::Value)> {
            vec![$($(($text, serde_json::json!($name::$variant)),)*)*]
        }
    };
}

names! {
    SessionState {
        Open = "open", Confirmed = "confirmed", Paying = "paying", Complete = "complete",
        Expired = "expired", Cancelled = "cancelled",
    }
    PaymentState {
        Created = "created", RequiresAction = "requires_action", Processing = "processing",
        Authorized = "authorized", Captured = "captured", PartiallyCaptured = "partially_captured",
        Voided = "voided", Declined = "declined", Failed = "failed",
        PartiallyRefunded = "partially_refunded", Refunded = "refunded",
    }
    MethodKind { Card = "card", BankTransfer = "bank_transfer", Wallet = "wallet" }
    DeclineReason {
        Declined = "declined", InsufficientFunds = "insufficient_funds",
        ExpiredCard = "expired_card", ChallengeFailed = "challenge_failed",
        CalledOff = "called_off", NotProcessed = "not_processed",
    }
    FieldKind {
        Text = "text", Email = "email", Phone = "phone", Country = "country", Choice = "choice",
        Number = "number", Date = "date",
    }
    ActionKind { Challenge = "challenge", Redirect = "redirect" }
    Ui { Hosted = "hosted", Inline = "inline" }
    Theme { Auto = "auto", Light = "light", Dark = "dark" }
    Notice {
        Stale = "stale", Trouble = "trouble", CardNeedsScripts = "card_needs_scripts",
        ChooseMethod = "choose_method", InProgress = "in_progress",
        AlreadyPaid = "already_paid",
    }
}

/// A code that is not known yet says no more than that there is a problem.
impl Shape for ProblemCode {
    fn read(value: &JsValue) -> Option<Self> {
        let text = value.as_string()?;
        Some(
            Self::ALL
                .iter()
                .copied()
                .find(|code| code.as_str() == text)
                .unwrap_or(Self::Internal),
        )
    }
}

impl Shape for FieldCode {
    fn read(value: &JsValue) -> Option<Self> {
        let text = value.as_string()?;
        Some(
            Self::ALL
                .iter()
                .copied()
                .find(|code| code.as_str() == text)
                .unwrap_or(Self::Invalid),
        )
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_name_is_the_one_on_the_wire() {
        for (name, on_the_wire) in super::names() {
            assert_eq!(on_the_wire, name);
        }
    }
}
