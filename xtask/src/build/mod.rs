//! Making what is run: the widget for the browser, and the binaries for this machine.
//!
//! Must not know what is done with them. To make one more thing: a file with a function that makes
//! it and answers where it lies.

mod path;
mod fingerprint;
mod minify;
mod rename;
mod parts;
mod optimise;
mod two;
mod content;
mod inline;
mod compress;
mod widget;
mod binaries;

pub(crate) use binaries::{Binaries, Profile, binaries};
pub(crate) use compress::{brotli, brotli_beside, brotli_plain};
pub(crate) use fingerprint::files_under;
pub(crate) use minify::{bundle, bundle_with, small_style};
pub(crate) use path::wasm_path;
pub(crate) use widget::widget;
