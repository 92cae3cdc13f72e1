//! The journeys: a server and a shop as processes, a fresh database file, and a payer at a real
//! browser. What they pass, a payer can do.
//!
//! `stage/` starts and ends things, `payer/` is the person at the browser, `merchant.rs` asks the
//! API, and every other file is a journey. To add one: a file with a test whose name is a sentence
//! about the payer, which waits for what it wants to see and never for time to pass.
//!
//! Needed: chromium and chromedriver, the built widget, and both programs. `cargo xtask test` sees
//! to all of them; `KASSA_DIST`, `KASSA_SERVER_BIN`, `KASSA_SHOP_BIN`, `CHROMEDRIVER` and `CHROME`
//! say where they are when they are elsewhere.
//! `frameworks.rs` needs what `cargo xtask test --only embed` makes, and `KASSA_FRAMEWORKS`.
#![cfg(not(target_arch = "wasm32"))]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a journey ends at the first surprise"
)]

mod axe;
mod merchant;
mod payer;
mod stage;
mod words;

mod accessibility;
mod address;
mod asking;
mod bare_iframe;
mod brand;
mod choosing;
mod dead_program;
mod drawn;
mod element;
mod frameworks;
mod hosted_link;
mod hostile_text;
mod integrity;
mod keyboard;
mod late_program;
mod offline;
mod overlay;
mod paying_once;
mod popup;
mod redirect;
mod script_tag;
mod several;
mod strangers;
mod strict_policy;
mod without_scripts;
mod wrong_links;
