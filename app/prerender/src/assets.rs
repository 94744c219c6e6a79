//! Stylesheets, scripts and the wasm bundle, named by their final bytes.

use std::fs;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256};

use crate::output::Files;

/// Paths of the assets below the site's root.
#[derive(Clone, Debug)]
pub(crate) struct Assets {
    /// The styles of each sort of page, in one file: a page is shown when it has come.
    pub(crate) reading_css: String,
    pub(crate) tools_css: String,
    pub(crate) register_css: String,
    pub(crate) flow_css: String,
    /// All styles, each once.
    pub(crate) styles: String,
    /// `boot.js` itself: it stands in every page.
    pub(crate) boot: String,
    /// What every page runs when all else is there.
    pub(crate) offline_js: String,
    /// What pages with a picture run besides.
    pub(crate) flow_js: String,
    /// The icon as an address. It has fewer bytes than asking for it would take.
    pub(crate) icon: String,
    /// The tools, and forms to fill in.
    pub(crate) tools: Bundle,
    pub(crate) forms: Bundle,
    /// What makes files for a word processor. A tool fetches it when it is asked for.
    pub(crate) docx_js: String,
    pub(crate) docx_wasm: String,
    /// What this edition asks, for cases that may answer more. A tool fetches it when it opens one.
    pub(crate) edition_js: String,
    /// The same as JSON.
    pub(crate) edition: String,
    pub(crate) search_js: String,
    pub(crate) search_texts: String,
}

/// A wasm bundle.
#[derive(Clone, Debug)]
pub(crate) struct Bundle {
    /// Starts it.
    pub(crate) start: String,
    pub(crate) glue: String,
    pub(crate) wasm: String,
}

/// What is published under another name than it has in the folder.
const SCRIPTS: [&str; 5] = ["boot.js", "offline.js", "flow.js", START, WORKER];
const START: &str = "start.js";
const WORKER: &str = "worker.js";

/// The folders that hold what pages load.
pub(crate) struct Built<'a> {
    pub(crate) styles: &'a Path,
    pub(crate) scripts: &'a Path,
    pub(crate) bundle: &'a Path,
    pub(crate) forms: &'a Path,
    pub(crate) docx: &'a Path,
    pub(crate) public: &'a Path,
}

/// Reads everything that pages load and adds it to `files`.
pub(crate) fn collect(
    built: &Built<'_>,
    edition: String,
    search_texts: Vec<u8>,
    files: &mut Files,
) -> Result<Assets, String> {
    let Built { styles, scripts, bundle, forms, docx, public } = *built;
    let css = |name: &str| style(&styles.join(format!("{name}.css")));
    let [reading, tools, register, flow] = [css("reading")?, css("tools")?, css("register")?, css("flow")?];
    let styles = [reading.as_str(), &tools, &register, &flow].concat();
    let mut on =
        |name: &str, more: &str| add_hashed(files, name, "css", format!("{reading}{more}").into_bytes());
    let (reading_css, tools_css) = (on("reading", ""), on("tools", &tools));
    let (register_css, flow_css) = (on("register", &register), on("flow", &flow));
    let boot = script(&public.join("boot.js"))?;
    let offline_js = add_hashed(files, "offline", "js", script(&public.join("offline.js"))?.into_bytes());
    let icon = format!("data:image/svg+xml;base64,{}", BASE64.encode(read(&public.join("favicon.svg"))?));
    let flow_js = add_hashed(files, "flow", "js", script(&public.join("flow.js"))?.into_bytes());
    let start = script(&public.join(START))?;
    let tools = add_bundle(files, bundle, "waymark", &start)?;
    let forms = add_bundle(files, forms, "waymark-forms", &start)?;
    let docx_wasm = add_hashed(files, "waymark-docx", "wasm", read(&docx.join("waymark_docx_bg.wasm"))?);
    let docx_glue = add_hashed(files, "waymark-docx", "js", read(&docx.join("waymark_docx.js"))?);
    // Whoever imports it gets it ready for use.
    let docx_start = format!(
        "import init, {{ docx }} from \"./{}\";\n\
         await init({{ module_or_path: new URL(\"./{}\", import.meta.url) }});\n\
         export {{ docx }};\n",
        file_name(&docx_glue),
        file_name(&docx_wasm),
    );
    let docx_js = add_hashed(files, "docx", "js", docx_start.into_bytes());
    let edition_js = add_hashed(files, "edition", "js", edition_script(&edition).into_bytes());
    let search_js = add_hashed(files, "search", "js", read(&scripts.join("search.js"))?);
    let search_texts = add_hashed(files, "search", "json", search_texts);
    for (name, bytes) in plain_files(public)? {
        if !SCRIPTS.contains(&name.as_str()) {
            files.add(name, bytes);
        }
    }
    Ok(Assets {
        reading_css,
        tools_css,
        register_css,
        flow_css,
        styles,
        boot,
        offline_js,
        flow_js,
        icon,
        tools,
        forms,
        docx_js,
        docx_wasm,
        edition_js,
        edition,
        search_js,
        search_texts,
    })
}

