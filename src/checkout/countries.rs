//! The world's countries, which come with a language and not with each view.

use std::sync::Arc;

use kassa_wire::view::{FieldKind, OptionView, SessionView};

/// Puts the countries into the fields that ask for one.
pub fn name_countries(view: &mut SessionView, countries: &Arc<[OptionView]>) {
    for field in &mut view.fields {
        if field.kind == FieldKind::Country {
            field.options = Arc::clone(countries);
        }
    }
}

/// A view that came without countries gets those of the view before it: it is in the same language.
pub(super) fn keep_countries(old: &SessionView, new: &mut SessionView) {
    let known = |view: &SessionView| {
        let mut fields = view.fields.iter();
        let country = fields.find(|field| field.kind == FieldKind::Country)?;
        (!country.options.is_empty()).then(|| Arc::clone(&country.options))
    };
    if known(new).is_none()
        && let Some(countries) = known(old)
    {
        name_countries(new, &countries);
    }
}
