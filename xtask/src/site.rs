//! Builds the site in steps, each left out when nothing it depends on has changed: the stylesheets, the search engine,
//! the bundles for the browser, and the pages.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::Args;

use crate::console::say;
use crate::diagnosis::Tool;
use crate::failure::Failure;
use crate::fingerprint::{Inputs, Stamp};
use crate::notices;
use crate::process::{ask, command, run};
use crate::project::Project;
use crate::setup::{NPM, Toolset};
use crate::steps::Steps;

/// What one copy of the site has of its own.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct Copy {
    /// Where the site will be, for the 404 page and the sitemap: every other page works at any address
    #[arg(long, value_name = "URL")]
    site_url: Option<String>,
    /// A folder laid over the content: what one authority adds or says in another way
    #[arg(long, value_name = "FOLDER")]
    overlay: Option<PathBuf>,
}

impl Copy {
    /// Tells the prerenderer.
    fn put_into(&self, prerender: &mut Command) -> Result<(), Failure> {
        if let Some(url) = &self.site_url {
            prerender.args(["--site-url", url]);
        }
        if let Some(overlay) = &self.overlay {
            // It is named from where the command was given, and the prerenderer runs from the root.
            let folder = overlay.canonicalize().map_err(|error| Failure::io("find", overlay, &error))?;
            prerender.arg("--overlay").arg(folder);
        }
        Ok(())
    }
}

/// Brings `dist/` up to date. Until the last moment, and after any failure, it holds the site as it was.
pub(crate) fn build(
    project: &Project,
    tools: &Toolset,
    copy: &Copy,
    steps: &mut Steps,
) -> Result<(), Failure> {
    let _alone = wait_for_other_builds(project)?;
    npm_step(project, steps, "Stylesheets", "styles", "styles")?;
    npm_step(project, steps, "Search engine", "search", "scripts")?;
    bundle(project, tools, steps)?;
    for part in &PARTS {
        part.build(project, tools, steps)?;
    }
    notices(project, steps)?;
    pages(project, copy, steps)
}

/// Every file that the site depends on. For the watcher, too.
pub(crate) fn sources(project: &Project) -> Vec<PathBuf> {
    [
        "content",
        "components",
        "public",
        "app/browser",
        "app/docx",
        "app/prerender",
        "app/compress",
        "app/styles",
        "app/search",
        "app/single",
        "app/index.html",
        "app/Trunk.toml",
        "app/package.json",
        "app/package-lock.json",
        "Cargo.toml",
        "Cargo.lock",
        "rust-toolchain.toml",
    ]
    .map(|path| project.root().join(path))
    .into()
}

/// Runs a script of `app/package.json` that makes `target/site/<output>` from `app/<script>`.
fn npm_step(
    project: &Project,
    steps: &mut Steps,
    name: &'static str,
    script: &str,
    output: &str,
) -> Result<(), Failure> {
    let app = project.app();
    let inputs = Inputs::default()
        .path(app.join(script))
        .path(app.join("package.json"))
        .path(app.join("package-lock.json"));
    let step = Step { name, usual: "a few seconds", inputs, output: project.work().join(output) };
    step.take(project, steps, |output| {
        // What was made from a source that is gone must not stay.
        remove(output)?;
        let mut npm = command(NPM, &app);
        npm.args(["run", "--silent", script]);
        run(npm, Tool::Npm, Failure::new(format!("app/{script} does not build"), "The place is named above."))
    })
}

/// The bundle holds logic only: of `content` it takes the source code and no data.
fn bundle(project: &Project, tools: &Toolset, steps: &mut Steps) -> Result<(), Failure> {
    let root = project.root();
    let parts = [
        "content/Cargo.toml",
        "content/src",
        "components",
        "app/browser",
        "app/index.html",
        "app/Trunk.toml",
        "app/package-lock.json",
        "Cargo.toml",
        "Cargo.lock",
        "rust-toolchain.toml",
    ];
    let inputs = Inputs::default().paths(parts.map(|path| root.join(path)));
    let step = Step {
        name: "Bundle for the browser",
        usual: "about 3 minutes the first time, then half a minute",
        inputs,
        output: project.work().join("bundle"),
    };
    step.take(project, steps, |_| {
        let mut trunk = command(&tools.trunk, &project.app());
        trunk.env(WASM_FLAGS, wasm_flags(root));
        // NO_COLOR is for people; Trunk 0.21 stops at any value but true or false.
        trunk.arg("build").env("PATH", &tools.path).env_remove("NO_COLOR");
        run(
            trunk,
            Tool::Cargo,
            Failure::new("the bundle for the browser does not build", "The place is named above."),
        )
    })
}

