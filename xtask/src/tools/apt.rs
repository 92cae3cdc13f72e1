//! Debian's packages: for what has to come from the system.

use std::sync::OnceLock;

use crate::command::{Program, in_path};
use crate::failure::Failure;
use crate::say;

/// Whether this system has Debian's package tools.
pub(crate) fn available() -> bool {
    in_path("apt-get").is_some() && in_path("dpkg-query").is_some()
}

/// Whether a package is installed.
pub(crate) fn installed(package: &str) -> bool {
    Program::new("dpkg-query", "asking for a package")
        .args(["--show", "--showformat=${db:Status-Status}", package])
        .output()
        .is_ok_and(|status| status.trim() == "installed")
}

/// Installs what is missing of these packages; `why` is what they are for.
pub(crate) fn install(packages: &[&str], why: &str) -> Result<(), Failure> {
    let missing: Vec<&str> = packages
        .iter()
        .copied()
        .filter(|name| !installed(name))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    if !available() || !is_root() {
        return Err(refused(&missing, why));
    }
    update()?;
    say::line(&format!(
        "Installing {} from the system's packages: {why}.",
        missing.join(", ")
    ));
    Program::new("apt-get", format!("installing {}", missing.join(", ")))
        .args(["install", "--yes", "--quiet", "--no-install-recommends"])
        .args(missing)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .run()
}

/// The names of packages that begin with this, where Debian's archive has any.
pub(crate) fn search(prefix: &str) -> Result<Vec<String>, Failure> {
    if is_root() {
        update()?;
    }
    let names = Program::new("apt-cache", "looking for packages")
        .args(["pkgnames", prefix])
        .output()?;
    Ok(names.lines().map(str::to_owned).collect())
}

/// Fetches the lists of packages, once in a run.
fn update() -> Result<(), Failure> {
    static DONE: OnceLock<()> = OnceLock::new();
    if DONE.get().is_some() {
        return Ok(());
    }
    say::line("Fetching the lists of the system's packages.");
    Program::new("apt-get", "fetching the lists of packages")
        .args(["update", "--quiet"])
        .run()?;
    DONE.get_or_init(|| ());
    Ok(())
}

/// Whether packages can be installed here at all.
pub(crate) fn may_install() -> bool {
    available() && is_root()
}

fn is_root() -> bool {
    rustix::process::geteuid().is_root()
}

fn refused(packages: &[&str], why: &str) -> Failure {
    let names = packages.join(" ");
    let remedy = if available() {
        format!("As root: apt-get update && apt-get install --no-install-recommends {names}")
    } else {
        format!("Install what this system calls {names}, and see that it is in PATH.")
    };
    Failure::missing(format!("{names} ({why})"), remedy)
}
