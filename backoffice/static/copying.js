// One click copies an answer for keying into SIAK.
const told = document.querySelector("[data-copied]");

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  await copy(button.dataset.copy);
  for (const old of document.querySelectorAll(".copy.copied")) old.classList.remove("copied");
  button.classList.add("copied");
  button.querySelector("use").setAttribute("href", button.querySelector("use").getAttribute("href").replace(/#.*/, "#done"));
  if (told) told.textContent = told.dataset.copied;
});

async function copy(text) {
  if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
  // Without https in the office's own network there is no clipboard but this one.
  const field = document.createElement("textarea");
  field.value = text;
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
}
