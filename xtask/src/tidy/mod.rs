//! The rules of the house that no compiler knows.
//!
//! Every rule is a file with one function from the [`Tree`] to what is wrong with it, and tests
//! that show that it bites. It must not know the browser, the network or the tools. To add a rule:
//! a file here, and a line in `rules`.

mod finding;
mod tree;
mod rules;
mod length;
mod names;
mod rooms;
mod purity;
mod post_message;
mod leftovers;
mod manifests;
mod machine_paths;
mod test_names;
mod inline_styles;
mod links;
mod answers;
mod manifest;
mod arrows;

pub(crate) use finding::Finding;
pub(crate) use rules::run;
pub(crate) use tree::{SourceFile, Tree};
