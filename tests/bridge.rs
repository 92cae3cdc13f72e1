//! The frame's line to the merchant's page, in a real browser: who is told, and who is heard.
#![cfg(target_arch = "wasm32")]

use std::cell::RefCell;
use std::rc::Rc;

use kassa::bridge::Bridge;
use kassa_wire::SessionId;
use kassa_wire::embed::{Envelope, FrameMessage, HostMessage, VERSION};
use kassa_wire::state::PaymentState;
use serde_json::Value;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const SESSION: &str = "cs_0123456789abcdefghijklmn";
const ATTEMPT: &str = "0123456789abcdef";
const SHOP: &str = "https://shop.example";

#[wasm_bindgen(inline_js = r#"
    let parent, other, posted;
    const frame = () => {
        const made = document.createElement('iframe');
        document.body.append(made);
        return made.contentWindow;
    };
    // `window.parent` may be replaced: a window of our own stands where the merchant's page would.
    export function be_framed(host) {
        parent = frame();
        other = frame();
        posted = [];
        parent.postMessage = (message, origin) => posted.push([origin, message]);
        window.parent = parent;
        document.documentElement.dataset.kassaHost = host;
        window.kassaAsked = [];
    }
    export function be_alone() { window.parent = window; window.opener = null; }
    export function be_opened(host) {
        be_framed(host);
        window.parent = window;
        window.opener = parent;
    }
    export function ask_early(data) { window.kassaAsked.push(JSON.parse(data)); }
    export function posted_so_far() { return JSON.stringify(posted); }
    export function receive(from_parent, origin, data) {
        const source = from_parent ? parent : other;
        window.dispatchEvent(new MessageEvent('message', { source, origin, data: JSON.parse(data) }));
    }
"#)]
extern "C" {
    fn be_framed(host: &str);
    fn be_alone();
    fn be_opened(host: &str);
    fn ask_early(data: &str);
    fn posted_so_far() -> String;
    fn receive(from_parent: bool, origin: &str, data: &str);
}

type Heard = Rc<RefCell<Vec<HostMessage>>>;

fn connect() -> (Option<Bridge>, Heard) {
    let heard = Heard::default();
    let session: SessionId = SESSION.parse().unwrap();
    let bridge = Bridge::connect(&session, &[SHOP.to_owned()], {
        let heard = Rc::clone(&heard);
        move |message| heard.borrow_mut().push(message)
    });
    (bridge, heard)
}

