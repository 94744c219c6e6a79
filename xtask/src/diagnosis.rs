//! Tells the cause of another program's failure from what it printed.
//!
//! Only text that these programs print for exactly that cause is listed. What is not listed is left to the step that
//! ran the program, which knows at least what it was for.

use crate::failure::Failure;

/// Whose words they are: the same word may mean different things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tool {
    /// Cargo, and what it runs: the compiler and the linker. Also Trunk, which mostly runs Cargo.
    Cargo,
    /// cargo-deny.
    Deny,
    /// npm itself.
    Npm,
    /// The Debian package manager.
    Apt,
    /// The Rust toolchain manager.
    Rustup,
    /// Python's package manager.
    Pip,
    /// Anything else, tests above all: their words are not ours to interpret.
    Other,
}

/// A cause, and any of the texts that give it away.
struct Sign {
    tools: &'static [Tool],
    texts: &'static [&'static str],
    cause: &'static str,
    next: &'static str,
}

const AGAIN: &str =
    "Check the network and any proxy settings, then run the same command again: what is done is kept.";

/// In order: a full disk often causes the errors further down.
const SIGNS: &[Sign] = &[
    Sign {
        tools: &[Tool::Cargo],
        texts: &["ld terminated with signal 7"],
        cause: "the linker was stopped while writing, as happens when the disk is full",
        next: "Free some space (`cargo clean` removes all that was built here), then run the same command again.",
    },
    Sign {
        tools: &[Tool::Cargo],
        texts: &["signal: 9, SIGKILL", "ld terminated with signal 9"],
        cause: "the compiler was stopped by the system, as happens when memory runs out",
        next: "Close other programs, or compile one crate at a time: set CARGO_BUILD_JOBS=1 and run the same command again.",
    },
    Sign {
        tools: &[Tool::Cargo],
        texts: &[
            "spurious network error",
            "failed to download from",
            "download of config.json failed",
            "failed to get 200 response",
            "failed to get successful HTTP response",
            "Could not resolve host",
            "Unable to update registry",
        ],
        cause: "the registry of Rust packages could not be reached",
        next: AGAIN,
    },
    Sign {
        tools: &[Tool::Cargo],
        texts: &[
            "you're using offline mode (--offline)",
            "attempting to make an HTTP request, but --offline",
        ],
        cause: "a Rust package in Cargo.lock has not been downloaded",
        next: "Run `cargo fetch`, then the same command again.",
    },
    Sign {
        tools: &[Tool::Cargo],
        texts: &["because --locked was passed"],
        cause: "Cargo.lock does not match the Cargo.toml files",
        next: "Run `cargo update --workspace` and keep the changed Cargo.lock.",
    },
    Sign {
        tools: &[Tool::Cargo],
        texts: &["linker `cc` not found", "linker `link.exe` not found"],
        cause: "no C linker is installed, which Rust needs",
        next: "Install one (on Debian and Ubuntu: apt-get install build-essential), then run the same command again.",
    },
    Sign {
        tools: &[Tool::Cargo],
        texts: &["target may not be installed"],
        cause: "the Rust target wasm32-unknown-unknown is not installed",
        next: "Run `rustup target add wasm32-unknown-unknown`, then the same command again.",
    },
    Sign {
        tools: &[Tool::Cargo],
        texts: &["couldn't find application wasm-opt", "of the application wasm-opt"],
        cause: "Trunk did not find the pinned wasm-opt",
        next: "Remove app/node_modules, then run the same command again.",
    },
    Sign {
        tools: &[Tool::Cargo],
        texts: &["couldn't find application wasm-bindgen", "of the application wasm-bindgen"],
        cause: "Trunk did not find the wasm-bindgen that Cargo.lock asks for",
        next: "Remove target/tools, then run the same command again.",
    },
    Sign {
        tools: &[Tool::Deny],
        texts: &["failed to fetch advisory database"],
        cause: "the advisories on Rust packages could not be fetched, so nothing is known of faults in them",
        next: "Run the same command where github.com can be reached.",
    },
    Sign {
        tools: &[Tool::Npm],
        texts: &["audit endpoint returned an error"],
        cause: "the registry of npm packages did not answer about advisories, so nothing is known of faults in them",
        next: "Run the same command where registry.npmjs.org can be reached.",
    },
    Sign {
        tools: &[Tool::Npm],
        texts: &[
            "ECONNREFUSED",
            "ECONNRESET",
            "ENOTFOUND",
            "EAI_AGAIN",
            "ETIMEDOUT",
            "ENETUNREACH",
            "ERR_SOCKET_TIMEOUT",
            "network timeout",
        ],
        cause: "the registry of npm packages could not be reached",
        next: AGAIN,
    },
    Sign {
        tools: &[Tool::Npm],
        texts: &["are in sync", "npm error code EUSAGE"],
        cause: "app/package-lock.json does not match app/package.json",
        next: "Run `npm install` in app/ and keep the changed lock file.",
    },
    Sign {
        tools: &[Tool::Npm],
        texts: &["npm error Missing script"],
        cause: "app/package.json lacks a script that the build runs",
        next: "The script is named above: restore it in app/package.json.",
    },
    Sign {
        tools: &[Tool::Npm],
        texts: &["npm error code EINTEGRITY"],
        cause: "an npm package is not the one that app/package-lock.json names",
        next: "Run `npm cache clean --force`, then the same command again.",
    },
    Sign {
        tools: &[Tool::Rustup],
        texts: &["error sending request", "could not download file", "component download failed"],
        cause: "the Rust download server could not be reached",
        next: AGAIN,
    },
    Sign {
        tools: &[Tool::Pip],
        // It says the same of a package that does not exist; those that are asked for do.
        texts: &["(from versions: none)", "Failed to establish a new connection", "Read timed out"],
        cause: "the registry of Python packages could not be reached",
        next: AGAIN,
    },
    Sign {
        tools: &[Tool::Apt],
        texts: &["Could not get lock", "Unable to acquire the dpkg frontend lock"],
        cause: "another program is installing packages",
        next: "Wait for it to end, then run the same command again.",
    },
    Sign {
        tools: &[Tool::Apt],
        texts: &[
            "Failed to fetch",
            "Temporary failure resolving",
            "Could not connect to",
            "Unable to connect to",
        ],
        cause: "the servers of Debian packages could not be reached",
        next: AGAIN,
    },
    Sign {
        tools: &[Tool::Apt],
        texts: &["Unable to locate package", "has no installation candidate"],
        cause: "a package named above is not in this machine's package lists",
        next: "Check the network and the package sources, run `apt-get update`, then the same command again.",
    },
];

