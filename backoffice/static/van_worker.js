// Keeps the van desk's page for when there is no signal: from the network while it answers, else as it was last seen.
const SHELL = "van-desk";
const PATIENCE = 5000; // milliseconds: a weak signal is none

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).pathname.endsWith("/data")) return; // the page asks by itself
  event.respondWith(answer(request));
});

async function answer(request) {
  const shell = await caches.open(SHELL);
  try {
    const fresh = await Promise.race([fetch(request), late()]);
    if (fresh.ok && !fresh.redirected) await shell.put(request, fresh.clone());
    return fresh;
  } catch {
    return (await shell.match(request, { ignoreVary: true })) ?? Response.error();
  }
}

const late = () => new Promise((_, reject) => setTimeout(reject, PATIENCE));
