// Searching the guide: MiniSearch finds and ranks; this file says what is searched, which words mean the same, and how
// statements lead to the pages that use them.
//
// It is JavaScript because MiniSearch is: a well-kept engine of 6 kB, which knows beginnings of words and misspelling.
// There is no DOM here, so that the quality of the answers is measured outside a browser.
import { distance } from "fastest-levenshtein";
import MiniSearch from "minisearch";
import { stemmer as porter } from "stemmer";

// What a match is worth by where it stands, found by measuring (tests/search-quality.js).
const WORTH = {
  title: 7,
  words: 4.4,
  text: 1.3,
  body: 1.3,
  // Another word for what was typed.
  alike: 0.76,
  // A beginning of a word.
  beginning: 0.9,
  // A word of the glossary: wanted when little else was typed, else a page that tells more.
  term: 1.05,
  // A page without one of the things typed falls far behind.
  cover: 1.9,
  // What was typed is the page's title, the nearer the more.
  titled: 0.9,
  // Words typed beside each other stand beside each other.
  beside: 0.5,
  // A page that draws sources together.
  topic: 1.13,
  // MiniSearch's own: how soon repeats stop to count, and how much a long text counts against a page.
  k: 1.4,
  b: 0.33,
};
const SHOWN = 12;
// Words too common to tell pages apart.
const COMMON = new Set(
  (
    "a about am an and any are as at be been by came can could did do does doesnt doing done dont for from get got had " +
    "has have he her him his how i if in into is isnt it its just me my need needs no not now of on or our out she " +
    "should so some that the their them then there they this to up us want wants was we were what when where " +
    "which who why will with would yes you your"
  ).split(" "),
);

// Each word is stemmed once.
const stemOf = new Map();

function stemmer(word) {
  let stem = stemOf.get(word);
  if (stem === undefined) stemOf.set(word, (stem = porter(word)));
  return stem;
}

export class SearchEngine {
  #index;
  #data;
  // By the first word of each member, as a stem.
  #synonyms = new Map();
  // For each page, the statements it uses: source, place, place of the heading.
  #used;
  // For each document, its title and all of it, as stems in a row.
  #rows = new Map();
  // What was found for each thing asked for: while someone types, only the last word changes.
  #found = new Map();
  #spelt = new Map();
  // The shortest word behind a stem: a suggestion is shown as people write it.
  #written = new Map();

