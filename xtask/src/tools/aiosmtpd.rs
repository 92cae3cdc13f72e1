//! aiosmtpd: a mail server, for invitations to be sent to.

use std::path::PathBuf;

use super::python::PythonTool;
use crate::failure::Failure;
use crate::repo::Repo;

const AIOSMTPD: PythonTool = PythonTool {
    package: "aiosmtpd",
    version: "1.4.6",
    with: &["atpublic==5.1", "attrs==26.1.0"],
    program: "aiosmtpd",
    why: "invitations are mailed to it in the tests",
};

/// Finds or installs aiosmtpd. Answers its program.
pub(crate) fn aiosmtpd(repo: &Repo) -> Result<PathBuf, Failure> {
    AIOSMTPD.ensure(repo)
}
