//! How clients reach a throw-away PostgreSQL.

use std::fs;
use std::net::TcpListener;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::path::Path;

/// How clients reach it.
#[derive(Debug)]
pub(crate) enum Over {
    /// By a socket in its folder.
    Socket,
    /// The same, and what was committed is kept when it is stopped in the middle.
    SocketAndStops,
    /// Over TCP on this machine, with TLS and not without.
    Tls(Tls),
}

/// A certificate of its own, that nobody else trusts.
#[derive(Debug)]
pub(crate) struct Tls {
    pub(crate) port: u16,
    pub(crate) certificate: String,
    key: String,
}

impl Tls {
    pub(crate) fn fresh() -> Self {
        let free = TcpListener::bind("127.0.0.1:0").unwrap();
        let made = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()]).unwrap();
        Self {
            port: free.local_addr().unwrap().port(),
            certificate: made.cert.pem(),
            key: made.signing_key.serialize_pem(),
        }
    }
}

impl Over {
    /// Writes what the server needs into its data folder; the options that it is started with.
    pub(super) fn prepare(&self, data: &Path) -> String {
        match self {
            Self::Socket => "-c listen_addresses=''".to_owned(),
            Self::SocketAndStops => "-c listen_addresses='' -c synchronous_commit=on".to_owned(),
            Self::Tls(tls) => {
                give(data, "server.crt", &tls.certificate);
                give(data, "server.key", &tls.key);
                let only_tls = "local all all trust\nhostssl all all 127.0.0.1/32 trust\n";
                give(data, "pg_hba.conf", only_tls);
                format!(
                    "-c listen_addresses=127.0.0.1 -c port={} -c ssl=on",
                    tls.port
                )
            }
        }
    }
}

/// A file that belongs to whom the folder belongs to, and that nobody else reads.
fn give(folder: &Path, name: &str, text: &str) {
    let file = folder.join(name);
    fs::write(&file, text).unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
    let owner = fs::metadata(folder).unwrap();
    chown(&file, Some(owner.uid()), Some(owner.gid())).unwrap();
}
