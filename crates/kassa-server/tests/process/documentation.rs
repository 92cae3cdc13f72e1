//! The documentation says what the program does.

use std::path::PathBuf;
use std::{env, fs};

use kassa_server::server::configuration::settings_table;

const BEGIN: &str = "<!-- all settings: written by the tests -->\n";
const END: &str = "<!-- end of all settings -->\n";

#[test]
fn every_setting_is_documented_as_it_is() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let file = root.join("docs/configuration.md");
    let text = fs::read_to_string(&file).unwrap();
    let (before, rest) = text.split_once(BEGIN).unwrap();
    let (written, after) = rest.split_once(END).unwrap();
    let table = format!("\n{}\n", settings_table());
    if env::var("INSTA_UPDATE").is_ok_and(|how| how == "always") {
        fs::write(&file, [before, BEGIN, &table, END, after].concat()).unwrap();
    } else {
        assert_eq!(
            written, table,
            "INSTA_UPDATE=always cargo test -p kassa-server --test process writes it anew"
        );
    }
}
