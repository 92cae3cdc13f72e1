//! Everything at once, so that a missing tool is told of before anything is built.

use crate::failure::Failure;
use crate::repo::Repo;

/// Finds or installs every tool that the tests need.
pub(crate) fn ensure_all(repo: &Repo) -> Result<(), Failure> {
    super::wasm_rust()?;
    super::browser()?;
    super::postgresql()?;
    super::localstripe(repo)?;
    super::aiosmtpd(repo)?;
    super::schemathesis(repo)?;
    super::wasm_opt(repo)?;
    super::esbuild(repo)?;
    super::axe(repo)?;
    super::wasm_bindgen(repo)?;
    super::trunk(repo)?;
    super::firefox(repo)?;
    super::cargo_deny(repo)?;
    super::cargo_deb(repo)?;
    Ok(())
}
