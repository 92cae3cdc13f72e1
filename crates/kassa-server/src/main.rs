//! The server's program: reads the settings and does what they say.

use std::error::Error;
use std::io::{Write, stderr, stdout};
use std::process::ExitCode;

use kassa_server::server::configuration::{
    ConfigurationError, Effective, print_effective, read_settings,
};
use kassa_server::server::{
    Command, check, create_demo_account, run_command, serve, start_log, with_reasons,
};

/// A page is a thousand small texts, made on one thread and let go on another.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    let configured = match read_settings(std::env::args_os()) {
        Ok(configured) => configured,
        Err(ConfigurationError::Usage(usage)) => usage.exit(),
        Err(error) => return tell(&error.to_string()),
    };
    start_log(&configured.settings);
    match run(configured.settings.command, &configured.effective).await {
        Ok(code) => code,
        Err(error) => {
            tracing::error!("{}", with_reasons(error.as_ref()));
            ExitCode::FAILURE
        }
    }
}

async fn run(command: Command, settings: &[Effective]) -> Result<ExitCode, Box<dyn Error>> {
    match command {
        Command::Serve(settings) => serve(settings).await?,
        Command::Check(settings) => {
            let checked = check(&settings).await;
            for note in &checked.notes {
                writeln!(stdout(), "{note}")?;
            }
            if !checked.wrong.is_empty() {
                return Ok(tell(&checked.wrong.join("\n")));
            }
            writeln!(stdout(), "Nothing is wrong.")?;
        }
        Command::Config(_) => print_effective(settings, stdout())?,
        Command::EmbedTag(settings) => {
            let assets = settings.assets()?;
            let tag = assets.script_tag(&settings.public_url(settings.listen));
            writeln!(stdout(), "{}", tag.unwrap_or_default())?;
        }
        Command::Account(_)
        | Command::Key(_)
        | Command::Origin(_)
        | Command::Import(_)
        | Command::Copy(_)
        | Command::Backup(_) => {
            if let Err(error) = run_command(&command).await {
                return Ok(tell(&with_reasons(&error)));
            }
        }
        Command::DemoData(settings) => {
            let account = create_demo_account(settings).await?;
            let line = serde_json::to_string(&account)?;
            writeln!(stdout(), "{line}")?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// To whoever typed the command, not to the log.
fn tell(text: &str) -> ExitCode {
    // Where nobody can be told, the code still says it.
    drop(writeln!(stderr(), "{text}"));
    ExitCode::FAILURE
}
