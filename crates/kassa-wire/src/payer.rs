//! The payer's information: field names and the texts in them.

use std::collections::BTreeMap;

/// What the payer's form holds: field name to the text in it, exactly as it was typed.
///
/// Names are those in [`field`], and `fields.{id}` for the recipient's own fields. On the wire it
/// is a plain object of strings: `{ "email": "amina@example.com", "fields.student_id": "V-1" }`.
/// An absent field and an empty one mean the same.
pub type PayerValues = BTreeMap<String, String>;

/// Names of the fields that every recipient asks for, as far as the payer's country has them.
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
    /// A part of the town: neighbourhood, townland, suburb. Only where addresses have one.
    pub const DISTRICT: &str = "district";
    /// Town or city. Only where addresses have one.
    pub const CITY: &str = "city";
    /// State, province, county or prefecture. Where a country has a list of them it is the code of
    /// ISO 3166-2, `US-CA`, or the country and the postal services' own code.
    pub const REGION: &str = "region";
    /// Postcode, ZIP, CEP. Only where a country has them.
    pub const POSTAL_CODE: &str = "postal_code";
    /// All of them.
    pub const ALL: [&str; 10] = [
        FIRST_NAME,
        LAST_NAME,
        EMAIL,
        PHONE,
        COUNTRY,
        ADDRESS,
        DISTRICT,
        CITY,
        REGION,
        POSTAL_CODE,
    ];
    /// What a recipient's own field is called on the wire: this and its id.
    pub const CUSTOM_PREFIX: &str = "fields.";
}
