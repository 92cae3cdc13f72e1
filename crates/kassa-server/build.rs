//! Tells cargo when the program inside a release has to be built anew: when the widget was.

fn main() {
    // Elsewhere the widget is read from its folder, and most builds are made without one.
    let release = std::env::var("PROFILE").is_ok_and(|profile| profile == "release");
    let packaged = std::env::var_os("CARGO_FEATURE_PACKAGED").is_some();
    let watched = if release || packaged {
        "../../dist"
    } else {
        "build.rs"
    };
    println!("cargo::rerun-if-changed={watched}");
}
