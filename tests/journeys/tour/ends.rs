//! The end, a good one or another; and the page in a frame.

use serde_json::json;

use super::Tour;
use crate::payer::{CONFIRM, PAY, card};

/// Before anybody's session.
const LONG_AGO_US: i64 = 1_577_836_800_000_000;

/// The ground that browsers lay behind a frame whose colours are not its page's: axe takes it for white.
const GROUND: &str = "(() => { document.documentElement.style.background = 'Canvas' })()";

impl<E: AsyncFn(&'static str)> Tour<'_, E> {
    pub(super) async fn ends(&self) {
        self.paid().await;
        self.expired().await;
        self.nothing().await;
        self.frames().await;
    }

    async fn paid(&self) {
        let payer = self.payer;
        let other = self.session("2026-04417", json!({})).await;
        self.comes_to_pay("2026-04417").await;
        payer.pays_by_card(card::GOOD).await;
        payer.finds(".finished-mark").await;
        self.stops_at("paid").await;
        self.opens(&other).await;
        self.stops_at("already-paid").await;
        self.comes_to_pay("2026-04431").await;
        payer.chooses("bank_transfer").await;
        payer.presses(PAY).await;
        payer.finds("dl.facts").await;
        self.stops_at("transfer").await;
    }

    async fn expired(&self) {
        let payer = self.payer;
        let session = self.session("2026-04421", json!({})).await;
        sqlx::query("UPDATE sessions SET expires_at = ? WHERE state = 'open'")
            .bind(LONG_AGO_US)
            .execute(&self.stage.database().await)
            .await
            .unwrap();
        self.opens(&session).await;
        self.stops_at("expired").await;
        payer.presses("button[value=link]").await;
        payer
            .waits_for("!document.querySelector('button[value=link]')")
            .await;
        self.stops_at("asked-for-a-link").await;
        let session = self.session("2026-04421", json!({})).await;
        self.opens(&session).await;
        payer.presses(".cancel > summary").await;
        payer.presses("button[value=cancel]").await;
        payer.waits_for("!document.querySelector('.cancel')").await;
        self.stops_at("cancelled").await;
    }

    async fn nothing(&self) {
        let payer = self.payer;
        payer.expects_error("404");
        let server = self.stage.server.url();
        payer
            .opens(&format!(
                "{server}/v1/view/cs_aaaaaaaaaaaaaaaaaaaaaaaa/?{}",
                self.wishes()
            ))
            .await;
        self.stops_at("not-found").await;
        payer.expects_error("503");
        let session = self.session("2026-04421", json!({})).await;
        let database = self.stage.database().await;
        let broken = sqlx::query("ALTER TABLE sessions RENAME TO gone");
        broken.execute(&database).await.unwrap();
        payer
            .opens(&format!("{}?{}", session.url, self.wishes()))
            .await;
        self.stops_at("server-trouble").await;
        let mended = sqlx::query("ALTER TABLE gone RENAME TO sessions");
        mended.execute(&database).await.unwrap();
    }

    async fn frames(&self) {
        let session = self
            .session("2026-04421", json!({ "payer": { "city": "" } }))
            .await;
        let frame = format!("{}?ui=inline&{}", session.url, self.wishes());
        self.payer.opens(&frame).await;
        self.payer.has_the_program().await;
        self.payer.runs(GROUND).await;
        self.stops_at("frame-form").await;
        self.payer.writes("city", "Enugu").await;
        self.payer.presses(CONFIRM).await;
        self.payer.finds("input[name=method]").await;
        self.stops_at("frame-payment").await;
    }
}
