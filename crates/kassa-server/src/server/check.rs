//! Whether the server would serve: everything that is wrong, at once, and nothing is changed.

use std::fs::OpenOptions;
use std::path::Path;

use super::database::Database;
use super::{ProcessorChoice, ServeSettings};
use crate::hosted::Template;

/// Looks at everything that the settings name; answers with what is wrong, a sentence each.
pub async fn check(settings: &ServeSettings) -> Vec<String> {
    let mut wrong = Vec::new();
    wrong.extend(public_url(settings));
    wrong.extend(listening(settings));
    wrong.extend(sandbox(settings));
    wrong.extend(stripe(settings));
    wrong.extend(assets(settings));
    wrong.extend(database(settings).await);
    wrong
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

fn assets(settings: &ServeSettings) -> Option<String> {
    let name = settings.assets.as_ref().map_or("the widget", |_| "assets");
    let assets = match settings.assets() {
        Ok(assets) => assets,
        Err(error) => return Some(format!("{name}: {}", with_reasons(&error))),
    };
    let page = Template::parse(assets.page());
    page.err().map(|error| format!("{name}: {error}"))
}

async fn database(settings: &ServeSettings) -> Option<String> {
    match settings.database.chosen() {
        Database::File(file) => {
            let ledger = settings.sandbox_ledger_file();
            not_writable(&file).or_else(|| not_writable(&ledger))
        }
        Database::Server(_) => {
            let opened = settings.database.chosen().open().await;
            opened
                .err()
                .map(|error| format!("database_url: {}", with_reasons(&error)))
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
