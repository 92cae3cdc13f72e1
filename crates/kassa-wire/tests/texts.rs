//! The shape of what a language says, which browsers keep for long.

use insta::assert_json_snapshot;
use kassa_wire::page::{LocaleView, Texts};
use kassa_wire::view::OptionView;

#[test]
fn a_languages_texts_keep_their_shape() {
    assert_json_snapshot!(Texts {
        rtl: true,
        locales: [LocaleView {
            code: "es".to_owned(),
            name: "Español".to_owned(),
        }]
        .into(),
        messages: vec!["Confirm information".to_owned()],
        countries: [OptionView {
            value: "ES".to_owned(),
            label: "Spain".to_owned(),
        }]
        .into(),
    });
}