  constructor(data) {
    data.sources.forEach(unfold);
    this.#data = data;
    for (const group of data.synonyms.map((members) => members.map(words))) {
      for (const member of group) {
        const entry = { stems: member.map(stemmer), others: group.filter((other) => other !== member) };
        const first = entry.stems[0];
        this.#synonyms.set(first, [...(this.#synonyms.get(first) ?? []), entry]);
      }
    }
    this.#index = new MiniSearch({
      idField: "id",
      fields: ["title", "words", "text", "body"],
      tokenize: words,
      processTerm: (word) => this.#stem(word),
    });
    this.#used = statementsOfPages(data);
    for (const document of documents(data, this.#used)) {
      this.#index.add(document);
      const { id, title, words, text, body } = document;
      const all = [title, words, text, body].map((part) => row(part)).join(" . ");
      const inTitle = row(title)
        .split(" ")
        .filter((stem) => stem && !COMMON.has(stem));
      this.#rows.set(id.join(), { inTitle, all: ` ${all} ` });
    }
  }

  // At most twelve results, the best first, and a better spelling where something stands nowhere as typed.
  find(query) {
    const typed = words(query);
    if (typed.length === 0) return { results: [], suggestion: null };
    const statement = this.#statement(query.trim().toLowerCase());
    if (statement) return { results: [statement], suggestion: null };
    // What stands nowhere as typed is looked for in its likeliest spelling, and the reader is told.
    const suggestion = this.#suggestion(typed);
    const asked = this.#asked(suggestion ? words(suggestion) : typed);
    const results = this.#ranked(asked).slice(0, SHOWN).map((found) => this.#result(found));
    return { results, suggestion };
  }

  #stem(word) {
    if (COMMON.has(word)) return null;
    const stem = stemmer(word);
    const known = this.#written.get(stem);
    if (!known || word.length < known.length) this.#written.set(stem, word);
    return stem;
  }

  // The things asked for: each a word, or words that the synonyms know as one, with the other words for it.
  #asked(typed) {
    const asked = [];
    const stems = typed.map(stemmer);
    for (let at = 0; at < typed.length; ) {
      const { length, alike } = this.#synonymsAt(stems, at);
      const last = at + length === typed.length;
      const own = typed.slice(at, at + length);
      at += length;
      if (alike.length === 0 && COMMON.has(own[0])) continue;
      asked.push({ own, alike, last });
    }
    return asked;
  }

  // The longest words from here on that a group knows, and what else that group has.
  #synonymsAt(stems, at) {
    let found = { length: 1, alike: [] };
    for (const { stems: member, others } of this.#synonyms.get(stems[at]) ?? []) {
      if (member.length < found.length || !member.every((stem, place) => stem === stems[at + place])) continue;
      found = { length: member.length, alike: member.length > found.length ? others : [...found.alike, ...others] };
    }
    return found;
  }

  // What the index has for one thing asked for, by document.
  #matches(thing) {
    const key = `${thing.last ? "…" : ""}${thing.own.join(" ")}`;
    if (!this.#found.has(key)) this.#found.set(key, [...this.#search(thing)]);
    return this.#found.get(key);
  }

  #search({ own, alike, last }) {
    const { title, words, text, body, k, b } = WORTH;
    const search = (terms, options) => {
      const hits = this.#index.search(terms.join(" "), {
        combineWith: "AND",
        boost: { title, words, text, body },
        bm25: { k, b, d: 0.5 },
        processTerm: (word) => (COMMON.has(word) && terms.length > 1 ? null : stemmer(word)),
        ...options,
      });
      // Several words that mean one thing have to stand in a row: a child and a need are no child in need.
      const phrase = ` ${row(terms.join(" "))} `;
      return terms.length > 1 ? hits.filter(({ id }) => this.#rows.get(id.join()).all.includes(phrase)) : hits;
    };
    const less = (hits, factor) => hits.map((hit) => ({ ...hit, score: hit.score * factor }));
    let exact = search(own, {});
    const word = own.at(-1);
    // Rarer words weigh more, but another word for it must not outweigh the word itself.
    const most = top(exact);
    if (exact.length === 0 && last && own.length === 1 && word.length > 2) {
      exact = less(search(own, { prefix: true, processTerm: (typed) => typed }), WORTH.beginning);
    }
    const others = alike.flatMap((member) => {
      const hits = search(member, {});
      return less(hits, WORTH.alike * (most > 0 ? Math.min(1, most / top(hits)) : 1));
    });
    const best = new Map();
    for (const hit of [...exact, ...others]) {
      const key = hit.id.join();
      if ((best.get(key)?.score ?? 0) < hit.score) best.set(key, hit);
    }
    return best.values();
  }

  // Pages and words, the best first: the sum over what was asked for, less for each thing that is lacking.
  #ranked(asked) {
    const found = new Map();
    for (const thing of asked) {
      for (const { id, score, terms } of this.#matches(thing)) {
        const key = id.join();
        if (!found.has(key)) found.set(key, { id, score: 0, covered: 0, terms: new Set() });
        const page = found.get(key);
        page.score += score;
        page.covered += 1;
        terms.forEach((term) => page.terms.add(term));
      }
    }
    const pages = [...found.values()];
    const pairs = asked.slice(1).map((thing, at) => ` ${row(`${asked[at].own.at(-1)} ${thing.own[0]}`)} `);
    for (const page of pages) page.worth = this.#worthOf(page, asked.length);
    // Words beside each other are looked for only where that can change what is shown: it means reading whole pages.
    const first = pages.sort((a, b) => b.worth - a.worth).slice(0, 4 * SHOWN);
    for (const page of first) page.worth *= 1 + WORTH.beside * this.#near(page, pairs);
    return first.sort((a, b) => b.worth - a.worth);
  }

  #near({ id }, pairs) {
    const { all } = this.#rows.get(id.join());
    return pairs.filter((pair) => all.includes(pair)).length / Math.max(1, pairs.length);
  }

  #worthOf({ id, score, covered, terms }, asked) {
    const { term, cover, titled, topic } = WORTH;
    const { inTitle } = this.#rows.get(id.join());
    const both = inTitle.filter((stem) => terms.has(stem)).length;
    const named = both === 0 ? 0 : (2 * both) / (inTitle.length + Math.max(asked, both));
    const sort = id[0] === "t" ? term : this.#data.pages[id[1]][3].startsWith("topics/") ? topic : 1;
    return sort * score * (covered / asked) ** cover * (1 + titled * named);
  }

  #result({ id: [sort, place], terms }) {
    const data = this.#data;
    if (sort === "t") {
      const [title, text, path] = data.terms[place];
      return { title, kind: data.kinds[data.termKind], path, passage: marked(text, terms), source: null };
    }
    const [title, headings, text, path, number] = data.pages[place];
    const kind = data.kinds[number];
    const passage = this.#passage(place, terms);
    if (!passage) {
      return { title, kind, path: withHeading(path, headings, terms), passage: marked(text, terms), source: null };
    }
    const source = data.sources[passage.source];
    const id = source.ids[passage.statement];
    return {
      title,
      kind,
      path: passage.heading > 0 ? `${path}#${headings[passage.heading - 1]}` : path,
      passage: marked(source.gists[passage.statement], terms),
      source: { name: source.name, path: `${source.path}#${id}` },
    };
  }

  // The statement of a page that has most of what was looked for; the shortest of several.
  #passage(page, terms) {
    let [best, most] = [null, 0];
    for (const used of this.#used[page]) {
      const { gists, stems } = this.#data.sources[used.source];
      const gist = gists[used.statement];
      let has = 0;
      for (const term of terms) has += stems[used.statement].has(term) ? 1 : 0;
      const worth = has - gist.length / 1000;
      if (has > 0 && worth > most) [best, most] = [used, worth];
    }
    return best;
  }

  // An id typed whole leads to its statement.
  #statement(id) {
    for (const source of this.#data.sources) {
      const place = source.ids.indexOf(id);
      if (place >= 0) {
        const path = `${source.path}#${id}`;
        const kind = this.#data.kinds[this.#data.statementKind];
        return { title: id, kind, path, passage: [[source.gists[place], false]], source: { name: source.name, path } };
      }
    }
    return null;
  }

  // What was typed, with each word that stands nowhere put right, if there is a word like it.
  #suggestion(typed) {
    let changed = false;
    // Words that the synonyms know need not stand in any page.
    const known = new Set();
    const stems = typed.map(stemmer);
    for (let at = 0; at < typed.length; at += 1) {
      const { length, alike } = this.#synonymsAt(stems, at);
      for (let place = at; alike.length > 0 && place < at + length; place += 1) known.add(place);
    }
    const better = typed.map((word, place) => {
      if (COMMON.has(word) || word.length < 4 || known.has(place)) return word;
      const likeliest = this.#spelling(word, place === typed.length - 1);
      changed ||= likeliest !== word;
      return likeliest;
    });
    return changed ? better.join(" ") : null;
  }

  // The word itself where it stands somewhere, or begins a word that does while it is typed; else the likeliest.
  #spelling(word, last) {
    const key = `${last ? "…" : ""}${word}`;
    if (!this.#spelt.has(key)) this.#spelt.set(key, this.#spell(word, last));
    return this.#spelt.get(key);
  }

  #spell(word, last) {
    const found = (options) => this.#index.search(word, { processTerm: stemmer, ...options });
    if (found({ prefix: false }).length > 0) return word;
    if (last && this.#index.search(word, { prefix: true, processTerm: (typed) => typed }).length > 0) return word;
    const alike = found({ fuzzy: 0.34 }).flatMap(({ terms }) => terms);
    return this.#likeliest(word, new Set(alike)) ?? word;
  }

  // The nearest in spelling; of several, one that begins alike.
  #likeliest(word, stems) {
    let [found, least] = [null, Infinity];
    for (const stem of stems) {
      const written = this.#written.get(stem) ?? stem;
      const far = Math.min(distance(word, written), distance(stemmer(word), stem)) + (written[0] === word[0] ? 0 : 0.5);
      if (far < least) [found, least] = [written, far];
    }
    return found;
  }
}

