//! The server's program: reads the settings and does what they say.

use std::error::Error;
use std::io::Write;
use std::process::ExitCode;

use clap::Parser;
use kassa_server::server::{Command, Settings, create_demo_account, serve, start_log};

/// A page is a thousand small texts, made on one thread and let go on another.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    let settings = Settings::parse();
    start_log(settings.log_format);
    match run(settings.command).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!("{}", with_reasons(error.as_ref()));
            ExitCode::FAILURE
        }
    }
}

async fn run(command: Command) -> Result<(), Box<dyn Error>> {
    match command {
        Command::Serve(settings) => Ok(serve(settings).await?),
        Command::DemoData(settings) => {
            let account = create_demo_account(settings).await?;
            let line = serde_json::to_string(&account)?;
            // The only thing that this program says on its standard output.
            writeln!(std::io::stdout(), "{line}")?;
            Ok(())
        }
    }
}

/// An error and everything that led to it, in one line.
fn with_reasons(error: &dyn Error) -> String {
    let mut line = error.to_string();
    let mut reason = error.source();
    while let Some(error) = reason {
        line = format!("{line}: {error}");
        reason = error.source();
    }
    line
}
