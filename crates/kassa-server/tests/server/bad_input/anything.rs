//! Text of any kind, and anything at all.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::session;
use crate::support::{TestApp, payer};

/// Texts that break what is not careful.
const HOSTILE: [&str; 8] = [
    "<script>alert(1)</script>",
    "\u{202e}txt.exe\u{200f}",
    "👩🏽‍🎓🏳️‍🌈",
    "ＮＵＬＬ \u{feff}",
    "'; DROP TABLE sessions; --",
    "</script><!--",
    "渚大学 дом שלום مرحبا",
    "\\u0000 %00 {{7*7}} ${7*7}",
];

#[tokio::test]
async fn text_in_any_script_comes_back_as_it_was() {
    let app = TestApp::new().await;
    for text in HOSTILE {
        let mut body = session("description", &json!(text));
        body["metadata"] = json!({ "note": text });
        body["payer"] = payer();
        body["payer"]["last_name"] = json!(text);
        let made = app.post_session(&body).await.ok();
        assert_eq!(made["description"], text);
        assert_eq!(made["metadata"]["note"], text);
        let id = made["id"].as_str().unwrap();
        let confirmed = app
            .put_payer(id, 1, &json!({ "payer": body["payer"] }))
            .await
            .ok();
        assert_eq!(
            confirmed["payer"]["last_name"].as_str().unwrap().trim(),
            text.trim()
        );
        assert_eq!(confirmed["order"]["description"], text);
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(any::<String>(), inner, 0..4)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_sent_is_never_the_servers_fault(
        name in prop::sample::select(vec![
            "recipient", "order", "country", "amount", "customer_id", "description", "return_url",
            "callback_url", "locale", "metadata", "expires_at", "payer",
        ]),
        value in any_json(),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let app = TestApp::new().await;
            let answer = app.post_session(&session(name, &value)).await;
            assert!(answer.status.as_u16() < 500, "{name}: {value}: {}", answer.text);
            if let Some(id) = answer.json()["id"].as_str() {
                app.view(id).await;
            }
        });
    }
}
