//! The fields of a country keep their shape.

use insta::assert_json_snapshot;
use kassa_wire::merchant::{CustomField, CustomKind};
use kassa_wire::view::{FieldKind, FieldMode, FieldView, FieldsView};

#[test]
fn the_fields_of_a_country_keep_their_shape() {
    let code = FieldView {
        name: "postal_code".to_owned(),
        label: "ZIP code".to_owned(),
        kind: FieldKind::Text,
        required: true,
        max_length: 16,
        options: [].into(),
        pattern: Some(r"\d{5}".to_owned()),
        example: Some("95014".to_owned()),
        mode: FieldMode::ReadOnly,
    };
    let country = "US".parse().unwrap();
    let fields = vec![code];
    assert_json_snapshot!("fields_view", FieldsView { country, fields });
}

#[test]
fn a_field_that_was_kept_before_there_were_kinds_is_what_it_was() {
    let read = |json: &str| {
        serde_json::from_str::<CustomField>(json)
            .unwrap()
            .asks_for()
    };
    let text = r#"{"id":"a","label":"A","required":true}"#;
    assert_eq!(read(text), CustomKind::Text);
    let choice = r#"{"id":"a","label":"A","required":true,"options":["1"]}"#;
    assert_eq!(read(choice), CustomKind::Choice);
}
