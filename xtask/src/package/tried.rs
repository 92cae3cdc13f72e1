//! Trying the package on this machine, and leaving nothing behind.

use std::path::Path;

use super::installed::Installed;
use super::make::to_be_tried;
use crate::command::{Program, in_path};
use crate::failure::Failure;
use crate::repo::Repo;
use crate::{say, tools};

/// What has to be there once it is installed.
const FILES: [&str; 5] = [
    "/usr/bin/kassa-server",
    "/etc/kassa/kassa.toml",
    "/usr/lib/systemd/system/kassa-server.service",
    "/usr/share/doc/kassa-server/running.md",
    "/var/lib/kassa",
];

/// What must not be there once it is purged.
const TRACES: [&str; 5] = [
    "/usr/bin/kassa-server",
    "/etc/kassa",
    "/usr/lib/systemd/system/kassa-server.service",
    "/usr/share/doc/kassa-server",
    "/var/lib/kassa",
];

/// Makes the package; where Debian's root runs the tests, installs, starts and purges it.
pub(crate) fn tried(repo: &Repo) -> Result<(), Failure> {
    let package = to_be_tried(repo)?;
    look_into(&package)?;
    if !tools::may_install() {
        say::line("Not installed: that takes Debian, and root.");
        return Ok(());
    }
    if let Some(trace) = TRACES.iter().find(|path| Path::new(path).exists()) {
        say::line(&format!(
            "Not installed: {trace} is there, so this machine has a Kassa."
        ));
        return Ok(());
    }
    let installed = Installed::from(&package)?;
    let served = look_at(&installed);
    Installed::purge()?;
    served?;
    TRACES.iter().try_for_each(|path| is_gone(path))?;
    user_is_gone()
}

/// Only Debian and its kin can; elsewhere it is enough that the package can be made.
fn look_into(package: &Path) -> Result<(), Failure> {
    if in_path("dpkg-deb").is_none() {
        say::line("Not looked into: there is no dpkg-deb.");
        return Ok(());
    }
    Program::new("dpkg-deb", "looking into the package")
        .args(["--info"])
        .args([package])
        .run()
}

fn look_at(installed: &Installed) -> Result<(), Failure> {
    FILES.iter().try_for_each(|path| is_there(path))?;
    verify_unit()?;
    Installed::check()?;
    installed.serve()
}

fn is_there(path: &str) -> Result<(), Failure> {
    if Path::new(path).exists() {
        Ok(())
    } else {
        Err(Failure::answer(path, "the package installs it"))
    }
}

fn is_gone(path: &str) -> Result<(), Failure> {
    if Path::new(path).exists() {
        Err(Failure::answer(path, "the purge deletes it"))
    } else {
        Ok(())
    }
}

fn user_is_gone() -> Result<(), Failure> {
    let known = Program::new("getent", "asking for the user kassa")
        .args(["passwd", "kassa"])
        .output();
    match known {
        Err(Failure::Exit { .. }) => Ok(()),
        Err(other) => Err(other),
        Ok(_) => Err(Failure::answer("/etc/passwd", "the purge deletes kassa")),
    }
}

/// There is no systemd running where tests run; it can still be asked whether it would take it.
fn verify_unit() -> Result<(), Failure> {
    if in_path("systemd-analyze").is_none() {
        say::line("The unit is not verified: there is no systemd-analyze.");
        return Ok(());
    }
    Program::new("systemd-analyze", "verifying the unit")
        .args(["verify", "--man=no", FILES[2]])
        .run()
}
