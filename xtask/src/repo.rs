//! Where things lie in this repository.

use std::env;
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// The repository's root and the folder that tools are kept in.
#[derive(Clone, Debug)]
pub(crate) struct Repo {
    root: PathBuf,
    tools: PathBuf,
}

impl Repo {
    /// The repository that this task was started in. Tools lie in `$KASSA_TOOLS`, or in `.tools`,
    /// which git ignores.
    pub(crate) fn find() -> Result<Self, Failure> {
        let manifest = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = manifest
            .parent()
            .map(Path::to_owned)
            .ok_or_else(|| Failure::missing("the repository", "Run `cargo xtask` inside it."))?;
        let tools = env::var_os("KASSA_TOOLS").map_or_else(|| root.join(".tools"), PathBuf::from);
        let tools = root.join(tools);
        Ok(Self { root, tools })
    }

    /// A file or folder by its path from the root.
    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// The root.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Where tools are installed, once.
    pub(crate) fn tools(&self) -> &Path {
        &self.tools
    }

    /// The built widget.
    pub(crate) fn dist(&self) -> PathBuf {
        self.path("dist")
    }

    /// Where cargo puts what it builds for this machine.
    pub(crate) fn target(&self) -> PathBuf {
        env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| self.path("target"), |dir| self.root.join(dir))
    }

    /// Where cargo puts what it builds for the browser: apart, because its compiler and its flags
    /// may be others.
    pub(crate) fn wasm_target(&self) -> PathBuf {
        self.target().join("wasm")
    }
}
