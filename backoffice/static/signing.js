// Signs the chosen documents one by one. The passphrase lives in this page alone and is cleared when the batch ends.
const form = document.querySelector("[data-signing]");
if (form) prepare();

function prepare() {
  const cards = [...form.querySelectorAll("[data-document]")];
  const box = (card) => card.querySelector("input[type=checkbox]");
  const field = form.querySelector("#passphrase");
  const button = form.querySelector(".sign button");
  const bar = form.querySelector("progress");
  const told = form.querySelector("[data-told]");
  const token = document.querySelector("meta[name=csrf-token]").content;
  const all = form.querySelector("[data-all]");
  const left = document.querySelector(".bar .count");
  const chosen = () => cards.filter((card) => box(card).checked && !box(card).disabled);

  function count() {
    const number = chosen().length;
    form.querySelector("[data-count]").textContent = number ? `(${number})` : "";
    button.disabled = number === 0;
    all.checked = number > 0 && number === cards.filter((card) => !box(card).disabled).length;
  }
  all.addEventListener("change", () => { for (const card of cards) if (!box(card).disabled) box(card).checked = all.checked; count(); });
  form.addEventListener("change", count);
  for (const reading of form.querySelectorAll("details:has(iframe)")) {
    reading.addEventListener("toggle", () => {
      const frame = reading.querySelector("iframe"); // opened is looked at: not before
      if (reading.open && !frame.src) frame.src = frame.dataset.src;
    });
  }

  for (const nearer of form.querySelectorAll("[data-zoom]")) {
    nearer.addEventListener("click", () => {
      const pages = nearer.closest(".reading").querySelector(".pages");
      const zoom = Number(getComputedStyle(pages).getPropertyValue("--zoom")) * Number(nearer.dataset.zoom);
      pages.style.setProperty("--zoom", Math.min(4, Math.max(1, zoom)));
    });
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const batch = chosen();
    const passphrase = field.value;
    let done = 0;
    button.disabled = field.disabled = true;
    bar.hidden = false;
    bar.max = batch.length;
    for (const card of batch) {
      bar.value = done;
      told.textContent = form.dataset.progress.replace("{done}", done).replace("{all}", batch.length);
      const outcome = await sign(card, passphrase);
      show(card, outcome);
      if (outcome.signed) done += 1;
      form.querySelector("[data-away]").hidden = !outcome.away; // what can be done meanwhile
      if (outcome.stop) break;
    }
    bar.value = done;
    told.textContent = form.dataset.progress.replace("{done}", done).replace("{all}", batch.length);
    field.value = "";
    field.disabled = false;
    count();
    if (done < batch.length) field.focus();
  });

  async function sign(card, passphrase) {
    const body = new FormData();
    body.set("passphrase", passphrase);
    if (card.dataset.again) body.set("again", "yes"); // the signatory was told that it may be signed, and pressed once more
    try {
      const answer = await fetch(card.dataset.document, { method: "POST", body, headers: { "X-CSRFToken": token }, redirect: "manual" });
      const { said, stop, perhaps, away } = await answer.json();
      if (perhaps) card.dataset.again = "yes";
      return { signed: answer.ok, said, stop, away };
    } catch {
      // No answer, or a page instead of one: the session ended, or the document is gone. Going on would be guessing.
      return { signed: false, said: form.dataset.lost, stop: true };
    }
  }

  function show(card, outcome) {
    const line = card.querySelector(".outcome");
    line.textContent = outcome.said;
    line.className = `outcome ${outcome.signed ? "good" : "bad"}`;
    if (!outcome.signed) return;
    box(card).checked = false;
    box(card).disabled = true;
    for (const part of card.querySelectorAll("details")) part.remove(); // signed: nothing to read again or to send back
    left.textContent = cards.filter((each) => !box(each).disabled).length;
  }
  count();
}
