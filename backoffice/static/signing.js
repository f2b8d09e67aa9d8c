// Signs the chosen documents one by one. The passphrase lives in this page alone and is cleared when the batch ends.
const form = document.querySelector("[data-signing]");
const cards = [...form?.querySelectorAll("[data-document]") ?? []];
const box = (card) => card.querySelector("input[type=checkbox]");
const open = () => cards.filter((card) => !card.dataset.done);
let count = () => {};
if (form) reading();
if (form?.querySelector(".sign")) signing();

function reading() {
  for (const shown of form.querySelectorAll("details:has([data-pages])")) {
    shown.addEventListener("toggle", () => {
      const pages = shown.querySelector("[data-pages]"); // opened is looked at: not before
      if (shown.open && !pages.firstChild) turn(pages, 1);
    });
  }
  for (const nearer of form.querySelectorAll("[data-zoom]")) {
    nearer.addEventListener("click", () => {
      const pages = nearer.closest(".reading").querySelector(".pages");
      const zoom = Number(getComputedStyle(pages).getPropertyValue("--zoom")) * Number(nearer.dataset.zoom);
      pages.style.setProperty("--zoom", Math.min(4, Math.max(1, zoom)));
    });
  }
  for (const card of cards) {
    for (const button of card.querySelectorAll("details button[form]")) button.form.addEventListener("submit", (event) => putBy(event, card));
  }
}

// One page after the other, until there is none. What cannot be drawn is told in words: the PDF has a link of its own.
async function turn(pages, number) {
  const answer = await fetch(`${pages.dataset.pages}${number}.png`, { redirect: "manual" }).catch(() => null);
  if (!answer?.ok) {
    if (answer?.status !== 404 || number === 1) pages.append(Object.assign(document.createElement("p"), { textContent: await why(answer), role: "alert" }));
    return;
  }
  const page = Object.assign(new Image(), { src: URL.createObjectURL(await answer.blob()), alt: `${pages.getAttribute("aria-label")} ${number}` });
  page.addEventListener("load", () => URL.revokeObjectURL(page.src));
  pages.append(page);
  turn(pages, number + 1);
}

async function why(answer) {
  if (answer?.type === "opaqueredirect") return form.dataset.out;
  return answer?.status === 422 ? answer.text() : form.dataset.lost;
}

// Given back, or to be signed by hand: here and now, so that what was chosen and typed for the others stays.
async function putBy(event, card) {
  event.preventDefault();
  const { target, submitter } = event;
  submitter.disabled = true;
  const answer = await asked(target.action, new FormData(target));
  submitter.disabled = false;
  say(card, answer.said, answer.ok);
  if (!answer.ok) return;
  close(card);
  card.querySelector("[data-undo]").hidden = !target.id.startsWith("hand");
}

// No answer, or a page instead of one, tells nothing of the document; a redirect, that the session has ended.
async function asked(action, body) {
  const token = document.querySelector("meta[name=csrf-token]").content;
  try {
    const headers = { "X-CSRFToken": token, Accept: "application/json" };
    const answer = await fetch(action, { method: "POST", body, headers, redirect: "manual" });
    if (answer.type !== "opaqueredirect") return { ok: answer.ok, ...await answer.json() };
    for (const link of form.querySelectorAll("[data-login]")) link.hidden = false;
    return { ok: false, said: form.dataset.out, stop: true };
  } catch {
    return { ok: false, said: form.dataset.lost, stop: true };
  }
}

function say(card, said, good) {
  const line = card.querySelector(".outcome");
  line.textContent = said;
  line.className = `outcome ${good ? "good" : "bad"}`;
}

// Nothing of it is left to read, to sign or to give back.
function close(card) {
  card.dataset.done = "yes";
  box(card).checked = false;
  box(card).disabled = true;
  for (const part of card.querySelectorAll("details")) part.remove();
  document.querySelector(".bar .count").textContent = open().length;
  count();
}

function signing() {
  const field = form.querySelector("#passphrase");
  const button = form.querySelector(".sign button");
  const bar = form.querySelector("progress");
  const told = form.querySelector("[data-told]");
  const all = form.querySelector("[data-all]");
  const chosen = () => cards.filter((card) => box(card).checked && !box(card).disabled);

  count = () => {
    const number = chosen().length;
    form.querySelector("[data-count]").textContent = number ? `(${number})` : "";
    button.disabled = number === 0;
    all.checked = number > 0 && chosen().length >= open().filter((card) => !("singly" in card.dataset)).length;
    for (const part of [all.closest("p"), field, button]) part.hidden = !open().length; // all is done
  };
  // What was sent back before is looked at again: all together leaves it out.
  all.addEventListener("change", () => { for (const card of open()) box(card).checked = all.checked && !("singly" in card.dataset); count(); });
  form.addEventListener("change", count);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const batch = chosen();
    const passphrase = field.value;
    let done = 0, failed = "";
    button.disabled = field.disabled = true;
    bar.hidden = false;
    bar.max = batch.length;
    for (const card of batch) {
      bar.value = done;
      told.textContent = form.dataset.progress.replace("{done}", done).replace("{all}", batch.length);
      const outcome = await sign(card, passphrase);
      say(card, outcome.said, outcome.ok || outcome.gone);
      if (outcome.ok || outcome.gone) close(card);
      if (outcome.ok) done += 1;
      else if (!outcome.gone) failed = outcome.said;
      form.querySelector("[data-away]").hidden = !outcome.away; // what can be done meanwhile
      if (outcome.stop) break;
    }
    bar.value = done;
    const sum = form.dataset.progress.replace("{done}", done).replace("{all}", batch.length);
    told.textContent = failed ? `${sum}: ${failed}` : sum; // the card with its own line may be out of sight
    field.value = "";
    field.disabled = false;
    count();
    if (done < batch.length) field.focus();
  });

  async function sign(card, passphrase) {
    const body = new FormData();
    body.set("passphrase", passphrase);
    if (card.dataset.again) body.set("again", "yes"); // the signatory was told that it may be signed, and pressed once more
    const outcome = await asked(card.dataset.document, body);
    if (outcome.perhaps) card.dataset.again = "yes";
    return outcome;
  }
  count();
}
