// A ready reason fills the field, and the sentence the citizen will read follows every letter.
for (const form of document.querySelectorAll("[data-reason]")) {
  const field = form.elements.reason;
  const shown = form.querySelector("[data-here]");
  const show = () => { shown.textContent = field.value.trim().replace(/[.\s]+$/, "") || "…"; };
  form.addEventListener("click", (event) => {
    const ready = event.target.closest("[data-ready]");
    if (!ready) return;
    field.value = ready.textContent;
    show();
    field.focus();
  });
  field.addEventListener("input", show);
  show();
}