/// The cause that `output` gives away, if it is one we know.
pub(crate) fn diagnose(tool: Tool, output: &str) -> Option<Failure> {
    if tool != Tool::Other && is_disk_full(output) {
        return Some(Failure::disk_full());
    }
    let sign = SIGNS
        .iter()
        .find(|sign| sign.tools.contains(&tool) && sign.texts.iter().any(|text| output.contains(text)))?;
    Some(Failure::new(sign.cause, sign.next))
}

/// Whether a program complained of a full disk: npm does so and still ends in success.
pub(crate) fn is_disk_full(output: &str) -> bool {
    ["No space left on device", "no space left on device", "ENOSPC", "os error 28"]
        .iter()
        .any(|text| output.contains(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the programs really printed, and a word of the cause to be told from it.
    const PRINTED: &[(Tool, &str, Option<&str>)] = &[
        (
            Tool::Deny,
            "[ERROR] failed to fetch advisory database https://github.com/RustSec/advisory-db with cli: failed to clone",
            Some("could not be fetched"),
        ),
        (
            Tool::Npm,
            "npm warn audit 405 Method Not Allowed - POST https://registry.npmjs.org/-/npm/v1/security/advisories/bulk\n\
             npm error audit endpoint returned an error",
            Some("did not answer about advisories"),
        ),
        (
            Tool::Cargo,
            "warning: spurious network error (1 try remaining): [7] Could not connect to server\n\
             error: download of config.json failed",
            Some("Rust packages"),
        ),
        (
            Tool::Cargo,
            "error: no matching package named `wasm-bindgen` found\nAs a reminder, you're using offline mode \
             (--offline) which can sometimes cause surprising resolution failures",
            Some("has not been downloaded"),
        ),
        (
            Tool::Cargo,
            "error: could not write output: No space left on device (os error 28)",
            Some("disk is full"),
        ),
        (
            Tool::Cargo,
            "collect2: fatal error: ld terminated with signal 7 [Bus error]\nerror: could not compile `proc-macro2`",
            Some("disk is full"),
        ),
        (Tool::Cargo, "error: could not compile `leptos` (signal: 9, SIGKILL: kill)", Some("memory")),
        (Tool::Cargo, "error: linker `cc` not found\n  = note: No such file or directory", Some("C linker")),
        (
            Tool::Cargo,
            "error: cannot update the lock file /repo/Cargo.lock because --locked was passed to prevent this",
            Some("Cargo.lock does not match"),
        ),
        (
            Tool::Cargo,
            "couldn't find application wasm-bindgen (version: 0.2.130), unable to download in offline mode",
            Some("wasm-bindgen"),
        ),
        (
            Tool::Cargo,
            "couldn't find the required version (version_132) of the application wasm-opt (found: version_108)",
            Some("wasm-opt"),
        ),
        (Tool::Cargo, "error[E0308]: mismatched types", None),
        (
            Tool::Npm,
            "npm error   code: 'ECONNREFUSED',\nnpm error   syscall: 'connect',",
            Some("npm packages"),
        ),
        (Tool::Npm, "npm error code EAI_AGAIN\nnpm error syscall getaddrinfo", Some("npm packages")),
        (
            Tool::Npm,
            "npm error code EUSAGE\nnpm error `npm ci` can only install packages when your package.json and \
             package-lock.json or npm-shrinkwrap.json are in sync.",
            Some("does not match"),
        ),
        (Tool::Npm, "npm error Missing script: \"styles\"", Some("lacks a script")),
        (
            Tool::Npm,
            "npm warn tar TAR_ENTRY_ERROR ENOSPC: no space left on device, write",
            Some("disk is full"),
        ),
        (Tool::Npm, "Error: Undefined variable.", None),
        (
            Tool::Apt,
            "E: Failed to fetch chromium.deb  Could not connect to 127.0.0.1:9 (127.0.0.1).",
            Some("Debian packages"),
        ),
        (Tool::Apt, "E: Unable to locate package chromium-driver", Some("package lists")),
        (Tool::Apt, "E: Could not get lock /var/lib/dpkg/lock-frontend.", Some("another program")),
        (
            Tool::Rustup,
            "error: component download failed for rust-std-wasm32-unknown-unknown: could not download file: error \
             sending request for url: tcp connect error: Connection refused (os error 111)",
            Some("download server"),
        ),
        (
            Tool::Pip,
            "ERROR: Could not find a version that satisfies the requirement numpy==2.4.6 (from versions: none)\n\
             ERROR: No matching distribution found for numpy==2.4.6",
            Some("Python packages"),
        ),
        (
            Tool::Pip,
            "ERROR: Could not find a version that satisfies the requirement numpy==9 (from versions: 2.4.5, 2.4.6)",
            None,
        ),
        (
            Tool::Pip,
            "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
            Some("disk is full"),
        ),
        // A test may print anything.
        (Tool::Other, "assertion failed: expected ENOSPC, ECONNREFUSED", None),
    ];

    #[test]
    fn the_cause_is_told_from_what_was_printed() {
        for (tool, output, expected) in PRINTED {
            let told = diagnose(*tool, output);
            match expected {
                Some(word) => {
                    let failure = told.unwrap_or_else(|| panic!("nothing told from: {output}"));
                    assert!(failure.cause().contains(word), "{failure} was told from: {output}");
                }
                None => assert_eq!(told, None, "told from: {output}"),
            }
        }
    }

    #[test]
    fn every_diagnosis_is_one_line() {
        for sign in SIGNS {
            let line = Failure::new(sign.cause, sign.next).to_string();
            assert!(!line.contains('\n') && line.ends_with('.'), "{line}");
            assert!(!sign.cause.ends_with('.'), "{line}");
        }
    }
}
