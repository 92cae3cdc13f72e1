//! Reading the files: those of a folder, or those inside the program.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

use axum::body::Bytes;
use rust_embed::RustEmbed;

use super::scripts::{CURRENT, Scripts};

/// The widget as it was when this program was built; in a debug build, as it is now. Empty where
/// the widget was not built before.
#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../dist"]
#[allow_missing = true]
struct Inside;

/// The built files, in memory.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    files: BTreeMap<String, Asset>,
    scripts: Scripts,
    page: String,
}

/// One file, as it is and as it travels.
#[derive(Clone, Debug)]
pub(super) struct Asset {
    pub(super) kind: &'static str,
    pub(super) plain: Bytes,
    pub(super) brotli: Option<Bytes>,
}

/// Why there are no built files.
#[derive(Debug, thiserror::Error)]
pub enum AssetsError {
    /// A file could not be read.
    #[error("{path} could not be read", path = path.display())]
    Unreadable {
        /// Which file or folder.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// The program was built without them.
    #[error(
        "there is no widget inside this program: build it with `cargo xtask build` before the \
         server, or name its folder with --assets"
    )]
    NotInside,
}

/// The page with its gaps.
const PAGE: &str = "index.html";
const SCRIPT: &str = "text/javascript; charset=utf-8";

impl Assets {
    /// Reads a folder of built files and the merchants' script, which lies in it where it is not
    /// said. A file's compressed twin is the one with `.br` after its name.
    ///
    /// # Errors
    /// [`AssetsError`] for the first file that cannot be read.
    pub fn load(folder: &Path, embed: Option<&Path>) -> Result<Self, AssetsError> {
        let failed = |source| unreadable(folder, source);
        let mut names = Vec::new();
        for entry in fs::read_dir(folder).map_err(failed)? {
            names.push(entry.map_err(failed)?.file_name());
        }
        let names = names.iter().filter_map(|name| name.to_str());
        let mut assets = Self::gather(names.map(Cow::Borrowed), &|name| read(&folder.join(name)))?;
        if let Some(path) = embed {
            let script = Asset::read(SCRIPT, "", &|twin| {
                let mut name = path.as_os_str().to_owned();
                name.push(twin);
                read(Path::new(&name))
            })?;
            let missing = || unreadable(path, io::ErrorKind::NotFound.into());
            assets.scripts.set_current(script.ok_or_else(missing)?);
        }
        let page = folder.join(PAGE);
        if assets.page.is_empty() {
            return Err(unreadable(&page, io::ErrorKind::NotFound.into()));
        }
        if assets.scripts.current().is_none() {
            let script = folder.join(CURRENT);
            return Err(unreadable(&script, io::ErrorKind::NotFound.into()));
        }
        Ok(assets)
    }

    /// The files inside this program.
    ///
    /// # Errors
    /// [`AssetsError::NotInside`] where it was built without them.
    pub fn inside() -> Result<Self, AssetsError> {
        let assets = Self::gather(Inside::iter(), &|name| {
            Ok(Inside::get(name).map(|file| match file.data {
                Cow::Borrowed(bytes) => Bytes::from_static(bytes),
                Cow::Owned(bytes) => bytes.into(),
            }))
        })?;
        if assets.page.is_empty() || assets.scripts.current().is_none() {
            return Err(AssetsError::NotInside);
        }
        Ok(assets)
    }

    /// The built page, for whoever fills its gaps.
    #[must_use]
    pub fn page(&self) -> &str {
        &self.page
    }

    /// What a merchant's page has to say so that it runs the script of this server and no other;
    /// nothing where there is none.
    #[must_use]
    pub fn script_tag(&self, public_url: &str) -> Option<String> {
        self.scripts.tag(public_url)
    }

    fn gather<'a>(
        names: impl Iterator<Item = Cow<'a, str>>,
        read: Read<'_>,
    ) -> Result<Self, AssetsError> {
        let mut assets = Self::default();
        for name in names {
            if name == PAGE {
                let page = read(&name)?.unwrap_or_default();
                assets.page = String::from_utf8_lossy(&page).into_owned();
            } else if let Some(kind) = kind_of(&name)
                && let Some(asset) = Asset::read(kind, &name, read)?
            {
                if name == CURRENT {
                    assets.scripts.set_current(asset.clone());
                } else if Scripts::hold(&name) {
                    assets.scripts.keep(asset.clone());
                }
                assets.files.insert(name.into_owned(), asset);
            }
        }
        Ok(assets)
    }

    pub(super) fn file(&self, name: &str) -> Option<&Asset> {
        self.files.get(name)
    }

    pub(super) const fn scripts(&self) -> &Scripts {
        &self.scripts
    }
}

/// Reads a file by its name; nothing where there is none.
type Read<'a> = &'a dyn Fn(&str) -> Result<Option<Bytes>, AssetsError>;

impl Asset {
    fn read(kind: &'static str, name: &str, read: Read<'_>) -> Result<Option<Self>, AssetsError> {
        let Some(plain) = read(name)? else {
            return Ok(None);
        };
        let brotli = read(&format!("{name}.br"))?;
        Ok(Some(Self {
            kind,
            plain,
            brotli,
        }))
    }
}

fn read(path: &Path) -> Result<Option<Bytes>, AssetsError> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes.into())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(unreadable(path, source)),
    }
}

fn unreadable(path: &Path, source: io::Error) -> AssetsError {
    AssetsError::Unreadable {
        path: path.to_owned(),
        source,
    }
}

/// What is served. The template is not: it is a page only after it was filled in.
fn kind_of(name: &str) -> Option<&'static str> {
    match Path::new(name).extension()?.to_str()? {
        "js" => Some(SCRIPT),
        "wasm" => Some("application/wasm"),
        "css" => Some("text/css; charset=utf-8"),
        "svg" => Some("image/svg+xml"),
        "png" => Some("image/png"),
        "ico" => Some("image/x-icon"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_without_the_page_or_the_script_is_no_built_widget() {
        let folder = tempfile::tempdir().unwrap();
        let missing = |name: &str| match Assets::load(folder.path(), None) {
            Err(AssetsError::Unreadable { path, .. }) => path == folder.path().join(name),
            Err(AssetsError::NotInside) | Ok(_) => false,
        };
        assert!(missing("index.html"));
        fs::write(folder.path().join("index.html"), "a page").unwrap();
        assert!(missing("kassa.js"));
        fs::write(folder.path().join("kassa.js"), "a script").unwrap();
        fs::write(folder.path().join("kassa.js.br"), "a small script").unwrap();
        let assets = Assets::load(folder.path(), None).unwrap();
        assert_eq!(assets.page(), "a page");
        let script = assets.scripts().current().unwrap();
        assert_eq!(script.brotli.as_ref().unwrap(), "a small script");
        assert!(assets.script_tag("https://pay.example").is_some());
    }
}
