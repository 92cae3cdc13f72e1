//! Two others' checkouts, in the same run and under the same conditions.
//!
//! Their packages come from npm, by an exact version, and are bundled and compressed as well as we
//! can. What their scripts would ask their servers for is answered on this machine, at once, and as
//! little as they can do with: in their favour. The documents of their card fields are on their
//! servers alone; ours stand in, which are smaller and quicker. Nothing of theirs is in this
//! repository. It must not know what is measured. To add another one: a file that says what its shop
//! serves and what its servers answer.

mod bundle;
mod adyen;
mod braintree;
mod twin;

pub(crate) use adyen::{adyen_servers, adyen_shop};
pub(crate) use braintree::{NAMES as BRAINTREE_NAMES, braintree_servers, braintree_shop};
pub(crate) use bundle::{HOW, versions};
pub(crate) use twin::serve_by_name;
