// Choose all at once; the buttons wait until there is one, and say how many. A form's boxes may stand outside of it, and
// come anew where a part of the page keeps itself fresh.
const forms = [...document.querySelectorAll("[data-choosing]")];
const boxesOf = (form) => [...form.elements].filter((part) => part.type === "checkbox" && !("all" in part.dataset) && !part.disabled);

function count(form) {
  const boxes = boxesOf(form);
  const chosen = boxes.filter((box) => box.checked).length;
  for (const button of [...form.elements].filter((part) => "needsChoice" in part.dataset)) {
    button.disabled = chosen === 0;
    const said = button.querySelector("[data-count]");
    if (said) said.textContent = chosen ? `(${chosen})` : "";
  }
  for (const drop of document.querySelectorAll(`[data-awaits-choice="${form.id}"]`)) { // opens once there is something to do it with
    const handle = drop.querySelector("summary");
    handle.classList.toggle("disabled", chosen === 0);
    handle.tabIndex = chosen ? 0 : -1;
    handle.ariaDisabled = String(chosen === 0);
    if (!chosen && !drop.querySelector(".alert")) drop.open = false;
  }
  const all = [...form.elements].find((part) => "all" in part.dataset);
  if (all) all.checked = chosen > 0 && chosen === boxes.length;
}

document.addEventListener("change", (event) => {
  const form = event.target.form;
  if (!forms.includes(form) || event.target.type !== "checkbox") return;
  if ("all" in event.target.dataset) for (const box of boxesOf(form)) box.checked = event.target.checked;
  count(form);
});
forms.forEach(count);

// Many are rarely meant where one is: it is asked first.
const MANY = 5;
document.addEventListener("submit", (event) => {
  const asks = event.submitter?.dataset.many;
  if (!asks || !forms.includes(event.target)) return;
  const chosen = boxesOf(event.target).filter((box) => box.checked).length;
  if (chosen > MANY && !confirm(asks.replace("{}", chosen))) event.preventDefault();
}, { capture: true }); // before others take it for sent
