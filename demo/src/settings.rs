//! What the shop is started with.

use std::net::SocketAddr;

use clap::Parser;

/// A pretend merchant's shop.
#[derive(Parser)]
#[command(version, about)]
pub(crate) struct Settings {
    /// Where to listen.
    #[arg(long, env = "SHOP_LISTEN", default_value = "127.0.0.1:7400")]
    pub(crate) listen: SocketAddr,
    /// Where Kassa is, without a slash at the end. Payers' browsers have to reach it there too.
    #[arg(
        long,
        visible_alias = "kassa-url",
        env = "KASSA_URL",
        default_value = "http://127.0.0.1:7300"
    )]
    pub(crate) server: String,
    /// The shop's API key at Kassa.
    #[arg(
        long,
        env = "KASSA_API_KEY",
        hide_env_values = true,
        default_value = ""
    )]
    pub(crate) api_key: String,
}
