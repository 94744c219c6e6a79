// When the tool of a page is alive, in milliseconds from the request for the page, on the network that Lighthouse
// calculates with: 150 ms there and back, 1.6 Mbit/s, and a quarter of the processor.
//
// The slow line is made, and not calculated: what the browser asks for goes through a relay that holds every byte back
// as such a line would. The browser's own slow line is no measure here. It knows no connections: it charges each
// request 562 ms, of which Lighthouse means most to be for opening one.
//
// node ready.js FOLDER-OF-LIGHTHOUSE CHROMIUM ADDRESS
const net = require("node:net");
const path = require("node:path");

const [folder, chromium, address] = process.argv.slice(2);
const modules = path.resolve(folder, "node_modules");
const puppeteer = require(path.join(modules, "puppeteer-core"));

/** The longest that is waited for, in milliseconds. */
const LONGEST = 60_000;

/** What a server sends before it has heard that anything arrived: ten packets (RFC 6928). */
const FIRST_WINDOW = 10 * 1460;

/** A door to `port` behind a line of `rtt` milliseconds there and back and `kbps` kilobits a second, which all its connections share. */
function slowLine(port, { rttMs: rtt, throughputKbps: kbps }) {
  let lineFree = 0;
  const line = net.createServer((browser) => {
    const server = net.connect(port, "127.0.0.1");
    // Opening a connection takes a round trip before anything can be asked.
    const opened = performance.now() + rtt;
    // The window of a new connection doubles with each round trip, until it fills the line.
    let window = FIRST_WINDOW;
    let sent = 0;
    let round = 0;
    browser.on("data", (bytes) => {
      setTimeout(() => server.write(bytes), Math.max(0, opened - performance.now()) + rtt / 2);
    });
    let last = Promise.resolve();
    server.on("data", (bytes) => {
      const mostInWindow = (rtt * kbps) / 8;
      for (let at = 0; at < bytes.length; at += 1460) {
        const packet = bytes.subarray(at, at + 1460);
        const now = performance.now();
        if (sent === 0) round = Math.max(round, now);
        if (window < mostInWindow && sent + packet.length > window) {
          round = Math.max(round + rtt, now);
          window *= 2;
          sent = 0;
        }
        sent += packet.length;
        lineFree = Math.max(now, round, lineFree) + (packet.length * 8) / kbps;
        const arrives = lineFree + rtt / 2;
        last = last.then(() => new Promise((done) => setTimeout(done, arrives - performance.now()))).then(() => browser.write(packet));
      }
    });
    // What the server has sent still arrives when it has closed.
    server.on("close", () => last.then(() => browser.end())).on("error", () => browser.destroy());
    browser.on("close", () => server.destroy()).on("error", () => server.destroy());
  });
  return new Promise((ready) => line.listen(0, "127.0.0.1", () => ready(line)));
}

async function ready() {
  const { mobileSlow4G } = (await import(path.join(modules, "lighthouse/core/config/constants.js"))).throttling;
  const url = new URL(address);
  const line = await slowLine(Number(url.port), mobileSlow4G);
  url.port = line.address().port;
  const flags = ["--headless=new", "--no-sandbox", "--disable-gpu"];
  const browser = await puppeteer.launch({ executablePath: chromium, args: flags });
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 412, height: 823, isMobile: true, hasTouch: true });
    await page.emulateCPUThrottling(mobileSlow4G.cpuSlowdownMultiplier);
    await page.evaluateOnNewDocument(() => {
      const seen = new MutationObserver(() => {
        if (document.querySelector("[data-tool][data-alive]")) {
          window.aliveAt = performance.now();
          seen.disconnect();
        }
      });
      seen.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-alive"] });
    });
    await page.goto(url.href, { waitUntil: "load", timeout: LONGEST });
    const alive = await page.waitForFunction("window.aliveAt", { timeout: LONGEST });
    return await alive.jsonValue();
  } finally {
    await browser.close();
    line.close();
  }
}

ready().then(
  (milliseconds) => {
    console.log(milliseconds.toFixed(0));
    process.exit();
  },
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
