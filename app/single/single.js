// The whole guide in one file: shows a page of the pack that the address names after `#`, and brings its tool to life.
//
// Must be JavaScript: it is what loads the wasm. Addresses inside are `#/tools/deadlines/`, with a place on the page
// as `#/tools/deadlines/#rule`. Only pages of the pack are shown; what is typed never becomes an address.
import { decompress } from "fzstd";
import initTools from "../../target/site/bundle/waymark.js";
import initDocx, { docx } from "../../target/site/docx/waymark_docx.js";
import initForms from "../../target/site/forms/waymark-forms.js";
import { searchBox } from "../search/box.js";
import "../../public/flow.js";

const HOME = "";
const body = document.body;
const frame = document.querySelector(".wm-body");
const trusted = window.trustedTypes?.createPolicy("waymark-pages", { createHTML: (html) => html }) ?? { createHTML: (html) => html };
let pack;
const alive = {};
let shown = HOME;

// Relative addresses of a page, as addresses in this file. The links that a tool makes later are caught as they are followed.
function inFile(page, href) {
  if (/^[a-z]+:|^#\//i.test(href)) return href;
  const url = new URL(href, `https://file/${page}`);
  return `#${url.pathname}${url.hash}`;
}

function mend(place, page) {
  for (const link of place.querySelectorAll("a[href]")) {
    link.setAttribute("href", inFile(page, link.getAttribute("href")));
  }
}

function wanted() {
  const [path, anchor] = location.hash.replace(/^#\/?/, "").split("#");
  return { path, anchor };
}

function unpack(id) {
  const text = document.getElementById(`pack-${id}`).textContent;
  return decompress(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)));
}

function parsed(id) {
  return JSON.parse(new TextDecoder().decode(unpack(id)));
}

const pages = () => (pack ??= parsed("pages"));

// What a tool asks for when it needs it: a form to be saved for a word processor, and a case that was kept elsewhere.
const parts = {
  docx: async () => {
    alive.docx ??= initDocx({ module_or_path: unpack("docx") });
    await alive.docx;
    return { docx };
  },
  edition: async () => ({ edition: () => unpack("edition") }),
};
// By the first part of its file's name: what follows is the hash.
globalThis.waymarkImport = (address) => parts[address.split("/").pop().split(".")[0]]();

// A bundle brings the tools of the page to life when it starts, and later whenever it is told of a new page.
async function bundle(id, init) {
  if (alive[id]) {
    await alive[id];
    dispatchEvent(new Event("waymark:page"));
  } else {
    await (alive[id] = init({ module_or_path: unpack(id) }));
  }
}

async function show() {
  const { path, anchor } = wanted();
  if (path !== shown) {
    const page = pages()[path] ?? pages()["404.html"];
    shown = path;
    document.title = page.title;
    body.dataset.page = page.kind;
    frame.innerHTML = trusted.createHTML(page.html);
    mend(frame, path);
    here(path);
    const search = frame.querySelector("[data-tool=search]");
    if (search) searchBox(search, async () => parsed("search"));
    else if (frame.querySelector("[data-tool=form]")) await bundle("forms", initForms);
    else if (frame.querySelector("[data-tool]")) await bundle("tools", initTools);
    if (!anchor) {
      scrollTo(0, 0);
      frame.querySelector("main").focus({ preventScroll: true });
    }
  }
  const place = anchor && document.getElementById(anchor);
  if (place) {
    for (let part = place.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
    place.scrollIntoView();
    place.focus({ preventScroll: true });
  }
}

function here(path) {
  for (const link of document.querySelectorAll(".wm-header__list a")) {
    const part = link.getAttribute("href").slice(2);
    if (path === part) link.setAttribute("aria-current", "page");
    else if (part && path.startsWith(part)) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

mend(document, HOME);
addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  if (link) link.setAttribute("href", inFile(shown, link.getAttribute("href")));
}, true);
addEventListener("hashchange", show);
show();
