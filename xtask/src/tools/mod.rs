//! What is needed beyond Rust: how it is found, and how it is installed where it is missing.
//!
//! One file a tool. Each says in one line what it installs and why, never installs twice, and ends
//! with a remedy when something cannot be had. Everything goes to the tools folder, except what
//! only the system's own packages can give (browsers, PostgreSQL, Debian's Rust).
//!
//! Must not know what the tools are used for. To add one: a file with a function that finds or
//! installs it and answers where it is, and a line in [`ensure_all`].

mod all;
mod apt;
mod cargo_install;
mod trunk;
mod wasm_bindgen;
mod cargo_deny;
mod cargo_deb;
mod cargo_fuzz;
mod node;
mod npm;
mod wasm_opt;
mod axe;
mod adyen_web;
mod braintree_drop_in;
mod esbuild;
mod browser;
mod firefox;
mod fonts;
mod postgresql;
mod python;
mod address_data;
mod aiosmtpd;
mod localstripe;
mod schemathesis;
mod wasm_rust;
mod wasm_rust_rustup;
mod wasm_rust_debian;

pub(crate) use address_data::{AddressData, VERSION as ADDRESS_DATA_VERSION, address_data};
pub(crate) use adyen_web::{VERSION as ADYEN_WEB_VERSION, adyen_web};
pub(crate) use aiosmtpd::aiosmtpd;
pub(crate) use all::ensure_all;
pub(crate) use apt::may_install;
pub(crate) use axe::axe;
pub(crate) use braintree_drop_in::{VERSION as BRAINTREE_DROP_IN_VERSION, braintree_drop_in};
pub(crate) use browser::{Browser, browser};
pub(crate) use cargo_deb::cargo_deb;
pub(crate) use cargo_deny::cargo_deny;
pub(crate) use cargo_fuzz::cargo_fuzz;
pub(crate) use esbuild::esbuild;
pub(crate) use firefox::firefox;
pub(crate) use fonts::fonts;
pub(crate) use localstripe::localstripe;
pub(crate) use node::node;
pub(crate) use postgresql::postgresql;
pub(crate) use schemathesis::schemathesis;
pub(crate) use trunk::trunk;
pub(crate) use wasm_bindgen::wasm_bindgen;
pub(crate) use wasm_opt::wasm_opt;
pub(crate) use wasm_rust::{Std, WasmRust, wasm_rust};
