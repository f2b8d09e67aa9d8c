// Choose all at once; the button says how many and waits until there is one.
for (const form of document.querySelectorAll("[data-choosing]")) {
  const all = form.querySelector("[data-all]");
  const boxes = [...form.querySelectorAll("input[type=checkbox]:not([data-all])")];
  const count = () => {
    const chosen = boxes.filter((box) => box.checked).length;
    form.querySelector("[data-count]").textContent = chosen ? `(${chosen})` : "";
    form.querySelector("[data-needs-choice]").disabled = chosen === 0;
    if (all) all.checked = chosen === boxes.length;
  };
  all?.addEventListener("change", () => { for (const box of boxes) box.checked = all.checked; count(); });
  form.addEventListener("change", count);
  count();
}
