//! The table of all settings, for the documentation.

use clap::Arg;

use super::known::known;

/// Every setting as a row of a Markdown table, in the order of the program's help.
#[must_use]
pub fn settings_table() -> String {
    let head = "| in the file | flag | environment | if nothing is said | what it is |\n\
                |---|---|---|---|---|\n";
    let rows = known().iter().map(row).collect::<String>();
    format!("{head}{rows}")
}

fn row(arg: &Arg) -> String {
    let name = arg.get_id();
    let flag = arg.get_long().unwrap_or_default();
    let variable = arg.get_env().unwrap_or_default().to_string_lossy();
    let help = arg.get_long_help().or_else(|| arg.get_help());
    let help = help.map(|help| help.to_string().replace('\n', " ").replace('|', "\\|"));
    let help = help.unwrap_or_default();
    let default = default(arg);
    format!("| `{name}` | `--{flag}` | `{variable}` | {default} | {help} |\n")
}

fn default(arg: &Arg) -> String {
    let values = arg.get_default_values().iter();
    let values: Vec<_> = values
        .map(|value| format!("`{}`", value.to_string_lossy()))
        .collect();
    values.join(", ")
}
