// What was typed into a form outlives a session that ended meanwhile: kept in this tab until the office has taken it.
const KEY = "typed";
const officer = document.documentElement.dataset.officer; // nobody's before the login

document.addEventListener("submit", ({ target: form }) => {
  if (form.matches("[data-forgets]")) sessionStorage.removeItem(KEY);
  if (!officer || form.method !== "post" || form.matches("[data-forgets]")) return;
  const values = fields(form).map((field) => ({ name: field.name, value: field.value, is: state(field), changed: state(field) !== first(field) }));
  if (values.some(({ is }) => is)) sessionStorage.setItem(KEY, JSON.stringify({ officer, action: form.action, values }));
});

const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
if (kept && !officer) { // the login came in between
  sessionStorage.setItem(KEY, JSON.stringify({ ...kept, cut: true }));
  document.getElementById("kept").hidden = false;
} else if (kept?.cut && kept.officer === officer && !document.querySelector("main > .alert-success")) giveBack(kept);
else if (kept) sessionStorage.removeItem(KEY); // the office has answered, or somebody else sits here

// What was refused is shown by itself only where no form of the page has brought it back.
for (const box of document.querySelectorAll(".written")) {
  const text = box.querySelector("textarea").value;
  const others = document.querySelectorAll("form textarea, form input:not([type=hidden])");
  box.hidden = [...others].some((field) => field.value === text && field.checkVisibility());
}

function fields(form) {
  return [...form.elements].filter((field) => field.name && !["hidden", "password", "file", "submit", "button", "fieldset"].includes(field.type));
}

function choice(field) {
  return field.type === "checkbox" || field.type === "radio";
}

function state(field) {
  return choice(field) ? field.checked : field.value;
}

// As the page had it.
function first(field) {
  if (choice(field)) return field.defaultChecked;
  return field.options ? ([...field.options].find((option) => option.defaultSelected) ?? field.options[0])?.value ?? "" : field.defaultValue;
}

// What was changed, and what stands empty now.
function giveBack({ action, values }) {
  const form = [...document.forms].find((each) => each.action === action && each.method === "post");
  if (!form) return;
  let given = false;
  for (const { name, value, is, changed } of values) {
    for (const field of fields(form).filter((each) => each.name === name && (!choice(each) || each.value === value))) {
      if (state(field) === is || !(changed || is && bare(form, field))) continue;
      if (choice(field)) field.checked = is;
      else field.value = is;
      field.dispatchEvent(new Event("change", { bubbles: true })); // buttons count what is chosen
      given = true;
    }
  }
  if (given) document.getElementById("kept").hidden = false;
  form.closest("details")?.setAttribute("open", "");
}

function bare(form, field) {
  return choice(field) ? !fields(form).some((each) => each.name === field.name && each.checked) : !field.value;
}
