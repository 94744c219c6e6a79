//! One page in Lighthouse, as a telephone of the middle class on a slow network: 150 ms there and back, 1.6 Mbit/s, a
//! quarter of the processor. Lighthouse calculates what that would take from one quick visit.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::table::median;
use crate::diagnosis::Tool;
use crate::failure::Failure;
use crate::process::{ask, command, run};
use crate::project::Project;
use crate::setup::Measuring;

/// Lighthouse's categories, by the names that it has for them.
pub(super) const CATEGORIES: [&str; 4] = ["performance", "accessibility", "best-practices", "seo"];

/// The one whose score is made of times.
pub(super) const TIMED: &str = "performance";

/// What a page took. Of several visits each figure is the median.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Visit {
    /// In the order of [`CATEGORIES`], of 100.
    pub(super) scores: [f64; 4],
    /// The largest contentful paint, in milliseconds.
    pub(super) lcp: f64,
    /// The cumulative layout shift, without a unit.
    pub(super) cls: f64,
    /// As sent, with headers.
    pub(super) bytes: f64,
    /// Those of the page itself and of its styles.
    pub(super) reading: f64,
    /// Those of scripts and wasm.
    pub(super) code: f64,
    /// How many files of wasm are asked for.
    pub(super) wasm: f64,
    pub(super) requests: f64,
    /// What cost a point.
    pub(super) faults: Vec<String>,
}

/// Visits a page `runs` times.
pub(super) fn visits(
    project: &Project,
    measuring: &Measuring,
    address: &str,
    runs: usize,
) -> Result<Visit, Failure> {
    let visits: Result<Vec<Visit>, Failure> = (0..runs).map(|_| visit(project, measuring, address)).collect();
    Ok(middle(visits?))
}

/// When the tool of a page is alive with network and processor made slow, in milliseconds. The median of `runs`.
pub(super) fn ready(
    project: &Project,
    measuring: &Measuring,
    address: &str,
    runs: usize,
) -> Result<f64, Failure> {
    const SCRIPT: &str = "xtask/src/bench/ready.js";
    let (lighthouse, chromium) =
        (measuring.lighthouse.to_string_lossy(), measuring.chromium.to_string_lossy());
    let times: Option<Vec<f64>> = (0..runs)
        .map(|_| {
            let printed = ask("node", &[SCRIPT, &lighthouse, &chromium, address], project.root())?;
            printed.trim().parse().ok()
        })
        .collect();
    times.map(median).ok_or_else(|| {
        let script = format!("node {SCRIPT} {lighthouse} {chromium} {address}");
        Failure::new(format!("the tool at {address} did not come to life"), format!("See why: {script}"))
    })
}

fn visit(project: &Project, measuring: &Measuring, address: &str) -> Result<Visit, Failure> {
    let folder = project.root().join("target/bench");
    fs::create_dir_all(&folder).map_err(|error| Failure::io("create", &folder, &error))?;
    let report = folder.join("lighthouse.json");
    let mut lighthouse = command("node", project.root());
    lighthouse
        .arg(measuring.lighthouse.join("node_modules/lighthouse/cli/index.js"))
        .args([address, "--quiet", "--no-enable-error-reporting", "--output=json"])
        .arg(format!("--output-path={}", report.display()))
        .arg(format!("--only-categories={}", CATEGORIES.join(",")))
        .arg("--chrome-flags=--headless=new --no-sandbox --disable-gpu")
        .env("CHROME_PATH", &measuring.chromium);
    let failed =
        || Failure::new(format!("Lighthouse could not measure {address}"), "Its own message is above.");
    run(lighthouse, Tool::Other, failed())?;
    read(&report)?.as_ref().and_then(figures).ok_or_else(failed)
}

fn read(report: &Path) -> Result<Option<Value>, Failure> {
    let text = fs::read(report).map_err(|error| Failure::io("read", report, &error))?;
    Ok(serde_json::from_slice(&text).ok())
}

/// The figures of one report. None where the page could not be measured.
fn figures(report: &Value) -> Option<Visit> {
    let number = |audit: &str| report["audits"][audit]["numericValue"].as_f64();
    let mut scores = [0.0; 4];
    for (score, category) in scores.iter_mut().zip(CATEGORIES) {
        *score = (report["categories"][category]["score"].as_f64()? * 100.0).round();
    }
    let requests: Vec<&Value> = report["audits"]["network-requests"]["details"]["items"]
        .as_array()?
        .iter()
        .filter(|request| request["url"].as_str().is_some_and(|url| url.starts_with("http")))
        .collect();
    let is = |request: &Value, kinds: &[&str]| {
        request["resourceType"].as_str().is_some_and(|kind| kinds.contains(&kind))
    };
    let is_wasm = |request: &Value| request["mimeType"] == "application/wasm";
    let bytes = |which: &dyn Fn(&Value) -> bool| {
        let those = requests.iter().filter(|request| which(request));
        those.filter_map(|request| request["transferSize"].as_f64()).sum()
    };
    let faults = CATEGORIES.iter().flat_map(|category| faults(report, category)).collect();
    Some(Visit {
        scores,
        lcp: number("largest-contentful-paint")?,
        cls: number("cumulative-layout-shift")?,
        bytes: bytes(&|_| true),
        reading: bytes(&|request| is(request, &["Document", "Stylesheet"])),
        code: bytes(&|request| is(request, &["Script"]) || is_wasm(request)),
        wasm: requests.iter().filter(|request| is_wasm(request)).count() as f64,
        requests: requests.len() as f64,
        faults,
    })
}

