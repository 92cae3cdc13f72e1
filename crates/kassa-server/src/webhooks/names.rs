//! From a name to the addresses that may be connected to.
//!
//! The check is made here, on the very addresses that the connection is then made to. Asking once
//! to check and once more to connect would let a name answer differently the second time.

use std::fmt;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use async_trait::async_trait;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use super::Reach;

/// Knows the addresses of names.
#[async_trait]
pub trait Names: Send + Sync + fmt::Debug {
    /// The addresses of a name, as they are now.
    async fn addresses(&self, name: &str) -> io::Result<Vec<IpAddr>>;
}

/// The system's own way to find addresses.
#[derive(Clone, Copy, Debug)]
pub struct SystemNames;

#[async_trait]
impl Names for SystemNames {
    async fn addresses(&self, name: &str) -> io::Result<Vec<IpAddr>> {
        let found = tokio::net::lookup_host((name, 0)).await?;
        Ok(found.map(|address| address.ip()).collect())
    }
}

/// No address of a name may be connected to.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("the name leads into a private network")]
pub(super) struct AddressRefused;

/// Lets the client connect to what [`Reach`] covers and to nothing else.
#[derive(Debug)]
pub(super) struct GuardedNames {
    pub(super) names: Arc<dyn Names>,
    pub(super) reach: Reach,
}

impl Resolve for GuardedNames {
    fn resolve(&self, name: Name) -> Resolving {
        let (names, reach) = (self.names.clone(), self.reach);
        Box::pin(async move {
            let found = names.addresses(name.as_str()).await?;
            let open: Vec<SocketAddr> = found
                .into_iter()
                .filter(|address| reach.covers(*address))
                .map(|address| SocketAddr::new(address, 0))
                .collect();
            if open.is_empty() {
                return Err(AddressRefused.into());
            }
            let open: Addrs = Box::new(open.into_iter());
            Ok(open)
        })
    }
}
