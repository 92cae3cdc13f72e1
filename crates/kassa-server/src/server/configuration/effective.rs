//! What the settings are in the end, to look at.

use std::io::{self, Write};

use clap::parser::ValueSource;
use clap::{Arg, ArgMatches};

use super::file::File;
use super::known::is_secret;

/// One setting as it is in the end. A secret one is stars already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effective {
    /// Its name in the file.
    pub name: String,
    /// Its values; none where nobody said anything.
    pub values: Vec<String>,
    /// Who said so.
    pub from: &'static str,
}

/// What this setting is for this command; nothing where the command has no such setting.
pub(super) fn of(arg: &Arg, matches: &ArgMatches, file: &File) -> Option<Effective> {
    let name = arg.get_id().as_str();
    let values = matches.try_get_raw(name).ok()?;
    let values = values.into_iter().flatten();
    let shown = |value: &std::ffi::OsStr| {
        if is_secret(arg) {
            "***".to_owned()
        } else {
            without_password(&value.to_string_lossy())
        }
    };
    Some(Effective {
        name: name.to_owned(),
        values: values.map(shown).collect(),
        from: match matches.value_source(name) {
            Some(ValueSource::CommandLine) => "flag",
            Some(ValueSource::EnvVariable) => "environment",
            Some(_) if file.line(name).is_some() => "file",
            Some(_) | None => "default",
        },
    })
}

/// A database's address may hold a password: `postgres://kassa:***@host/kassa`.
fn without_password(text: &str) -> String {
    let hidden = || {
        let (scheme, rest) = text.split_once("://")?;
        let (who, place) = rest.rsplit_once('@')?;
        let (name, _) = who.split_once(':')?;
        Some(format!("{scheme}://{name}:***@{place}"))
    };
    hidden().unwrap_or_else(|| text.to_owned())
}

/// Writes the settings as a file of settings would have them, with who said each.
///
/// # Errors
/// Where nothing can be written there.
pub fn print_effective(settings: &[Effective], mut to: impl Write) -> io::Result<()> {
    for setting in settings {
        let values: Vec<_> = setting.values.iter().map(|it| format!("{it:?}")).collect();
        match values.as_slice() {
            [] => writeln!(to, "# {} is not set", setting.name)?,
            [value] => writeln!(to, "{} = {value} # {}", setting.name, setting.from)?,
            several => {
                let list = several.join(", ");
                writeln!(to, "{} = [{list}] # {}", setting.name, setting.from)?;
            }
        }
    }
    Ok(())
}
