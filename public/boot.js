// Must be JavaScript, and must run before the first paint: the reader's
// display choices are kept on the device, CSS cannot read storage, and the
// wasm arrives too late, so the page would flash in the wrong theme. It
// stands in the page itself, which nothing has to be fetched for.
(function () {
  var then = document.currentScript.dataset.then;
  try {
    var known = { text: ["small", "large"], contrast: ["high"], theme: ["light", "dark"] };
    var kept = JSON.parse(localStorage.getItem("waymark.display"));
    for (var name in known) {
      if (known[name].indexOf(kept[name]) >= 0) {
        document.documentElement.dataset[name] = kept[name];
      }
    }
  } catch (error) {
    // Storage blocked or empty, or not our JSON: the defaults stand.
  }
  // What nobody reads by is asked for when the text is on the screen, so that on a slow line the text does not share
  // it: first the page's tool, then what keeps the guide for use without a network. The guide in one file has neither.
  function later() {
    if (then) {
      then.split(" ").forEach(function (address) {
        if (/wasm$/.test(address)) {
          document.head.append(
            Object.assign(document.createElement("link"), { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: address })
          );
        } else {
          import(new URL(address, document.baseURI));
        }
      });
    }
    then = "";
  }
  addEventListener("DOMContentLoaded", function () {
    // A page that is not seen paints nothing.
    if (document.hidden) later();
    new PerformanceObserver(later).observe({ type: "paint", buffered: true });
  });
  addEventListener("load", function () {
    setTimeout(later, 500);
  });
})();
