// When the tool of a page is alive, in milliseconds from the request for the page. The network and the processor are as
// slow as Lighthouse takes them to be, but here they are made so and not calculated.
//
// node ready.js FOLDER-OF-LIGHTHOUSE CHROMIUM ADDRESS
const path = require("node:path");

const [folder, chromium, address] = process.argv.slice(2);
const modules = path.join(folder, "node_modules");
const puppeteer = require(path.join(modules, "puppeteer-core"));

/** The longest that is waited for, in milliseconds. */
const LONGEST = 60_000;

async function ready() {
  const { mobileSlow4G } = (await import(path.join(modules, "lighthouse/core/config/constants.js"))).throttling;
  const flags = ["--headless=new", "--no-sandbox", "--disable-gpu"];
  const browser = await puppeteer.launch({ executablePath: chromium, args: flags });
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 412, height: 823, isMobile: true, hasTouch: true });
    await page.emulateCPUThrottling(mobileSlow4G.cpuSlowdownMultiplier);
    await page.emulateNetworkConditions({
      latency: mobileSlow4G.requestLatencyMs,
      download: (mobileSlow4G.downloadThroughputKbps * 1024) / 8,
      upload: (mobileSlow4G.uploadThroughputKbps * 1024) / 8,
    });
    await page.evaluateOnNewDocument(() => {
      const seen = new MutationObserver(() => {
        if (document.querySelector("[data-tool][data-alive]")) {
          window.aliveAt = performance.now();
          seen.disconnect();
        }
      });
      seen.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-alive"] });
    });
    await page.goto(address, { waitUntil: "load", timeout: LONGEST });
    const alive = await page.waitForFunction("window.aliveAt", { timeout: LONGEST });
    return await alive.jsonValue();
  } finally {
    await browser.close();
  }
}

ready().then(
  (milliseconds) => console.log(milliseconds.toFixed(0)),
  (error) => {
    console.error(error);
    process.exitCode = 1;
  },
);
