//! The payer's information.

use serde_json::json;

use super::Tour;
use crate::payer::CONFIRM;

impl<E: AsyncFn(&'static str)> Tour<'_, E> {
    pub(super) async fn information(&self) {
        let unknown = json!({ "payer": { "email": "amina@", "city": "" } });
        let session = self.session("2026-04418", unknown).await;
        self.opens(&session).await;
        self.stops_at("form").await;
        self.payer.presses(CONFIRM).await;
        self.payer.finds("#kassa-errors").await;
        self.stops_at("form-errors").await;
        self.locked_field().await;
        self.confirmation().await;
    }

    async fn locked_field(&self) {
        let locked = json!({ "payer": { "city": "" }, "read_only": ["first_name", "email"] });
        let session = self.session("2026-04418", locked).await;
        self.opens(&session).await;
        self.stops_at("form-locked-field").await;
    }

    async fn confirmation(&self) {
        let session = self.session("2026-04431", json!({})).await;
        self.opens(&session).await;
        self.stops_at("information").await;
        self.stage.server.pause().await;
        self.payer.presses(CONFIRM).await;
        self.payer.finds(".busy").await;
        self.stops_at("confirming").await;
        self.stage.server.go_on().await;
        self.payer.finds("input[name=method]").await;
    }
}
