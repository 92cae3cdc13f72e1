//! A server that the browser finds under other servers' names, by TLS with a throw-away certificate.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use axum::serve::Listener;
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio_rustls::server::TlsStream;

use crate::bench::{Served, StaticPages};
use crate::failure::Failure;

/// Serves these pages to whoever looks for one of the names. Answers what the browser has to be
/// told, so that it looks here, and for any other name but this machine's nowhere.
pub(crate) async fn serve_by_name(
    pages: StaticPages,
    names: &[&str],
) -> Result<(Served, String), Failure> {
    let told = |source| Failure::io("serve others' pages", source);
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.map_err(told)?;
    let port = listener.local_addr().map_err(told)?.port();
    let by_tls = ByTls {
        listener,
        acceptor: acceptor(names)?,
    };
    let router = pages.router();
    let task = tokio::spawn(async move {
        // It ends only with the bench.
        drop(axum::serve(by_tls, router).await);
    });
    Ok((Served::of(task), rules(names, port)))
}

fn rules(names: &[&str], port: u16) -> String {
    let here = names
        .iter()
        .map(|name| format!("MAP {name} 127.0.0.1:{port}"));
    let rest = ["MAP * ~NOTFOUND", "EXCLUDE 127.0.0.1", "EXCLUDE localhost"].map(str::to_owned);
    let rules: Vec<String> = here.chain(rest).collect();
    format!("--host-resolver-rules={}", rules.join(","))
}

fn acceptor(names: &[&str]) -> Result<TlsAcceptor, Failure> {
    let told = |_| Failure::missing("a certificate", "Others' servers are played with it.");
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    let made = rcgen::generate_simple_self_signed(names)
        .map_err(|_| Failure::missing("a certificate", "Others' servers are played with it."))?;
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(made.signing_key.serialize_der()));
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(told)?
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)
        .map_err(told)?;
    Ok(TlsAcceptor::from(Arc::new(config)))
}

struct ByTls {
    listener: TcpListener,
    acceptor: TlsAcceptor,
}

impl Listener for ByTls {
    type Io = TlsStream<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        loop {
            // Who hangs up or speaks no TLS is not served, and nobody else is kept from it.
            let Ok((stream, address)) = self.listener.accept().await else {
                continue;
            };
            if let Ok(stream) = self.acceptor.accept(stream).await {
                return (stream, address);
            }
        }
    }

    fn local_addr(&self) -> io::Result<Self::Addr> {
        self.listener.local_addr()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_nobody_stands_in_for_is_found_nowhere() {
        let rules = rules(&["pay.example"], 4433);
        assert_eq!(
            rules,
            "--host-resolver-rules=MAP pay.example 127.0.0.1:4433,MAP * ~NOTFOUND,\
             EXCLUDE 127.0.0.1,EXCLUDE localhost"
        );
    }
}
