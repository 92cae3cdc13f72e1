//! localstripe: a stand-in for Stripe's API that others wrote. Our processor for Stripe keeps its
//! promises against it.

use std::path::PathBuf;

use super::python::PythonTool;
use crate::failure::Failure;
use crate::repo::Repo;

const LOCALSTRIPE: PythonTool = PythonTool {
    package: "localstripe",
    version: "1.15.10",
    with: &[
        "aiohappyeyeballs==2.7.1",
        "aiohttp==3.14.5",
        "aiosignal==1.4.0",
        "attrs==26.1.0",
        "frozenlist==1.8.0",
        "idna==3.20",
        "multidict==7.2.1",
        "propcache==0.5.4",
        "python-dateutil==4.0.0",
        "typing_extensions==4.16.0",
        "tzdata==2026.6",
        "yarl==1.25.1",
    ],
    program: "localstripe",
    why: "the processor for Stripe is tested against it",
};

/// Finds or installs localstripe. Answers its program.
pub(crate) fn localstripe(repo: &Repo) -> Result<PathBuf, Failure> {
    LOCALSTRIPE.ensure(repo)
}
