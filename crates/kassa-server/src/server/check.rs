//! Whether the server would serve: everything that is wrong, at once. Nothing is made or changed.

use std::fs::OpenOptions;
use std::path::Path;

use super::{ProcessorChoice, ServeSettings};
use crate::hosted::Template;
use crate::store::{DatabaseAddress, Found, look};

/// What was found.
#[derive(Debug, Default)]
pub struct Checked {
    /// What is wrong, a sentence each.
    pub wrong: Vec<String>,
    /// What the start will do, a sentence each.
    pub notes: Vec<String>,
}

/// Looks at everything that the settings name.
pub async fn check(settings: &ServeSettings) -> Checked {
    let mut checked = Checked::default();
    checked.wrong.extend(public_url(settings));
    checked.wrong.extend(listening(settings));
    checked.wrong.extend(sandbox(settings));
    checked.wrong.extend(stripe(settings));
    checked.wrong.extend(assets(settings));
    checked.wrong.extend(mail(settings).await);
    database(settings, &mut checked).await;
    checked
}

/// Cards are typed into pages that come from there.
fn public_url(settings: &ServeSettings) -> Option<String> {
    let url = settings.public_url.as_deref()?;
    let plain = !url.starts_with("https://") && !is_loopback(url);
    plain.then(|| format!("public_url: {url} has to begin with https://, or cards are overheard"))
}

fn is_loopback(url: &str) -> bool {
    let host = url.split("://").nth(1).unwrap_or_default();
    let host = host.split(':').next().unwrap_or_default();
    host == "localhost" || host.starts_with("127.")
}

fn listening(settings: &ServeSettings) -> Option<String> {
    let same = settings.metrics_listen == Some(settings.listen);
    same.then(|| "metrics_listen: payers reach this address; the numbers need another".to_owned())
}

fn sandbox(settings: &ServeSettings) -> Option<String> {
    let url = settings.public_url.as_deref()?;
    let open = settings.sandbox_ledger && !is_loopback(url);
    open.then(|| format!("sandbox_ledger: everybody who reaches {url} could let transfers arrive"))
}

fn stripe(settings: &ServeSettings) -> Vec<String> {
    let account = &settings.stripe;
    let mut wrong = account.wrong();
    if settings.processor == ProcessorChoice::Stripe || account.is_said() {
        let missing = account.missing().into_iter();
        wrong.extend(missing.map(|name| format!("{name}: Stripe cannot be asked without it")));
    }
    let url = account.stripe_base_url.as_str();
    if !url.starts_with("https://") && !is_loopback(url) {
        let why = "has to begin with https://, or cards are overheard";
        wrong.push(format!("stripe_base_url: {url} {why}"));
    }
    wrong
}

/// The mail server is asked whether it would take letters; none is sent.
async fn mail(settings: &ServeSettings) -> Option<String> {
    if let Some(missing) = settings.mail.missing() {
        return Some(missing.to_owned());
    }
    let answered = match settings.mail.mailer() {
        Ok(None) => return None,
        Ok(Some(mailer)) => mailer.check().await,
        Err(error) => Err(error),
    };
    let error = answered.err()?;
    Some(format!("smtp_url: {}", with_reasons(&error)))
}

fn assets(settings: &ServeSettings) -> Option<String> {
    let name = settings.assets.as_ref().map_or("the widget", |_| "assets");
    let assets = match settings.assets() {
        Ok(assets) => assets,
        Err(error) => return Some(format!("{name}: {}", with_reasons(&error))),
    };
    let page = Template::parse(assets.page());
    page.err().map(|error| format!("{name}: {error}"))
}

async fn database(settings: &ServeSettings, checked: &mut Checked) {
    let address = settings.database.address();
    let name = match &address {
        DatabaseAddress::Sqlite(file) => {
            let ledger = settings.sandbox_ledger_file();
            if let Some(wrong) = not_writable(file).or_else(|| not_writable(&ledger)) {
                checked.wrong.push(wrong);
                return;
            }
            format!("database: {}", file.display())
        }
        DatabaseAddress::Postgres(_) => "database_url".to_owned(),
    };
    let found = match look(&address).await {
        Ok(found) => found,
        Err(error) => {
            let why = with_reasons(&error);
            return checked.wrong.push(format!("{name}: {why}"));
        }
    };
    let told = told(found);
    match found {
        Found::Current => {}
        Found::NoFile | Found::Empty | Found::Older => {
            let then = "the start sees to it";
            checked.notes.push(format!("{name}: {told}; {then}"));
        }
        Found::Newer | Found::Foreign | Found::UnfinishedCopy => {
            checked.wrong.push(format!("{name}: {told}"));
        }
    }
}

/// What a database is, in words.
pub(super) const fn told(found: Found) -> &'static str {
    match found {
        Found::NoFile => "there is no such file",
        Found::Empty => "it has no tables",
        Found::Current => "it is of this program's version",
        Found::Older => "it is older than this program",
        Found::Newer => "it is newer than this program",
        Found::Foreign => "it has tables of another program",
        Found::UnfinishedCopy => {
            "it is an unfinished copy; run `kassa-server copy` again until it ends"
        }
    }
}

/// A file is written in its folder too: the journal lies beside it.
fn not_writable(file: &Path) -> Option<String> {
    let told = |why: String| Some(format!("database: {}: {why}", file.display()));
    let folder = file.parent().filter(|path| !path.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let access = rustix::fs::Access::WRITE_OK;
    if let Err(error) = rustix::fs::access(folder, access) {
        return told(format!("{} cannot be written: {error}", folder.display()));
    }
    let opened = file
        .exists()
        .then(|| OpenOptions::new().write(true).open(file));
    opened
        .and_then(Result::err)
        .and_then(|error| told(error.to_string()))
}

/// An error and everything that led to it, in one line.
#[must_use]
pub fn with_reasons(error: &dyn std::error::Error) -> String {
    let mut line = error.to_string();
    let mut reason = error.source();
    while let Some(error) = reason {
        line = format!("{line}: {error}");
        reason = error.source();
    }
    line
}
