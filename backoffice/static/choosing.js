// Choose all at once; the buttons wait until there is one, and the first says how many.
for (const form of document.querySelectorAll("[data-choosing]")) {
  const all = form.querySelector("[data-all]");
  const boxes = [...form.querySelectorAll("input[type=checkbox]:not([data-all])")];
  const count = () => {
    const chosen = boxes.filter((box) => box.checked).length;
    form.querySelector("[data-count]").textContent = chosen ? `(${chosen})` : "";
    for (const button of form.querySelectorAll("[data-needs-choice]")) button.disabled = chosen === 0;
    if (all) all.checked = chosen === boxes.length;
  };
  all?.addEventListener("change", () => { for (const box of boxes) box.checked = all.checked; count(); });
  form.addEventListener("change", count);
  count();
}
