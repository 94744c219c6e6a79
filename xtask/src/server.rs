//! A local static server that stands for any static host: folders have an `index.html`, unknown paths get `404.html`,
//! a precompressed copy is sent to those who accept it. Nothing is rewritten, and nothing outside this machine can
//! connect.

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Redirect, Response};
use tower_http::services::{ServeDir, ServeFile};

use crate::failure::Failure;
use crate::headers::HeaderRules;

/// Takes a port of this machine; 0 takes any that is free.
pub(crate) fn listen(port: u16) -> Result<TcpListener, Failure> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    TcpListener::bind(address).map_err(|error| match error.kind() {
        io::ErrorKind::AddrInUse => Failure::new(
            format!("port {port} is in use"),
            format!("Try: cargo xtask serve --port {}", free_port(port)),
        ),
        io::ErrorKind::PermissionDenied => Failure::new(
            format!("port {port} needs more rights than this user has"),
            "Try: cargo xtask serve --port 8080",
        ),
        _ => Failure::new(
            format!("port {port} cannot be used: {error}"),
            "Try another: cargo xtask serve --port 8081",
        ),
    })
}

/// The address of a listener, with the path under which the site is served.
pub(crate) fn address(listener: &TcpListener, sub_path: &str) -> Result<String, Failure> {
    let address = listener.local_addr().map_err(|error| stopped(&error))?;
    Ok(format!("http://{address}{sub_path}/"))
}

/// Serves until the program ends. `sub_path` is empty or like `/some/path`.
pub(crate) fn serve(listener: TcpListener, dist: &Path, sub_path: &str) -> Result<(), Failure> {
    let site = site(dist, sub_path);
    let serving = async {
        listener.set_nonblocking(true)?;
        axum::serve(tokio::net::TcpListener::from_std(listener)?, site).await
    };
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .and_then(|runtime| runtime.block_on(serving))
        .map_err(|error| stopped(&error))
}

fn site(dist: &Path, sub_path: &str) -> Router {
    let not_found = ServeFile::new(dist.join("404.html")).precompressed_br().precompressed_gzip();
    let files = ServeDir::new(dist)
        .precompressed_br()
        .precompressed_gzip()
        .redirect_path_prefix(sub_path)
        .not_found_service(not_found);
    let headers = Arc::new(dist.join("_headers"));
    Router::new()
        .fallback_service(files)
        .layer(middleware::from_fn_with_state(headers, add_headers))
        .layer(middleware::from_fn_with_state(Arc::from(sub_path), strip_sub_path))
}

/// The file is read anew each time, because a rebuild may have changed it.
async fn add_headers(State(file): State<Arc<PathBuf>>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    // Without it a browser may keep a page for a while without asking, and a rebuild would not show.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    if let Ok(text) = tokio::fs::read_to_string(file.as_path()).await {
        HeaderRules::parse(&text).apply(&path, headers);
    }
    response
}

