// How good the search's answers are: nDCG at 5 over the queries of search-queries.json, each with the pages it should
// find and how well (3 exactly, 2 good, 1 useful). Fails below the floor.
//
//   node search-quality.js <site folder>      reads assets/search.<hash>.json there; QUERIES=<file> measures other queries
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { SearchEngine } from "../app/search/engine.js";

const FLOOR = 0.85;
const AT = 5;

const here = dirname(fileURLToPath(import.meta.url));
const assets = join(process.argv[2], "assets");
const texts = readdirSync(assets).find((name) => /^search\..*\.json$/.test(name));
const engine = new SearchEngine(JSON.parse(readFileSync(join(assets, texts), "utf8")));
const queries = JSON.parse(readFileSync(process.env.QUERIES ?? join(here, "search-queries.json"), "utf8"));

const gain = (grades) => grades.slice(0, AT).reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0);

// The place on a page does not matter, except where a page is a list of things of their own.
const page = (path) => (/^(glossary|disagreements)\//.test(path) ? path : path.replace(/#.*/, ""));

const measured = queries.map(({ query, find }) => {
  const grades = new Map(Object.entries(find).map(([path, grade]) => [page(path), grade]));
  const { results } = engine.find(query);
  const seen = new Set();
  const found = results.map(({ path }) => page(path)).filter((path) => !seen.has(path) && seen.add(path));
  const got = found.map((path) => grades.get(path) ?? 0);
  const best = [...grades.values()].sort((a, b) => b - a);
  return { query, score: gain(got) / gain(best), found: found.slice(0, AT).map((path, place) => `${got[place]} ${path}`) };
});
measured.sort((a, b) => a.score - b.score);
const mean = measured.reduce((sum, { score }) => sum + score, 0) / measured.length;
for (const { query, score, found } of measured.slice(0, process.env.WORST ?? 5)) {
  console.log(`${score.toFixed(2)}  ${query}`);
  for (const line of found) console.log(`        ${line}`);
}
console.log(`nDCG@${AT} ${mean.toFixed(3)} over ${measured.length} queries (at least ${FLOOR})`);
process.exit(mean >= FLOOR ? 0 : 1);
