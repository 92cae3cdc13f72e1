//! Where the things are that somebody else built or installed.

use std::env;
use std::path::{Path, PathBuf};

/// The repository.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The built widget.
pub(crate) fn dist() -> PathBuf {
    let place = env::var_os("KASSA_DIST").map_or_else(|| root().join("dist"), PathBuf::from);
    there(
        place.join("index.html"),
        "the widget is not built: run `cargo xtask test`",
    );
    place
}

/// The merchant's half, as it is built.
pub(crate) fn embed() -> PathBuf {
    there(
        dist().join("kassa.js"),
        "the widget is not built: run `cargo xtask test`",
    )
}

/// The examples for React and Vue with the npm package inside, as scripts that a page can load.
pub(crate) fn frameworks() -> PathBuf {
    let folder = env::var_os("KASSA_FRAMEWORKS").unwrap_or_default();
    there(
        folder.into(),
        "KASSA_FRAMEWORKS says where `cargo xtask test --only embed` put them",
    )
}

/// The server.
pub(crate) fn server() -> PathBuf {
    program("KASSA_SERVER_BIN", "kassa-server")
}

/// The pretend merchant.
pub(crate) fn shop() -> PathBuf {
    program("KASSA_SHOP_BIN", "kassa-demo-shop")
}

/// Chromium's driver.
pub(crate) fn chromedriver() -> PathBuf {
    installed("CHROMEDRIVER", &["chromedriver"])
}

/// Chromium.
pub(crate) fn chrome() -> PathBuf {
    installed("CHROME", &["chromium", "google-chrome", "chromium-browser"])
}

/// Firefox's driver.
pub(crate) fn geckodriver() -> PathBuf {
    installed("GECKODRIVER", &["geckodriver"])
}

/// Firefox.
pub(crate) fn firefox() -> PathBuf {
    installed("FIREFOX", &["firefox-esr", "firefox"])
}

/// A program of this workspace: cargo puts it two folders above its tests.
fn program(variable: &str, name: &str) -> PathBuf {
    let beside = || {
        let test = env::current_exe().expect("a running test has a file");
        test.ancestors()
            .nth(2)
            .expect("tests are in target/*/deps")
            .join(name)
    };
    let place = env::var_os(variable).map_or_else(beside, PathBuf::from);
    there(
        place,
        "it is not built: run `cargo build --workspace`, or `cargo xtask test`",
    )
}

fn installed(variable: &str, names: &[&str]) -> PathBuf {
    if let Some(place) = env::var_os(variable) {
        return there(place.into(), &format!("{variable} says that it is there"));
    }
    let path = env::var_os("PATH").unwrap_or_default();
    let places = names
        .iter()
        .flat_map(|name| env::split_paths(&path).map(move |p| p.join(name)));
    places
        .into_iter()
        .find(|place| place.exists())
        .unwrap_or_else(|| {
            panic!(
                "no {} in PATH: install it, or say in {variable} where it is",
                names[0]
            )
        })
}

fn there(place: PathBuf, remedy: &str) -> PathBuf {
    assert!(place.exists(), "{} is missing: {remedy}", place.display());
    place
}
