// A photo goes as soon as it is taken; without this script a button sends it. Parts of the page may come anew.
document.documentElement.classList.add("sends-on-pick");
document.addEventListener("change", ({ target }) => {
  if (target.matches("[data-send-on-pick] input[type=file]") && target.files.length) target.form.requestSubmit();
});

// A second click while the first is on its way files nothing twice.
for (const form of document.querySelectorAll("[data-once]")) {
  form.addEventListener("submit", () => setTimeout(() => form.querySelectorAll("button").forEach((each) => { each.disabled = true; })));
}
window.addEventListener("pageshow", () => document.querySelectorAll("[data-once] button").forEach((each) => { each.disabled = false; }));
