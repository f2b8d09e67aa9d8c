// A question that a choice brings up stands there as soon as the choice is made, and goes with it.
const waiting = [...document.querySelectorAll("[data-follows]")].map((box) => [box, Object.entries(JSON.parse(box.dataset.follows))]);

function chosen(question) {
  const field = [...document.querySelectorAll(`[name="${question}"]:checked`)].find((each) => !each.closest("[data-follows][hidden]"));
  return field?.value;
}

function follow() {
  for (const [box, choices] of waiting) box.hidden = !choices.every(([question, options]) => options.includes(chosen(question)));
}

if (waiting.length) {
  document.addEventListener("change", follow);
  window.addEventListener("pageshow", follow); // the browser may bring choices back
}
