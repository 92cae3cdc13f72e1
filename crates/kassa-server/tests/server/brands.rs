//! A merchant's pages look as it wants, as far as they can be read so.

use std::sync::Arc;

use axum::body::Body;
use axum::http::Request;
use kassa_server::domain::{Brand, Logo, LogoName};
use kassa_server::hosted::{self, Hosted, Looks, Template};
use kassa_server::store::{AccountChange, Accounts, Swapped};
use kassa_wire::page::Theme;
use tower::ServiceExt;

use crate::support::{Answer, TestApp};

const SVG: &str = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";

async fn looks(app: &TestApp, brand: Brand) {
    let before = app.store.accounts().await.unwrap().remove(0);
    let mut after = before.clone();
    after.brand = brand;
    let change = AccountChange { before, after };
    let swapped = app.store.change_account(&change).await.unwrap();
    assert_eq!(swapped, Swapped::Done);
}

async fn with_a_logo(app: &TestApp) -> LogoName {
    let logo = Logo::of(SVG.into()).unwrap();
    app.store.keep_logo(&logo).await.unwrap();
    let brand = Brand {
        logo: Some(logo.name().clone()),
        ..Brand::default()
    };
    looks(app, brand).await;
    logo.name().clone()
}

#[tokio::test]
async fn a_page_has_its_merchants_colour_in_a_shade_that_can_be_read() {
    let app = TestApp::new().await;
    let id = app.confirmed_session_for("2026-04417").await;
    let page = format!("/v1/view/{id}/");
    let plain = app.get(&page).await;
    assert!(!plain.text.contains("<style>:root"), "costs nothing");
    let brand = Brand {
        accent: "#ffff66".parse().ok(),
        radius: "0".parse().ok(),
        ..Brand::default()
    };
    looks(&app, brand).await;
    let answer = app.get(&page).await;
    let (_, style) = answer.text.split_once("<style>:root").unwrap();
    let (style, _) = style.split_once("</style>").unwrap();
    let (light, dark) = style.split_once("@media").unwrap();
    assert!(light.contains("--kassa-radius:0px"), "{style}");
    assert!(
        !light.contains("#ffff66") && dark.contains("#ffff66"),
        "{style}"
    );
    let hashes = |policy: &str| policy.matches("'sha256-").count();
    let [before, after] = [&plain, &answer].map(|it| hashes(it.header("content-security-policy")));
    assert_eq!(after, before + 1, "the policy lets this style be used");
    assert!(
        !answer
            .header("content-security-policy")
            .contains("unsafe-inline")
    );
}

#[tokio::test]
async fn what_the_address_says_of_light_and_dark_wins_over_the_merchant() {
    let app = TestApp::new().await;
    let id = app.confirmed_session_for("2026-04417").await;
    let brand = Brand {
        mode: Some(Theme::Dark),
        ..Brand::default()
    };
    looks(&app, brand).await;
    for (query, theme) in [
        ("", "dark"),
        ("?theme=light", "light"),
        ("?theme=auto", "dark"),
    ] {
        let page = app.get(&format!("/v1/view/{id}/{query}")).await.text;
        assert!(page.contains(&format!("data-theme=\"{theme}\"")), "{query}");
        assert!(!page.contains("<style>:root"), "{query}");
    }
}

#[tokio::test]
async fn a_picture_is_shown_and_can_run_nothing() {
    let app = TestApp::new().await;
    let id = app.confirmed_session_for("2026-04417").await;
    let name = with_a_logo(&app).await;
    let address = format!("/v1/logos/{name}");
    let page = app.get(&format!("/v1/view/{id}/")).await.text;
    assert!(page.contains(&format!("src=\"{address}\"")), "{page}");
    let drawn = app
        .get(&format!("/api/checkout/{id}?drawn=hosted"))
        .await
        .ok();
    let order = drawn["drawn"]["order"].as_str().unwrap();
    assert!(order.contains(&address), "{order}");
    let picture = app.get(&address).await;
    assert_eq!((picture.status.as_u16(), picture.text.as_str()), (200, SVG));
    for (header, value) in [
        ("content-type", "image/svg+xml"),
        ("x-content-type-options", "nosniff"),
        ("cache-control", "public, max-age=31536000, immutable"),
    ] {
        assert_eq!(picture.header(header), value);
    }
    let policy = picture.header("content-security-policy");
    assert!(policy.contains("default-src 'none'") && policy.contains("sandbox"));
    assert!(!policy.contains("script-src"), "{policy}");
}

#[tokio::test]
async fn a_picture_that_nobody_has_is_not_found() {
    let app = TestApp::new().await;
    let name = with_a_logo(&app).await.to_string();
    let other = name.replace(".svg", ".png");
    for wrong in [other.as_str(), "0.svg", "..%2Fkassa.db", "%00"] {
        let answer = app.get(&format!("/v1/logos/{wrong}")).await;
        answer.is_problem(404, "not_found");
    }
}

/// A page of a server on which brands are tried.
async fn tried(app: &TestApp, page: &str) -> Answer {
    let template = Template::parse(include_str!("../../../../index.html")).unwrap();
    let pages = hosted::routes(Hosted {
        kassa: app.kassa.clone(),
        template: Arc::new(template),
        looks: Looks::Address,
    });
    let request = Request::get(page).body(Body::empty()).unwrap();
    Answer::read(pages.oneshot(request).await.unwrap()).await
}

#[tokio::test]
async fn the_address_says_how_a_page_looks_only_where_brands_are_tried() {
    let app = TestApp::new().await;
    let id = app.confirmed_session_for("2026-04417").await;
    let page = format!("/v1/view/{id}/?accent=%23ffff66&radius=0&mode=dark");
    assert!(!app.get(&page).await.text.contains("<style>:root"));
    let answer = tried(&app, &page).await;
    assert!(
        answer.text.contains("--kassa-radius:0px"),
        "{}",
        answer.text
    );
    assert!(
        answer.text.contains("--kassa-accent:#ffff66"),
        "{}",
        answer.text
    );
    assert!(
        answer.text.contains("data-theme=\"dark\""),
        "{}",
        answer.text
    );
    let hostile = format!("/v1/view/{id}/?accent=red;%7D*%7Bcolor:red&radius=99&mode=%3Cb%3E");
    assert!(!tried(&app, &hostile).await.text.contains("<style>:root"));
}
