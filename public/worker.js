// The service worker: keeps one whole build of the site on the device, so that every page opens without a network.
//
// Must be JavaScript: a worker that answers for the site cannot wait for wasm. The prerenderer writes `sw.js` from this
// file with `build` in front: its name, the root it was built for, and every file with the hash of its bytes.
//
// It never mixes two builds. A build has a cache of its own, which counts only when every file is in it with the bytes
// that the build lists; and a new build waits until no page of the old one is open.
const CACHE = `waymark-${build.name}`;
const AT_ONCE = 6;
const root = new URL("./", location.href);

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(dropOtherBuilds()));
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method === "GET" && url.origin === root.origin && url.pathname.startsWith(root.pathname)) {
    event.respondWith(answer(event.request, url));
  }
});
self.addEventListener("message", (event) => {
  if (event.data === "take over") event.waitUntil(takeOver(event.source));
});

async function install() {
  const cache = await caches.open(CACHE);
  const there = new Set((await cache.keys()).map((request) => request.url));
  const missing = build.files.filter(([path]) => !there.has(new URL(path, root).href));
  const next = async () => {
    for (let file = missing.pop(); file; file = missing.pop()) {
      const [path, integrity] = file;
      const url = new URL(path, root);
      // A file of another build, or one that was changed on its way, has other bytes: then nothing is installed.
      const found = await fetch(url, { integrity, cache: "no-cache", credentials: "same-origin" });
      if (!found.ok) throw new Error(`${path}: ${found.status}`);
      await cache.put(url, found);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
}

async function dropOtherBuilds() {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith("waymark-") && name !== CACHE);
  await Promise.all(others.map((name) => caches.delete(name)));
}

async function answer(request, url) {
  const cache = await caches.open(CACHE);
  const plain = new URL(url.pathname.replace(/\/index\.html$/, "/"), root);
  const found = await cache.match(plain);
  if (found) return found;
  if (request.mode !== "navigate") return fetch(request);
  if (await cache.match(`${plain}/`)) return Response.redirect(`${plain}/`, 301);
  try {
    return await fetch(request);
  } catch {
    const page = await cache.match(new URL("404.html", root));
    if (!page) return Response.error();
    // The one page whose links start at a root: at that of the address it was built for.
    const html = (await page.text()).replaceAll(`="${build.root}`, `="${root.pathname}`);
    return new Response(html, { status: 404, headers: { "content-type": "text/html; charset=utf-8" } });
  }
}

// Only when one page is open: what is being typed in another must not be cut off from its build.
async function takeOver(page) {
  const pages = await clients.matchAll({ type: "window", includeUncontrolled: true });
  if (pages.length > 1) page.postMessage("other pages");
  else await self.skipWaiting();
}
