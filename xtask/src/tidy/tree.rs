//! What there is to judge: every text that git has or would take.

use std::fs;

use crate::command::Program;
use crate::failure::Failure;
use crate::repo::Repo;

/// One text of the repository.
#[derive(Clone, Debug)]
pub(crate) struct SourceFile {
    /// From the root, with `/`.
    pub(crate) path: String,
    /// What is in it.
    pub(crate) text: String,
}

/// Every text of the repository.
#[derive(Clone, Debug)]
pub(crate) struct Tree {
    /// In git's order.
    pub(crate) files: Vec<SourceFile>,
}

impl Tree {
    /// Reads it. Pictures and other bytes that are no text are left out.
    pub(crate) fn read(repo: &Repo) -> Result<Self, Failure> {
        let listed = Program::new("git", "listing the repository's files")
            .args(["ls-files", "--cached", "--others", "--exclude-standard"])
            .dir(repo.root())
            .output()?;
        let files = listed.lines().filter_map(|path| {
            let text = fs::read_to_string(repo.path(path)).ok()?;
            Some(SourceFile {
                path: path.to_owned(),
                text,
            })
        });
        Ok(Self {
            files: files.collect(),
        })
    }

    /// The files with this ending that the rules are about. The rules themselves are not: they
    /// have to spell out what they forbid.
    pub(crate) fn ending<'tree>(
        &'tree self,
        endings: &'tree [&str],
    ) -> impl Iterator<Item = &'tree SourceFile> {
        let about = |file: &&SourceFile| !file.path.starts_with("xtask/src/tidy/");
        self.files.iter().filter(about).filter(|file| {
            let extension = file
                .path
                .rsplit_once('.')
                .map_or("", |(_, extension)| extension);
            endings.contains(&extension)
        })
    }

    #[cfg(test)]
    pub(crate) fn of(files: &[(&str, &str)]) -> Self {
        let file = |(path, text): &(&str, &str)| SourceFile {
            path: (*path).to_owned(),
            text: (*text).to_owned(),
        };
        Self {
            files: files.iter().map(file).collect(),
        }
    }
}

impl SourceFile {
    /// The lines that are code, with their index from 0. Comments may speak of anything.
    pub(crate) fn code_lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let is_comment = |line: &str| {
            let line = line.trim_start();
            ["//", "* ", "/*", "*/"]
                .iter()
                .any(|mark| line.starts_with(mark))
        };
        self.text
            .lines()
            .enumerate()
            .filter(move |(_, line)| !is_comment(line))
    }
}