/// The audits of a category that cost a point.
fn faults(report: &Value, category: &str) -> Vec<String> {
    let audits = report["categories"][category]["auditRefs"].as_array().into_iter().flatten();
    let counted = audits.filter(|audit| audit["weight"].as_f64().is_some_and(|weight| weight > 0.0));
    let failed = counted.filter_map(|audit| {
        let id = audit["id"].as_str()?;
        let result = &report["audits"][id];
        let score = result["score"].as_f64().filter(|score| *score < 0.995)?;
        Some(format!("{category}: {id} {score}: {}", result["title"].as_str().unwrap_or_default()))
    });
    failed.collect()
}

fn middle(visits: Vec<Visit>) -> Visit {
    let of = |figure: &dyn Fn(&Visit) -> f64| median(visits.iter().map(figure).collect());
    let mut faults: Vec<String> = visits.iter().flat_map(|visit| visit.faults.clone()).collect();
    faults.sort();
    faults.dedup();
    Visit {
        scores: std::array::from_fn(|place| of(&|visit| visit.scores[place])),
        lcp: of(&|visit| visit.lcp),
        cls: of(&|visit| visit.cls),
        bytes: of(&|visit| visit.bytes),
        reading: of(&|visit| visit.reading),
        code: of(&|visit| visit.code),
        wasm: of(&|visit| visit.wasm),
        requests: of(&|visit| visit.requests),
        faults,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use serde_json::json;

    use super::*;

    fn report(seo: f64, lcp: f64) -> Value {
        json!({
            "categories": {
                "performance": { "score": 1, "auditRefs": [{ "id": "largest-contentful-paint", "weight": 25 }] },
                "accessibility": { "score": 1, "auditRefs": [] },
                "best-practices": { "score": 1, "auditRefs": [] },
                "seo": { "score": seo, "auditRefs": [
                    { "id": "robots-txt", "weight": 1 },
                    { "id": "canonical", "weight": 1 },
                    { "id": "hints", "weight": 0 },
                ] },
            },
            "audits": {
                "largest-contentful-paint": { "score": 1, "numericValue": lcp },
                "cumulative-layout-shift": { "score": 1, "numericValue": 0.01 },
                "robots-txt": { "score": 0, "title": "robots.txt is not valid" },
                "canonical": { "score": null },
                "hints": { "score": 0, "title": "Not counted" },
                "network-requests": { "details": { "items": [
                    { "url": "http://host/", "transferSize": 5000, "resourceType": "Document" },
                    { "url": "http://host/a.css", "transferSize": 700, "resourceType": "Stylesheet" },
                    { "url": "http://host/a.js", "transferSize": 30, "resourceType": "Script" },
                    { "url": "http://host/a.wasm", "transferSize": 4, "mimeType": "application/wasm" },
                    { "url": "data:image/png;base64,AAAA", "transferSize": 9 },
                ] } },
            },
        })
    }

    #[test]
    fn figures_and_what_cost_a_point_are_read_from_a_report() {
        let visit = figures(&report(0.91, 812.5)).unwrap();
        assert_eq!(visit.scores, [100.0, 100.0, 100.0, 91.0]);
        assert_eq!((visit.lcp, visit.cls, visit.bytes, visit.requests), (812.5, 0.01, 5734.0, 4.0));
        assert_eq!((visit.reading, visit.code, visit.wasm), (5700.0, 34.0, 1.0));
        assert_eq!(visit.faults, ["seo: robots-txt 0: robots.txt is not valid"]);
    }

    #[test]
    fn a_page_that_was_not_measured_has_no_figures() {
        let mut unmeasured = report(1.0, 800.0);
        unmeasured["categories"]["seo"]["score"] = Value::Null;
        assert_eq!(figures(&unmeasured), None);
    }

    #[test]
    fn each_figure_is_the_median_and_no_fault_is_lost() {
        let visits = [(1.0, 900.0), (0.91, 800.0), (1.0, 5000.0)];
        let visits = visits.map(|(seo, lcp)| figures(&report(seo, lcp)).unwrap());
        let middle = middle(visits.to_vec());
        assert_eq!((middle.lcp, middle.scores[3], middle.faults.len()), (900.0, 100.0, 1));
    }
}
