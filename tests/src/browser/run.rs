//! Opening a browser, running one journey in it, and closing it whatever happened.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::time::Duration;

use thirtyfour::error::WebDriverResult;
use thirtyfour::{TimeoutConfiguration, WebDriver};

use super::programs::Driver;
use super::{Engine, Setup};
use crate::inputs;
use crate::server::Server;

/// A browser with one window.
pub struct Browser {
    // The session closes before its driver is ended: fields drop in this order.
    pub(super) web: WebDriver,
    pub(super) driver: Driver,
    /// Where WebKit reads the site, so that its errors are heard.
    pub(super) watched: Option<Server>,
    pub(super) setup: Setup,
    engine: Engine,
}

impl Browser {
    async fn open(engine: Engine, setup: Setup) -> Self {
        let driver = Driver::start(engine);
        let web = WebDriver::new(driver.url(), engine.capabilities(setup, driver.folder()))
            .await
            .unwrap_or_else(|error| panic!("{engine} did not open: {error}\n{}", driver.output()));
        // A page that takes longer than this has hung.
        let patience = Some(Duration::from_secs(60));
        let timeouts = TimeoutConfiguration::new(patience, patience, Some(Duration::ZERO));
        web.update_timeouts(timeouts).await.expect("timeouts can be set");
        let watched = (engine == Engine::WebKit)
            .then(|| Server::watching(&inputs::dist()).expect("a server for the watched copy"));
        Self { web, driver, watched, setup, engine }
    }

    /// The base URL of the site as this browser reads it, ending in `/`.
    pub fn site(&self) -> String {
        self.watched.as_ref().map_or_else(inputs::site, Server::url)
    }

    /// The engine that this browser runs.
    pub fn engine(&self) -> Engine {
        self.engine
    }
}

/// Runs a journey in a fresh browser, then asserts that the console stayed clean, unless it was meant not to.
///
/// A failure names the page it happened on, and what the console said.
pub fn in_browser<J>(engine: Engine, setup: Setup, journey: J)
where
    J: AsyncFnOnce(&Browser) -> WebDriverResult<()>,
{
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let browser = runtime.block_on(Browser::open(engine, setup));
    let outcome = catch_unwind(AssertUnwindSafe(|| runtime.block_on(journey(&browser))));
    let place = runtime.block_on(browser.web.current_url()).map(|url| url.to_string()).unwrap_or_default();
    let console = runtime.block_on(browser.console_problems());
    let report = format!("{engine}, at {place}; console: {console:#?}");
    runtime.block_on(browser.web.quit()).unwrap_or_else(|error| eprintln!("{engine} did not close: {error}"));
    match outcome {
        Err(panic) => {
            eprintln!("failed in {report}");
            resume_unwind(panic);
        }
        Ok(Err(error)) => panic!("WebDriver failed in {report}\n{error}"),
        Ok(Ok(())) => {
            assert!(setup.may_complain || console.is_empty(), "the console is not clean in {report}")
        }
    }
}
