//! A file server for altered copies of the site: damaged on purpose, or with a script added that listens for
//! errors.
//!
//! The site as built is served by `cargo xtask test`. This one knows as much of HTTP as a browser asks of a
//! static host: one request a connection, a type by the name's ending.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

/// The sub-path that copies are served under, as the real site is.
const PREFIX: &str = "/waymark/";

/// Runs before a page's own scripts and reports whatever goes wrong to the server that it came from.
const WATCH: &str = include_str!("watch.js");

type Complaints = Arc<Mutex<Vec<String>>>;

/// Serves a folder until it is dropped.
pub struct Server {
    port: u16,
    stop: Arc<AtomicBool>,
    accepting: Option<JoinHandle<()>>,
    complaints: Complaints,
}

impl Server {
    /// Serves `root` on a free port of this machine.
    pub fn start(root: &Path) -> std::io::Result<Self> {
        Self::serve(root, false)
    }

    /// The same, with a script put first into every page that reports errors back: see [`Self::complaints`].
    pub fn watching(root: &Path) -> std::io::Result<Self> {
        Self::serve(root, true)
    }

    fn serve(root: &Path, watch: bool) -> std::io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let port = listener.local_addr()?.port();
        let stop = Arc::new(AtomicBool::new(false));
        let complaints = Complaints::default();
        let accepting = {
            let (root, stop, complaints) = (root.to_path_buf(), Arc::clone(&stop), Arc::clone(&complaints));
            thread::spawn(move || {
                for connection in listener.incoming() {
                    if stop.load(Ordering::Relaxed) {
                        break;
                    }
                    let (root, complaints) = (root.clone(), Arc::clone(&complaints));
                    // A browser that hangs up early is no failure of the site.
                    thread::spawn(move || {
                        connection.and_then(|stream| answer(stream, &root, watch, &complaints)).ok()
                    });
                }
            })
        };
        Ok(Self { port, stop, accepting: Some(accepting), complaints })
    }

    /// The base URL, ending in `/`.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}{PREFIX}", self.port)
    }

    /// What watched pages have complained of so far.
    pub fn complaints(&self) -> Vec<String> {
        self.complaints.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        // `incoming` waits for a connection: make one, so that it sees the flag.
        let _ = TcpStream::connect(("127.0.0.1", self.port));
        if let Some(accepting) = self.accepting.take() {
            let _ = accepting.join();
        }
    }
}

fn answer(stream: TcpStream, root: &Path, watch: bool, complaints: &Complaints) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream);
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let mut length = 0;
    loop {
        let mut header = String::new();
        if reader.read_line(&mut header)? <= 2 {
            break;
        }
        if let Some((name, value)) = header.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().unwrap_or(0);
        }
    }
    let mut words = first.split_whitespace();
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or("/"));
    if method == "POST" {
        let mut body = Vec::new();
        reader.by_ref().take(length).read_to_end(&mut body)?;
        let text = String::from_utf8_lossy(&body).into_owned();
        complaints.lock().unwrap_or_else(PoisonError::into_inner).push(text);
    }
    let (status, kind, body) = file(root, target, watch);
    let mut stream = reader.into_inner();
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-store\r\n\
         Connection: close\r\n\r\n",
        body.len()
    )?;
    if method != "HEAD" {
        stream.write_all(&body)?;
    }
    stream.flush()
}

fn file(root: &Path, target: &str, watch: bool) -> (&'static str, &'static str, Vec<u8>) {
    if watch && target == format!("{PREFIX}__watch.js") {
        return ("200 OK", content_type(Path::new("watch.js")), WATCH.as_bytes().to_vec());
    }
    let found = file_for(root, target).and_then(|path| Some((std::fs::read(&path).ok()?, path)));
    let Some((bytes, path)) = found else {
        return ("404 Not Found", "text/plain; charset=utf-8", b"not found".to_vec());
    };
    let kind = content_type(&path);
    if watch && kind.starts_with("text/html") {
        let page = String::from_utf8_lossy(&bytes);
        let tag = format!("<head><script src=\"{PREFIX}__watch.js\"></script>");
        return ("200 OK", kind, page.replacen("<head>", &tag, 1).into_bytes());
    }
    ("200 OK", kind, bytes)
}

/// The file that a request means, if it stays inside the folder.
fn file_for(root: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix(PREFIX)?;
    let relative = Path::new(path);
    if !relative.components().all(|part| matches!(part, Component::Normal(_))) {
        return None;
    }
    let full = root.join(relative);
    Some(if full.is_dir() { full.join("index.html") } else { full })
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        // A browser compiles wasm as it arrives only under this type.
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn get(server: &Server, target: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", server.port)).expect("the server listens");
        write!(stream, "GET {target} HTTP/1.1\r\nHost: x\r\n\r\n").expect("a request is written");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer is read");
        answer
    }

    #[test]
    fn a_watched_page_begins_with_the_watch_and_complaints_are_kept() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        std::fs::write(folder.path().join("index.html"), "<head><title>x").expect("a page");
        let server = Server::watching(folder.path()).expect("a server");
        assert!(get(&server, "/waymark/").contains("<head><script src=\"/waymark/__watch.js\">"));
        assert!(get(&server, "/waymark/__watch.js").contains("securitypolicyviolation"));
        let mut stream = TcpStream::connect(("127.0.0.1", server.port)).expect("the server listens");
        write!(stream, "POST /waymark/__watch.js HTTP/1.1\r\nContent-Length: 4\r\n\r\noops")
            .expect("a request");
        stream.read_to_string(&mut String::new()).expect("an answer");
        assert_eq!(server.complaints(), ["oops"]);
    }

    #[test]
    fn serves_files_and_folders_under_the_sub_path_and_nothing_else() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        std::fs::create_dir(folder.path().join("a")).expect("a folder");
        std::fs::write(folder.path().join("a/index.html"), "<p>hello").expect("a page");
        let server = Server::start(folder.path()).expect("a server");
        assert!(get(&server, "/waymark/a/").starts_with("HTTP/1.1 200 OK"));
        assert!(get(&server, "/waymark/a/?q=1").ends_with("<p>hello"));
        assert!(get(&server, "/waymark/b/").starts_with("HTTP/1.1 404"));
        assert!(get(&server, "/a/").starts_with("HTTP/1.1 404"));
        assert!(get(&server, "/waymark/../../etc/hostname").starts_with("HTTP/1.1 404"));
    }
}
