//! Reading the files.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

use axum::body::Bytes;

/// The built files, in memory.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    files: BTreeMap<String, Asset>,
    embed: Option<Asset>,
}

/// One file, as it is and as it travels.
#[derive(Clone, Debug)]
pub(super) struct Asset {
    pub(super) kind: &'static str,
    pub(super) plain: Bytes,
    pub(super) brotli: Option<Bytes>,
}

/// A file could not be read.
#[derive(Debug, thiserror::Error)]
#[error("{path} could not be read", path = path.display())]
pub struct AssetsError {
    /// Which file or folder.
    pub path: PathBuf,
    /// Why.
    #[source]
    pub source: io::Error,
}

impl Assets {
    /// Reads a folder of built files and the merchants' script. A file's compressed twin is the
    /// one with `.br` after its name.
    ///
    /// # Errors
    /// [`AssetsError`] for the first file that cannot be read.
    pub fn load(folder: &Path, embed: &Path) -> Result<Self, AssetsError> {
        let mut files = BTreeMap::new();
        let failed = |source| AssetsError {
            path: folder.to_owned(),
            source,
        };
        for entry in fs::read_dir(folder).map_err(failed)? {
            let path = entry.map_err(failed)?.path();
            let name = path.file_name().and_then(|name| name.to_str());
            if let Some((name, kind)) = name.and_then(|name| Some((name, kind_of(name)?))) {
                files.insert(name.to_owned(), Asset::read(&path, kind)?);
            }
        }
        Ok(Self {
            files,
            embed: Some(Asset::read(embed, "text/javascript; charset=utf-8")?),
        })
    }

    pub(super) fn file(&self, name: &str) -> Option<&Asset> {
        self.files.get(name)
    }

    pub(super) const fn embed(&self) -> Option<&Asset> {
        self.embed.as_ref()
    }
}

impl Asset {
    fn read(path: &Path, kind: &'static str) -> Result<Self, AssetsError> {
        let failed = |source| AssetsError {
            path: path.to_owned(),
            source,
        };
        let plain = fs::read(path).map_err(failed)?.into();
        let mut twin = path.as_os_str().to_owned();
        twin.push(".br");
        let brotli = match fs::read(&twin) {
            Ok(bytes) => Some(bytes.into()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(source) => {
                return Err(AssetsError {
                    path: twin.into(),
                    source,
                });
            }
        };
        Ok(Self {
            kind,
            plain,
            brotli,
        })
    }
}

/// What is served. The template is not: it is a page only after it was filled in.
fn kind_of(name: &str) -> Option<&'static str> {
    match Path::new(name).extension()?.to_str()? {
        "js" => Some("text/javascript; charset=utf-8"),
        "wasm" => Some("application/wasm"),
        "css" => Some("text/css; charset=utf-8"),
        "svg" => Some("image/svg+xml"),
        "png" => Some("image/png"),
        "ico" => Some("image/x-icon"),
        _ => None,
    }
}
