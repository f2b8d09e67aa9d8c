// A ready reason fills the field, and the sentence the citizen will read follows every letter.
function show(form) {
  const shown = form.querySelector("[data-here]");
  if (shown) shown.textContent = form.elements.reason.value.trim().replace(/[.\s]+$/, "") || "…";
}

document.addEventListener("click", (event) => {
  const ready = event.target.closest("[data-reason] [data-ready]");
  if (!ready) return;
  const form = ready.closest("form");
  form.elements.reason.value = ready.textContent;
  form.elements.reason.focus();
  show(form);
});
document.addEventListener("input", (event) => { if (event.target.matches("[data-reason] [name=reason]")) show(event.target.form); });
document.querySelectorAll("[data-reason]").forEach(show);
