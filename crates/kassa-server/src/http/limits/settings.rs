//! What the operator chooses.

use ipnet::IpNet;

/// So many in a minute, evenly, and so many at once after a rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// Requests in a minute; none is no limit.
    pub per_minute: u32,
    /// Requests at once.
    pub burst: u32,
}

impl Rate {
    /// No limit.
    pub const NONE: Self = Self {
        per_minute: 0,
        burst: 0,
    };
}

/// What the operator chooses.
#[derive(Clone, Debug)]
pub struct LimitSettings {
    /// For each address on the payers' side.
    pub payer: Rate,
    /// For each API key.
    pub merchant: Rate,
    /// Whose `X-Forwarded-For` is believed. Nobody's unless named: whoever may write that header
    /// chooses what they are counted as.
    pub trusted_proxies: Vec<IpNet>,
}

impl Default for LimitSettings {
    fn default() -> Self {
        Self {
            payer: Rate {
                per_minute: 600,
                burst: 200,
            },
            merchant: Rate {
                per_minute: 600,
                burst: 600,
            },
            trusted_proxies: Vec::new(),
        }
    }
}
