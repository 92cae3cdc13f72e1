//! What the operator chooses about limits.

use clap::Args;
use ipnet::IpNet;

use crate::http::{LimitSettings, Rate};

/// How much one address or one key may ask for; 0 in a minute is no limit.
#[derive(Clone, Debug, Args)]
pub struct LimitArgs {
    /// How many requests one address on the payers' side may send in a minute. A payment by card is
    /// about eight, and a whole campus may share one address.
    #[arg(long, env = "KASSA_PAYER_RATE", default_value_t = 600)]
    pub payer_rate: u32,
    /// How many of them at once.
    #[arg(long, env = "KASSA_PAYER_BURST", default_value_t = 200)]
    pub payer_burst: u32,
    /// How many requests may come with one API key in a minute.
    #[arg(long, env = "KASSA_MERCHANT_RATE", default_value_t = 600)]
    pub merchant_rate: u32,
    /// How many of them at once.
    #[arg(long, env = "KASSA_MERCHANT_BURST", default_value_t = 600)]
    pub merchant_burst: u32,
    /// Whose X-Forwarded-For is believed: addresses or networks, `10.0.0.7/32,fd00::/8`. Nobody's
    /// where it is not said.
    #[arg(
        long = "trusted-proxy",
        env = "KASSA_TRUSTED_PROXY",
        value_delimiter = ','
    )]
    pub trusted_proxies: Vec<IpNet>,
}

impl LimitArgs {
    /// What was chosen.
    #[must_use]
    pub fn limits(&self) -> LimitSettings {
        LimitSettings {
            payer: Rate {
                per_minute: self.payer_rate,
                burst: self.payer_burst,
            },
            merchant: Rate {
                per_minute: self.merchant_rate,
                burst: self.merchant_burst,
            },
            trusted_proxies: self.trusted_proxies.clone(),
        }
    }
}
