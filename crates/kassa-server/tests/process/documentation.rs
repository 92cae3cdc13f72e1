//! The documentation says what the program does.

use std::path::PathBuf;
use std::{env, fs};

use clap::Parser;
use kassa_server::server::Settings;
use kassa_server::server::configuration::settings_table;

use crate::program::Place;

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

/// The arguments of each command in a block of a document; a `#` begins a comment.
fn commands(text: &str) -> Vec<Vec<String>> {
    let blocks = text.split("```").skip(1).step_by(2);
    let lines = blocks.flat_map(str::lines);
    let commands = lines.filter_map(|line| {
        let line = line.strip_prefix("runuser -u kassa -- ").unwrap_or(line);
        let line = line.split_once(" #").map_or(line, |(line, _)| line);
        line.starts_with("kassa-server ").then_some(line)
    });
    commands.map(words).collect()
}

/// As a shell reads them, where double quotes are all that it knows.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (place, part) in line.split('"').enumerate() {
        if place % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

#[test]
fn every_command_in_a_document_is_one_that_the_program_knows() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs");
    let mut known = 0;
    for file in fs::read_dir(folder).unwrap() {
        let file = file.unwrap().path();
        if file.extension().is_none_or(|kind| kind != "md") {
            continue;
        }
        for command in commands(&fs::read_to_string(&file).unwrap()) {
            let read = Settings::try_parse_from(&command);
            assert!(read.is_ok(), "{}: {command:?} {read:?}", file.display());
            known += 1;
        }
    }
    assert!(known > 10, "the documents have commands");
}

#[test]
fn every_line_of_the_packaged_settings_is_a_setting_once_it_is_uncommented() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let text = fs::read_to_string(root.join("packaging/kassa.toml")).unwrap();
    let setting = |line: &str| {
        let name = line.split_once(" = ").map(|(name, _)| name);
        name.is_some_and(|name| !name.contains(' '))
    };
    let lines = text.lines().map(|line| line.trim_start_matches("# "));
    let lines: Vec<&str> = lines.filter(|line| setting(line)).collect();
    assert_eq!(lines.len(), 5, "{lines:?}");
    let place = Place::new();
    place.write("kassa.toml", &lines.join("\n"));
    let said = place.run(&["config", "--config", "kassa.toml"]);
    assert_eq!(said.code, Some(0), "{}", said.err);
    for line in lines {
        let name = line.split(' ').next().unwrap();
        let told = said
            .out
            .lines()
            .find(|told| told.starts_with(&format!("{name} = ")));
        assert!(told.unwrap().ends_with("# file"), "{told:?}");
    }
}
