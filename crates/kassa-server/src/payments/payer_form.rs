//! What the payer typed, read by the very code that the browser runs.

use kassa::checkout::form;
use kassa_wire::payer::PayerValues;
use kassa_wire::problem::FieldProblem;

use super::Kassa;
use crate::domain::Recipient;
use crate::views::payer_fields;
use crate::words::Locale;

/// Reads the form against the fields of this recipient. Which language the labels are in makes no
/// difference to what is read.
pub(super) fn read_payer(
    kassa: &Kassa,
    recipient: &Recipient,
    typed: &PayerValues,
) -> Result<PayerValues, Vec<FieldProblem>> {
    let fields = payer_fields(recipient, &kassa.words, Locale::ENGLISH);
    form::parse(&fields, typed).map(form::Payer::into_values)
}
