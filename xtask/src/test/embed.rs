//! The merchant's half as merchants get it from npm: packed, installed from the tarball, compiled
//! against, and bundled with React and Vue.
//!
//! What npm fetches stays in the tools folder. The versions are in `embed/examples/package.json`.

use std::fs;
use std::path::{Path, PathBuf};

use crate::build::files_under;
use crate::command::Program;
use crate::failure::Failure;
use crate::repo::Repo;
use crate::tools;

/// The examples that become scripts, and what the bundler has to know of each.
const EXAMPLES: [(&str, &[&str]); 2] = [
    // React mounts everything twice only where it is built for development.
    (
        "react.tsx",
        &["--define:process.env.NODE_ENV=\"development\""],
    ),
    (
        "vue.ts",
        &[
            "--alias:vue=vue/dist/vue.esm-bundler.js",
            "--define:process.env.NODE_ENV=\"production\"",
            "--define:__VUE_OPTIONS_API__=true",
            "--define:__VUE_PROD_DEVTOOLS__=false",
            "--define:__VUE_PROD_HYDRATION_MISMATCH_DETAILS__=false",
        ],
    ),
];

/// Packs, installs, compiles and bundles.
pub(crate) fn run(repo: &Repo) -> Result<(), Failure> {
    let examples = installed(repo)?;
    compile(&examples, &["--project", "."])?;
    let source = repo.path("embed/agreement.ts");
    let entry = repo.path("embed/kassa.js");
    let as_written = ["--allowJs", "--checkJs", "--strict", "--noEmit"];
    let for_browsers = ["--target", "es2024", "--module", "esnext"];
    let (source, entry) = (source.to_string_lossy(), entry.to_string_lossy());
    let files: [&str; 3] = ["--ignoreConfig", &source, &entry];
    let arguments = [&as_written[..], &for_browsers, &files];
    compile(&examples, &arguments.concat())?;
    bundle(repo, &examples).map(drop)
}

/// The folder of scripts that the journeys' pages load.
pub(super) fn scripts(repo: &Repo) -> Result<PathBuf, Failure> {
    bundle(repo, &installed(repo)?)
}

/// The examples in a folder of their own, with the package from its tarball and everything else from
/// npm.
fn installed(repo: &Repo) -> Result<PathBuf, Failure> {
    tools::node()?;
    let place = repo.target().join("embed");
    let (package, examples) = (place.join("package"), place.join("examples"));
    copy_all(&repo.path("embed"), &package)?;
    for licence in ["LICENSE-MIT", "LICENSE-APACHE"] {
        copy(&repo.path(licence), &package.join(licence))?;
    }
    let tarball = pack(repo, &package)?;
    copy_all(&repo.path("embed/examples"), &examples)?;
    // A package of the same version is not looked at again.
    remove(&examples.join("node_modules/@kassa"))?;
    npm(repo, "installing the package")
        .args(["install", "--no-audit", "--no-fund", "--ignore-scripts"])
        .args(["--no-save", "--prefer-offline", "--no-package-lock"])
        .args([Path::new("..").join("package").join(tarball)])
        .dir(&examples)
        .run()?;
    Ok(examples)
}

fn pack(repo: &Repo, package: &Path) -> Result<String, Failure> {
    let said = npm(repo, "packing the package").args(["pack", "--silent"]);
    let said = said.dir(package).output()?;
    let tarball = said.lines().last().unwrap_or_default().trim();
    if tarball.starts_with("kassa-embed-") {
        return Ok(tarball.to_owned());
    }
    let expected = "it names the tarball that it wrote";
    Err(Failure::answer("npm pack", expected))
}

fn npm(repo: &Repo, what: &str) -> Program {
    Program::new("npm", what)
        .remedy("Install Node.js and npm.")
        .args(["--loglevel", "error", "--cache"])
        .args([repo.tools().join("npm/cache")])
}

fn compile(examples: &Path, arguments: &[&str]) -> Result<(), Failure> {
    let tsc = examples.join("node_modules/.bin/tsc");
    let program = Program::new(tsc, "compiling the examples for TypeScript");
    program.args(arguments).dir(examples).run()
}

fn bundle(repo: &Repo, examples: &Path) -> Result<PathBuf, Failure> {
    let folder = repo.target().join("embed/scripts");
    for (example, more) in EXAMPLES {
        let what = format!("bundling {example}");
        Program::new(tools::esbuild(repo)?.join("esbuild"), what)
            .args([example, "--bundle", "--format=esm", "--jsx=automatic"])
            .args(["--log-level=warning"])
            .args(more)
            .args([format!("--outdir={}", folder.display())])
            .dir(examples)
            .run()?;
    }
    Ok(folder)
}

/// The files of a folder itself, instead of those that were copied before.
fn copy_all(from: &Path, to: &Path) -> Result<(), Failure> {
    for file in files_under(from)? {
        if file.parent() == Some(from) {
            copy(&file, &to.join(file.file_name().unwrap_or_default()))?;
        }
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    let told = |source| Failure::io(format!("copy {}", from.display()), source);
    to.parent()
        .map_or(Ok(()), fs::create_dir_all)
        .map_err(told)?;
    fs::copy(from, to).map(drop).map_err(told)
}

fn remove(folder: &Path) -> Result<(), Failure> {
    if !folder.exists() {
        return Ok(());
    }
    fs::remove_dir_all(folder)
        .map_err(|source| Failure::io(format!("remove {}", folder.display()), source))
}