/// What lies outside the sub-path belongs to others.
async fn strip_sub_path(State(sub_path): State<Arc<str>>, mut request: Request, next: Next) -> Response {
    let whole = request.uri().path_and_query().map_or("/", |path| path.as_str());
    match whole.strip_prefix(&*sub_path).map(|inside| (inside, inside.parse::<Uri>())) {
        Some((inside, Ok(uri))) if inside.starts_with('/') => {
            *request.uri_mut() = uri;
            next.run(request).await
        }
        Some(("", _)) => Redirect::permanent(&format!("{sub_path}/")).into_response(),
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}

fn free_port(after: u16) -> u16 {
    let next = after.checked_add(1).unwrap_or(8080);
    (next..=u16::MAX)
        .take(50)
        .find(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok())
        .unwrap_or(next)
}

fn stopped(error: &io::Error) -> Failure {
    Failure::new(format!("the local server stopped: {error}"), "Run the same command again.")
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::fs;

    use axum::body::{Body, to_bytes};
    use tower::ServiceExt;

    use super::*;

    fn dist() -> tempfile::TempDir {
        let dir = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| fs::write(dir.path().join(name), text).unwrap();
        fs::create_dir_all(dir.path().join("deadlines")).unwrap();
        write("index.html", "home");
        write("404.html", "not here");
        write("deadlines/index.html", "deadlines");
        write("deadlines/index.html.br", "brotli");
        write("deadlines/index.html.gz", "gzip");
        write("waymark_bg.wasm", "\0asm");
        write("_headers", "/*\n  X-Content-Type-Options: nosniff\n/deadlines/*\n  X-Page: yes\n");
        dir
    }

    async fn get(sub_path: &str, path: &str, accept: &str) -> Response {
        let dir = dist();
        let request = Request::get(path).header("accept-encoding", accept).body(Body::empty()).unwrap();
        let response = site(dir.path(), sub_path).oneshot(request).await.unwrap();
        // Read while the folder is still there.
        let (head, body) = response.into_parts();
        Response::from_parts(head, Body::from(to_bytes(body, 1024).await.unwrap()))
    }

    async fn text(response: Response) -> String {
        String::from_utf8(to_bytes(response.into_body(), 1024).await.unwrap().to_vec()).unwrap()
    }

    #[tokio::test]
    async fn a_folder_is_its_index_and_without_a_slash_a_redirect() {
        let page = get("", "/deadlines/", "identity").await;
        assert_eq!(page.status(), StatusCode::OK);
        assert_eq!(page.headers()["content-type"], "text/html");
        assert_eq!(text(page).await, "deadlines");

        let redirect = get("", "/deadlines?a=1", "identity").await;
        assert!(redirect.status().is_redirection());
        assert_eq!(redirect.headers()["location"], "/deadlines/?a=1");
    }

    #[tokio::test]
    async fn an_unknown_path_is_the_404_page_with_status_404() {
        let page = get("", "/no/such/page/", "identity").await;
        assert_eq!(page.status(), StatusCode::NOT_FOUND);
        assert_eq!(text(page).await, "not here");
    }

    #[tokio::test]
    async fn a_precompressed_copy_is_sent_to_those_who_accept_it() {
        for (accept, encoding, body) in [
            ("br, gzip", Some("br"), "brotli"),
            ("gzip", Some("gzip"), "gzip"),
            ("identity", None, "deadlines"),
        ] {
            let page = get("", "/deadlines/", accept).await;
            let sent = page.headers().get("content-encoding").map(|value| value.to_str().unwrap().to_owned());
            assert_eq!(sent.as_deref(), encoding);
            assert_eq!(page.headers()["content-type"], "text/html");
            assert_eq!(text(page).await, body);
        }
    }

    #[tokio::test]
    async fn wasm_has_its_media_type() {
        let wasm = get("", "/waymark_bg.wasm", "identity").await;
        assert_eq!(wasm.headers()["content-type"], "application/wasm");
    }

    #[tokio::test]
    async fn a_rebuild_shows_because_browsers_must_ask() {
        let page = get("", "/", "identity").await;
        assert_eq!(page.headers()["cache-control"], "no-cache");
        assert!(page.headers().contains_key("etag"));
    }

    #[tokio::test]
    async fn the_site_works_under_a_sub_path() {
        let sub_path = "/some/sub/path";
        assert_eq!(text(get(sub_path, "/some/sub/path/", "identity").await).await, "home");
        assert_eq!(text(get(sub_path, "/some/sub/path/deadlines/", "identity").await).await, "deadlines");
        let redirect = get(sub_path, "/some/sub/path/deadlines", "identity").await;
        assert_eq!(redirect.headers()["location"], "/some/sub/path/deadlines/");
        assert_eq!(text(get(sub_path, "/some/sub/path/x", "identity").await).await, "not here");
        let redirect = get(sub_path, "/some/sub/path", "identity").await;
        assert_eq!(redirect.headers()["location"], "/some/sub/path/");
        for outside in ["/deadlines/", "/some/sub/pathology/", "/"] {
            assert_eq!(get(sub_path, outside, "identity").await.status(), StatusCode::NOT_FOUND, "{outside}");
        }
    }

    #[tokio::test]
    async fn headers_of_the_site_are_sent_whatever_the_sub_path() {
        for (sub_path, path) in [("", "/deadlines/"), ("/waymark", "/waymark/deadlines/")] {
            let page = get(sub_path, path, "identity").await;
            assert_eq!(page.headers()["x-content-type-options"], "nosniff");
            assert_eq!(page.headers()["x-page"], "yes");
        }
        assert!(!get("", "/", "identity").await.headers().contains_key("x-page"));
    }

    #[test]
    fn a_busy_port_is_named_with_another_to_try() {
        let taken = listen(0).unwrap();
        let port = taken.local_addr().unwrap().port();
        let line = listen(port).unwrap_err().to_string();
        assert!(
            line.starts_with(&format!("error: port {port} is in use. Try: cargo xtask serve --port ")),
            "{line}"
        );
    }
}
