//! The merchants' script and the tag that names its hash.

use std::fs;

use crate::program::{Place, get};

/// What stands between two texts.
fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    let (_, rest) = text.split_once(before).unwrap();
    rest.split_once(after).unwrap().0
}

fn printed_tag(place: &Place) -> String {
    let address = ["--public-url", "https://pay.example"];
    let said = place.run(&[&["embed-tag", "--assets", "assets"], &address[..]].concat());
    assert_eq!(said.code, Some(0), "{}", said.err);
    said.out
}

#[test]
fn a_page_that_names_a_hash_gets_the_same_script_after_the_server_was_upgraded() {
    let place = Place::new();
    place.write("assets/kassa.js", "say('before')");
    let tag = printed_tag(&place);
    let address = between(&tag, "src=\"https://pay.example", "\"");
    // What `printf "say('before')" | openssl dgst -sha384 -binary | base64` says.
    assert_eq!(
        between(&tag, "integrity=\"", "\""),
        "sha384-CpODv3Urg8Xn4Y+Z7r1D/4Aw5kxmOMKAlAGSG/+JWHRDqBxZprTzMOpFxpM0LhCT"
    );
    fs::rename(
        place.path("assets/kassa.js"),
        place.path("assets/kassa.released.js"),
    )
    .unwrap();
    place.write("assets/kassa.js", "say('now')");
    assert_ne!(printed_tag(&place), tag);
    let server = place.serve(&[]);
    let named = get(&server.address(), address).unwrap();
    assert!(named.ends_with("say('before')"), "{named}");
    assert!(named.contains("immutable"), "{named}");
    assert!(named.contains("access-control-allow-origin: *"), "{named}");
    for today in ["/kassa.js", "/kassa.js?v=000000000000"] {
        let answer = get(&server.address(), today).unwrap();
        assert!(answer.ends_with("say('now')"), "{answer}");
        assert!(!answer.contains("immutable"), "{answer}");
    }
}

#[test]
fn without_a_built_script_there_is_no_tag() {
    let place = Place::new();
    fs::remove_file(place.path("assets/kassa.js")).unwrap();
    let said = place.run(&["embed-tag", "--assets", "assets"]);
    assert_eq!((said.code, said.out.as_str()), (Some(1), ""));
}
