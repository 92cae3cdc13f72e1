//! Flags, environment and file together.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, FromArgMatches};

use super::effective::{self, Effective};
use super::file::{self, File};
use super::known::{FILE, command, known, refusal};
use crate::server::Settings;

/// The settings, and where each is from.
#[derive(Debug)]
pub struct Configured {
    /// What to do, and how.
    pub settings: Settings,
    /// Each setting of the server, as this command has it.
    pub effective: Vec<Effective>,
}

/// Why there are no settings.
#[derive(Debug, thiserror::Error)]
pub enum ConfigurationError {
    /// The flags cannot be read, or ask for help.
    #[error(transparent)]
    Usage(#[from] clap::Error),
    /// The environment or the file cannot be used. Everything that is wrong, a line each.
    #[error("{}", .0.join("\n"))]
    Wrong(Vec<String>),
}

/// Reads the program's arguments, its environment, and the file that they name.
///
/// # Errors
/// [`ConfigurationError`]; all that is wrong with environment and file at once.
pub fn read_settings(
    arguments: impl IntoIterator<Item = OsString>,
) -> Result<Configured, ConfigurationError> {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let known = known();
    let mut wrong = wrong_in_environment(&known);
    let path = match command().try_get_matches_from(&arguments) {
        Ok(matches) => matches.get_one(FILE).cloned(),
        // Clap says only the first thing that is wrong: the environment is told of as a whole.
        Err(_) if !wrong.is_empty() => named(&arguments),
        Err(error) => return Err(error.into()),
    };
    let read = |path: PathBuf| file::read(&path, &known);
    let file = path.or_else(file::usual).map(read).transpose();
    let file = file.unwrap_or_else(|in_file| {
        wrong.extend(in_file);
        None
    });
    if !wrong.is_empty() {
        return Err(ConfigurationError::Wrong(wrong));
    }
    let file = file.unwrap_or_default();
    let matches = with_file(command(), &file).try_get_matches_from(&arguments)?;
    Ok(Configured {
        settings: Settings::from_arg_matches(&matches)?,
        effective: effective_settings(&matches, &file, &known),
    })
}

/// The file, where clap does not get as far as that.
fn named(arguments: &[OsString]) -> Option<PathBuf> {
    let by_flag = arguments.iter().enumerate().find_map(|(place, argument)| {
        let argument = argument.to_str()?;
        match argument.strip_prefix("--config=") {
            Some(path) => Some(path.into()),
            None if argument == "--config" => arguments.get(place.saturating_add(1)).cloned(),
            None => None,
        }
    });
    let path = by_flag.or_else(|| env::var_os("KASSA_CONFIG"));
    path.map(PathBuf::from)
}

fn wrong_in_environment(known: &[Arg]) -> Vec<String> {
    let wrong = |arg: &Arg| {
        let name = arg.get_env()?;
        let value = env::var_os(name)?;
        let why = match value.into_string() {
            Ok(value) => refusal(arg, &[value])?,
            Err(_) => "expected UTF-8".to_owned(),
        };
        Some(format!("{}: {why}", name.to_string_lossy()))
    };
    known.iter().filter_map(wrong).collect()
}

/// The file's lines as what a setting is when neither flag nor environment says it.
fn with_file(command: Command, file: &File) -> Command {
    let told = |arg: Arg| match file.line(arg.get_id().as_str()) {
        Some(line) => arg.default_values(line.values.clone()),
        None => arg,
    };
    command
        .mut_args(told)
        .mut_subcommands(|sub| sub.mut_args(told))
}

fn effective_settings(matches: &ArgMatches, file: &File, known: &[Arg]) -> Vec<Effective> {
    let sub = matches.subcommand().map_or(matches, |(_, sub)| sub);
    let settings = known.iter();
    settings
        .filter_map(|arg| effective::of(arg, sub, file))
        .collect()
}
