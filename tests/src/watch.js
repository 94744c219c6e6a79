// Served by `server.rs` and put first into every page of a watched copy of the site.
(() => {
  const here = document.currentScript.src;
  // `keepalive` lets a report out although the page is being left.
  const tell = (what) =>
    fetch(here, { method: "POST", keepalive: true, body: `${location.pathname}: ${what}` }).catch(() => {});
  addEventListener("error", (event) => {
    const source = event.target.src || event.target.href;
    tell(source ? `could not load ${source}` : `${event.message} (${event.filename}:${event.lineno})`);
  }, true);
  addEventListener("unhandledrejection", (event) => tell(`unhandled: ${event.reason}`));
  addEventListener("securitypolicyviolation", (event) =>
    tell(`policy: ${event.effectiveDirective} stopped ${event.blockedURI} ${event.sourceFile || ""}`));
  for (const level of ["error", "warn"]) {
    const log = console[level];
    console[level] = (...words) => {
      tell(`console.${level}: ${words.join(" ")}`);
      log.apply(console, words);
    };
  }
})();
