// A photo goes as soon as it is taken; without this script a button sends it.
for (const form of document.querySelectorAll("[data-send-on-pick]")) {
  form.querySelector("[data-when-plain]").hidden = true;
  form.querySelector("input[type=file]").addEventListener("change", (event) => {
    if (event.target.files.length) form.requestSubmit();
  });
}

// A second click while the first is on its way files nothing twice.
for (const form of document.querySelectorAll("[data-once]")) {
  form.addEventListener("submit", () => setTimeout(() => form.querySelectorAll("button").forEach((each) => { each.disabled = true; })));
}
window.addEventListener("pageshow", () => document.querySelectorAll("[data-once] button").forEach((each) => { each.disabled = false; }));
