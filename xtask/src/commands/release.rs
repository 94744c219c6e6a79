//! `cargo xtask release`: what is handed on, with a hash of each.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use clap::Args;
use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::console::say;
use crate::failure::Failure;
use crate::fingerprint::{files, hex};
use crate::project::Project;
use crate::steps::Steps;
use crate::{setup, site};

/// Writes the site as a zip and as one file, with their hashes.
#[derive(Args)]
pub(crate) struct Release {
    #[command(flatten)]
    copy: site::Copy,
}

const SITE: &str = "waymark-site.zip";
const HASHES: &str = "SHA256SUMS";

impl Release {
    pub(crate) fn run(&self, project: &Project) -> Result<(), Failure> {
        let mut steps = Steps::default();
        let tools = setup::for_build(project, &mut steps)?;
        site::build(project, &tools, &self.copy, &mut steps)?;
        let single = site::single_file(project, &self.copy, &mut steps)?;
        let folder = project.root().join("target/release-files");
        fs::create_dir_all(&folder).map_err(|error| Failure::io("create", &folder, &error))?;
        let zipped = folder.join(SITE);
        zip_folder(&project.dist(), &zipped)?;
        let copied = folder.join(single.file_name().unwrap_or_default());
        fs::copy(&single, &copied).map_err(|error| Failure::io("write", &copied, &error))?;
        let mut hashes = String::new();
        for file in [&copied, &zipped] {
            let bytes = fs::read(file).map_err(|error| Failure::io("read", file, &error))?;
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            hashes.push_str(&format!("{}  {name}\n", hex(Sha256::new_with_prefix(&bytes))));
        }
        let sums = folder.join(HASHES);
        fs::write(&sums, &hashes).map_err(|error| Failure::io("write", &sums, &error))?;
        say(&format!("{hashes}In {}: compare with `sha256sum --check {HASHES}`.", folder.display()));
        Ok(())
    }
}

/// Every file without a date of its own, in a fixed order: the same site gives the same bytes.
fn zip_folder(folder: &Path, to: &Path) -> Result<(), Failure> {
    let written = |error: io::Error| Failure::io("write", to, &error);
    let mut zip = ZipWriter::new(File::create(to).map_err(written)?);
    for file in files(folder)? {
        let name = file.strip_prefix(folder).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        let packed = [".br", ".gz", ".png"].iter().any(|ending| name.ends_with(ending));
        let method = if packed { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        zip.start_file(name, options).map_err(|error| written(error.into()))?;
        let bytes = fs::read(&file).map_err(|error| Failure::io("read", &file, &error))?;
        zip.write_all(&bytes).map_err(written)?;
    }
    zip.finish().map_err(|error| written(error.into()))?;
    Ok(())
}
