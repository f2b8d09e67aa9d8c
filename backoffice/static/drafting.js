// A note being written stays while other buttons of the page are pressed: kept in this tab until it is saved.
const OF = "draft:";
const who = document.documentElement.dataset.officer;
const place = (form) => OF + form.action;

for (const key of Object.keys(sessionStorage).filter((each) => each.startsWith(OF))) {
  if (JSON.parse(sessionStorage.getItem(key)).who !== who) sessionStorage.removeItem(key); // somebody else sits here
}
for (const form of document.querySelectorAll("form[data-drafts]")) {
  const field = form.querySelector("textarea");
  const kept = JSON.parse(sessionStorage.getItem(place(form)) ?? "null");
  if (kept && !field.value) field.value = kept.text;
  const keep = () => sessionStorage.setItem(place(form), JSON.stringify({ who, text: field.value }));
  if (field.value) keep(); // typed while the page still loaded
  field.addEventListener("input", keep);
  form.addEventListener("submit", () => sessionStorage.removeItem(place(form))); // keeping.js has it from here on
}
