// A part of the page that keeps itself fresh: asks now and then, and is told "nothing new" by its ETag.
for (const part of document.querySelectorAll("[data-poll]")) keepFresh(part);

function keepFresh(part) {
  let known = "", settled = false;
  const toBottom = () => { if ("bottom" in part.dataset) part.scrollTop = part.scrollHeight; };
  const inUse = () => part.querySelector("details[open], input[name=case]:checked") || part.contains(document.activeElement) && document.activeElement.matches("input, textarea, select");
  async function ask() {
    if (settled || document.hidden || inUse()) return; // what somebody reads or writes there is not taken from under them
    try {
      const answer = await fetch(part.dataset.poll, { headers: known ? { "If-None-Match": known } : {}, redirect: "manual" });
      if (answer.type === "opaqueredirect") { location.reload(); return; } // the session has ended
      if (answer.status !== 200) return;
      known = answer.headers.get("ETag") ?? "";
      const atBottom = part.scrollHeight - part.scrollTop - part.clientHeight < 80;
      if (![...part.querySelectorAll("audio")].some((voice) => !voice.paused)) renew(part, await answer.text());
      settled = part.querySelector("[data-settled]") !== null; // nothing more is waited for
      if (atBottom) toBottom();
      if (part.querySelector("[data-over]")) for (const send of document.querySelectorAll("form.reply button")) send.disabled = true; // a colleague has it
    } catch { /* the network will be back; the next round asks again */ }
  }
  toBottom();
  setInterval(ask, 1000 * Number(part.dataset.seconds));
  document.addEventListener("visibilitychange", ask);
}

// Who was at a row stays there.
function renew(part, html) {
  const at = part.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
  part.innerHTML = html;
  if (at) part.querySelector(`a[href="${CSS.escape(at)}"]`)?.focus({ preventScroll: true });
}

for (const field of document.querySelectorAll("[data-send-on-enter]")) {
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && matchMedia("(hover: hover)").matches) {
      event.preventDefault();
      field.form.requestSubmit();
    }
  });
  field.focus();
}
