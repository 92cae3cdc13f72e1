//! The form follows the payer's country.

use axum::http::Method;
use serde_json::{Value, json};

use crate::support::{TestApp, payer};

fn names(fields: &Value) -> Vec<&str> {
    let fields = fields.as_array().unwrap().iter();
    fields
        .map(|field| field["name"].as_str().unwrap())
        .collect()
}

fn in_tokyo() -> Value {
    let mut payer = payer();
    payer["country"] = json!("JP");
    payer["postal_code"] = json!(" １５４　００２３ ");
    payer["region"] = json!("JP-13");
    payer["address"] = json!("世田谷区1-2-3");
    payer["phone"] = json!("090-1234-5678");
    payer
}

#[tokio::test]
async fn a_payer_who_chooses_another_country_is_told_its_fields_and_nothing_changes() {
    let app = TestApp::new().await;
    let id = app.session_for("2026-04417").await;
    let before = app.view(&id).await;
    assert_eq!(before["country"], "NG");
    let path = format!("/api/checkout/{id}/fields?country=JP");
    let answer = app.get(&path).await.ok();
    assert_eq!(answer["country"], "JP");
    assert_eq!(
        names(&answer["fields"])[4..],
        [
            "country",
            "postal_code",
            "region",
            "address",
            "fields.student_id"
        ]
    );
    let region = &answer["fields"][6];
    assert_eq!(
        (&region["label"], &region["kind"], &region["options"][12]),
        (
            &json!("Prefecture"),
            &json!("choice"),
            &json!({ "value": "JP-13", "label": "Tokyo" })
        )
    );
    let japanese = app.get(&format!("{path}&locale=ja")).await.ok();
    assert_eq!(japanese["fields"][6]["options"][12]["label"], "東京都");
    assert_eq!(names(&japanese["fields"])[0], "last_name");
    assert_eq!(app.view(&id).await, before);
}

#[tokio::test]
async fn a_country_that_there_is_not_is_refused() {
    let app = TestApp::new().await;
    let id = app.session_for("2026-04417").await;
    for (query, code) in [
        ("", "required"),
        ("?country=", "required"),
        ("?country=jp", "invalid"),
        ("?country=XX", "unknown"),
        ("?country=Japan", "invalid"),
    ] {
        let answer = app.get(&format!("/api/checkout/{id}/fields{query}")).await;
        answer
            .is_problem(422, "invalid_field")
            .blames("country", code);
    }
    let unknown = "/api/checkout/cs_000000000000000000000000/fields?country=JP";
    app.get(unknown).await.is_problem(404, "session_not_found");
}

#[tokio::test]
async fn a_payer_moves_to_tokyo_and_what_is_kept_is_in_one_writing() {
    let app = TestApp::new().await;
    let id = app.session_for("2026-04417").await;
    let answer = app.put_payer(&id, 1, &json!({ "payer": in_tokyo() })).await;
    let view = answer.ok();
    assert_eq!(
        (&view["state"], &view["country"]),
        (&json!("confirmed"), &json!("JP"))
    );
    let kept = &view["payer"];
    assert_eq!(kept["postal_code"], "1540023");
    assert_eq!(kept["phone"], "+81 90-1234-5678");
    assert_eq!(
        kept["city"],
        Value::Null,
        "addresses in Japan have no city of their own"
    );
    let merchants = app.merchant_get(&format!("/api/sessions/{id}")).await.ok();
    assert_eq!(merchants["payer"]["region"], "JP-13");
}

#[tokio::test]
async fn what_the_country_needs_or_writes_otherwise_is_told() {
    let app = TestApp::new().await;
    let id = app.session_for("2026-04417").await;
    let mut payer = in_tokyo();
    payer["postal_code"] = json!("28039");
    payer["region"] = json!("US-CA");
    payer["phone"] = json!("+81 12");
    let wrong = app.put_payer(&id, 1, &json!({ "payer": payer })).await;
    wrong
        .is_problem(422, "invalid_payer")
        .blames("payer.postal_code", "invalid_format")
        .blames("payer.region", "unknown_option")
        .blames("payer.phone", "invalid_phone");
    payer["postal_code"] = json!("");
    payer["region"] = json!("");
    payer["phone"] = json!("+81 123456");
    let missing = app.put_payer(&id, 1, &json!({ "payer": payer })).await;
    missing
        .is_problem(422, "invalid_payer")
        .blames("payer.postal_code", "required")
        .blames("payer.region", "required")
        .blames("payer.phone", "invalid_phone");
}

