//! The world's countries, which come with a language and not with each view.

use std::sync::Arc;

use kassa_wire::view::{FieldKind, FieldView, OptionView};

/// Puts the countries into the fields that ask for one.
pub fn name_countries(fields: &mut [FieldView], countries: &Arc<[OptionView]>) {
    for field in fields {
        if field.kind == FieldKind::Country {
            field.options = Arc::clone(countries);
        }
    }
}

/// Fields that came without countries get those of the fields before them: they are in the same language.
pub(super) fn keep_countries(old: &[FieldView], new: &mut [FieldView]) {
    let known = |fields: &[FieldView]| {
        let mut fields = fields.iter();
        let country = fields.find(|field| field.kind == FieldKind::Country)?;
        (!country.options.is_empty()).then(|| Arc::clone(&country.options))
    };
    if known(new).is_none()
        && let Some(countries) = known(old)
    {
        name_countries(new, &countries);
    }
}
