// How hard our prose is to read: the Flesch-Kincaid grade of each page of guidance (years of American schooling; add
// five for the age). Prints the worst and the middle, and fails above the ceiling.
//
//   node reading-level.js <content folder> [how many of the worst to print]
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const from = createRequire(new URL("../app/package.json", import.meta.url));
const { fleschKincaid } = await import(from.resolve("flesch-kincaid"));
const { syllable } = await import(from.resolve("syllable"));

// Reading age 13 at most, page by page: the aim is 11 to 13.
const CEILING = 8;

const [folder, shown = 10] = process.argv.slice(2);

const pages = readdirSync(join(folder, "guidance"), { recursive: true })
  .filter((name) => name.endsWith(".md"))
  .map((name) => ({ name, ...level(prose(readFileSync(join(folder, "guidance", name), "utf8"))) }))
  .sort((a, b) => b.grade - a.grade);

for (const { name, grade, words } of pages.slice(0, shown)) console.log(`${grade.toFixed(1)}  ${words} words  ${name}`);
const middle = pages[Math.floor(pages.length / 2)].grade;
console.log(`Flesch-Kincaid grade: highest ${pages[0].grade.toFixed(1)} (at most ${CEILING}), middle ${middle.toFixed(1)}, ${pages.length} pages`);
process.exit(pages[0].grade <= CEILING ? 0 : 1);

// The sentences of a page: paragraphs, items and cells, without front matter, headings, citations and link targets.
function prose(text) {
  return text
    .replace(/^\+\+\+\n.*?\n\+\+\+\n/s, "")
    .split("\n")
    .filter((line) => !/^(#|\|[\s|:-]+\|$|\{differs|> \[!|>?\s*$)/.test(line))
    .map((line) => line.replace(/\{[^}]*\}/g, "").replace(/\]\([^)]*\)/g, "").replace(/^\s*(>|-|\d+\.)\s+/, "").replace(/[[*_]/g, ""))
    .flatMap((line) => line.split("|"))
    .flatMap((part) => part.split(/(?<=[.!?:;])\s+/))
    .map((part) => part.trim())
    .filter((part) => /\p{L}/u.test(part));
}

function level(sentences) {
  const words = sentences.flatMap((sentence) => sentence.match(/[\p{L}\p{N}'-]+/gu) ?? []);
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  const counts = { sentence: sentences.length, word: words.length, syllable: syllables };
  return { grade: fleschKincaid(counts), words: words.length };
}
