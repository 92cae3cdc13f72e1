//! What a form sent without scripts wants.

use kassa_wire::payer::PayerValues;
use kassa_wire::state::MethodKind;

/// Which button was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Intent {
    /// The payer's information is right.
    Confirm,
    /// The payer wants to change it.
    Change,
    /// Pay.
    Pay,
    /// Send it another way.
    Shipping,
    /// A code is to count.
    Discount,
    /// A code is not to count any more.
    DiscountRemove,
    /// Call it off.
    Cancel,
    /// Ask the merchant for a new link.
    Link,
    /// The same page in the address's language.
    Language,
    /// The same page with the fields of the country in the form.
    Fields,
}

/// A form as it was sent. Everything in it is untrusted text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sent {
    /// Which button was pressed; nothing where the form is none of ours.
    pub(super) intent: Option<Intent>,
    /// The version that the payer saw.
    pub(super) version: Option<u32>,
    /// How to pay.
    pub(super) method: Option<MethodKind>,
    /// The press's own key, as it was sent.
    pub(super) attempt_key: String,
    /// Everything else: the payer's fields.
    pub(super) payer: PayerValues,
}

impl Sent {
    /// Reads `application/x-www-form-urlencoded`. Nothing is malformed in it: what cannot be
    /// decoded is replaced, and what has no meaning is left out later.
    pub(super) fn read(body: &[u8]) -> Self {
        let mut sent = Self::default();
        for (name, value) in form_urlencoded::parse(body) {
            match name.as_ref() {
                "intent" => sent.intent = read_intent(&value),
                "version" => sent.version = value.parse().ok(),
                "method" => sent.method = read_method(&value),
                "attempt_key" => sent.attempt_key = value.into_owned(),
                _ => drop(sent.payer.insert(name.into_owned(), value.into_owned())),
            }
        }
        sent
    }
}

fn read_intent(text: &str) -> Option<Intent> {
    match text {
        "confirm" => Some(Intent::Confirm),
        "change" => Some(Intent::Change),
        "pay" => Some(Intent::Pay),
        "shipping" => Some(Intent::Shipping),
        "discount" => Some(Intent::Discount),
        "discount_remove" => Some(Intent::DiscountRemove),
        "cancel" => Some(Intent::Cancel),
        "link" => Some(Intent::Link),
        "language" => Some(Intent::Language),
        "fields" => Some(Intent::Fields),
        _ => None,
    }
}

fn read_method(text: &str) -> Option<MethodKind> {
    match text {
        "card" => Some(MethodKind::Card),
        "bank_transfer" => Some(MethodKind::BankTransfer),
        "wallet" => Some(MethodKind::Wallet),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_read_as_it_was_typed() {
        let sent =
            Sent::read("intent=confirm&version=7&city=S%C3%A3o+Paulo&fields.id=%3Cb%3E".as_bytes());
        assert_eq!(sent.intent, Some(Intent::Confirm));
        assert_eq!(sent.version, Some(7));
        assert_eq!(sent.payer["city"], "São Paulo");
        assert_eq!(sent.payer["fields.id"], "<b>");
    }

    #[test]
    fn a_form_that_is_none_is_read_as_nothing() {
        for body in [
            &b""[..],
            b"&&&===",
            b"\xff\xfe=%zz&%",
            b"intent=delete",
            b"version=-1&intent",
        ] {
            let sent = Sent::read(body);
            assert_eq!((sent.intent, sent.version), (None, None), "{body:?}");
        }
    }
}
