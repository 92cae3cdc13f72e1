//! The rules of the house that no compiler knows.
//!
//! Every rule is a file with one function from the [`Tree`] to what is wrong with it, and tests
//! that show that it bites. It must not know the browser, the network or the tools. To add a rule:
//! a file here, and a line in `rules`.

mod arrows;
mod finding;
mod inline_styles;
mod leftovers;
mod length;
mod machine_paths;
mod manifest;
mod manifests;
mod names;
mod post_message;
mod purity;
mod rooms;
mod rules;
mod test_names;
mod tree;

pub(crate) use finding::Finding;
pub(crate) use rules::run;
pub(crate) use tree::{SourceFile, Tree};
