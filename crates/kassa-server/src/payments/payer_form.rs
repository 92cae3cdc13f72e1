//! What the payer typed, read by the very code that the browser runs.

use kassa_wire::payer::PayerValues;
use kassa_wire::problem::FieldProblem;

use super::Kassa;
use crate::domain::Checkout;
use crate::views::PayerForm;
use crate::words::Locale;

/// Reads the form against the fields of this session in the country that was typed. Which language
/// the labels are in makes no difference to what is read.
pub(super) fn read_payer(
    kassa: &Kassa,
    checkout: &Checkout,
    typed: &PayerValues,
) -> Result<PayerValues, Vec<FieldProblem>> {
    PayerForm::of(checkout, typed, &kassa.words, Locale::ENGLISH).read()
}
