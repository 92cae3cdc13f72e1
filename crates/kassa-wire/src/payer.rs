//! The payer's information: field names and the texts in them.

use std::collections::BTreeMap;

/// What the payer's form holds: field name to the text in it, exactly as it was typed.
///
/// Names are those in [`field`], and `fields.{id}` for the recipient's own fields. On the wire it
/// is a plain object of strings: `{ "email": "amina@example.com", "fields.student_id": "V-1" }`.
/// An absent field and an empty one mean the same.
pub type PayerValues = BTreeMap<String, String>;

/// Names of the fields that every recipient asks for.
pub mod field {
    /// Given name.
    pub const FIRST_NAME: &str = "first_name";
    /// Family name.
    pub const LAST_NAME: &str = "last_name";
    /// Where the receipt goes.
    pub const EMAIL: &str = "email";
    /// Optional, in any common writing.
    pub const PHONE: &str = "phone";
    /// ISO 3166-1 alpha-2.
    pub const COUNTRY: &str = "country";
    /// Street and number.
    pub const ADDRESS: &str = "address";
    /// Town or city.
    pub const CITY: &str = "city";
    /// State, province, county or prefecture. Optional.
    pub const REGION: &str = "region";
    /// Postcode, ZIP, CEP. Optional: not every country has them.
    pub const POSTAL_CODE: &str = "postal_code";
    /// What a recipient's own field is called on the wire: this and its id.
    pub const CUSTOM_PREFIX: &str = "fields.";
}
