//! A disk that is soon full.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::program::Place;

/// Mounts the disk, says so, and waits until its input ends.
const HOLD: &str = r#"mount -t tmpfs -o size=8m tmpfs "$0" && echo mounted && cat >/dev/null"#;

/// A disk of eight megabytes in memory. Whoever mounted it has a view of the file system of its
/// own, which the server is started in, so the disk is gone when they are, however a test ends.
pub(super) struct SmallDisk {
    holder: Child,
    folder: PathBuf,
}

impl SmallDisk {
    /// Mounts it as `disk`, for what is started there from now on. Nothing where this machine lets
    /// nobody mount: in a container without user namespaces.
    pub(super) fn mount(place: &mut Place) -> Option<Self> {
        let folder = place.path("disk");
        fs::create_dir(&folder).unwrap();
        let root = (["--mount"].as_slice(), ["--mount"].as_slice());
        let user = (
            ["--mount", "--map-root-user"].as_slice(),
            ["--mount", "--user", "--preserve-credentials"].as_slice(),
        );
        [root, user].into_iter().find_map(|(apart, enter)| {
            let disk = Self::hold(apart, &folder)?;
            place.start_by(disk.entered(enter, &place.path("")));
            Some(disk)
        })
    }

    fn hold(apart: &[&str], folder: &Path) -> Option<Self> {
        let mut command = Command::new("unshare");
        command.args(apart).args(["sh", "-c", HOLD]).arg(folder);
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut holder = command.spawn().ok()?;
        let mut said = String::new();
        let out = holder.stdout.take().unwrap();
        BufReader::new(out).read_line(&mut said).unwrap();
        let disk = Self {
            folder: PathBuf::from(format!("/proc/{}/root{}", holder.id(), folder.display())),
            holder,
        };
        (said == "mounted\n").then_some(disk)
    }

    /// What starts a program where the disk is seen.
    fn entered(&self, enter: &[&str], place: &Path) -> Vec<String> {
        let target = format!("--target={}", self.holder.id());
        let folder = format!("--wdns={}", place.display());
        let mut words = vec!["nsenter".to_owned(), target, folder];
        words.extend(enter.iter().map(|word| (*word).to_owned()));
        words.push("--".to_owned());
        words
    }

    /// A file on it, for whoever does not see it. SQLite is no such: it would find the way back.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Writes until nothing more goes in.
    pub(super) fn fill(&self) {
        let mut file = File::create(self.path("filling")).unwrap();
        for size in [65_536, 1] {
            while file.write_all(&vec![0; size]).is_ok() {}
        }
    }

    /// Deletes what it was filled with.
    pub(super) fn empty(&self) {
        fs::remove_file(self.path("filling")).unwrap();
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        drop(self.holder.kill());
        drop(self.holder.wait());
    }
}
