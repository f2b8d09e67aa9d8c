// A ready reason fills the field, and the sentence the citizen will read follows every letter.
const field = (place) => place.querySelector("[name^=reason]");

function show(place) {
  const shown = place.querySelector("[data-here]");
  if (shown) shown.textContent = field(place).value.trim().replace(/[.\s]+$/, "") || "…";
}

document.addEventListener("click", (event) => {
  const ready = event.target.closest("[data-reason] [data-ready]");
  if (!ready) return;
  const place = ready.closest("[data-reason]");
  field(place).value = ready.textContent;
  field(place).focus();
  show(place);
});
document.addEventListener("input", (event) => { if (event.target.matches("[data-reason] [name^=reason]")) show(event.target.closest("[data-reason]")); });
document.querySelectorAll("[data-reason]").forEach(show);
