// Asked again is what is ticked. One paper alone goes with the sentence shown right here; several are read on their own
// page first. A button beside a paper ticks it and opens the panel.
const form = document.getElementById("ask-again");
if (form) {
  const said = new Map([...form.querySelectorAll("template[data-said]")].map((each) => [each.dataset.said, each.dataset]));
  const part = (name) => form.querySelector(`[data-alone=${name}]`);
  const boxes = () => [...form.elements].filter((each) => each.name === "tick");

  const follow = () => {
    const ticked = boxes().filter((box) => box.checked);
    const kinds = new Set(ticked.map((box) => box.value.split(":")[0]));
    for (const ready of form.querySelectorAll("[data-of]")) ready.hidden = kinds.size > 0 && !kinds.has(ready.dataset.of);
    const alone = ticked.length === 1 ? said.get(ticked[0].value) : undefined;
    part("shown").hidden = part("send").hidden = !alone;
    form.querySelector("[data-several]").hidden = Boolean(alone);
    if (!alone) return;
    part("before").textContent = alone.before;
    part("after").textContent = alone.after;
    part("send").formAction = alone.action;
  };

  document.addEventListener("change", (event) => { if (event.target.form === form && event.target.name === "tick") follow(); });
  document.addEventListener("click", (event) => {
    const wanted = event.target.closest("[data-ask]")?.dataset.ask;
    if (!wanted) return;
    boxes().find((box) => box.value === wanted).checked = true;
    follow();
    form.closest("details").open = true;
  });
  follow();
}
