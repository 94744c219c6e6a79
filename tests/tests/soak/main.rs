//! Tools in the hands of a reader who does anything at all, thousands of times: nothing goes wrong, and the memory that
//! the page takes does not grow.
//!
//! `cargo xtask test` does it for a short time, `cargo xtask soak` for as long as one likes. The seed is printed; with
//! the same one the same things are done again.

use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;
use waymark_tests::browser::{Browser, Engine, Setup, in_browser};
use waymark_tests::inputs;
use waymark_tests::server::Server;

const SOAK: &str = include_str!("soak.js");

/// Remembers the memory of each bundle, which the page keeps to itself.
const REMEMBER: &str = "
    window.wasmMemories = [];
    for (const way of ['instantiate', 'instantiateStreaming']) {
        const make = WebAssembly[way];
        WebAssembly[way] = async (...parts) => {
            const made = await make(...parts);
            const { memory } = (made.instance ?? made).exports;
            if (memory) wasmMemories.push(memory);
            return made;
        };
    }";

/// In so many stretches, with a look at the memory after each. The first is for warming up.
const STRETCHES: u32 = 13;

/// How much more the memory may be at the end, in hundredths.
const GROWTH: u64 = 10;

/// And so many besides: a handful of listeners comes when something is used for the first time.
const FEW: u64 = 10;

/// What a page takes once its rubbish is gone.
#[derive(Clone, Copy, Debug)]
struct Taken {
    heap: u64,
    nodes: u64,
    listeners: u64,
    wasm: u64,
}

/// One test for each tool.
macro_rules! soaked {
    ($($test:ident: $page:literal;)*) => {
        $(#[test]
        fn $test() {
            in_browser(Engine::Chromium, Setup::default(), async |browser| soak(browser, $page).await);
        })*
    };
}

soaked! {
    the_dates_that_follow: "tools/deadlines/";
    the_whole_case: "tools/deadlines/whole-case/";
    any_count: "tools/deadlines/any-count/";
    checking_a_date: "tools/deadlines/check/";
    comparing_two_ways: "tools/deadlines/compare/";
    a_decision: "tools/decisions/immediate-protection/";
    a_checklist: "tools/checklists/childs-needs-assessment-record/";
    a_letter: "tools/forms/letter-asking-for-information/";
    a_form_of_rows: "tools/forms/meeting-invitation-list/";
    a_form_for_each: "tools/forms/model-of-change/";
    a_practice_case: "practice/friday-before-a-bank-holiday/";
    kept_cases: "tools/cases/";
    the_search: "search/";
    display_settings: "display/";
}

async fn soak(browser: &Browser, page: &str) -> WebDriverResult<()> {
    let (seed, interactions) = (inputs::seed(), inputs::interactions());
    browser.before_every_page(REMEMBER).await?;
    browser.open_page(page).await?;
    browser.wait_for("[data-tool][data-alive]").await?;
    let each = interactions.div_ceil(STRETCHES);
    let mut taken = Vec::new();
    for _ in 0..STRETCHES {
        let told = browser.script_until_done(SOAK, vec![json!(seed), json!(each)]).await?;
        assert_eq!(told["problems"], json!([]), "/{page}, seed {seed}");
        let memory = browser.memory().await?;
        let wasm = told["wasm"].as_u64().unwrap_or_default();
        taken.push(Taken { heap: memory.heap, nodes: memory.nodes, listeners: memory.listeners, wasm });
        let files = told["files"].as_i64().unwrap_or_default();
        assert!(files <= 1, "/{page}, seed {seed}: {files} files are held in memory");
    }
    browser.wait_for("[data-tool][data-alive]").await?;
    let (early, late) = taken[1..].split_at(taken.len() / 2);
    println!("/{page}, seed {seed}, {} interactions: {}", each * STRETCHES, grown(early, late));
    // What the tool holds goes up and down with what was done last. Where nothing is let go, every late look finds
    // more than any early one.
    for (what, of) in MEASURES {
        let before = early.iter().map(of).max().unwrap_or_default();
        let after = late.iter().map(of).min().unwrap_or_default();
        let limit = before + before * GROWTH / 100 + FEW;
        assert!(after <= limit, "/{page}, seed {seed}: {what} grow from {before} to {after}: {taken:#?}");
    }
    // The heap is steady enough to be held to its mean.
    let (before, after) = (mean(early, |taken| taken.heap), mean(late, |taken| taken.heap));
    let limit = before + before * GROWTH / 100;
    assert!(after <= limit, "/{page}, seed {seed}: the heap grows from {before} to {after}: {taken:#?}");
    Ok(())
}

type Measure = (&'static str, fn(&Taken) -> u64);

const MEASURES: [Measure; 4] = [
    ("bytes of the heap", |taken| taken.heap),
    ("nodes", |taken| taken.nodes),
    ("listeners", |taken| taken.listeners),
    ("bytes of wasm memory", |taken| taken.wasm),
];

fn mean(looks: &[Taken], of: fn(&Taken) -> u64) -> u64 {
    looks.iter().map(of).sum::<u64>() / looks.len() as u64
}

/// The means of the early and the late looks.
fn grown(early: &[Taken], late: &[Taken]) -> String {
    let line = |(what, of): Measure| format!("{what} {} to {}", mean(early, of), mean(late, of));
    MEASURES.map(line).join(", ")
}

/// Two fields to write into, and a button that holds on to something each time and goes wrong once.
const PAGE: &str = "<!doctype html><title>x</title><link rel=icon href='data:,'>
    <main><input><input><button>Press</button></main><script>
    const held = [];
    document.querySelector('button').addEventListener('click', () => {
        held.push(document.createElement('p'));
        if (held.length === 50) throw new Error('fifty');
    });</script>";

/// The test's own eyes: a page that goes wrong, and one that never lets go.
#[test]
fn faults_are_noticed() {
    let setup = Setup { may_complain: true, ..Setup::default() };
    in_browser(Engine::Chromium, setup, async |browser| {
        let folder = tempfile::tempdir().expect("a temporary folder");
        std::fs::write(folder.path().join("index.html"), PAGE).expect("a page");
        let server = Server::start(folder.path()).expect("a server");
        browser.open_url(&server.url()).await?;
        let before = browser.memory().await?;
        let told = browser.script_until_done(SOAK, vec![json!(1), json!(2_000)]).await?;
        assert!(told["problems"].to_string().contains("fifty"), "{told}");
        let after = browser.memory().await?;
        assert!(after.nodes > before.nodes + 500 && after.heap > before.heap, "{before:?}, {after:?}");
        Ok(())
    });
}

/// The same seed does the same.
#[test]
fn a_seed_does_the_same_again() {
    in_browser(Engine::Chromium, Setup::default(), async |browser| {
        let folder = tempfile::tempdir().expect("a temporary folder");
        std::fs::write(folder.path().join("index.html"), PAGE).expect("a page");
        let server = Server::start(folder.path()).expect("a server");
        let mut done = Vec::<Value>::new();
        for seed in [7, 7, 8] {
            browser.open_url(&server.url()).await?;
            browser.script_until_done(SOAK, vec![json!(seed), json!(40)]).await?;
            let held =
                "return [...document.querySelectorAll('input')].map((at) => at.value).concat(soak.at);";
            done.push(browser.script(held, vec![]).await?);
        }
        assert_eq!(done[0], done[1]);
        assert_ne!(done[0], done[2]);
        Ok(())
    });
}
