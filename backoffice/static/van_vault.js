// What a crew writes down, on the telephone: sealed with a key that only its PIN opens. The PIN is kept nowhere.
const ROUNDS = 600_000; // of PBKDF2: six digits are few
const CHECK = "loket";

const asked = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

function base(officer) {
  const request = indexedDB.open(`loket-van-${officer}`, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore("meta");
    request.result.createObjectStore("entries", { keyPath: "id" });
  };
  return asked(request);
}

// Opens the store of this officer, or makes it with this PIN. Null: the PIN is another.
export async function unlock(officer, pin) {
  const store = await base(officer);
  const meta = () => store.transaction("meta").objectStore("meta");
  const salt = (await asked(meta().get("salt"))) ?? crypto.getRandomValues(new Uint8Array(16));
  const key = await keyOf(pin, salt);
  const vault = new Vault(store, key);
  const check = await asked(meta().get("check"));
  if (check) return (await vault.open(check).catch(() => null)) === CHECK ? vault : null;
  await vault.keep("salt", salt);
  await vault.keep("check", await vault.seal(CHECK));
  return vault;
}

async function keyOf(pin, salt) {
  const typed = await crypto.subtle.importKey("raw", new TextEncoder().encode(pin), "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: ROUNDS };
  return crypto.subtle.deriveKey(how, typed, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

class Vault {
  constructor(store, key) {
    this.store = store;
    this.key = key;
  }

  // JSON, or the bytes of a photo.
  async seal(value) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const plain = value instanceof ArrayBuffer ? value : new TextEncoder().encode(JSON.stringify(value));
    return { iv, data: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, this.key, plain) };
  }

  async bytes({ iv, data }) {
    return crypto.subtle.decrypt({ name: "AES-GCM", iv }, this.key, data);
  }

  async open(sealed) {
    return JSON.parse(new TextDecoder().decode(await this.bytes(sealed)));
  }

  keep(name, value) {
    return asked(this.store.transaction("meta", "readwrite").objectStore("meta").put(value, name));
  }

  async visits() {
    const kept = await asked(this.store.transaction("meta").objectStore("meta").get("visits"));
    return kept ? this.open(kept) : [];
  }

  async keepVisits(visits) {
    await this.keep("visits", await this.seal(visits));
  }

  // On the disk before anybody is told that it is kept.
  async add(entry, photo) {
    const id = crypto.randomUUID();
    const row = { id, made: Date.now(), state: "waiting", reason: "", entry: await this.seal(entry) };
    row.photo = photo ? await this.seal(await photo.arrayBuffer()) : null;
    await this.put(row);
    return id;
  }

  put(row) {
    const deed = this.store.transaction("entries", "readwrite", { durability: "strict" });
    deed.objectStore("entries").put(row);
    return new Promise((resolve, reject) => {
      deed.oncomplete = resolve;
      deed.onerror = deed.onabort = () => reject(deed.error);
    });
  }

  drop(id) {
    return asked(this.store.transaction("entries", "readwrite").objectStore("entries").delete(id));
  }

  async rows() {
    const all = await asked(this.store.transaction("entries").objectStore("entries").getAll());
    return all.sort((one, other) => one.made - other.made);
  }
}
