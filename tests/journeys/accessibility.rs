//! What axe finds: nothing, in any state, theme, width or direction of writing.

use serde_json::{Value, json};

use crate::axe::Axe;
use crate::merchant::Session;
use crate::payer::{Payer, card};
use crate::stage::{Scripts, Stage, journey};

/// How somebody looks at the page.
#[derive(Clone, Copy, Debug)]
struct Look {
    theme: &'static str,
    width: u32,
    locale: &'static str,
}

const LOOKS: [Look; 4] = [
    Look {
        theme: "light",
        width: 390,
        locale: "en",
    },
    Look {
        theme: "dark",
        width: 1280,
        locale: "en",
    },
    Look {
        theme: "dark",
        width: 390,
        locale: "ar",
    },
    Look {
        theme: "light",
        width: 1280,
        locale: "ja",
    },
];

/// A payer whose page axe looks at.
struct Inspector<'a> {
    payer: &'a Payer,
    stage: &'a Stage,
    look: Look,
    axe: Axe,
}

impl Inspector<'_> {
    /// Opens a fresh session of an order; `changes` are to its request.
    async fn opens(&self, order: &str, changes: Value) -> Session {
        let mut request = json!({ "order": order, "locale": self.look.locale });
        request["payer"] = changes;
        let session = self.stage.merchant().session_with("ES", &request).await;
        self.payer
            .opens(&format!("{}?theme={}", session.url, self.look.theme))
            .await;
        self.payer.has_the_program().await;
        session
    }

    /// Fails where axe finds something.
    async fn finds_nothing(&self, state: &str) {
        let state = format!("{state}, {:?}", self.look);
        self.axe.finds_nothing(self.payer, &state).await;
    }

    async fn information(&self) {
        self.opens("2026-04418", json!({ "email": "amina@" })).await;
        self.finds_nothing("the form").await;
        self.payer.presses("button[value=confirm]").await;
        self.payer.finds("#kassa-errors").await;
        self.finds_nothing("the form with errors").await;
        self.opens("2026-04431", json!({})).await;
        self.finds_nothing("the summary").await;
    }

    async fn paying(&self) {
        let payer = self.payer;
        payer.confirms().await;
        self.finds_nothing("the methods").await;
        payer.expects_error("422");
        payer.writes("code", "FREE").await;
        payer.presses("button[value=discount]").await;
        payer.finds("#kassa-code-error").await;
        self.finds_nothing("a code that counts for nothing").await;
        payer.presses(".languages > summary").await;
        payer.presses(".cancel > summary").await;
        self.finds_nothing("the open footer").await;
        payer.pays_by_card(card::INSUFFICIENT).await;
        payer.finds(".notice.alert h2").await;
        self.finds_nothing("a refusal").await;
        payer.writes_card(card::CHALLENGE).await;
        payer.presses("button[value=pay]").await;
        payer.finds("iframe").await;
        self.finds_nothing("a challenge").await;
    }

    async fn ends(&self) {
        let payer = self.payer;
        self.opens("2026-04419", json!({})).await;
        payer.confirms().await;
        payer.chooses("bank_transfer").await;
        payer.presses("button[value=pay]").await;
        payer.finds("dl.facts").await;
        self.finds_nothing("a transfer's instructions").await;
        self.opens("2026-04418", json!({})).await;
        payer.presses(".cancel > summary").await;
        payer.presses("button[value=cancel]").await;
        payer.waits_for("!document.querySelector('.cancel')").await;
        self.finds_nothing("a payment that was called off").await;
        let server = self.stage.server.url();
        let nobodys = format!("{server}/v1/view/cs_aaaaaaaaaaaaaaaaaaaaaaaa/");
        payer.expects_error("404");
        payer.opens(&nobodys).await;
        self.finds_nothing("a link that leads nowhere").await;
    }
}

#[tokio::test]
async fn axe_finds_nothing_in_any_state_theme_or_width() {
    let axe = Axe::load();
    for look in LOOKS {
        let stage = Stage::open().await;
        journey(&stage, Scripts::On, async |payer| {
            payer.is_as_wide_as(look.width).await;
            let inspector = Inspector {
                payer,
                stage: &stage,
                look,
                axe: axe.clone(),
            };
            inspector.information().await;
            inspector.paying().await;
            inspector.ends().await;
        })
        .await;
    }
}
