//! Without a network: every page of one build opens, its tools work, and two builds are never mixed.

use std::fs;
use std::path::Path;

use thirtyfour::error::WebDriverResult;
use waymark_tests::browser::Browser;
use waymark_tests::inputs;
use waymark_tests::server::Server;

use crate::fallback::copy_folder;
use crate::{ALIVE, DEADLINES, deadline};

/// Pages that nobody opens while there is a network.
const NEVER_OPENED: &str = "procedures/teeswide/plan/";
const TOOL_NEVER_OPENED: &str = "tools/decisions/child-in-need/";

/// The names of the builds that are kept whole, with the files in each.
const BUILDS: &str = "return (async () => { const kept = {}; for (const name of await caches.keys()) \
                      kept[name] = (await (await caches.open(name)).keys()).length; return kept; })();";

pub(crate) async fn every_page_opens(browser: &Browser) -> WebDriverResult<()> {
    let copy = tempfile::tempdir().expect("a temporary folder");
    copy_folder(&inputs::dist(), copy.path()).expect("the site can be copied");
    let server = Server::start(copy.path()).expect("a server for the copy");
    let site = server.url();
    browser.open_url(&site).await?;
    kept(browser).await?;
    drop(server);

    browser.open_url(&format!("{site}{NEVER_OPENED}")).await?;
    browser.see("The child in need plan").await?;
    browser.see("Version of").await?;
    browser.open_url(&format!("{site}{TOOL_NEVER_OPENED}")).await?;
    browser.wait_for(ALIVE).await?;
    browser.open_url(&format!("{site}{DEADLINES}")).await?;
    browser.wait_for(ALIVE).await?;
    deadline::enter(browser, ["2", "5", "2025"]).await?;
    deadline::ask(browser).await?;
    deadline::see_answer(browser).await?;
    browser.open_url(&format!("{site}tools/deadlines")).await?;
    browser.wait_for(ALIVE).await?;
    Ok(())
}

pub(crate) async fn builds_are_never_mixed(browser: &Browser) -> WebDriverResult<()> {
    let copy = tempfile::tempdir().expect("a temporary folder");
    copy_folder(&inputs::dist(), copy.path()).expect("the site can be copied");
    let server = Server::start(copy.path()).expect("a server for the copy");
    browser.open_url(&server.url()).await?;
    kept(browser).await?;
    let first = browser.script(BUILDS, vec![]).await?;

    // Half a new build: its list is there, one of its pages is still the old one. Nothing of it may show.
    let page = copy.path().join(NEVER_OPENED).join("index.html");
    let old = fs::read_to_string(&page).expect("the page");
    let new = old.replace("The child in need plan", "The plan of the newer build");
    list_as(copy.path(), &old, &new);
    let opened = format!("{}{NEVER_OPENED}", server.url());
    browser.open_url(&opened).await?;
    browser
        .script(
            "return navigator.serviceWorker.getRegistration().then((r) => r.update()).catch(() => 0);",
            vec![],
        )
        .await?;
    let idle = "!(window.registration ??= null, navigator.serviceWorker.getRegistration().then((r) => { window.registration = r; }), \
                window.registration?.installing) && window.registration && !window.registration.waiting";
    browser.wait_until("the half build is refused", idle).await?;
    browser.open_url(&opened).await?;
    browser.see("The child in need plan").await?;
    assert_eq!(browser.script(BUILDS, vec![]).await?.get(first_name(&first)), first.get(first_name(&first)));

    // The whole of it: it is told, waits, and comes when it is asked for.
    fs::write(&page, &new).expect("the page can be changed");
    browser.open_url(&opened).await?;
    browser.see("A newer version of this guide is ready").await?;
    browser.see("The child in need plan").await?;
    browser.press("Use it now").await?;
    browser.see("The plan of the newer build").await?;
    let after = browser.script(BUILDS, vec![]).await?;
    assert_eq!(after.as_object().map(serde_json::Map::len), Some(1), "{after}");
    assert_ne!(first_name(&after), first_name(&first));

    // An address that leads nowhere ends in the guide's page, not in the browser's own.
    let nowhere = format!("{}no/such/page/", server.url());
    drop(server);
    browser.open_url(&nowhere).await?;
    browser.see("not found").await
}

fn first_name(builds: &serde_json::Value) -> &str {
    builds.as_object().and_then(|builds| builds.keys().next()).map_or("", String::as_str)
}

/// Waits until a whole build is kept.
async fn kept(browser: &Browser) -> WebDriverResult<()> {
    let active = "(navigator.serviceWorker.getRegistration().then((r) => { window.kept = r?.active?.state; }), window.kept === 'activated')";
    browser.wait_until("the guide is kept for use without a network", active).await
}

/// Gives the build another name, and lists the new text of the page in place of the old one.
fn list_as(site: &Path, old: &str, new: &str) {
    let file = site.join("sw.js");
    let worker = fs::read_to_string(&file).expect("the service worker");
    let listed = worker.replace(&integrity(old), &integrity(new)).replacen("name: \"", "name: \"newer-", 1);
    assert_ne!(worker, listed);
    fs::write(&file, listed).expect("the service worker can be changed");
}

fn integrity(text: &str) -> String {
    use base64::Engine as _;
    use sha2::Digest as _;
    let hash = sha2::Sha256::digest(text);
    format!("sha256-{}", base64::engine::general_purpose::STANDARD.encode(hash))
}
