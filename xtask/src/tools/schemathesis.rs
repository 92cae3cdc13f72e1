//! Schemathesis: draws requests from an `OpenAPI` document, right ones and wrong ones.

use std::path::PathBuf;

use super::python::PythonTool;
use crate::failure::Failure;
use crate::repo::Repo;

const SCHEMATHESIS: PythonTool = PythonTool {
    package: "schemathesis",
    version: "4.32.5",
    with: &[],
    program: "schemathesis",
    why: "it draws random requests from our OpenAPI document",
};

/// Finds or fetches `schemathesis`.
pub(crate) fn schemathesis(repo: &Repo) -> Result<PathBuf, Failure> {
    SCHEMATHESIS.ensure(repo)
}