function top(hits) {
  return Math.max(0, ...hits.map(({ score }) => score));
}

// Lists travel as text: see search_texts.rs.
function unfold(source) {
  source.ids = source.ids.split(" ").map((rest) => source.prefix + rest);
  source.gists = source.gists.split("\n");
  source.stems = source.gists.map((gist) => new Set(words(gist).map(stemmer)));
  source.uses = source.uses.split(" ").map((use) => (use ? use.split(".").map(Number) : []));
}

// To the heading with the most of what was looked for, if any has some of it.
function withHeading(path, headings, terms) {
  const count = (heading) => new Set(heading.split("-").map(stemmer).filter((stem) => terms.has(stem))).size;
  const best = headings.reduce((a, b) => (count(b) > count(a) ? b : a), "");
  return best ? `${path}#${best}` : path;
}

function row(text) {
  return words(text)
    .map(stemmer)
    .join(" ");
}

function words(text) {
  return text.toLowerCase().replace(/[’']s\b|[’']/g, "").split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

function* documents(data, used) {
  for (const [place, [title, headings, text, , , names = []]] of data.pages.entries()) {
    const body = used[place].map(({ source, statement }) => data.sources[source].gists[statement]).join(" ");
    yield { id: ["p", place], title, words: [...headings, ...names].join(" "), text, body };
  }
  for (const [place, [title, text]] of data.terms.entries()) yield { id: ["t", place], title, words: "", text, body: "" };
}

function statementsOfPages(data) {
  const used = data.pages.map(() => []);
  for (const [source, { uses }] of data.sources.entries()) {
    for (const [statement, places] of uses.entries()) {
      for (let at = 0; at < places.length; at += 2) used[places[at]].push({ source, statement, heading: places[at + 1] });
    }
  }
  return used;
}

// The text in pieces, each with whether it was looked for.
function marked(text, terms) {
  return text
    .split(/(\p{L}[\p{L}\p{N}’']*)/u)
    .filter(Boolean)
    .map((piece) => [piece, terms.has(stemmer(piece.toLowerCase()))])
    .reduce((pieces, [piece, hit]) => {
      const last = pieces.at(-1);
      if (last && last[1] === hit) last[0] += piece;
      else pieces.push([piece, hit]);
      return pieces;
    }, []);
}