fn envelope(session: &str, rest: &str) -> String {
    format!(r#"{{"kassa":1,"session":"{session}",{rest}}}"#)
}

#[wasm_bindgen_test]
fn a_page_that_nobody_frames_has_nobody_to_talk_to() {
    be_alone();
    assert!(connect().0.is_none());
}

/// Every message there is: what the bridge writes by hand has to be what the wire says.
fn every_message() -> Vec<FrameMessage> {
    let payment = |return_url: Option<&str>, confirm_url: Option<&str>| FrameMessage::Payment {
        reference: "FWU744586810".parse().unwrap(),
        status: PaymentState::RequiresAction,
        return_url: return_url.map(str::to_owned),
        confirm_url: confirm_url.map(str::to_owned),
    };
    vec![
        FrameMessage::Ready,
        FrameMessage::Height { height: 640 },
        FrameMessage::Change,
        FrameMessage::Confirm,
        payment(None, None),
        payment(
            Some("https://shop.example/thanks"),
            Some("https://pay.example/api/sessions/1/payment"),
        ),
        FrameMessage::Error {
            code: "network".to_owned(),
        },
        FrameMessage::Cancel,
        FrameMessage::Expired,
        FrameMessage::Locale {
            locale: "es".to_owned(),
        },
        FrameMessage::Close,
        FrameMessage::Updated,
        FrameMessage::NotFound,
        FrameMessage::Validate {
            attempt: ATTEMPT.parse().unwrap(),
        },
        FrameMessage::Locked,
        FrameMessage::LockFailed,
    ]
}

#[wasm_bindgen_test]
fn the_shop_is_told_in_the_wires_words_at_its_exact_origin() {
    be_framed(SHOP);
    let bridge = connect().0.unwrap();
    for message in every_message() {
        bridge.tell(&message);
    }
    let posted: Vec<(String, Value)> = serde_json::from_str(&posted_so_far()).unwrap();
    let expected = every_message().into_iter().map(|message| Envelope {
        kassa: VERSION,
        session: SESSION.parse::<SessionId>().unwrap(),
        message,
    });
    let expected: Vec<_> = expected
        .map(|envelope| (SHOP.to_owned(), serde_json::to_value(envelope).unwrap()))
        .collect();
    assert_eq!(posted, expected);
}

#[wasm_bindgen_test]
fn a_parent_on_an_unregistered_origin_is_told_nothing() {
    for host in [
        "https://stranger.example",
        "",
        "*",
        "https://shop.example.stranger.example",
    ] {
        be_framed(host);
        connect().0.unwrap().tell(&FrameMessage::Confirm);
        assert_eq!(posted_so_far(), "[]", "{host}");
    }
}

#[wasm_bindgen_test]
fn the_shop_is_heard() {
    be_framed(SHOP);
    let (_bridge, heard) = connect();
    receive(true, SHOP, &envelope(SESSION, r#""type":"refresh""#));
    receive(
        true,
        SHOP,
        &envelope(SESSION, r#""type":"set_locale","locale":"es""#),
    );
    let locale = "es".to_owned();
    assert_eq!(
        *heard.borrow(),
        [HostMessage::Refresh, HostMessage::SetLocale { locale }]
    );
}

#[wasm_bindgen_test]
fn every_question_of_the_shop_is_understood() {
    be_framed(SHOP);
    let (_bridge, heard) = connect();
    let attempt = || ATTEMPT.parse().unwrap();
    let every = [
        HostMessage::Refresh,
        HostMessage::Lock,
        HostMessage::SetValidate { validate: true },
        HostMessage::SetValidate { validate: false },
        HostMessage::Agree { attempt: attempt() },
        HostMessage::Refuse { attempt: attempt() },
    ];
    for message in every.clone() {
        let envelope = Envelope {
            kassa: VERSION,
            session: SESSION.parse::<SessionId>().unwrap(),
            message,
        };
        receive(true, SHOP, &serde_json::to_string(&envelope).unwrap());
    }
    assert_eq!(*heard.borrow(), every);
}

#[wasm_bindgen_test]
fn a_shop_that_opened_this_window_is_told_and_heard_like_one_around_it() {
    be_opened(SHOP);
    let (bridge, heard) = connect();
    bridge.unwrap().tell(&FrameMessage::Confirm);
    let posted: Vec<(String, Value)> = serde_json::from_str(&posted_so_far()).unwrap();
    assert_eq!(posted.len(), 1);
    let (_bridge, still) = connect();
    receive(false, SHOP, &envelope(SESSION, r#""type":"refresh""#));
    receive(
        true,
        "https://stranger.example",
        &envelope(SESSION, r#""type":"refresh""#),
    );
    assert!(still.borrow().is_empty());
    receive(true, SHOP, &envelope(SESSION, r#""type":"refresh""#));
    assert_eq!(*still.borrow(), [HostMessage::Refresh]);
    assert!(heard.borrow().is_empty(), "a bridge that is gone");
}

#[wasm_bindgen_test]
fn everything_else_is_ignored_in_silence() {
    be_framed(SHOP);
    let (_bridge, heard) = connect();
    let good = envelope(SESSION, r#""type":"refresh""#);
    receive(false, SHOP, &good);
    receive(true, "https://stranger.example", &good);
    receive(true, "null", &good);
    receive(
        true,
        SHOP,
        &envelope("cs_000000000000000000000000", r#""type":"refresh""#),
    );
    let shapeless = [
        "null",
        "1",
        "\"refresh\"",
        "[]",
        "{}",
        r#"{"kassa":2,"session":"cs_0123456789abcdefghijklmn","type":"refresh"}"#,
        r#"{"kassa":1,"session":{},"type":"refresh"}"#,
        r#"{"kassa":1,"session":"cs_0123456789abcdefghijklmn","type":["refresh"]}"#,
        r#"{"kassa":1,"session":"cs_0123456789abcdefghijklmn","type":"set_locale"}"#,
        r#"{"kassa":1,"session":"cs_0123456789abcdefghijklmn","type":"set_validate","validate":1}"#,
        r#"{"kassa":1,"session":"cs_0123456789abcdefghijklmn","type":"agree"}"#,
        r#"{"kassa":1,"session":"cs_0123456789abcdefghijklmn","type":"agree","attempt":"!"}"#,
        r#"{"kassa":1,"session":"cs_0123456789abcdefghijklmn","type":"unheard_of"}"#,
    ];
    for data in shapeless {
        receive(true, SHOP, data);
    }
    assert!(heard.borrow().is_empty(), "{heard:?}");
    assert_eq!(posted_so_far(), "[]");
}

#[wasm_bindgen_test]
fn what_the_shop_asked_before_the_program_came_is_heard_once() {
    be_framed(SHOP);
    ask_early(&envelope(SESSION, r#""type":"refresh""#));
    let (first, heard) = connect();
    assert_eq!(*heard.borrow(), [HostMessage::Refresh]);
    drop(first);
    assert!(connect().1.borrow().is_empty());
}

#[wasm_bindgen_test]
fn a_bridge_that_is_gone_hears_nothing() {
    be_framed(SHOP);
    let (bridge, heard) = connect();
    drop(bridge);
    receive(true, SHOP, &envelope(SESSION, r#""type":"refresh""#));
    assert!(heard.borrow().is_empty());
}
