//! The journeys: a server and a shop as processes, a fresh database file, and a payer at a real
//! browser, Chromium or Firefox. What they pass, a payer can do.
//!
//! `stage/` starts and ends things, `payer/` is the person at the browser, `merchant.rs` asks the
//! API, and every other file is a journey. To add one: a file with a test whose name is a sentence
//! about the payer, which waits for what it wants to see and never for time to pass.
//!
//! Needed: a browser and its driver, the built widget, and both programs. `cargo xtask test` sees to
//! all of them and plays the journeys in both browsers. `KASSA_BROWSER` chooses `chromium` or
//! `firefox`; `CHROME`, `CHROMEDRIVER`, `FIREFOX`, `GECKODRIVER`, `KASSA_DIST`, `KASSA_SERVER_BIN` and
//! `KASSA_SHOP_BIN` say where things are when they are elsewhere.
//!
//! A journey plays in both browsers; `stage/browser.rs` lists those that cannot, and why. In Firefox
//! every script that a test runs has globals of its own before the page's: what the page shall keep is
//! written `window.kept = …`.
//! `frameworks.rs` needs what `cargo xtask test --only embed` makes, and `KASSA_FRAMEWORKS`.
#![cfg(not(target_arch = "wasm32"))]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a journey ends at the first surprise"
)]

mod axe;
mod cut;
mod merchant;
mod payer;
mod stage;
mod tour;
mod words;

mod accessibility;
mod address;
mod asking;
mod bare_iframe;
mod beside;
mod brand;
mod choosing;
mod dead_program;
mod drawn;
mod element;
mod forced_colours;
mod frameworks;
mod hosted_link;
mod hostile_text;
mod integrity;
mod kept;
mod keyboard;
mod late_program;
mod late_rest;
mod offline;
mod overlay;
mod paying_once;
mod pictures;
mod popup;
mod redirect;
mod screen_reader;
mod script_tag;
mod several;
mod set_fields;
mod strangers;
mod strict_policy;
#[cfg(feature = "pictures")]
mod takes_pictures;
mod two_tabs;
mod without_scripts;
mod wrong_links;
