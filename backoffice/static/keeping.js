// What was typed into a form outlives a session that ended meanwhile: kept in this tab until the office has taken it.
const KEY = "typed";
const officer = document.documentElement.dataset.officer; // nobody's before the login

document.addEventListener("submit", ({ target: form }) => {
  if (form.matches("[data-forgets]")) sessionStorage.removeItem(KEY);
  if (!officer || form.method !== "post" || form.matches("[data-forgets]")) return;
  const values = fields(form).filter((field) => !choice(field) || field.checked).map((field) => [field.name, field.value]);
  if (values.some(([, value]) => value)) sessionStorage.setItem(KEY, JSON.stringify({ officer, action: form.action, values }));
});

const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
if (kept && !officer) sessionStorage.setItem(KEY, JSON.stringify({ ...kept, cut: true })); // the login came in between
else if (kept?.cut && kept.officer === officer && !document.querySelector("main > .alert-success")) giveBack(kept);
else if (kept) sessionStorage.removeItem(KEY); // the office has answered, or somebody else sits here

function fields(form) {
  return [...form.elements].filter((field) => field.name && !["hidden", "password", "file", "submit", "button", "fieldset"].includes(field.type));
}

function choice(field) {
  return field.type === "checkbox" || field.type === "radio";
}

// Only what stands empty: what the page itself brought back is newer.
function giveBack({ action, values }) {
  const form = [...document.forms].find((each) => each.action === action && each.method === "post");
  if (!form) return;
  let given = false;
  for (const [name, value] of values) {
    for (const field of fields(form).filter((each) => each.name === name)) {
      const takes = choice(field) ? field.value === value && !fields(form).some((each) => each.name === name && each.checked) : !field.value && value;
      if (!takes) continue;
      if (choice(field)) field.checked = true;
      else field.value = value;
      field.dispatchEvent(new Event("change", { bubbles: true })); // buttons count what is chosen
      given = true;
    }
  }
  if (given) document.getElementById("kept").hidden = false;
  form.closest("details")?.setAttribute("open", "");
}
