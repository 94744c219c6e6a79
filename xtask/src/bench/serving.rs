//! A built site as a static host would serve it, while it is measured.

use std::path::Path;
use std::thread;

use crate::failure::Failure;
use crate::server;

/// As the journeys do: a link that only works at the root of a host is found there.
const SUB_PATH: &str = "/waymark";

/// Serves a folder with its compressed copies until this program ends. Returns its address.
pub(super) fn serve(folder: &Path) -> Result<String, Failure> {
    let listener = server::listen(0)?;
    let address = server::address(&listener, SUB_PATH)?;
    let folder = folder.to_owned();
    thread::spawn(move || server::serve(listener, &folder, SUB_PATH));
    Ok(address)
}
