//! The programs that a browser run needs: found, started, and ended together with all they started.

use std::env;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process_group};

use super::{Engine, window};
use crate::inputs;

/// How long a driver may take before it answers.
const START: Duration = Duration::from_secs(30);

/// A driver that answers on a port, and the screen it draws on. Dropping it ends both.
pub(super) struct Driver {
    // Fields drop in this order: the driver goes before its screen.
    _driver: Group,
    _screen: Option<Group>,
    folder: tempfile::TempDir,
    port: u16,
}

impl Driver {
    pub(super) fn start(engine: Engine) -> Self {
        let screen = (engine == Engine::WebKit).then(Screen::start);
        let folder = tempfile::tempdir().expect("a folder for the driver's output");
        window::allow_narrow(engine, folder.path()).expect("a style for the browser's own window");
        // Another process may take the port between asking for it and using it: then ask for another.
        for _ in 0..3 {
            let port = free_port();
            let output = File::create(folder.path().join("output")).expect("a file for the driver's output");
            let mut command = command(engine, port);
            if let Some(screen) = &screen {
                command.env("DISPLAY", &screen.name);
            }
            // Some browsers leave files behind, Chromium 20 MB a run: there they go with the folder.
            for place in ["TMPDIR", "XDG_CACHE_HOME", "XDG_DATA_HOME"] {
                command.env(place, folder.path());
            }
            // Where GTK looks for the style that lets WebKit's window be narrow.
            command.env("XDG_CONFIG_HOME", folder.path());
            command.stdin(Stdio::null()).stderr(output.try_clone().expect("a second handle")).stdout(output);
            let mut driver = Group::spawn(&mut command);
            if driver.answers(port) {
                return Self { _driver: driver, _screen: screen.map(|screen| screen.group), folder, port };
            }
        }
        let said = std::fs::read_to_string(folder.path().join("output")).unwrap_or_default();
        panic!("the WebDriver of {engine} did not start; it said:\n{said}");
    }

    pub(super) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// A folder of the driver's own, where a Firefox profile may live.
    pub(super) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// All that the driver and its browser have printed. Firefox prints its console here.
    pub(super) fn output(&self) -> String {
        let bytes = std::fs::read(self.folder.path().join("output")).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

fn command(engine: Engine, port: u16) -> Command {
    let mut command = Command::new(match engine {
        Engine::Chromium => program("chromedriver"),
        Engine::Firefox => program("geckodriver"),
        Engine::WebKit => program("WebKitWebDriver"),
    });
    command.arg(format!("--port={port}"));
    if engine == Engine::Firefox {
        // At this level geckodriver passes on what Firefox prints.
        command.args(["--log", "debug", "--websocket-port=0"]);
    }
    command
}

/// Finds a program in the tools folder or on the search path.
pub(super) fn program(name: &str) -> PathBuf {
    let tools = inputs::tools().map(|folder| vec![folder.join("bin"), folder]).unwrap_or_default();
    let path = env::var_os("PATH").unwrap_or_default();
    let mut places = tools.into_iter().chain(env::split_paths(&path)).map(|folder| folder.join(name));
    places.find(|file| file.is_file()).unwrap_or_else(|| {
        panic!("{name} is missing: install what README lists for the tests, then run `cargo xtask test`")
    })
}

/// WebKit's small browser. It is no command of its own, so it is not on the search path.
pub(super) fn mini_browser() -> PathBuf {
    let roots = ["/usr/lib", "/usr/libexec", "/usr/lib64"].map(Path::new);
    let under =
        roots.iter().filter_map(|root| std::fs::read_dir(root).ok()).flatten().flatten().map(|e| e.path());
    let mut all: Vec<PathBuf> = roots
        .iter()
        .map(PathBuf::from)
        .chain(under)
        .flat_map(|root| {
            ["webkit2gtk-4.1", "webkitgtk-6.0"].map(|folder| root.join(folder).join("MiniBrowser"))
        })
        .filter(|file| file.is_file())
        .collect();
    all.sort();
    all.into_iter()
        .next()
        .unwrap_or_else(|| panic!("WebKit's MiniBrowser is missing: install webkit2gtk-driver"))
}

/// A screen in memory. WebKit has no headless mode and hangs without one.
struct Screen {
    group: Group,
    name: String,
}

impl Screen {
    fn start() -> Self {
        let mut command = Command::new(program("Xvfb"));
        // It chooses a free display itself and prints the number once it is ready.
        command.args(["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut group = Group::spawn(&mut command);
        let mut number = String::new();
        if let Some(output) = group.child.stdout.take() {
            let _ = BufReader::new(output).read_line(&mut number);
        }
        assert!(!number.trim().is_empty(), "Xvfb did not start");
        Self { group, name: format!(":{}", number.trim()) }
    }
}

/// A process and all it starts.
struct Group {
    child: Child,
}

impl Group {
    fn spawn(command: &mut Command) -> Self {
        let child = command.process_group(0).spawn();
        Self { child: child.unwrap_or_else(|error| panic!("cannot start {command:?}: {error}")) }
    }

    fn answers(&mut self, port: u16) -> bool {
        let end = Instant::now() + START;
        while Instant::now() < end {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return true;
            }
            if matches!(self.child.try_wait(), Ok(Some(_))) {
                return false;
            }
            sleep(Duration::from_millis(20));
        }
        false
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        if let Some(group) = i32::try_from(self.child.id()).ok().and_then(Pid::from_raw) {
            let _ = kill_process_group(group, Signal::KILL);
        }
        let _ = self.child.wait();
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    listener.local_addr().expect("the port's number").port()
}
