// The van desk without signal: tickets, who came, enrolments and photographed papers, kept here until they are sent.
import { unlock } from "./van_vault.js";
import { send } from "./van_sending.js";
import "./ticket.js";

const main = document.getElementById("content");
const words = JSON.parse(main.dataset.words);
const at = (id) => document.getElementById(id);
const LANGUAGE = document.documentElement.lang;
const EVERY = 20_000; // milliseconds between two tries
let vault = null;

keepPage();
if (!navigator.onLine) tell("offline"); // a network is not yet the office: it says "online" once that answered
addEventListener("online", () => sync());
addEventListener("offline", () => tell("offline"));

// The page and all that it is made of, so that it opens where there is no signal.
async function keepPage() {
  if (!("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.register(main.dataset.worker, { scope: location.pathname });
  const parts = [...document.querySelectorAll("link[href], script[src]")].map((part) => part.href || part.src);
  const shell = await caches.open("van-desk");
  const all = [location.pathname, ...parts, new URL("ticket.js", import.meta.url).href];
  if (navigator.onLine) await Promise.allSettled(all.map((address) => shell.add(address)));
  await navigator.serviceWorker.ready;
  document.documentElement.dataset.kept = "yes";
}

at("unlock").addEventListener("submit", async (event) => {
  event.preventDefault();
  const pin = at("pin").value.trim();
  if (!/^[0-9]{6,12}$/.test(pin)) return fault("pin-short");
  vault = await unlock(document.documentElement.dataset.officer, pin);
  at("pin").value = "";
  if (!vault) return fault("pin-wrong");
  at("unlock").hidden = true;
  at("work").hidden = false;
  await show();
  setInterval(sync, EVERY);
  return sync();
});

const fault = (key) => { at("pin-fault").textContent = words[key]; };

async function tell(key) {
  const waiting = vault ? (await vault.rows()).filter((row) => row.state === "waiting").length : 0;
  at("status").textContent = waiting ? `${words[key]} · ${words.waiting}: ${waiting}` : words[key];
  if (key === "login") at("status").append(" ", Object.assign(document.createElement("a"), { href: main.dataset.login, textContent: "→" }));
}

async function sync() {
  if (!vault) return;
  const how = await send(vault, main);
  await show();
  await tell(how === "sent" ? "online" : how);
}

// Sel, 01-12, 09.00-12.00: what a crew looks for in a row of visits.
function shownTime({ on, opens, closes }) {
  const [year, month, day] = on.split("-");
  const weekday = new Date(year, month - 1, day).toLocaleDateString(LANGUAGE, { weekday: "short" });
  const hours = `${opens}-${closes}`;
  return `${weekday}, ${day}-${month}, ${LANGUAGE === "id" ? hours.replaceAll(":", ".") : hours}`;
}

async function show() {
  const visits = (await vault.visits()).filter((each) => each.state !== "cancelled");
  const chosen = at("visit").value;
  at("visit").replaceChildren(...visits.map((each) => new Option(`${shownTime(each)}, ${each.place}`, each.key)));
  const today = visits.find((each) => each.on === new Date().toLocaleDateString("sv"));
  if (visits.length) at("visit").value = visits.some((each) => each.key === chosen) ? chosen : (today ?? visits.at(-1)).key;
  askWhatIsDone(visits);
  const rows = await Promise.all((await vault.rows()).reverse().map(line));
  at("entries").replaceChildren(...rows);
}

// Who comes without a ticket is asked about an IKD where it is activated; a field that is not asked is not sent.
function askWhatIsDone(visits) {
  const part = document.querySelector("form[data-kind=walk_in] [data-activates]");
  ask(part, visits.find((each) => each.key === at("visit").value)?.activates);
}

const ask = (part, asked) => { part.disabled = part.hidden = !asked; };

async function line(row) {
  const { kind, fields } = await vault.open(row.entry);
  const told = [words[`kind-${kind}`], fields.code || fields.name, new Date(row.made).toLocaleTimeString(LANGUAGE, { hour: "2-digit", minute: "2-digit", hour12: false })];
  const item = document.createElement("li");
  item.dataset.state = row.state;
  const text = Object.assign(document.createElement("span"), { textContent: told.filter(Boolean).join(" · ") });
  const state = Object.assign(document.createElement("span"), { textContent: `${words[row.state]} ${row.reason}`.trim() });
  state.className = row.state === "conflict" ? "flag late" : "quiet";
  item.append(text, state);
  return item;
}

at("find").addEventListener("submit", async (event) => {
  event.preventDefault();
  const code = event.target.code.value.trim().replace(/\/+$/, "").split("/").pop().toUpperCase();
  const visits = await vault.visits();
  const known = visits.flatMap((each) => each.tickets).find((each) => each.code === code);
  const mine = await Promise.all((await vault.rows()).map((row) => vault.open(row.entry)));
  const twice = mine.some(({ kind, fields }) => kind === "served" && fields.code === code);
  at("ticket").hidden = false;
  at("ticket").code.value = code;
  const activates = visits.find((each) => known ? each.tickets.includes(known) : each.key === at("visit").value)?.activates;
  for (const part of at("ticket").querySelectorAll("fieldset")) {
    const of = "person" in part.dataset ? known?.ikd ?? activates : !known?.ikd && (activates || !("activates" in part.dataset));
    ask(part, of);
  }
  at("outcome").required = Boolean(known?.ikd);
  const told = known ? `${words.number} ${known.number}, ${known.people}, ${words[`state-${known.state}`] ?? ""}` : words.unknown;
  at("ticket-told").textContent = `${code}: ${twice ? words.twice : told}`;
});

at("visit").addEventListener("change", async () => askWhatIsDone(await vault.visits()));

for (const form of document.querySelectorAll("form[data-kind]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    keep(form, form.dataset.kind);
  });
}
at("missed").addEventListener("click", () => keep(at("ticket"), "missed"));

async function keep(form, kind) {
  const { photo, ...fields } = Object.fromEntries(new FormData(form));
  await vault.add({ kind, key: at("visit").value, fields }, photo?.size ? photo : null);
  form.reset();
  if (form.id === "ticket") form.hidden = true;
  await show();
  await tell("kept");
  await sync();
}
