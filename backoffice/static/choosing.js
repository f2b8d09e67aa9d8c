// Choose all at once; the buttons wait until there is one, and say how many. A form's boxes may stand outside of it.
for (const form of document.querySelectorAll("[data-choosing]")) {
  const parts = [...form.elements];
  const all = parts.find((part) => "all" in part.dataset);
  const boxes = parts.filter((part) => part.type === "checkbox" && part !== all && !part.disabled);
  const buttons = parts.filter((part) => "needsChoice" in part.dataset);
  const count = () => {
    const chosen = boxes.filter((box) => box.checked).length;
    for (const button of buttons) {
      button.disabled = chosen === 0;
      const said = button.querySelector("[data-count]");
      if (said) said.textContent = chosen ? `(${chosen})` : "";
    }
    if (all) all.checked = chosen > 0 && chosen === boxes.length;
  };
  all?.addEventListener("change", () => { for (const box of boxes) box.checked = all.checked; count(); });
  for (const box of boxes) box.addEventListener("change", count);
  count();
}
