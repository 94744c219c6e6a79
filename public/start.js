// Brings the tool of a page to life: loads the script and the wasm of its bundle, both at once.
//
// Must be JavaScript: it is what loads the wasm. The prerenderer writes one for each bundle from this file, with the
// addresses `glue` and `wasm` in front. The text of the page goes first: nothing of a bundle is asked for before the
// text is on the screen, so on a slow network the two do not share the line.
const at = (address) => new URL(address, import.meta.url);

// What no wasm can say: `import()`, of an address as the page has it.
globalThis.waymarkImport = (address) => import(new URL(address, document.baseURI));

let begun = false;
async function begin() {
  if (begun) return;
  begun = true;
  const module_or_path = fetch(at(wasm));
  const { default: init } = await import(at(glue));
  await init({ module_or_path });
}

// A page that is not seen paints nothing, and not every engine says when it painted.
if (document.hidden) begin();
new PerformanceObserver(begin).observe({ type: "paint", buffered: true });
setTimeout(begin, 500);
