//! Cases in files: what is written can be read again, and what is wrong with a file is told and changes nothing.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod case_files {
    pub(crate) mod any_case;
    mod broken;
    mod refusals;
    mod round_trip;
    mod versions;
}

use std::path::Path;
use std::sync::LazyLock;

use waymark_content::case::{CaseFile, Keeping, Opened, Refusal, open};
use waymark_content::date::IsoDate;
use waymark_content::guide::Guide;
use waymark_content::load::load;

static GUIDE: LazyLock<Guide> =
    LazyLock::new(|| load(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the content loads"));

fn keeping() -> &'static Keeping {
    &GUIDE.keeping
}

fn read(text: &str) -> Result<Opened, Refusal> {
    open(text, keeping())
}

fn written(file: &CaseFile) -> String {
    file.written(keeping()).unwrap_or_else(|refusal| panic!("{}", refusal.says(&GUIDE.words.case)))
}

fn day(text: &str) -> IsoDate {
    IsoDate::parse(text).unwrap()
}
