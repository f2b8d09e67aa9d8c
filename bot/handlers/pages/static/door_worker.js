// Where there is no signal it shows the page that says so. Nothing else is kept: what is said here is the citizen's.
const { pathname, searchParams } = new URL(self.location);
const OFFLINE = new URL(`tanpa-sinyal?lang=${searchParams.get("lang")}`, self.location).href;
const STYLE = new URL(searchParams.get("style"), self.location).href;
const [MINE, SHELF] = [`laman ${pathname}`, `laman ${pathname} ${OFFLINE} ${STYLE}`];

self.addEventListener("install", (event) => event.waitUntil(shelve().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(tidy().then(() => self.clients.claim())));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  if (request.mode === "navigate") event.respondWith(fetch(request).catch(() => shelved(OFFLINE)));
  else if (request.url === STYLE) event.respondWith(fetch(request).catch(() => shelved(STYLE)));
});

async function shelve() {
  const shelf = await caches.open(SHELF);
  await shelf.addAll([OFFLINE, STYLE].map((address) => new Request(address, { credentials: "omit", cache: "reload" })));
}

const shelved = async (address) => (await (await caches.open(SHELF)).match(address)) ?? Response.error();

async function tidy() {
  const old = (await caches.keys()).filter((name) => name.startsWith(MINE) && name !== SHELF);
  await Promise.all(old.map((name) => caches.delete(name)));
}
