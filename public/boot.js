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
  // What nobody reads by comes when all else is there. The guide in one file has none.
  if (then) {
    addEventListener("load", function () {
      import(new URL(then, document.baseURI));
    });
  }
})();
