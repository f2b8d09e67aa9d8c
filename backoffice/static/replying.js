// A ready reply goes into the field, to be read and changed before it is sent.
const field = document.getElementById("text");
document.addEventListener("click", (event) => {
  const ready = event.target.closest("[data-reply]");
  if (!ready || !field) return;
  field.value = field.value.trim() ? `${field.value.trimEnd()}\n${ready.dataset.reply}` : ready.dataset.reply;
  field.style.height = "auto";
  field.style.height = `${Math.min(field.scrollHeight + 2, 260)}px`;
  ready.closest("details").open = false;
  field.focus();
});

// Which file goes with it is seen before it is sent.
for (const input of document.querySelectorAll(".enclose input")) {
  input.addEventListener("change", () => {
    input.parentElement.querySelector("[data-chosen]").textContent = input.files.length ? `: ${input.files[0].name}` : "";
  });
}
