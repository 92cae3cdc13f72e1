//! What axe finds on a page.

use serde_json::json;

use crate::payer::Payer;

/// Says where axe's program is; `cargo xtask test --only journeys` installs it and says so.
const PROGRAM: &str = "KASSA_AXE";

/// WCAG 2.2 to its level AA, and what axe's makers find good beside it.
const RULES: [&str; 6] = [
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
    "best-practice",
];

/// The program.
#[derive(Clone, Debug)]
pub(crate) struct Axe(String);

impl Axe {
    pub(crate) fn load() -> Self {
        let file = std::env::var(PROGRAM).unwrap_or_else(|_| {
            panic!("{PROGRAM} is not set: run `cargo xtask test --only journeys`")
        });
        Self(std::fs::read_to_string(file).unwrap())
    }

    /// Fails where axe finds something on the page that a payer looks at.
    pub(crate) async fn finds_nothing(&self, payer: &Payer, state: &str) {
        let rules = json!({ "runOnly": RULES });
        let script = format!(
            "(() => {{ {}; return axe.run({rules}).then((found) => ({{ kept: found.passes.length, \
             broken: found.violations.map((it) => [it.id, it.nodes[0].html]) }})) }})()",
            self.0
        );
        let found = payer.computes(&script).await.unwrap();
        assert_eq!(found["broken"], json!([]), "{state}");
        let kept = found["kept"].as_u64().unwrap();
        assert!(kept > 10, "axe looked at the page: {kept} rules are kept");
    }
}
