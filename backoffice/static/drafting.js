// What is typed into one form stays while others of the page are sent, and while one looks elsewhere: kept in this tab
// until it is saved. Not where a page begins anew each time (data-anew), nor where it warns by itself (data-unsaved).
const OF = "draft:";
const who = document.documentElement.dataset.officer;
const TEXTS = "textarea:not([readonly]), input:not([type]), input[type=text], input[type=tel], input[type=number], input[type=search]";
let sent;

// Each page's forms name in their address what they are about; where many go to one address, hidden fields do.
const place = (form, name) => {
  const about = [...form.elements].filter((each) => each.type === "hidden" && !["csrf_token", "back"].includes(each.name)).map((each) => `${each.name}=${each.value}`);
  return OF + [form.getAttribute("action"), ...about, name].join("|");
};
const drafted = () => [...document.querySelectorAll("form[method=post]")].filter((form) => !form.closest("[data-anew], [data-unsaved]"));
const texts = (form) => [...form.elements].filter((field) => field.name && field.matches(TEXTS) && field.autocomplete !== "one-time-code");

function keep() {
  for (const form of drafted()) {
    for (const field of texts(form)) {
      const { value, defaultValue: first } = field;
      if (form === sent || value === first) sessionStorage.removeItem(place(form, field.name)); // keeping.js has what was sent
      else sessionStorage.setItem(place(form, field.name), JSON.stringify({ who, value, first }));
    }
  }
}

// Not over what the page brought by itself, nor where the record has changed meanwhile.
function bringBack(field, kept) {
  if (!kept || kept.first !== field.defaultValue || field.value !== field.defaultValue) return;
  field.value = kept.value;
  field.dispatchEvent(new Event("input", { bubbles: true })); // what follows the letters
  for (let fold = field.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
}

for (const key of Object.keys(sessionStorage).filter((each) => each.startsWith(OF))) {
  if (JSON.parse(sessionStorage.getItem(key)).who !== who) sessionStorage.removeItem(key); // somebody else sits here
}
if (who) {
  for (const form of drafted()) {
    for (const field of texts(form)) bringBack(field, JSON.parse(sessionStorage.getItem(place(form, field.name)) ?? "null"));
  }
  document.addEventListener("submit", (event) => {
    sent = event.defaultPrevented ? undefined : event.target;
    if (sent) keep(); // a tab may be thrown away before it hears that its page goes
  });
  document.addEventListener("visibilitychange", () => { if (document.hidden) keep(); });
  window.addEventListener("pagehide", keep);
  window.addEventListener("pageshow", () => { sent = undefined; });
}
