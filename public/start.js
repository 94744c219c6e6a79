// Brings the tool of a page to life.
//
// Must be JavaScript: it is what loads the wasm. The prerenderer writes one for each bundle from this file, with the
// addresses `glue` and `wasm` in front. The page asks for all three at once: see boot.js.
const at = (address) => new URL(address, import.meta.url);

// What no wasm can say: `import()`, of an address as the page has it.
globalThis.waymarkImport = (address) => import(new URL(address, document.baseURI));

const module_or_path = fetch(at(wasm));
const { default: init } = await import(at(glue));
await init({ module_or_path });
