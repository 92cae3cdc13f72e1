//! What is wrong with a field, in the payer's language.

use kassa_wire::problem::FieldCode;

use crate::i18n::{Catalogue, Key};

/// The sentence for a code. `max_length` is how many characters the field takes, `example` what it
/// could look like.
#[must_use]
pub fn error_text(
    text: &Catalogue,
    code: FieldCode,
    max_length: u16,
    example: Option<&str>,
) -> String {
    let key = match code {
        FieldCode::Required => Key::ErrorRequired,
        FieldCode::InvalidEmail => Key::ErrorEmail,
        FieldCode::InvalidPhone => Key::ErrorPhone,
        FieldCode::TooLong => Key::ErrorTooLong,
        FieldCode::InvalidCharacters => Key::ErrorCharacters,
        FieldCode::UnknownOption => Key::ErrorOption,
        FieldCode::InvalidCardNumber => Key::ErrorCardNumber,
        FieldCode::InvalidExpiry => Key::ErrorExpiry,
        FieldCode::InvalidSecurityCode => Key::ErrorSecurityCode,
        FieldCode::InvalidNumber => Key::ErrorNumber,
        FieldCode::InvalidDate => Key::ErrorDate,
        FieldCode::InvalidFormat if example.is_some() => Key::ErrorLike,
        FieldCode::InvalidRecipientId
        | FieldCode::Unknown
        | FieldCode::WrongType
        | FieldCode::Invalid
        | FieldCode::InvalidFormat
        | FieldCode::AlreadyPaid
        | FieldCode::Mismatch => Key::ErrorInvalid,
    };
    let max = max_length.to_string();
    text.fill(
        key,
        &[("max", &max), ("example", example.unwrap_or_default())],
    )
}
