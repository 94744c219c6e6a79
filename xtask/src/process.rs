//! Running other programs: their output goes straight to the terminal, and its tail is kept to tell the cause of a
//! failure.

use std::collections::VecDeque;
use std::ffi::{OsStr, OsString};
use std::io::{IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crate::diagnosis::{self, Tool};
use crate::failure::Failure;

/// How much of a program's output is kept: more than any error message, less than a build log.
const TAIL: usize = 64 * 1024;

/// A command without the noise a failure would bring: no backtraces, no questions.
pub(crate) fn command(program: impl AsRef<OsStr>, dir: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(dir).stdin(Stdio::null()).env("RUST_BACKTRACE", "0");
    // Its output is piped through us, so Cargo would not see the terminal.
    if std::io::stderr().is_terminal() && std::env::var_os("CARGO_TERM_COLOR").is_none() {
        command.env("CARGO_TERM_COLOR", "always");
    }
    command
}

/// Runs to the end. A failure whose cause shows in the output is named so, any other is `otherwise`.
pub(crate) fn run(command: Command, tool: Tool, otherwise: Failure) -> Result<(), Failure> {
    run_to(command, tool, otherwise, std::io::stdout(), std::io::stderr())
}

fn run_to(
    mut command: Command,
    tool: Tool,
    otherwise: Failure,
    stdout: impl Write + Send + 'static,
    stderr: impl Write + Send + 'static,
) -> Result<(), Failure> {
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|error| spawn_failure(&command, &error))?;
    let tail = Arc::new(Mutex::new(VecDeque::new()));
    let out = child.stdout.take().map(|pipe| relay(pipe, stdout, &tail));
    let err = child.stderr.take().map(|pipe| relay(pipe, stderr, &tail));
    let status = child.wait().map_err(|error| spawn_failure(&command, &error))?;
    // A grandchild left running holds the pipes open: what the program itself printed is here long before.
    for ended in [out, err].into_iter().flatten() {
        let _ = ended.recv_timeout(Duration::from_secs(2));
    }
    let tail: Vec<u8> = tail.lock().unwrap_or_else(PoisonError::into_inner).iter().copied().collect();
    let output = String::from_utf8_lossy(&tail);
    if !status.success() {
        return Err(diagnosis::diagnose(tool, &output).unwrap_or(otherwise));
    }
    // npm leaves half-written packages behind on a full disk and still ends in success.
    if tool == Tool::Npm && diagnosis::is_disk_full(&output) {
        return Err(Failure::disk_full());
    }
    Ok(())
}

/// The standard output of a program, or nothing when it is not there or fails.
pub(crate) fn ask(program: impl AsRef<OsStr>, arguments: &[&str], dir: &Path) -> Option<String> {
    let output = command(program, dir).args(arguments).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Every file of this name in the folders of `PATH`.
pub(crate) fn on_path(name: &str) -> impl Iterator<Item = PathBuf> {
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    let path = std::env::var_os("PATH").unwrap_or_default();
    let dirs: Vec<PathBuf> = std::env::split_paths(&path).collect();
    dirs.into_iter().map(move |dir| dir.join(&file)).filter(|candidate| candidate.is_file())
}

/// `PATH` with `first` in front.
pub(crate) fn path_with(first: &[PathBuf]) -> OsString {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let all = first.iter().cloned().chain(std::env::split_paths(&path));
    std::env::join_paths(all).unwrap_or(path)
}

fn relay(
    mut from: impl Read + Send + 'static,
    mut to: impl Write + Send + 'static,
    tail: &Arc<Mutex<VecDeque<u8>>>,
) -> Receiver<()> {
    let tail = Arc::clone(tail);
    let (ended, end) = mpsc::channel();
    thread::spawn(move || {
        let mut buffer = [0; 8192];
        while let Ok(length @ 1..) = from.read(&mut buffer) {
            // A reader who has gone away must not stop the child.
            let _ = to.write_all(&buffer[..length]).and_then(|()| to.flush());
            let mut tail = tail.lock().unwrap_or_else(PoisonError::into_inner);
            tail.extend(&buffer[..length]);
            let surplus = tail.len().saturating_sub(TAIL);
            tail.drain(..surplus);
        }
        let _ = ended.send(());
    });
    end
}

fn spawn_failure(command: &Command, error: &std::io::Error) -> Failure {
    let program = command.get_program().to_string_lossy().into_owned();
    match error.kind() {
        std::io::ErrorKind::NotFound => Failure::new(
            format!("{program} is not installed, or not on PATH"),
            "Install it, then run the same command again.",
        ),
        std::io::ErrorKind::StorageFull => Failure::disk_full(),
        _ => Failure::new(
            format!("{program} could not be started: {error}"),
            "Check that it runs by hand, then run the same command again.",
        ),
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn quietly(command: Command) -> Result<(), Failure> {
        let otherwise = Failure::new("it failed", "Look above.");
        run_to(command, Tool::Npm, otherwise, std::io::sink(), std::io::sink())
    }

    fn shell(script: &str) -> Result<(), Failure> {
        let mut command = command("sh", Path::new("."));
        command.args(["-c", script]);
        quietly(command)
    }

    #[test]
    fn success_is_success_but_for_npm_on_a_full_disk() {
        assert_eq!(shell("echo 'npm warn ECONNRESET, trying again' >&2"), Ok(()));
        assert_eq!(shell("echo 'npm warn tar TAR_ENTRY_ERROR ENOSPC' >&2"), Err(Failure::disk_full()));
    }

    #[test]
    fn a_program_left_running_behind_does_not_hold_us_up() {
        let started = std::time::Instant::now();
        assert_eq!(shell("sleep 60 & exit 0"), Ok(()));
        assert!(started.elapsed() < Duration::from_secs(30));
    }

    #[test]
    fn a_known_cause_is_named_and_an_unknown_one_is_the_steps_own() {
        assert_eq!(shell("echo 'npm error code ENOSPC' >&2; exit 1"), Err(Failure::disk_full()));
        assert_eq!(shell("echo odd >&2; exit 1"), Err(Failure::new("it failed", "Look above.")));
    }

    #[test]
    fn the_cause_is_found_after_a_long_log() {
        let script = "seq 1 50000; echo 'npm error code ENOSPC' >&2; exit 1";
        assert_eq!(shell(script), Err(Failure::disk_full()));
    }

    #[test]
    fn a_missing_program_is_named() {
        let missing = command("no-such-program", Path::new("."));
        let failure = quietly(missing).expect_err("it is not there");
        assert_eq!(failure.cause(), "no-such-program is not installed, or not on PATH");
    }
}