const WASM_FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// The places of packages stand in messages of the wasm. Told as they are on this machine, no two machines would build
/// the same bytes, and each would tell its folders.
fn wasm_flags(root: &Path) -> String {
    let cargo = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo = cargo.or_else(|| std::env::home_dir().map(|home| home.join(".cargo"))).unwrap_or_default();
    // The folder of a registry is named after its address.
    let registries = fs::read_dir(cargo.join("registry/src")).into_iter().flatten().flatten();
    let mut places: Vec<(PathBuf, &str)> = registries.map(|entry| (entry.path(), "/packages")).collect();
    places.sort();
    places.push((root.to_owned(), "/waymark"));
    let flags = places.iter().map(|(place, name)| format!("--remap-path-prefix={}={name}", place.display()));
    flags.collect::<Vec<_>>().join(" ")
}

/// A bundle beside the first. Trunk makes one bundle a run, so the three tools that it would run are run for the others.
struct Part {
    name: &'static str,
    usual: &'static str,
    /// What names its wasm.
    file: &'static str,
    /// What cargo is asked for.
    package: &'static [&'static str],
    sources: &'static [&'static str],
    output: &'static str,
}

const PARTS: [Part; 2] = [
    // With it the bundle of all other tools would be larger than a page may load.
    Part {
        name: "Bundle for forms",
        usual: "about a minute the first time, then half a minute",
        file: "waymark-forms",
        package: &["--package", "waymark-browser", "--bin", "waymark-forms"],
        sources: &["components", "app/browser"],
        output: "forms",
    },
    // Fetched when it is asked for.
    Part {
        name: "Files for a word processor",
        usual: "about a minute the first time, then seconds",
        file: "waymark_docx",
        package: &["--package", "waymark-docx"],
        sources: &["app/docx/Cargo.toml", "app/docx/src", "app/docx/parts"],
        output: "docx",
    },
];

impl Part {
    fn build(&self, project: &Project, tools: &Toolset, steps: &mut Steps) -> Result<(), Failure> {
        const TARGET: &str = "wasm32-unknown-unknown";
        let root = project.root();
        let shared = [
            "content/Cargo.toml",
            "content/src",
            "app/package-lock.json",
            "Cargo.toml",
            "Cargo.lock",
            "rust-toolchain.toml",
        ];
        let inputs = Inputs::default()
            .paths(shared.map(|path| root.join(path)))
            .paths(self.sources.iter().map(|path| root.join(path)));
        let output = project.work().join(self.output);
        let step = Step { name: self.name, usual: self.usual, inputs, output };
        step.take(project, steps, |output| {
            remove(output)?;
            let broken = || {
                let what = format!("{} does not build", self.output);
                Failure::new(what, "The place is named above.")
            };
            let mut cargo = command("cargo", root);
            cargo.env(WASM_FLAGS, wasm_flags(root));
            cargo.arg("build").args(self.package).args(["--target", TARGET, "--profile", "bundle"]);
            run(cargo, Tool::Cargo, broken())?;
            let mut bindgen = command(&tools.wasm_bindgen, root);
            bindgen.args(["--target", "web", "--no-typescript", "--out-dir"]).arg(output);
            bindgen
                .arg(root.join("target").join(TARGET).join("bundle").join(self.file).with_extension("wasm"));
            run(bindgen, Tool::Other, broken())?;
            let wasm = output.join(format!("{}_bg.wasm", self.file));
            let mut optimise = command(project.npm_programs().join("wasm-opt"), root);
            optimise.arg("-Oz").arg(&wasm).arg("-o").arg(&wasm);
            run(optimise, Tool::Other, broken())
        })
    }
}

/// What the page of notices is written from.
fn notices(project: &Project, steps: &mut Steps) -> Result<(), Failure> {
    let root = project.root();
    let parts = ["Cargo.lock", "app/package-lock.json", "LICENSE", "xtask/src/notices.rs"];
    let inputs = Inputs::default().paths(parts.map(|path| root.join(path)));
    let output = project.work().join("notices");
    let step = Step { name: "Software notices", usual: "a second", inputs, output };
    step.take(project, steps, |output| notices::write(project, output))
}

