//! Every language says everything.

use std::collections::BTreeMap;

use super::{Catalogue, CatalogueError, Key};

fn locales() -> Vec<(String, BTreeMap<String, String>)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/locales");
    std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| {
            let texts = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
            (path.display().to_string(), texts)
        })
        .collect()
}

fn english() -> BTreeMap<String, String> {
    serde_json::from_str(include_str!("../../locales/en.json")).unwrap()
}

#[test]
fn every_language_has_every_message_with_its_placeholders_and_no_other() {
    assert_eq!(locales().len(), 22);
    for (path, texts) in locales() {
        Catalogue::from_texts(texts).unwrap_or_else(|error| panic!("{path}: {error}"));
    }
}

#[test]
fn no_message_is_empty_or_has_loose_spaces() {
    for (path, texts) in locales() {
        for (name, text) in texts {
            assert!(!text.is_empty() && text.trim() == text, "{path}: {name}");
        }
    }
}

#[test]
fn a_missing_message_is_named() {
    let mut texts = english();
    texts.remove("pay");
    assert_eq!(
        Catalogue::from_texts(texts),
        Err(CatalogueError::Missing(vec!["pay"]))
    );
}

#[test]
fn a_stray_message_is_named() {
    let mut texts = english();
    texts.insert("pya".to_owned(), "Pay".to_owned());
    assert_eq!(
        Catalogue::from_texts(texts),
        Err(CatalogueError::Stray(vec!["pya".to_owned()]))
    );
}

#[test]
fn a_forgotten_placeholder_is_named() {
    let mut texts = english();
    texts.insert("pay".to_owned(), "Pay {totla}".to_owned());
    assert_eq!(
        Catalogue::from_texts(texts),
        Err(CatalogueError::Placeholders(vec!["pay"]))
    );
}

#[test]
fn values_are_filled_in_and_never_read_as_placeholders() {
    let catalogue = Catalogue::from_texts(english()).unwrap();
    let said = catalogue.fill(
        Key::ChallengeAway,
        &[("total", "{total}"), ("recipient", "€1.00")],
    );
    assert!(said.contains("payment of {total} on"), "{said}");
}

#[test]
fn from_right_to_left_a_value_keeps_a_direction_of_its_own() {
    let mut texts = english();
    texts.insert("order_number".to_owned(), "الطلب {number}".to_owned());
    let catalogue = Catalogue::from_texts(texts).unwrap();
    assert_eq!(
        catalogue.fill(Key::OrderNumber, &[("number", "2026-04417")]),
        "الطلب \u{2068}2026-04417\u{2069}"
    );
}

#[test]
fn a_page_with_too_few_texts_says_nothing_instead_of_crashing() {
    assert_eq!(Catalogue::from_messages(Vec::new()).text(Key::Pay), "");
}
