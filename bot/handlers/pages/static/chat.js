// Sends and looks again without loading the page anew, so that what is being typed stays. Without it the forms do.

const SOON = 2000, LATER = 15000; // milliseconds: while an answer is being made, and else
const PARTS = [".chat", "#waits", "#choices"];

let busy = false, timer;

const lookIn = (milliseconds) => { clearTimeout(timer); timer = setTimeout(look, milliseconds); };

const parsed = (text) => new DOMParser().parseFromString(text, "text/html");

function show(fresh) {
  if (!fresh.querySelector("#chat")) return location.reload(); // no longer let in: the page says so
  let moved = false;
  for (const part of PARTS) {
    const [old, next] = [document.querySelector(part), fresh.querySelector(part)];
    if (same(old, next)) continue;
    moved ||= part === ".chat";
    old.replaceWith(next);
  }
  for (const name of ["form", "once"]) {
    const value = fresh.querySelector(`[name=${name}]:is(.compose *)`).value;
    document.querySelectorAll(`[name=${name}]`).forEach((field) => { field.value = value; });
  }
  if (moved) document.querySelector("#akhir").scrollIntoView({ block: "end" });
}

const same = (old, next) => old.textContent === next.textContent;

async function look() {
  if (!document.querySelector("#chat")) return; // another page took its place
  if (!busy && !document.hidden) {
    try {
      const answer = await fetch(location.pathname + location.search);
      if (answer.ok && !busy) show(parsed(await answer.text()));
    } catch { /* no signal: the next look may have some */ }
  }
  lookIn(document.querySelector("#waits").childElementCount ? SOON : LATER);
}

async function send(event) {
  const form = event.target.closest(".compose, .choices");
  if (!form) return;
  event.preventDefault();
  if (busy) return;
  busy = true;
  const body = new FormData(form, event.submitter);
  const problem = document.querySelector("#unsent");
  problem.hidden = true;
  try {
    const answer = await fetch(form.action, { method: "POST", body });
    const fresh = parsed(await answer.text());
    if (!answer.ok) { // too large, too fast: the page that says so
      document.querySelector("main").replaceWith(fresh.querySelector("main"));
      return;
    }
    if (form.matches(".compose")) form.reset();
    show(fresh);
    lookIn(SOON);
  } catch {
    problem.hidden = false; // what was typed is still there, and sent again it is taken once
  } finally {
    busy = false;
  }
}

document.addEventListener("submit", send);
document.querySelector("#text").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && matchMedia("(pointer: fine)").matches) {
    event.preventDefault();
    event.target.form.requestSubmit();
  }
});
lookIn(SOON);