#[tokio::test]
async fn what_the_merchant_locks_the_payer_reads_and_cannot_change() {
    let app = TestApp::new().await;
    let body = json!({
        "recipient": "FWU", "order": "2026-04417", "payer": payer(),
        "read_only": ["email"], "hidden": ["fields.student_id"],
    });
    let session = app.post_session(&body).await.ok();
    assert_eq!(session["read_only"], json!(["email"]));
    let id = session["id"].as_str().unwrap();
    let view = app.view(id).await;
    assert_eq!(view["fields"][2]["mode"], "read_only");
    assert!(!names(&view["fields"]).contains(&"fields.student_id"));
    let mut typed = payer();
    typed["email"] = json!("mallory@example.com");
    typed["fields.student_id"] = json!("V-666");
    typed["city"] = json!("Abuja");
    app.put_payer(id, 1, &json!({ "payer": typed })).await.ok();
    let path = format!("/api/sessions/{id}");
    let kept = app.merchant_get(&path).await.ok()["payer"].clone();
    assert_eq!(
        (&kept["email"], &kept["fields.student_id"], &kept["city"]),
        (&json!("amina@example.com"), &json!("V-1"), &json!("Abuja"))
    );
    let other = json!({ "read_only": null, "hidden": ["phone"] });
    let changed = app.merchant_send(Method::PATCH, &path, &other).await.ok();
    assert_eq!(
        (&changed["read_only"], &changed["hidden"]),
        (&Value::Null, &json!(["phone"]))
    );
    let view = app.view(id).await;
    assert_eq!(
        view["state"], "confirmed",
        "nothing that was confirmed is another one"
    );
    assert!(view["fields"][2]["mode"].is_null());
}

#[tokio::test]
async fn a_lock_of_a_field_that_no_payer_has_is_refused() {
    let app = TestApp::new().await;
    let body = |list: &str, names: Value| {
        let mut body = json!({ "recipient": "FWU", "order": "2026-04417" });
        body[list] = names;
        body
    };
    for list in ["read_only", "hidden"] {
        for name in ["student_id", "fields.other", "", "payer.email"] {
            let answer = app.post_session(&body(list, json!([name]))).await;
            answer
                .is_problem(422, "invalid_field")
                .blames(list, "unknown");
        }
        let answer = app.post_session(&body(list, json!("email"))).await;
        answer
            .is_problem(422, "invalid_field")
            .blames(list, "wrong_type");
    }
    let id = app.session_for("2026-04417").await;
    let path = format!("/api/sessions/{id}");
    let answer = app
        .merchant_send(Method::PATCH, &path, &json!({ "hidden": ["iban"] }))
        .await;
    answer
        .is_problem(422, "invalid_field")
        .blames("hidden", "unknown");
}

#[tokio::test]
async fn a_recipients_own_fields_are_numbers_days_and_texts_of_a_shape() {
    let app = TestApp::new().await;
    let path = "/api/recipients/FWU";
    let mut recipient = app.merchant_get(path).await.ok();
    recipient["fields"] = json!([
        { "id": "file", "label": "File", "required": true, "pattern": "V-\\d{3}", "example": "V-123" },
        { "id": "nights", "label": "Nights", "required": false, "kind": "number" },
        { "id": "arrival", "label": "Arrival", "required": false, "kind": "date" },
    ]);
    app.merchant_send(Method::PUT, path, &recipient).await.ok();
    let id = app.session_for("2026-04417").await;
    let mut typed = payer();
    typed["fields.file"] = json!("v-123");
    typed["fields.nights"] = json!("two");
    typed["fields.arrival"] = json!("2026-02-30");
    let wrong = app.put_payer(&id, 1, &json!({ "payer": typed })).await;
    wrong
        .is_problem(422, "invalid_payer")
        .blames("payer.fields.file", "invalid_format")
        .blames("payer.fields.nights", "invalid_number")
        .blames("payer.fields.arrival", "invalid_date");
    typed["fields.file"] = json!("V-123");
    typed["fields.nights"] = json!("2,5");
    typed["fields.arrival"] = json!("2026-02-28");
    let view = app.put_payer(&id, 1, &json!({ "payer": typed })).await.ok();
    assert_eq!(view["payer"]["fields.nights"], "2.5");
}
