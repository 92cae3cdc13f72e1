//! Who receives the money.

use kassa_wire::merchant::CustomField;
use kassa_wire::payer::field;
use kassa_wire::{AccountId, CountryCode, Currency, RecipientId};

/// Who receives the money; also called a portal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    /// Three letters, unique on this server: payment references begin with them.
    pub id: RecipientId,
    /// Whose recipient it is.
    pub account: AccountId,
    /// Its name, as payers read it. Untrusted text.
    pub name: String,
    /// Where it is: it takes orders of this country only.
    pub country: CountryCode,
    /// What it takes: orders of this currency only.
    pub currency: Currency,
    /// What it asks of payers beyond name and address.
    pub fields: Vec<CustomField>,
}

impl Recipient {
    /// Whether it has a field of its own that is called this on the wire.
    #[must_use]
    pub fn asks(&self, name: &str) -> bool {
        let id = name.strip_prefix(field::CUSTOM_PREFIX);
        id.is_some_and(|id| self.fields.iter().any(|field| field.id == id))
    }
}
