//! The settings that there are, as clap knows them.

use std::any::TypeId;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, CommandFactory};

use super::Secret;
use crate::server::Settings;

/// Names the file, so it cannot stand in it.
pub(super) const FILE: &str = "config";

/// The program's arguments. The environment's values are not shown in its help: they may be
/// secret.
pub(super) fn command() -> Command {
    let command = Settings::command().mut_args(|arg| arg.hide_env_values(true));
    command.mut_subcommands(|sub| sub.mut_args(|arg| arg.hide_env_values(true)))
}

/// Every setting, in the order of the program's help.
pub(super) fn known() -> Vec<Arg> {
    let command = command();
    let serving = command.find_subcommand("serve");
    let serving = serving.into_iter().flat_map(Command::get_arguments);
    (command.get_arguments())
        .chain(serving)
        .filter(|arg| is_setting(arg))
        .cloned()
        .collect()
}

fn is_setting(arg: &Arg) -> bool {
    arg.get_env().is_some() && arg.get_id() != FILE
}

/// Whether a setting is shown as stars.
pub(super) fn is_secret(arg: &Arg) -> bool {
    arg.get_value_parser().type_id() == TypeId::of::<Secret>()
}

/// Why a setting cannot be this. The value itself is not repeated.
pub(super) fn refusal(setting: &Arg, values: &[String]) -> Option<String> {
    let flag = setting.get_long()?;
    let alone = setting.clone().env(None::<&str>).global(false);
    let given = values.iter().map(|value| format!("--{flag}={value}"));
    let parsed = Command::new("setting")
        .no_binary_name(true)
        .disable_help_flag(true)
        .arg(alone)
        .try_get_matches_from(given);
    parsed.err().map(|error| reason(&error))
}

fn reason(error: &clap::Error) -> String {
    if let Some(ContextValue::Strings(known)) = error.get(ContextKind::ValidValue)
        && !known.is_empty()
    {
        return format!("expected one of {}", known.join(", "));
    }
    let cause = std::error::Error::source(error).map(ToString::to_string);
    cause.unwrap_or_else(|| match error.kind() {
        ErrorKind::ArgumentConflict => "expected one value".to_owned(),
        kind => kind.to_string(),
    })
}
