//! Where things are in the repository.

use std::path::{Path, PathBuf};

/// The repository's folders.
#[derive(Debug, Clone)]
pub(crate) struct Project {
    root: PathBuf,
}

impl Project {
    /// The repository whose `cargo xtask` runs. Asked of Cargo, and not only of the compiler: two checkouts that share
    /// a target folder share this program.
    pub(crate) fn locate() -> Self {
        let compiled_in = || env!("CARGO_MANIFEST_DIR").into();
        let crate_dir = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(compiled_in, PathBuf::from);
        Self { root: crate_dir.parent().map_or_else(|| crate_dir.clone(), Path::to_path_buf) }
    }

    /// The repository's root.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The npm project and the wasm entry.
    pub(crate) fn app(&self) -> PathBuf {
        self.root.join("app")
    }

    /// What `cargo xtask build` leaves behind.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// What `cargo xtask single-file` leaves behind.
    pub(crate) fn single_file(&self) -> PathBuf {
        self.root.join("target/waymark.html")
    }

    /// Intermediate results: stylesheets, bundle, stamps.
    pub(crate) fn work(&self) -> PathBuf {
        self.root.join("target/site")
    }

    /// Tools installed for this repository alone.
    pub(crate) fn tools(&self) -> PathBuf {
        self.root.join("target/tools")
    }

    /// Programs that the npm packages bring.
    pub(crate) fn npm_programs(&self) -> PathBuf {
        self.app().join("node_modules/.bin")
    }
}
