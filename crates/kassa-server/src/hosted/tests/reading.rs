//! Reading pages.

use axum::body::Body;
use axum::http::Request;

use super::bench::{Bench, SHOP, complete, data_of, id_of};

#[tokio::test]
async fn the_page_holds_everything_before_any_program_runs() {
    let bench = Bench::new().await;
    let page = bench.session(&complete()).await;
    let answer = bench.get(&page).await;
    assert_eq!(answer.status, 200);
    for seen in [
        "Universidad de Vallarca",
        "€4,850.00",
        "2026-04417",
        "Rabat",
        "lang=\"en\"",
    ] {
        assert!(answer.text.contains(seen), "{seen}");
    }
    assert!(!answer.text.contains("__KASSA"));
    let data = data_of(&answer.text);
    assert_eq!(
        data["content"]["checkout"]["view"]["id"],
        id_of(&page).as_str()
    );
}

#[tokio::test]
async fn the_same_page_is_found_by_its_query() {
    let bench = Bench::new().await;
    let page = bench.session(&complete()).await;
    let id = id_of(&page);
    let answer = bench.get(&format!("/?sid={}&ui=inline", id.as_str())).await;
    assert_eq!(answer.status, 200);
    assert!(answer.text.contains("data-ui=\"inline\""));
    let redirected = bench.get(page.trim_end_matches('/')).await;
    assert_eq!(
        (redirected.status.as_u16(), redirected.location),
        (308, page)
    );
}

#[tokio::test]
async fn only_the_merchants_origins_may_frame_a_page() {
    let bench = Bench::new().await;
    let page = bench.session(&complete()).await;
    let policy = bench.get(&page).await.policy;
    assert!(
        policy.ends_with(&format!("frame-ancestors {SHOP}")),
        "{policy}"
    );
    assert!(
        policy.contains("default-src 'none'") && !policy.contains("unsafe-inline"),
        "{policy}"
    );
    let policy = bench
        .get("/v1/view/cs_000000000000000000000000/")
        .await
        .policy;
    assert!(policy.ends_with("frame-ancestors 'none'"), "{policy}");
}

#[tokio::test]
async fn a_link_that_leads_nowhere_is_a_page_and_not_found() {
    let bench = Bench::new().await;
    for path in [
        "/v1/view/cs_000000000000000000000000/",
        "/v1/view/x/",
        "/v1/view/%3Cscript%3E/",
        "/v1/view/%ff%fe/",
        "/v1/view/%00/",
        "/?sid=",
        "/",
    ] {
        let answer = bench.get(path).await;
        assert_eq!(answer.status, 404, "{path}");
        assert!(answer.text.contains("<html"), "{path}");
        assert_eq!(
            bench.post(path, "intent=cancel").await.status,
            if path.starts_with("/v1") { 404 } else { 405 }
        );
    }
}

#[tokio::test]
async fn a_page_speaks_the_payers_language() {
    let bench = Bench::new().await;
    let page = bench.session(&complete()).await;
    let spanish = bench.get(&format!("{page}?locale=es")).await.text;
    assert!(spanish.contains("lang=\"es\"") && spanish.contains("4.850,00\u{a0}€"));
    let request = Request::get(&page).header("accept-language", "es-MX,en;q=0.5");
    let answer = bench.send(request.body(Body::empty()).unwrap()).await;
    assert!(answer.text.contains("lang=\"es\""));
    let answer = bench.get(&format!("{page}?locale=tlh")).await;
    assert!(answer.text.contains("lang=\"en\""));
}

#[tokio::test]
async fn hostile_text_is_shown_as_text() {
    let bench = Bench::new().await;
    let mut payer = complete();
    payer.insert("city".into(), "</script><script>alert(1)</script>".into());
    let page = bench.session_in("FWU", "2026-04419", &payer).await;
    let text = bench.get(&page).await.text;
    assert!(
        !text.contains("<script>alert") && !text.contains("<img src=x"),
        "{text}"
    );
    assert!(text.contains("&lt;script&gt;alert"));
    let data = data_of(&text);
    assert_eq!(
        data["content"]["checkout"]["view"]["payer"]["city"],
        "</script><script>alert(1)</script>"
    );
}

#[tokio::test]
async fn the_merchant_decides_whether_the_page_is_light_or_dark() {
    let bench = Bench::new().await;
    let page = bench.session(&complete()).await;
    for (query, theme) in [
        ("", "auto"),
        ("?theme=dark", "dark"),
        ("?theme=light&ui=inline", "light"),
        ("?theme=%22onload=%22", "auto"),
    ] {
        let text = bench.get(&format!("{page}{query}")).await.text;
        assert!(text.contains(&format!("data-theme=\"{theme}\"")), "{query}");
        assert_eq!(data_of(&text)["theme"], theme, "{query}");
    }
    let dark = bench.get(&format!("{page}?theme=dark")).await.text;
    assert!(
        dark.contains(&format!("action=\"{page}?locale=en&amp;theme=dark\"")),
        "a form leads back to a dark page"
    );
}
