// What was refused is shown at its field too: marked, named, and with all that is folded around it opened.
const wrong = document.querySelector("meta[name=wrong]");
if (wrong) mark(wrong.dataset, document.querySelector("main [role=alert]")?.textContent.trim() ?? "");

function mark({ field, written, path }, said) {
  const form = [...document.forms].find((each) => each.method === "post" && new URL(each.action).pathname === path);
  const shown = [...form?.elements ?? []].filter((each) => each.name && each.type !== "hidden");
  const found = shown.find((each) => each.name === field) ?? (written && shown.find((each) => each.value?.includes(written)));
  if (!found) return;
  for (let fold = found.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  const line = form.closest("section, details")?.querySelector("[role=alert]") // said in this part alone: it moves to its field
    ?? Object.assign(document.createElement("p"), { className: "problem", textContent: said });
  line.id = "wrong-here";
  (found.closest("label") ?? found).after(line);
  found.setAttribute("aria-invalid", "true");
  found.setAttribute("aria-describedby", line.id);
  found.classList.add("is-invalid");
  found.focus();
}
