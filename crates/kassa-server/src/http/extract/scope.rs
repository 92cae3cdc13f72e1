//! What an endpoint asks of a key.

use std::fmt;

use crate::domain::Scope;

/// An endpoint names what it asks of a key by type, so that none can forget it.
pub(in crate::http) trait Asks: fmt::Debug + Send + 'static {
    /// What the key has to allow.
    const SCOPE: Scope;
}

macro_rules! asks {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub(in crate::http) struct $name;

        impl Asks for $name {
            const SCOPE: Scope = Scope::$name;
        }
    )*};
}

asks!(
    /// Asks for [`Scope::Read`].
    Read
    /// Asks for [`Scope::Sessions`].
    Sessions
    /// Asks for [`Scope::Payments`].
    Payments
    /// Asks for [`Scope::Admin`].
    Admin
);