fn pages(project: &Project, copy: &Copy, steps: &mut Steps) -> Result<(), Failure> {
    let (root, work, dist) = (project.root(), project.work(), project.dist());
    let inputs = Inputs::default()
        .paths(sources(project))
        .path(work.join("styles"))
        .path(work.join("scripts"))
        .path(work.join("bundle"))
        .paths(PARTS.map(|part| work.join(part.output)))
        .path(work.join("notices"))
        .word(copy.site_url.clone().unwrap_or_default())
        .paths(copy.overlay.clone())
        // The pages name it as their version.
        .word(ask("git", &["log", "-1", "--format=%cs"], root).unwrap_or_default());
    let step = Step {
        name: "Pages",
        usual: "about 3 minutes the first time, then seconds",
        inputs,
        output: dist.clone(),
    };
    step.take(project, steps, |_| {
        // Compiled apart, so that the compiler's progress shows.
        let mut compile = command("cargo", root);
        compile.args(["build", "--package", "waymark-prerender"]);
        run(
            compile,
            Tool::Cargo,
            Failure::new("the prerenderer does not compile", "The place is named above."),
        )?;

        // The prerenderer writes the new site beside the old one and swaps them at the end.
        let mut prerender = prerender(project, "content".as_ref());
        prerender.args(["--out", "dist"]);
        copy.put_into(&mut prerender)?;
        run(
            prerender,
            Tool::Cargo,
            Failure::new("the pages could not be written", "The problems are listed above."),
        )
    })
}

/// The prerenderer with what the steps before have built.
pub(crate) fn prerender(project: &Project, content: &Path) -> Command {
    let mut prerender = command("cargo", project.root());
    prerender
        .args(["run", "--quiet", "--package", "waymark-prerender", "--"])
        .arg("--content")
        .arg(content)
        .args(["--public", "public"])
        .args(["--styles", "target/site/styles", "--scripts", "target/site/scripts"])
        .args(["--bundle", "target/site/bundle", "--forms", "target/site/forms"])
        .args(["--docx", "target/site/docx", "--notices", "target/site/notices/notices.json"]);
    prerender
}

/// Writes the whole guide into one file, and says where it is. The site must be built.
pub(crate) fn single_file(project: &Project, copy: &Copy, steps: &mut Steps) -> Result<PathBuf, Failure> {
    let out = project.single_file();
    steps.take("One file", "half a minute", || {
        let mut npm = command(NPM, &project.app());
        npm.args(["run", "--silent", "single"]);
        let broken = Failure::new("app/single does not build", "The place is named above.");
        run(npm, Tool::Npm, broken)?;
        let mut prerender = prerender(project, "content".as_ref());
        copy.put_into(&mut prerender)?;
        prerender.arg("--single-file").arg(&out);
        let broken = Failure::new("the one file could not be written", "The problem is listed above.");
        run(prerender, Tool::Cargo, broken)
    })?;
    Ok(out)
}

/// A step with one output folder.
struct Step {
    name: &'static str,
    usual: &'static str,
    inputs: Inputs,
    output: PathBuf,
}

impl Step {
    fn take(
        self,
        project: &Project,
        steps: &mut Steps,
        work: impl FnOnce(&PathBuf) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        // Before the work: an edit made meanwhile must not pass for built.
        let inputs = self.inputs.fingerprint()?;
        let file = project.work().join("stamps").join(self.name.to_lowercase().replace(' ', "-"));
        let stamp = Stamp::new(file, std::slice::from_ref(&self.output));
        if stamp.holds(&inputs)? {
            steps.up_to_date(self.name);
            return Ok(());
        }
        steps.take(self.name, self.usual, || {
            stamp.forget()?;
            work(&self.output)?;
            if !self.output.is_dir() {
                return Err(Failure::new(
                    format!("no {} was written", self.output.display()),
                    "Its program ended without an error: look at what it printed above.",
                ));
            }
            stamp.keep(&inputs)
        })
    }
}

/// Two commands that build at once would write over each other. Held until the file is dropped.
fn wait_for_other_builds(project: &Project) -> Result<File, Failure> {
    let work = project.work();
    fs::create_dir_all(&work).map_err(|error| Failure::io("create", &work, &error))?;
    let path = work.join("lock");
    let lock = File::create(&path).map_err(|error| Failure::io("write", &path, &error))?;
    if lock.try_lock().is_err() {
        say("Waiting for another cargo xtask to finish its build ...");
        lock.lock().map_err(|error| Failure::io("lock", &path, &error))?;
    }
    Ok(lock)
}

fn remove(folder: &PathBuf) -> Result<(), Failure> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Failure::io("remove", folder, &error))
        }
        _ => Ok(()),
    }
}