/// Trunk names the wasm before wasm-opt has changed it, and the script names the wasm: both are named anew here, the
/// wasm first.
fn add_bundle(files: &mut Files, folder: &Path, name: &str, start: &str) -> Result<Bundle, String> {
    let wasm = add_hashed(files, name, "wasm", read(&folder.join(format!("{name}_bg.wasm")))?);
    let glue = add_hashed(files, name, "js", read(&folder.join(format!("{name}.js")))?);
    let names = [("glue", &glue), ("wasm", &wasm)];
    let names = names.map(|(what, path)| format!("const {what} = \"./{}\";\n", file_name(path)));
    let start =
        add_hashed(files, &format!("{name}-start"), "js", format!("{}{start}", names.concat()).into_bytes());
    Ok(Bundle { start, glue, wasm })
}

/// A tool can import a script in every way that the guide is opened, and asks it for bytes.
fn edition_script(json: &str) -> String {
    let text = serde_json::Value::from(json);
    format!("export const edition = () => new TextEncoder().encode({text});\n")
}

/// The service worker, without the list of the build's files.
pub(crate) fn worker(public: &Path) -> Result<String, String> {
    script(&public.join(WORKER))
}

/// A hash by which a policy lets run or shows what stands in a page.
pub(crate) fn policy_hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64.encode(Sha256::digest(text)))
}

/// A stylesheet, to follow another: without the mark of its encoding, which would become a part of its first rule there.
fn style(path: &Path) -> Result<String, String> {
    let text = text(path)?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned())
}

/// A script without the lines that are comments and without what indents the others: who reads the guide need not wait
/// for what is there for who reads the script.
fn script(path: &Path) -> Result<String, String> {
    let text = text(path)?;
    let lines = text.lines().map(str::trim_start).filter(|line| !line.starts_with("//"));
    Ok(lines.map(|line| format!("{line}\n")).collect())
}

fn text(path: &Path) -> Result<String, String> {
    String::from_utf8(read(path)?).map_err(|error| format!("error: {}: {error}", path.display()))
}

fn add_hashed(files: &mut Files, name: &str, ending: &str, bytes: Vec<u8>) -> String {
    let hash = Sha256::digest(&bytes);
    let hash: String = hash.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    let path = format!("assets/{name}.{hash}.{ending}");
    files.add(path.clone(), bytes);
    path
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| {
        format!("error: cannot read {}: {error}. Build it with `cargo xtask build`", path.display())
    })
}

/// Files straight below the folder. There are no folders in it.
fn plain_files(folder: &Path) -> Result<Vec<(String, Vec<u8>)>, String> {
    let entries =
        fs::read_dir(folder).map_err(|error| format!("error: cannot read {}: {error}", folder.display()))?;
    let mut files = Vec::new();
    for path in entries.filter_map(Result::ok).map(|entry| entry.path()).filter(|path| path.is_file()) {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        files.push((name, read(&path)?));
    }
    Ok(files)
}
