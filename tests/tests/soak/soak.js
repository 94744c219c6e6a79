// A reader who does anything at all with a tool, by a seed: presses, types, chooses, unfolds, uses keys.
const [seed, count, done] = arguments;

const begin = () => {
  const state = { at: seed, problems: [], files: 0 };
  state.random = (below) => {
    // Mulberry32: small, and the same everywhere.
    state.at = (state.at + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state.at ^ (state.at >>> 15), 1 | state.at);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
  const tell = (what) => state.problems.length < 5 && state.problems.push(String(what));
  addEventListener("error", (event) => tell(event.message));
  addEventListener("unhandledrejection", (event) => tell(event.reason));
  for (const level of ["error", "warn"]) {
    const say = console[level];
    console[level] = (...words) => (tell(words.join(" ")), say.apply(console, words));
  }
  // Nothing is printed, saved or copied, and the page is not left.
  window.print = () => {};
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () {
    if (!this.download) click.call(this);
  };
  const make = URL.createObjectURL.bind(URL);
  const free = URL.revokeObjectURL.bind(URL);
  URL.createObjectURL = (blob) => (state.files++, make(blob));
  URL.revokeObjectURL = (address) => (state.files--, free(address));
  Object.defineProperty(navigator, "clipboard", { value: { writeText: async () => {} } });
  // Making a key is meant to be slow. What waits in line for it is no leak, and would look like one.
  const derive = SubtleCrypto.prototype.deriveKey;
  SubtleCrypto.prototype.deriveKey = function (how, ...rest) {
    return derive.call(this, { ...how, iterations: 1 }, ...rest);
  };
  addEventListener("click", (event) => event.target.closest?.("a[href]") && event.preventDefault());
  addEventListener("submit", (event) => event.preventDefault());
  return state;
};
const soak = (window.soak ??= begin());

const one = (list) => list[soak.random(list.length)];
const TEXTS = ["", "2", "5", "31", "2025", "2026", "0", "-1", "99999999999999999999", "core group", "A. B.", "שלום ‮ 👋",
  "<img src=x onerror=alert(1)>", "a ".repeat(200), "line\nline", " "];
const KEYS = ["Enter", "Escape", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Tab", "Home", "End", " ", "a"];

const write = (at) => {
  const kind = at.localName === "textarea" ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(kind.prototype, "value").set.call(at, one(TEXTS));
  at.dispatchEvent(new Event("input", { bubbles: true }));
  if (soak.random(3) === 0) at.dispatchEvent(new Event("change", { bubbles: true }));
  if (soak.random(5) === 0) at.form?.requestSubmit();
};
const choose = (at) => {
  at.selectedIndex = soak.random(at.options.length);
  at.dispatchEvent(new Event("input", { bubbles: true }));
  at.dispatchEvent(new Event("change", { bubbles: true }));
};
const give = (at) => {
  const chosen = new DataTransfer();
  chosen.items.add(new File([one(["", "{", '{"a":1}', "[".repeat(500)])], "case.json"));
  at.files = chosen.files;
  at.dispatchEvent(new Event("input", { bubbles: true }));
};
const press = (at) => {
  const key = one(KEYS);
  for (const kind of ["keydown", "keyup"]) {
    at.dispatchEvent(new KeyboardEvent(kind, { key, bubbles: true, cancelable: true }));
  }
};
const act = () => {
  const controls = document.querySelectorAll("main a[href], main button, main input, main select, main textarea, main summary");
  const shown = [...controls].filter((at) => !at.disabled && at.checkVisibility());
  const at = one(shown);
  if (soak.random(4) === 0) at.focus();
  if (soak.random(12) === 0) press(at);
  else if (at.localName === "select") choose(at);
  else if (at.type === "file") give(at);
  else if (at.localName === "textarea" || (at.localName === "input" && !["radio", "checkbox"].includes(at.type))) write(at);
  else at.click();
};

(async () => {
  for (let turn = 0; turn < count; turn++) {
    act();
    // What follows from it, follows before the next.
    await new Promise((next) => scheduler.postTask(next));
  }
  // The storage has room for so many cases.
  if (localStorage.length > 20) localStorage.clear();
  const memory = window.wasmMemories ?? [];
  done({ problems: soak.problems, files: soak.files, wasm: memory.reduce((sum, one) => sum + one.buffer.byteLength, 0) });
})().catch((error) => done({ problems: [String(error)], files: 0, wasm: 0 }));
