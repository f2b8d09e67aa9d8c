// A page of several forms, each saved by itself: before one is, it is said which others would be lost.
const page = document.querySelector("[data-unsaved]");
const forms = [...page.querySelectorAll("form[method=post]")];
const FIELDS = "input, textarea, select";
let going = false;

function differs(field) {
  if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
  if (!field.options) return field.value !== field.defaultValue;
  const first = [...field.options].find((option) => option.defaultSelected) ?? field.options[0];
  return field.value !== first?.value;
}

const unsaved = (form) => "refused" in form.dataset || [...form.elements].some((field) => field.matches(FIELDS) && differs(field));

document.addEventListener("submit", (event) => {
  if (!forms.includes(event.target)) return;
  const others = forms.filter((form) => form !== event.target && unsaved(form));
  const names = new Set(others.map((form) => form.closest("section").querySelector("h2").textContent));
  going = !others.length || confirm(page.dataset.unsaved.replace("{}", [...names].join(", ")));
  if (!going) event.preventDefault();
}, { capture: true }); // before others take it for sent

window.addEventListener("beforeunload", (event) => {
  if (!going && forms.some(unsaved)) event.preventDefault();
});
window.addEventListener("pageshow", () => { going = false; });
