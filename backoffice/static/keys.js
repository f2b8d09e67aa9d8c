// Everything by keyboard: an element names its key in data-key; "?" shows those of this page. j and k walk through rows.
const TYPING = "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]";
const help = document.getElementById("keys");
const shown = () => [...document.querySelectorAll("[data-key]")].filter((element) => element.checkVisibility() || element.closest(".rarer"));

// A key that many rows have is that of the row one stands on, else of the first.
function named() {
  const all = shown(), row = rowOf(document.activeElement);
  const same = (element) => all.filter((other) => other.dataset.key === element.dataset.key);
  return all.filter((element) => element === (same(element).find((other) => row?.contains(other)) ?? same(element)[0]));
}

function label(element) {
  return element.dataset.keyName ?? element.getAttribute("aria-label") ?? element.textContent.trim().replace(/\s+/g, " ");
}

function showHelp() {
  const list = help.querySelector("dl");
  list.querySelectorAll("[data-of-page]").forEach((row) => row.remove());
  const there = { rows: places().length > 0, photos: document.querySelector("[data-viewer]") !== null };
  list.querySelectorAll("[data-for]").forEach((row) => { row.hidden = !there[row.dataset.for]; });
  const last = list.firstElementChild; // this page's own stand first, in their order
  for (const element of named()) {
    const row = document.createElement("div");
    row.dataset.ofPage = "";
    row.append(Object.assign(document.createElement("dt"), { textContent: element.dataset.key }));
    row.append(Object.assign(document.createElement("dd"), { textContent: label(element) }));
    list.insertBefore(row, last);
  }
  help.showModal();
}

// A row is gone to by its link, or by the box that chooses it; p ticks the box of the row that one stands on.
const ROWS = ".rows tbody tr, .to-sign > article, .envelope, [data-row]";

function places() {
  const own = (row) => (row.matches("[data-row]") ? row : row.querySelector(".number a") ?? row.querySelector(BOX));
  return [...document.querySelectorAll(ROWS)].map(own).filter((place) => place?.checkVisibility());
}

const BOX = "input[type=checkbox]:not(:disabled)";
const rowOf = (element) => element.closest("article") ?? element.closest("tr");
const choose = () => rowOf(document.activeElement)?.querySelector(BOX)?.click();

function walk(step) {
  const links = places(), row = rowOf(document.activeElement);
  const stood = links.findIndex((link) => link === document.activeElement || row?.contains(link));
  const next = links[stood + step] ?? links.at(step > 0 ? 0 : -1);
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

function press(element) {
  if (element.matches("input, textarea, select")) return element.focus();
  element.click();
  const opened = element.matches("summary") ? element.parentElement : element.dataset.ask && unfolded();
  if (opened) typeInto(opened);
}

// A form that opens is for typing at once: no letter meant for it may reach a shortcut.
const unfolded = () => document.querySelector("details[open]:has([data-reason])");
document.addEventListener("toggle", (event) => typeInto(event.target), { capture: true });

function typeInto(details) {
  const field = details.open ? details.querySelector("[name=reason], [data-first]") : null;
  field?.focus({ preventScroll: true });
  if (field && !field.closest(".panel")) field.scrollIntoView({ block: "center" }); // a panel stands above the bar, in sight
}

// Enter in a panel takes the panel's own button: the form's first may stand elsewhere and do another thing.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.isComposing || !event.target.matches(TYPING) || !event.target.matches("input")) return;
  const own = event.target.closest(".panel")?.querySelector("button:not([type=button])");
  if (own?.form !== event.target.form) return;
  event.preventDefault();
  own.click();
});

// One click, one deed: a second click while the first is on its way does nothing. What opens in a tab of its own, a PDF
// to print, leaves this page as it is.
let onItsWay = new WeakSet();
document.addEventListener("submit", (event) => {
  if (event.target.method !== "post" || event.defaultPrevented) return;
  if ((event.submitter?.formTarget || event.target.target) === "_blank") return;
  if (onItsWay.has(event.target)) event.preventDefault();
  onItsWay.add(event.target);
});
window.addEventListener("pageshow", () => { onItsWay = new WeakSet(); });

// Gone when it would come too late; until then it counts down, silently.
for (const bar of document.querySelectorAll(".undo")) {
  let left = Number(bar.dataset.seconds);
  const said = bar.querySelector("[data-left]");
  const counting = setInterval(() => {
    left -= 1;
    if (said) said.textContent = said.textContent.replace(/\d+/, left);
    if (left > 0) return;
    clearInterval(counting);
    bar.remove();
  }, 1000);
}
for (const part of document.querySelectorAll("[data-bottom]")) part.scrollTop = part.scrollHeight;
for (const part of document.querySelectorAll("[data-from]")) {
  const last = [...part.querySelectorAll(`.${part.dataset.from}`)].at(-1); // what was asked, and all that came after
  part.scrollTop = last ? last.offsetTop - part.offsetTop : part.scrollHeight;
}
for (const here of document.querySelectorAll(".places .active, .tabs .active")) (here.closest("details")?.querySelector("summary") ?? here).scrollIntoView({ block: "nearest", inline: "center" });

// What was typed stays for the next time the form is opened.
function leave(place) {
  place.blur();
  if (!place.matches("details")) return;
  place.open = false;
  place.querySelector("summary").focus();
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat && !"jk".includes(event.key)) return;
  const typing = event.target.matches(TYPING);
  const panel = document.querySelector("details.drop[open]");
  if (event.key === "Escape" && (typing || unfolded() || panel)) leave(unfolded() ?? panel ?? event.target);
  if (typing || unfolded()) return;
  const wanted = named().find((element) => element.dataset.key === event.key);
  if (help.open) return;
  if (event.key === "?") showHelp();
  else if (event.key === "j" || event.key === "k") walk(event.key === "j" ? 1 : -1);
  else if (event.key === "p") choose();
  else if (wanted) press(wanted);
  else return;
  event.preventDefault();
});
