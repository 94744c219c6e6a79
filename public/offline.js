// Asks the browser to keep the site for use without a network, and says when a newer version is ready.
//
// Must be JavaScript: it runs on pages that have no tool, and so no wasm.
(async function () {
  const STAY = 4000; // milliseconds
  const root = new URL("../", import.meta.url);
  const workers = navigator.serviceWorker;
  if (!workers || !location.href.startsWith(root.href)) return;
  // Who only glances at a page is not made to download the guide.
  await new Promise((stayed) => setTimeout(stayed, STAY));
  const notice = document.querySelector("[data-newer]");
  const button = notice.querySelector("button");
  const others = notice.querySelector("[role=status]");
  // What installing needs: two more requests, which the first sight of a page does not wait for.
  const manifest = document.createElement("link");
  manifest.rel = "manifest";
  manifest.href = new URL("manifest.webmanifest", root).href;
  document.head.append(manifest);
  // The one address that the page's policy lets become a script.
  const address = new URL("sw.js", root).href;
  const trusted = window.trustedTypes?.createPolicy("waymark", { createScriptURL: () => address });
  let registration;
  try {
    registration = await workers.register(trusted?.createScriptURL("") ?? address, { scope: root.pathname, updateViaCache: "none" });
  } catch {
    return; // Blocked, or a private window: the site works as it did, with a network.
  }
  const tell = () => {
    notice.hidden = !(registration.waiting && workers.controller);
  };
  tell();
  registration.addEventListener("updatefound", () => {
    registration.installing.addEventListener("statechange", tell);
  });
  let asked = false;
  button.addEventListener("click", () => {
    asked = true;
    registration.waiting?.postMessage("take over");
  });
  workers.addEventListener("message", (event) => {
    if (event.data === "other pages") others.textContent = others.dataset.others;
  });
  workers.addEventListener("controllerchange", () => {
    if (asked) location.reload();
  });
})();
