//! A system that replaces all colours by its own few: what was told apart by a colour alone would be
//! told apart no more.

use crate::payer::CONFIRM;
use crate::stage::{Scripts, Stage, is_chromiums_alone, journey};

/// Fields and buttons without an edge of any kind, and whatever marks the chosen of several only by a
/// ground, which is taken away.
const WITHOUT_EDGE: &str = "[...document.querySelectorAll('input:not([type=hidden]), select, button.primary, button.quiet, .notice, .card')] \
    .filter((it) => it.checkVisibility()) \
    .filter((it) => { const { borderTopWidth, borderTopStyle, borderTopColor, appearance } = getComputedStyle(it); \
        return it.type !== 'radio' && (parseFloat(borderTopWidth) === 0 || borderTopStyle === 'none' || borderTopColor === 'rgba(0, 0, 0, 0)') }) \
    .map((it) => it.outerHTML.slice(0, 120))";

/// Whether the focus has an outline that can be seen.
const OUTLINED: &str = "(() => { const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement); \
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 })()";

#[tokio::test]
async fn where_the_system_chooses_the_colours_everything_has_an_edge_and_the_focus_is_seen() {
    if is_chromiums_alone("Firefox's driver cannot let a system force its colours") {
        return;
    }
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        payer.has_forced_colours().await;
        payer.opens(&format!("{}?edit=1", session.url)).await;
        payer.has_the_program().await;
        payer
            .waits_for("matchMedia('(forced-colors: active)').matches")
            .await;
        let edgeless = payer.computes(WITHOUT_EDGE).await;
        assert_eq!(edgeless, Some(serde_json::json!([])), "the form");
        for css in ["[name=email]", "[name=country]", CONFIRM] {
            payer.tabs_to(css).await;
            payer.waits_for(OUTLINED).await;
        }
        payer.confirms().await;
        let edgeless = payer.computes(WITHOUT_EDGE).await;
        assert_eq!(edgeless, Some(serde_json::json!([])), "the payment");
    })
    .await;
}
