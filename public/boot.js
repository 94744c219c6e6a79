// Must be JavaScript, and must run before the first paint: the reader's
// display choices are kept on the device, CSS cannot read storage, and the
// wasm arrives too late, so the page would flash in the wrong theme.
(function () {
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
})();
