// Every place where a page can leave something behind, searched for a word. What is there is told by its name.
const [word, done] = arguments;
(async () => {
  const found = [];
  const look = (place, text) => {
    if (String(text).includes(word)) found.push(place);
  };
  look("address", decodeURIComponent(location.href));
  look("title", document.title);
  look("history entry", JSON.stringify(history.state));
  look("name of the window", window.name);
  look("referrer", document.referrer);
  look("cookies", document.cookie);
  look("console", (window.said ?? []).join("\n"));
  for (const entry of performance.getEntries()) look("request", decodeURIComponent(entry.name));
  for (const [name, storage] of Object.entries({ localStorage, sessionStorage })) {
    for (const key of Object.keys(storage)) {
      look(`${name} ${key.replace(/\d+$/, "")}`, key + storage[key]);
    }
  }
  for (const { name } of await (indexedDB.databases?.() ?? [])) found.push(`database ${name}`);
  for (const name of await (window.caches?.keys() ?? [])) {
    const cache = await caches.open(name);
    // What the service worker keeps has the hashes that the build lists: its addresses are enough.
    const listed = /^waymark-/.test(name);
    for (const request of await cache.keys()) {
      look("cache", decodeURIComponent(request.url));
      if (listed) continue;
      const kept = await cache.match(request);
      if (/text|json/.test(kept.headers.get("content-type"))) look("cache", await kept.text());
    }
  }
  return found;
})().then(done, (error) => done([`could not look: ${error}`]));
