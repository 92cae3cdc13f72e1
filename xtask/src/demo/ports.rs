//! Ports that nobody listens on.

use std::net::TcpListener;

use crate::failure::Failure;

/// Any free port.
pub(crate) fn free_port() -> Result<u16, Failure> {
    let told = |source| Failure::io("find a free port", source);
    let listener = TcpListener::bind(("127.0.0.1", 0)).map_err(told)?;
    Ok(listener.local_addr().map_err(told)?.port())
}

/// This port where it is free, else any.
pub(crate) fn preferred_port(wanted: u16) -> Result<u16, Failure> {
    match TcpListener::bind(("127.0.0.1", wanted)) {
        Ok(_) => Ok(wanted),
        Err(_) => free_port(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_that_is_taken_is_not_offered() {
        let taken = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        assert_ne!(preferred_port(port).unwrap(), port);
    }
}
