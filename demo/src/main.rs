//! A pretend merchant's shop, so that the checkout is seen where it lives: in somebody else's page,
//! on another origin.
//!
//! It talks to Kassa as any merchant's server does, over HTTP with its API key, and knows nothing
//! of Kassa beyond that. Its pages show the ways in: a link, the script tag, an overlay, a window, a bare
//! frame; and a checkout in colours that somebody tries.
//!
//! To add a page: a file in `pages`, a handler in `handlers`, and a line in `router`.

mod amount;
mod brand;
mod handlers;
mod kassa;
mod pages;
mod prefill;
mod router;
mod settings;

use clap::Parser;
use tokio::net::TcpListener;

use crate::kassa::Kassa;
use crate::settings::Settings;

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let settings = Settings::parse();
    let listener = TcpListener::bind(settings.listen).await?;
    eprintln!("the shop is open on http://{}", listener.local_addr()?);
    axum::serve(listener, router::router(Kassa::new(settings))).await
}
