// The search page: results as you type, by keyboard.
//
// It is not in the wasm bundle with the other tools. The engine is JavaScript already, and the same page as a
// component of the bundle cost 13.6 kB there and a download of 130 kB here. What is typed is not kept and not put into
// the address; it reaches the page as text only.
/*! Includes MiniSearch, (C) Luca Ongaro; stemmer, (C) Titus Wormer; fastest-levenshtein, (C) Kasper Unn Weihe: all MIT */
import { SearchEngine } from "./engine.js";

// Brings the search to life in its place. `read` gives what is searched, by its address.
export function searchBox(place, read) {
  const { texts, root, words } = JSON.parse(place.dataset.props);
  let engine;
  let loading;

  const field = make("input", {
    className: "govuk-input",
    id: "search",
    type: "search",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: false,
  });
  field.setAttribute("aria-describedby", "search-hint");
  const label = make("label", { className: "govuk-label govuk-label--m", htmlFor: "search" }, words.label);
  const hint = make("p", { className: "govuk-hint", id: "search-hint" }, words.hint);
  const status = make("p", { className: "govuk-body" });
  status.setAttribute("role", "status");
  const help = make("div", {});
  const list = make("ol", { className: "govuk-list wm-results" });
  const form = make("div", { className: "govuk-form-group" }, label, hint, field);
  form.setAttribute("role", "search");
  place.replaceChildren(form, status, help, list);
  place.dataset.alive = "";

  // The texts are loaded on first use, and once.
  field.addEventListener("focus", load);
  field.addEventListener("input", () => {
    if (engine) show();
    else load();
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" && go(0)) event.preventDefault();
    if (event.key === "Escape") {
      field.value = "";
      show();
    }
  });
  list.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const here = titles().indexOf(document.activeElement);
    if (!step || here < 0) return;
    event.preventDefault();
    if (here + step < 0) field.focus();
    else go(here + step);
  });

  async function load() {
    if (engine || loading) return;
    loading = true;
    if (field.value) status.textContent = words.loading;
    try {
      engine = new SearchEngine(await read(root + texts));
      show();
    } catch {
      // Said on the page; the next key tries again.
      status.textContent = words.failed;
    }
    loading = false;
  }

  function show() {
    if (!engine) return;
    const query = field.value;
    if (!query.trim()) {
      status.textContent = "";
      help.replaceChildren();
      list.replaceChildren();
      return;
    }
    const { results, suggestion } = engine.find(query);
    list.replaceChildren(...results.map(item));
    help.replaceChildren(...(suggestion ? [meant(suggestion)] : []), ...(results.length ? [] : [make("p", { className: "govuk-body" }, words.none_help)]));
    status.textContent = said(results.length);
  }

  function said(count) {
    if (count === 0) return words.none;
    return count === 1 ? words.one : words.many.replace("{count}", count);
  }

  function meant(suggestion) {
    const button = make("button", { type: "button", className: "wm-link-button" }, suggestion);
    button.addEventListener("click", () => {
      field.value = suggestion;
      field.focus();
      show();
    });
    return make("p", { className: "govuk-body" }, words.meant, " ", button);
  }

  function item({ title, kind, path, passage, source }) {
    const pieces = passage.map(([piece, hit]) => (hit ? make("mark", {}, piece) : piece));
    const text = make("p", { className: "wm-result__passage" }, ...pieces);
    if (source) {
      const link = make("a", { className: "wm-cite", href: root + source.path }, source.name);
      text.append(" ", make("span", { className: "wm-cites" }, link));
    }
    const heading = make("a", { className: "govuk-link wm-result__title", href: root + path }, title);
    return make("li", { className: "wm-result" }, heading, " ", make("span", { className: "wm-result__kind" }, kind), text);
  }

  function titles() {
    return [...list.querySelectorAll(".wm-result__title")];
  }

  function go(number) {
    const title = titles()[number];
    title?.focus();
    return Boolean(title);
  }
}

function make(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}