//! The `OpenAPI` document says what there is, all of it and nothing else.

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::{Method, Request};
use kassa_wire::problem::{FieldCode, ProblemCode};
use serde_json::Value;

use crate::support::TestApp;

const METHODS: [Method; 5] = [
    Method::GET,
    Method::POST,
    Method::PUT,
    Method::PATCH,
    Method::DELETE,
];

/// What is no endpoint of the API: pages, files, and the description itself.
const UNDESCRIBED: [&str; 11] = [
    "/",
    "/v1/view/{id}",
    "/v1/view/{id}/",
    "/v1/logos/{name}",
    "/assets/{name}",
    "/kassa.js",
    "/healthz",
    "/readyz",
    "/api/openapi.json",
    "/api/docs",
    "/api/docs/{file}",
];

async fn document(app: &TestApp) -> Value {
    app.get("/api/openapi.json").await.ok()
}

fn described(document: &Value) -> BTreeSet<(String, String)> {
    let paths = document["paths"].as_object().unwrap();
    let of_path = |(path, item): (&String, &Value)| {
        let operations = item.as_object().unwrap().keys();
        let pairs = operations.map(|method| (path.clone(), method.to_uppercase()));
        pairs.collect::<Vec<_>>()
    };
    paths.iter().flat_map(of_path).collect()
}

/// The router names its routes where it is printed for developers.
fn routes(app: &TestApp) -> BTreeSet<String> {
    let printed = format!("{:?}", app.router);
    let after_quotes = printed.split('"').skip(1).step_by(2);
    after_quotes
        .filter(|text| text.starts_with('/') && !text.contains("fallback"))
        .map(str::to_owned)
        .collect()
}

async fn takes(app: &TestApp, path: &str, method: &Method) -> bool {
    let request = Request::builder().method(method).uri(path);
    let answer = app.raw(request.body(Body::empty()).unwrap()).await;
    answer.status() != 405
}

#[tokio::test]
async fn every_endpoint_is_described_and_none_is_invented() {
    let app = TestApp::new().await;
    let described = described(&document(&app).await);
    let routes = routes(&app);
    assert!(routes.contains("/api/sessions"), "{routes:?}");
    let mut there = BTreeSet::new();
    for path in routes
        .iter()
        .filter(|path| !UNDESCRIBED.contains(&path.as_str()))
    {
        for method in &METHODS {
            let address = path.replace(['{', '}'], "");
            if takes(&app, &address, method).await {
                there.insert((path.clone(), method.to_string()));
            }
        }
    }
    assert_eq!(described, there);
    for path in UNDESCRIBED {
        assert!(routes.contains(path), "{path} is not there any more");
    }
}

#[tokio::test]
async fn the_description_is_whole() {
    let app = TestApp::new().await;
    let document = document(&app).await;
    assert_eq!(document["openapi"], "3.1.0");
    let scheme = &document["components"]["securitySchemes"]["api_key"];
    assert_eq!(scheme["scheme"], "bearer");
    let mut references = Vec::new();
    gather_references(&document, &mut references);
    assert!(references.len() > 50);
    for reference in references {
        let pointer = reference.strip_prefix('#').unwrap();
        assert!(
            document.pointer(pointer).is_some(),
            "{reference} leads nowhere"
        );
    }
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            is_whole(path, method, operation);
        }
    }
}

fn gather_references(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            let reference = fields.get("$ref").and_then(Value::as_str);
            found.extend(reference.map(str::to_owned));
            fields
                .values()
                .for_each(|value| gather_references(value, found));
        }
        Value::Array(values) => values
            .iter()
            .for_each(|value| gather_references(value, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn is_whole(path: &str, method: &str, operation: &Value) {
    let name = format!("{method} {path}");
    let refused = |status: &str| {
        let response = &operation["responses"][status];
        assert!(
            response["content"]["application/problem+json"].is_object(),
            "{name}: {status}"
        );
        response.clone()
    };
    assert!(operation["summary"].is_string(), "{name}");
    assert!(operation["operationId"].is_string(), "{name}");
    for status in ["429", "503"] {
        assert!(
            refused(status)["headers"]["Retry-After"].is_object(),
            "{name}: {status}"
        );
    }
    let keyed = !path.starts_with("/api/checkout/") && !path.starts_with("/api/catalogues/");
    assert_eq!(operation["security"].is_array(), keyed, "{name}");
    if keyed {
        assert!(
            refused("401")["headers"]["WWW-Authenticate"].is_object(),
            "{name}"
        );
        refused("403");
    }
    if operation["requestBody"].is_object() {
        refused("413");
        refused("415");
    }
}

#[tokio::test]
async fn codes_are_described_as_they_are_answered() {
    let app = TestApp::new().await;
    let schemas = &document(&app).await["components"]["schemas"];
    let described = |name: &str| {
        let codes = schemas[name]["enum"].as_array().unwrap();
        let codes = codes.iter().map(|code| code.as_str().unwrap().to_owned());
        codes.collect::<Vec<_>>()
    };
    let answered = ProblemCode::ALL.iter().map(|code| code.as_str());
    assert!(answered.eq(described("ProblemCode")));
    let answered = FieldCode::ALL.iter().map(|code| code.as_str());
    assert!(answered.eq(described("FieldCode")));
}

#[tokio::test]
async fn the_page_to_try_it_loads_nothing_from_elsewhere() {
    let app = TestApp::new().await;
    let page = app.get("/api/docs").await;
    assert_eq!(page.status, 200);
    let policy = page.header("content-security-policy");
    assert!(policy.starts_with("default-src 'none'"), "{policy}");
    assert!(!policy.contains("http"), "{policy}");
    let links: Vec<&str> = page
        .text
        .split(['"'])
        .filter(|text| text.starts_with('/') || text.contains("//"))
        .collect();
    assert!(links.len() >= 4, "{links:?}");
    for link in links {
        assert!(link.starts_with("/api/docs/"), "{link}");
        let file = app
            .raw(Request::get(link).body(Body::empty()).unwrap())
            .await;
        assert_eq!(file.status(), 200, "{link}");
    }
    let start = app.get("/api/docs/start.js").await;
    assert!(start.text.contains("\"/api/openapi.json\""));
    assert!(!start.text.contains("http"));
    app.get("/api/docs/index.html")
        .await
        .is_problem(404, "not_found");
}
